import Foundation
import TestSupport
import Testing

/// `guidelint compare` over a repository with five commits.
@Suite struct CompareTests {
  /// The parts of the JSON that these tests look at.
  private struct Comparison: Decodable {
    struct Document: Decodable {
      var id: String
      var state: String
    }
    struct Rise: Decodable {
      var id: String
      var measure: String
    }
    struct Group: Decodable {
      var before: Int
      var after: Int
      var changed: Int
    }
    var documents: [Document]
    var rises: [Rise]
    var items: Group
  }

  private func compare(_ repository: GitFolder, _ arguments: String...) throws -> Comparison {
    let outcome = try repository.guidelint("compare", "-f", "json").with(arguments).run()
    #expect(outcome.exitCode == 0, "\(outcome.everything)")
    return try JSONDecoder().decode(Comparison.self, from: Data(outcome.output))
  }

  @Test func fiveCommits() throws {
    let repository = try RevisionSample.repository()
    let all = try compare(repository, "HEAD~4")
    #expect(all.documents.map { "\($0.id) \($0.state)" } == ["a kept", "c removed", "f kept"])
    #expect(all.rises.map { "\($0.id) \($0.measure)" } == ["a steps", "f visits"])
    #expect(all.items.before == 6 && all.items.after == 5 && all.items.changed == 2)
    // A document that moves, alone or with its file, does not change.
    #expect(try compare(repository, "HEAD~4", "HEAD~3").documents.isEmpty)
    #expect(try compare(repository, "HEAD~1", "HEAD").documents.map(\.id) == ["f"])
    #expect(try compare(repository).documents.isEmpty)
    #expect(try compare(repository, "--all").documents.count == 6)
    let back = try compare(repository, "HEAD", "HEAD~4")
    #expect(back.documents.map { "\($0.id) \($0.state)" } == ["a kept", "c added", "f kept"] && back.rises.isEmpty)
  }

  @Test func aRiseFailsWhereAskedFor() throws {
    let repository = try RevisionSample.repository()
    let outcome = try repository.guidelint("compare", "HEAD~4", "--fail-on-rise").run()
    #expect(outcome.exitCode == 1)
    #expect(outcome.talk.contains("rise: a steps 1 → 2\nrise: f visits 1 → 3\n"), "\(outcome.talk)")
    #expect(try repository.guidelint("compare", "HEAD", "HEAD~4", "--fail-on-rise").run().exitCode == 0)
    #expect(try repository.guidelint("compare", "HEAD~4").run().exitCode == 0)
  }

  @Test func foldersAndRevisionsAreComparedWithEachOther() throws {
    let repository = try RevisionSample.repository()
    let old = try TemporaryFolder(["items/x.yaml": RevisionSample.item("a", steps: ["受理", "审查", "决定"])])
    let folders = try compare(repository, old.path)
    #expect(folders.documents.contains { $0.id == "a" && $0.state == "kept" } && folders.rises.isEmpty)
    let mixed = try compare(repository, "HEAD", old.path)
    #expect(mixed.rises.map(\.measure) == ["steps"])
    try repository.write(["HEAD/items/x.yaml": RevisionSample.item("a", visits: 0)])
    #expect(try compare(repository, "HEAD", "heads/main").rises.map(\.measure).contains("visits"))
  }

  @Test func everyFormatGoesToItsFile() throws {
    let repository = try RevisionSample.repository()
    let place = try TemporaryFolder()
    let formats = ["text", "markdown", "csv", "json", "html"]
    let targets = formats.flatMap { ["-f", "\($0)=\(place.path)/out.\($0)"] }
    let outcome = try repository.guidelint("compare", "HEAD~4").with(targets).run()
    #expect(outcome.exitCode == 0 && outcome.output.isEmpty, "\(outcome.everything)")
    for format in formats { #expect(place.text("out.\(format)")?.isEmpty == false, "\(format)") }
    let twice = try repository.guidelint("compare", "-f", "text,json").run()
    #expect(twice.exitCode == 2)
    let input = try repository.guidelint("compare", "-f", "text=items/a.yaml").run()
    #expect(input.exitCode == 2 && repository.folder.text("items/a.yaml")?.contains("审查") == true)
  }

  @Test func whatCannotBeReadLeavesTheComparisonOpen() throws {
    let repository = try RevisionSample.repository()
    try repository.write(["items/a.yaml": "kind: ServiceItem\nid: a\nname: [\n"])
    let outcome = try repository.guidelint("compare", "--fail-on-rise").run()
    #expect(outcome.exitCode == 2 && outcome.talk.contains("“items/a.yaml”"), "\(outcome.everything)")
    #expect(!outcome.text.contains("[removed]"))
    let missing = try repository.guidelint("compare", "nowhere").run()
    #expect(missing.exitCode == 2 && missing.talk.contains("no folder, nor a git revision"), "\(missing.talk)")
    #expect(try repository.guidelint("compare", "--catalog", "nowhere").run().exitCode == 2)
  }
}
