import CEL
import Catalog
import Synchronization

/// The records that expressions of rules see: those of the schemas, and those that a rule set adds.
///
/// A name with `|` is the union of records: a field of any of them may be read, with the type that all agree on.
final class RuleTypes: TypeProvider {
  /// Record of all vocabularies.
  static let vocabularies = "vocabulary"

  private let domain: any TypeProvider
  private let added = Mutex<[String: [(name: String, type: ExpressionType)]]>([:])

  /// Puts the schemas' own records underneath those that rules add.
  init(domain: any TypeProvider) { self.domain = domain }

  /// Adds a record; its name must differ from those of the schemas.
  func add(_ record: String, fields: [(name: String, type: ExpressionType)]) {
    added.withLock { $0[record] = fields }
  }

  /// Gives `dyn` where the parts of a union disagree, nil where no part has the field.
  func type(ofField field: String, in record: String) -> ExpressionType? {
    // Most records are no union, and most of loading is asking for fields.
    guard record.utf8.contains(RuleTypes.separator) else { return type(ofField: field, inPart: record) }
    let types = RuleTypes.parts(record).compactMap { type(ofField: field, inPart: $0) }
    guard let first = types.first else { return nil }
    return types.allSatisfy { $0 == first } ? first : .dyn
  }

  /// Names every field that some part of a union has, each once.
  func fields(of record: String) -> [String] {
    var names: [String] = []
    for part in RuleTypes.parts(record) {
      let own = added.withLock { $0[part]?.map(\.name) } ?? domain.fields(of: part)
      names += own.filter { !names.contains($0) }
    }
    return names
  }

  /// One type for values of several types.
  static func union(_ types: [ExpressionType]) -> ExpressionType {
    var distinct: [ExpressionType] = []
    for type in types where !distinct.contains(type) { distinct.append(type) }
    if distinct.count <= 1 { return distinct.first ?? .dyn }
    var records: [String] = []
    for type in distinct {
      guard case .record(let name) = type else { return .dyn }
      records.append(name)
    }
    return .record(records.joined(separator: "|"))
  }

  private func type(ofField field: String, inPart part: String) -> ExpressionType? {
    let own: (isKnown: Bool, type: ExpressionType?) = added.withLock { records in
      (records[part] != nil, records[part]?.first { $0.name == field }?.type)
    }
    return own.isKnown ? own.type : domain.type(ofField: field, in: part)
  }

  /// What stands between the parts of a union.
  private static let separator = UInt8(ascii: "|")

  private static func parts(_ record: String) -> [String] {
    record.utf8.split(separator: separator).map { String(Substring($0)) }
  }
}

extension RuleParameter.Kind {
  /// The type that expressions see.
  var expressionType: ExpressionType {
    switch self {
    case .integer: .int
    case .number: .double
    case .string: .string
    case .boolean: .bool
    case .list: .list(.string)
    }
  }
}
