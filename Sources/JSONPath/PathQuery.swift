public import DataTree
public import Diagnostics
import SourceText

/// Bounds on one evaluation of a query.
public struct PathLimits: Hashable, Sendable {
  /// Nodes visited, conditions tried and (in sixteens) bytes compared.
  public var steps: Int

  /// Bounds the work of one evaluation.
  public init(steps: Int = 1_000_000) { self.steps = steps }
}

/// How an evaluation ended early.
public enum PathOutcome: Hashable, Sendable {
  /// A bound was reached; nothing was selected.
  case limitReached
}

/// A JSONPath query (RFC 9535), parsed, checked and planned once, evaluated over any number of trees.
public struct PathQuery: Sendable {
  /// What a query consists of, behind one reference: evaluating a query copies it.
  private final class Content: Sendable {
    /// The query as written.
    let source: String
    /// Its parts.
    let query: FilterQuery
    /// What `select` runs.
    let plan: PathPlan

    /// Keeps the parts.
    init(source: String, query: FilterQuery, plan: PathPlan) {
      self.source = source
      self.query = query
      self.plan = plan
    }
  }

  /// The query as written.
  public var source: String { content.source }
  /// Whether it starts at a given node (`@`) rather than at the root (`$`).
  public var isRelative: Bool { content.query.isRelative }
  /// Its steps, for callers that derive types or mandatory keys from them.
  public var segments: [PathSegment] { content.query.segments }
  /// Whether it selects at most one node, whatever the document.
  public var isSingular: Bool { content.query.isSingular }
  /// All that there is.
  private let content: Content

  /// The key without which a document has no node for this query; nil when the first step names none.
  public var mandatoryKey: Symbol? {
    guard let first = segments.first, first.kind == .child, first.selectors.count == 1,
      case .name(_, let symbol) = first.selectors[0].kind
    else { return nil }
    return symbol
  }

  /// Reads a query and adds the keys that it names to `symbols`.
  /// - Parameter allowsRelative: whether it may begin with `@`.
  /// - Returns: the query, nil when a diagnostic is an error; diagnostics whose ranges are UTF-8 offsets in `source`.
  public static func parse(
    _ source: String, symbols: inout SymbolTable.Builder, allowsRelative: Bool = false
  ) -> (query: PathQuery?, diagnostics: [Diagnostic]) {
    var parser = PathParser(source)
    // Swapped rather than copied: the builder grows with every rule that is loaded.
    swap(&parser.symbols, &symbols)
    defer { swap(&parser.symbols, &symbols) }
    do throws(PathFault) {
      let query = try parser.wholeQuery(allowsRelative: allowsRelative)
      var checker = FilterChecker(parser.scanner)
      checker.check(query.segments)
      guard checker.diagnostics.isEmpty else { return (nil, checker.diagnostics) }
      var warnings: [Diagnostic] = []
      let plan = PathPlanner.plan(query, diagnostics: &warnings)
      return (PathQuery(source: source, query: query, plan: plan), warnings)
    } catch {
      return (nil, [error.diagnostic()])
    }
  }

  /// Keeps what parsing found together with its plan.
  private init(source: String, query: FilterQuery, plan: PathPlan) {
    content = Content(source: source, query: query, plan: plan)
  }

  /// Appends the selected nodes in the standard's order.
  ///
  /// The tree's symbols must come from the builder that the query was parsed with, before or after; a tree without
  /// symbols is searched by the text of its keys.
  /// - Parameters:
  ///   - current: where a relative query starts.
  ///   - root: what `$` stands for.
  /// - Returns: nil when the evaluation came to its end.
  public func select(
    in view: TreeView, from current: NodeID = .root, root: NodeID = .root, limits: PathLimits = PathLimits(),
    into nodes: inout [NodeID]
  ) -> PathOutcome? {
    guard view.nodeCount > 0 else { return nil }
    let plan = content.plan
    let query = plan.queries[plan.main]
    let before = nodes.count
    if plan.isPlain {
      var walk = PlainWalk(view: view, plan, stepsLeft: limits.steps)
      walk.visit(query.isRelative ? current : root, from: query.first, to: query.first + query.count, into: &nodes)
      if walk.stepsLeft >= 0 { return nil }
      nodes.removeSubrange(before...)
      return .limitReached
    }
    var evaluator = PathEvaluator(view: view, root: root, plan: plan, steps: limits.steps)
    swap(&evaluator.nodes, &nodes)
    var sink = PathEvaluator.Sink(limit: .max, isCollecting: true)
    evaluator.run(query, from: current, into: &sink)
    swap(&evaluator.nodes, &nodes)
    guard evaluator.isExhausted else { return nil }
    nodes.removeSubrange(before...)
    return .limitReached
  }

  /// Follows the query as far as the document goes, so that a diagnostic about an absent field has a place.
  /// - Returns: the selected node, or the deepest existing one on the way to it. A query that is not singular is
  ///   followed up to its first step that is not.
  public func deepest(
    in view: TreeView, from current: NodeID = .root, root: NodeID = .root
  ) -> (node: NodeID, isWhole: Bool) {
    var node = isRelative ? current : root
    guard view.nodeCount > 0 else { return (node, false) }
    let plan = content.plan
    let evaluator = PathEvaluator(view: view, root: root, plan: plan, steps: 0)
    let query = plan.queries[plan.main]
    for (index, segment) in segments.enumerated() {
      let planned = plan.segments[Int(query.first) + index]
      guard segment.isSingular, let child = evaluator.child(of: node, plan.selectors[planned.first]) else {
        return (node, false)
      }
      node = child
    }
    return (node, true)
  }
}
