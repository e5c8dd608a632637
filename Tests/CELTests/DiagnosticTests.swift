import SourceText
import Testing

@testable import CEL

/// The text that the only diagnostic underlines, and its English message.
private func fault(_ source: String, expecting: ExpressionType? = nil) -> (part: String, message: String) {
  let compilation = Fixture().compile(source, expecting: expecting)
  guard let diagnostic = compilation.diagnostics.first, compilation.diagnostics.count == 1 else {
    return ("", "\(compilation.diagnostics)")
  }
  return (String(decoding: Array(source.utf8)[diagnostic.range.offsets], as: UTF8.self), diagnostic.message.en)
}

@Test func faultsPointAtTheExactPartAndSuggestWhatWasMeant() {
  let cases: [(source: String, part: String, message: String)] = [
    ("guide.nam.zh", "nam", "ServiceItem has no field 'nam'; did you mean 'name'?"),
    ("guide.name.zhh == 'x'", "zhh", "LocalizedText has no field 'zhh'; did you mean 'zh'?"),
    ("guide.materials.all(m, has(m.nme))", "nme", "Material has no field 'nme'; did you mean 'name'?"),
    ("guid.name", "guid", "There is no variable 'guid'; did you mean 'guide'?"),
    ("guide.id == 5", "guide.id == 5", "string and int are never equal; == cannot compare them."),
    ("guide.visits < 'a'", "guide.visits < 'a'", "The operator < does not take int and string."),
    ("guide.materials.exist(m, m.copies > 1)", "exist", "There is no method exist(); did you mean 'exists'?"),
    ("guide.id.startWith('x')", "startWith", "There is no method startWith(); did you mean 'startsWith'?"),
    ("sise(guide.tags)", "sise", "There is no function sise(); did you mean 'size'?"),
    ("math.abss(1)", "math.abss", "There is no function math.abss(); did you mean 'math.abs'?"),
    ("startsWith('a', 'b')", "startsWith", "startsWith is a method: write x.startsWith(…)."),
    ("'a'.matches(1)", "1", "matches() does not take int here. It is declared as string.matches(string)."),
    (
      "guide.id.contains()", "contains",
      "contains() does not take 0 arguments. It is declared as string.contains(string)."
    ),
    ("guide.visits && true", "guide.visits", "Expected bool, but this is int."),
    (
      "has(guide.?name.zh)", "has(guide.?name.zh)",
      "has() tests only its last step; behind an optional step write ….?zh.hasValue()."
    ),
    ("has(guide)", "guide", "has() takes one field, such as has(this.name); for an optional use .hasValue()."),
    ("guide.tags.all(1, true)", "1", "This argument of all() must be the name of a variable, as in list.all(x, …)."),
    (
      "guide.tags.all(t)", "all",
      "all() is a macro, written list.all(variable, expression), as in this.materials.all(m, …)."
    ),
    ("guide.visits.all(v, true)", "guide.visits", "all() works on lists and maps, but this is int."),
    ("true ? 1 : 'a'", "'a'", "Both branches must have one type; the first is int, the second string."),
    ("1 +", "+", "Expected an expression, but the expression ends here."),
    ("(1 + 2", "2", "Expected an operator or ')', but the expression ends here."),
    ("[1, 2", "2", "Expected ',' or ']', but the expression ends here."),
    ("1 2", "2", "Expected an operator or the end of the expression, found '2'."),
    ("'abc", "'abc", "The string lacks its closing '."),
    ("'a\\qb'", "\\q", "The escape '\\q' is invalid; write a backslash as \\\\ or use a raw string r'…'."),
    ("number = 1", "=", "The character '=' has no meaning in an expression; did you mean '=='?"),
    ("number == 1 ，2", "，", "The character '，' has no meaning in an expression; did you mean ','?"),
    ("item and true", "and", "'and' is written &&."),
    ("for", "for", "'for' is a reserved word and no name."),
    ("9223372036854775808", "9223372036854775808", "The number 9223372036854775808 does not fit in 64 bits."),
    ("12abc", "12abc", "'12abc' is not a number."),
    (
      "google.protobuf.Value{}", "google.protobuf.Value",
      "Protobuf messages are not supported; a map is written {'key': value}."
    ),
    ("ip('1.2.3.4')", "ip", "ip() is not supported: the network, block and protobuf libraries are out of scope."),
    ("guide.id.matches('(')", "'('", "The pattern is not valid RE2 syntax: missing ): (."),
    ("", "", "The expression is empty."),
  ]
  for (source, part, message) in cases {
    let found = fault(source)
    #expect(found.part == part, "\(source)")
    #expect(found.message == message, "\(source)")
  }
}

@Test func theResultMustHaveTheExpectedType() {
  #expect(fault("guide.id", expecting: .bool).message == "The expression must give bool, but gives string.")
  #expect(Fixture().compile("item.id", expecting: .bool).diagnostics.isEmpty)
  #expect(Fixture().compile("guide['x-note'] == 5 && guide.visits < 1.5").diagnostics.isEmpty)
}

@Test func compilationTellsWhatItReadsAndCalls() {
  let compilation = Fixture().compile("item.id.startsWith('a') && math.abs(number) > 1 && size([1].map(x, x)) == 1")
  #expect(compilation.readsVariables == ["item", "number"])
  #expect(compilation.calls == ["startsWith", "math.abs", "size"])
  #expect(compilation.type == .bool)
}

@Test func nestedInputIsRefused() {
  let openings = ["(", "!", "-", "[", "{1:", "f(", "a[", "a.b(", "1+(", "true?(", "[1].all(x,", "has("]
  for opening in openings {
    let compilation = Fixture().compile(String(repeating: opening, count: 10_000) + "1")
    #expect(compilation.program == nil, "\(opening)")
    #expect(compilation.diagnostics.count == 1, "\(opening)")
  }
  for chain in [".a", "+1", "[0]", ".f()", " == 1", "?1:1"] {
    let compilation = Fixture().compile("item" + String(repeating: chain, count: 10_000))
    #expect(compilation.diagnostics.count == 1, "\(chain)")
  }
  #expect(Fixture().compile("true" + String(repeating: " && true", count: 5000)).program != nil)
  #expect(Fixture().compile(String(repeating: " ", count: 70_000) + "1").diagnostics.count == 1)
}
