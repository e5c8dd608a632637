import Diagnostics
import Testing

@testable import Workspace

private func run(_ configuration: String, change: (inout LintRequest) -> Void = { _ in }) -> Run {
  Run(["guidelint.yaml": configuration, "items/a.yaml": twice("a")], change: change)
}

private func severity(_ configuration: String, change: (inout LintRequest) -> Void = { _ in }) -> String {
  let run = run(configuration, change: change)
  let found = run.outcome.report.diagnostics.filter { $0.rule == "material-duplicate" }
  return run.verdict.exitCode == 2 ? "refused" : found.first.map { $0.severity.token } ?? "off"
}

@Test func rulesAreSwitchedAndTheirSeverityChanged() {
  #expect(severity("rules: {}") == "error")
  #expect(severity("extends: []") == "off")
  #expect(severity("extends: standard/recommended") == "error")
  #expect(severity("extends: [standard/correctness]") == "off")
  #expect(severity("extends: []\nrules: {material-duplicate: info}") == "info")
  for off in ["off", "false", "{severity: off}"] { #expect(severity("rules: {material-duplicate: \(off)}") == "off") }
  #expect(severity("rules: {materials: off}") == "off")
  #expect(severity("rules: {\"material-*\": warning}") == "warning")
}

@Test func flagsWinOverItemsOverPathsOverTheFile() {
  let file = "extends: []\nrules: {material-duplicate: info}\n"
  let path = "  - files: [\"items/**\"]\n    rules: {material-duplicate: warning}\n"
  let kind = "  - kinds: [Bundle]\n    rules: {material-duplicate: off}\n"
  let item = "  - items: [a]\n    rules: {material-duplicate: error}\n"
  #expect(severity(file + "overrides:\n" + path) == "warning")
  #expect(severity(file + "overrides:\n" + kind) == "info")
  #expect(severity(file + "overrides:\n" + kind.replacing("Bundle", with: "ServiceItem")) == "off")
  #expect(severity(file + "overrides:\n" + item + path) == "error")
  #expect(severity(file + "overrides:\n" + path + item) == "error")
  #expect(severity(file + "overrides:\n" + item) { $0.severities = ["material-duplicate=info"] } == "info")
  #expect(severity(file + "overrides:\n" + item) { $0.skip = ["material-*"] } == "off")
  #expect(severity("extends: []") { $0.only = ["material-duplicate"] } == "error")
}

@Test func aLockedRuleIsNotSilencedByOverrides() {
  let locked = "rules: {material-duplicate: {severity: warning, locked: true}}\n"
  #expect(severity(locked + "overrides: [{items: [a], rules: {material-duplicate: off}}]") == "warning")
  #expect(severity(locked + "overrides: [{items: [a], rules: {material-duplicate: info}}]") == "warning")
  #expect(severity(locked + "overrides: [{items: [a], rules: {material-duplicate: error}}]") == "error")
}

@Test func faultsStandAtTheirPlaceInTheConfiguration() {
  let faults = [
    ("rulez: {}", "config-unknown-key", "rulez", "rules"),
    ("rules: {material-duplicat: off}", "config-unknown-rule", "material-duplicat", "material-duplicate"),
    ("rules: {material-duplicate: of}", "config-not-allowed", "of", "off"),
    ("rules: {steps-over-target: {params: {mx: 2}}}", "config-unknown-parameter", "mx", "max"),
    ("rules: {steps-over-target: {params: {max: x}}}", "config-parameter", "max", "whole number"),
    ("extends: [standard/al]", "config-extends", "standard/al", "standard/all"),
    ("overrides: [{items: [a], rules: {nope: off}}]", "config-unknown-rule", "nope", "rule list"),
    ("root: true\nroot: true", "yaml-duplicate-key", "root", "twice"),
    ("{bad", "yaml-syntax", "{", "closed"),
  ]
  for (text, rule, underlined, says) in faults {
    let run = run(text)
    #expect(run.found.contains("\(rule) guidelint.yaml \(underlined)"), "\(text)\n\(run.found)")
    let message = run.outcome.report.diagnostics.first { $0.rule == rule }?.message.en ?? ""
    #expect(message.contains(says), "\(text): \(message)")
    #expect(run.verdict.exitCode == 2 && !run.outcome.report.isComplete, "\(text)")
  }
}

@Test func flagsAreHeldToTheRules() {
  let faults: [(change: (inout LintRequest) -> Void, says: String)] = [
    ({ $0.only = ["nope"] }, "There is no rule or pack “nope”"),
    ({ $0.skip = ["material-duplicat"] }, "Did you mean material-duplicate?"),
    ({ $0.severities = ["material-duplicate=bad"] }, "material-duplicate=bad"),
    ({ $0.parameters = ["steps-over-target.max=x"] }, "whole number"),
    ({ $0.parameters = ["steps-over-target=1"] }, "steps-over-target=1"),
    ({ $0.parameters = ["steps-over-target.mx=1"] }, "Did you mean max?"),
  ]
  for (change, says) in faults {
    let run = run("rules: {}", change: change)
    #expect(run.messages.contains { $0.contains(says) }, "\(says): \(run.messages)")
    #expect(run.verdict.exitCode == 2)
  }
}

@Test func parametersComeFromTheFileAndTheFlags() {
  let item = "kind: ServiceItem\nid: a\nsteps: [{id: s, name: 一}, {id: t, name: 二}, {id: u, name: 三}]\n"
  func count(_ text: String, _ flags: [String] = []) -> Int {
    Run(["guidelint.yaml": "extends: []\n" + text, "a.yaml": item]) { $0.parameters = flags }.found.count
  }
  #expect(count("rules: {steps-over-target: {params: {max: 3}}}") == 0)
  #expect(count("rules: {steps-over-target: {params: {max: 2}}}") == 1)
  #expect(count("rules: {steps-over-target: {params: {max: 2}}}", ["steps-over-target.max=3"]) == 0)
}

@Test func languagesComeFromTheConfiguration() {
  #expect(run("language: zh").outcome.language == .zh)
  #expect(run("rules: {}").outcome.language == nil)
  let item = "kind: ServiceItem\nid: a\nname: Plain\nforeignRelated: true\n"
  let rule = "extends: []\nrules: {english-guide-missing: error}\n"
  #expect(Run(["guidelint.yaml": rule, "a.yaml": item]).found.count == 1)
  #expect(Run(["guidelint.yaml": rule + "textLanguage: en\n", "a.yaml": item]).found == [])
}

@Test func aPatternThatTakesNothingIsAWarning() {
  let files = [
    "guidelint.yaml": """
    extends: []
    files: {include: ["items/**", "itens/**", "!x"], exclude: ["drafts/**", "old/", "*.bak.yaml"]}
    overrides: [{files: ["items/b*", "items/a.yaml"], rules: {material-duplicate: off}}]
    """,
    "items/a.yaml": twice("a"), "drafts/b.yaml": twice("b"),
  ]
  let expected = ["itens/**", "old/", "*.bak.yaml", "items/b*"].map { "config-glob-unmatched guidelint.yaml \"\($0)\"" }
  #expect(Run(files).found == expected)
  #expect(Run(files, paths: ["items/a.yaml"]).found == expected)
  #expect(Run(files).verdict.exitCode == 0)
}
