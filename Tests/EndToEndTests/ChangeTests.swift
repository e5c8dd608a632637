import TestSupport
import Testing

/// `lint --against`: a catalog judged by what it changed.
@Suite struct ChangeTests {
  private func item(_ id: String, visits: Int, promised: String = "5 工作日") -> String {
    "kind: ServiceItem\nid: \(id)\nname: 事项 \(id)\nvisits: \(visits)\ntimeLimit: {promised: \(promised)}\n"
  }

  private func folder() throws -> TemporaryFolder {
    try TemporaryFolder([
      "new/guidelint.yaml": "root: true\n", "old/guidelint.yaml": "root: true\n",
      "old/items/a.yaml": item("a", visits: 0), "new/items/a.yaml": item("a", visits: 1, promised: "8 工作日"),
      "old/items/b.yaml": item("b", visits: 1), "new/items/moved/b-renamed.yaml": item("b", visits: 1),
      "old/items/c.yaml": item("c", visits: 1), "new/items/d.yaml": item("d", visits: 9),
    ])
  }

  @Test func aFolderBeforeAndAfter() throws {
    let folder = try folder()
    let lint = Guidelint("lint", "new", "--only", "change", "--against", "old").in(folder)
    let report = try lint.with("-f", "json").run().report()
    let found = report.diagnostics.map { "\($0.rule) \($0.file) \($0.underlined(in: folder))" }
    #expect(
      found == [
        "visits-raised new/items/a.yaml 1", "limit-promised-raised new/items/a.yaml 8 工作日",
        "item-removed-without-successor old/items/c.yaml 事项 c",
      ])
    let related = report.diagnostics.map { $0.related.map { "\($0.file):\($0.range.start.line) \($0.message)" } }
    #expect(
      related == [
        ["old/items/a.yaml:4 was “0” in the version compared against"],
        ["old/items/a.yaml:5 was “5 工作日” in the version compared against"],
        ["old/items/c.yaml:2 this is the version compared against; the catalog no longer has this document"],
      ])
    #expect(report.diagnostics.last?.document == Report.Document(kind: "ServiceItem", id: "c"))
    #expect(report.complete && report.summary.files == 3 && report.summary.documents == 3)
    let text = try lint.run()
    #expect(text.exitCode == 1, "\(text.everything)")
    for part in ["old/items/a.yaml:4:9", "old/items/c.yaml:3:7", "was “5 工作日” in the version compared against"] {
      #expect(text.text.contains(part), "\(part) is missing in\n\(text.text)")
    }
  }

  @Test func withoutABaseNothingIsSaidOfChange() throws {
    let folder = try folder()
    let outcome = try Guidelint("lint", "new", "--only", "change").in(folder).run()
    #expect(outcome.exitCode == 0, "\(outcome.everything)")
  }

  @Test func theSameBytesWhateverTheWorkers() throws {
    let folder = try folder()
    let outputs = try ["1", "2", "7"].map { jobs in
      try Guidelint("lint", "new", "--against", "old", "-f", "json", "-j", jobs).in(folder).run().output
    }
    #expect(outputs[0] == outputs[1] && outputs[1] == outputs[2])
  }

  @Test func aBaseThatCannotBeReadIsNoVerdict() throws {
    let folder = try folder()
    for (name, words) in [("nowhere", "There is no folder “nowhere”"), ("old/items/a.yaml", "is no folder")] {
      let outcome = try Guidelint("lint", "new", "--against", name).in(folder).run()
      #expect(outcome.exitCode == 2 && outcome.talk.contains(words), "\(outcome.everything)")
    }
    try folder.makeFolder("empty")
    #expect(try Guidelint("lint", "new", "--against", "empty").in(folder).run().exitCode == 2)
  }

  @Test func nothingOnDiskIsChanged() throws {
    let folder = try folder()
    let before = folder.state()
    _ = try Guidelint("lint", "new", "--against", "old").in(folder).run()
    #expect(folder.state() == before)
  }

  @Test func aCheckoutOfTheWholeRepositoryIsCompared() throws {
    let folder = try TemporaryFolder([
      "new/catalog/guidelint.yaml": "root: true\n", "new/catalog/items/a.yaml": item("a", visits: 2),
      "new/second/guidelint.yaml": "root: true\n", "new/second/b.yaml": item("b", visits: 2),
      "old/catalog/guidelint.yaml": "root: true\n", "old/catalog/items/a.yaml": item("a", visits: 1),
    ])
    let lint = Guidelint("lint", "--only", "change", "--against", "old").in(folder)
    let outcome = try lint.with("new/catalog", "-f", "json").run()
    #expect(try outcome.exitCode == 1 && outcome.report().diagnostics.map(\.rule) == ["visits-raised"])
    let unknown = try lint.with("new/second").run()
    #expect(unknown.exitCode == 2 && unknown.talk.contains("“old/catalog”"), "\(unknown.everything)")
  }

  @Test func aBaseBehindALinkIsNoPartOfTheCatalog() throws {
    let folder = try TemporaryFolder([
      "new/guidelint.yaml": "root: true\n", "new/items/a.yaml": item("a", visits: 2),
      "new/base/a.yaml": item("a", visits: 1),
    ])
    try folder.link("link", to: "new/base")
    let report = try Guidelint("lint", "new", "--only", "change", "--against", "link", "-f", "json").in(folder).run()
      .report()
    #expect(report.diagnostics.map(\.rule) == ["visits-raised"] && report.summary.files == 1)
  }

  @Test func anOldFileThatCannotBeReadIsARemark() throws {
    let folder = try folder()
    try folder.write("kind: ServiceItem\nid: a\nname: [x\n", to: "old/items/a.yaml")
    let outcome = try Guidelint("lint", "new", "--only", "visits-raised", "--against", "old").in(folder).run()
    #expect(outcome.exitCode == 0, "\(outcome.everything)")
    #expect(outcome.talk.contains("neither their removal nor their changes were judged"), "\(outcome.everything)")
  }
}
