import Foundation
import TestSupport
import Testing

/// `walk import` with what no page saves.
@Suite struct WalkImportTests {
  private static let record = "kind: Walkthrough\nid: 2026-10-15-a-1\nitem: a\ndate: 2026-10-15\nconclusion: 好\n"

  private func catalog(_ files: [String: String] = [:]) throws -> TemporaryFolder {
    let own = [
      "catalog/guidelint.yaml": "root: true\nextends: []\n",
      "catalog/items/a.yaml": "kind: ServiceItem\nid: a\nname: 事项\n",
    ]
    return try TemporaryFolder(own.merging(files) { $1 })
  }

  @Test func theSameRecordIsTakenOnce() throws {
    let folder = try catalog(["r.yaml": Self.record])
    let first = try Guidelint("walk", "import", "r.yaml", "--catalog", "catalog").in(folder).run()
    #expect(
      first.exitCode == 0 && folder.text("catalog/walks/2026-10-15-a-1.yaml") == Self.record, "\(first.everything)")
    let before = folder.state()
    let second = try Guidelint("walk", "import", "r.yaml", "--catalog", "catalog").in(folder).run()
    #expect(second.exitCode == 0 && second.talk.contains("nothing changed") && folder.state() == before)
    try folder.write(Self.record.replacing("好", with: "不好"), to: "other.yaml")
    for _ in 0..<2 {
      let third = try Guidelint("walk", "import", "other.yaml", "--catalog", "catalog").in(folder).run()
      #expect(third.exitCode == 0, "\(third.everything)")
    }
    #expect(folder.text("catalog/walks/2026-10-15-a-1.yaml") == Self.record)
    #expect(folder.text("catalog/walks/2026-10-15-a-2.yaml")?.contains("不好") == true)
    #expect(folder.text("catalog/walks/2026-10-15-a-3.yaml") == nil)
  }

  @Test(
    arguments: [
      (record.replacing("item: a", with: "item: b"), "no item or bundle"),
      (record.replacing("2026-10-15\nc", with: "2026-13-45\nc"), "r.yaml:4"),
      (record + "lines: [{id: x, result: maybe}]\n", "r.yaml:6"), ("kind: [", "r.yaml:1"), ("", "no record"),
      ("a: 1\n", "r.yaml:1"),
      ("kind: ServiceItem\nid: z\nname: 事\n", "ServiceItem"), ("<!DOCTYPE html><p>x", "nothing was filled in"),
      ("<script class=\"filled\">{\"kind\": \"Walkthrough\", \"id\": 1, \"item\": \"a\"}</script>", "r.yaml #1"),
      (record.replacing("2026-10-15-a-1", with: "../../evil"), "r.yaml:2"), ("\u{0}\u{1}", "r.yaml"),
    ] as [(String, String)])
  func whatCannotBeTakenIsSaid(text: String, reason: String) throws {
    let folder = try catalog(["r.yaml": text])
    let before = folder.state()
    let outcome = try Guidelint("walk", "import", "r.yaml", "--catalog", "catalog").in(folder).run()
    #expect(outcome.exitCode == 2 && outcome.talk.contains(reason), "\(outcome.everything)")
    #expect(folder.state() == before)
    let chinese = try Guidelint("walk", "import", "r.yaml", "--catalog", "catalog", "--lang", "zh").in(folder).run()
    #expect(chinese.exitCode == 2 && chinese.talk != outcome.talk)
  }

  @Test func nothingLeavesTheCatalog() throws {
    let photo =
      "x-photos: [{file: p.jpg, data: \"data:image/jpeg;base64,/9j/2gACBwf/2Q==\"}]\nevidence: [{file: p.jpg}]\n"
    let folder = try catalog(["r.yaml": Self.record + photo, "elsewhere/keep": ""])
    for target in ["../elsewhere", "/tmp", "walks/../../elsewhere"] {
      let outcome = try Guidelint("walk", "import", "r.yaml", "--catalog", "catalog", "--to", target).in(folder).run()
      #expect(outcome.exitCode == 2, "\(target): \(outcome.everything)")
    }
    try folder.link("catalog/linked", to: "../elsewhere")
    let linked = try Guidelint("walk", "import", "r.yaml", "--catalog", "catalog", "--to", "linked").in(folder).run()
    #expect(linked.exitCode == 2, "\(linked.everything)")
    try folder.makeFolder("catalog/walks")
    try folder.link("catalog/walks/evidence", to: "../../elsewhere")
    let evidence = try Guidelint("walk", "import", "r.yaml", "--catalog", "catalog").in(folder).run()
    #expect(evidence.exitCode == 2, "\(evidence.everything)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/elsewhere") == ["keep"])
  }

  @Test func photographsLieBesideTheirRecord() throws {
    let photos =
      "x-photos:\n  - {file: p/9.jpg, data: \"data:image/jpeg;base64,/9j/2gACBwf/2Q==\"}\n"
      + "  - {file: q, data: \"data:text/html;base64,PHNjcmlwdD4=\"}\n"
      + "lines: [{id: material.x, result: differs, evidence: [p/9.jpg]}]\nevidence: [{file: p/9.jpg, caption: 取号单}]\n"
    let folder = try catalog(["r.yaml": Self.record + photos])
    let outcome = try Guidelint("walk", "import", "r.yaml", "--catalog", "catalog").in(folder).run()
    #expect(outcome.exitCode == 0 && outcome.talk.contains("left out"), "\(outcome.everything)")
    let text = try #require(folder.text("catalog/walks/2026-10-15-a-1.yaml"))
    #expect(!text.contains("x-photos") && text.contains("- evidence/2026-10-15-a-1/1.jpg"))
    let bytes = try Data(contentsOf: URL(filePath: "\(folder.path)/catalog/walks/evidence/2026-10-15-a-1/1.jpg"))
    #expect(Array(bytes) == [0xFF, 0xD8, 0xFF, 0xDA, 0, 2, 7, 7, 0xFF, 0xD9])
  }

  @Test func severalAtOnce() throws {
    let two = Self.record + "---\n" + Self.record.replacing("a-1", with: "a-5")
    let folder = try catalog(["two.yaml": two, "bad.yaml": "kind: ["])
    let outcome = try Guidelint(
      "walk", "import", "two.yaml", "bad.yaml", "none.yaml", "--catalog", "catalog", "--to", "walks/q4"
    )
    .in(folder).run()
    #expect(outcome.exitCode == 2, "\(outcome.everything)")
    #expect(
      folder.text("catalog/walks/q4/2026-10-15-a-1.yaml") != nil
        && folder.text("catalog/walks/q4/2026-10-15-a-5.yaml") != nil)
  }
}
