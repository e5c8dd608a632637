import Testing

@testable import Rules

/// A guide with texts in several fields.
private let guide = """
  kind: ServiceItem
  id: a
  name: 尽快办理登记
  conditions: [尽快申请, 5 天内申请]
  timeLimit: {note: 及时办理}
  fees: [{name: 检测费, standard: 尽快缴费}]
  steps:
    - {id: s, name: 受理}
  """

@Test func searchesThatShareASelectorAreJudgedAlike() {
  let fixture = RuleFixture([
    "hasty": "for: ServiceItem\nselect: $..zh\nfind: 尽快|及时",
    "mobile": "for: ServiceItem\nselect: $..zh\nfind: finder.mobileNumber",
    "numbers": "for: ServiceItem\nselect: $..zh\nfind: '[0-9]+'\nrequire: match == '5'",
  ])
  #expect(fixture.faults.isEmpty)
  let result = fixture.run(guide)
  #expect(result.records == ["fail 尽快", "fail 尽快", "fail 及时", "fail 尽快"])
  // Seven texts: three without a hasty word, seven without a mobile number, seven without a number but 5.
  #expect(result.pass == 3 + 7 + 7)
  #expect(result.notApplicable == 0)
}

@Test func aPartOfASelectorIsWhatThePathSays() {
  let whole = ["all": "for: ServiceItem\nselect: $..zh\nfind: 尽快|及时"]
  let part = ["part": "for: ServiceItem\nselect: $['fees','timeLimit','none']..zh\nfind: 尽快|及时"]
  let alone = RuleFixture(part).run(guide)
  #expect(alone.records == ["fail 及时", "fail 尽快"])
  #expect(alone.pass == 1)
  let both = RuleFixture(part.merging(whole) { $1 }).run(guide)
  #expect(both.records == ["fail 尽快", "fail 尽快", "fail 及时", "fail 及时", "fail 尽快", "fail 尽快"])
  #expect(both.pass == 1 + 3)
  #expect(RuleFixture(part.merging(whole) { $1 }).run("kind: ServiceItem\nid: a\nname: 办理").notApplicable == 1)
}

@Test func aConditionOnTheDocumentOpensOrClosesTheSearch() {
  let rules = [
    "hasty": "for: ServiceItem\nselect: $..zh\nwhen: size(item.fees) > 0\nfind: 尽快",
    "named": "for: ServiceItem\nselect: [$..zh, $.code]\nwhen: this != '受理'\nfind: 及时",
  ]
  let open = RuleFixture(rules).run(guide)
  #expect(open.records == ["fail 尽快", "fail 尽快", "fail 及时", "fail 尽快"])
  #expect(open.pass == 4 + 5)
  #expect(open.notApplicable == 1)
  let closed = RuleFixture(rules).run("kind: ServiceItem\nid: a\nname: 尽快办理\nfees: []")
  #expect(closed.records.isEmpty)
  #expect(closed.notApplicable == 1)
}

@Test func theNamesOfATableAreFound() {
  let table = "id: terms\nkind: table\nentries: {踏勘: {aliases: [实地踏勘], plain: 现场查看}}"
  let fixture = RuleFixture(
    ["term": "for: ServiceItem\nselect: $..zh\nfind: vocabulary.terms"], vocabularies: ["terms": table])
  #expect(fixture.run("kind: ServiceItem\nid: a\nname: 实地踏勘和踏勘").records == ["fail 实地踏勘", "fail 踏勘"])
}

@Test func scriptsAreWeighedOverTheWholeDocument() {
  let fixture = RuleFixture(["script": "for: ServiceItem\nselect: $..zh\nfind: finder.otherScript"])
  let simplified = fixture.run("kind: ServiceItem\nid: a\nname: 营业执照变更登记\nconditions: [身份證, 报告]")
  #expect(simplified.records == ["fail 證"])
  #expect(simplified.pass == 2)
  let traditional = fixture.run("kind: ServiceItem\nid: a\nname: 營業執照變更登記\nconditions: [身份證, 报告]")
  #expect(traditional.records == ["fail 报"])
  #expect(fixture.run("kind: ServiceItem\nid: a\nname: 營業執照").records.isEmpty)
}

@Test func anUnknownFinderIsReportedWithTheNearest() {
  let fixture = RuleFixture(["a": "for: ServiceItem\nselect: $..zh\nfind: finder.garbeld"])
  #expect(fixture.faults == ["rule-finder finder.garbeld"])
  #expect(fixture.library.diagnostics.first?.message.en.hasSuffix("Did you mean finder.garbled?") == true)
}
