import ConformanceCases
import DataTree
import JSONPath
import Testing

@Test func namesAreFoundBySymbolOrText() throws {
  var symbols = SymbolTable.Builder()
  let older = symbols.freeze()
  let query = try #require(PathQuery.parse("$.材料[*]['name']", symbols: &symbols).query)
  for table in [older, symbols.freeze(), .empty] {
    let document = try tree(#"{"x": 1, "材料": [{"name": "a"}, {"name": "b", "y": 0}, {"nam": 1}, 3]}"#, symbols: table)
    var nodes: [NodeID] = []
    #expect(query.select(in: document.view, into: &nodes) == nil)
    #expect(nodes.map(document.view.string) == ["a", "b"])
  }
}

@Test func structureIsOpenToCallers() throws {
  var symbols = SymbolTable.Builder()
  let name = symbols.intern("name")
  let materials = symbols.intern("materials")
  let query = try #require(PathQuery.parse("$.materials[?@.copies > $.most].name", symbols: &symbols).query)
  #expect(query.mandatoryKey == materials)
  #expect(!query.isSingular)
  #expect(query.segments.map(\.range.offsets) == [1..<11, 11..<31, 31..<36])
  guard case .filter(let filter) = query.segments[1].selectors[0].kind,
    case .name("name", let symbol) = query.segments[2].selectors[0].kind
  else {
    Issue.record("other selectors than written")
    return
  }
  #expect(symbol == name)
  #expect(filter.queries.map(\.isRelative) == [true, false])
  #expect(try JSONPathTests.query("$..name").mandatoryKey == nil)
  #expect(try JSONPathTests.query("$.a[0]['b']").isSingular)
}

@Test func selectionAppendsFromCurrentAndRoot() throws {
  let document = try tree(#"{"a": {"b": 1}, "c": [{"b": 2}, {"b": 3}], "want": 3}"#)
  let view = document.view
  let list = try #require(view.value(of: .root, at: "c"))
  var nodes: [NodeID] = []
  #expect(try query("@[?@.b == $.want].b", allowsRelative: true).select(in: view, from: list, into: &nodes) == nil)
  #expect(try query("@[0].b", allowsRelative: true).select(in: view, from: list, into: &nodes) == nil)
  #expect(try query("$.b").select(in: view, root: view.elements(list)[1], into: &nodes) == nil)
  #expect(nodes.map(view.string) == ["3", "2", "3"])
}

@Test func numbersCompareByValue() throws {
  let numbers = "[1, 1.0, 9007199254740993, 9007199254740992.0, -0.0, 1e300]"
  #expect(try select("$[?@ == 1]", in: numbers) == ["1", "1.0"])
  #expect(try select("$[?@ == 9007199254740993]", in: numbers) == ["9007199254740993"])
  #expect(try select("$[?@ == 9.007199254740992e15]", in: numbers) == ["9007199254740992.0"])
  #expect(try select("$[?@ == 0]", in: numbers) == ["-0.0"])
  #expect(try select("$[?@ > 9223372036854775807]", in: numbers) == ["1e+300"])
  let endless = DataTree(symbols: .empty)
  var builder = TreeBuilder(into: endless)
  builder.begin(.list)
  builder.double(.infinity)
  builder.end()
  var nodes: [NodeID] = []
  #expect(try query("$[?@ > 9223372036854775807]").select(in: endless.view, into: &nodes) == nil)
  #expect(nodes.map(endless.view.string) == ["inf"])
}

@Test func opaqueScalarsCompareAsTheirText() throws {
  let document = DataTree(symbols: .empty)
  var builder = TreeBuilder(into: document)
  builder.begin(.list)
  for text in ["20个工作日", "即时"] {
    let bytes = Array(text.utf8)
    bytes.withUnsafeBufferPointer { _ = builder.scalar(.opaque, style: .plain, text: $0, bits: 7) }
  }
  builder.end()
  var nodes: [NodeID] = []
  #expect(try query("$[?@ == '即时' && length(@) == 2]").select(in: document.view, into: &nodes) == nil)
  #expect(try query("$[?match(@, '[0-9]+个工作日')]").select(in: document.view, into: &nodes) == nil)
  #expect(nodes.map(document.view.string) == ["即时", "20个工作日"])
}

@Test func deepestNodeOfASingularQuery() throws {
  let document = try tree(#"{"name": {"zh": "甲"}, "list": [{"a": 1}]}"#)
  let view = document.view
  let name = try #require(view.value(of: .root, at: "name"))
  let list = try #require(view.value(of: .root, at: "list"))
  #expect(try query("$.name.zh").deepest(in: view).isWhole)
  #expect(try query("$.name.en.x").deepest(in: view) == (name, false))
  #expect(try query("$.other").deepest(in: view) == (.root, false))
  #expect(try query("$.list[1].a").deepest(in: view) == (list, false))
  #expect(try query("$.list[*].a").deepest(in: view) == (list, false))
  #expect(try query("@.en", allowsRelative: true).deepest(in: view, from: name) == (name, false))
  #expect(try query("@", allowsRelative: true).deepest(in: view, from: name) == (name, true))
}

@Test func patternsAreInteroperableRegularExpressions() throws {
  let texts = #"["ab", "a\nb", "a^b", "a-b", "a_b", "é", "1", "\u0378", "a&&b"]"#
  #expect(try select("$[?match(@, 'a.b')]", in: texts) == [#""a^b""#, #""a-b""#, #""a_b""#])
  #expect(try select("$[?match(@, 'a[-^_]b')]", in: texts) == [#""a^b""#, #""a-b""#, #""a_b""#])
  #expect(try select("$[?search(@, '[^]')]", in: texts) == [#""a^b""#])
  #expect(try select("$[?match(@, 'a[&&]{2}b')]", in: texts) == [#""a&&b""#])
  #expect(try select("$[?match(@, '\\\\p{Ll}')]", in: texts) == [#""é""#])
  #expect(try select("$[?match(@, '\\\\P{L}')]", in: texts) == [#""1""#, "\"\u{378}\""])
  #expect(try select("$[?match(@, '\\\\p{Cn}')]", in: texts) == ["\"\u{378}\""])
  #expect(try select("$[?match(@, '(a|b)+')]", in: texts) == [#""ab""#])
  for outside in [
    "(?i)ab", "\\\\d", "a**", "(ab", "ab)", "[b-a]", "[[a]", "a{,2}", "\\\\bab", "[a-b-c]", "\\\\p{Xx}", "]",
  ] {
    #expect(try select("$[?search(@, '\(outside)')]", in: texts).isEmpty, "\(outside)")
    #expect(faults("$[?search(@, '\(outside)')]").count == 1, "\(outside)")
  }
}
