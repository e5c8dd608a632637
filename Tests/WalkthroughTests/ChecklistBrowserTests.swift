import Foundation
import TestSupport
import Testing

@testable import Walkthrough

/// The page in a real browser, and the way of what was filled in back into the catalog.
///
/// One browser at a time: two cores do not carry more.
@Suite(.serialized) struct ChecklistBrowserTests {
  /// A catalog with the item of the sample checklists.
  private func catalog() throws -> TemporaryFolder {
    try TemporaryFolder([
      "guidelint.yaml": "root: true\nextends: []\n",
      "items/food.yaml":
        "kind: ServiceItem\nid: food-business-licence\nname: 食品经营许可\n"
        + "materials: [{id: form, name: 食品经营许可申请书}, {id: id, name: 法定代表人身份证明}]\n",
    ])
  }

  /// Runs a scenario of `Browser/checklist_page.py`; gives back what it prints.
  private func play(_ scenario: String, _ pages: [String: ChecklistPage], in folder: TemporaryFolder) throws -> [String]
  {
    let python = try #require(ExternalTool.python(with: "selenium"), ".ci/libraries --tests installs Selenium")
    let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Browser/checklist_page.py").path
    var arguments = ["-B", script, scenario, folder.path]
    for (name, page) in pages.sorted(by: { $0.key < $1.key }) {
      try folder.write(SampleChecklists.render(page), to: "\(name).html")
      arguments.append("\(folder.path)/\(name).html")
    }
    let outcome = try python.run(arguments)
    #expect(outcome.exitCode == 0, "\(scenario): \(outcome.output)")
    return outcome.output.split(separator: "\n").map(String.init)
  }

  @Test(arguments: ["record", "english"])
  func filledInSavedAndImported(scenario: String) throws {
    let folder = try TemporaryFolder()
    let saved = try play(scenario, ["page": SampleChecklists.page()], in: folder)
    try #require(saved.count == 2)
    let catalog = try catalog()
    let imported = try Guidelint("walk", "import", saved[0]).in(catalog).run()
    #expect(imported.exitCode == 0, "\(imported.everything)")
    #expect(imported.talk.contains("1 photograph") && imported.talk.contains("3 personal data were masked"))
    let id = URL(filePath: saved[0]).deletingPathExtension().lastPathComponent
    let text = try #require(catalog.text("walks/\(id).yaml"))
    for part in ["13800138000", "110101199003077758", "张三"] { #expect(!text.contains(part), "\(part)") }
    for part in ["王体验", "=1+1", "群众张某", "called: \"09:31\"", "window.hacked", "😀"] {
      #expect(text.contains(part), "\(part)")
    }
    let picture = try Data(contentsOf: URL(filePath: "\(catalog.path)/walks/evidence/\(id)/1.jpg"))
    #expect(picture.starts(with: [0xFF, 0xD8, 0xFF]))
    let walk = try #require(WalkRecordTests.read(text))
    #expect(walk.record.lines.count == 20 && walk.record.answers.count == 12 && walk.record.extra.count == 3)
    #expect(walk.record.suggestions.count == 3 && walk.record.scores.count == 4 && walk.record.masked == 3)
    // The filled copy of the page says the same.
    let before = catalog.state()
    let copy = try Guidelint("walk", "import", saved[1]).in(catalog).run()
    #expect(copy.exitCode == 0 && copy.talk.contains("nothing changed"), "\(copy.everything)")
    #expect(catalog.state() == before)
    let lint = try Guidelint("lint").in(catalog).run()
    #expect(lint.exitCode == 0, "\(lint.everything)")
    // Text without photographs is another record, and is told apart.
    let copied = try Guidelint("walk", "import", "\(folder.path)/copied.txt").in(catalog).run()
    #expect(copied.exitCode == 0 && copied.talk.contains("is the id of another record"), "\(copied.everything)")
    #expect(catalog.text("walks/\(id)-2.yaml") != nil || catalog.text("walks/\(id.dropLast())2.yaml") != nil)
  }

  @Test func looksRightEverywhere() throws {
    _ = try play("looks", ["page": SampleChecklists.page()], in: TemporaryFolder())
    let several = SampleChecklists.page([SampleChecklists.item(), SampleChecklists.item("small")])
    _ = try play("looks", ["several": several], in: TemporaryFolder())
  }

  @Test func keysAreEnough() throws {
    _ = try play("keyboard", ["page": SampleChecklists.page()], in: TemporaryFolder())
  }

  @Test func warnsBeforeLoss() throws {
    _ = try play("refused", ["page": SampleChecklists.page()], in: TemporaryFolder())
  }

  @Test func textsOfDocumentsDoNotRun() throws {
    _ = try play("hostile", ["page": SampleChecklists.page([SampleChecklists.hostile])], in: TemporaryFolder())
  }

  @Test func printsOnOneSheet() throws {
    let long = SampleChecklists.text(
      "公众聚集场所投入使用、营业前消防安全检查（告知承诺方式）及相关变更登记", "Fire safety inspection before a public place opens, by commitment")
    _ = try play(
      "print",
      [
        "item": SampleChecklists.page(), "english": SampleChecklists.page(language: .en),
        "short": SampleChecklists.page([SampleChecklists.item(lines: Array(SampleChecklists.lines.prefix(4)))]),
        "title": SampleChecklists.page([SampleChecklists.item(title: long)]),
        "several": SampleChecklists.page([SampleChecklists.item(), SampleChecklists.item("small", title: long)]),
        "full": SampleChecklists.page(isFull: true),
      ], in: TemporaryFolder())
  }
}
