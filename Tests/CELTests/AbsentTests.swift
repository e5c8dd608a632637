import Testing

@testable import CEL

@Test func whatADocumentDoesNotStateIsAbsent() {
  var fixture = Fixture()
  fixture.expect([
    ("item.fees", "absent"),
    ("item.timeLimit.promised", "absent"),
    ("item['x-note']", "absent"),
    ("item[dyn('x-note')]", "absent"),
    ("item.tags[2]", "absent"),
    ("item.tags[-1]", "absent"),
    ("optional.none().value()", "absent"),
    ("item.?fees.value()", "absent"),
  ])
}

@Test func absentSpreads() {
  var fixture = Fixture()
  fixture.expect([
    ("!item.fees", "absent"),
    ("item.fees == 1", "absent"),
    ("item.fees != 1", "absent"),
    ("1 in item.fees", "absent"),
    ("item.fees in [1]", "absent"),
    ("item.fees + 1", "absent"),
    ("-item.fees", "absent"),
    ("item.fees < 1", "absent"),
    ("size(item.fees)", "absent"),
    ("item.fees.startsWith('a')", "absent"),
    ("'a'.startsWith(item.fees)", "absent"),
    ("item.fees ? 1 : 2", "absent"),
    ("true ? 1 : item.fees", "1"),
    ("false ? item.fees : 2", "2"),
    ("[1, item.fees]", "absent"),
    ("{'a': item.fees}", "absent"),
    ("item.fees.all(f, true)", "absent"),
    ("item.fees.map(f, f)", "absent"),
    ("item.materials.map(m, m.copies)", "absent"),
    ("item.materials.filter(m, m.copies > 1)", "absent"),
    ("item.materials.exists_one(m, m.copies > 1)", "absent"),
    ("item.fees[0]", "absent"),
    ("has(item.fees.name)", "absent"),
    ("item.fees.?name", "absent"),
    ("'%s'.format([item.fees])", "absent"),
  ])
}

@Test func logicAbsorbsAbsent() {
  var fixture = Fixture()
  fixture.expect([
    ("item.fees && false", "false"),
    ("false && item.fees", "false"),
    ("item.fees && true", "absent"),
    ("item.fees || true", "true"),
    ("item.fees || false", "absent"),
    ("item.materials.all(m, m.copies > 2)", "false"),
    ("item.materials.all(m, m.copies > 1)", "absent"),
    ("item.materials.exists(m, m.copies > 1)", "true"),
    ("item.materials.exists(m, m.copies > 2)", "absent"),
  ])
}

@Test func askingForAFieldIsNeverAbsent() {
  var fixture = Fixture()
  fixture.expect([
    ("has(item.fees)", "false"),
    ("item.?fees", "optional.none()"),
    ("item[?'fees']", "optional.none()"),
    ("item.tags[?2]", "optional.none()"),
    ("item.?fees.hasValue()", "false"),
    ("item.?fees.orValue(3)", "3"),
    ("item.?visits.orValue(item.fees)", "1"),
  ])
}

@Test func errorsWinOverAbsent() {
  var fixture = Fixture()
  fixture.expect([
    ("item.fees + 1 / 0", "error"),
    ("1 / 0 + item.fees", "error"),
    ("item.fees && 1 / 0 > 0", "error"),
    ("[item.fees, 1 / 0]", "error"),
    ("[1, 0].map(x, x == 1 ? item.fees : 1 / x)", "error"),
  ])
}

@Test func whatTheExpressionMadeKeepsItsErrors() {
  var fixture = Fixture()
  fixture.expect([
    ("{'a': 1}.b", "error"),
    ("[1][1]", "error"),
  ])
}

@Test func withoutTheExtensionMissingFieldsAreErrors() {
  var fixture = Fixture(absents: false)
  #expect(fixture.evaluate("item.fees") == "error")
  #expect(fixture.evaluate("item.tags[2]") == "error")
  #expect(fixture.evaluate("optional.none().value()") == "error")
  #expect(fixture.evaluate("has(item.?name.zh)") == "true")
}

@Test func keysAreComparedAsTextWhereSymbolsDiffer() {
  var fixture = Fixture()
  fixture.evaluation.comparesKeysByText = true
  #expect(fixture.evaluate("item.name.zh") == "食品经营许可")
  #expect(fixture.evaluate("item.materials.map(m, m.name).join('、')") == "材料1、材料2")
}

@Test func recordsAreMaps() {
  var fixture = Fixture()
  #expect(fixture.evaluate("size(guide)") == "5")
  #expect(fixture.evaluate("'id' in guide && !('fees' in guide)") == "true")
  #expect(fixture.evaluate("guide.exists(k, k == 'visits')") == "true")
  #expect(fixture.evaluate("guide.name.map(k, k + '=' + guide.name[k])") == "[zh=食品经营许可]")
  #expect(fixture.evaluate("guide.name == {'zh': '食品经营许可'}") == "true")
  #expect(fixture.evaluate("guide.tags + ['c'] == ['a', 'b', 'c']") == "true")
}
