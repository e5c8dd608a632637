/// Finds what type parameters stand for, as the reference checker does.
struct TypeUnifier {
  /// What each parameter stands for so far.
  private var bindings: [String: ExpressionType] = [:]
  /// Number of fresh parameters so far.
  private var freshCount = 0

  /// A parameter that stands for nothing yet.
  mutating func fresh(_ name: String = "T") -> ExpressionType {
    freshCount += 1
    return .parameter("\(name)#\(freshCount)")
  }

  /// Whether each source can be used where its target is wanted; binds parameters only if all can.
  mutating func areAssignable(_ targets: [ExpressionType], from sources: [ExpressionType]) -> Bool {
    guard targets.count == sources.count else { return false }
    let saved = bindings
    for (target, source) in zip(targets, sources) where !unify(source, target) {
      bindings = saved
      return false
    }
    return true
  }

  /// Whether a source can be used where a target is wanted.
  mutating func isAssignable(_ target: ExpressionType, from source: ExpressionType) -> Bool {
    areAssignable([target], from: [source])
  }

  /// Whether a value of the left type can be used where the right one is wanted, binding parameters on the way.
  private mutating func unify(_ left: ExpressionType, _ right: ExpressionType) -> Bool {
    if case .parameter(let name) = right {
      let (isValid, wasBound) = bind(left, to: name)
      if isValid { return true }
      if wasBound { return false }
    }
    if case .parameter(let name) = left { return bind(right, to: name).isValid }
    if left.isDynamic || right.isDynamic { return true }
    switch (left, right) {
    case (.null, _): return right.isNullable
    case (_, .null): return left.isNullable
    case (.list(let first), .list(let second)): return unify(first, second)
    case (.map(let key, let value), .map(let otherKey, let otherValue)):
      return unify(key, otherKey) && unify(value, otherValue)
    // A record is a map with text as keys, also where its fields are known.
    case (.record, .map(let key, let value)), (.map(let key, let value), .record):
      return unify(.string, key) && unify(.dyn, value)
    case (.abstract(let name, let first), .abstract(let otherName, let second)):
      return name == otherName && first.count == second.count && zip(first, second).allSatisfy { unify($0, $1) }
    case (.type, .type): return true
    default: return left == right
    }
  }

  /// Lets a parameter stand for a type, or for the more general of it and what it stands for already.
  private mutating func bind(_ type: ExpressionType, to name: String) -> (isValid: Bool, wasBound: Bool) {
    let parameter = ExpressionType.parameter(name)
    if type == parameter { return (true, true) }
    if let known = bindings[name] {
      if type == known { return (true, true) }
      guard unify(type, known) else { return (false, true) }
      let general = mostGeneral(type, known)
      if !mentions(parameter, in: general) { bindings[name] = general }
      return (true, true)
    }
    guard !mentions(parameter, in: type) else { return (false, false) }
    bindings[name] = type
    return (true, false)
  }

  /// Whether a parameter occurs in a type, so that it would stand for something that holds itself.
  private func mentions(_ parameter: ExpressionType, in type: ExpressionType) -> Bool {
    switch type {
    case .parameter(let name):
      type == parameter || bindings[name].map { mentions(parameter, in: $0) } ?? false
    case .list(let element), .type(let element): mentions(parameter, in: element)
    case .map(let key, let value): mentions(parameter, in: key) || mentions(parameter, in: value)
    case .abstract(_, let parameters): parameters.contains { mentions(parameter, in: $0) }
    default: false
    }
  }

  /// The less specific of two types that fit each other.
  func mostGeneral(_ left: ExpressionType, _ right: ExpressionType) -> ExpressionType {
    if left == .null, right.isNullable { return right }
    if right == .null, left.isNullable { return left }
    return isAtLeastAsGeneral(left, right) ? left : right
  }

  /// Whether the left type admits all that the right one does.
  private func isAtLeastAsGeneral(_ left: ExpressionType, _ right: ExpressionType) -> Bool {
    if left == .dyn { return true }
    if case .parameter = left { return true }
    if right == .dyn { return false }
    if case .parameter = right { return false }
    switch (left, right) {
    case (.list(let first), .list(let second)): return isAtLeastAsGeneral(first, second)
    case (.map(let key, let value), .map(let otherKey, let otherValue)):
      return isAtLeastAsGeneral(key, otherKey) && isAtLeastAsGeneral(value, otherValue)
    case (.map, .record): return true
    case (.abstract(let name, let first), .abstract(let otherName, let second)):
      return name == otherName && zip(first, second).allSatisfy { isAtLeastAsGeneral($0, $1) }
    case (.type, .type): return true
    default: return left == right
    }
  }

  /// A type with its parameters replaced by what they stand for, as far as that is known.
  func resolve(_ type: ExpressionType) -> ExpressionType { replace(type, unbound: nil) }

  /// A type with its parameters replaced; those that stand for nothing are anything.
  func finish(_ type: ExpressionType) -> ExpressionType { replace(type, unbound: .dyn) }

  /// Replaces parameters; those that stand for nothing become `unbound` if it is given.
  private func replace(_ type: ExpressionType, unbound: ExpressionType?) -> ExpressionType {
    switch type {
    case .parameter(let name): bindings[name].map { replace($0, unbound: unbound) } ?? unbound ?? type
    case .list(let element): .list(replace(element, unbound: unbound))
    case .map(let key, let value): .map(replace(key, unbound: unbound), replace(value, unbound: unbound))
    case .type(let inner): .type(replace(inner, unbound: unbound))
    case .abstract(let name, let parameters): .abstract(name, parameters.map { replace($0, unbound: unbound) })
    default: type
    }
  }

  /// A signature with parameters of its own, so that two calls do not share what they stand for.
  mutating func instantiate(_ signature: Signature) -> Signature {
    var names: [String: ExpressionType] = [:]
    let parameters = signature.parameters.map { rename($0, &names) }
    return Signature(parameters: parameters, result: rename(signature.result, &names))
  }

  /// Gives parameters fresh names, the same name the same one.
  private mutating func rename(_ type: ExpressionType, _ names: inout [String: ExpressionType]) -> ExpressionType {
    switch type {
    case .parameter(let name):
      if let known = names[name] { return known }
      let new = fresh(name)
      names[name] = new
      return new
    case .list(let element): return .list(rename(element, &names))
    case .map(let key, let value):
      let key = rename(key, &names)
      return .map(key, rename(value, &names))
    case .type(let inner): return .type(rename(inner, &names))
    case .abstract(let name, let parameters):
      var renamed: [ExpressionType] = []
      for parameter in parameters { renamed.append(rename(parameter, &names)) }
      return .abstract(name, renamed)
    default: return type
    }
  }
}

/// The types that a function or operator takes and gives.
struct Signature: Sendable {
  /// Types of the operands.
  let parameters: [ExpressionType]
  /// Type of the value.
  let result: ExpressionType
  /// Whether type parameters occur, which each use gives fresh names.
  let isGeneric: Bool

  /// Makes a signature.
  init(parameters: [ExpressionType], result: ExpressionType) {
    self.parameters = parameters
    self.result = result
    isGeneric = result.hasParameter || parameters.contains(where: \.hasParameter)
  }
}

/// Signatures of the operators with two operands.
struct OperatorSignatures: Sendable {
  /// The signatures by operator.
  private let known: [BinaryOperator: [Signature]]
  /// The number types.
  private static let numbers: [ExpressionType] = [.int, .uint, .double]

  /// Types of the domain have an order.
  init(opaqueTypes: [String]) {
    let opaqueTypes = opaqueTypes.map { ExpressionType.opaque($0) }
    known = Dictionary(
      uniqueKeysWithValues: BinaryOperator.allCases.map {
        ($0, OperatorSignatures.signatures(of: $0, opaqueTypes: opaqueTypes))
      })
  }

  /// The signatures of an operator.
  subscript(symbol: BinaryOperator) -> [Signature] { known[symbol] ?? [] }

  /// Lists the signatures of an operator.
  private static func signatures(of symbol: BinaryOperator, opaqueTypes: [ExpressionType]) -> [Signature] {
    switch symbol {
    case .add:
      return numbers.map(same) + [
        same(.string), same(.bytes), same(.list(.parameter("A"))), same(.duration),
        Signature(parameters: [.timestamp, .duration], result: .timestamp),
        Signature(parameters: [.duration, .timestamp], result: .timestamp),
      ]
    case .subtract:
      return numbers.map(same) + [
        same(.duration), Signature(parameters: [.timestamp, .duration], result: .timestamp),
        Signature(parameters: [.timestamp, .timestamp], result: .duration),
      ]
    case .multiply, .divide: return numbers.map(same)
    case .modulo: return [same(.int), same(.uint)]
    case .equal, .notEqual: return [test(.parameter("A"), .parameter("A"))] + mixedNumbers
    case .less, .lessOrEqual, .greater, .greaterOrEqual:
      let ordered: [ExpressionType] = numbers + [.string, .bytes, .bool, .timestamp, .duration] + opaqueTypes
      return ordered.map { test($0, $0) } + mixedNumbers
    case .contained:
      return [
        test(.parameter("A"), .list(.parameter("A"))),
        test(.parameter("A"), .map(.parameter("A"), .parameter("B"))),
      ]
    }
  }

  /// A signature of two operands and a result of one type.
  private static func same(_ type: ExpressionType) -> Signature { Signature(parameters: [type, type], result: type) }

  /// A signature with a boolean result.
  private static func test(_ left: ExpressionType, _ right: ExpressionType) -> Signature {
    Signature(parameters: [left, right], result: .bool)
  }

  /// Tests between two different number types.
  private static var mixedNumbers: [Signature] {
    numbers.flatMap { left in
      numbers.filter { $0 != left }.map { test(left, $0) }
    }
  }

  /// Signatures of `operand[index]`.
  static let index: [Signature] = [
    Signature(parameters: [.list(.parameter("A")), .int], result: .parameter("A")),
    Signature(parameters: [.map(.parameter("A"), .parameter("B")), .parameter("A")], result: .parameter("B")),
    Signature(
      parameters: [.optional(.list(.parameter("A"))), .int], result: .optional(.parameter("A"))),
    Signature(
      parameters: [.optional(.map(.parameter("A"), .parameter("B"))), .parameter("A")],
      result: .optional(.parameter("B"))),
  ]
}

extension ExpressionType {
  /// Whether a type parameter occurs in it.
  var hasParameter: Bool {
    switch self {
    case .parameter: true
    case .list(let element), .type(let element): element.hasParameter
    case .map(let key, let value): key.hasParameter || value.hasParameter
    case .abstract(_, let parameters): parameters.contains(where: \.hasParameter)
    default: false
    }
  }

  /// Whether nothing is known before evaluation.
  var isDynamic: Bool { self == .dyn || self == .error }

  /// Whether null may stand for a value of the type.
  var isNullable: Bool {
    switch self {
    case .null, .timestamp, .duration, .abstract: true
    default: false
    }
  }
}

extension ExpressionType: CustomStringConvertible {
  /// The type as the language writes it.
  public var description: String {
    switch self {
    case .dyn, .error: "dyn"
    case .null: "null_type"
    case .bool: "bool"
    case .int: "int"
    case .uint: "uint"
    case .double: "double"
    case .string: "string"
    case .bytes: "bytes"
    case .timestamp: "timestamp"
    case .duration: "duration"
    case .list(let element): "list(\(element))"
    case .map(let key, let value): "map(\(key), \(value))"
    case .type(let inner): "type(\(inner))"
    case .parameter(let name): String(name.prefix { $0 != "#" })
    case .abstract(let name, let parameters):
      parameters.isEmpty ? name : "\(name)(\(parameters.map(\.description).joined(separator: ", ")))"
    case .record(let name), .opaque(let name): name
    }
  }
}
