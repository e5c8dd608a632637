import CEL
import DataTree
import JSONPath
import Testing

@testable import Rules

private let typing = PathTyping(shapes: RuleFixture([:]).library.shapes)

/// What a path selects in service items.
private func typed(_ path: String) throws -> (types: [ExpressionType], fault: PathTyping.Fault?) {
  var symbols = SymbolTable.Builder()
  let query = try #require(PathQuery.parse(path, symbols: &symbols, allowsRelative: false).query)
  let typed = typing.types(of: query, kinds: ["ServiceItem"])
  return (typed.types, typed.fault)
}

@Test func pathsLeadToTypes() throws {
  let expected: [(String, ExpressionType)] = [
    ("$", .record("ServiceItem")), ("$.materials[*]", .record("Material")),
    ("$.materials[0].oneOf[*].name.zh", .string), ("$.steps[*].next[*].to", .string),
    ("$.conditions[*].text", .map(.string, .string)), ("$.name.*", .string), ("$..en", .dyn),
    ("$.materials[*].when.variant", .dyn), ("$.department.code", .string), ("$.timeLimit.promised", .opaque("limit")),
  ]
  for (path, type) in expected {
    let (types, fault) = try typed(path)
    #expect(types == [type], "\(path)")
    #expect(fault == nil, "\(path)")
  }
}

@Test func pathsThatLeaveTheSchemaAreFaultsOfOneStep() throws {
  let misspelt = try typed("$.materials[*].nmae")
  #expect(misspelt.fault?.message.en == "The schema has no field “nmae” here. Did you mean name?")
  #expect(misspelt.fault?.range.offsets == 15..<19)
  for path in ["$.code[0]", "$.materials.name"] {
    #expect(try typed(path).fault != nil, "\(path)")
  }
}
