import Foundation
import Rules
import Testing

@testable import Workspace

/// The repository's folder.
private let repository = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
  .joined(separator: "/")

/// The shipped rules with their examples.
private func shipped() -> RuleLibrary {
  RuleSets(fileSystem: DiskFileSystem(), workingDirectory: repository, readsExamples: true).standardLibrary
}

@Test func thePagesOfTheShippedRulesAreFresh() throws {
  let library = shipped()
  let pages = RuleReference(library).pages(of: library.rules)
  let folder = repository + "/docs/rules"
  if ProcessInfo.processInfo.environment["GUIDELINT_RECORD"] == "1" {
    let strangers = try RuleReference.write(pages, to: folder, DiskFileSystem())
    for name in strangers { try FileManager.default.removeItem(atPath: folder + "/" + name) }
    Issue.record("docs/rules was rewritten; read its diff and run again without GUIDELINT_RECORD")
    return
  }
  for page in pages {
    let written = FileManager.default.contents(atPath: folder + "/" + page.name)
    #expect(
      written?.elementsEqual(page.text.utf8) == true,
      "docs/rules/\(page.name) is stale; run: guidelint rule docs --output docs/rules")
  }
  let names = try FileManager.default.contentsOfDirectory(atPath: folder)
  #expect(Set(names) == Set(pages.map(\.name)))
}

@Test func everyPageShowsAWrongExampleWithItsFinding() {
  let library = shipped()
  for rule in library.rules {
    let text = RuleReference(library).pages(of: [rule])[1].text
    for part in [
      "[\(rule.page.id)]", "## 为什么 · Why", "## 怎么改 · How to fix", "## 依据 · Source", "## 错误示例 · Wrong",
      "## 正确示例 · Right", "## 例外 · How to allow",
    ] {
      #expect(text.contains(part), "the page of \(rule.page.id) lacks “\(part)”")
    }
    #expect(!text.contains("\n\n\n"), "the page of \(rule.page.id) has two empty lines")
  }
}

@Test func pagesOfRulesThatAreGoneAreNamed() throws {
  let fileSystem = MemoryFileSystem(["/docs/old-rule.md": "page", "/docs/note.txt": "mine"])
  let pages = [RuleReference.Page(name: "README.md", text: "index\n")]
  #expect(try RuleReference.write(pages, to: "/docs", fileSystem) == ["old-rule.md"])
  #expect(try fileSystem.read("/docs/README.md") == Array("index\n".utf8))
}
