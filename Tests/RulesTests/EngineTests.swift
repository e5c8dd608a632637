import Testing

@testable import Rules

private let item = """
  kind: ServiceItem
  id: a
  name: 某事项
  visits: 2
  materials:
    - {name: 申请表, copies: 2}
    - {name: {zh: 身份证, en: Identity card}, copies: 1}
    - {name: 照片}
  """

@Test func absentFieldsAreNotApplicableAndWrittenOnesAreJudged() {
  let fixture = RuleFixture([
    "r": "for: ServiceItem\nselect: $.materials[*]\n"
      + "require: this.copies <= 1\nat: '@.copies'"
  ])
  #expect(fixture.faults == [])
  let result = fixture.run(item)
  #expect(result.records == ["fail 2"])
  #expect(result.pass == 1)
  #expect(result.notApplicable == 1)
  #expect(result.paths == ["$['materials'][0]['copies']"])
}

@Test func noSelectedNodeIsOneNotApplicable() {
  let fixture = RuleFixture(["r": "for: ServiceItem\nselect: $.steps[*]\nrequire: has(this.limit)"])
  let result = fixture.run(item)
  #expect(result.records == [] && result.pass == 0 && result.notApplicable == 1)
}

@Test func rulesOfOtherKindsSayNothing() {
  let fixture = RuleFixture(["r": "for: Bundle\nrequire: has(this.name)"])
  let result = fixture.run(item)
  #expect(result.records == [] && result.pass == 0 && result.notApplicable == 0)
}

@Test func shortLocalizedTextIsUnderlinedItself() {
  let fixture = RuleFixture([
    "r": "for: ServiceItem\nselect: $.materials[*]\n"
      + "require: has(this.name.en)\nat: '@.name.zh'"
  ])
  let result = fixture.run(item)
  #expect(result.records == ["fail 申请表", "fail 照片"])
  #expect(result.paths == ["$['materials'][0]['name']", "$['materials'][2]['name']"])
}

@Test func missingFieldsAreReportedAtTheirParentsKey() {
  let fixture = RuleFixture(["r": "for: ServiceItem\nrequire: has(this.services.mailIn)\nat: $.services.mailIn"])
  #expect(fixture.run("kind: ServiceItem\nid: a\nservices:\n  deferral: true\n").records == ["fail services"])
  #expect(fixture.run("kind: ServiceItem\nid: a\n").records == [])
}

@Test func whenFalseOrAbsentIsNotApplicable() {
  let fixture = RuleFixture([
    "r": "for: ServiceItem\nselect: $.materials[*]\nwhen: this.copies > 1\nrequire: 'false'\nat: '@.copies'"
  ])
  let result = fixture.run(item)
  #expect(result.records == ["fail 2"] && result.notApplicable == 2)
}

@Test func letsAreComputedWhereUsed() {
  let fixture = RuleFixture([
    "r": "for: ServiceItem\nlet:\n  count: size(item.materials)\nrequire: count < 3\nat: $.materials"
  ])
  #expect(fixture.faults == [])
  #expect(fixture.run(item).records == ["fail materials"])
}

@Test func findUnderlinesEachMatchExactly() {
  let fixture = RuleFixture(["r": "for: ServiceItem\nselect: $.materials[*].name.zh\nfind: 其他|有关"])
  let text = "kind: ServiceItem\nid: a\nmaterials:\n  - name: \"有关\\u6750料和其他\"\n  - name: 申请表\n"
  let result = fixture.run(text)
  #expect(result.records == ["fail 有关", "fail 其他"])
  #expect(result.pass == 1)
}

@Test func groupsReportLaterMembersWithTheFirstRelated() {
  let fixture = RuleFixture([
    "r": "for: ServiceItem\nselect: $.materials[*]\ngroupBy: text(this.name)\n"
      + "require: size(earlier) == 0\nat: '@.name.zh'"
  ])
  #expect(fixture.faults == [])
  let result = fixture.run("kind: ServiceItem\nid: a\nmaterials: [{name: 甲}, {name: 乙}, {name: 甲}, {name: 甲}]\n")
  #expect(result.records == ["fail 甲", "fail 甲"])
  #expect(result.related == [["甲"], ["甲"]])
  #expect(result.pass == 1)
}

@Test func catalogGroupsJudgeMembersInOrderOfFile() {
  let fixture = RuleFixture([
    "r": "for: ServiceItem\nselect: $.code\ngroupBy: this\nwithin: catalog\nfacts: {name: text(item.name)}\n"
      + "require: size(earlier) == 0"
  ])
  #expect(fixture.faults == [])
  let result = fixture.run([
    "b.yaml": "kind: ServiceItem\nid: b\nname: 乙\ncode: 0123\n",
    "a.yaml": "kind: ServiceItem\nid: a\nname: 甲\ncode: \"0123\"\n",
    "c.yaml": "kind: ServiceItem\nid: c\nname: 丙\ncode: 123\n",
  ])
  #expect(result.records == ["fail 0123"])
  #expect(result.related == [["\"0123\""]])
  #expect(result.pass == 1)
}

@Test func otherDocumentsAreFoundById() {
  let fixture = RuleFixture([
    "r": "for: Bundle\nselect: $.members[*]\nwhen: '!has(this.external)'\n"
      + "require: catalog.item(this.item).hasValue()\nat: '@.item'"
  ])
  #expect(fixture.faults == [])
  let result = fixture.run([
    "a.yaml": "kind: ServiceItem\nid: known\nname: 甲\n",
    "b.yaml": "kind: Bundle\nid: b\nname: 乙\nmembers: [{item: known}, {item: unknown}]\n",
  ])
  #expect(result.records == ["fail unknown"])
  #expect(result.pass == 1)
}

@Test func eachElementOfAComputedListIsATarget() {
  let fixture = RuleFixture([
    "r": "for: ServiceItem\neach: item.materials.filter(m, !has(m.copies)).map(m, text(m.name))\nat: $.materials"
  ])
  #expect(fixture.faults == [])
  #expect(fixture.run(item).records == ["fail materials"])
  #expect(fixture.run("kind: ServiceItem\nid: a\nmaterials: []\n").pass == 1)
  #expect(fixture.run("kind: ServiceItem\nid: a\n").notApplicable == 1)
}

@Test func evaluationErrorsAreResultsExceptWhereTheShapeIsAtFault() {
  let fixture = RuleFixture(["r": "for: ServiceItem\nrequire: 10 / item.visits > 1\nat: $.visits"])
  #expect(fixture.run("kind: ServiceItem\nid: a\nname: 甲\nvisits: 0\n").records == ["error 0"])
  #expect(fixture.run("kind: ServiceItem\nid: a\nname: 甲\nvisits: 0\nnmae: 甲\n").records == [])
}

@Test func parametersWithoutDefaultMakeARuleNotApplicable() {
  let fixture = RuleFixture([
    "r": "for: ServiceItem\nparams: {most: {type: integer, description: {zh: 上限, en: most}}}\n"
      + "require: item.visits <= params.most\nat: $.visits"
  ])
  #expect(fixture.faults == [])
  #expect(fixture.run(item).notApplicable == 1)
  #expect(fixture.run(item, parameters: [("most", .int(1))]).records == ["fail 2"])
}

@Test func valuesBehindAnAliasAreUnderlinedAtTheirAnchor() {
  let fixture = RuleFixture([
    "r": "for: ServiceItem\nselect: $.materials[*]\n"
      + "require: this.copies <= 1\nat: '@.copies'"
  ])
  let text = "kind: ServiceItem\nid: a\nx-shared: &m {name: 表, copies: 3}\nmaterials:\n  - *m\n"
  let result = fixture.run(text)
  #expect(result.records == ["fail 3"])
  #expect(result.related == [["*m"]])
}

@Test func aBoundIsSaidOnceForARuleAndDocument() {
  let fixture = RuleFixture([
    "r": "for: ServiceItem\nselect: $.steps[*].next[*]\nrequire: '!alsoTaken(this).hasValue()'\nat: '@.when'"
  ])
  #expect(fixture.faults == [])
  let branches = (0..<100).map { "{to: end, when: {q: a\($0)}}" }.joined(separator: ", ")
  let answers = (0..<100).map { "{id: a\($0), text: 甲}" }.joined(separator: ", ")
  let text = "kind: ServiceItem\nquestions: [{id: q, answers: [\(answers)]}]\nsteps: [{name: 甲, next: [\(branches)]}]\n"
  let result = fixture.run(["a.yaml": "id: a\n" + text, "b.yaml": "id: b\n" + text])
  #expect(result.pass == 2 * 64)
  #expect(result.records == ["error when", "error when"])
}

@Test func messagesHoldNothingThatSteersATerminal() {
  #expect(ValueWords.visible("甲\u{202E}乙\u{1B}[31m\u{0}丙\u{85}\u{FEFF}") == "甲U+202E乙U+001B[31mU+0000丙U+0085U+FEFF")
  #expect(ValueWords.visible("甲\t乙\n丙👨‍👩‍👧") == "甲\t乙\n丙👨‍👩‍👧")
}
