import Diagnostics

extension Machine {
  /// Calls the first overload that the arguments fit.
  func call(_ instruction: Instruction, _ index: UInt32) -> Value {
    let count = Int(instruction.third)
    return withUnsafeTemporaryAllocation(of: Value.self, capacity: max(count, 1)) { buffer in
      var isAbsent = false
      for position in 0..<count {
        let value = operand(tables.operands[Int(instruction.second) + position])
        switch value {
        case .error: return value
        case .absent: isAbsent = true
        default: break
        }
        buffer[position] = value
      }
      if isAbsent { return .absent }
      let arguments = UnsafeBufferPointer(start: UnsafePointer(buffer.baseAddress), count: count)
      return dispatch(tables.sites[Int(instruction.first)], arguments, index)
    }
  }

  /// Runs the first overload of a site that the arguments fit.
  private func dispatch(_ site: CallSite, _ arguments: UnsafeBufferPointer<Value>, _ index: UInt32) -> Value {
    guard let owner = memory.state.pointee.owner else { return .absent }
    for candidate in site.firstOverload..<site.firstOverload + site.overloadCount
    where fits(tables.overloads[Int(candidate)].firstTest, arguments) {
      // Both outlive the call: the program owns its overloads, and whoever evaluates holds program and evaluation.
      let value = owner._withUnsafeGuaranteedRef { evaluation in
        tables.overloads[Int(candidate)].implementation._withUnsafeGuaranteedRef { $0.body(arguments, evaluation) }
      }
      if case .error = value { return located(value, index) }
      return value
    }
    let types = arguments.map { typeName($0) }
    return fail(Messages.noOverloadForValues(constantText(site.name), types), index)
  }

  /// Whether arguments have the kinds that an overload takes.
  @inline(__always)
  private func fits(_ firstTest: Int, _ arguments: UnsafeBufferPointer<Value>) -> Bool {
    for position in 0..<arguments.count {
      let argument = arguments[position]
      let test = tables.tests[firstTest + position]
      if memory.kind(of: argument).rawValue & test.kinds == 0 { return false }
      if test.opaque >= 0, case .opaque(let value) = argument,
        memory.evaluation?.runtime?.opaqueIndex(value.bits) != Int(test.opaque)
      {
        return false
      }
    }
    return true
  }

  /// `text.matches(pattern)` with a pattern known before evaluation.
  func matches(_ instruction: Instruction, _ index: UInt32) -> Value {
    let value = operand(instruction.first)
    guard case .string(let text) = value else {
      if let failure = spreading(value, .null) { return failure }
      return fail(Messages.noOverloadForValues("matches", [typeName(value), "string"]), index)
    }
    memory.spend(Int(text.count) / 16)
    return .bool(program.takeUnretainedValue().patterns[Int(instruction.second)].matches(memory.bytes(text)))
  }
}
