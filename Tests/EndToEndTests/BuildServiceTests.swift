import Foundation
import TestSupport
import Testing

/// Inside the build services that are known: annotations, summaries, and nothing that a document could command.
@Suite struct BuildServiceTests {
  private func github(_ folder: TemporaryFolder, _ arguments: String...) -> Guidelint {
    Guidelint(arguments: ["lint"] + arguments).in(folder).setting("GITHUB_ACTIONS", to: "true")
      .setting("GITHUB_WORKSPACE", to: folder.path).setting("GITHUB_SERVER_URL", to: "https://host.example")
      .setting("GITHUB_REPOSITORY", to: "city/catalog").setting("GITHUB_SHA", to: "abc123")
  }

  @Test func annotationsFollowTheText() throws {
    let folder = try Sample.catalog(["items/a.yaml": Sample.item("a", visits: 2)])
    let plain = try Guidelint("lint").in(folder).run()
    let lines = try github(folder).run().text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let token = String(try #require(lines.first).dropFirst("::stop-commands::".count))
    #expect(lines[0] == "::stop-commands::\(token)" && token.utf8.count > 20)
    let end = try #require(lines.firstIndex(of: "::\(token)::"))
    #expect(lines[1..<end].joined(separator: "\n") + "\n" == plain.text)
    #expect(
      Array(lines[(end + 1)...]) == [
        "::error file=items/a.yaml,line=4,endLine=4,col=9,endColumn=9,title=visits-too-many::It takes 2 visits.%0A"
          + "how to fix: Merge the visits.", "",
      ])
    let other = try github(folder).run().text
    #expect(!other.hasPrefix("::stop-commands::\(token)\n"), "the token must not be known beforehand")
  }

  @Test func onlyPlainTextIsAnnotated() throws {
    let folder = try Sample.catalog(["items/a.yaml": Sample.item("a", visits: 2)])
    for arguments in [["-f", "json"], ["-f", "text"], ["-f", "csv"], ["-o", "o.txt"]] {
      let outcome = try github(folder).with(arguments[0], arguments[1]).run()
      #expect(outcome.exitCode == 1 && !outcome.text.contains("::"), "\(outcome.everything)")
    }
  }

  @Test func aSummaryIsAppendedWithLinksToTheRevision() throws {
    let folder = try Sample.catalog(["items/a.yaml": Sample.item("a", visits: 2), "summary.md": "# Before\n"])
    let run = github(folder, "-f", "github").setting("GITHUB_STEP_SUMMARY", to: "\(folder.path)/summary.md")
    let outcome = try run.run()
    #expect(outcome.exitCode == 1 && outcome.text.hasPrefix("::error file=items/a.yaml,"), "\(outcome.everything)")
    let summary = try #require(folder.text("summary.md"))
    #expect(summary.hasPrefix("# Before\n# guidelint report\n"))
    #expect(summary.contains("[4:9](https://host.example/city/catalog/blob/abc123/items/a.yaml#L4)"), "\(summary)")
    _ = try run.run()
    #expect(folder.text("summary.md") == summary + summary.dropFirst("# Before\n".count))
    let collision = try run.with("-f", "csv=summary.md").run()
    #expect(collision.exitCode == 2 && folder.text("summary.md")?.count == 2 * summary.count - "# Before\n".count)
    // Without a summary file there is nothing to append to.
    #expect(try github(folder, "-f", "github").run().exitCode == 1)
  }

  @Test func aFullSummaryIsLeftAsItIs() throws {
    let folder = try Sample.catalog(["items/a.yaml": Sample.item("a", visits: 2)])
    let full = String(repeating: "x", count: (1 << 20) - 10)
    try folder.write(full, to: "summary.md")
    let outcome = try github(folder, "-f", "github")
      .setting("GITHUB_STEP_SUMMARY", to: "\(folder.path)/summary.md").run()
    #expect(outcome.exitCode == 1 && outcome.talk.contains("is full"), "\(outcome.everything)")
    #expect(folder.text("summary.md") == full)
  }

  @Test func pathsStartFromTheRootOfTheRepository() throws {
    let folder = try TemporaryFolder([".git/HEAD": "ref: x\n"])
    let catalog = try Sample.catalog(["items/a b.yaml": Sample.item("a", visits: 2)])
    try folder.copy(catalog.path, to: "catalog")
    let place = "\(folder.path)/catalog"
    func output(_ format: String) throws -> String { try Guidelint("lint", "-f", format).in(place).run().text }
    #expect(try output("github").hasPrefix("::error file=catalog/items/a b.yaml,"))
    #expect(try output("gitlab").contains("\"path\": \"catalog/items/a b.yaml\""))
    let sarif = try output("sarif")
    #expect(sarif.contains("\"uri\": \"catalog/items/a%20b.yaml\""))
    #expect(sarif.contains("\"%SRCROOT%\": {\"uri\": \"file://\(folder.path)/\""))
    #expect(try output("checkstyle").contains("<file name=\"items/a b.yaml\">"))
  }

  @Test func gitLabIsToldOfItsReport() throws {
    let folder = try Sample.catalog(["items/a.yaml": Sample.item("a", visits: 2)])
    let plain = try Guidelint("lint").in(folder).run()
    let outcome = try Guidelint("lint").in(folder).setting("GITLAB_CI", to: "true").run()
    #expect(outcome.text == plain.text && outcome.exitCode == 1)
    #expect(outcome.talk.contains("-f gitlab=gl-code-quality-report.json"), "\(outcome.talk)")
    let asked = try Guidelint("lint", "-f", "text", "-f", "gitlab=gl-code-quality-report.json").in(folder)
      .setting("GITLAB_CI", to: "true").run()
    #expect(!asked.talk.contains("note:") && folder.text("gl-code-quality-report.json")?.hasPrefix("[") == true)
  }
}
