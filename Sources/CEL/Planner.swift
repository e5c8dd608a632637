import DataTree
import Diagnostics
import SourceText
import TextPatterns

/// Turns a checked expression into instructions: names become slots, fields symbols, constant parts values.
struct Planner {
  /// Marks an operand of a list or map that is left out when it is `optional.none()`.
  static let optionalBit: UInt32 = 1 << 31

  /// The expression with all that was found out about it.
  private let checker: Checker
  /// For each node whether its value never changes.
  private let constancy: [Bool]
  /// Whether constant parts are evaluated now.
  private let folds: Bool
  /// The parts to observe, and whether they decide something.
  private let observed: [ExpressionID: Bool]
  /// What the program will consist of.
  private var parts = Program.Parts()
  /// Constants so far.
  private var pool = ConstantPool()
  /// The symbols of field names.
  private var symbols = SymbolTable.Builder()
  /// Faults that only planning finds, such as a pattern that RE2 refuses.
  private(set) var diagnostics: [Diagnostic] = []

  /// Prepares to plan what a checker has checked.
  init(_ checker: Checker) {
    self.checker = checker
    constancy = Constancy.find(checker)
    observed = checker.environment.isObserved ? ObservedParts.find(in: checker.tree) : [:]
    folds = true
  }

  /// Prepares to plan a constant part for its own evaluation.
  private init(folding checker: Checker) {
    self.checker = checker
    constancy = []
    observed = [:]
    folds = false
  }

  /// The syntax.
  private var tree: SyntaxTree { checker.tree }

  /// Plans the whole expression.
  mutating func program(symbols: inout SymbolTable.Builder) -> Program {
    // Exchanged, not copied: a second owner would have the whole table copied for each new field.
    swap(&self.symbols, &symbols)
    defer { swap(&self.symbols, &symbols) }
    return program(for: tree.root, number: nil)
  }

  /// Plans a part of the expression as a program of its own.
  private mutating func program(for id: ExpressionID, number: Int?) -> Program {
    parts.root = plan(id)
    parts.localCount = checker.localCount
    parts.constants = pool.values
    parts.text = pool.text
    return Program(parts, runtime: checker.environment.runtime, number: number)
  }

  // MARK: Instructions

  /// Plans a node.
  private mutating func plan(_ id: ExpressionID) -> UInt32 {
    if folds, constancy[id], let constant = fold(id) {
      return emit(id, Instruction(operation: .constant, first: constant))
    }
    guard let isDecision = observed[id] else { return planPart(id) }
    let observer = emit(id, Instruction(operation: .observed, first: planPart(id)))
    parts.observationPoints.append(
      ObservationPoint(instruction: observer, range: tree[id].range, isDecision: isDecision))
    return observer
  }

  /// Plans a node that is not constant.
  private mutating func planPart(_ id: ExpressionID) -> UInt32 {
    switch tree[id].kind {
    case .literal(let literal): return emit(id, Instruction(operation: .constant, first: pool.add(literal)))
    case .name(let name, _): return planReference(id) ?? unbound(id, .unboundVariable, name)
    case .select(let operand, let field, let isOptional):
      return planReference(id) ?? planField(id, .select, operand, field.text, isOptional: isOptional)
    case .test(let operand, let field): return planField(id, .test, operand, field.text, isOptional: false)
    case .index(let operand, let index, let isOptional):
      return planIndex(id, operand, index, isOptional: isOptional)
    case .call(_, _, let receiver, let arguments): return planCall(id, receiver, arguments)
    case .binary(let symbol, let left, let right):
      let left = plan(left)
      return emit(id, Instruction(operation: operation(symbol), first: left, second: plan(right)))
    case .not(let operand): return emit(id, Instruction(operation: .not, first: plan(operand)))
    case .negate(let operand): return emit(id, Instruction(operation: .negate, first: plan(operand)))
    case .and(let operands): return planRun(id, .and, operands.map { ($0, false) })
    case .or(let operands): return planRun(id, .or, operands.map { ($0, false) })
    case .conditional(let condition, let then, let otherwise):
      let condition = plan(condition)
      let then = plan(then)
      return emit(
        id, Instruction(operation: .conditional, first: condition, second: then, third: plan(otherwise)))
    case .list(let elements): return planRun(id, .list, elements.map { ($0.value, $0.isOptional) })
    case .map(let entries):
      return planRun(id, .map, entries.flatMap { [($0.key, false), ($0.value, $0.isOptional)] })
    case .comprehension(let comprehension): return planComprehension(id, comprehension)
    case .bind(_, let value, let body):
      let value = plan(value)
      return emit(id, Instruction(operation: .bind, first: local(id), second: value, third: plan(body)))
    case .optionalMap(let target, _, let body, let isFlat):
      let operands = planOperands([(target, false), (body, false)])
      return emit(
        id, Instruction(operation: .optionalMap, isOptional: isFlat, first: local(id), second: operands))
    }
  }

  /// Appends an instruction for a node.
  private mutating func emit(_ id: ExpressionID, _ instruction: Instruction) -> UInt32 {
    parts.code.append(instruction)
    parts.ranges.append(tree[id].range)
    return UInt32(parts.code.count - 1)
  }

  /// The place of a macro's first variable.
  private func local(_ id: ExpressionID) -> UInt32 { UInt32(checker.locals[id]?.first ?? 0) }

  /// Plans a name that nothing declares.
  private mutating func unbound(_ id: ExpressionID, _ operation: Operation, _ name: String) -> UInt32 {
    emit(id, Instruction(operation: operation, first: pool.add(.string(name))))
  }

  /// Plans a node that stands for a variable or type; nil for other nodes.
  private mutating func planReference(_ id: ExpressionID) -> UInt32? {
    switch checker.references[id] {
    case .variable(let slot, let name):
      parts.variableNames[slot] = name
      return emit(id, Instruction(operation: .variable, first: UInt32(slot)))
    case .local(let index): return emit(id, Instruction(operation: .local, first: UInt32(index)))
    case .type(let type): return emit(id, Instruction(operation: .constant, first: pool.add(.type(type))))
    case nil: return nil
    }
  }

  /// Plans a selection or a test of a field.
  private mutating func planField(
    _ id: ExpressionID, _ operation: Operation, _ operand: ExpressionID, _ field: String, isOptional: Bool
  ) -> UInt32 {
    let symbol = symbols.intern(field)
    let name = pool.add(.string(field))
    return emit(
      id,
      Instruction(
        operation: operation, isOptional: isOptional, first: plan(operand), second: symbol.raw, third: name))
  }

  /// Plans an indexing; one by constant text is a selection.
  private mutating func planIndex(
    _ id: ExpressionID, _ operand: ExpressionID, _ index: ExpressionID, isOptional: Bool
  ) -> UInt32 {
    if case .literal(.string(let key)) = tree[index].kind {
      return planField(id, .select, operand, key, isOptional: isOptional)
    }
    let operand = plan(operand)
    return emit(
      id, Instruction(operation: .index, isOptional: isOptional, first: operand, second: plan(index)))
  }

  /// The operation of an operator.
  private func operation(_ symbol: BinaryOperator) -> Operation {
    switch symbol {
    case .add: .add
    case .subtract: .subtract
    case .multiply: .multiply
    case .divide: .divide
    case .modulo: .modulo
    case .equal: .equal
    case .notEqual: .notEqual
    case .less: .less
    case .lessOrEqual: .lessOrEqual
    case .greater: .greater
    case .greaterOrEqual: .greaterOrEqual
    case .contained: .contained
    }
  }

  // MARK: Runs of operands

  /// Plans operands and lays them side by side.
  private mutating func planOperands(_ operands: [(id: ExpressionID, isOptional: Bool)]) -> UInt32 {
    var planned: [UInt32] = []
    for operand in operands { planned.append(plan(operand.id) | (operand.isOptional ? Planner.optionalBit : 0)) }
    parts.operands += planned
    return UInt32(parts.operands.count - planned.count)
  }

  /// Plans an operation over any number of operands.
  private mutating func planRun(
    _ id: ExpressionID, _ operation: Operation, _ operands: [(id: ExpressionID, isOptional: Bool)]
  ) -> UInt32 {
    let first = planOperands(operands)
    return emit(id, Instruction(operation: operation, second: first, third: UInt32(operands.count)))
  }

  /// Plans a macro over a list or map.
  private mutating func planComprehension(_ id: ExpressionID, _ comprehension: Comprehension) -> UInt32 {
    let range = plan(comprehension.range)
    let filter = comprehension.filter.map { plan($0) }
    let body = plan(comprehension.body)
    parts.comprehensions.append(
      ComprehensionPlan(
        kind: ComprehensionPlan.PlannedKind(comprehension.kind), hasSecond: comprehension.second != nil, range: range,
        filter: filter ?? .max, body: body, local: local(id)))
    return emit(id, Instruction(operation: .comprehension, first: UInt32(parts.comprehensions.count - 1)))
  }

  // MARK: Calls

  /// Plans a call; some functions are instructions of their own.
  private mutating func planCall(
    _ id: ExpressionID, _ receiver: ExpressionID?, _ arguments: [ExpressionID]
  ) -> UInt32 {
    guard let call = checker.calls[id], !call.overloads.isEmpty else {
      return unbound(id, .unboundFunction, checker.calls[id]?.name ?? "")
    }
    let operands = (call.isNamespaced ? [] : receiver.map { [$0] } ?? []) + arguments
    if call.name == "dyn", let operand = operands.first { return plan(operand) }
    if call.name == "matches", call.overloads.count == 1, let matches = planMatches(id, operands) { return matches }
    if call.name == "or" || call.name == "orValue", call.overloads.count == 1, operands.count == 2 {
      let first = plan(operands[0])
      return emit(
        id,
        Instruction(
          operation: .alternative, isOptional: call.name == "or", first: first, second: plan(operands[1])))
    }
    let site = CallSite(
      firstOverload: UInt32(parts.overloads.count), overloadCount: UInt32(call.overloads.count),
      name: pool.add(.string(call.name)))
    for overload in call.overloads {
      parts.overloads.append(PlannedOverload(firstTest: parts.tests.count, implementation: parts.keep(overload.body)))
      for parameter in overload.parameters { parts.tests.append(test(parameter)) }
    }
    parts.sites.append(site)
    let index = UInt32(parts.sites.count - 1)
    let first = planOperands(operands.map { ($0, false) })
    return emit(id, Instruction(operation: .call, first: index, second: first, third: UInt32(operands.count)))
  }

  /// What an argument of a type is tested for.
  private func test(_ type: ExpressionType) -> ArgumentTest {
    var opaque: Int16 = -1
    if case .opaque(let name) = type {
      let index = checker.environment.runtime.opaqueTypes.firstIndex { $0.name == name }
      opaque = index.flatMap { Int16(exactly: $0) } ?? -1
    }
    return ArgumentTest(kinds: type.kinds.rawValue, opaque: opaque)
  }

  /// A constant pattern is compiled once and its faults are found before evaluation.
  private mutating func planMatches(_ id: ExpressionID, _ operands: [ExpressionID]) -> UInt32? {
    guard operands.count == 2, case .literal(.string(let source)) = tree[operands[1]].kind else { return nil }
    do {
      parts.patterns.append(try TextPattern(source, maxMemory: 1 << 20))
    } catch {
      // When evaluated without a check, or while folding, the function itself reports it.
      guard checker.isStrict, folds else { return nil }
      let message = Messages.invalidPattern(error.reason)
      diagnostics.append(Diagnostic(id: "expression-pattern", message: message, range: tree[operands[1]].range))
      return nil
    }
    let pattern = UInt32(parts.patterns.count - 1)
    return emit(id, Instruction(operation: .matches, first: plan(operands[0]), second: pattern))
  }

  // MARK: Constants

  /// Evaluates a constant part; nil when it is trivial, fails, or becomes too large to keep.
  private mutating func fold(_ id: ExpressionID) -> UInt32? {
    if case .literal = tree[id].kind { return nil }
    if case .name = tree[id].kind { return nil }
    var planner = Planner(folding: checker)
    let program = planner.program(for: id, number: 0)
    let evaluation = Evaluation()
    evaluation.limits.steps = 20_000
    evaluation.limits.bytes = 1 << 16
    evaluation.limits.values = 1 << 14
    let value = program.evaluate(in: evaluation)
    return pool.add(value, from: evaluation)
  }
}

extension ExpressionType {
  /// The kinds that values of the type have.
  var kinds: ValueKind {
    switch self {
    case .null: .null
    case .bool: .bool
    case .int: .int
    case .uint: .uint
    case .double: .double
    case .string: .string
    case .bytes: .bytes
    case .timestamp: .timestamp
    case .duration: .duration
    case .list: .list
    case .map, .record: .map
    case .type: .type
    case .opaque: .opaque
    case .abstract("optional_type", _): .optional
    case .dyn, .parameter, .abstract, .error: .any
    }
  }
}
