import Diagnostics

extension Machine {
  /// Calls the first overload that the arguments fit.
  func call(_ instruction: UnsafePointer<Instruction>, _ index: UInt32) -> Value {
    let count = Int(instruction.pointee.third)
    let start = memory.state.pointee.localCount
    // Arguments lie where variables of macros do: memory of a fixed size that no callee moves.
    guard start + count <= EvaluationState.localCapacity else { return callDeep(instruction, index) }
    memory.state.pointee.localCount = start + count
    let value = call(instruction, memory.state.pointee.locals + start, index)
    memory.state.pointee.localCount = start
    return value
  }

  /// Calls with arguments on the stack, where there is no room among the variables.
  @inline(never)
  private func callDeep(_ instruction: UnsafePointer<Instruction>, _ index: UInt32) -> Value {
    withUnsafeTemporaryAllocation(of: Value.self, capacity: max(Int(instruction.pointee.third), 1)) { buffer in
      buffer.baseAddress.map { call(instruction, $0, index) } ?? .absent
    }
  }

  /// Evaluates arguments into a buffer and calls.
  @inline(__always)
  private func call(_ instruction: UnsafePointer<Instruction>, _ buffer: UnsafeMutablePointer<Value>, _ index: UInt32)
    -> Value
  {
    let count = Int(instruction.pointee.third)
    let operands = tables.pointee.operands + Int(instruction.pointee.second)
    var isAbsent = false
    for position in 0..<count {
      let value = operand(operands[position])
      switch value {
      case .error: return value
      case .absent: isAbsent = true
      default: break
      }
      buffer[position] = value
    }
    if isAbsent { return .absent }
    let arguments = UnsafeBufferPointer(start: UnsafePointer(buffer), count: count)
    let site = tables.pointee.sites + Int(instruction.pointee.first)
    let overload = tables.pointee.overloads + Int(site.pointee.firstOverload)
    if site.pointee.overloadCount > 0, fits(overload.pointee.firstTest, arguments) {
      return run(overload, arguments, index)
    }
    return callFurther(site, arguments, index)
  }

  /// Runs the first further overload of a site that the arguments fit.
  @inline(never)
  private func callFurther(
    _ site: UnsafePointer<CallSite>, _ arguments: UnsafeBufferPointer<Value>, _ index: UInt32
  ) -> Value {
    for candidate in 1..<max(1, Int(site.pointee.overloadCount)) {
      let overload = tables.pointee.overloads + Int(site.pointee.firstOverload) + candidate
      if fits(overload.pointee.firstTest, arguments) { return run(overload, arguments, index) }
    }
    let types = arguments.map { typeName($0) }
    return fail(Messages.noOverloadForValues(constantText(site.pointee.name), types), index)
  }

  /// Runs an overload.
  @inline(__always)
  private func run(
    _ overload: UnsafePointer<PlannedOverload>, _ arguments: UnsafeBufferPointer<Value>, _ index: UInt32
  ) -> Value {
    guard let owner = memory.state.pointee.owner else { return .absent }
    // Both outlive the call: the program owns its overloads, and whoever evaluates holds program and evaluation.
    let value = owner._withUnsafeGuaranteedRef { evaluation in
      overload.pointee.implementation._withUnsafeGuaranteedRef { $0.call(arguments, evaluation) }
    }
    if case .error = value { return located(value, index) }
    return value
  }

  /// Whether arguments have the kinds that an overload takes.
  @inline(__always)
  private func fits(_ firstTest: Int, _ arguments: UnsafeBufferPointer<Value>) -> Bool {
    for position in 0..<arguments.count {
      let argument = arguments[position]
      let test = tables.pointee.tests[firstTest + position]
      // What failed is no argument, so that everything is of any kind.
      if test.kinds == ValueKind.any.rawValue { continue }
      if memory.kind(of: argument).rawValue & test.kinds == 0 { return false }
      if test.opaque >= 0, case .opaque(let value) = argument,
        opaqueIndex(of: value) != Int(test.opaque)
      {
        return false
      }
    }
    return true
  }

  /// Which of the domain's types a value belongs to.
  @inline(__always)
  private func opaqueIndex(of value: OpaqueValue) -> Int {
    program._withUnsafeGuaranteedRef { $0.runtime.index(ofOpaque: value.bits) }
  }

  /// `text.matches(pattern)` with a pattern known before evaluation.
  func matches(_ instruction: UnsafePointer<Instruction>, _ index: UInt32) -> Value {
    let value = operand(instruction.pointee.first)
    guard case .string(let text) = value else {
      if let failure = spreading(value, .null) { return failure }
      return fail(Messages.noOverloadForValues("matches", [typeName(value), "string"]), index)
    }
    memory.spend(Int(text.count) / 16)
    return .bool(
      program._withUnsafeGuaranteedRef { $0.matches(memory.bytes(text), pattern: Int(instruction.pointee.second)) })
  }
}
