import SourceText
import Testing

@testable import Rules

/// Runs rules on documents of which an earlier state is known.
private func run(
  _ rules: [String: String], _ files: [String: String], base: [String: String]
) -> (result: RunResult, labels: [String], parses: Int) {
  let library = RuleFixture(rules).library
  #expect(library.diagnostics.isEmpty, "\(library.diagnostics.map(\.message.en))")
  var configuration = Configuration.builtIn
  configuration.rules = library.rules.map { ($0.page.id, RuleSetting(isOn: true)) }
  let sources = files.map { SourceFile(path: $0.key, bytes: Array($0.value.utf8)) }
  let old = base.map { SourceFile(path: "base/\($0.key)", bytes: Array($0.value.utf8)) }
    .sorted { $0.path < $1.path }
  let context = LintContext(
    library: library, catalog: .init(registriesAmong: sources, library: library, textLanguage: "zh"),
    settings: SettingsResolver(library: library, configuration: configuration), textLanguage: "zh",
    today: "2025-06-01", base: BaseCatalog(comparing: old, library: library, textLanguage: "zh"))
  let catalog = CatalogSummaries.lint(sources, context)
  let labels = catalog.files.flatMap(\.summary.documents).flatMap(\.results).flatMap(\.related).map {
    "\($0.file ?? "") \($0.text?.en ?? "")"
  }
  let stage = DocumentStage(context)
  for source in sources { _ = stage.lint(source, path: source.path) }
  return (RunResult(catalog), labels, stage.counters.parses)
}

private let visits = [
  "visits": """
  for: ServiceItem
  select: $.visits
  when: base.hasValue()
  require: this <= base.value().visits
  atBase: '@'
  """
]

private let removed = [
  "gone": """
  for: [ServiceItem, Bundle]
  on: removed
  require: doc.?status.orValue('') == 'cancelled' && !base.hasValue()
  at: '@.id'
  """
]

private func item(_ id: String, _ fields: String = "") -> String { "kind: ServiceItem\nid: \(id)\n\(fields)\n" }

@Test func aDocumentIsComparedWithItsEarlierState() {
  let raised = run(visits, ["new/b.yaml": item("a", "visits: 2")], base: ["old/a.yaml": item("a", "visits: 1")])
  #expect(raised.result.records == ["fail 2"])
  #expect(raised.labels == ["base/old/a.yaml was “1” in the version compared against"])
  #expect(raised.parses == 2)
  let same = run(visits, ["a.yaml": item("a", "visits: 1")], base: ["a.yaml": item("a", "visits: 1")])
  #expect(same.result.records.isEmpty && same.result.pass == 1)
}

@Test func whatHasNoEarlierStateIsNotCompared() {
  let cases: [(String, [String: String])] = [
    ("nothing", [:]), ("another id", ["a.yaml": item("b", "visits: 1")]),
    ("another kind", ["a.yaml": "kind: Bundle\nid: a\n"]), ("not stated", ["a.yaml": item("a")]),
    ("a YAML error", ["a.yaml": item("a", "visits: 1\nname: [")]),
    ("a YAML error that hides the id", ["a.yaml": "kind: [\nid: a\nvisits: 1\n"]),
    ("a YAML error elsewhere", ["z.yaml": item("a", "visits: 1\nname: [")]),
    ("a fault of shape", ["a.yaml": item("a", "visits: many")]),
  ]
  for (name, base) in cases {
    let found = run(visits, ["a.yaml": item("a", "visits: 2")], base: base)
    #expect(found.result.records.isEmpty && found.result.pass == 0, "\(name): \(found.result.records)")
    #expect(found.result.notApplicable == 1, "\(name)")
  }
  let nameless = run(visits, ["a.yaml": "kind: ServiceItem\nvisits: 2\n"], base: ["a.yaml": item("\"\"", "visits: 1")])
  #expect(nameless.result.records.isEmpty)
}

@Test func aDocumentThatCannotBeReadIsNotTakenForNew() {
  let new = ["new": "for: ServiceItem\nrequire: base.hasValue()"]
  let broken = run(new, ["a.yaml": item("a")], base: ["a.yaml": "kind: ServiceItem\nid: a\nname: [\n"])
  #expect(broken.result.records.isEmpty && broken.result.notApplicable == 1)
  #expect(run(new, ["a.yaml": item("a")], base: [:]).result.records == ["fail a"])
}

@Test func theFirstOfTwoEarlierDocumentsWithOneIdCounts() {
  let base = ["a.yaml": item("a", "visits: 3"), "b.yaml": item("a", "visits: 1") + "---\nkind: Bundle\nid: a\n"]
  #expect(run(visits, ["b.yaml": item("a", "visits: 2")], base: base).result.records.isEmpty)
}

@Test func theBaseIsReadOnlyForRulesThatCompare() {
  let plain = ["plain": "for: ServiceItem\nrequire: this.visits <= 1\nselect: $"]
  let found = run(plain, ["a.yaml": item("a", "visits: 1")], base: ["a.yaml": item("a", "visits: 1")])
  #expect(found.parses == 1)
}

@Test func rulesThatOnlyCompareAreNotEvaluatedWithoutABase() {
  let cases: [(String, String, steps: Bool)] = [
    ("only compares", "select: $.visits\nwhen: base.hasValue() && this > 0\nrequire: 'false'", false),
    ("also judges", "select: $.visits\nwhen: base.hasValue() || this > 5\nrequire: 'false'", true),
    ("has no condition", "require: base.hasValue()", true),
    ("looks at others", "when: base.hasValue()\nrequire: catalog.item('b').hasValue()", false),
  ]
  for (name, body, steps) in cases {
    let library = RuleFixture(["rule": "for: ServiceItem\n" + body]).library
    #expect(library.diagnostics.isEmpty, "\(name)")
    var configuration = Configuration.builtIn
    configuration.rules = [("rule", RuleSetting(isOn: true))]
    let stage = DocumentStage(
      LintContext(
        library: library, catalog: .init(registriesAmong: [], library: library, textLanguage: "zh"),
        settings: SettingsResolver(library: library, configuration: configuration), textLanguage: "zh", today: ""))
    let bytes = Array(item("a", "visits: 2").utf8)
    let document = stage.lint(SourceFile(path: "a.yaml", bytes: bytes), path: "a.yaml").documents[0]
    #expect((stage.counters.expressionSteps > 0) == steps, "\(name)")
    #expect(document.pending.isEmpty, "\(name)")
    #expect(steps || document.tallies[0].notApplicable == 1, "\(name)")
  }
}

@Test func aFaultOfShapeInTheBaseExcusesOnlyRulesThatCompare() {
  let failing = ["failing": "for: ServiceItem\nrequire: int(this.code) < 0\nselect: $"]
  let found = run(
    failing.merging(visits) { $1 }, ["a.yaml": item("a", "code: x\nvisits: 2")],
    base: ["a.yaml": item("a", "code: x\nvisits: many")])
  #expect(found.result.records == ["error a"])
}

@Test func theBaseHasItsOwnRegistriesAndDefaults() {
  let names = [
    "renamed": """
    for: ServiceItem
    select: $.materials[*]
    require: text(this.name) == '新表' && text(counterpart(this, base.value()).value().name) != '旧表'
    at: '@.name'
    atBase: '@.name'
    """
  ]
  func registry(_ name: String) -> String { "kind: Registry\nid: r\nmaterials: [{id: form, name: \(name)}]\n" }
  let found = run(
    names, ["a.yaml": item("a", "materials: [{id: m, ref: form}]"), "r.yaml": registry("新表")],
    base: ["a.yaml": item("a", "materials: [{id: m, ref: form}]"), "r.yaml": registry("旧表")])
  #expect(found.result.records == ["fail form"])
  #expect(found.labels == ["r.yaml the value comes from here", "base/a.yaml in the version compared against"])
}

@Test func documentsThatAreGoneAreJudgedInTheFileOfTheBase() {
  let base = [
    "a.yaml": item("a"), "b.yaml": item("b", "status: cancelled"), "c.yaml": item("c") + "---\n" + item("d"),
    "e.yaml": "kind: Bundle\nid: d\n", "f.yaml": item("a"), "g.yaml": "kind: ServiceItem\n",
  ]
  let found = run(removed, ["x.yaml": item("c")], base: base)
  #expect(found.result.records == ["fail a", "fail d", "fail d"])
  #expect(found.result.pass == 1)
  let words = "this is the version compared against; the catalog no longer has this document"
  #expect(found.labels == ["base/a.yaml \(words)", "base/c.yaml \(words)", "base/e.yaml \(words)"])
}

@Test func whatCannotBeReadIsNotTakenForGone() {
  let base = ["a.yaml": item("a"), "b.yaml": item("b"), "c.yaml": item("c")]
  let files = ["a.yaml": "kind: [\n", "moved.yaml": "kind: ServiceItem\nid: b\nname: [\n", "c.yaml": ""]
  #expect(run(removed, files, base: base).result.records == ["fail c"])
}

@Test func documentsThatAreGoneFindOthersInTheCatalog() {
  let successor = [
    "successor": "for: ServiceItem\non: removed\nrequire: catalog.item(doc.successor).hasValue()"
  ]
  let base = ["a.yaml": item("a", "successor: b") + "---\n" + item("c", "successor: x")]
  #expect(run(successor, ["b.yaml": item("b")], base: base).result.records == ["fail c"])
}

@Test func rulesOfTheCatalogStageCompareToo() {
  let both = [
    "both": """
    for: Bundle
    select: $.members[*]
    require: counterpart(this, base.value()).hasValue() || !catalog.item(this.item).hasValue()
    at: '@.item'
    """
  ]
  let bundle = "kind: Bundle\nid: b\nmembers: [{item: a}"
  let files = ["a.yaml": item("a") + "---\n" + item("c"), "b.yaml": bundle + ", {item: c}]\n"]
  let found = run(both, files, base: ["b.yaml": bundle + "]\n"])
  #expect(found.result.records == ["fail c"] && found.result.pass == 1)
}

@Test func manyDocumentsInOneFileAreComparedInAnyOrder() {
  let ids = (0..<50).map { "i\($0)" }
  let text = ids.map { item($0, "visits: 1") }.joined(separator: "---\n")
  let backwards = ids.reversed().map { item($0, "visits: 2") }.joined(separator: "---\n")
  let forwards = ids.map { item($0, "visits: 2") }.joined(separator: "---\n")
  for files in [forwards, backwards] {
    #expect(run(visits, ["a.yaml": files], base: ["a.yaml": text]).result.records.count == 50)
  }
  #expect(run(visits, ["a.yaml": forwards], base: ["a.yaml": text]).parses == 100)
}

@Test func keysAboutTheBaseAreChecked() {
  let faults: [(String, String)] = [
    ("for: ServiceItem\nrequire: base.value().wrong == 1", "expression-name wrong"),
    ("for: ServiceItem\nrequire: 'true'\natBase: '@.materials[*]'", "rule-place '@.materials[*]'"),
    ("for: ServiceItem\nrequire: 'true'\natBase: '@.wrong'", "rule-place wrong"),
    ("for: ServiceItem\non: removed\nrequire: 'true'\natBase: $", "rule-place $"),
    ("for: ServiceItem\non: removed\ngroupBy: doc.code\nwithin: catalog\nrequire: 'false'", "rule-group broken"),
  ]
  for (body, expected) in faults {
    #expect(RuleFixture(["broken": body]).faults == [expected], "\(body)")
  }
}

@Test func examplesHaveABase() {
  let rule = """
    for: ServiceItem
    on: removed
    require: doc.status == 'cancelled'
    at: '@.id'
    examples:
      - name: cancelled first
        base: "{kind: ServiceItem, id: a, status: cancelled}"
        ok: "{kind: ServiceItem, id: b}"
      - name: gone
        base: |
          kind: ServiceItem
          id: a
          #~  ^ gone
          status: active
        bad: "{kind: ServiceItem, id: b}"
      - name: still there
        base: "{kind: ServiceItem, id: b, status: active}"
        na: "{kind: ServiceItem, id: b}"
    """
  let fixture = RuleFixture(["gone": rule], readsExamples: true)
  let tester = RuleTester(fixture.library)
  #expect(fixture.faults.isEmpty)
  for rule in fixture.library.rules {
    #expect(tester.test(rule, variants: ExampleVariant.all).map(\.message.en) == [])
  }
  let wrong = RuleFixture(
    ["gone": rule.replacing("status: active}", with: "status: gone}")], readsExamples: true)
  let complaints = wrong.library.rules.flatMap { RuleTester(wrong.library).test($0).map(\.message.en) }
  #expect(complaints.count == 1, "\(complaints)")
}
