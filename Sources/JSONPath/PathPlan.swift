import DataTree
import TextPatterns

/// One selector, ready to run.
struct SelectorPlan: BitwiseCopyable {
  /// The selector; the fields below that it uses.
  enum Kind: UInt8, BitwiseCopyable {
    /// `symbol`, and `text` for trees that do not know it.
    case name
    /// `start`.
    case index
    /// `start`, `end`, `step`; bounds that were not written are as far out as integers go.
    case slice
    /// None.
    case wildcard
    /// `expression`.
    case filter
  }

  /// Which selector.
  var kind: Kind
  /// Symbol of the name.
  var symbol = Symbol.unknown
  /// Bytes of the name.
  var text = TextPlan()
  /// The index, or the slice's first position.
  var start = 0
  /// The position before which a slice ends.
  var end = 0
  /// Distance between a slice's elements.
  var step = 0
  /// Index of the filter's condition.
  var expression: UInt32 = 0
}

/// A run of bytes in the plan's text.
struct TextPlan: BitwiseCopyable {
  /// Offset of the first byte.
  var first: UInt32 = 0
  /// Number of bytes.
  var count: UInt32 = 0
}

/// One segment: a run of selectors.
struct SegmentPlan: BitwiseCopyable {
  /// Whether it looks at everything below as well.
  var isDescendant: Bool
  /// Index of the first selector.
  var first: UInt32
  /// Number of selectors.
  var count: UInt32
}

/// One query, the outermost or one inside a filter: a run of segments.
struct QueryPlan: BitwiseCopyable {
  /// Whether it starts at the candidate.
  var isRelative: Bool
  /// Whether one look per segment suffices.
  var isSingular: Bool
  /// Index of the first segment.
  var first: UInt32
  /// Number of segments.
  var count: UInt32
}

/// One condition of a filter.
struct ConditionPlan: BitwiseCopyable {
  /// The condition; what `first` and `second` refer to.
  enum Kind: UInt8, BitwiseCopyable {
    /// `first`: start in the list of children, `second`: number of children.
    case or
    /// As for `or`.
    case and
    /// `first`: a condition.
    case not
    /// `first`: a query that must select something.
    case exists
    /// `first`, `second`: operands.
    case compare
    /// `first`: operand with the text, `second`: operand with the pattern.
    case match
    /// As for `match`.
    case search
    /// Never holds; stands for what the checker refuses.
    case never
  }

  /// Which condition.
  var kind: Kind
  /// The operator of `compare`.
  var comparison = ComparisonOperator.equal
  /// What the condition refers to first.
  var first: UInt32 = 0
  /// What the condition refers to next.
  var second: UInt32 = 0
}

/// One value of a filter.
struct OperandPlan: BitwiseCopyable {
  /// Where the value comes from.
  enum Kind: UInt8, BitwiseCopyable {
    /// No value at all.
    case nothing
    /// JSON's null.
    case null
    /// `bits`.
    case bool
    /// `bits`, in two's complement.
    case int
    /// `bits`, as an IEEE double.
    case double
    /// `text`.
    case text
    /// `index`: a compiled pattern.
    case pattern
    /// `index`: a singular query.
    case query
    /// `index`: an operand.
    case length
    /// `index`: a query.
    case count
    /// `index`: a query whose only node counts.
    case value
  }

  /// Which source.
  var kind: Kind
  /// A scalar constant.
  var bits: UInt64 = 0
  /// A text constant.
  var text = TextPlan()
  /// What the operand refers to.
  var index: UInt32 = 0
}

/// A query compiled into flat runs of plain records, so that evaluation follows indices and counts no references.
final class PathPlan: Sendable {
  /// Segments of all queries, each query's in a row.
  let segments: Records<SegmentPlan>
  /// Selectors of all segments, each segment's in a row.
  let selectors: Records<SelectorPlan>
  /// The outermost query and those in filters.
  let queries: Records<QueryPlan>
  /// Conditions of all filters.
  let conditions: Records<ConditionPlan>
  /// Indices of the conditions that `and` and `or` join.
  let children: Records<UInt32>
  /// Operands of all conditions.
  let operands: Records<OperandPlan>
  /// Names and text constants.
  let text: Records<UInt8>
  /// Compiled literal patterns; nil for one that is no I-Regexp and matches nothing.
  let patterns: [TextPattern?]
  /// Index of the outermost query.
  let main: Int
  /// Whether the outermost query consists of children by name or index and of all children, so that no state is needed.
  let isPlain: Bool

  /// Copies what a planner laid out; `main` is the outermost query's index.
  init(_ planner: PathPlanner, main: Int) {
    segments = Records(planner.segments)
    selectors = Records(planner.selectors)
    queries = Records(planner.queries)
    conditions = Records(planner.conditions)
    children = Records(planner.children)
    operands = Records(planner.operands)
    text = Records(planner.text)
    patterns = planner.patterns
    self.main = main
    let query = planner.queries[main]
    isPlain = planner.segments[Int(query.first)..<Int(query.first + query.count)].allSatisfy { segment in
      let own = planner.selectors[Int(segment.first)..<Int(segment.first + segment.count)]
      return !segment.isDescendant && own.allSatisfy { $0.kind == .name || $0.kind == .index || $0.kind == .wildcard }
    }
  }

  deinit {
    segments.deallocate()
    selectors.deallocate()
    queries.deallocate()
    conditions.deallocate()
    children.deallocate()
    operands.deallocate()
    text.deallocate()
  }

  /// The bytes of a name or literal; valid while the plan is alive.
  @inline(__always)
  func bytes(_ run: TextPlan) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: text.base + Int(run.first), count: Int(run.count))
  }
}

/// An immutable run of records behind one pointer that its owner deallocates.
struct Records<Element: BitwiseCopyable>: @unchecked Sendable, BitwiseCopyable {
  /// The first record; written only here, so threads may share it.
  let base: UnsafePointer<Element>

  /// Copies an array into memory of its own.
  init(_ elements: [Element]) {
    let base = UnsafeMutablePointer<Element>.allocate(capacity: max(1, elements.count))
    for index in elements.indices { base[index] = elements[index] }
    self.base = UnsafePointer(base)
  }

  /// Frees the run.
  func deallocate() { base.deallocate() }

  /// A record; the planner gives out only indices that exist.
  @inline(__always)
  subscript(index: Int) -> Element { base[index] }

  /// A record; the planner gives out only indices that exist.
  @inline(__always)
  subscript(index: UInt32) -> Element { base[Int(index)] }
}
