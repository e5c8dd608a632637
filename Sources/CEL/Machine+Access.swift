import DataTree
import Diagnostics

extension Machine {
  /// The value of a field of a map; nil when the map does not have it.
  @inline(__always)
  private func field(_ map: Value, _ instruction: UnsafePointer<Instruction>) -> Value? {
    switch map {
    case .node(let node):
      if memory.state.pointee.comparesKeysByText { return fieldByText(node, instruction) }
      return memory.child(of: node, at: instruction.pointee.symbol)
        .map { memory.value(of: $0, tree: node.tree) }
    default: return memory.lookUp(constant(instruction.pointee.third), in: map)
    }
  }

  /// The same by the text of the name, in trees that were built with other symbols.
  private func fieldByText(_ node: NodeReference, _ instruction: UnsafePointer<Instruction>) -> Value? {
    guard case .string(let name) = constant(instruction.pointee.third) else { return nil }
    return memory.find(memory.bytes(name), in: node).map { memory.value(of: $0, tree: node.tree) }
  }

  /// `operand.field`, or `operand["field"]`.
  @inline(__always)
  func select(_ operand: Value, _ instruction: UnsafePointer<Instruction>, _ index: UInt32) -> Value {
    if case .node = operand, let found = field(operand, instruction) {
      return instruction.pointee.isOptional ? optional(found) : found
    }
    return selectSlowly(operand, instruction, index)
  }

  /// The selection from anything but a document's map that has the field.
  private func selectSlowly(_ operand: Value, _ instruction: UnsafePointer<Instruction>, _ index: UInt32) -> Value {
    switch operand {
    case .error, .absent: return operand
    case .optional(let reference):
      guard let content = memory.content(of: reference) else { return operand }
      guard isMap(content) else { return noFields(content, instruction, index) }
      return field(content, instruction).map(optional) ?? .optional(.none)
    default:
      guard isMap(operand) else { return noFields(operand, instruction, index) }
      if let found = field(operand, instruction) { return instruction.pointee.isOptional ? optional(found) : found }
      if instruction.pointee.isOptional { return .optional(.none) }
      return missing(in: operand, constantText(instruction.pointee.third), index)
    }
  }

  /// Whether a value is a map.
  private func isMap(_ value: Value) -> Bool { memory.kind(of: value) == .map }

  /// Makes the error that a value has no fields.
  private func noFields(_ value: Value, _ instruction: UnsafePointer<Instruction>, _ index: UInt32) -> Value {
    fail(Messages.valueHasNoFields(typeName(value), constantText(instruction.pointee.third)), index)
  }

  /// What is not in a document is absent; what is not in a value that the expression made is an error.
  private func missing(in operand: Value, _ name: @autoclosure () -> String, _ index: UInt32) -> Value {
    if hasAbsentFields, case .node = operand { return .absent }
    return fail(Messages.noSuchKey(name()), index)
  }

  /// A value as an optional, unless it is one.
  private func optional(_ value: Value) -> Value {
    if case .optional = value { return value }
    return memory.makeOptional(value)
  }

  /// `has(operand.field)`
  @inline(__always)
  func test(_ operand: Value, _ instruction: UnsafePointer<Instruction>, _ index: UInt32) -> Value {
    switch operand {
    case .error, .absent: return operand
    case .optional(let reference):
      guard let content = memory.content(of: reference) else { return .bool(false) }
      return test(content, instruction, index)
    default:
      if field(operand, instruction) != nil { return .bool(true) }
      return isMap(operand) ? .bool(false) : noFields(operand, instruction, index)
    }
  }

  /// `operand[index]`
  func element(_ instruction: UnsafePointer<Instruction>, _ index: UInt32) -> Value {
    var operand = run(instruction.pointee.first)
    let key = run(instruction.pointee.second)
    if let failure = spreading(operand, key) { return failure }
    var isOptional = instruction.pointee.isOptional
    if case .optional(let reference) = operand {
      guard let content = memory.content(of: reference) else { return operand }
      operand = content
      isOptional = true
    }
    let found: Value?
    switch memory.kind(of: operand) {
    case .map: found = memory.lookUp(key, in: operand)
    case .list:
      guard let position = position(key) else { return fail(Messages.invalidIndex(typeName(key)), index) }
      let isInside = position >= 0 && position < Int64(memory.count(of: operand) ?? 0)
      found = isInside ? memory.element(of: operand, at: Int(position)) : nil
    default: return fail(Messages.valueNotIndexable(typeName(operand)), index)
    }
    if let found { return isOptional ? optional(found) : found }
    return isOptional ? .optional(.none) : missing(in: operand, memory.evaluation?.display(key) ?? "", index)
  }

  /// A whole number of any number type.
  private func position(_ key: Value) -> Int64? {
    switch key {
    case .int(let value): value
    case .uint(let value): Int64(exactly: value)
    case .double(let value): Int64(exactly: value)
    default: nil
    }
  }

  // MARK: Literals

  /// `[a, ?b]`
  func list(_ instruction: UnsafePointer<Instruction>, _ index: UInt32) -> Value {
    let start = memory.state.pointee.stack.count
    var isAbsent = false
    for position in instruction.pointee.second..<instruction.pointee.second + instruction.pointee.third {
      let operand = tables.pointee.operands[Int(position)]
      let value = run(operand & ~Planner.optionalBit)
      switch value {
      case .error:
        memory.state.pointee.stack.count = start
        return value
      case .absent: isAbsent = true
      default:
        if operand & Planner.optionalBit == 0 {
          memory.state.pointee.stack.append(value)
        } else if case .optional(let reference) = value {
          if let content = memory.content(of: reference) { memory.state.pointee.stack.append(content) }
        } else {
          memory.state.pointee.stack.count = start
          return fail(Messages.expectedOptional(typeName(value)), index)
        }
      }
    }
    guard !isAbsent else {
      memory.state.pointee.stack.count = start
      return .absent
    }
    return memory.takeList(from: start)
  }

  /// `{a: b, ?c: d}`
  func map(_ instruction: UnsafePointer<Instruction>, _ index: UInt32) -> Value {
    let start = memory.state.pointee.stack.count
    var isAbsent = false
    for position in stride(
      from: instruction.pointee.second, to: instruction.pointee.second + instruction.pointee.third, by: 2)
    {
      let key = run(tables.pointee.operands[Int(position)])
      let operand = tables.pointee.operands[Int(position) + 1]
      let value = run(operand & ~Planner.optionalBit)
      if let failure = spreading(key, value) {
        isAbsent = true
        if case .absent = failure { continue }
        memory.state.pointee.stack.count = start
        return failure
      }
      if let failure = push(key, value, isOptional: operand & Planner.optionalBit != 0, from: start, index) {
        memory.state.pointee.stack.count = start
        return failure
      }
    }
    return takeMap(from: start, isAbsent: isAbsent)
  }

  /// Moves the entries pushed from `start` on into a map, or drops them where one of them was absent.
  func takeMap(from start: Int, isAbsent: Bool) -> Value {
    guard !isAbsent else {
      memory.state.pointee.stack.count = start
      return .absent
    }
    return memory.takeRun(from: start).map { .map($0) } ?? memory.limit(Messages.valueLimit)
  }

  /// Pushes an entry of a map under construction.
  /// - Returns: an error for a key of a wrong type or one that is there already.
  func push(_ key: Value, _ value: Value, isOptional: Bool, from start: Int, _ index: UInt32) -> Value? {
    var value = value
    if isOptional {
      guard case .optional(let reference) = value else {
        return fail(Messages.expectedOptional(typeName(value)), index)
      }
      guard let content = memory.content(of: reference) else { return nil }
      value = content
    }
    switch key {
    case .bool, .int, .uint, .string: break
    default: return fail(Messages.invalidKey(typeName(key)), index)
    }
    let count = memory.state.pointee.stack.count
    for position in stride(from: start, to: count, by: 2)
    where memory.equals(memory.state.pointee.stack.base[position], key) == .yes {
      return fail(Messages.repeatedKey(memory.evaluation?.display(key) ?? ""), index)
    }
    if memory.isExhausted { return memory.outOfSteps() }
    memory.state.pointee.stack.append(key)
    memory.state.pointee.stack.append(value)
    return nil
  }
}
