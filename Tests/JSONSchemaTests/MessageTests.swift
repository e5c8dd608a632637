import DataTree
import JSONSchema
import Testing

@Suite struct MessageTests {
  /// schema, document, Chinese, English
  static let table: [(String, String, String, String)] = [
    (
      #"{"properties":{"name":{},"type":{}},"additionalProperties":false}"#, #"{"nmae":1}"#,
      "没有“nmae”这个字段，是否想写“name”？", #"There is no field "nmae"; did you mean "name"?"#
    ),
    (
      #"{"properties":{"name":{},"type":{}},"additionalProperties":false}"#, #"{"colour":1}"#,
      "没有“colour”这个字段，这里可以填写：name、type", #"There is no field "colour" here; known are name, type"#
    ),
    (#"{"required":["name"]}"#, "{}", "缺少“name”", #""name" is missing"#),
    (
      #"{"dependentRequired":{"a":["b"]}}"#, #"{"a":1}"#, "填写了“a”，就应同时填写“b”",
      #""b" is missing: it belongs with "a""#
    ),
    (#"{"type":"integer"}"#, #""x""#, "应为整数，实际是文本“x”", #"Expected a whole number, found text "x""#),
    (
      #"{"type":["array","boolean"]}"#, "null", "应为是否值（true 或 false）或列表，实际没有填写",
      "Expected true or false or a list, but nothing is given"
    ),
    (
      #"{"enum":["copy","original"]}"#, #""orginal""#, "“orginal”不在可选值之内，应为下列之一：original、copy",
      #""orginal" is not allowed; expected one of original, copy"#
    ),
    (#"{"const":"end"}"#, #""x""#, "“x”不在可选值之内，应为“end”", #""x" is not allowed; expected "end""#),
    (
      #"{"pattern":"^[a-z]+$"}"#, #""A""#, "“A”的写法不对，应符合 ^[a-z]+$", #""A" is not in the expected form ^[a-z]+$"#
    ),
    (
      #"{"propertyNames":{"pattern":"^[a-z]+$"}}"#, #"{"A":1}"#, "字段名“A”的写法不对，应符合 ^[a-z]+$",
      #"The key "A" is not in the expected form ^[a-z]+$"#
    ),
    (
      #"{"format":"date"}"#, #""2026-02-30""#, "“2026-02-30”应为日期，写作 2026-01-31",
      #""2026-02-30" is not a date such as 2026-01-31"#
    ),
    (#"{"minLength":3}"#, #""受理""#, "太短：至少 3 个字符，现有 2 个", "Too short: 2 of at least 3 characters"),
    (#"{"maxLength":1}"#, #""受理""#, "太长：至多 1 个字符，现有 2 个", "Too long: 2 characters, at most 1"),
    (#"{"minimum":1}"#, "0", "“0”太小，不得小于 1", "0 is too small; at least 1 is expected"),
    (#"{"maximum":1}"#, "2", "“2”太大，不得大于 1", "2 is too large; at most 1 is expected"),
    (#"{"exclusiveMinimum":1}"#, "1", "“1”应大于 1", "1 must be more than 1"),
    (#"{"exclusiveMaximum":1.5}"#, "1.5", "“1.5”应小于 1.5", "1.5 must be less than 1.5"),
    (#"{"multipleOf":0.01}"#, "0.075", "“0.075”应为 0.01 的整数倍", "0.075 must be a multiple of 0.01"),
    (#"{"minItems":1}"#, "[]", "至少要有 1 项，现有 0 项", "Too few elements: 0, at least 1"),
    (#"{"maxItems":1}"#, "[1,2]", "至多 1 项，现有 2 项", "Too many elements: 2, at most 1"),
    (#"{"prefixItems":[{}],"items":false}"#, "[1,2]", "列表在此处不应再有这一项", "The list should not have this element"),
    (#"{"uniqueItems":true}"#, "[1,2,1.0]", "第 3 项与第 1 项重复", "Element 3 repeats element 1"),
    (
      #"{"contains":{"const":1}}"#, "[2]", "列表中符合要求的至少要有 1 项，现有 0 项",
      "Too few elements of the expected kind: 0, at least 1"
    ),
    (
      #"{"contains":{"const":1},"maxContains":1}"#, "[1,1]", "列表中此类内容至多 1 项，现有 2 项",
      "Too many elements of this kind: 2, at most 1"
    ),
    (#"{"minProperties":1}"#, "{}", "至少填写 1 个字段，现有 0 个", "Too few fields: 0, at least 1"),
    (
      #"{"maxProperties":1}"#, #"{"a":1,"b":2}"#, "至多填写 1 个字段，现有 2 个",
      "Too many fields: 2, at most 1"
    ),
    (
      #"{"oneOf":[{"minimum":1},{"minimum":2}]}"#, "3", "同时符合 2 种写法，只能符合其中一种",
      "This fits 2 forms at once; it may fit only one"
    ),
    (#"{"not":{"type":"integer"}}"#, "3", "这里不能这样填写", "This is not allowed here"),
    (#"{"properties":{"a":false}}"#, #"{"a":1}"#, "这里不能这样填写", "This is not allowed here"),
  ]

  @Test func everyFaultIsSaidInBothLanguages() {
    for (schema, document, zh, en) in Self.table {
      let fixture = Fixture(schema, formats: StandardFormats.all)
      #expect(fixture.messages(document, .strict, .zh) == [zh], "\(schema)")
      #expect(fixture.messages(document, .strict, .en) == [en], "\(schema)")
    }
  }

  @Test func longTextIsQuotedInPart() {
    let text = String(repeating: "理", count: 100)
    let quoted = String(repeating: "理", count: 60) + "…"
    #expect(
      Fixture(#"{"type":"integer"}"#).messages("\"\(text)\"") == ["Expected a whole number, found text \"\(quoted)\""])
  }

  @Test func theBranchThatWasMeantIsReported() {
    let localized =
      #"{"anyOf":[{"type":"string"},{"type":"object","properties":{"zh":{"type":"string"}},"additionalProperties":false}]}"#
    #expect(Fixture(localized).messages(#"{"zz":"x"}"#) == [#"There is no field "zz"; did you mean "zh"?"#])
    #expect(Fixture(localized).messages("[]") == ["Expected text or a mapping of fields, found a list"])
    let kinds =
      #"{"oneOf":[{"properties":{"kind":{"const":"A"},"n":{"type":"integer"}}},{"properties":{"kind":{"const":"B"},"n":{"type":"string"},"m":{"type":"string"}}}]}"#
    #expect(
      Fixture(kinds).messages(#"{"kind":"B","n":1,"m":1}"#)
        == ["Expected text, found a whole number \"1\"", "Expected text, found a whole number \"1\""])
    let tokens = #"{"anyOf":[{"const":"instant"},{"enum":["promised","none"]},{"type":"object"}]}"#
    #expect(
      Fixture(tokens).messages(#""promissed""#)
        == [#""promissed" is not allowed; expected one of promised, instant, none"#])
  }

  @Test func faultsSayWhereTheyAre() throws {
    let fixture = Fixture(
      ##"{"properties":{"list":{"items":{"$ref":"#/$defs/a~b"}}},"$defs":{"a~b":{"type":"object","required":["x"],"properties":{"x":{}},"additionalProperties":false}}}"##
    )
    let tree = try #require(Fixture.tree(#"{"list":[{"y":1}]}"#, fixture.symbols))
    var faults: [SchemaFault] = []
    #expect(fixture.schema?.validate(tree.view, reading: .strict, into: &faults) == false)
    #expect(faults.map(\.keyword) == ["required", "additionalProperties"])
    #expect(faults.map(\.schemaLocation) == ["main.json#/$defs/a~0b", "main.json#/$defs/a~0b"])
    #expect(faults.map { tree.view.kind($0.node) } == [NodeKind.map, .int])
    #expect(faults[1].key.map { tree.view.string($0) } == "y")
  }

  @Test func unknownKeysKnowTheWholeComposition() {
    let fixture = Fixture(
      ##"{"$ref":"#/$defs/base","allOf":[{"properties":{"colour":{}}}],"unevaluatedProperties":false,"$defs":{"base":{"properties":{"name":{"type":"string"}}}}}"##
    )
    #expect(fixture.messages(#"{"name":"x","color":1}"#) == [#"There is no field "color"; did you mean "colour"?"#])
    // A field that is wrong is not unknown besides.
    #expect(fixture.messages(#"{"name":1}"#) == [#"Expected text, found a whole number "1""#])
  }
}
