import DataTree
import Diagnostics
import SourceText
import TextPatterns

/// Flattens a well-typed query into the records of a `PathPlan` and compiles its literal patterns.
struct PathPlanner {
  /// See `PathPlan.segments`.
  private(set) var segments: [SegmentPlan] = []
  /// See `PathPlan.selectors`.
  private(set) var selectors: [SelectorPlan] = []
  /// See `PathPlan.queries`.
  private(set) var queries: [QueryPlan] = []
  /// See `PathPlan.conditions`.
  private(set) var conditions: [ConditionPlan] = []
  /// See `PathPlan.children`.
  private(set) var children: [UInt32] = []
  /// See `PathPlan.operands`.
  private(set) var operands: [OperandPlan] = []
  /// See `PathPlan.text`.
  private(set) var text: [UInt8] = []
  /// See `PathPlan.patterns`.
  private(set) var patterns: [TextPattern?] = []
  /// Warnings about literal patterns that can never match.
  private(set) var diagnostics: [Diagnostic] = []

  /// Compiles a query; warnings are appended to `diagnostics`.
  static func plan(_ query: FilterQuery, diagnostics: inout [Diagnostic]) -> PathPlan {
    var planner = PathPlanner()
    let main = planner.add(query)
    diagnostics += planner.diagnostics
    return PathPlan(planner, main: Int(main))
  }

  /// Adds a query after everything in its filters, and gives its index.
  // Runs are appended after what they refer to, so that each stays contiguous.
  private mutating func add(_ query: FilterQuery) -> UInt32 {
    var planned: [SegmentPlan] = []
    for segment in query.segments {
      let own = segment.selectors.map { selector in plan(selector) }
      planned.append(
        SegmentPlan(
          isDescendant: segment.kind == .descendant, first: UInt32(selectors.count), count: UInt32(own.count)))
      selectors += own
    }
    queries.append(
      QueryPlan(
        isRelative: query.isRelative, isSingular: query.isSingular, first: UInt32(segments.count),
        count: UInt32(planned.count)))
    segments += planned
    return UInt32(queries.count - 1)
  }

  /// Lays out one selector, adding what its filter needs.
  private mutating func plan(_ selector: PathSelector) -> SelectorPlan {
    switch selector.kind {
    case .name(let name, let symbol):
      return SelectorPlan(kind: .name, symbol: symbol, text: add(name))
    case .index(let index):
      return SelectorPlan(kind: .index, start: index)
    case .slice(let slice):
      let step = slice.step ?? 1
      return SelectorPlan(
        kind: .slice, start: slice.start ?? (step < 0 ? .max : 0), end: slice.end ?? (step < 0 ? .min : .max),
        step: step)
    case .wildcard:
      return SelectorPlan(kind: .wildcard)
    case .filter(let filter):
      return SelectorPlan(kind: .filter, expression: addCondition(filter.expression))
    }
  }

  /// Adds a condition and gives its index.
  private mutating func addCondition(_ expression: FilterExpression) -> UInt32 {
    let condition = condition(expression)
    conditions.append(condition)
    return UInt32(conditions.count - 1)
  }

  /// Lays out one condition, adding what it refers to.
  private mutating func condition(_ expression: FilterExpression) -> ConditionPlan {
    switch expression.kind {
    case .or(let parts): return joined(.or, parts)
    case .and(let parts): return joined(.and, parts)
    case .not(let part): return ConditionPlan(kind: .not, first: addCondition(part))
    case .comparison(let comparison, let left, let right):
      return ConditionPlan(
        kind: .compare, comparison: comparison, first: addOperand(left), second: addOperand(right))
    case .query(let query): return ConditionPlan(kind: .exists, first: add(query))
    case .call(let call):
      guard let function = PathFunction(rawValue: call.name), function.result == .logical,
        let subject = call.arguments.first, let pattern = call.arguments.last
      else { return ConditionPlan(kind: .never) }
      return ConditionPlan(
        kind: function == .match ? .match : .search, first: addOperand(subject), second: addPattern(pattern))
    case .literal: return ConditionPlan(kind: .never)
    }
  }

  /// Lays out a chain of `&&` or `||`.
  private mutating func joined(_ kind: ConditionPlan.Kind, _ parts: [FilterExpression]) -> ConditionPlan {
    let planned = parts.map { part in addCondition(part) }
    children += planned
    return ConditionPlan(
      kind: kind, first: UInt32(children.count - planned.count), second: UInt32(planned.count))
  }

  /// Adds an operand and gives its index.
  private mutating func addOperand(_ expression: FilterExpression) -> UInt32 {
    let operand = operand(expression)
    operands.append(operand)
    return UInt32(operands.count - 1)
  }

  /// Lays out one operand, adding what it refers to.
  private mutating func operand(_ expression: FilterExpression) -> OperandPlan {
    switch expression.kind {
    case .literal(.null): return OperandPlan(kind: .null)
    case .literal(.bool(let value)): return OperandPlan(kind: .bool, bits: value ? 1 : 0)
    case .literal(.int(let value)): return OperandPlan(kind: .int, bits: UInt64(bitPattern: value))
    case .literal(.double(let value)): return OperandPlan(kind: .double, bits: value.bitPattern)
    case .literal(.text(let value)): return OperandPlan(kind: .text, text: add(value))
    case .query(let query): return OperandPlan(kind: .query, index: add(query))
    case .call(let call):
      guard let argument = call.arguments.first else { return OperandPlan(kind: .nothing) }
      switch (PathFunction(rawValue: call.name), argument.kind) {
      case (.length, _): return OperandPlan(kind: .length, index: addOperand(argument))
      case (.count, .query(let query)): return OperandPlan(kind: .count, index: add(query))
      case (.value, .query(let query)): return OperandPlan(kind: .value, index: add(query))
      default: return OperandPlan(kind: .nothing)
      }
    case .or, .and, .not, .comparison: return OperandPlan(kind: .nothing)
    }
  }

  /// A literal pattern is translated and compiled here, once; any other is left to evaluation.
  private mutating func addPattern(_ expression: FilterExpression) -> UInt32 {
    guard case .literal(.text(let source)) = expression.kind else { return addOperand(expression) }
    switch IRegexp.compile(source) {
    case .success(let pattern): patterns.append(pattern)
    case .failure(let fault):
      patterns.append(nil)
      let message = Messages.pattern(source, fault.reason)
      diagnostics.append(PathFault(.pattern, message, at: expression.range).diagnostic(severity: .warning))
    }
    operands.append(OperandPlan(kind: .pattern, index: UInt32(patterns.count - 1)))
    return UInt32(operands.count - 1)
  }

  /// Adds a name or constant to the text.
  private mutating func add(_ name: String) -> TextPlan {
    let first = text.count
    text.append(contentsOf: name.utf8)
    return TextPlan(first: UInt32(first), count: UInt32(text.count - first))
  }
}
