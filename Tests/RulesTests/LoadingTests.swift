import Testing

@testable import Rules

@Test func unknownFieldsAreUnderlinedInsideTheExpression() {
  let fixture = RuleFixture(["r": "for: ServiceItem\nrequire: has(item.timeLimit.promisd)"])
  #expect(fixture.faults.count == 1)
  #expect(fixture.faults.first?.hasSuffix(" promisd") == true)
  #expect(fixture.library.diagnostics.first?.message.en.contains("promised") == true)
}

@Test func foldedExpressionsKeepTheirPlaces() {
  let fixture = RuleFixture(["r": "for: ServiceItem\nrequire: >-\n  item.visits <= 1\n  && itm.visits >= 0"])
  #expect(fixture.faults.first?.hasSuffix(" itm") == true)
}

@Test func selectorsThatCanNeverMatchAreFaults() {
  let fixture = RuleFixture(["r": "for: ServiceItem\nselect: $.material[*]\nrequire: 'true'"])
  #expect(fixture.faults == ["rule-selector material"])
}

@Test func unusedParametersAreFaults() {
  let fixture = RuleFixture([
    "r": "for: ServiceItem\nparams: {most: {type: integer, default: 1, description: {zh: 上限, en: most}}}\n"
      + "require: item.visits <= 1"
  ])
  #expect(fixture.faults == ["rule-parameter-unused most"])
}

@Test func theIdIsTheFilesName() {
  let fixture = RuleFixture(["r": "for: ServiceItem\nrequire: 'true'", "s": "for: ServiceItme\nrequire: 'true'"])
  #expect(fixture.faults == ["rule-kind ServiceItme"] || fixture.faults.first?.contains("ServiceItme") == true)
}

@Test func comparingTextWithANumberIsAFault() {
  let fixture = RuleFixture(["r": "for: ServiceItem\nrequire: item.visits == 'one'"])
  #expect(fixture.faults.count == 1)
}
