import Foundation
import TestSupport
import Testing

/// Rule files are input like any other: what is wrong stands at its exact characters inside them, and the run exits 2.
@Suite struct RuleFileTests {
  private struct Fault {
    var name: String
    /// Lines that replace the rule's `require`.
    var lines: String
    var rule: String
    var underlined: String
    var says = ""
  }

  private static let faults = [
    Fault(
      name: "key", lines: "requir: 'true'\nrequire: 'true'", rule: "rule-unknown-key", underlined: "requir",
      says: "require"),
    Fault(name: "function", lines: "require: nope(this)", rule: "expression-name", underlined: "nope"),
    Fault(name: "field", lines: "require: has(this.nmae)", rule: "expression-name", underlined: "nmae", says: "name"),
    Fault(
      name: "type", lines: "require: this.visits == 'x'", rule: "expression-type", underlined: "this.visits == 'x'"),
    Fault(name: "no truth value", lines: "require: this.visits", rule: "expression-type", underlined: "this.visits"),
    Fault(
      name: "folded", lines: "require: >-\n  this.visits > 0\n  && itm.visits > 0", rule: "expression-name",
      underlined: "itm"),
    Fault(
      name: "literal", lines: "require: |\n  this.visits > 0\n    && itm.visits > 0", rule: "expression-name",
      underlined: "itm"),
    Fault(
      name: "quoted", lines: "require: \"'\\u4e2d' != '' && itm.visits > 0\"", rule: "expression-name",
      underlined: "itm"),
    Fault(
      name: "single quoted", lines: "require: '''a'' != '''' && itm.visits > 0'", rule: "expression-name",
      underlined: "itm"),
    Fault(
      name: "tag", lines: "require: !earlier.exists(m, true)", rule: "yaml-syntax",
      underlined: "!earlier.exists(m, true)", says: "quotes"),
    Fault(
      name: "brace", lines: "require: {'a': 1}", rule: "rule-expression-quoting", underlined: "require", says: "quoted"),
    Fault(name: "path", lines: "select: $.materials[\nrequire: 'true'", rule: "path-syntax", underlined: ""),
    Fault(
      name: "selector", lines: "select: $.material[*]\nrequire: 'true'", rule: "rule-selector", underlined: "material",
      says: "materials"),
    Fault(
      name: "pattern", lines: "select: $.name.zh\nfind: '(a'", rule: "rule-pattern", underlined: "'(a'", says: "RE2"),
    Fault(
      name: "vocabulary", lines: "select: $.name.zh\nfind: vocabulary.catchAl", rule: "rule-vocabulary",
      underlined: "vocabulary.catchAl", says: "catchAll"),
    Fault(
      name: "unused parameter",
      lines: "params: {most: {type: integer, default: 1, description: {zh: 上限, en: most}}}\nrequire: 'true'",
      rule: "rule-parameter-unused", underlined: "most"),
    Fault(
      name: "default",
      lines:
        "params: {most: {type: integer, default: one, description: {zh: 上限, en: most}}}\nrequire: this.visits < params.most",
      rule: "rule-parameter", underlined: "one"),
    Fault(
      name: "key twice", lines: "require: 'true'\nrequire: 'false'", rule: "yaml-duplicate-key", underlined: "require"),
  ]

  private func rule(_ id: String, _ lines: String, message: String = "message: {zh: 消息, en: message}") -> String {
    """
    id: \(id)
    summary: {zh: 测试, en: Test.}
    for: ServiceItem
    \(message)
    sources: []
    note: {zh: 测试, en: Test.}
    examples: []
    \(lines)

    """
  }

  private func check(_ file: String, _ text: String, _ fault: Fault) throws {
    let folder = try Sample.catalog(["a.yaml": Sample.item("a", visits: 1), file: text])
    let outcome = try Guidelint("lint", "-f", "json").in(folder).run()
    #expect(outcome.exitCode == 2, "\(fault.name)\n\(outcome.everything)")
    let report = try JSONDecoder().decode(Report.self, from: Data(outcome.output))
    #expect(!report.complete)
    let bytes = Array(text.utf8)
    let found = report.diagnostics.filter { $0.file == file }.map { diagnostic in
      let range = diagnostic.range.start.offset..<diagnostic.range.end.offset
      return "\(diagnostic.rule) \(String(decoding: bytes[range], as: UTF8.self)) | \(diagnostic.message)"
    }
    let isFound = found.contains {
      $0.hasPrefix("\(fault.rule) \(fault.underlined) |") && (fault.says.isEmpty || $0.contains(fault.says))
    }
    #expect(isFound, "\(fault.name): \(found)")
    let test = try Guidelint("rule", "test", "./rules/local").in(folder).run()
    #expect(test.exitCode == 2 && test.talk.contains("[\(fault.rule)]"), "\(fault.name)\n\(test.everything)")
  }

  @Test func faultsStandAtTheirCharacters() throws {
    for fault in Self.faults { try check("rules/local/broken.yaml", rule("broken", fault.lines), fault) }
  }

  @Test func messagesAreCheckedInBothLanguages() throws {
    let file = "rules/local/broken.yaml"
    let faults = [
      ("message: {zh: 消息}", "rule-missing-field", "message", "en"),
      ("message:\n  zh: \"\\u4e2d{this.nmae}\"\n  en: x", "expression-name", "nmae", "name"),
      (
        "message:\n  zh: 消息\n  en: >-\n    first\n    {size(this.material)}", "expression-name", "material", "materials"
      ),
      ("message: {zh: '甲{this.visits', en: x}", "rule-message", "{", "{{"),
      ("message: {zh: 甲, en: 'x}'}", "rule-message", "}", "}}"),
    ]
    for (message, rule, underlined, says) in faults {
      let fault = Fault(name: message, lines: "", rule: rule, underlined: underlined, says: says)
      try check(file, self.rule("broken", "require: 'true'", message: message), fault)
    }
  }

  @Test func anIdIsUsedOnceOverAllPacks() throws {
    let fault = Fault(
      name: "id", lines: "", rule: "rule-duplicate", underlined: "material-duplicate",
      says: "rules/materials/material-duplicate.yaml")
    try check("rules/local/material-duplicate.yaml", rule("material-duplicate", "require: 'true'"), fault)
  }

  @Test func aNewRulePassesItsTestAndRunsInACatalog() throws {
    let folder = try TemporaryFolder([
      "guidelint.yaml": "extends: [./rules]\n", "a.yaml": "kind: ServiceItem\nid: a\nmaterials: [{name: 表}]\n",
    ])
    #expect(try Guidelint("rule", "new", "./rules/mine/stamp-missing.yaml").in(folder).run().exitCode == 0)
    #expect(try Guidelint("rule", "new", "./rules/mine/stamp-missing.yaml").in(folder).run().exitCode == 2)
    let test = try Guidelint("rule", "test", "./rules").in(folder).run()
    #expect(test.exitCode == 0 && test.talk.hasPrefix("1 rules, 3 examples, 0 failures"), "\(test.everything)")
    let lint = try Guidelint("lint", ".").in(folder).run()
    #expect(lint.exitCode == 0 && lint.text.contains("a.yaml:3:20"), "\(lint.everything)")
  }
}
