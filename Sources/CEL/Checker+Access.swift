import Diagnostics
import SourceText

extension Checker {
  /// Checks `operand.field`, which may be a qualified name.
  mutating func checkSelect(
    _ id: ExpressionID, _ operand: ExpressionID, _ field: FieldName, isOptional: Bool
  ) -> ExpressionType {
    if !isOptional, mayBeQualified(id), let qualified = qualifiedName(id),
      let type = resolve(id, qualified.name, isAbsolute: qualified.isAbsolute)
    {
      return type
    }
    let type = check(operand)
    let found = fieldType(of: type, field)
    if isOptional, !found.isOptional { return .optional(found) }
    return found
  }

  /// The type of a field; of an optional, an optional of it.
  private mutating func fieldType(of type: ExpressionType, _ field: FieldName) -> ExpressionType {
    switch type {
    case .dyn, .error, .parameter: return .dyn
    case .map(let key, let value):
      if !unifier.isAssignable(key, from: .string) { report(Messages.keysAreNotText(type, field.text), field.range) }
      return value
    case .abstract("optional_type", let parameters):
      let inner = fieldType(of: unifier.resolve(parameters.first ?? .dyn), field)
      return inner.isOptional ? inner : .optional(inner)
    case .record(let record): return recordField(record, field)
    default:
      report(Messages.hasNoFields(unifier.finish(type), field.text), field.range)
      return .error
    }
  }

  /// The type of a field of a record; an unknown one is reported with the nearest known one.
  private mutating func recordField(_ record: String, _ field: FieldName) -> ExpressionType {
    guard let types = environment.types else { return .dyn }
    if let type = types.type(ofField: field.text, in: record) { return type }
    let nearest = nearestName(to: field.text, among: types.fields(of: record))
    report(Messages.unknownField(field.text, in: record, nearest: nearest), field.range, id: "expression-name")
    return .error
  }

  /// Checks `has(operand.field)`.
  mutating func checkTest(_ id: ExpressionID, _ operand: ExpressionID, _ field: FieldName) -> ExpressionType {
    let type = check(operand)
    if type.isOptional, environment.runtime.hasAbsentOptionals {
      report(Messages.hasBehindOptional(field.text), tree[id].range)
      return .bool
    }
    _ = fieldType(of: type, field)
    return .bool
  }

  /// Checks `operand[index]`.
  mutating func checkIndex(
    _ id: ExpressionID, _ operand: ExpressionID, _ index: ExpressionID, isOptional: Bool
  ) -> ExpressionType {
    let type = check(operand)
    let indexType = check(index)
    var found: ExpressionType?
    if case .record = type {
      // A bureau's own keys are not in the schema.
      found = unifier.isAssignable(.string, from: indexType) ? .dyn : nil
    } else {
      found = result(of: OperatorSignatures.index, [type, indexType])
    }
    guard let found else {
      reportIndex(type, indexType, operand, index)
      return .error
    }
    return isOptional && !found.isOptional ? .optional(found) : found
  }

  /// Says what index the operand takes, or that it takes none.
  private mutating func reportIndex(
    _ type: ExpressionType, _ indexType: ExpressionType, _ operand: ExpressionID, _ index: ExpressionID
  ) {
    switch unifier.finish(type) {
    case .list: report(Messages.expected(.int, found: unifier.finish(indexType)), tree[index].range)
    case .map(let key, _): report(Messages.expected(key, found: unifier.finish(indexType)), tree[index].range)
    case .record: report(Messages.expected(.string, found: unifier.finish(indexType)), tree[index].range)
    case let other: report(Messages.notIndexable(other), tree[operand].range)
    }
  }

  /// Checks a list literal; elements of different types make a list of anything.
  mutating func checkList(_ elements: [ListElement]) -> ExpressionType {
    var type: ExpressionType?
    for element in elements { type = join(type, elementType(element.value, isOptional: element.isOptional)) }
    return .list(type ?? unifier.fresh())
  }

  /// Checks a map literal; keys or values of different types make them anything.
  mutating func checkMap(_ entries: [MapEntry]) -> ExpressionType {
    var keyType: ExpressionType?
    var valueType: ExpressionType?
    for entry in entries {
      keyType = join(keyType, checkKey(entry.key))
      valueType = join(valueType, elementType(entry.value, isOptional: entry.isOptional))
    }
    return .map(keyType ?? unifier.fresh("K"), valueType ?? unifier.fresh("V"))
  }

  /// Checks a key of a map literal.
  private mutating func checkKey(_ key: ExpressionID) -> ExpressionType {
    let type = check(key)
    switch type {
    case .bool, .int, .uint, .string, .dyn, .error, .parameter: break
    default: report(Messages.invalidKeyType(unifier.finish(type)), tree[key].range)
    }
    return type
  }

  /// The type that an element contributes: of an optional one, its content.
  private mutating func elementType(_ id: ExpressionID, isOptional: Bool) -> ExpressionType {
    let type = check(id)
    guard isOptional else { return type }
    switch type {
    case .abstract("optional_type", let parameters): return unifier.resolve(parameters.first ?? .dyn)
    case .dyn, .error, .parameter: return .dyn
    default:
      report(Messages.expected(.optional(.dyn), found: unifier.finish(type)), tree[id].range)
      return .error
    }
  }

  /// The type of a collection that holds another type too.
  private mutating func join(_ known: ExpressionType?, _ type: ExpressionType) -> ExpressionType {
    guard let known else { return type }
    guard unifier.isAssignable(known, from: type) else { return .dyn }
    return unifier.mostGeneral(unifier.resolve(known), unifier.resolve(type))
  }

  // MARK: Macros

  /// Checks a macro over a list or map.
  mutating func checkComprehension(_ id: ExpressionID, _ comprehension: Comprehension) -> ExpressionType {
    let range = check(comprehension.range)
    guard let (key, value) = rangeTypes(range) else {
      report(
        Messages.notIterable(unifier.finish(range), macro: comprehension.kind.rawValue), tree[comprehension.range].range
      )
      return .error
    }
    let isMap = range.isMap
    var variables: [(name: String, type: ExpressionType)] = []
    if let second = comprehension.second {
      variables = [(comprehension.first, key), (second, value)]
    } else {
      variables = [(comprehension.first, isMap ? key : value)]
    }
    let element = isMap ? key : value
    return withLocals(id, variables) { checker in
      if let filter = comprehension.filter { checker.expect(filter, .bool) }
      return checker.checkBody(comprehension, key: key, element: element)
    }
  }

  /// Checks the body of a macro and finds the type of what it makes.
  private mutating func checkBody(
    _ comprehension: Comprehension, key: ExpressionType, element: ExpressionType
  ) -> ExpressionType {
    switch comprehension.kind {
    case .all, .exists, .existsOne:
      expect(comprehension.body, .bool)
      return .bool
    case .filter:
      expect(comprehension.body, .bool)
      return .list(element)
    case .sortBy:
      check(comprehension.body)
      return .list(element)
    case .map, .transformList: return .list(check(comprehension.body))
    case .transformMap: return .map(key, check(comprehension.body))
    case .transformMapEntry:
      expect(comprehension.body, .map(unifier.fresh("K"), unifier.fresh("V")))
      return finalType(comprehension.body)
    }
  }

  /// Types of keys (positions in a list) and values; nil for what no macro can run over.
  private mutating func rangeTypes(_ type: ExpressionType) -> (key: ExpressionType, value: ExpressionType)? {
    switch type {
    case .list(let element): return (.int, element)
    case .map(let key, let value): return (key, value)
    case .record: return (.string, .dyn)
    case .dyn, .error, .parameter: return (.dyn, .dyn)
    default: return nil
    }
  }

  /// Checks `target.optMap(name, body)` and `target.optFlatMap(name, body)`.
  mutating func checkOptionalMap(
    _ id: ExpressionID, _ target: ExpressionID, _ name: String, _ body: ExpressionID, isFlat: Bool
  ) -> ExpressionType {
    let content = unifier.fresh()
    expect(target, .optional(content))
    return withLocals(id, [(name, unifier.resolve(content))]) { checker in
      guard isFlat else { return .optional(checker.check(body)) }
      checker.expect(body, .optional(checker.unifier.fresh()))
      return checker.types[body]
    }
  }
}

extension ExpressionType {
  /// Whether it is an optional.
  var isOptional: Bool {
    if case .abstract("optional_type", _) = self { true } else { false }
  }

  /// Whether its values are known to be maps.
  var isMap: Bool {
    switch self {
    case .map, .record: true
    default: false
    }
  }
}
