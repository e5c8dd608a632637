import Testing

@testable import Workspace

private func item(_ id: String, visits: Int) -> String { "kind: ServiceItem\nid: \(id)\nname: 事项\nvisits: \(visits)\n" }

private func gone(_ file: String) -> String { "item-removed-without-successor \(file) 事项" }

private func raised(_ file: String, _ visits: Int) -> String { "visits-raised \(file) \(visits)" }

/// A run that compares, with the rules about change alone.
private func run(_ files: [String: String], _ paths: [String] = ["new"], against: String = "old") -> Run {
  Run(files, paths: paths) {
    $0.against = against
    $0.only = ["visits-raised", "item-removed-without-successor"]
  }
}

@Test func anOlderFolderIsComparedById() {
  let found = run([
    "new/a.yaml": item("a", visits: 2), "new/renamed.yaml": item("b", visits: 1), "new/c.yaml": item("c", visits: 1),
    "old/a.yaml": item("a", visits: 1), "old/b.yaml": item("b", visits: 0), "old/d.yaml": item("d", visits: 0),
  ])
  #expect(found.found == [raised("new/a.yaml", 2), raised("new/renamed.yaml", 1), gone("old/d.yaml")])
  #expect(found.verdict.exitCode == 1 && found.outcome.report.fileCount == 3)
  #expect(found.outcome.report.diagnostics[0].related.map(\.file) == ["old/a.yaml"])
  #expect(found.outcome.report.sources["old/a.yaml"] != nil && found.outcome.report.sources["old/b.yaml"] != nil)
}

@Test func eachVersionSelectsItsFilesByItsOwnConfiguration() {
  let found = run([
    "new/guidelint.yaml": "root: true\n", "new/items/a.yaml": item("a", visits: 1),
    "new/drafts/b.yaml": item("b", visits: 1),
    // Rules that are no more, and packs that are not there, are the past's own business.
    "old/guidelint.yaml": "extends: [./rules]\nfiles: {exclude: [drafts/**]}\nrules: {no-such-rule: error}\n",
    "old/items/a.yaml": item("a", visits: 0), "old/drafts/b.yaml": item("b", visits: 0),
    "old/drafts/c.yaml": item("c", visits: 0),
  ])
  #expect(found.found == [raised("new/items/a.yaml", 1)])
  #expect(found.verdict.exitCode == 1 && found.messages.isEmpty, "\(found.messages)")
}

@Test func configurationsAboveTheOlderFolderDoNotGovernIt() {
  let found = run(
    [
      "guidelint.yaml": "files: {include: [items/**]}\n", "items/a.yaml": item("a", visits: 1),
      "old/items/a.yaml": item("a", visits: 0),
    ], [], against: "old")
  #expect(found.found == [raised("items/a.yaml", 1)])
}

@Test func theOlderFolderIsNoPartOfTheCatalog() {
  let found = run(
    ["guidelint.yaml": "root: true\n", "a.yaml": item("a", visits: 1), "old/a.yaml": item("a", visits: 0)], [])
  #expect(found.found == [raised("a.yaml", 1)])
  #expect(found.outcome.report.fileCount == 1)
}

@Test func nestedCatalogsAreComparedWithThoseAtTheSamePlace() {
  let files = [
    "new/guidelint.yaml": "root: true\n", "new/a.yaml": item("a", visits: 1), "new/in/guidelint.yaml": "root: true\n",
    "new/in/a.yaml": item("a", visits: 3), "new/more/guidelint.yaml": "root: true\n",
    "new/more/a.yaml": item("a", visits: 9), "old/guidelint.yaml": "root: true\n", "old/a.yaml": item("a", visits: 1),
    "old/in/guidelint.yaml": "root: true\n", "old/in/a.yaml": item("a", visits: 2),
  ]
  let found = run(files)
  #expect(found.found == [raised("new/in/a.yaml", 3)])
  // What the older version lacks is new, and no reason to distrust the rest.
  #expect(found.verdict.exitCode == 1, "\(found.messages)")
  #expect(
    found.messages == [
      "note: “old” has no catalog “new/more”, which counts as new: all of its documents are added, and there is no "
        + "change to judge."
    ])
}

@Test func onlyWhatWasListedIsReportedAsGone() {
  let files = [
    "new/guidelint.yaml": "root: true\n", "new/x/a.yaml": item("a", visits: 0), "new/y/b.yaml": item("b", visits: 0),
    "old/x/c.yaml": item("c", visits: 0), "old/y/d.yaml": item("d", visits: 0),
  ]
  #expect(run(files).found == [gone("old/x/c.yaml"), gone("old/y/d.yaml")])
  #expect(run(files, ["new/y"]).found == [gone("old/y/d.yaml")])
  #expect(run(files, ["new/x/a.yaml"]).found == [])
}

@Test func aConfigurationFromElsewhereGovernsOnlyTheNewVersion() {
  let files = [
    "own/strict.yaml": "extends: []\nrules: {change: error}\n", "new/a.yaml": item("a", visits: 1),
    "old/a.yaml": item("a", visits: 0), "old/b.yaml": item("b", visits: 0),
  ]
  let found = Run(files, paths: ["new"]) {
    $0.configurationPath = "own/strict.yaml"
    $0.against = "old"
    $0.only = ["visits-raised", "item-removed-without-successor"]
  }
  #expect(found.found == [raised("new/a.yaml", 1), gone("old/b.yaml")], "\(found.messages)")
}

@Test func anOlderVersionThatCannotBeReadFailsTheRun() {
  let files = ["new/a.yaml": item("a", visits: 1), "old/a.yaml": item("a", visits: 1), "old/notes.txt": "x"]
  let cases = [
    (
      "none",
      "--against takes a folder that holds an older catalog or a git revision. There is no folder “none”; as a "
        + "revision: The program git was not found. Install it, or pass the folder of an older catalog to --against."
    ),
    ("old/a.yaml", "--against takes a folder that holds an older catalog; “old/a.yaml” is no folder."),
  ]
  for (path, words) in cases {
    let found = run(files, against: path)
    #expect(found.messages == [words] && found.verdict.exitCode == 2, "\(found.messages)")
  }
  let empty = run(["new/a.yaml": item("a", visits: 1), "old/notes.txt": "x"])
  #expect(empty.messages.count == 1 && empty.verdict.exitCode == 2, "\(empty.messages)")
  let broken = run(files.merging(["old/guidelint.yaml": "files: ["]) { $1 })
  #expect(
    broken.messages == [
      "The configuration “old/guidelint.yaml” of the version compared with cannot be read, so its files are not known."
    ])
  #expect(broken.verdict.exitCode == 2)
  let denied = Run(files, paths: ["new"], denied: ["/desk/old/a.yaml"]) { $0.against = "old" }
  #expect(denied.verdict.exitCode == 2)
}

@Test func documentsThatCannotBeComparedAreMentionedOnce() {
  let found = run([
    "new/a.yaml": item("a", visits: 2), "new/b.yaml": item("b", visits: 2),
    "old/a.yaml": item("a", visits: 1) + "fees: [", "old/b.yaml": "kind: [\n",
  ])
  #expect(found.found.isEmpty && found.verdict.exitCode == 0)
  #expect(
    found.messages.contains(
      "note: 2 files of the version compared with cannot be read whole: “old/a.yaml”, “old/b.yaml”. Documents that "
        + "cannot be read there were not compared: neither their removal nor their changes were judged."),
    "\(found.messages)")
}

@Test func theSameFolderIsComparedAndMentioned() {
  let found = run(["new/guidelint.yaml": "root: true\n", "new/a.yaml": item("a", visits: 2)], against: "new")
  #expect(found.found.isEmpty && found.verdict.exitCode == 0)
  #expect(
    found.messages == ["note: --against is the folder that is checked, “new”; the two versions are the same."])
}
