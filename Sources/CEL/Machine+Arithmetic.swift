import Diagnostics

extension Machine {
  /// `+`, `-`, `*`, `/`, `%`
  func arithmetic(_ instruction: UnsafePointer<Instruction>, _ index: UInt32) -> Value {
    let left = run(instruction.pointee.first)
    let right = run(instruction.pointee.second)
    switch (left, right) {
    case (.int(let first), .int(let second)):
      return whole(instruction.pointee.operation, first, second, index) { .int($0) }
    case (.uint(let first), .uint(let second)):
      return whole(instruction.pointee.operation, first, second, index) { .uint($0) }
    case (.double(let first), .double(let second)):
      switch instruction.pointee.operation {
      case .add: return .double(first + second)
      case .subtract: return .double(first - second)
      case .multiply: return .double(first * second)
      case .divide: return .double(first / second)
      default: break
      }
    default:
      if let failure = spreading(left, right) { return failure }
      if let value = join(instruction.pointee.operation, left, right, index) { return value }
    }
    return fail(Messages.noOperator(symbol(instruction.pointee.operation), typeName(left), typeName(right)), index)
  }

  /// Arithmetic of one integer type, with overflow as an error.
  @inline(__always)
  private func whole<T: FixedWidthInteger>(
    _ operation: Operation, _ left: T, _ right: T, _ index: UInt32, _ wrap: (T) -> Value
  ) -> Value {
    let result: (partialValue: T, overflow: Bool)
    switch operation {
    case .add: result = left.addingReportingOverflow(right)
    case .subtract: result = left.subtractingReportingOverflow(right)
    case .multiply: result = left.multipliedReportingOverflow(by: right)
    case .divide:
      if right == 0 { return fail(Messages.divisionByZero, index) }
      result = left.dividedReportingOverflow(by: right)
    default:
      if right == 0 { return fail(Messages.divisionByZero, index) }
      result = left.remainderReportingOverflow(dividingBy: right)
    }
    return result.overflow ? fail(Messages.overflow, index) : wrap(result.partialValue)
  }

  /// Sums of texts and lists, and arithmetic with times; nil when the operands have none.
  private func join(_ operation: Operation, _ left: Value, _ right: Value, _ index: UInt32) -> Value? {
    switch (left, right, operation) {
    case (.string(let first), .string(let second), .add):
      return memory.concatenate(first, second).map { .string($0) } ?? memory.limit(Messages.byteLimit)
    case (.bytes(let first), .bytes(let second), .add):
      return memory.concatenate(first, second).map { .bytes($0) } ?? memory.limit(Messages.byteLimit)
    case (.timestamp(let first), .duration(let second), .add), (.duration(let second), .timestamp(let first), .add):
      return timestamp(first.adding(second), index)
    case (.timestamp(let first), .duration(let second), .subtract):
      return timestamp(first.adding(second.negated), index)
    case (.duration(let first), .duration(let second), .add): return duration(first.adding(second), index)
    case (.duration(let first), .duration(let second), .subtract),
      (.timestamp(let first), .timestamp(let second), .subtract):
      return duration(first.adding(second.negated), index)
    default:
      guard operation == .add, memory.kind(of: left) == .list, memory.kind(of: right) == .list else { return nil }
      return concatenation(left, right)
    }
  }

  /// A sum as a timestamp, unless it lies out of range.
  private func timestamp(_ moment: Moment?, _ index: UInt32) -> Value {
    guard let moment, moment.isTimestamp else { return fail(Messages.timestampRange, index) }
    return .timestamp(moment.asTimestamp)
  }

  /// A sum as a duration, unless it lies out of range.
  private func duration(_ moment: Moment?, _ index: UInt32) -> Value {
    guard let moment, moment.isDuration else { return fail(Messages.durationRange, index) }
    return .duration(moment.asDuration)
  }

  /// The elements of one list and then of another.
  private func concatenation(_ left: Value, _ right: Value) -> Value {
    let start = memory.state.pointee.stack.count
    for list in [left, right] {
      let count = memory.count(of: list) ?? 0
      memory.spend(count)
      if memory.isExhausted { break }
      for index in 0..<count { memory.state.pointee.stack.append(memory.element(of: list, at: index)) }
    }
    return memory.takeList(from: start)
  }

  /// `-operand`
  func negate(_ value: Value, _ index: UInt32) -> Value {
    switch value {
    case .int(let number): return number == .min ? fail(Messages.overflow, index) : .int(-number)
    case .double(let number): return .double(-number)
    case .error, .absent: return value
    default: return fail(Messages.valueNotNegatable(typeName(value)), index)
    }
  }

  /// The spelling of an operation.
  private func symbol(_ operation: Operation) -> String {
    switch operation {
    case .add: "+"
    case .subtract: "-"
    case .multiply: "*"
    case .divide: "/"
    default: "%"
    }
  }
}
