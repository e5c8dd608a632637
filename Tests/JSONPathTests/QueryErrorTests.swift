import DataTree
import Diagnostics
import JSONPath
import Testing

@Test func syntaxErrorsUnderlineTheExactCharacters() {
  let expected: [(source: String, fault: String)] = [
    ("", "path-syntax: "),
    ("materials", "path-syntax: materials"),
    (" $", "path-syntax:  "),
    ("$.a ", "path-syntax:  "),
    ("@.a", "path-syntax: @"),
    ("$.材料[？]", "path-syntax: ？"),
    ("$[?@.a ＝＝ 1]", "path-syntax: ＝"),
    ("$[?@.a == “x”]", "path-syntax: “"),
    ("$..", "path-syntax: "),
    ("$.a[", "path-syntax: "),
    ("$.a[0", "path-syntax: ["),
    ("$[name]", "path-syntax: name"),
    ("$['a\\x']", "path-syntax: \\x"),
    ("$['a", "path-syntax: 'a"),
    ("$['\\uD800x']", "path-syntax: \\uD800"),
    ("$[01]", "path-syntax: 01"),
    ("$[-0]", "path-syntax: -0"),
    ("$[9007199254740992]", "path-integer-range: 9007199254740992"),
    ("$[::-9007199254740992]", "path-integer-range: -9007199254740992"),
    ("$[?@.a = 1]", "path-syntax: ="),
    ("$[?@.a & @.b]", "path-syntax: &"),
    ("$[?!@.a == 1]", "path-syntax: =="),
    ("$[?(@.a) == 1]", "path-syntax: =="),
    ("$[?1 < @.a < 2]", "path-syntax: <"),
    ("$[?!!@.a]", "path-syntax: !"),
    ("$[?@.a == True]", "path-syntax: True"),
    ("$[?(@.a]", "path-syntax: ]"),
    ("$[?count (@.a) > 1]", "path-syntax:  "),
  ]
  for (source, fault) in expected { #expect(faults(source) == [fault], "\(source)") }
}

@Test func typeErrorsAreAllReported() {
  #expect(faults("$[?@.* == 1 || length(@..a) > 2]") == ["path-type: @.*", "path-type: @..a"])
  #expect(faults("$[?count(1) > 2]") == ["path-type: 1"])
  #expect(faults("$[?count(@.a)]") == ["path-type: count(@.a)"])
  #expect(faults("$[?match(@.a, 'x') == true]") == ["path-type: match(@.a, 'x')"])
  #expect(faults("$[?true]") == ["path-type: true"])
  #expect(faults("$[?length() == 1]") == ["path-type: length"])
  #expect(faults("$[?length(@.a, @.b, @.c) == 1]") == ["path-type: @.b, @.c"])
  #expect(faults("$[?length(@.a == 1) == 1]") == ["path-type: @.a == 1"])
  #expect(faults("$[?@.a[?@.* == 1]]") == ["path-type: @.*"])
  #expect(faults("$[?foo(@.a) > 1]") == ["path-unknown-function: foo"])
}

@Test func errorsSuggestTheNearestName() throws {
  #expect(try #require(messages("$[?lenght(@.a) > 1]").first).contains("did you mean length?"))
  #expect(try #require(messages("$[?Count(@.a) > 1]").first).contains("did you mean count?"))
  #expect(try #require(messages("$[?@.a == True]").first).contains("did you mean true?"))
  #expect(try #require(messages("$[?@.a == abc]").first).contains("'abc'"))
  #expect(try #require(messages("materials[*]").first).contains("$.materials"))
  #expect(try #require(messages("$.材料[？]").first).contains("write \"?\""))
  #expect(try #require(messages("$[name]").first).contains("['name']"))
}

@Test func relativeQueriesAreForThoseWhoAskForThem() throws {
  #expect(try query("@.name.zh", allowsRelative: true).isRelative)
  #expect(try !query("$.name", allowsRelative: true).isRelative)
  #expect(faults("name", allowsRelative: true) == ["path-syntax: name"])
}

@Test func patternsThatCannotMatchAreWarnedOf() throws {
  var symbols = SymbolTable.Builder()
  let (query, diagnostics) = PathQuery.parse("$[?match(@, '\\\\d+')]", symbols: &symbols)
  #expect(query != nil)
  let warning = try #require(diagnostics.first)
  #expect(warning.severity == .warning)
  #expect(warning.id == "path-pattern")
  #expect(warning.range.offsets == 12..<18)
  #expect(warning.message.en.contains("[0-9]"))
}
