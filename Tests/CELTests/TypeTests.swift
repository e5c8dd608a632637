import Testing

@testable import CEL

@Test func typesAreDeduced() {
  let fixture = Fixture()
  let cases: [(source: String, type: String)] = [
    ("1", "int"),
    ("int", "type(int)"),
    ("type('a')", "type(string)"),
    ("[]", "list(dyn)"),
    ("{}", "map(dyn, dyn)"),
    ("[1, 2u]", "list(dyn)"),
    ("[1, dyn(2)]", "list(dyn)"),
    ("[[], [1]]", "list(list(int))"),
    ("{'a': 1}.a", "int"),
    ("{'a': [1]}['a'][0]", "int"),
    ("[duration('1s'), null][0]", "duration"),
    ("[null, timestamp(0)][0]", "timestamp"),
    ("[optional.of(1), null][0]", "optional_type(int)"),
    ("true ? null : optional.of(1)", "optional_type(int)"),
    ("[1, 2].map(x, string(x))", "list(string)"),
    ("{'a': 1}.map(k, k)", "list(string)"),
    ("[1].transformMap(i, v, v > 0)", "map(int, bool)"),
    ("{'a': 1}.transformMapEntry(k, v, {v: k})", "map(int, string)"),
    ("guide.name", "LocalizedText"),
    ("guide.materials.map(m, m.copies)", "list(int)"),
    ("guide.?name.zh", "optional_type(string)"),
    ("guide['x-note']", "dyn"),
    ("item.anything[0].more", "dyn"),
    ("optional.none().orValue(1)", "int"),
    ("cel.bind(x, [1], x[0])", "int"),
    ("dyn(1) + 1", "int"),
    ("[[1], [2]].flatten()", "list(int)"),
    ("[1, 2].first()", "optional_type(int)"),
  ]
  for (source, type) in cases {
    let compilation = fixture.compile(source)
    #expect(compilation.diagnostics.isEmpty, "\(source): \(compilation.diagnostics)")
    #expect(compilation.type.description == type, "\(source)")
  }
}
