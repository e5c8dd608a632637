import Foundation
import Testing

@testable import Encoding

@Suite struct JSONWriterTests {
  private func written(_ layout: JSONWriter.Layout, _ body: (inout JSONWriter) -> Void) -> String {
    let collector = Collector()
    var json = JSONWriter(layout: layout, sink: collector.sink)
    body(&json)
    json.finish()
    return collector.text
  }

  private func string(_ bytes: [UInt8]) -> String {
    written(.compact) { json in bytes.withUnsafeBufferPointer { json.string(utf8: $0) } }
  }

  private func nested(_ json: inout JSONWriter) {
    json.beginObject()
    json.member("name", "a")
    json.member("none", nil)
    json.member("on", true)
    json.key("list")
    json.beginArray()
    json.int(1)
    json.beginArray()
    json.endArray()
    json.null()
    json.bool(false)
    json.endArray()
    json.key("empty")
    json.beginObject()
    json.endObject()
    json.key("place")
    json.beginObject(inline: true)
    json.member("line", 3)
    json.key("more")
    json.beginArray()
    json.int(4)
    json.int(5)
    json.endArray()
    json.endObject()
    json.endObject()
  }

  @Test func layouts() {
    let compact =
      #"{"name":"a","none":null,"on":true,"list":[1,[],null,false],"empty":{},"place":{"line":3,"more":[4,5]}}"#
    #expect(written(.compact, nested) == compact)
    let pretty = """
      {
        "name": "a",
        "none": null,
        "on": true,
        "list": [
          1,
          [],
          null,
          false
        ],
        "empty": {},
        "place": {"line": 3, "more": [4, 5]}
      }

      """
    #expect(written(.pretty, nested) == pretty)
  }

  @Test func escapes() {
    let cases: [(String, String)] = [
      ("", #""""#), ("a\"b\\c/", #""a\"b\\c/""#), ("\u{8}\t\n\u{C}\r", #""\b\t\n\f\r""#),
      ("\u{0}\u{1B}[31m\u{1F}", #""\u0000\u001b[31m\u001f""#), ("\u{7F}", "\"\u{7F}\""),
      ("一\u{2028}二\u{2029}", #""一\u2028二\u2029""#), ("“复印件”…🧑‍⚖️", #""“复印件”…🧑‍⚖️""#),
    ]
    for (text, expected) in cases {
      #expect(written(.compact) { $0.string(text) } == expected)
      #expect(string(Array(text.utf8)) == expected)
    }
    let key = written(.compact) { json in
      json.beginObject()
      json.key(escaping: "a\"\n")
      json.int(1)
      json.endObject()
    }
    #expect(key == #"{"a\"\n":1}"#)
  }

  @Test func illFormedBytesAreReplaced() {
    // From the Unicode standard, tables 3-8 to 3-11: one U+FFFD for each maximal ill-formed part.
    let cases: [([UInt8], String)] = [
      ([0x61, 0xFF, 0x62], "a\u{FFFD}b"),
      ([0xC0, 0xAF, 0xE0, 0x80, 0xBF, 0xF0, 0x81, 0x82, 0x41], String(repeating: "\u{FFFD}", count: 8) + "A"),
      ([0xED, 0xA0, 0x80, 0x41], "\u{FFFD}\u{FFFD}\u{FFFD}A"),
      ([0xF4, 0x91, 0x92, 0x93, 0xFF, 0x41], "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}A"),
      ([0xE1, 0x80, 0xE2, 0xF0, 0x91, 0x92, 0xF1, 0xBF, 0x41], "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}A"),
      ([0xE8, 0xA1], "\u{FFFD}"), ([0x80], "\u{FFFD}"),
    ]
    for (bytes, expected) in cases {
      #expect(string(bytes) == "\"\(expected)\"")
      #expect(String(decoding: bytes, as: UTF8.self) == expected)
    }
  }

  @Test func everyByteIsReadBackByFoundation() throws {
    var state: UInt64 = 42
    for _ in 0..<300 {
      var bytes: [UInt8] = []
      for _ in 0..<40 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        bytes.append(UInt8(truncatingIfNeeded: state >> 33))
      }
      let json = string(bytes)
      let read = try JSONDecoder().decode([String].self, from: Data("[\(json)]".utf8))
      #expect(read == [String(decoding: bytes, as: UTF8.self)])
    }
  }

  @Test func unbalancedCallsDoNotTrap() {
    #expect(written(.compact) { $0.endObject() } == "}")
  }
}
