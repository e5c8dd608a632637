import DataTree

/// An answer that may be unknown.
enum Answer {
  /// It is so.
  case yes
  /// It is not so.
  case no
  /// The domain does not know the order of two of its values.
  case unknown

  /// Yes for true.
  init(_ isTrue: Bool) { self = isTrue ? .yes : .no }
}

extension Memory {
  /// Whether two values are equal: numbers by their value whatever their types, other types never across types.
  func equals(_ left: Value, _ right: Value, depth: Int = 0) -> Answer {
    spend(1)
    if case .string(let first) = left, case .string(let second) = right { return Answer(haveEqualBytes(first, second)) }
    if let order = compareNumbers(left, right) { return Answer(order == .equal) }
    switch (left, right) {
    case (.bytes(let first), .bytes(let second)): return Answer(haveEqualBytes(first, second))
    case (.null, .null): return .yes
    case (.bool(let first), .bool(let second)): return Answer(first == second)
    case (.timestamp(let first), .timestamp(let second)), (.duration(let first), .duration(let second)):
      return Answer(first == second)
    case (.type(let first), .type(let second)): return Answer(first == second)
    case (.optional(let first), .optional(let second)):
      guard let first = content(of: first), let second = content(of: second) else {
        return Answer(first.index == second.index)
      }
      return equals(first, second, depth: depth + 1)
    case (.opaque(let first), .opaque(let second)):
      guard let order = compareOpaque(first, second) else { return .unknown }
      return Answer(order == .equal)
    default: return equalsCollections(left, right, depth: depth)
    }
  }

  /// Whether two lists or maps have equal elements, wherever they live.
  private func equalsCollections(_ left: Value, _ right: Value, depth: Int) -> Answer {
    let kind = kind(of: left)
    guard kind == .list || kind == .map, kind == self.kind(of: right) else { return .no }
    guard let count = count(of: left), count == self.count(of: right) else { return .no }
    // Trees and expressions bound their depth far below; this only keeps the stack safe.
    guard depth < 512, !isExhausted else { return .unknown }
    var result = Answer.yes
    for index in 0..<count {
      let answer: Answer
      if kind == .list {
        answer = equals(element(of: left, at: index), element(of: right, at: index), depth: depth + 1)
      } else if let other = lookUp(key(of: left, at: index), in: right) {
        answer = equals(value(of: left, at: index), other, depth: depth + 1)
      } else {
        return .no
      }
      if answer == .no { return .no }
      if answer == .unknown { result = .unknown }
    }
    return result
  }

  /// The value of a map under a key; nil when it has none.
  func lookUp(_ key: Value, in map: Value) -> Value? {
    switch map {
    case .node(let node):
      guard case .string(let text) = key, let found = find(bytes(text), in: node) else { return nil }
      return value(of: found, tree: node.tree)
    case .map(let reference):
      let entries = run(reference)
      spend(Int(reference.count) / 8)
      for index in stride(from: 0, to: Int(reference.count), by: 2) where equals(entries[index], key) == .yes {
        return run(reference)[index + 1]
      }
      return nil
    default: return nil
    }
  }

  /// How one value stands to another in an order.
  enum Order {
    /// The first comes before the second.
    case less
    /// Neither comes before the other.
    case equal
    /// The first comes behind the second.
    case greater
    /// Not comparable, such as a NaN.
    case unordered

    /// The order of two comparable values.
    @inline(__always)
    init<T: Comparable>(_ left: T, _ right: T) {
      self = left < right ? .less : left == right ? .equal : left > right ? .greater : .unordered
    }
  }

  /// The order of two numbers of any number types; nil when one is no number.
  ///
  /// An integer compared with a double is rounded to a double first, as the conformance suite expects.
  @inline(__always)
  func compareNumbers(_ left: Value, _ right: Value) -> Order? {
    switch (left, right) {
    case (.int(let first), .int(let second)): Order(first, second)
    case (.double(let first), .double(let second)): Order(first, second)
    case (.uint(let first), .uint(let second)): Order(first, second)
    case (.int(let first), .uint(let second)): first < 0 ? .less : Order(UInt64(first), second)
    case (.uint(let first), .int(let second)): second < 0 ? .greater : Order(first, UInt64(second))
    case (.int(let first), .double(let second)): Order(Double(first), second)
    case (.double(let first), .int(let second)): Order(first, Double(second))
    case (.uint(let first), .double(let second)): Order(Double(first), second)
    case (.double(let first), .uint(let second)): Order(first, Double(second))
    default: nil
    }
  }

  /// Whether two texts are the same, eight bytes at a time.
  @inline(__always)
  private func haveEqualBytes(_ left: TextReference, _ right: TextReference) -> Bool {
    guard left.count == right.count else { return false }
    spend(Int(left.count) / 16)
    return equalBytes(bytes(left), bytes(right))
  }

  /// The order of two texts by their bytes, which is the order of their code points.
  func compareBytes(_ left: TextReference, _ right: TextReference) -> Order {
    let first = bytes(left)
    let second = bytes(right)
    let shared = min(first.count, second.count)
    spend(shared / 16)
    for index in 0..<shared where first[index] != second[index] { return Order(first[index], second[index]) }
    return Order(first.count, second.count)
  }

  /// The order of two values; nil when their types have none, `.unordered` when the domain does not know it.
  func compare(_ left: Value, _ right: Value) -> Order? {
    if let order = compareNumbers(left, right) { return order }
    switch (left, right) {
    case (.string(let first), .string(let second)), (.bytes(let first), .bytes(let second)):
      return compareBytes(first, second)
    case (.bool(let first), .bool(let second)): return Order(first ? 1 : 0, second ? 1 : 0)
    case (.timestamp(let first), .timestamp(let second)), (.duration(let first), .duration(let second)):
      return first.seconds == second.seconds
        ? Order(first.nanoseconds, second.nanoseconds) : Order(first.seconds, second.seconds)
    case (.opaque(let first), .opaque(let second)):
      return hasOneType(first, second) ? compareOpaque(first, second) ?? .unordered : nil
    default: return nil
    }
  }

  /// The order of two values of the domain; nil when it is not known, `.unordered` for two types.
  private func compareOpaque(_ left: OpaqueValue, _ right: OpaqueValue) -> Order? {
    guard let runtime = state.pointee.runtime else { return nil }
    guard hasOneType(left, right) else { return .unordered }
    return runtime._withUnsafeGuaranteedRef { $0.compare(left.bits, right.bits) }.map { Order($0, 0) }
  }

  /// Whether two values of the domain are of one type.
  private func hasOneType(_ left: OpaqueValue, _ right: OpaqueValue) -> Bool {
    state.pointee.runtime?._withUnsafeGuaranteedRef { $0.index(ofOpaque: left.bits) == $0.index(ofOpaque: right.bits) }
      ?? false
  }
}
