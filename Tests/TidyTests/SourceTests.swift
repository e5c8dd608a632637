import Testing

/// What architecture.md says about every source file, executed.
@Suite struct SourceTests {
  private let table = ModuleTable(markdown: Repository.text("CONTRIBUTING.md") ?? "")
  private let manifest = ModuleTable(
    manifest: SwiftSource(path: "Package.swift", text: Repository.text("Package.swift") ?? ""))

  @Test func filesAreFound() {
    #expect(Repository.sources.count > 100)
    #expect(table.entries.count > 15)
    #expect(manifest.entries.count > 15)
  }

  @Test func moduleTableEqualsManifest() {
    let faults = ImportRules(table: table, manifest: manifest).differences()
    #expect(faults.isEmpty, "\n\(list(faults))")
  }

  @Test func importsFollowTheModuleTable() {
    let rules = ImportRules(table: table, manifest: manifest)
    let faults = (Repository.sources + Repository.tests).flatMap(rules.faults)
    #expect(faults.isEmpty, "\n\(list(faults))")
  }

  @Test func codeKeepsToItsLayer() {
    var faults: [Fault] = []
    for (module, sources) in Dictionary(grouping: Repository.sources, by: \.module).sorted(by: { $0.key < $1.key }) {
      let own = CodeRules.functions(in: sources)
      for source in sources {
        faults += CodeRules(source: source, layer: table[module]?.layer, ownFunctions: own).faults()
      }
    }
    #expect(faults.isEmpty, "\n\(list(faults))")
  }

  @Test func filesAndFunctionsAreShort() {
    let faults = (Repository.sources + Repository.tests).flatMap(ShapeRules.sizeFaults)
    #expect(faults.isEmpty, "\n\(list(faults))")
  }

  @Test func declarationsAreDocumented() {
    let faults = Repository.sources.flatMap(ShapeRules.documentationFaults)
    #expect(faults.isEmpty, "\n\(list(faults))")
  }

  @Test func formatIsClean() throws {
    let lint = try Subprocess.run(
      ["swift", "format", "lint", "--strict", "--parallel", "--recursive", "Sources", "Tests", "Package.swift"])
    #expect(lint.exitCode == 0, "run `make format`:\n\(lint.output)")
  }
}
