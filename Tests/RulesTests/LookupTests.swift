import Testing

@testable import Rules

private let fixture = RuleFixture([
  "r": "for: Bundle\nselect: $.members[*]\nrequire: catalog.item(this.item).hasValue()\nat: '@.item'"
])

@Test func aMemberWithAYAMLErrorIsNotSaidToBeMissing() {
  let result = fixture.run([
    "a.yaml": "kind: ServiceItem\nid: broken\nname: 甲\nname: 乙\n",
    "b.yaml": "kind: Bundle\nid: b\nname: 乙\nmembers: [{item: broken}, {item: missing}]\n",
  ])
  #expect(result.records == ["fail missing"])
  #expect(result.notApplicable == 1)
}

@Test func shapeFaultsHaveAPath() {
  let fixture = RuleFixture([:])
  let result = fixture.run("kind: ServiceItem\nid: a\nname: 甲\nmaterials:\n  - {name: 表, copise: 1}\n")
  #expect(result.faultPaths == ["$['materials'][0]['copise']"])
}
