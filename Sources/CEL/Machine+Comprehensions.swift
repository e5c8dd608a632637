import Diagnostics

extension Machine {
  /// Runs a macro over a list or map.
  func comprehension(_ plan: ComprehensionPlan, _ index: UInt32) -> Value {
    let range = run(plan.range)
    if let failure = spreading(range, .null) { return failure }
    let kind = memory.kind(of: range)
    guard kind == .list || kind == .map, let count = memory.count(of: range) else {
      return fail(Messages.valueNotIterable(typeName(range)), index)
    }
    let isMap = kind == .map
    switch plan.kind {
    case .all, .exists: return quantify(plan, range, count, isMap: isMap, index)
    case .existsOne: return existsOne(plan, range, count, isMap: isMap, index)
    case .map, .filter: return collect(plan, range, count, isMap: isMap, index)
    case .transformMap, .transformMapEntry: return transform(plan, range, count, isMap: isMap, index)
    case .sortBy: return sort(plan, range, count, isMap: isMap, index)
    }
  }

  /// Sets the variables for one element.
  @inline(__always)
  private func bind(_ plan: ComprehensionPlan, _ range: Value, _ position: Int, isMap: Bool) {
    let local = Int(plan.local)
    if plan.hasSecond {
      frame[local] = isMap ? memory.key(of: range, at: position) : .int(Int64(position))
      frame[local + 1] =
        isMap ? memory.value(of: range, at: position) : memory.element(of: range, at: position)
    } else {
      frame[local] = isMap ? memory.key(of: range, at: position) : memory.element(of: range, at: position)
    }
  }

  /// `all` and `exists`, which absorb failures once they are decided.
  private func quantify(
    _ plan: ComprehensionPlan, _ range: Value, _ count: Int, isMap: Bool, _ index: UInt32
  ) -> Value {
    let isAll = plan.kind == .all
    var result = Value.bool(isAll)
    for position in 0..<count {
      bind(plan, range, position, isMap: isMap)
      let value = run(plan.body)
      if case .bool(let isTrue) = value {
        if isTrue != isAll { return value }
      } else {
        result = worse(result, value, index)
        if memory.isExhausted { return result }
      }
    }
    return result
  }

  /// `exists_one`, which absorbs nothing.
  private func existsOne(
    _ plan: ComprehensionPlan, _ range: Value, _ count: Int, isMap: Bool, _ index: UInt32
  ) -> Value {
    var matches = 0
    var failure: Value?
    for position in 0..<count {
      bind(plan, range, position, isMap: isMap)
      let value = run(plan.body)
      if case .bool(let isTrue) = value {
        matches += isTrue ? 1 : 0
      } else {
        failure = worse(failure ?? .bool(true), value, index)
        if case .error = failure { break }
      }
    }
    return failure ?? .bool(matches == 1)
  }

  /// Whether an element meets the filter: true, false, or what spreads.
  private func passes(_ filter: UInt32, _ index: UInt32) -> Value {
    guard filter != .max else { return .bool(true) }
    let value = run(filter)
    if case .bool = value { return value }
    return worse(.bool(true), value, index)
  }

  /// `map`, `filter` and `transformList`.
  private func collect(
    _ plan: ComprehensionPlan, _ range: Value, _ count: Int, isMap: Bool, _ index: UInt32
  ) -> Value {
    let start = memory.state.pointee.stack.count
    let filter = plan.kind == .filter ? plan.body : plan.filter
    var isAbsent = false
    for position in 0..<count {
      bind(plan, range, position, isMap: isMap)
      var value = passes(filter, index)
      if case .bool(let isTrue) = value {
        guard isTrue else { continue }
        // A filter keeps keys of maps and elements of lists: its one variable.
        value = plan.kind == .filter ? frame[Int(plan.local)] : run(plan.body)
      }
      switch value {
      case .error:
        memory.state.pointee.stack.count = start
        return value
      case .absent: isAbsent = true
      default: memory.state.pointee.stack.append(value)
      }
    }
    guard !isAbsent else {
      memory.state.pointee.stack.count = start
      return .absent
    }
    return memory.takeList(from: start)
  }

  /// `transformMap` and `transformMapEntry`.
  private func transform(
    _ plan: ComprehensionPlan, _ range: Value, _ count: Int, isMap: Bool, _ index: UInt32
  ) -> Value {
    let start = memory.state.pointee.stack.count
    var isAbsent = false
    for position in 0..<count {
      bind(plan, range, position, isMap: isMap)
      let key = frame[Int(plan.local)]
      var value = passes(plan.filter, index)
      if case .bool(let isTrue) = value {
        guard isTrue else { continue }
        value = run(plan.body)
      }
      switch value {
      case .absent: isAbsent = true
      case .error:
        memory.state.pointee.stack.count = start
        return value
      default:
        if let failure = insert(plan, key, value, from: start, index) {
          memory.state.pointee.stack.count = start
          return failure
        }
      }
    }
    return takeMap(from: start, isAbsent: isAbsent)
  }

  /// Pushes what one element contributes to a map; an error is returned.
  private func insert(
    _ plan: ComprehensionPlan, _ key: Value, _ value: Value, from start: Int, _ index: UInt32
  ) -> Value? {
    guard plan.kind == .transformMapEntry else {
      // Keys of the range differ already.
      memory.state.pointee.stack.append(key)
      memory.state.pointee.stack.append(value)
      return nil
    }
    guard memory.kind(of: value) == .map else { return fail(Messages.expectedMap(typeName(value)), index) }
    for entry in 0..<(memory.count(of: value) ?? 0) {
      let failure = push(
        memory.key(of: value, at: entry), memory.value(of: value, at: entry), isOptional: false, from: start, index)
      if let failure { return failure }
    }
    return nil
  }

  /// `sortBy`
  private func sort(
    _ plan: ComprehensionPlan, _ range: Value, _ count: Int, isMap: Bool, _ index: UInt32
  ) -> Value {
    var pairs: [(key: Value, element: Value)] = []
    var failure: Value?
    for position in 0..<count {
      bind(plan, range, position, isMap: isMap)
      let element = frame[Int(plan.local)]
      let key = run(plan.body)
      switch key {
      case .error: return key
      case .absent: failure = key
      default: pairs.append((key, element))
      }
    }
    if let failure { return failure }
    return memory.sorted(pairs) ?? fail(Messages.notSortable, index)
  }

  /// `target.or(other)` and `target.orValue(other)`.
  func alternative(_ instruction: UnsafePointer<Instruction>, _ index: UInt32) -> Value {
    let target = run(instruction.pointee.first)
    guard case .optional(let reference) = target else {
      if let failure = spreading(target, .null) { return failure }
      return fail(Messages.expectedOptional(typeName(target)), index)
    }
    if let content = memory.content(of: reference) { return instruction.pointee.isOptional ? target : content }
    let other = run(instruction.pointee.second)
    guard instruction.pointee.isOptional else { return other }
    switch other {
    case .optional, .error, .absent: return other
    default: return fail(Messages.expectedOptional(typeName(other)), index)
    }
  }

  /// `target.optMap(name, body)` and `target.optFlatMap(name, body)`.
  func optionalMap(_ instruction: UnsafePointer<Instruction>, _ index: UInt32) -> Value {
    let target = run(tables.pointee.operands[Int(instruction.pointee.second)])
    guard case .optional(let reference) = target else {
      if let failure = spreading(target, .null) { return failure }
      return fail(Messages.expectedOptional(typeName(target)), index)
    }
    guard let content = memory.content(of: reference) else { return target }
    frame[Int(instruction.pointee.first)] = content
    let value = run(tables.pointee.operands[Int(instruction.pointee.second) + 1])
    if let failure = spreading(value, .null) { return failure }
    guard instruction.pointee.isOptional else { return memory.makeOptional(value) }
    if case .optional = value { return value }
    return fail(Messages.expectedOptional(typeName(value)), index)
  }
}
