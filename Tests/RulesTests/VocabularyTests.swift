import Testing

@testable import Rules

private let laws = """
  id: laws
  kind: table
  entries:
    公司登记管理条例: {aliases: [中华人民共和国公司登记管理条例], until: 2022-03-01, replacement: 市场主体登记管理条例}
    合同法: []
  """

@Test func aRowIsFoundByNameAndAlias() {
  let fixture = RuleFixture(
    [
      "r": """
      for: ServiceItem
      select: $.basis[*].law
      let: {row: 'entry(this, vocabulary.laws)'}
      require: row.value().replacement != '市场主体登记管理条例'
      """
    ], vocabularies: ["laws": laws])
  #expect(fixture.faults == [])
  let result = fixture.run(
    "kind: ServiceItem\nid: a\nbasis: [{id: a, law: 《中华人民共和国公司登记管理条例》}, {id: b, law: 公司法}]")
  // A law that the table does not have is not applicable: there is no row to read.
  #expect(result.records == ["fail 《中华人民共和国公司登记管理条例》"])
  #expect(result.notApplicable == 1)
}

@Test func aFieldThatARowDoesNotHaveIsAsked() {
  let fixture = RuleFixture(
    [
      "r": """
      for: ServiceItem
      select: $.basis[*].law
      require: entry(this, vocabulary.laws).?replacement.hasValue()
      """
    ], vocabularies: ["laws": laws])
  #expect(fixture.faults == [])
  let result = fixture.run("kind: ServiceItem\nid: a\nbasis: [{id: a, law: 合同法}, {id: b, law: 公司登记管理条例}]")
  #expect(result.records == ["fail 合同法"])
  #expect(result.pass == 1)
}
