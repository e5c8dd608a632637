import DataTree
import Testing

@testable import CEL

@Test func literalsAreThoseOfTheDefinition() {
  var fixture = Fixture(absents: false)
  fixture.expect([
    ("0xFFu + 1u", "256"),
    ("-0x1", "-1"),
    ("1e3", "1000"),
    (".5 + 1.5e-1", "0.65"),
    ("-9223372036854775808", "-9223372036854775808"),
    ("r'\\n' == '\\\\n' && R\"\"\"a\"b\"\"\" == 'a\"b'", "true"),
    ("b'\\xff' == b'\\377' && bytes('ÿ') != b'\\xff'", "true"),
    ("'\\U0001F431' == '🐱'", "true"),
    ("'''a\nb''' == 'a\\nb'", "true"),
    ("1 // one\n + 2", "3"),
    ("{'a': 1,}.a + [1,][0]", "2"),
  ])
}

@Test func precedenceIsThatOfTheDefinition() {
  var fixture = Fixture(absents: false)
  fixture.expect([
    ("1 + 2 * 3 - 4 / 2 % 3", "5"),
    ("!true || true && false == false", "true"),
    ("false ? 1 : true ? 2 : 3", "2"),
    ("-(-1) - -1", "2"),
    ("1 < 2 == true", "true"),
  ])
}

@Test func numbersComputeAsDefined() {
  var fixture = Fixture(absents: false)
  fixture.expect([
    ("7 / -2", "-3"),
    ("-7 % 2", "-1"),
    ("9223372036854775807 + 1", "error"),
    ("-9223372036854775808 % -1", "error"),
    ("1 / 0", "error"),
    ("1.0 / 0.0", "Infinity"),
    ("0u - 1u", "error"),
    ("1 == 1u && 1u == 1.0 && 1 < 1.5 && 2u > 1", "true"),
    ("dyn(1) == 'a'", "false"),
    ("0.0 / 0.0 == 0.0 / 0.0", "false"),
    ("[1, 2u, 3.0] == [1.0, 2, 3u]", "true"),
    ("{1: 'a'}[1u] + {1u: 'b'}[1.0]", "fault: Expected int, but this is uint."),
    ("dyn({1: 'a'})[1u] + dyn({1u: 'b'})[1.0]", "ab"),
    ("{'a': 1, 'a': 2}", "error"),
    ("{dyn(1.5): 1}", "error"),
    ("[1][dyn(0.0)]", "1"),
    ("[1][dyn(0.5)]", "error"),
  ])
}

@Test func conversionsGiveOrRefuse() {
  var fixture = Fixture(absents: false)
  fixture.expect([
    ("int('-5') + int(3.9) + int(5u) + int(timestamp(7))", "10"),
    ("string(1.0) + string(1e100) + string(-0.25) + string(true)", "11e+100-0.25true"),
    ("int('x')", "error"),
    ("uint(-1)", "error"),
    ("double('-Infinity') < 0.0", "true"),
    ("string(b'\\xff')", "error"),
    ("type(type(1)) == type && type(1) != uint && type({}) == map && type(null) == null_type", "true"),
    ("string(duration('-1h30m0.5s')) + ' ' + string(duration('100ms'))", "-5400.5s 0.1s"),
    ("duration('1')", "error"),
    ("timestamp('2023-02-29T00:00:00Z')", "error"),
    ("timestamp('2024-02-29T23:59:59.25+08:00')", "2024-02-29T15:59:59.25Z"),
    ("timestamp('2024-02-29T00:00:00Z').getDayOfYear('+08:00')", "59"),
    ("timestamp('2024-12-31T20:00:00Z').getFullYear('08:00')", "2025"),
    ("timestamp('1969-12-31T23:59:59.5Z') + duration('1s')", "1970-01-01T00:00:00.5Z"),
    ("timestamp('1970-01-01T00:00:00Z') - timestamp('1970-01-01T00:00:00.5Z')", "-0.5s"),
    ("timestamp(0).getHours('Nowhere/City')", "error"),
  ])
}

@Test func logicAndMacrosAbsorbErrors() {
  var fixture = Fixture(absents: false)
  fixture.expect([
    ("1 / 0 > 0 || true", "true"),
    ("false && 1 / 0 > 0", "false"),
    ("1 / 0 > 0 && false", "false"),
    ("dyn(1) && true", "error"),
    ("[1, 0].exists(x, 1 / x == 1) && [0, 1].exists(x, 1 / x == 1)", "true"),
    ("[1, 0].all(x, 1 / x == 2)", "false"),
    ("[1, 2, 3].map(x, x > 1, x * x)", "[4, 9]"),
    ("[3, 4].transformList(i, v, i + v)", "[3, 5]"),
    ("{'a': 1}.transformMap(k, v, k + string(v))", "{a: a1}"),
    ("{'a': 1, 'b': 2}.transformMapEntry(k, v, {v: k})", "{1: a, 2: b}"),
    ("['a', 'a'].transformMapEntry(i, v, {v: i})", "error"),
    ("cel.bind(x, 2, [1, 2].map(y, cel.bind(z, x + y, z * z)))", "[9, 16]"),
    ("[[1, 2], [3]].map(x, x.map(x, x + 1))", "[[2, 3], [4]]"),
  ])
}

@Test func librariesComputeAsDefined() {
  var fixture = Fixture(absents: false)
  fixture.expect([
    (
      "'%s %d %.2f %e %x %X %o %b %%'.format([[1, 'a'], 5u, 2.675, 1234.5, 255, 'hi', 8, true])",
      "[1, a] 5 2.67 1.234500e+03 ff 6869 10 1 %"
    ),
    ("'%.3e %.1f %.0f %f'.format([0.00012345, -0.05, 0.5, 1e15])", "1.234e-04 -0.1 0 1000000000000000.000000"),
    ("'%e %.0e %.2f'.format([9.9999999e22, 9.5, 1e22])", "1.000000e+23 1e+01 10000000000000000000000.00"),
    ("'办事指南'.substring(1, 3) + '办事'.charAt(1) + '办事'.reverse()", "事指事事办"),
    ("'abc'.split('') == ['a', 'b', 'c'] && 'a,b,c'.split(',', 2) == ['a', 'b,c'] && ''.split(',') == ['']", "true"),
    ("'abab'.replace('a', 'x', 1) + 'ab'.replace('', '-')", "xbab-a-b-"),
    ("'abab'.indexOf('b', 2) == 3 && 'abab'.lastIndexOf('ab') == 2 && 'a'.indexOf('', 1) == 1", "true"),
    ("[3, 1, 2].sort() == [1, 2, 3] && [1, 2, 1].distinct() == [1, 2]", "true"),
    ("['bb', 'a'].sortBy(x, x.size())", "[a, bb]"),
    ("[[1, [2]], [3]].flatten() == [1, [2], 3] && [[1, [2]]].flatten(2) == [1, 2]", "true"),
    ("sets.contains([1, 2], [2]) && sets.equivalent([1, 2], [2, 1, 1]) && !sets.intersects([1], [2])", "true"),
    ("math.greatest(1, 2.5, 3u) == 3u && math.least([4, 2]) == 2 && math.sqrt(16) == 4.0", "true"),
    ("base64.encode(b'ab') + string(base64.decode('YWI'))", "YWI=ab"),
    ("optional.of(1).optMap(x, x + 1).orValue(0) + optional.none().orValue(1)", "3"),
    ("optional.of(1).orValue(1 / 0)", "1"),
    (
      "[optional.of(1), optional.none()].unwrapOpt() == [1] && [1].first().value() == 1 && ![].last().hasValue()",
      "true"
    ),
    ("{'a': {'b': 1}}.?a.b.value() + {'a': [1]}.?a[0].orValue(5)", "2"),
    ("'a1b'.matches('[0-9]') && !'ab'.matches('^b')", "true"),
    ("'abc'.matches(string(dyn('(')))", "error"),
  ])
}

@Test func extensionsCanBeLeftOut() {
  var builder = EnvironmentBuilder(library: [])
  builder.declare(variable: "x", .dyn)
  for source in [
    "'a'.charAt(0)", "math.abs(1)", "[1].sort()", "x.?y", "[?x]", "cel.bind(a, 1, a)", "[1].all(i, v, true)",
  ] {
    var symbols = SymbolTable.Builder()
    #expect(builder.build().compile(source, symbols: &symbols).program == nil, "\(source)")
  }
}

@Test func everyExampleOfEveryStandardFunctionHolds() {
  var fixture = Fixture(absents: false)
  for function in EnvironmentBuilder().build().functions {
    #expect(!function.examples.isEmpty, "\(function.name)")
    for example in function.examples {
      #expect(fixture.evaluate("(\(example.expression)) == (\(example.result))") == "true", "\(example.expression)")
    }
  }
}
