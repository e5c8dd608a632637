import Testing

@testable import Workspace

private let root = "root: true\n"

private func item(_ id: String, visits: Int) -> String { "kind: ServiceItem\nid: \(id)\nname: 事项\nvisits: \(visits)\n" }

private func gone(_ file: String) -> String { "item-removed-without-successor \(file) 事项" }

private func raised(_ file: String, _ visits: Int) -> String { "visits-raised \(file) \(visits)" }

/// A run that compares, with the rules about change alone.
private func run(
  _ files: [String: String], _ paths: [String], against: String = "old", links: [String: String] = [:]
) -> Run {
  Run(files, paths: paths, links: links) {
    $0.against = against
    $0.only = ["visits-raised", "item-removed-without-successor"]
  }
}

/// Two catalogs of a repository, without anything above them, in both versions.
private let two = [
  "new/catalog/guidelint.yaml": root, "new/catalog/items/a.yaml": item("a", visits: 2),
  "new/second/guidelint.yaml": root, "new/second/items/b.yaml": item("b", visits: 2),
  "old/catalog/guidelint.yaml": root, "old/catalog/items/a.yaml": item("a", visits: 1),
  "old/catalog/items/gone.yaml": item("gone", visits: 1),
  "old/second/guidelint.yaml": root, "old/second/items/b.yaml": item("b", visits: 1),
]

private let changedCatalog = [raised("new/catalog/items/a.yaml", 2), gone("old/catalog/items/gone.yaml")]

@Test func aCheckoutOfTheRepositoryIsComparedByTheNamesOfFolders() {
  let stray = two.merging(["old/compose.yaml": "services: {}\n"]) { $1 }
  for files in [two, stray] {
    #expect(run(files, ["new/catalog"]).found == changedCatalog)
    #expect(run(files, ["new/catalog"], against: "old/catalog").found == changedCatalog)
    #expect(run(files, ["new/second"]).found == [raised("new/second/items/b.yaml", 2)])
    #expect(run(files, ["new"]).found.sorted() == (changedCatalog + [raised("new/second/items/b.yaml", 2)]).sorted())
  }
}

@Test func severalThatMayBeTheEarlierVersionFailTheRun() {
  let files = two.merging(["old/guidelint.yaml": root, "old/top.yaml": item("top", visits: 1)]) { $1 }
  let found = run(files, ["new/second"])
  #expect(found.found.isEmpty && found.verdict.exitCode == 2)
  #expect(
    found.messages == [
      "2 catalogs in “old” may be the earlier version of “new/second”, so it was not compared: “old”, “old/second”. "
        + "Lint “new/second” alone and pass one of them to --against."
    ])
  #expect(run(files, ["new/second"], against: "old/second").found == [raised("new/second/items/b.yaml", 2)])
}

@Test func namingANestedCatalogComparesItWithTheSame() {
  let files = two.merging([
    "old/guidelint.yaml": root, "old/top.yaml": item("top", visits: 1), "new/guidelint.yaml": root,
    "new/top.yaml": item("top", visits: 1),
  ]) { $1 }
  let second = [raised("new/second/items/b.yaml", 2)]
  #expect(run(files, ["new"]).found.sorted() == (changedCatalog + second).sorted())
  #expect(run(files, ["new/second"]).found == second)
  #expect(run(files, ["new/second"], against: "old/second").found == second)
}

@Test func aCatalogWithoutAnEarlierVersionFailsTheRun() {
  let files = two.filter { !$0.key.hasPrefix("old/second/") }
  let found = run(files, ["new"])
  // Beside one that is compared, it is new.
  #expect(found.found == changedCatalog && found.verdict.exitCode == 1)
  #expect(
    found.messages == [
      "note: “old” has no catalog “new/second”, which counts as new: all of its documents are added, and there is no "
        + "change to judge."
    ])
  let alone = run(files, ["new/second"])
  #expect(alone.verdict.exitCode == 2)
  #expect(
    alone.messages == [
      "No catalog in “old” stands where “new/second” does, so it was not compared. Folders there that hold catalogs: "
        + "“old/catalog”. Pass the folder of its earlier version to --against."
    ])
  #expect(alone.outcome.messages.first?.text.zh.contains("其中有目录的文件夹：“old/catalog”。") == true)
  let nested = files.merging(["new/guidelint.yaml": root, "new/top.yaml": item("top", visits: 1)]) { $1 }
  let words = run(nested, ["new/second"]).messages
  #expect(
    words.first?.hasSuffix(
      "Pass a folder to --against that holds its earlier version at “second”, or that folder itself.") == true,
    "\(words)")
}

@Test func aCatalogThatIsGoneIsMentioned() {
  let files = two.filter { !$0.key.hasPrefix("new/second/") }
  #expect(
    run(files, ["new"]).messages == [
      "note: a catalog of the version compared with is gone: “old/second”. The removal of documents there was not "
        + "judged."
    ])
  #expect(run(files, ["new/catalog"]).messages == [])
}

@Test func aPartOfACatalogIsComparedWithTheSamePart() {
  let found = run(two, ["new/catalog/items"], against: "old/catalog/items")
  #expect(found.found == changedCatalog)
  // The item may be in the part of the older file that cannot be read: it does not count as new.
  let broken = two.merging(["old/catalog/items/a.yaml": "kind: [\n", "new/catalog/x.yaml": item("x", visits: 1)]) { $1 }
  for (paths, base) in [(["new/catalog"], "old/catalog"), (["new/catalog/items"], "old/catalog/items")] {
    let found = run(broken, paths, against: base)
    #expect(found.found == [gone("old/catalog/items/gone.yaml")])
    #expect(found.outcome.report.counts.pass == run(broken, ["new/catalog"]).outcome.report.counts.pass)
  }
}

@Test func aBaseReachedThroughALinkIsNoPartOfTheCatalog() {
  let files = [
    "guidelint.yaml": root, "items/a.yaml": item("a", visits: 2), "base/items/a.yaml": item("a", visits: 1),
  ]
  let links = ["/desk/link": "/desk/base", "/other": "/desk"]
  for (paths, base) in [([], "link"), (["/other"], "base"), (["/other"], "link"), ([], "/other/base")] {
    let found = run(files, paths, against: base, links: links)
    #expect(found.outcome.report.diagnostics.map(\.rule) == ["visits-raised"], "\(paths) \(base): \(found.found)")
    #expect(found.outcome.report.fileCount == 1 && found.verdict.exitCode == 1, "\(found.messages)")
  }
}
