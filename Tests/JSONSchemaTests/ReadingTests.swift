import DataTree
import JSONSchema
import Testing

@Suite struct ReadingTests {
  /// schema of `f`, the value as JSON (scalars other than text are plain), number of faults when written
  static let table: [(String, String, Int)] = [
    (#"{"type":"string"}"#, "12345", 0),
    (#"{"type":"string"}"#, "1.50", 0),
    (#"{"type":"string"}"#, "true", 0),
    (#"{"type":"string","pattern":"^[0-9]{5}$"}"#, "12345", 0),
    (#"{"type":"string","pattern":"^[0-9]{5}$"}"#, "1234", 1),
    (#"{"type":"string","maxLength":2}"#, "123", 1),
    (#"{"type":["string","integer"],"minimum":5}"#, "3", 1),
    (#"{"type":["string","integer"],"pattern":"^x"}"#, "3", 0),
    (#"{"type":["string","integer"],"pattern":"^x"}"#, "3.5", 1),
    (#"{"type":"string","enum":["5","true"]}"#, "5", 0),
    (#"{"enum":["5","true"]}"#, "true", 0),
    (#"{"const":"5"}"#, "5", 0),
    (#"{"type":"integer"}"#, "5", 0),
    (#"{"type":"integer"}"#, #""5""#, 1),
    (#"{"type":"number"}"#, #""5""#, 1),
    (#"{"type":"boolean"}"#, #""true""#, 1),
    (#"{"type":"integer"}"#, "5.0", 0),
    (#"{"anyOf":[{"type":"string"},{"type":"object"}]}"#, "5", 0),
    (#"{"type":"string"}"#, "null", 0),
    (#"{"type":"object"}"#, "null", 0),
    (#"{"type":"string"}"#, "[]", 1),
  ]

  @Test func scalarsAreReadAsTheSchemaAsks() {
    for (schema, value, count) in Self.table {
      let fixture = Fixture(#"{"properties":{"f":\#(schema)}}"#)
      #expect(fixture.faults(#"{"f":\#(value)}"#, .written)?.count == count, "\(schema) \(value)")
    }
  }

  @Test func strictReadingConvertsNothing() {
    #expect(Fixture(#"{"type":"string"}"#).faults("5")?.count == 1)
    #expect(Fixture(#"{"type":"string"}"#).faults("null")?.count == 1)
    #expect(Fixture(#"{"properties":{"f":{"type":"string"}},"required":["f"]}"#).faults(#"{"f":null}"#)?.count == 1)
  }

  @Test func keysWithoutValueAreAbsent() {
    let fixture = Fixture(#"{"properties":{"f":{"type":"string"}},"required":["f"],"additionalProperties":false}"#)
    #expect(fixture.messages(#"{"f":null}"#, .written) == [#""f" is missing"#])
    // A misspelt key is a slip even while it has no value.
    #expect(fixture.messages(#"{"f":"x","ff":null}"#, .written) == [#"There is no field "ff"; did you mean "f"?"#])
    #expect(Fixture(#"{"dependentRequired":{"a":["b"]}}"#).faults(#"{"a":null}"#, .written) == [])
    #expect(Fixture(#"{"minProperties":1}"#).faults(#"{"a":null}"#, .written)?.count == 1)
    let closed = Fixture(#"{"allOf":[{"properties":{"f":{"type":"string"}}}],"unevaluatedProperties":false}"#)
    #expect(closed.faults(#"{"f":null}"#, .written) == [])
  }
}
