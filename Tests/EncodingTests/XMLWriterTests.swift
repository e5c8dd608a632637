import Testing

@testable import Encoding

@Suite struct XMLWriterTests {
  private func written(_ body: (inout XMLWriter) -> Void) -> String {
    let collector = Collector()
    var xml = XMLWriter(sink: collector.sink)
    body(&xml)
    xml.finish()
    return collector.text
  }

  private func text(_ text: String) -> String {
    let whole = written { xml in
      xml.begin("a")
      xml.text(text)
      xml.end()
    }
    return String(whole.dropFirst("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a>".count).dropLast("</a>\n".count))
  }

  private func attribute(_ value: String) -> String {
    let whole = written { xml in
      xml.begin("a")
      xml.attribute("b", value)
      xml.end()
    }
    return String(whole.dropFirst("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a b=\"".count).dropLast("\"/>\n".count))
  }

  @Test func layout() {
    let whole = written { xml in
      xml.begin("root")
      xml.attribute("n", 3)
      xml.attribute("none", nil)
      xml.begin("empty")
      xml.end()
      xml.begin("text")
      xml.attribute("名", "值")
      xml.text("one\n")
      xml.text("two")
      xml.end()
      xml.begin("deep")
      xml.begin("deeper")
      xml.end()
      xml.end()
      xml.end()
    }
    #expect(
      whole == """
        <?xml version="1.0" encoding="UTF-8"?>
        <root n="3">
          <empty/>
          <text 名="值">one
        two</text>
          <deep>
            <deeper/>
          </deep>
        </root>

        """)
  }

  @Test func escapes() {
    let cases: [(String, text: String, attribute: String)] = [
      ("", "", ""), ("办事指南 🧑‍⚖️", "办事指南 🧑‍⚖️", "办事指南 🧑‍⚖️"), ("a&b<c>d", "a&amp;b&lt;c&gt;d", "a&amp;b&lt;c&gt;d"),
      ("]]>", "]]&gt;", "]]&gt;"), ("\"'", "\"'", "&quot;'"), ("\t\n", "\t\n", "&#9;&#10;"), ("\r", "&#13;", "&#13;"),
      ("\u{0}\u{1B}[31m\u{7F}", "␀␛[31m␡", "␀␛[31m␡"), ("\u{FFFE}\u{FFFF}", "\u{FFFD}\u{FFFD}", "\u{FFFD}\u{FFFD}"),
      ("ﬁ\u{FEFF}\u{FFFD}ｱ", "ﬁ\u{FEFF}\u{FFFD}ｱ", "ﬁ\u{FEFF}\u{FFFD}ｱ"),
      ("\u{85}\u{2028}", "\u{85}\u{2028}", "\u{85}\u{2028}"),
    ]
    for (value, text, attribute) in cases {
      #expect(self.text(value) == text, "\(value.debugDescription)")
      #expect(self.attribute(value) == attribute, "\(value.debugDescription)")
    }
  }

  @Test func everyScalarStandsAsItselfOrIsMadeVisible() {
    // Every character below U+3000, and those around the gaps of XML 1.0.
    let values = Array(UInt32(0)..<0x3000) + [0xD7FF, 0xE000, 0xFFFD, 0xFFFE, 0xFFFF, 0x1_0000, 0x1_FFFE, 0x10_FFFF]
    let signs: [UInt32: String] = [
      0x09: "&#9;", 0x0A: "&#10;", 0x0D: "&#13;", 0x22: "&quot;", 0x26: "&amp;", 0x3C: "&lt;", 0x3E: "&gt;",
      0x7F: "\u{2421}", 0xFFFE: "\u{FFFD}", 0xFFFF: "\u{FFFD}",
    ]
    var source = String.UnicodeScalarView()
    var expected = ""
    for value in values {
      guard let scalar = Unicode.Scalar(value) else { continue }
      source.append(scalar)
      let picture = value < 0x20 ? Unicode.Scalar(0x2400 + value) ?? scalar : scalar
      expected.unicodeScalars.append(contentsOf: signs[value]?.unicodeScalars ?? String(picture).unicodeScalars)
    }
    #expect(Array(attribute(String(source)).utf8) == Array(expected.utf8))
  }
}
