import Foundation
import TestSupport
import Testing

/// Every `guidelint …` line in a fenced `sh` block of the pages, run as a reader would, on copies.
@Suite struct DocumentedCommandTests {
  @Test(arguments: ["README.md", "README.zh.md", "CONTRIBUTING.md"])
  func commandsRun(page: String) throws {
    let root = ShippedCatalogTests.root
    let commands = try commands(in: String(contentsOfFile: "\(root)/\(page)", encoding: .utf8))
    #expect(!commands.isEmpty)
    let folder = try TemporaryFolder()
    try folder.copy("\(root)/catalog", to: "catalog")
    for command in commands {
      let words = command.filter { $0 != "'" }.split(separator: " ").dropFirst().map(String.init)
      let outcome = try Guidelint(arguments: words).in(folder).run()
      // 1 is a verdict; 2 would mean that the page is wrong.
      #expect(outcome.exitCode == 0 || outcome.exitCode == 1, "\(page): \(command)\n\(outcome.everything)")
    }
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

  private func commands(in page: String) -> [String] {
    var commands: [String] = []
    var isShell = false
    for line in page.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        isShell = line == "```sh"
      } else if isShell, line.hasPrefix("guidelint ") {
        commands.append(String(line.prefix { $0 != "#" }))
      }
    }
    return commands
  }
}
