import DataTree
import TextPatterns

/// A value that a filter compares; texts and collections are referred to, not copied.
enum FilterValue: BitwiseCopyable {
  /// The standard's special result: a query that selected nothing, a function without an answer.
  case nothing
  /// JSON's null.
  case null
  /// A boolean.
  case bool(Bool)
  /// A whole number.
  case int(Int64)
  /// Any other number.
  case double(Double)
  /// UTF-8 in the tree or in the plan.
  case text(UnsafeBufferPointer<UInt8>)
  /// A list or map of the tree.
  case collection(NodeID)
}

extension PathEvaluator {
  /// Whether a condition holds for a candidate.
  mutating func holds(_ index: UInt32, at current: NodeID) -> Bool {
    let condition = plan.conditions[index]
    switch condition.kind {
    case .and, .or:
      let isOr = condition.kind == .or
      for position in condition.first..<condition.first + condition.second
      where holds(plan.children[position], at: current) == isOr { return isOr }
      return !isOr
    case .not: return !holds(condition.first, at: current)
    case .exists:
      let query = plan.queries[condition.first]
      if query.isSingular { return singular(query, from: current) != nil }
      var sink = Sink(limit: 1)
      run(query, from: current, into: &sink)
      return sink.count > 0
    case .compare:
      if let isEqual = isField(condition, at: current) { return isEqual }
      let left = value(condition.first, at: current)
      let right = value(condition.second, at: current)
      return compare(left, condition.comparison, right)
    case .match, .search:
      return matches(condition, at: current)
    case .never: return false
    }
  }

  /// Whether a field of the candidate is or is not a text, which is what most filters ask; nil for other comparisons.
  @inline(__always)
  private mutating func isField(_ condition: ConditionPlan, at current: NodeID) -> Bool? {
    guard condition.comparison == .equal || condition.comparison == .notEqual else { return nil }
    let left = plan.operands[condition.first]
    let right = plan.operands[condition.second]
    guard left.kind == .query, right.kind == .text else { return nil }
    let query = plan.queries[left.index]
    let isNegated = condition.comparison == .notEqual
    guard let node = singular(query, from: current) else { return isNegated }
    guard view.kind(node) == .string || view.kind(node) == .opaque else { return isNegated }
    let text = view.text(node)
    let wanted = plan.bytes(right.text)
    guard charge((text.count + wanted.count) >> 4) else { return false }
    return equalBytes(text, wanted) != isNegated
  }

  /// The value of an operand for a candidate.
  mutating func value(_ index: UInt32, at current: NodeID) -> FilterValue {
    let operand = plan.operands[index]
    switch operand.kind {
    case .nothing, .pattern: return .nothing
    case .null: return .null
    case .bool: return .bool(operand.bits != 0)
    case .int: return .int(Int64(bitPattern: operand.bits))
    case .double: return .double(Double(bitPattern: operand.bits))
    case .text: return .text(plan.bytes(operand.text))
    case .query:
      guard let node = singular(plan.queries[operand.index], from: current) else { return .nothing }
      return value(of: node)
    case .length: return length(of: value(operand.index, at: current))
    case .count:
      var sink = Sink(limit: .max)
      run(plan.queries[operand.index], from: current, into: &sink)
      return .int(Int64(sink.count))
    case .value:
      // A second node already settles that there is no single value.
      var sink = Sink(limit: 2)
      run(plan.queries[operand.index], from: current, into: &sink)
      return sink.count == 1 ? value(of: sink.last) : .nothing
    }
  }

  /// The value of a node of the document.
  @inline(__always)
  func value(of id: NodeID) -> FilterValue {
    let node = view[id]
    switch node.kind {
    case .null: return .null
    case .bool: return .bool(node.bool)
    case .int: return .int(node.int)
    case .double: return .double(node.double)
    case .string, .opaque: return .text(view.text(id))
    case .list, .map: return .collection(id)
    }
  }

  /// The `length` function; counts code points of texts.
  private mutating func length(of value: FilterValue) -> FilterValue {
    switch value {
    case .text(let bytes):
      guard charge(bytes.count >> 4) else { return .nothing }
      var characters: Int64 = 0
      for byte in bytes where byte & 0xC0 != 0x80 { characters += 1 }
      return .int(characters)
    case .collection(let id): return .int(Int64(view[id].count))
    case .nothing, .null, .bool, .int, .double: return .nothing
    }
  }

  /// The `match` and `search` functions; false for anything but two texts.
  private mutating func matches(_ condition: ConditionPlan, at current: NodeID) -> Bool {
    guard case .text(let text) = value(condition.first, at: current) else { return false }
    let operand = plan.operands[condition.second]
    let pattern: TextPattern?
    if operand.kind == .pattern {
      pattern = plan.patterns[Int(operand.index)]
    } else {
      guard case .text(let source) = value(condition.second, at: current) else { return false }
      pattern = dynamicPattern(source)
    }
    guard let pattern, charge(1 + text.count >> 4) else { return false }
    return pattern.matches(text, anchor: condition.kind == .match ? .whole : .anywhere)
  }

  /// Compiles a pattern that the document gave; compiling is dear, so it costs steps by its length.
  private mutating func dynamicPattern(_ source: UnsafeBufferPointer<UInt8>) -> TextPattern? {
    guard charge(1 + source.count >> 4) else { return nil }
    let key = Array(source)
    if let known = dynamicPatterns?[key] { return known }
    guard charge(1_000 + 8 * source.count) else { return nil }
    let compiled = try? IRegexp.compile(String(decoding: source, as: UTF8.self)).get()
    var patterns = dynamicPatterns ?? [:]
    dynamicPatterns = nil
    if patterns.count < 64 { patterns[key] = .some(compiled) }
    dynamicPatterns = patterns
    return compiled
  }
}
