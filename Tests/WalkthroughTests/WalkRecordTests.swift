import DataTree
import Rules
import SourceText
import Testing

@testable import Walkthrough

/// Records as text and back, and what comes in from outside.
@Suite struct WalkRecordTests {
  /// Reads the one record of a text.
  static func read(_ text: String) -> SavedWalks.Walk? {
    let walks = SavedWalks(SourceFile(path: "walk.yaml", bytes: Array(text.utf8))).walks
    return walks.count == 1 ? walks[0] : nil
  }

  /// Texts that YAML would read as something else, if they were not quoted.
  static let texts = [
    "材料一致", "yes", "No", "null", "~", "true", "1", "1.5", "0x1F", "09:05", "10:02", "2026-10-15", "- 列表", "a: b",
    "a #b", "#井号",
    "\"双\"", "'单'", "[a]", "{a: b}", "*星", "&和", "!叹", "|竖", ">大", "%百", "@at", "`反`", "行一\n行二", "尾 ", " 头", "\t表",
    "制\t表", "",
    "\u{0}\u{7}\u{1B}", "\u{85}\u{2028}\u{2029}", "\u{FEFF}标", "😀", "反\\斜", "<script>", "=1+1", "---", "...", "? 问",
    ": 冒", "冒号：全角",
    "\u{202E}反向", "长" + String(repeating: "字", count: 3000),
  ]

  @Test func writtenRecordsReadBackEqual() throws {
    var random = SystemRandomNumberGenerator()
    for seed in 0..<200 {
      // The seed goes through all texts in every place, whatever the rest is.
      var next = seed
      func text() -> String {
        next += 1
        return Self.texts[(next * 7 + seed) % Self.texts.count]
      }
      func maybe() -> String? { Bool.random(using: &random) ? text() : nil }
      var record = WalkRecord(
        id: "2026-10-15-shop-\(seed)",
        document: DocumentName(kind: seed % 2 == 0 ? "ServiceItem" : "Bundle", id: "shop"))
      record.guideVersion = seed % 3 == 0 ? nil : seed
      record.date = "2026-10-15"
      record.round = maybe()
      record.reviewer = maybe()
      record.unit = maybe()
      record.role = "leader"
      record.place = maybe()
      record.times.ticket = "09:05"
      record.times.left = seed % 2 == 0 ? "10:02" : nil
      for index in 0..<seed % 4 {
        var line = WalkRecord.Line(id: "material.\(index)")
        line.about = maybe()
        line.written = maybe()
        line.found = maybe()
        line.result = WalkRecord.Finding.allCases.randomElement(using: &random)
        line.note = maybe()
        line.evidence = ["evidence/x/\(index).jpg"]
        record.lines.append(line)
        record.extra.append(WalkRecord.Extra(name: text(), note: maybe(), evidence: []))
        var reply = WalkRecord.Reply(id: "ask.\(index)")
        reply.result = .problem
        reply.note = maybe()
        record.answers.append(reply)
        record.suggestions.append(text())
        record.evidence.append(WalkRecord.Evidence(file: "evidence/x/\(index).jpg", caption: maybe(), taken: "09:05"))
      }
      for aspect in Aspect.allCases where seed % 5 > 0 { record.scores[aspect] = seed % 5 }
      record.outcome = .notDone
      record.cannot = maybe()
      record.conclusion = maybe()
      record.masked = seed % 3
      let read = try #require(Self.read(record.yaml), "\(record.yaml)")
      #expect(read.record == record, "\(record.yaml)")
      #expect(read.record.yaml == record.yaml)
    }
  }

  @Test func plainTextsNeedNoQuotes() {
    var record = WalkRecord(id: "a-1", document: DocumentName(kind: "ServiceItem", id: "a"))
    record.date = "2026-10-15"
    record.times.ticket = "09:05"
    record.conclusion = "材料与指南一致，叫号等了二十六分钟。"
    #expect(
      record.yaml == """
        kind: Walkthrough
        id: a-1
        item: a
        date: 2026-10-15
        times:
          ticket: "09:05"
        conclusion: 材料与指南一致，叫号等了二十六分钟。

        """)
  }

  @Test func severalRecordsAndPages() {
    let one = "kind: Walkthrough\nid: a-1\nitem: a\ndate: 2026-10-15\n"
    let two = one.replacing("a-1", with: "a-2")
    let file = SavedWalks(SourceFile(path: "f", bytes: Array((one + "---\n" + two).utf8)))
    #expect(file.walks.map(\.record.id) == ["a-1", "a-2"] && !file.isPage)
    let json =
      #"{"kind": "Walkthrough", "id": "b-1", "item": "b", "date": "2026-10-15", "conclusion": "\u003c/script\u003e"}"#
    let page = """
      <!DOCTYPE html><html><script>var a = "<scr" + "ipt class=filled>";</script>
      <script type="application/json" class="filled" data-walk="w1">\(json)</script>
      <script type="application/json" class="filled" data-walk="w2">\(json.replacing("b-1", with: "b-2"))</script></html>
      """
    let saved = SavedWalks(SourceFile(path: "p.html", bytes: Array(page.utf8)))
    #expect(saved.isPage && saved.walks.map(\.record.id) == ["b-1", "b-2"])
    #expect(saved.walks.first?.record.conclusion == "</script>")
    #expect(saved.sources.map(\.path) == ["p.html #1", "p.html #2"])
    for broken in ["", "<", "<script class=\"filled\">{", "<script class=\"filled\"", "kind: [", "\u{0}"] {
      #expect(SavedWalks(SourceFile(path: "x", bytes: Array(broken.utf8))).walks.isEmpty)
    }
  }

  /// A JPEG with a place in its Exif, a comment, and bytes behind its end.
  static let jpeg: [UInt8] =
    [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, 0xE1, 0, 8] + Array("Exif\0\0".utf8) + [
      0xFF, 0xFE, 0, 5, 0x47, 0x50, 0x53,
    ]
    + [0xFF, 0xDB, 0, 3, 9, 0xFF, 0xDA, 0, 2, 7, 7, 0xFF, 0, 7, 0xFF, 0xD9] + Array("trailer".utf8)

  @Test func photographsLoseWhatIsNoPicture() throws {
    let photo = try #require(WalkPhoto(file: "a", bytes: Self.jpeg))
    #expect(
      photo.kind == .jpeg
        && photo.bytes == [
          0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, 0xDB, 0, 3, 9, 0xFF, 0xDA, 0, 2, 7, 7, 0xFF, 0, 7, 0xFF, 0xD9,
        ])
    func chunk(_ name: String, _ data: [UInt8]) -> [UInt8] {
      [0, 0, 0, UInt8(data.count)] + Array(name.utf8) + data + [0, 0, 0, 0]
    }
    let head: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    let needed = [chunk("IHDR", [1]), chunk("IDAT", [2, 3])]
    let png = head + needed[0] + chunk("eXIf", [9]) + chunk("tEXt", [9]) + needed[1] + chunk("IEND", []) + [1, 2]
    #expect(WalkPhoto(file: "a", bytes: png)?.bytes == head + needed[0] + needed[1] + chunk("IEND", []))
    for broken in [
      [], [0xFF, 0xD8, 0xFF], [0xFF, 0xD8, 0xFF, 0xE1, 0xFF, 0xFF, 1], head, Array("GIF89a".utf8), Array("<svg>".utf8),
    ] {
      #expect(WalkPhoto(file: "a", bytes: broken) == nil)
    }
  }

  @Test func photographsComeAsDataAddresses() {
    for (data, isTaken) in [
      ("data:image/jpeg;base64,\(Self.base64)", true), ("data:text/html;base64,\(Self.base64)", false),
      ("data:image/jpeg,\(Self.base64)", false), ("data:image/jpeg;base64,*\(Self.base64)", false),
      ("https://example.org/a.jpg", false), ("data:image/svg+xml;base64,PHN2Zz4=", false), ("", false),
    ] {
      #expect((WalkPhoto(file: "a", data: Array(data.utf8)) != nil) == isTaken, "\(data)")
    }
  }

  static var base64: String {
    let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    var text = ""
    for start in stride(from: 0, to: jpeg.count, by: 3) {
      let group = Array(jpeg[start..<min(start + 3, jpeg.count)])
      let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      for place in 0..<4 { text.append(place <= group.count ? digits[bits >> (18 - 6 * place) & 63] : "=") }
    }
    return text
  }
}
