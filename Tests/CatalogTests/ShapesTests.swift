import CEL
import DataTree
import Testing

@testable import Catalog

private let sample = SampleCatalog()
private let types = RecordTypes(sample.shapes)

@Test func schemasCompileWithoutComplaint() {
  var symbols = SymbolTable.Builder()
  let (shapes, diagnostics) = Shapes.compile(SchemaSamples.all, symbols: &symbols)
  #expect(diagnostics.isEmpty)
  #expect(Set(shapes.kinds.keys) == ["ServiceItem", "Bundle", "Registry", "Catalog"])
  let names = shapes.records.map(\.name)
  #expect(Set(names).count == names.count)
  let material = shapes.record(named: "Material")
  #expect(material?.registry?.part == .materials)
  #expect(material?.field(named: "source")?.defaultValue == .text(Array("applicant".utf8)))
  #expect(material?.field(named: "when")?.defaultValue == .emptyMap)
}

@Test func brokenSchemasAreReported() {
  var symbols = SymbolTable.Builder()
  let text =
    "{x-type: A, properties: {a: {$ref: \"#/$defs/none\"}, b: {x-reading: localised}, c: {$ref: \"#/properties/c\"}}}"
  let (shapes, diagnostics) = Shapes.compile(
    [SchemaSource(name: "a.json", tree: FlowText.tree(text))], symbols: &symbols)
  #expect(Set(diagnostics.map(\.id)) == ["schema-reference-unknown", "schema-reading-unknown"])
  #expect(diagnostics.contains { $0.message.en == "Unknown x-reading \"localised\"; did you mean \"localized\"?" })
  #expect(shapes.records.count == 1)
}

@Test func fieldsHaveTypes() {
  let expected: [(String, String, ExpressionType?)] = [
    ("ServiceItem", "name", .map(.string, .string)), ("ServiceItem", "code", .string), ("ServiceItem", "version", .int),
    ("ServiceItem", "weight", .double), ("ServiceItem", "highFrequency", .bool), ("ServiceItem", "inHall", .dyn),
    ("ServiceItem", "department", .record("Department")), ("ServiceItem", "basis", .list(.record("Basis"))),
    ("ServiceItem", "conditions", .list(.record("Clause"))), ("ServiceItem", "timeLimit", .record("TimeLimits")),
    ("ServiceItem", "topics", .list(.string)), ("ServiceItem", "x-own", .dyn), ("ServiceItem", "nmae", nil),
    ("TimeLimits", "promised", .opaque("limit")), ("TimeLimits", "statutory", .opaque("limit")),
    ("Material", "oneOf", .list(.record("Material"))), ("Material", "when", .dyn), ("Material", "copies", .dyn),
    ("Material", "blank", .dyn), ("Step", "next", .list(.record("Edge"))), ("Edge", "to", .string),
    ("Contacts", "consultation", .list(.record("Contact"))), ("Clause", "basis", .string), ("Nothing", "name", nil),
  ]
  for (record, field, type) in expected {
    #expect(types.type(ofField: field, in: record) == type, "\(record).\(field)")
  }
  #expect(types.fields(of: "Edge") == ["to", "when", "label"])
  #expect(types.fields(of: "Nothing").isEmpty)
}

@Test func formatsCheckTheirText() throws {
  func check(_ format: String, _ text: String) throws -> Bool {
    let check = try #require(DomainFormats.all.first { $0.name == format }).check
    return Array(text.utf8).withUnsafeBufferPointer { check($0) }
  }
  #expect(try check("time-limit", "20 工作日"))
  #expect(try check("time-limit", "尽快") == false)
  #expect(try check("citation", "《消防法》第十条"))
  #expect(try check("citation", "消防法") == false)
  #expect(DomainFormats.complaint("time-limit", "尽快")?.zh.hasPrefix("“尽快”不是可以读懂的时限") == true)
  #expect(DomainFormats.complaint("citation", "消防法")?.en.hasPrefix("\"消防法\" is no readable basis") == true)
  #expect(DomainFormats.complaint("date", "尽快") == nil)
  #expect(try check("slug", "a-1"))
  #expect(try check("slug", "甲") == false)
  for time in ["00:00", "09:05", "23:59"] { #expect(try check("clock-time", time)) }
  for text in ["9:05", "24:00", "09:60", "09.05", "09:5a", "09:050", "", "九点"] {
    #expect(try check("clock-time", text) == false, "\(text)")
  }
  #expect(DomainFormats.complaint("clock-time", "9:05")?.en.hasPrefix("\"9:05\" is no clock time") == true)
}
