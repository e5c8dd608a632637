import Diagnostics
import SourceText

extension Checker {
  /// Checks an operator with two operands.
  mutating func checkBinary(
    _ id: ExpressionID, _ symbol: BinaryOperator, _ left: ExpressionID, _ right: ExpressionID
  ) -> ExpressionType {
    let leftType = check(left)
    let rightType = check(right)
    if let result = result(of: environment.operators[symbol], [leftType, rightType]) { return result }
    let message = Messages.operatorMismatch(symbol.rawValue, unifier.finish(leftType), unifier.finish(rightType))
    report(message, tree[id].range)
    return .error
  }

  /// The type that signatures give for operands, anything where several differ; nil when none fits.
  mutating func result(of signatures: [Signature], _ operands: [ExpressionType]) -> ExpressionType? {
    var result: ExpressionType?
    for signature in signatures {
      let signature = signature.isGeneric ? unifier.instantiate(signature) : signature
      guard unifier.areAssignable(signature.parameters, from: operands) else { continue }
      let found = unifier.resolve(signature.result)
      result = result == nil || result == found ? found : .dyn
    }
    return isStrict ? result : .dyn
  }

  /// Checks `-operand`.
  mutating func checkNegation(_ id: ExpressionID, _ operand: ExpressionID) -> ExpressionType {
    let type = check(operand)
    let signatures = [ExpressionType.int, .double].map { Signature(parameters: [$0], result: $0) }
    if let result = result(of: signatures, [type]) { return result }
    report(Messages.cannotNegate(unifier.finish(type)), tree[operand].range)
    return .error
  }

  /// Checks `condition ? then : otherwise`.
  mutating func checkConditional(
    _ id: ExpressionID, _ condition: ExpressionID, _ then: ExpressionID, _ otherwise: ExpressionID
  ) -> ExpressionType {
    expect(condition, .bool)
    let thenType = check(then)
    let otherwiseType = check(otherwise)
    let signature = Signature(parameters: [.parameter("A"), .parameter("A")], result: .parameter("A"))
    if let result = result(of: [signature], [thenType, otherwiseType]) { return result }
    report(
      Messages.branchesDiffer(unifier.finish(thenType), unifier.finish(otherwiseType)), tree[otherwise].range)
    return .error
  }

  // MARK: Calls

  /// Checks a call of a function, of a function in a namespace, or of a method.
  mutating func checkCall(
    _ id: ExpressionID, _ name: String, _ nameRange: SourceRange, _ receiver: ExpressionID?,
    _ arguments: [ExpressionID]
  ) -> ExpressionType {
    if let receiver, let function = namespacedFunction(receiver, name) {
      let range = SourceRange(tree[receiver].range.start, nameRange.end)
      return checkArguments(id, function, range, isMember: false, isNamespaced: true, arguments)
    }
    if let receiver {
      return checkArguments(id, name, nameRange, isMember: true, isNamespaced: false, [receiver] + arguments)
    }
    let isAbsolute = name.hasPrefix(".")
    let plain = isAbsolute ? String(name.dropFirst()) : name
    let function = candidates(plain, isAbsolute: isAbsolute).first { environment.overloads[$0] != nil } ?? plain
    return checkArguments(id, function, nameRange, isMember: false, isNamespaced: false, arguments)
  }

  /// The function in a namespace that a method call means, unless the namespace is a variable.
  private func namespacedFunction(_ receiver: ExpressionID, _ name: String) -> String? {
    guard mayBeNamespace(receiver), let qualified = qualifiedName(receiver) else { return nil }
    if isVariable(qualified.name, isAbsolute: qualified.isAbsolute) { return nil }
    let full = qualified.name + "." + name
    if let found = candidates(full, isAbsolute: qualified.isAbsolute).first(where: { environment.overloads[$0] != nil })
    {
      return found
    }
    // A misspelt function of a known namespace is better explained as such than as an unknown variable.
    return environment.overloads.keys.contains { $0.hasPrefix(qualified.name + ".") } ? full : nil
  }

  /// Checks arguments against the signatures of a function and notes those that fit.
  private mutating func checkArguments(
    _ id: ExpressionID, _ function: String, _ range: SourceRange, isMember: Bool, isNamespaced: Bool,
    _ arguments: [ExpressionID]
  ) -> ExpressionType {
    let known = environment.overloads[function] ?? []
    if isStrict, known.isEmpty {
      // The arguments of a misspelt macro name variables that do not exist, so only the receiver is checked.
      if isMember { check(arguments[0]) }
      reportUnknown(function, range, isMember: isMember)
      return .error
    }
    let types = arguments.map { check($0) }
    let sized = known.filter { $0.isMember == isMember && $0.parameters.count == arguments.count }
    var fitting: [FunctionOverload] = []
    var result: ExpressionType?
    for overload in sized {
      let declared = Signature(parameters: overload.parameters, result: overload.result)
      let signature = declared.isGeneric ? unifier.instantiate(declared) : declared
      guard !isStrict || unifier.areAssignable(signature.parameters, from: types) else { continue }
      fitting.append(overload)
      let found = unifier.resolve(signature.result)
      result = result == nil || result == found ? found : .dyn
    }
    calls[id] = ResolvedCall(overloads: fitting, isNamespaced: isNamespaced, name: function)
    if !isStrict { return .dyn }
    guard let result else {
      reportCall(function, range, isMember: isMember, arguments, known: known, sized: sized)
      return .error
    }
    return result
  }

  /// Says why no signature takes the arguments, at the argument that none takes.
  private mutating func reportCall(
    _ function: String, _ range: SourceRange, isMember: Bool, _ arguments: [ExpressionID], known: [FunctionOverload],
    sized: [FunctionOverload]
  ) {
    let alike = known.filter { $0.isMember == isMember }
    if alike.isEmpty {
      return report(Messages.wrongCallForm(function, isMember: isMember), range, id: "expression-name")
    }
    let signatures = alike.map { $0.spelling(function) }
    guard !sized.isEmpty else {
      let count = arguments.count - (isMember ? 1 : 0)
      return report(Messages.wrongArgumentCount(function, count, signatures), range)
    }
    for (index, argument) in arguments.enumerated() {
      let found = types[argument]
      let accepted = sized.map(\.parameters[index]).filter { parameter in
        var trial = unifier
        let parameter = trial.instantiate(Signature(parameters: [parameter], result: .dyn)).parameters[0]
        return trial.isAssignable(parameter, from: found)
      }
      guard accepted.isEmpty else { continue }
      let message = Messages.wrongArgument(function, finalType(argument), signatures)
      return report(message, tree[argument].range)
    }
    report(Messages.noOverload(function, arguments.map { finalType($0) }, signatures), range)
  }

  /// Says that there is no such function, or how the macro of that name is written.
  private mutating func reportUnknown(_ function: String, _ range: SourceRange, isMember: Bool) {
    let message: LocalizedText
    if Checker.memberMacros.contains(function) {
      message = Messages.macroForm(function)
    } else {
      let nearest = nearestFunction(function, isMember: isMember)
      message = Messages.unknownFunction(function, isMember: isMember, nearest: nearest)
    }
    report(message, range, id: "expression-name")
  }

  /// The known function or macro whose name is nearest.
  private func nearestFunction(_ name: String, isMember: Bool) -> String? {
    let functions = environment.overloads.filter { $0.value.contains { $0.isMember == isMember } }.keys.sorted()
    let macros = isMember ? Checker.memberMacros : ["has"]
    return nearestName(to: name, among: functions + macros)
  }

  /// Names of macros that are written behind a receiver.
  static let memberMacros = [
    "all", "exists", "exists_one", "existsOne", "map", "filter", "transformList", "transformMap", "transformMapEntry",
    "optMap", "optFlatMap", "sortBy",
  ]
}

extension FunctionOverload {
  /// The signature as a reader of an error message wants it.
  func spelling(_ name: String) -> String {
    let receiver = isMember ? "\(parameters.first.map(\.description) ?? "")." : ""
    let rest = parameters.dropFirst(isMember ? 1 : 0).map(\.description).joined(separator: ", ")
    return "\(receiver)\(name)(\(rest))"
  }
}
