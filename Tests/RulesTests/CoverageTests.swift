import Testing

@testable import Rules

/// What the coverage of one rule comes to: `reached/total` and what is missing.
private func coverage(_ body: String) throws -> (figure: String, gaps: [String]) {
  let fixture = RuleFixture(["r": body], readsExamples: true, isObserved: true)
  #expect(fixture.faults == [])
  let rule = try #require(fixture.library.rules.first)
  let coverage = try #require(RuleTester(fixture.library).coverage(of: rule))
  return ("\(coverage.reachedCount)/\(coverage.totalCount)", coverage.gaps.map(\.message.en))
}

@Test func everyOutcomeOfADecisionIsAskedFor() throws {
  let found = try coverage(
    """
    for: ServiceItem
    select: $.materials[*]
    require: this.copies <= 1 || has(this.basis)
    examples:
      - {name: one, ok: "kind: ServiceItem\\nmaterials: [{name: 表, copies: 1}]"}
      - {name: many, ok: "kind: ServiceItem\\nmaterials: [{name: 表, copies: 2, basis: 《某法》第一条}]"}
    """)
  #expect(found.figure == "4/5")
  #expect(found.gaps == ["In no example is “has(this.basis)” false."])
}

@Test func pathsThatSelectNothingAndBranchesNotTakenAreNamed() throws {
  let found = try coverage(
    """
    for: ServiceItem
    select: ['$', '$.variants[*]']
    let: {limit: "has(item.visits) ? item.visits : 1"}
    require: limit <= 1
    examples: [{name: one, ok: "kind: ServiceItem\\nvisits: 1"}]
    """)
  #expect(
    found.gaps == [
      "In no example does $.variants[*] select anything.", "In no example is “has(item.visits)” false.",
    ])
}

@Test func anUnobservedLibraryCountsPathsOnly() throws {
  let fixture = RuleFixture(
    ["r": "for: ServiceItem\nrequire: item.visits <= 1 && item.visits >= 0"], readsExamples: true)
  let rule = try #require(fixture.library.rules.first)
  #expect(rule.observedParts.isEmpty)
}

@Test func entriesThatChangeNoExampleAreDead() throws {
  let rule = """
    for: ServiceItem
    select: $.materials[*].name.zh
    find: vocabulary.vague
    examples:
      - {name: hit, bad: "kind: ServiceItem\\nmaterials: [{name: 其他材料}]"}
    """
  let fixture = RuleFixture(
    ["r": rule],
    vocabularies: [
      "vague": "id: vague\nkind: words\nentries: [其他材料, 相关材料]",
      "unused": "id: unused\nkind: patterns\nentries: ['a+']",
    ], readsExamples: true)
  #expect(fixture.faults == [])
  let failures = VocabularyTester(fixture.library).test(isStandard: true)
  #expect(Set(failures.map { $0.file.text(in: $0.range) }) == ["相关材料", "unused"])
}

@Test func aPatternThatAnotherCoversIsDead() throws {
  let rule = """
    for: ServiceItem
    select: $.materials[*]
    require: '!matchesAny(this.name, vocabulary.vague)'
    examples:
      - {name: hit, bad: "kind: ServiceItem\\nmaterials: [{name: 其他材料}]"}
    """
  let fixture = RuleFixture(
    ["r": rule], vocabularies: ["vague": "id: vague\nkind: patterns\nentries: [其他材料, 其他.*]"], readsExamples: true)
  let failures = VocabularyTester(fixture.library).test(isStandard: true)
  #expect(failures.count == 2)
}

@Test func aNameInTwoRowsIsShadowed() throws {
  let rule = """
    for: ServiceItem
    select: $.materials[*]
    require: '!entry(this.name, vocabulary.names).hasValue()'
    """
  let fixture = RuleFixture(
    ["r": rule], vocabularies: ["names": "id: names\nkind: table\nentries: {身份证: [居民身份证], 户口簿: [居民身份证]}"],
    readsExamples: true)
  let failures = VocabularyTester(fixture.library).test(isStandard: true)
  #expect(failures.map { $0.file.text(in: $0.range) } == ["户口簿"])
}
