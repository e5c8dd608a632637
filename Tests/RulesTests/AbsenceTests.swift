import Testing

@testable import Rules

/// Each line of “Absent is not an error of a rule”: what a requirement that reads something omitted comes to.
private let document = """
  kind: ServiceItem
  id: a
  name: 某事项
  visits: 2
  materials: [{name: 表, copies: 2}, {name: 照片}]
  x-own: {n: 1}
  """

private func outcome(of requirement: String) -> String {
  let fixture = RuleFixture(["r": "for: ServiceItem\nrequire: >-\n  \(requirement)"])
  guard fixture.faults.isEmpty else { return "load error" }
  let result = fixture.run(document)
  if result.pass == 1 { return "pass" }
  if result.notApplicable == 1 { return "n/a" }
  return result.records.first.map { String($0.prefix { $0 != " " }) } ?? "nothing"
}

@Test func absentSpreadsThroughEverythingThatReadsIt() {
  let absent = [
    "item.timeLimit.promised <= item.timeLimit.statutory", "!(item.highFrequency)", "item.code == 'x'",
    "item.code != 'x'", "item.code in ['x']", "'x' in [item.code]", "item.version + 1 > 0", "size(item.steps) > 0",
    "item.code.startsWith('x')", "item.highFrequency ? true : false", "size([item.code]) == 1",
    "size({'k': item.code}) == 1", "item.steps.all(s, true)", "item.steps.exists(s, true)",
    "size(item.materials.map(m, m.copies)) == 2", "size(item.materials.filter(m, m.copies > 1)) == 1",
    "item.materials.exists_one(m, m.copies > 1)", "item.?code.value() == 'x'", "item.materials[7].copies == 1",
    "item['x-own'].m == 1", "item['x-none'] == 1", "text(item.plainName) == 'x'",
  ]
  for requirement in absent { #expect(outcome(of: requirement) == "n/a", "\(requirement)") }
}

@Test func onlyLogicAbsorbsAbsence() {
  let passes = [
    "item.highFrequency || true", "true || item.highFrequency", "!(item.highFrequency && false)",
    "!(false && item.highFrequency)", "item.materials.exists(m, m.copies > 1)",
    "!item.materials.all(m, m.copies < 2)", "!has(item.code)", "!has(item.materials[1].copies)",
    "!item.?code.hasValue()", "item.?code.orValue('x') == 'x'", "item.visits > 0 ? true : item.highFrequency",
  ]
  for requirement in passes { #expect(outcome(of: requirement) == "pass", "\(requirement)") }
  let absent = [
    "item.highFrequency && true", "item.highFrequency || false", "item.materials.exists(m, m.copies > 2)",
    "item.materials.all(m, m.copies < 3)",
  ]
  for requirement in absent { #expect(outcome(of: requirement) == "n/a", "\(requirement)") }
}

@Test func errorsAreNoAbsence() {
  let errors = [
    "1 / (item.visits - 2) > 0", "9223372036854775807 + item.visits > 0", "[1][item.visits] == 1",
    "{'a': 1}['b'] == item.visits", "item.highFrequency && 1 / (item.visits - 2) > 0",
    "item.version + 1 / (item.visits - 2) > 0",
  ]
  for requirement in errors { #expect(outcome(of: requirement) == "error", "\(requirement)") }
  let refused = [
    "has(item.?timeLimit.promised)", "item.nmae == 'x'", "item.visits", "item.visits == 'x'", "nope(item)",
    "itm.visits > 0", "group.size() > 0", "match == ''",
  ]
  for requirement in refused { #expect(outcome(of: requirement) == "load error", "\(requirement)") }
}

@Test func aMissingFieldHidesNoFailedExpression() {
  let fixture = RuleFixture(["r": "for: ServiceItem\nrequire: 1 / item.visits > 0"])
  // Without its `id` the document has a shape fault, but that is not what the division fails of.
  #expect(fixture.run("kind: ServiceItem\nvisits: 0").records.count == 1)
  #expect(fixture.run("kind: ServiceItem\nid: a\nvisits: none").records.isEmpty)
}
