import DataTree

extension PathEvaluator {
  /// How one value stands to another; only numbers and texts have an order.
  private enum Order {
    /// The left one comes first.
    case less
    /// Neither comes first and both are the same.
    case equal
    /// The right one comes first.
    case greater
    /// There is no order between them.
    case none
  }

  /// Lists and maps inside each other that equality follows.
  private static let depthLimit = 256

  /// Compares two values as RFC 9535 2.3.5.2.2 says.
  mutating func compare(_ left: FilterValue, _ comparison: ComparisonOperator, _ right: FilterValue) -> Bool {
    switch comparison {
    case .equal: return equal(left, right, depth: 0)
    case .notEqual: return !equal(left, right, depth: 0)
    case .less: return order(left, right) == .less
    case .greater: return order(left, right) == .greater
    case .lessOrEqual: return order(left, right) == .less || equal(left, right, depth: 0)
    case .greaterOrEqual: return order(left, right) == .greater || equal(left, right, depth: 0)
    }
  }

  /// Equality of any two values; numbers by value, nothing only with nothing.
  private mutating func equal(_ left: FilterValue, _ right: FilterValue, depth: Int) -> Bool {
    switch (left, right) {
    case (.nothing, .nothing), (.null, .null): return true
    case (.bool(let left), .bool(let right)): return left == right
    case (.int, .int), (.int, .double), (.double, .int), (.double, .double): return order(left, right) == .equal
    case (.text(let left), .text(let right)):
      return left.count == right.count && charge(left.count >> 4) && equalBytes(left, right)
    case (.collection(let left), .collection(let right)): return equal(left, right, depth: depth)
    default: return false
    }
  }

  /// Equality of two collections, entries in any order.
  private mutating func equal(_ left: NodeID, _ right: NodeID, depth: Int) -> Bool {
    guard view.kind(left) == view.kind(right), view[left].count == view[right].count else { return false }
    if left == right { return true }
    guard depth < PathEvaluator.depthLimit else {
      // Deeper than documents are: gives up like any other bound.
      stepsLeft = -1
      return false
    }
    let elements = view.elements(left)
    let others = view.elements(right)
    for index in 0..<elements.count {
      guard charge(1), equal(value(of: elements[index]), value(of: others[index]), depth: depth + 1) else {
        return false
      }
    }
    for entry in view.entries(left) {
      guard let other = counterpart(of: entry, in: right),
        equal(value(of: entry.value), value(of: other), depth: depth + 1)
      else { return false }
    }
    return true
  }

  /// The value under the same key in another map of the tree.
  private mutating func counterpart(of entry: Entry, in map: NodeID) -> NodeID? {
    let key = view.text(entry.key)
    for other in view.entries(map) {
      guard charge(1) else { return nil }
      guard other.symbol == entry.symbol else { continue }
      if entry.symbol != .unknown || equalBytes(view.text(other.key), key) { return other.value }
    }
    return nil
  }

  /// The order of any two values.
  private mutating func order(_ left: FilterValue, _ right: FilterValue) -> Order {
    switch (left, right) {
    case (.int(let left), .int(let right)): return left < right ? .less : left == right ? .equal : .greater
    case (.double(let left), .double(let right)): return order(left, right)
    case (.int(let left), .double(let right)): return order(left, right)
    case (.double(let left), .int(let right)):
      switch order(right, left) {
      case .less: return .greater
      case .greater: return .less
      case let same: return same
      }
    case (.text(let left), .text(let right)): return order(left, right)
    default: return .none
    }
  }

  /// The order of two doubles; none where one is not a number.
  private func order(_ left: Double, _ right: Double) -> Order {
    left < right ? .less : left == right ? .equal : left > right ? .greater : .none
  }

  /// The order of an integer and a double.
  // Exact also where a double cannot hold the integer.
  private func order(_ left: Int64, _ right: Double) -> Order {
    if right.isNaN { return .none }
    guard let whole = Int64(exactly: right.rounded(.towardZero)) else { return right > 0 ? .less : .greater }
    if left != whole { return left < whole ? .less : .greater }
    return order(0.0, right - Double(whole))
  }

  /// The order of two texts by code points.
  // UTF-8 sorts as code points do, which is the order that the standard asks for.
  private mutating func order(
    _ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>
  ) -> Order {
    let shared = min(left.count, right.count)
    guard charge(shared >> 4) else { return .none }
    for index in 0..<shared where left[index] != right[index] {
      return left[index] < right[index] ? .less : .greater
    }
    return left.count < right.count ? .less : left.count == right.count ? .equal : .greater
  }
}
