import Testing

@testable import Workspace

private let clock = ContinuousClock()

@Test func aLongListTakesTimeInProportion() {
  func item(_ count: Int) -> [String: String] {
    let materials = (0..<count).map { "  - {name: 材料\($0)号, copies: 1}\n" }.joined()
    return ["a.yaml": "kind: ServiceItem\nid: a\nname: 甲\nmaterials:\n" + materials]
  }
  let small = clock.measure { _ = Run(item(500)) }
  var run: Run?
  let large = clock.measure { run = Run(item(4000)) }
  // Eight times the list; a rule that looks at the whole document for each element would take sixty times as long.
  #expect(large < small * 30, "\(small) \(large)")
  #expect(run?.outcome.report.isComplete == true)
}

@Test func longNamesAreJudgedWhole() {
  let name = String(repeating: "长", count: 100_000)
  let text = "kind: ServiceItem\nid: a\nmaterials: [{name: \(name)}, {name: \(name)}]\n"
  let run = Run(["guidelint.yaml": onlyDuplicates, "a.yaml": text])
  #expect(run.found == ["material-duplicate a.yaml \(name)"])
}

@Test func anExpressionThatTakesTooLongFailsTheRun() {
  let all = ["a", "b", "c", "d"].map { "item.materials.all(\($0), " }.joined()
  let rule = """
    id: slow
    summary: {zh: 慢, en: Slow.}
    for: ServiceItem
    message: {zh: 消息, en: message}
    sources: []
    note: {zh: 测试, en: Test.}
    examples: []
    require: \(all)a.copies + b.copies + c.copies + d.copies > 0))))

    """
  let materials = (0..<200).map { "  - {name: m\($0), copies: 1}\n" }.joined()
  let run = Run([
    "guidelint.yaml": "extends: [./rules]\n", "rules/slow.yaml": rule,
    "a.yaml": "kind: ServiceItem\nid: a\nmaterials:\n" + materials,
  ])
  #expect(run.outcome.report.counts.error == 1)
  #expect(run.verdict.exitCode == 2 && !run.outcome.report.isComplete)
}

@Test func ownPacksAreNoDocumentsOfTheirCatalog() {
  let run = Run(["guidelint.yaml": "extends: [./rules]\n", "rules/x.yaml": "id: x\n", "a.yaml": twice("a")])
  #expect(run.found.allSatisfy { $0.hasPrefix("rule-missing-field rules/x.yaml ") } && !run.found.isEmpty)
  #expect(run.verdict.exitCode == 2)
  let none = Run(["guidelint.yaml": "extends: [./no-rules]\n", "a.yaml": twice("a")])
  #expect(none.verdict.exitCode == 2)
  #expect(none.found == ["config-extends guidelint.yaml ./no-rules"])
}
