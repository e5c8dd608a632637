import Testing

@testable import Rules

@Test func vocabulariesAreFoundWordByWord() {
  let fixture = RuleFixture(
    ["r": "for: ServiceItem\nselect: $.materials[*].name.zh\nfind: vocabulary.vague"],
    vocabularies: ["vague": "id: vague\nkind: words\nentries: [及时, 尽快]\n"])
  let text = "kind: ServiceItem\nid: a\nmaterials:\n  - name: >-\n      请及时😀\n      尽快办理\n  - name: '''尽快'''\n"
  #expect(fixture.faults == [])
  #expect(fixture.run(text).records == ["fail 及时", "fail 尽快", "fail 尽快"])
}

@Test func findJudgesTextOnly() {
  let fixture = RuleFixture(["r": "for: ServiceItem\nselect: [$.visits, $.code]\nfind: '[0-9]+'\nrequire: match == '1'"]
  )
  let result = fixture.run("kind: ServiceItem\nid: a\nvisits: 1\ncode: 1-2-1\n")
  #expect(result.records == ["fail 2"])
  #expect(result.pass == 2 && result.notApplicable == 1)
}

@Test func placesAreASingleNodeThatTheSchemaKnows() {
  func faults(_ at: String) -> [String] {
    RuleFixture(["r": "for: ServiceItem\nselect: $.materials[*]\nrequire: 'true'\nat: \(at)"]).faults
  }
  #expect(faults("'@.name.zh'") == [])
  #expect(faults("['@.name', $.timeLimit.promised]") == [])
  #expect(faults("'@.nmae'") == ["rule-place nmae"])
  #expect(faults("['@.name', $.timeLimt.promised]") == ["rule-place timeLimt"])
  #expect(faults("'@.name[*]'") == ["rule-place '@.name[*]'"])
}

@Test func furtherPlacesAreSecondaryLabels() {
  let fixture = RuleFixture([
    "r":
      "for: ServiceItem\nrequire: item.timeLimit.promised <= item.timeLimit.statutory\nat: [$.timeLimit.promised, $.timeLimit.statutory]"
  ])
  let result = fixture.run("kind: ServiceItem\nid: a\ntimeLimit: {statutory: 2 工作日, promised: 3 工作日}\n")
  #expect(result.records == ["fail 3 工作日"])
  #expect(result.related == [["2 工作日"]])
}

@Test func severalSelectorsMakeTargetsOfAllTheirNodes() {
  let fixture = RuleFixture(["r": "for: ServiceItem\nselect: [$.name, $.plainName]\nrequire: has(this.en)"])
  let result = fixture.run("kind: ServiceItem\nid: a\nname: 甲\nplainName: {zh: 乙, en: B}\n")
  #expect(result.records == ["fail 甲"] && result.pass == 1 && result.notApplicable == 0)
}

@Test func aLetIsNotEvaluatedWhereNothingReadsIt() {
  let fixture = RuleFixture([
    "r": "for: ServiceItem\nlet: {never: 1 / (item.visits - 2)}\nrequire: item.visits == 2 || never > 0"
  ])
  #expect(fixture.run("kind: ServiceItem\nid: a\nvisits: 2\n").pass == 1)
}

@Test func anUnreadableDocumentLeavesEarlierOnesOfItsFileAlone() {
  let fixture = RuleFixture(["r": "for: ServiceItem\nrequire: 'false'"])
  let result = fixture.run("kind: ServiceItem\nid: a\n---\nkind: ServiceItem\nid: b\nname: [\n")
  #expect(result.records == ["fail a"])
  #expect(result.faults.count == 1)
}

@Test func registryFieldsStandAtTheirReference() {
  let fixture = RuleFixture([
    "r": "for: ServiceItem\nselect: $.materials[*]\nrequire: has(this.name.en)\nat: '@.name.zh'"
  ])
  let result = fixture.run([
    "a.yaml": "kind: ServiceItem\nid: a\nmaterials:\n  - {copies: 1, ref: card}\n",
    "r.yaml": "kind: Registry\nid: r\nmaterials: [{id: card, name: 身份证}]\n",
  ])
  #expect(result.records == ["fail card"])
  #expect(result.related == [["身份证"]])
}

@Test func defaultsOfTheCatalogStandAtTheDeepestWrittenParent() {
  let fixture = RuleFixture([
    "r": "for: ServiceItem\nselect: $.services.booking\nrequire: has(this.url)\nat: '@.available'"
  ])
  let catalog = "kind: Catalog\nid: c\ndefaults: {services: {booking: {available: true}}}\n"
  let own = fixture.run(["c.yaml": catalog, "a.yaml": "kind: ServiceItem\nid: a\nservices: {mailIn: true}\n"])
  #expect(own.records == ["fail services"])
  #expect(fixture.run(["c.yaml": catalog, "a.yaml": "kind: ServiceItem\nid: a\n"]).records == ["fail a"])
}

@Test func aPackOfOnesOwnExtendsAShippedVocabulary() {
  let rule = "for: ServiceItem\nselect: $.name.zh\nfind: vocabulary.vague"
  func faults(_ own: String) -> RuleFixture {
    RuleFixture(
      ["r": rule], vocabularies: ["vague": "id: vague\nkind: words\nentries: [及时]\n"],
      ownVocabularies: ["vague": own])
  }
  let extended = faults("id: vague\nkind: words\nentries: [马上]\n")
  #expect(extended.faults == [])
  #expect(extended.run("kind: ServiceItem\nid: a\nname: 马上就及时办\n").records == ["fail 马上", "fail 及时"])
  #expect(faults("id: vague\nkind: patterns\nentries: [马上]\n").faults == ["rule-vocabulary vague"])
}
