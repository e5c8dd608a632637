import TestSupport
import Testing

/// `lint --since`, `--staged` and `--against REV` over a repository with five commits.
@Suite struct RevisionTests {
  private func lint(_ repository: GitFolder, _ arguments: String...) -> Guidelint {
    repository.guidelint("lint", "-f", "json", "--only", RevisionSample.rules).with(arguments)
  }

  private let changes = [
    "bundle-member-unknown pack", "item-removed-without-successor c", "steps-raised a", "visits-over-one f",
    "visits-raised f",
  ]

  @Test func onlyWhatFiveCommitsBroughtIsReported() throws {
    let repository = try RevisionSample.repository()
    let outcome = try lint(repository, "--since", "HEAD~4").run()
    // The step of `a`, the end of `c` and what that does to the bundle, and `f`; not `b`, `e` and the old fault of `d`.
    #expect(try outcome.found().sorted() == changes, "\(outcome.everything)")
    #expect(outcome.exitCode == 1)
    #expect(
      outcome.talk.contains("3 documents changed (0 added, 2 modified, 1 removed), 1 other finding left out"),
      "\(outcome.talk)")
    let everything = try lint(repository, "--against", "HEAD~4").run()
    #expect(try everything.found().sorted() == (changes + ["visits-over-one d"]).sorted())
    let removed = try outcome.report().diagnostics.filter { $0.document?.id == "c" }.map(\.file)
    #expect(removed == ["HEAD~4:items/c.yaml"])
  }

  @Test func eachCommitBringsItsOwn() throws {
    let repository = try RevisionSample.repository()
    let expected: [(revision: String, found: [String], words: String)] = [
      ("HEAD", [], "0 documents changed"),
      ("HEAD~1", ["visits-over-one f", "visits-raised f"], "(0 added, 1 modified, 0 removed)"),
      ("HEAD~2", ["steps-raised a", "visits-over-one f", "visits-raised f"], "(0 added, 2 modified, 0 removed)"),
      ("HEAD~3", changes, "(0 added, 2 modified, 1 removed)"),
    ]
    for (revision, found, words) in expected {
      let outcome = try lint(repository, "--since", revision).run()
      #expect(try outcome.found().sorted() == found, "\(revision)\n\(outcome.everything)")
      #expect(outcome.talk.contains(words) && outcome.exitCode == (found.isEmpty ? 0 : 1), "\(outcome.talk)")
    }
  }

  @Test func aFileThatWasOnlyTouchedOrReformattedOutsideItsDocumentsIsUnchanged() throws {
    let repository = try RevisionSample.repository()
    let text = repository.folder.text("items/d.yaml") ?? ""
    try repository.write(["items/d.yaml": "---\n\n" + text.replacing("\n", with: "\r\n") + "\r\n...\r\n"])
    let outcome = try lint(repository, "--since", "HEAD").run()
    #expect(try outcome.exitCode == 0 && outcome.found() == [], "\(outcome.everything)")
    #expect(outcome.talk.contains("0 documents changed"))
  }

  @Test func theIndexIsLintedNotTheWorkingTree() throws {
    let repository = try RevisionSample.repository()
    try repository.write(["items/a.yaml": RevisionSample.item("a", visits: 4)])
    try repository.git("add", "items/a.yaml")
    try repository.write([
      "items/a.yaml": RevisionSample.item("a", visits: 9), "items/b2.yaml": RevisionSample.item("zz", visits: 9),
    ])
    let outcome = try lint(repository, "--staged").run()
    #expect(try outcome.found() == ["visits-over-one a", "visits-raised a"], "\(outcome.everything)")
    #expect(try outcome.report().diagnostics[0].message.contains("4"))
    #expect(outcome.talk.contains("1 document changed (0 added, 1 modified, 0 removed), 3 other findings left out"))
    // A hook is given the index of the commit that is being made.
    try repository.git("commit", "-q", "-m", "staged")
    let clean = try lint(repository, "--staged").run()
    #expect(try clean.exitCode == 0 && clean.found() == [], "\(clean.everything)")
    try repository.git("read-tree", "--index-output=.git/other", "HEAD~1")
    let other = try lint(repository, "--staged").setting("GIT_INDEX_FILE", to: ".git/other").run()
    #expect(other.talk.contains("1 document changed"), "\(other.talk)")
  }

  @Test func whatIsStagedFirstIsAdded() throws {
    let repository = try GitFolder()
    try repository.write(["guidelint.yaml": "root: true\n", "a.yaml": RevisionSample.item("a", visits: 3)])
    try repository.git("add", "a.yaml", "guidelint.yaml")
    let staged = try lint(repository, "--staged").run()
    #expect(try staged.exitCode == 0 && staged.found() == ["visits-over-one a"], "\(staged.everything)")
    #expect(staged.talk.contains("no commit yet") && staged.talk.contains("1 document changed (1 added"))
    let since = try lint(repository, "--since", "HEAD").run()
    #expect(since.exitCode == 2 && since.talk.contains("The repository has no commit yet"), "\(since.talk)")
  }

  @Test func aNewDuplicateIsReportedWhereverItIsShown() throws {
    let repository = try RevisionSample.repository()
    // The first document with an id is the one that counts, so the old one is underlined.
    try repository.write(["items/0.yaml": RevisionSample.item("a", visits: 1)])
    let report = try lint(repository, "--since", "HEAD").run().report()
    #expect(report.diagnostics.map { "\($0.rule) \($0.file)" } == ["catalog-id-duplicate items/a.yaml"])
  }

  @Test func aFileThatCannotBeReadCountsAsChangedWithItsBytes() throws {
    let repository = try RevisionSample.repository()
    try repository.commit(["items/broken.yaml": "kind: ServiceItem\nid: x\nname: [\n"])
    let same = try lint(repository, "--since", "HEAD").run()
    #expect(try same.exitCode == 0 && same.found() == [], "\(same.everything)")
    try repository.write(["items/broken.yaml": "kind: ServiceItem\nid: x\nname: {\n", "items/empty.yaml": ""])
    let changed = try lint(repository, "--since", "HEAD").run()
    #expect(
      try changed.exitCode == 1
        && changed.report().diagnostics.map(\.file) == ["items/broken.yaml", "items/empty.yaml"])
  }

  @Test func theCommonAncestorIsComparedWith() throws {
    let repository = try RevisionSample.repository()
    try repository.git("checkout", "-q", "-b", "topic", "HEAD~2")
    try repository.commit(["items/b.yaml": RevisionSample.item("bb", visits: 2)], "topic")
    let ancestor = try lint(repository, "--since", "main...").run()
    #expect(try ancestor.found() == ["visits-over-one bb"], "\(ancestor.everything)")
    let main = try lint(repository, "--since", "main").run()
    #expect(main.talk.contains("(1 added, 2 modified, 0 removed)"), "\(main.talk)")
  }

  @Test func aFolderWinsOverARevision() throws {
    let repository = try RevisionSample.repository()
    try repository.git("tag", "items")
    try repository.git("branch", "old")
    let folder = try lint(repository, "--against", "items").run()
    #expect(folder.talk.contains("“items” is a folder and a revision; the folder is compared with"), "\(folder.talk)")
    try repository.write(["old": "a file, not a folder"])
    let revision = try lint(repository, "--against", "old").run()
    #expect(revision.exitCode == 1 && !revision.talk.contains("no folder"), "\(revision.talk)")
    try repository.git("tag", "main", "HEAD~4")
    let twice = try lint(repository, "--since", "main").run()
    #expect(twice.talk.contains("“main” is a branch and a tag"), "\(twice.talk)")
  }

  @Test func aNewCatalogHasNoEarlierState() throws {
    let repository = try RevisionSample.repository()
    try repository.write([
      "items/own/guidelint.yaml": "root: true\n", "items/own/x.yaml": RevisionSample.item("x", visits: 2),
    ])
    let outcome = try lint(repository, "--since", "HEAD").run()
    #expect(try outcome.found() == ["visits-over-one x"], "\(outcome.everything)")
    #expect(outcome.exitCode == 0 && outcome.talk.contains("“HEAD” has no catalog “items/own”"), "\(outcome.talk)")
  }

  @Test func aCatalogBelowTheTopIsComparedWithItself() throws {
    let repository = try RevisionSample.repository()
    try repository.write(["items/d.yaml": RevisionSample.item("d", visits: 6)])
    let listed = try lint(repository, "items/d.yaml", "--since", "HEAD").run()
    #expect(try listed.found() == ["visits-over-one d", "visits-raised d"], "\(listed.everything)")
    #expect(listed.talk.contains("1 document changed"))
    let other = try lint(repository, "items/a.yaml", "--since", "HEAD").run()
    #expect(try other.found() == [] && other.talk.contains("0 documents changed"), "\(other.everything)")
    let below = try lint(repository, "--since", "HEAD").in("\(repository.path)/items").run()
    #expect(try below.found() == ["visits-over-one d", "visits-raised d"], "\(below.everything)")
  }
}

extension Guidelint {
  /// Appends arguments.
  func with(_ arguments: [String]) -> Guidelint { arguments.reduce(self) { $0.with($1) } }
}
