/// The constants of a program under construction, with their text.
struct ConstantPool {
  /// The constants; elements of lists lie here too.
  private(set) var values: [Value] = []
  /// Text of strings and bytes.
  private(set) var text: [UInt8] = []
  /// Strings that are in the pool already.
  private var strings: [String: UInt32] = [:]

  /// Adds a literal.
  /// - Returns: its index.
  mutating func add(_ literal: Literal) -> UInt32 {
    switch literal {
    case .null: return add(Value.null)
    case .bool(let value): return add(Value.bool(value))
    case .int(let value): return add(Value.int(value))
    case .uint(let value): return add(Value.uint(value))
    case .double(let value): return add(Value.double(value))
    case .bytes(let bytes): return add(Value.bytes(bytes.withUnsafeBufferPointer { append($0) }))
    case .string(let string):
      if let known = strings[string] { return known }
      var string = string
      let index = add(Value.string(string.withUTF8 { append($0) }))
      strings[string] = index
      return index
    }
  }

  /// Adds a value that holds no text and no other values.
  mutating func add(_ value: Value) -> UInt32 {
    values.append(value)
    return UInt32(values.count - 1)
  }

  /// Copies a value out of an evaluation; nil when it is a failure.
  mutating func add(_ value: Value, from evaluation: Evaluation) -> UInt32? {
    copy(value, from: evaluation, depth: 0).map { add($0) }
  }

  /// Adds text.
  private mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) -> TextReference {
    let offset = UInt32(text.count)
    text.append(contentsOf: bytes)
    return TextReference(space: 1, offset: offset, count: UInt32(bytes.count))
  }

  /// Copies a value with all that it refers to; nil when it is or holds a failure or something of a document.
  private mutating func copy(_ value: Value, from evaluation: Evaluation, depth: Int) -> Value? {
    guard depth < 64 else { return nil }
    switch value {
    case .error, .absent, .node, .opaque: return nil
    case .string(let reference): return .string(append(evaluation.bytes(of: reference)))
    case .bytes(let reference): return .bytes(append(evaluation.bytes(of: reference)))
    case .list(let run): return copyRun(run, from: evaluation, depth: depth).map { .list($0) }
    case .map(let run): return copyRun(run, from: evaluation, depth: depth).map { .map($0) }
    case .optional(let reference):
      guard let content = evaluation.content(of: reference) else { return value }
      guard let copied = copy(content, from: evaluation, depth: depth + 1) else { return nil }
      return .optional(OptionalReference(index: add(copied) | RunReference.constantBit))
    default: return value
    }
  }

  /// Copies the elements of a list or map.
  private mutating func copyRun(_ run: RunReference, from evaluation: Evaluation, depth: Int) -> RunReference? {
    let elements = evaluation.memory.run(run)
    var copied: [Value] = []
    for index in 0..<Int(run.count) {
      guard let element = copy(elements[index], from: evaluation, depth: depth + 1) else { return nil }
      copied.append(element)
    }
    let first = UInt32(values.count) | RunReference.constantBit
    values += copied
    return RunReference(first: first, count: run.count)
  }
}

/// Tells which parts of an expression depend on nothing outside them.
enum Constancy {
  /// For each node whether its value is the same at every evaluation.
  static func find(_ checker: Checker) -> [Bool] {
    let nodes = checker.tree.nodes
    var isFixed = Array(repeating: false, count: nodes.count)
    // The outermost macro variable that a node reads from outside itself; `.max` for none.
    var freeLocal = Array(repeating: Int.max, count: nodes.count)
    for id in nodes.indices {
      var fixed = isFixedItself(id, checker)
      var free = Int.max
      switch checker.references[id] {
      case .local(let index): free = index
      case .variable: fixed = false
      case .type: break
      case nil:
        forEachOperand(id, checker) { child in
          fixed = fixed && isFixed[child]
          free = min(free, freeLocal[child])
        }
      }
      if let bound = checker.locals[id], free >= bound.first { free = .max }
      isFixed[id] = fixed
      freeLocal[id] = free
    }
    return nodes.indices.map { isFixed[$0] && freeLocal[$0] == .max }
  }

  /// Whether a node would be constant if its operands were.
  private static func isFixedItself(_ id: ExpressionID, _ checker: Checker) -> Bool {
    switch checker.tree[id].kind {
    case .name: checker.references[id] != nil
    case .call: checker.calls[id].map { checker.environment.pureFunctions.contains($0.name) } ?? false
    default: true
    }
  }

  /// The namespace of a function is no operand.
  private static func forEachOperand(_ id: ExpressionID, _ checker: Checker, _ body: (ExpressionID) -> Void) {
    if case .call(_, _, _, let arguments) = checker.tree[id].kind, checker.calls[id]?.isNamespaced == true {
      arguments.forEach(body)
    } else {
      checker.tree[id].kind.forEachChild(body)
    }
  }
}
