import DataTree
import Diagnostics

/// Runs one program once: a walk over flat instructions that neither allocates nor counts references for scalars.
struct Machine {
  /// The program's tables.
  let tables: UnsafePointer<Program.Tables>
  /// The program's instructions, which are among them.
  let code: UnsafePointer<Instruction>
  /// What the evaluation holds.
  let memory: Memory
  /// Where the program's constants begin.
  let constantBase: Int
  /// The variables of the program's macros.
  let frame: UnsafeMutablePointer<Value>
  /// The program, for what is rare.
  let program: Unmanaged<Program>
  /// Whether a field that a document omits is absent.
  let hasAbsentFields: Bool

  /// Evaluates an instruction.
  func run(_ index: UInt32) -> Value {
    let instruction = code + Int(index)
    memory.spend(1)
    if memory.isExhausted { return memory.outOfSteps() }
    switch instruction.pointee.operation {
    case .constant: return constant(instruction.pointee.first)
    case .variable: return variable(instruction)
    case .local: return frame[Int(instruction.pointee.first)]
    case .select: return select(operand(instruction.pointee.first), instruction, index)
    case .test: return test(operand(instruction.pointee.first), instruction, index)
    case .index: return element(instruction, index)
    case .and: return and(instruction, index)
    case .or: return or(instruction, index)
    case .not: return not(run(instruction.pointee.first), index)
    case .negate: return negate(run(instruction.pointee.first), index)
    case .conditional: return conditional(instruction, index)
    case .list: return list(instruction, index)
    case .map: return map(instruction, index)
    case .equal: return equal(instruction)
    case .notEqual: return notEqual(instruction)
    case .less, .lessOrEqual, .greater, .greaterOrEqual: return order(instruction, index)
    case .contained: return contained(instruction, index)
    case .add, .subtract, .multiply, .divide, .modulo: return arithmetic(instruction, index)
    case .call: return call(instruction, index)
    case .matches: return matches(instruction, index)
    case .comprehension: return comprehension(tables.pointee.comprehensions[Int(instruction.pointee.first)], index)
    case .bind:
      frame[Int(instruction.pointee.first)] = run(instruction.pointee.second)
      return run(instruction.pointee.third)
    case .optionalMap: return optionalMap(instruction, index)
    case .alternative: return alternative(instruction, index)
    case .unboundVariable: return fail(Messages.unsetVariable(constantText(instruction.pointee.first)), index)
    case .unboundFunction: return fail(Messages.unboundFunction(constantText(instruction.pointee.first)), index)
    case .observed: return observed(instruction, index)
    }
  }

  /// Evaluates an instruction, the most frequent leaves without a call.
  @inline(__always)
  func operand(_ index: UInt32) -> Value {
    let instruction = code + Int(index)
    switch instruction.pointee.operation {
    case .constant, .local:
      memory.spend(1)
      if memory.isExhausted { return memory.outOfSteps() }
      return instruction.pointee.operation == .local
        ? frame[Int(instruction.pointee.first)] : constant(instruction.pointee.first)
    case .variable where memory.state.pointee.slotStates.base[Int(instruction.pointee.first)] == .set:
      memory.spend(1)
      if memory.isExhausted { return memory.outOfSteps() }
      return memory.state.pointee.slots.base[Int(instruction.pointee.first)]
    default: return run(index)
    }
  }

  /// Evaluates a part and tells the log, if there is one.
  @inline(never)
  private func observed(_ instruction: UnsafePointer<Instruction>, _ index: UInt32) -> Value {
    let value = run(instruction.pointee.first)
    memory.evaluation?.observations?.note(value, program: program.takeUnretainedValue().number, instruction: index)
    return value
  }

  // MARK: Leaves

  /// A constant of the program.
  @inline(__always)
  func constant(_ index: UInt32) -> Value {
    memory.state.pointee.constants.pointee.values.base[constantBase + Int(index)]
  }

  /// A constant that is text.
  func constantText(_ index: UInt32) -> String { memory.evaluation?.string(of: constant(index)) ?? "" }

  /// The value of a variable, computed now if it was not read before.
  @inline(__always)
  private func variable(_ instruction: UnsafePointer<Instruction>) -> Value {
    let slot = Int(instruction.pointee.first)
    if memory.state.pointee.slotStates.base[slot] == .set { return memory.state.pointee.slots.base[slot] }
    return memory.state.pointee.owner?._withUnsafeGuaranteedRef {
      $0.computeVariable(slot, name: program.takeUnretainedValue().variableName(slot))
    } ?? .absent
  }

  // MARK: Failures

  /// Makes an error that happened at an instruction.
  @inline(never)
  func fail(_ message: LocalizedText, _ index: UInt32) -> Value { located(memory.fail(message), index) }

  /// Notes for an error without a place that it happened at an instruction.
  @inline(never)
  func located(_ value: Value, _ index: UInt32) -> Value {
    if case .error(let error) = value {
      memory.evaluation?.setRange(program.takeUnretainedValue().ranges[Int(index)], of: error)
    }
    return value
  }

  /// The operand that spreads: an error before an absent value; nil when both are values.
  @inline(__always)
  func spreading(_ left: Value, _ right: Value) -> Value? {
    if case .error = left { return left }
    if case .error = right { return right }
    if case .absent = left { return left }
    if case .absent = right { return right }
    return nil
  }

  /// The name of a value's type, for messages.
  func typeName(_ value: Value) -> String { memory.evaluation?.typeName(of: value) ?? "?" }

  // MARK: Logic

  /// `&&` over any number of operands.
  private func and(_ instruction: UnsafePointer<Instruction>, _ index: UInt32) -> Value {
    var result = Value.bool(true)
    for position in instruction.pointee.second..<instruction.pointee.second + instruction.pointee.third {
      let value = run(tables.pointee.operands[Int(position)])
      if case .bool(let isTrue) = value {
        if !isTrue { return value }
      } else {
        result = worse(result, value, index)
      }
    }
    return result
  }

  /// `||` over any number of operands.
  private func or(_ instruction: UnsafePointer<Instruction>, _ index: UInt32) -> Value {
    var result = Value.bool(false)
    for position in instruction.pointee.second..<instruction.pointee.second + instruction.pointee.third {
      let value = run(tables.pointee.operands[Int(position)])
      if case .bool(let isTrue) = value {
        if isTrue { return value }
      } else {
        result = worse(result, value, index)
      }
    }
    return result
  }

  /// The worse of what is known and a value that is no boolean: the first error, else absent.
  func worse(_ known: Value, _ value: Value, _ index: UInt32) -> Value {
    if case .error = known { return known }
    switch value {
    case .error, .absent: return value
    default: return fail(Messages.expectedBool(typeName(value)), index)
    }
  }

  /// `!`
  private func not(_ value: Value, _ index: UInt32) -> Value {
    if case .bool(let isTrue) = value { return .bool(!isTrue) }
    return worse(.bool(true), value, index)
  }

  /// `? :`, which evaluates one branch only.
  private func conditional(_ instruction: UnsafePointer<Instruction>, _ index: UInt32) -> Value {
    let condition = run(instruction.pointee.first)
    if case .bool(let isTrue) = condition {
      return run(isTrue ? instruction.pointee.second : instruction.pointee.third)
    }
    return worse(.bool(true), condition, index)
  }

  // MARK: Comparison

  /// `==`
  @inline(__always)
  private func equal(_ instruction: UnsafePointer<Instruction>) -> Value {
    let left = operand(instruction.pointee.first)
    let right = operand(instruction.pointee.second)
    return equality(left, right, isNegated: false)
  }

  /// `!=`
  @inline(__always)
  private func notEqual(_ instruction: UnsafePointer<Instruction>) -> Value {
    let left = operand(instruction.pointee.first)
    let right = operand(instruction.pointee.second)
    return equality(left, right, isNegated: true)
  }

  /// Whether two values are equal, as a value.
  private func equality(_ left: Value, _ right: Value, isNegated: Bool) -> Value {
    if let failure = spreading(left, right) { return failure }
    switch memory.equals(left, right) {
    case .yes: return .bool(!isNegated)
    case .no: return .bool(isNegated)
    case .unknown: return .absent
    }
  }

  /// `<`, `<=`, `>` and `>=`.
  private func order(_ instruction: UnsafePointer<Instruction>, _ index: UInt32) -> Value {
    let left = operand(instruction.pointee.first)
    let right = operand(instruction.pointee.second)
    let order: Memory.Order
    if case .int(let first) = left, case .int(let second) = right {
      order = Memory.Order(first, second)
    } else {
      if let failure = spreading(left, right) { return failure }
      guard let found = memory.compare(left, right) else {
        return fail(Messages.notComparable(typeName(left), typeName(right)), index)
      }
      if found == .unordered, case .opaque = left { return .absent }
      order = found
    }
    switch instruction.pointee.operation {
    case .less: return .bool(order == .less)
    case .lessOrEqual: return .bool(order == .less || order == .equal)
    case .greater: return .bool(order == .greater)
    default: return .bool(order == .greater || order == .equal)
    }
  }

  /// `in`
  private func contained(_ instruction: UnsafePointer<Instruction>, _ index: UInt32) -> Value {
    let value = operand(instruction.pointee.first)
    let collection = operand(instruction.pointee.second)
    if let failure = spreading(value, collection) { return failure }
    switch memory.kind(of: collection) {
    case .map: return .bool(memory.lookUp(value, in: collection) != nil)
    case .list:
      var isUnknown = false
      for position in 0..<(memory.count(of: collection) ?? 0) {
        switch memory.equals(memory.element(of: collection, at: position), value) {
        case .yes: return .bool(true)
        case .no: break
        case .unknown: isUnknown = true
        }
      }
      return isUnknown ? .absent : .bool(false)
    default: return fail(Messages.notACollection(typeName(collection)), index)
    }
  }
}
