import Testing

/// What people read and copy from: pages, rules, the catalog, and the files that carry them.
@Suite struct DocumentTests {
  private func read(_ path: String) -> String { Repository.text(path) ?? "" }

  private func page(_ path: String) -> Page { Page(path: path, text: read(path)) }

  @Test func trackedFilesAreClean() throws {
    let files = try Repository.trackedFiles()
    #expect(files.count > 100)
    var faults = files.flatMap(RepositoryRules.nameFaults)
    for path in files where RepositoryRules.isText(path) {
      let text = read(path)
      // What the tool printed is kept as it is.
      if !path.contains("/Goldens/") { faults += RepositoryRules.textFaults(path: path, text: text) }
      if path.hasSuffix(".md") || path.hasPrefix("rules/") || path.hasPrefix("catalog/") {
        faults += RepositoryRules.machinePathFaults(path: path, text: text)
      }
    }
    #expect(faults.isEmpty, "\n\(list(faults))")
  }

  @Test func ruleFilesBearTheirIds() {
    let files = Repository.files(below: "rules", suffix: ".yaml").filter { path in
      path.split(separator: "/").count == 3 && !path.hasSuffix("/pack.yaml")
    }
    let faults = files.flatMap { RepositoryRules.ruleNameFaults(path: $0, text: read($0)) }
    #expect(!files.isEmpty)
    #expect(faults.isEmpty, "\n\(list(faults))")
  }

  @Test func catalogDocumentsNameTheirSchema() {
    let files = Repository.files(below: "catalog", suffix: ".yaml").filter { !$0.hasSuffix("/guidelint.yaml") }
    let faults = files.flatMap { path in
      RepositoryRules.schemaCommentFaults(path: path, text: read(path)) { Repository.text($0) != nil }
    }
    #expect(files.count > 13)
    #expect(faults.isEmpty, "\n\(list(faults))")
  }

  @Test func documentedCommandsExist() {
    let targets = Page.targets(makefile: read("Makefile"))
    let manifest = ModuleTable(manifest: SwiftSource(path: "Package.swift", text: read("Package.swift")))
    let pages = ["README.md", "README.zh.md", "CONTRIBUTING.md"].map(page)
    let faults = pages.flatMap { $0.commandFaults(targets: targets, products: Set(manifest.entries.map(\.name))) }
    #expect(pages.allSatisfy { !$0.commands.isEmpty })
    #expect(faults.isEmpty, "\n\(list(faults))")
  }

  @Test func bothReadmesSayTheSame() {
    let (english, chinese) = (page("README.md"), page("README.zh.md"))
    #expect(english.headings == chinese.headings, "README.md and README.zh.md differ in their headings")
    #expect(english.commands.map(\.text) == chinese.commands.map(\.text))
  }

  @Test func readmesHaveNoGapsLeft() {
    for path in ["README.md", "README.zh.md"] {
      let faults = read(path).split(separator: "\n", omittingEmptySubsequences: false).enumerated()
        .filter { $0.element.contains("<!--") }
        .map { Fault(path: path, line: $0.offset + 1, message: "fill in what the comment asks for") }
      #expect(faults.isEmpty, "\n\(list(faults))")
    }
  }

  @Test func continuousIntegrationRunsTheSameTests() {
    #expect(read(".ci/run").contains("make test"))
    #expect(read("LICENSE").contains("Apache License"))
  }
}
