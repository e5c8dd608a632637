package import CEL

/// The records of the schemas, and those that functions make, as the expression checker sees them.
package struct RecordTypes: TypeProvider {
  /// Types by record and field.
  private let fields: [String: [String: ExpressionType]]
  /// Fields by record, in order.
  private let names: [String: [String]]
  /// Records that admit `x-` keys.
  private let openRecords: Set<String>

  /// Derives the type of every field; of two records with one name the first counts.
  package init(_ shapes: Shapes) {
    var fields: [String: [String: ExpressionType]] = [:]
    var names: [String: [String]] = [:]
    var open: Set<String> = []
    for record in shapes.records where fields[record.name] == nil {
      names[record.name] = record.fields.map(\.name)
      fields[record.name] = Dictionary(
        record.fields.map { ($0.name, shapes.expressionType(of: $0.shape)) }
      ) { first, _ in first }
      if record.admitsFurtherKeys { open.insert(record.name) }
    }
    for record in DomainFunctions.records {
      names[record.name] = record.fields.map(\.name)
      fields[record.name] = Dictionary(record.fields.map { ($0.name, $0.type) }) { first, _ in first }
    }
    self.fields = fields
    self.names = names
    openRecords = open
  }

  /// Type of a field; a bureau's own `x-` keys hold anything.
  package func type(ofField field: String, in record: String) -> ExpressionType? {
    if let type = fields[record]?[field] { return type }
    return field.hasPrefix("x-") && openRecords.contains(record) ? .dyn : nil
  }

  /// The fields of a record in the schema's order.
  package func fields(of record: String) -> [String] { names[record] ?? [] }
}

extension Shapes {
  /// The type that expressions see for a shape.
  package func expressionType(of id: ShapeID) -> ExpressionType {
    switch self[id] {
    case .any, .file, .condition, .union: .dyn
    case .text, .citation: .string
    case .integer: .int
    case .number: .double
    case .boolean: .bool
    case .localized: .map(.string, .string)
    case .limit: .opaque("limit")
    case .clause(let record), .department(let record): expressionType(of: record)
    case .basisList(let element), .contactList(let element), .edges(let element), .list(let element):
      .list(expressionType(of: element))
    case .map(let value): .map(.string, expressionType(of: value))
    case .record(let record): .record(self[record].name)
    }
  }
}
