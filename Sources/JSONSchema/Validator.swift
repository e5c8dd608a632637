internal import DataTree

/// One reading of one value against a schema.
///
/// It runs twice at most: first only to learn whether the value is valid, which ends at the first fault and allocates
/// nothing, then, for invalid values, to collect every fault.
struct Validator {
  /// Deepest nesting of schema objects that are being applied; each takes less than a kilobyte of stack when optimised.
  private static let maxDepth = 384
  /// Most schema objects and comparisons for each node of the document; an honest one takes fewer than ten.
  private static let maxWorkPerNode = 200

  /// Patterns, formats and names.
  let schema: Schema
  /// The schema's flat runs.
  let tables: SchemaTables
  /// The document.
  let view: TreeView
  /// Whether scalars are read as editors write them.
  let isWritten: Bool
  /// Whether faults are wanted, rather than a mere yes or no.
  var isCollecting: Bool
  /// The faults found so far.
  var faults: [SchemaFault] = []
  /// Bits for the children that were evaluated, one run of words for each open `unevaluated…`.
  var marks: [UInt64] = []
  /// The resources that evaluation has entered, outermost first; kept only where a `$dynamicRef` needs them.
  var scope: [Int32] = []
  /// Number of schema objects that are being applied.
  private var depth = 0
  // What is left of the work allowed, so that references that double at each step come to an end.
  /// Work that may still be done.
  private var work: Int
  /// Whether a bound was reached, so that the answer cannot be trusted.
  private(set) var isExhausted = false

  /// Prepares one reading of a document.
  init(schema: Schema, view: TreeView, reading: Reading, isCollecting: Bool) {
    self.schema = schema
    self.view = view
    self.isCollecting = isCollecting
    tables = schema.tables
    isWritten = reading == .written
    work = 100_000 + view.nodeCount * Self.maxWorkPerNode
  }

  /// Applies a schema object to a value.
  ///
  /// - Parameter marks: the run of words that takes note of evaluated children; -1 where nobody asks.
  mutating func check(_ index: Int32, _ node: NodeID, _ marks: Int) -> Bool {
    let code = tables.codes.base + Int(index)
    let type = type(of: node, under: code)
    guard code.pointee.types.contains(type) else {
      if isCollecting { reportType(index, node, type) }
      return false
    }
    return code.pointee.isSimple || checkRest(index, node, type, marks)
  }

  /// The same for a child, whose evaluated children nobody asks for; most are judged by their type alone.
  @inline(__always)
  mutating func checkChild(_ index: Int32, _ node: NodeID) -> Bool {
    let code = tables.codes.base + Int(index)
    // A type that the schema admits as it is, is not read as text; a double may be an integer besides.
    if code.pointee.isSimple, code.pointee.types.contains(TypeSet.ofKinds(view.kind(node))) { return true }
    return check(index, node, -1)
  }

  /// The type as which a schema object sees a value.
  @inline(__always)
  private func type(of node: NodeID, under code: UnsafePointer<SchemaCode>) -> TypeSet {
    let type = view.type(node)
    guard isWritten, code.pointee.textTypes.contains(type), view[node].style == .plain else { return type }
    return .string
  }

  /// Applies everything but `type`.
  private mutating func checkRest(_ index: Int32, _ node: NodeID, _ type: TypeSet, _ marks: Int) -> Bool {
    let code = tables.codes.base + Int(index)
    guard depth < Self.maxDepth, spend(1) else {
      isExhausted = true
      return false
    }
    depth &+= 1
    let valid =
      (code.pointee.unevaluatedItems & code.pointee.unevaluatedProperties) < 0 && !tables.usesDynamicScope
      ? checkKeywords(index, node, type, marks) : checkScoped(index, node, type, marks)
    depth &-= 1
    return valid
  }

  /// Applies everything but `type` where a scope or evaluated children are to be noted.
  @inline(never)
  private mutating func checkScoped(_ index: Int32, _ node: NodeID, _ type: TypeSet, _ marks: Int) -> Bool {
    let code = tables.codes.base + Int(index)
    let entersResource = tables.usesDynamicScope && scope.last != code.pointee.resource
    if entersResource { scope.append(code.pointee.resource) }
    let valid =
      code.pointee.unevaluatedItems < 0 && code.pointee.unevaluatedProperties < 0
      ? checkKeywords(index, node, type, marks) : checkUnevaluated(index, node, type, marks)
    if entersResource { scope.removeLast() }
    return valid
  }

  /// Takes note of work done; false when there has been too much.
  @inline(__always)
  mutating func spend(_ amount: Int) -> Bool {
    work &-= amount
    if work < 0 { isExhausted = true }
    return !isExhausted
  }

  /// Applies a schema object without collecting faults.
  mutating func checkQuietly(_ index: Int32, _ node: NodeID, _ marks: Int) -> Bool {
    let wasCollecting = isCollecting
    isCollecting = false
    defer { isCollecting = wasCollecting }
    return check(index, node, marks)
  }

  /// Applies everything but `type` and `unevaluated…`.
  @inline(__always)
  mutating func checkKeywords(_ index: Int32, _ node: NodeID, _ type: TypeSet, _ marks: Int) -> Bool {
    let code = tables.codes.base + Int(index)
    var valid = true
    if code.pointee.choices >= 0 || code.pointee.constant >= 0 {
      valid = checkValues(index, node, type)
      // A value that is none of those listed has nothing else worth saying.
      if !valid { return false }
    }
    switch type {
    case .string:
      if code.pointee.strings >= 0 { valid = checkString(index, node) }
    case .integer, .fraction:
      if code.pointee.numbers >= 0 { valid = checkNumber(index, node) }
    case .array:
      if code.pointee.lists >= 0 { valid = checkList(index, node, marks) }
    case .object:
      if code.pointee.objects >= 0 { valid = checkObject(index, node, marks) }
    default: break
    }
    if code.pointee.stepCount > 0, valid || isCollecting, !checkSteps(index, node, marks) { valid = false }
    return valid
  }

  // MARK: Evaluated children

  /// Opens a run of cleared words with a bit for each child of a node.
  mutating func openMarks(_ node: NodeID) -> Int {
    let start = marks.count
    for _ in 0..<wordCount(node) { marks.append(0) }
    return start
  }

  /// Closes the innermost run of words.
  mutating func closeMarks(_ start: Int) { marks.removeLast(marks.count - start) }

  /// Adds one run's bits to another's.
  mutating func merge(_ source: Int, into target: Int, _ node: NodeID) {
    for word in 0..<wordCount(node) { marks[target + word] |= marks[source + word] }
  }

  /// Notes that a child was evaluated.
  mutating func mark(_ position: Int, in run: Int) { marks[run + (position >> 6)] |= 1 << UInt64(position & 63) }

  /// Number of words that a node's children take.
  func wordCount(_ node: NodeID) -> Int { view[node].isCollection ? (Int(view[node].count) + 63) >> 6 : 0 }

  /// Applies everything but `type`, and then `unevaluated…` to the children that are left.
  private mutating func checkUnevaluated(_ index: Int32, _ node: NodeID, _ type: TypeSet, _ outer: Int) -> Bool {
    // Children that neighbours of this schema evaluated do not count here, so it keeps bits of its own.
    let own = openMarks(node)
    defer { closeMarks(own) }
    var valid = checkKeywords(index, node, type, own)
    if !valid, !isCollecting { return false }
    let code = tables.codes[index]
    if type == .object, code.unevaluatedProperties >= 0 {
      for (position, entry) in view.entries(node).enumerated() where !isMarked(position, in: own) {
        if !checkAdditional(code.unevaluatedProperties, entry, "unevaluatedProperties", of: index) { valid = false }
        if !valid, !isCollecting { return false }
        mark(position, in: own)
      }
    } else if type == .array, code.unevaluatedItems >= 0 {
      for (position, element) in view.elements(node).enumerated() where !isMarked(position, in: own) {
        if !checkItem(code.unevaluatedItems, element, "unevaluatedItems", of: index) { valid = false }
        if !valid, !isCollecting { return false }
        mark(position, in: own)
      }
    }
    if outer >= 0 { merge(own, into: outer, node) }
    return valid
  }

  /// Whether a child was evaluated.
  private func isMarked(_ position: Int, in run: Int) -> Bool {
    marks[run + (position >> 6)] >> UInt64(position & 63) & 1 == 1
  }
}

extension TreeView {
  /// The type of a value; a double without a fraction is an integer.
  @inline(__always)
  func type(_ id: NodeID) -> TypeSet {
    let kind = kind(id)
    guard kind == .double else { return TypeSet.ofKinds(kind) }
    let value = self[id].double
    return value.rounded(.towardZero) == value && value.isFinite ? .integer : .fraction
  }
}
