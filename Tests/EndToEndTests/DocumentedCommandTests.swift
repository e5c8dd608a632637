import Foundation
import TestSupport
import Testing

/// What the pages show to be copied: every `guidelint …` line of a `sh` block, every configuration, every finding.
@Suite struct DocumentedCommandTests {
  /// Run as a reader would, one after the other, in a copy of the catalog on a branch that has changed a guide.
  @Test(arguments: ["README.md", "README.zh.md", "CONTRIBUTING.md"])
  func commandsRun(page: String) throws {
    let commands = try blocks(of: page, in: "sh").flatMap { $0 }.filter { $0.hasPrefix("guidelint ") }
    #expect(!commands.isEmpty)
    let branch = try branch()
    for command in commands {
      let outcome = try run(command, in: branch)
      // 1 is a verdict; 2 would mean that the page is wrong.
      #expect(outcome.exitCode == 0 || outcome.exitCode == 1, "\(page): \(command)\n\(outcome.everything)")
    }
  }

  /// A block whose first line names a file of the tool, `# guidelint.yaml`, is taken by it as it stands.
  @Test(arguments: ["README.md", "README.zh.md"])
  func shownFilesAreTaken(page: String) throws {
    let files = try blocks(of: page, in: "yaml").filter { $0.first?.hasPrefix("# guidelint") == true }
    #expect(files.count == 2)
    let folder = try TemporaryFolder()
    try folder.copy("\(ShippedCatalogTests.root)/catalog", to: "catalog")
    for lines in files {
      try folder.write(lines.joined(separator: "\n") + "\n", to: "catalog/\(lines[0].dropFirst(2))")
    }
    let outcome = try Guidelint("lint", "catalog", "-f", "json", "--today", "2026-10-01").in(folder).run()
    let report = try outcome.report()
    // The guides have no such faults, so no waiver on the page can have one to cover.
    let faults = report.diagnostics.filter { $0.file.contains("guidelint") && $0.rule != "waiver-unused" }
    #expect(faults.isEmpty && outcome.exitCode != 2, "\(page): \(faults.map(\.rule)) \(outcome.talk)")
  }

  /// The finding that a README shows is what the tool says today.
  @Test(arguments: [("README.md", "en"), ("README.zh.md", "zh")])
  func shownFindingIsFresh(page: String, language: String) throws {
    let root = ShippedCatalogTests.root
    let text = try String(contentsOfFile: "\(root)/\(page)", encoding: .utf8)
    let file = "catalog/as-found/foreign-company-registration.yaml"
    let outcome = try Guidelint("lint", file, "--only", "english-guide-missing", "--lang", language).in(root).run()
    let finding = outcome.text.components(separatedBy: "\n\n").first ?? ""
    #expect(text.contains("```text\n\(finding)\n```"), "\(page) is to show\n\(finding)")
  }

  /// A repository with the catalog on `main` and, one commit further, a branch on which a guide asks for more; another
  /// change is prepared for the next commit.
  private func branch() throws -> GitFolder {
    let repository = try GitFolder()
    try repository.folder.copy("\(ShippedCatalogTests.root)/catalog", to: "catalog")
    try repository.commit([:], "the catalog")
    try repository.git("checkout", "-q", "-b", "change")
    let name = "catalog/items/food-business-licence.yaml"
    let guide = repository.folder.text(name) ?? ""
    try repository.commit([name: guide.replacingOccurrences(of: "copies: 1", with: "copies: 2")], "more copies")
    try repository.write([name: guide.replacingOccurrences(of: "promised: 5", with: "promised: 8")])
    try repository.git("add", "-A")
    return repository
  }

  /// Runs a line as a shell would; of a shell's own language the pages use quotes and `<`.
  private func run(_ command: String, in repository: GitFolder) throws -> Guidelint.Outcome {
    let line = command.prefix { $0 != "#" }.filter { $0 != "'" }
    let parts = line.split(separator: "<").map { $0.split(separator: " ").map(String.init) }
    var run = Guidelint(arguments: Array(parts[0].dropFirst())).in(repository.folder)
    for (name, value) in GitFolder.environment { run = run.setting(name, to: value) }
    if parts.count > 1, let input = parts[1].first {
      run = run.reading(try #require(repository.folder.text(input), "\(command): there is no \(input)"))
    }
    // The coverage of all rules takes a minute in a debug build, and longer where machines are busy.
    return try run.within(seconds: 300).run()
  }

  /// The lines of each fenced block in a language.
  private func blocks(of page: String, in language: String) throws -> [[String]] {
    let text = try String(contentsOfFile: "\(ShippedCatalogTests.root)/\(page)", encoding: .utf8)
    var blocks: [[String]] = []
    var fence: String?
    for line in text.components(separatedBy: "\n") {
      if line.hasPrefix("```") {
        fence = fence == nil ? String(line.dropFirst(3)) : nil
        if fence == language { blocks.append([]) }
      } else if fence == language {
        blocks[blocks.count - 1].append(line)
      }
    }
    return blocks
  }
}
