import Testing

@testable import Rules

private func materials(_ names: [String]) -> String {
  "kind: ServiceItem\nid: a\nmaterials:\n" + names.map { "  - name: \($0)\n" }.joined()
}

private let byName = "for: ServiceItem\nselect: $.materials[*]\ngroupBy: text(this.name)\nat: '@.name.zh'\n"

@Test func reportSaysWhichMembersAreJudged() {
  func related(_ report: String, _ names: String...) -> [[String]] {
    RuleFixture(["r": byName + "report: \(report)\nrequire: 'false'"]).run(materials(names)).related
  }
  #expect(related("later", "甲", "甲", "甲", "乙") == [["甲"], ["甲"], []])
  #expect(related("each", "甲", "甲", "甲", "乙") == [[], ["甲"], ["甲"], []])
  #expect(related("once", "甲", "甲", "甲", "乙") == [[], []])
  #expect(related("later", "甲") == [[]])
}

@Test func membersWithoutWhenOrKeyJoinNoGroup() {
  let rule =
    "for: ServiceItem\nselect: $.materials[*]\nwhen: this.copies > 1\ngroupBy: this.id\nrequire: size(group) == 1"
  let text = """
    kind: ServiceItem
    id: a
    materials:
      - {name: 一, id: x, copies: 2}
      - {name: 二, copies: 2}
      - {name: 三, id: x, copies: 1}
      - {name: 四, id: x}
    """
  let result = RuleFixture(["r": rule]).run(text)
  #expect(result.records == [] && result.pass == 1 && result.notApplicable == 3)
}

@Test func aLetMayReadTheGroupWhereThereIsOne() {
  let lets = "let: {n: size(group), more: n + 1}\n"
  let good = RuleFixture(["r": byName + lets + "require: more <= 2"])
  #expect(good.faults == [])
  #expect(good.run(materials(["甲", "甲", "乙"])).records == ["fail 甲"])
  #expect(RuleFixture(["r": byName + lets + "when: more > 0\nrequire: more <= 2"]).faults == ["rule-let more"])
  let keyed = byName.replacing("groupBy: text(this.name)", with: "groupBy: string(n)")
  #expect(RuleFixture(["r": keyed + lets + "require: more <= 2"]).faults == ["rule-let n"])
}

@Test func overTheCatalogThereAreFactsAndNoItem() {
  let rule = "for: ServiceItem\ngroupBy: item.code\nwithin: catalog\nat: '@.code'\nfacts: {days: item.visits}\n"
  let fixture = RuleFixture(["r": rule + "require: first.days == this.days && size(group) <= 3"])
  #expect(fixture.faults == [])
  let result = fixture.run([
    "b.yaml": "kind: ServiceItem\nid: b\ncode: x\nvisits: 2\n---\nkind: ServiceItem\nid: c\ncode: x\nvisits: 1\n",
    "a.yaml": "kind: ServiceItem\nid: a\ncode: x\nvisits: 1\n", "d.yaml": "kind: ServiceItem\nid: d\ncode: x\n",
    "e.yaml": "kind: ServiceItem\nid: e\ncode: y\n",
  ])
  // In a group of four nothing holds, figures or not; e has no figure and a group of its own.
  #expect(result.records == ["fail x", "fail x", "fail x"])
  #expect(result.notApplicable == 1 && result.pass == 0)
  for variable in ["item", "doc", "index", "base"] {
    let faulty = RuleFixture(["r": rule + "require: size([\(variable)]) == 1 && this.id != ''"])
    #expect(faulty.faults.contains("expression-name \(variable)"), "\(variable) \(faulty.faults)")
  }
}

@Test func aLetOverTheCatalogIsAboutNodesOrFacts() {
  let rule = "for: ServiceItem\ngroupBy: code\nwithin: catalog\nat: '@.code'\nfacts: {days: item.visits}\n"
  let lets =
    "let: {code: item.code, others: 'group.filter(m, m.id != this.id)', more: 'others.exists(m, m.days > this.days)'}\n"
  let fixture = RuleFixture(["r": rule + lets + "require: '!more'"])
  #expect(fixture.faults == [])
  let result = fixture.run([
    "a.yaml": "kind: ServiceItem\nid: a\ncode: x\nvisits: 3\n---\nkind: ServiceItem\nid: b\ncode: x\nvisits: 1\n",
    "c.yaml": "kind: ServiceItem\nid: c\ncode: y\nvisits: 2\n",
  ])
  #expect(result.records == ["fail x"] && result.pass == 1)
  #expect(RuleFixture(["r": rule + lets + "when: more\nrequire: '!more'"]).faults.contains("expression-name more"))
  #expect(RuleFixture(["r": rule + lets + "require: code == 'x' && !more"]).faults.contains("expression-name code"))
}

@Test func keysOfGroupRulesNeedOne() {
  let fixture = RuleFixture(["r": "for: ServiceItem\nreport: each\nrequire: 'true'"])
  #expect(fixture.faults == ["rule-group report"])
}
