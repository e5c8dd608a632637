import CEL

/// One file of cases.
struct CELCaseFile: Decodable {
  /// Name without extension.
  var file: String
  /// Groups of cases.
  var sections: [Section]

  /// A named group of cases.
  struct Section: Decodable {
    /// Name of the group.
    var name: String
    /// The cases.
    var tests: [CELCase]
  }
}

/// One case.
struct CELCase: Decodable {
  /// Name in its section; names may repeat.
  var name: String
  /// CEL source.
  var expr: String
  /// Namespace of unqualified names.
  var container: String?
  /// Whether types are not checked.
  var skipsCheck: Bool?
  /// Whether macros are not expanded.
  var skipsMacros: Bool?
  /// Whether it is only checked.
  var isCheckOnly: Bool?
  /// Whether it needs protobuf messages.
  var needsProto: Bool
  /// Declared variables and functions.
  var declarations: [Declaration]?
  /// Values of variables.
  var bindings: [String: JSONValue]?
  /// What must come out.
  var expected: JSONValue

  /// The names that the files use.
  enum CodingKeys: String, CodingKey {
    /// Keys that have the name of their property.
    case name, expr, container, bindings, expected
    /// Key of `skipsCheck`.
    case skipsCheck = "disable_check"
    /// Key of `skipsMacros`.
    case skipsMacros = "disable_macros"
    /// Key of `isCheckOnly`.
    case isCheckOnly = "check_only"
    /// Key of `needsProto`.
    case needsProto = "needs_proto"
    /// Key of `declarations`.
    case declarations = "type_env"
  }

  /// A declared variable or function.
  struct Declaration: Decodable {
    /// The declared name, which may be qualified.
    var name: String
    /// Type of a variable.
    var ident: JSONValue?
    /// Signatures of a function.
    var function: [Overload]?
  }

  /// A signature of a declared function.
  struct Overload: Decodable {
    /// Name of the signature.
    var id: String
    /// Types of the parameters, a receiver first.
    var params: [JSONValue]
    /// Type of the result.
    var result: JSONValue
    /// Whether the first parameter is a receiver.
    var instance: Bool
  }
}

/// Any JSON value, for the parts of a case whose form varies.
enum JSONValue: Decodable, CustomStringConvertible {
  /// `null`
  case null
  /// `true` or `false`
  case bool(Bool)
  /// Any number; the cases write whole numbers as text.
  case number(Double)
  /// Text.
  case string(String)
  /// A list.
  case array([JSONValue])
  /// An object, whose order has no meaning here.
  case object([String: JSONValue])

  /// Reads whatever is there.
  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode(String.self) {
      self = .string(value)
    } else if let value = try? container.decode([JSONValue].self) {
      self = .array(value)
    } else {
      self = .object(try container.decode([String: JSONValue].self))
    }
  }

  /// The members of an object; empty for other values.
  var members: [String: JSONValue] {
    if case .object(let members) = self { members } else { [:] }
  }

  /// The elements of an array; empty for other values.
  var elements: [JSONValue] {
    if case .array(let elements) = self { elements } else { [] }
  }

  /// The text of a string; nil for other values.
  var text: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// The one key of a VALUE or TYPE object, and what it holds.
  var only: (key: String, value: JSONValue)? { members.first.map { ($0.key, $0.value) } }

  /// The value for failure reports.
  var description: String {
    switch self {
    case .null: "null"
    case .bool(let value): "\(value)"
    case .number(let value): "\(value)"
    case .string(let text): "\"\(text)\""
    case .array(let elements): "[\(elements.map(\.description).joined(separator: ", "))]"
    case .object(let members):
      "{\(members.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }.joined(separator: ", "))}"
    }
  }

  /// The value read as a TYPE.
  var type: ExpressionType {
    if let name = text { return JSONValue.simpleTypes[name] ?? .dyn }
    switch only {
    case ("list", let element)?: return .list(element.type)
    case ("map", let types)?: return .map(types.elements.first?.type ?? .dyn, types.elements.last?.type ?? .dyn)
    case ("type", let inner)?: return .type(inner.type)
    case ("type_param", let name)?: return .parameter(name.text ?? "")
    default:
      guard let name = members["abstract"]?.text else { return .dyn }
      return .abstract(name, members["params"]?.elements.map(\.type) ?? [])
    }
  }

  /// Types that are written as a name.
  private static let simpleTypes: [String: ExpressionType] = [
    "bool": .bool, "int": .int, "uint": .uint, "double": .double, "string": .string, "bytes": .bytes,
    "null_type": .null, "dyn": .dyn, "any": .dyn, "timestamp": .timestamp, "duration": .duration, "error": .error,
  ]
}
