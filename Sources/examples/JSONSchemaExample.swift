import DataTree
import Diagnostics
import Foundation
import JSONSchema

/// Validates documents against a schema and says what is wrong with them.
func runJSONSchemaExample() {
  let schemaText = """
    {
      "type": "object",
      "required": ["name"],
      "properties": {
        "name": {"type": "string", "maxLength": 20},
        "copies": {"type": "integer", "minimum": 1},
        "issued": {"type": "string", "format": "date"}
      },
      "additionalProperties": false
    }
    """
  // Load every schema first: their keys become symbols, which documents are read with.
  var symbols = SymbolTable.Builder()
  var library = SchemaLibrary(formats: StandardFormats.selected(["date"]))
  guard let schemaTree = readTree(schemaText, symbols: .empty) else { return }
  let problems = library.add(schemaTree, name: "material.schema.json", symbols: &symbols)
  let (schema, unresolved) = library.compile("material.schema.json")
  guard let schema else {
    for problem in problems + unresolved.map(\.diagnostic) { print(problem.message.en) }
    return
  }

  let table = symbols.freeze()
  for text in [#"{"name": "Lease", "copies": 1}"#, #"{"copie": 2, "copies": 0, "issued": "soon"}"#] {
    guard let tree = readTree(text, symbols: table) else { continue }
    var faults: [SchemaFault] = []
    // A view does not keep its tree alive.
    let isValid = withExtendedLifetime(tree) { schema.validate(tree.view, reading: .strict, into: &faults) }
    print(isValid ? "valid" : "not valid")
    for fault in faults { print("  \(fault.schemaLocation) \(fault.keyword): \(fault.message.en)") }
  }
}

/// The tree of a JSON text, read by Foundation, its keys sorted; nil when it is no JSON.
func readTree(_ json: String, symbols: SymbolTable) -> DataTree? {
  guard let value = try? JSONSerialization.jsonObject(with: Data(json.utf8), options: .fragmentsAllowed) else {
    return nil
  }
  var builder = TreeBuilder(into: DataTree(symbols: symbols))
  write(value, into: &builder)
  return builder.tree
}

/// Writes a value of Foundation's JSON into a tree.
private func write<Value>(_ value: Value, into builder: inout TreeBuilder) {
  switch value {
  case let text as String: builder.string(text)
  case let number as NSNumber:
    switch String(cString: number.objCType) {
    case "c", "B": builder.bool(number.boolValue)
    case "f", "d": builder.double(number.doubleValue)
    default: builder.int(number.int64Value)
    }
  case let elements as NSArray:
    builder.begin(.list)
    for element in elements { write(element, into: &builder) }
    builder.end()
  case let members as NSDictionary:
    builder.begin(.map)
    for key in members.allKeys.compactMap({ $0 as? String }).sorted() {
      builder.key(key)
      write(members[key] ?? NSNull(), into: &builder)
    }
    builder.end()
  default: builder.null()
  }
}
