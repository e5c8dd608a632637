import Diagnostics
import SourceText

extension Parser {
  /// Adds a call, or what the macro of that name expands to.
  mutating func call(
    _ name: String, _ nameRange: SourceRange, receiver: ExpressionID?, _ arguments: [ExpressionID], from start: UInt32
  ) throws(SyntaxFailure) -> ExpressionID {
    if expandsMacros {
      let expansion: SyntaxKind?
      if let receiver {
        expansion = try memberMacro(name, receiver, arguments)
      } else if name == "has" {
        expansion = try has(arguments, nameRange)
      } else {
        expansion = nil
      }
      if let expansion { return try add(expansion, from: start) }
    }
    return try add(
      .call(name: name, nameRange: nameRange, receiver: receiver, arguments: arguments), from: start)
  }

  /// `has(operand.field)`, whose argument must be a selection.
  private mutating func has(_ arguments: [ExpressionID], _ nameRange: SourceRange) throws(SyntaxFailure) -> SyntaxKind {
    guard let argument = arguments.first, arguments.count == 1,
      case .select(let operand, let field, isOptional: false) = tree[argument].kind
    else {
      let range = arguments.first.map { tree[$0].range } ?? nameRange
      throw SyntaxFailure(message: Messages.hasNeedsField, range: range)
    }
    return .test(operand: operand, field: field)
  }

  /// What the macro of a name behind a receiver expands to; nil when it is none.
  private mutating func memberMacro(
    _ name: String, _ receiver: ExpressionID, _ arguments: [ExpressionID]
  ) throws(SyntaxFailure) -> SyntaxKind? {
    if case .name(let namespace, _) = tree[receiver].kind {
      switch (namespace, name, arguments.count) {
      case ("cel", "bind", 3) where library.contains(.bindings):
        let variable = try variable(arguments[0], of: name)
        return .bind(name: variable, value: arguments[1], body: arguments[2])
      case ("math", "greatest", 3...), ("math", "least", 3...):
        return try extremum(name, receiver, arguments)
      default: break
      }
    }
    switch (name, arguments.count) {
    case ("all", 2), ("exists", 2), ("exists_one", 2), ("existsOne", 2), ("filter", 2), ("map", 2), ("map", 3):
      return try oneVariable(name, receiver, arguments)
    case ("sortBy", 2) where library.contains(.lists):
      return try oneVariable(name, receiver, arguments)
    case ("all", 3), ("exists", 3), ("existsOne", 3), ("exists_one", 3), ("transformList", 3), ("transformList", 4),
      ("transformMap", 3), ("transformMap", 4), ("transformMapEntry", 3), ("transformMapEntry", 4):
      guard library.contains(.twoVariableComprehensions) else { return nil }
      return try twoVariables(name, receiver, arguments)
    case ("optMap", 2), ("optFlatMap", 2):
      guard library.contains(.optionals) else { return nil }
      let variable = try variable(arguments[0], of: name)
      return .optionalMap(target: receiver, name: variable, body: arguments[1], isFlat: name == "optFlatMap")
    default: return nil
    }
  }

  /// The kind of a macro by its name, one of which has two spellings.
  private func comprehensionKind(_ name: String) -> Comprehension.Kind {
    name == "existsOne" ? .existsOne : Comprehension.Kind(rawValue: name) ?? .map
  }

  /// A macro whose variable is an element or a key.
  private mutating func oneVariable(
    _ name: String, _ range: ExpressionID, _ arguments: [ExpressionID]
  ) throws(SyntaxFailure) -> SyntaxKind {
    let variable = try variable(arguments[0], of: name)
    return .comprehension(
      Comprehension(
        kind: comprehensionKind(name), range: range, first: variable, second: nil,
        filter: arguments.count == 3 ? arguments[1] : nil, body: arguments[arguments.count - 1]))
  }

  /// A macro whose variables are an index and an element, or a key and a value.
  private mutating func twoVariables(
    _ name: String, _ range: ExpressionID, _ arguments: [ExpressionID]
  ) throws(SyntaxFailure) -> SyntaxKind {
    let first = try variable(arguments[0], of: name)
    let second = try variable(arguments[1], of: name)
    guard first != second else {
      throw SyntaxFailure(message: Messages.sameVariableTwice(first), range: tree[arguments[1]].range)
    }
    return .comprehension(
      Comprehension(
        kind: comprehensionKind(name), range: range, first: first, second: second,
        filter: arguments.count == 4 ? arguments[2] : nil, body: arguments[arguments.count - 1]))
  }

  /// Three or more numbers become one list, so that every signature has a fixed number of parameters.
  private mutating func extremum(
    _ name: String, _ receiver: ExpressionID, _ arguments: [ExpressionID]
  ) throws(SyntaxFailure) -> SyntaxKind? {
    guard library.contains(.math), let first = arguments.first, let last = arguments.last else { return nil }
    let range = SourceRange(tree[first].range.start, tree[last].range.end)
    let list = try add(.list(arguments.map { ListElement(value: $0, isOptional: false) }), range)
    return .call(name: name, nameRange: tree[receiver].range, receiver: receiver, arguments: [list])
  }

  /// The name that a macro's argument gives to its variable.
  private func variable(_ id: ExpressionID, of macro: String) throws(SyntaxFailure) -> String {
    guard case .name(let name, isAbsolute: false) = tree[id].kind else {
      throw SyntaxFailure(message: Messages.macroNeedsVariable(macro), range: tree[id].range)
    }
    return name
  }
}
