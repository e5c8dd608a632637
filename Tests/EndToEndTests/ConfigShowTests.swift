import Foundation
import TestSupport
import Testing

/// `config show` and `list-files`.
@Suite struct ConfigShowTests {
  private static let files = [
    "guidelint.yaml": """
    root: true
    extends: [./city.yaml]
    files: {exclude: ["city.yaml", "drafts/**"]}
    rules:
      steps-over-target: {params: {max: 3}}
    overrides:
      - items: [b]
        rules: {visits-over-one: off}

    """,
    "city.yaml":
      "extends: [standard/correctness]\nlanguage: en\nrules:\n  visits-over-one: {severity: error, locked: true}\n",
    "items/a.yaml": Sample.item("a", visits: 1), "items/b.yaml": Sample.item("b", visits: 1),
    "drafts/c.yaml": Sample.item("c", visits: 1),
  ]

  /// One value of the answer with its place.
  private struct Value: Decodable, Equatable {
    var file: String?
    var line: Int?
  }

  /// The parts of the answer that are compared.
  private struct Answer: Decodable {
    struct Rule: Decodable {
      var on: Value
      var severity: Value
      var locked: Value
      var params: [String: Value]
    }
    var configuration: String?
    var extends: [String]
    var values: [String: Value]
    var rules: [String: Rule]
  }

  @Test func eachValueHasItsPlace() throws {
    let folder = try TemporaryFolder(Self.files)
    let json = try Guidelint("config", "show", "steps-over-target", "visits-over-one", "-f", "json").in(folder).run()
    #expect(json.exitCode == 0, "\(json.everything)")
    let answer = try #require(JSONDecoder().decode([Answer].self, from: Data(json.output)).first)
    #expect(answer.configuration == "guidelint.yaml" && answer.extends == ["city.yaml"])
    #expect(answer.values["language"] == Value(file: "city.yaml", line: 2))
    #expect(answer.values["files.exclude"] == Value(file: "guidelint.yaml", line: 3))
    #expect(answer.values["profile"] == Value(file: nil, line: nil))
    #expect(Set(answer.rules.keys) == ["steps-over-target", "visits-over-one"])
    #expect(answer.rules["steps-over-target"]?.params["max"] == Value(file: "guidelint.yaml", line: 5))
    #expect(answer.rules["steps-over-target"]?.on == Value(file: "guidelint.yaml", line: 5))
    #expect(answer.rules["visits-over-one"]?.severity == Value(file: "city.yaml", line: 4))
    #expect(answer.rules["visits-over-one"]?.locked == Value(file: "city.yaml", line: 4))
    let text = try Guidelint("config", "show", "visits-over-one").in(folder).run().text
    let line = text.split(separator: "\n").first { $0.contains("locked: true") } ?? ""
    #expect(line.hasSuffix("# city.yaml:4"), "\(text)")
  }

  @Test func whatCannotBeTrustedExitsWithTwo() throws {
    let folder = try TemporaryFolder(Self.files.merging(["guidelint.yaml": "rulez: {}\n"]) { $1 })
    for arguments in [["config", "show"], ["list-files"]] {
      let outcome = try Guidelint(arguments: arguments).in(folder).run()
      #expect(outcome.exitCode == 2 && outcome.talk.contains("guidelint.yaml:1:1: "), "\(outcome.everything)")
    }
    #expect(try Guidelint("config", "show", "no-such-rule").in(folder).run().exitCode == 2)
    #expect(try Guidelint("config", "show", "--file", "none.yaml").in(folder).run().exitCode == 2)
  }

  @Test func filesAreListedWithTheirConfiguration() throws {
    let folder = try TemporaryFolder(Self.files)
    let all = try Guidelint("list-files").in(folder).run()
    #expect(all.text == "lint\titems/a.yaml\tguidelint.yaml\nlint\titems/b.yaml\tguidelint.yaml\n", "\(all.everything)")
    let one = try Guidelint("list-files", "items/b.yaml").in(folder).run()
    #expect(one.text == "load\titems/a.yaml\tguidelint.yaml\nlint\titems/b.yaml\tguidelint.yaml\n", "\(one.everything)")
    let bare = try TemporaryFolder(["x.yaml": "kind: ServiceItem\n"])
    #expect(try Guidelint("list-files").in(bare).run().text == "lint\tx.yaml\t(no configuration)\n")
  }
}
