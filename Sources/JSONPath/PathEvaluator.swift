import DataTree
import TextPatterns

/// Runs a plan over one tree, depth first, so that results come in the standard's order and tests stop early.
struct PathEvaluator {
  /// What becomes of the nodes that a query selects.
  struct Sink {
    /// Number of nodes after which the query need not go on.
    let limit: Int
    /// Whether nodes go into the result; else they are only counted.
    var isCollecting = false
    /// Nodes taken so far.
    var count = 0
    /// The node taken last.
    var last = NodeID.root
  }

  /// The tree.
  let view: TreeView
  /// What `$` stands for.
  let root: NodeID
  /// What is run.
  let plan: PathPlan
  /// Steps that are left; below zero the evaluation has been given up.
  var stepsLeft: Int
  /// Selected nodes, in order.
  var nodes: [NodeID] = []
  /// Patterns that came from the document, by their text; nil before the first, because few queries have any.
  var dynamicPatterns: [[UInt8]: TextPattern?]?
  /// Nodes that descendant segments have still to visit; nil before the first.
  // One stack for all of them, nested ones on top.
  private var pendingNodes: PendingNodes?

  /// A stack of nodes.
  private final class PendingNodes {
    /// The nodes, the next one last.
    @exclusivity(unchecked) var nodes: [NodeID] = []
  }

  /// The stack, made at the first need.
  private mutating func pending() -> PendingNodes {
    if let pendingNodes { return pendingNodes }
    let made = PendingNodes()
    pendingNodes = made
    return made
  }

  /// Starts with an empty result and a full budget.
  init(view: TreeView, root: NodeID, plan: PathPlan, steps: Int) {
    self.view = view
    self.root = root
    self.plan = plan
    stepsLeft = steps
  }

  /// Whether a bound was reached, so that results are incomplete.
  var isExhausted: Bool { stepsLeft < 0 }

  /// Runs a query from `current` into a sink.
  mutating func run(_ query: QueryPlan, from current: NodeID, into sink: inout Sink) {
    let first = Int(query.first)
    _ = walk(query.isRelative ? current : root, from: first, to: first + Int(query.count), into: &sink)
  }

  /// The node of a singular query; nil when the document has none there.
  mutating func singular(_ query: QueryPlan, from current: NodeID) -> NodeID? {
    var node = query.isRelative ? current : root
    for index in query.first..<query.first + query.count {
      guard charge(1), let child = child(of: node, plan.selectors[plan.segments[index].first]) else { return nil }
      node = child
    }
    return node
  }

  /// Takes steps from the budget; false when it is used up.
  @inline(__always)
  mutating func charge(_ steps: Int) -> Bool {
    stepsLeft -= steps
    return stepsLeft >= 0
  }

  /// The one child that a name or index selects.
  @inline(__always)
  func child(of node: NodeID, _ selector: SelectorPlan) -> NodeID? {
    switch selector.kind {
    case .name: return value(of: node, at: selector)
    case .index:
      let elements = view.elements(node)
      let index = selector.start < 0 ? selector.start + elements.count : selector.start
      return index >= 0 && index < elements.count ? elements[index] : nil
    case .slice, .wildcard, .filter: return nil
    }
  }

  /// The value under a name, by symbol where the tree has one.
  // A key has either the name's own symbol or, in a tree older than the name, none: only then is its text compared.
  @inline(__always)
  private func value(of node: NodeID, at selector: SelectorPlan) -> NodeID? {
    guard view.mayHave(node, selector.symbol) || view.mayHave(node, .unknown) else { return nil }
    let entries = view.entries(node)
    for index in 0..<entries.count where isName(entries[index], selector) { return entries[index].value }
    return nil
  }

  /// Whether an entry has the name.
  @inline(__always)
  private func isName(_ entry: Entry, _ selector: SelectorPlan) -> Bool {
    if entry.symbol == selector.symbol { return true }
    return entry.symbol.raw == 0 && equalBytes(view.text(entry.key), plan.bytes(selector.text))
  }

  /// Gives the sink everything that the segments select below `node`; false when there is no need to go on.
  private mutating func walk(_ node: NodeID, from segment: Int, to end: Int, into sink: inout Sink) -> Bool {
    guard charge(1) else { return false }
    if segment == end {
      sink.count += 1
      sink.last = node
      if sink.isCollecting { nodes.append(node) }
      return sink.count < sink.limit
    }
    let planned = plan.segments[segment]
    if planned.isDescendant { return descend(node, planned, next: segment + 1, to: end, into: &sink) }
    return select(node, planned, next: segment + 1, to: end, into: &sink)
  }

  /// Applies a segment to a node and to every collection below it, in document order.
  private mutating func descend(
    _ top: NodeID, _ segment: SegmentPlan, next: Int, to end: Int, into sink: inout Sink
  ) -> Bool {
    if segment.count == 1, next == end, plan.selectors[segment.first].kind == .name {
      return collect(plan.selectors[segment.first], below: top, into: &sink)
    }
    let pending = pending()
    let base = pending.nodes.count
    pending.nodes.append(top)
    while pending.nodes.count > base, let node = pending.nodes.popLast() {
      guard charge(1), select(node, segment, next: next, to: end, into: &sink) else {
        pending.nodes.removeSubrange(base...)
        return false
      }
      // Backwards, so that the first child is visited next.
      let elements = view.elements(node)
      for index in stride(from: elements.count - 1, through: 0, by: -1) where view[elements[index]].isCollection {
        pending.nodes.append(elements[index])
      }
      let entries = view.entries(node)
      for index in stride(from: entries.count - 1, through: 0, by: -1) where view[entries[index].value].isCollection {
        pending.nodes.append(entries[index].value)
      }
    }
    return true
  }

  /// Collections inside one another that `collect` follows by calling itself.
  private static let shallow = 64

  /// Gives the sink the values under a name in a node and below it: `..name` as the last step, which selects the texts
  /// of whole documents.
  private mutating func collect(
    _ selector: SelectorPlan, below top: NodeID, into sink: inout Sink, depth: Int = 0
  ) -> Bool {
    guard depth < PathEvaluator.shallow else { return collectDeep(selector, below: top, into: &sink) }
    guard charge(1) else { return false }
    for element in view.elements(top) where view[element].isCollection {
      guard collect(selector, below: element, into: &sink, depth: depth + 1) else { return false }
    }
    var hasCollections = false
    var found: NodeID?
    let entries = view.entries(top)
    for entry in entries {
      if found == nil, isName(entry, selector) { found = entry.value }
      if view[entry.value].isCollection { hasCollections = true }
    }
    if let found, !take(found, into: &sink) { return false }
    guard hasCollections else { return true }
    for entry in entries where view[entry.value].isCollection {
      guard collect(selector, below: entry.value, into: &sink, depth: depth + 1) else { return false }
    }
    return true
  }

  /// The same with the stack of its own.
  private mutating func collectDeep(_ selector: SelectorPlan, below top: NodeID, into sink: inout Sink) -> Bool {
    let pending = pending()
    let base = pending.nodes.count
    defer { pending.nodes.removeSubrange(base...) }
    pending.nodes.append(top)
    while pending.nodes.count > base, let node = pending.nodes.popLast() {
      guard charge(1) else { return false }
      let elements = view.elements(node)
      for index in stride(from: elements.count - 1, through: 0, by: -1) where view[elements[index]].isCollection {
        pending.nodes.append(elements[index])
      }
      var found: NodeID?
      let entries = view.entries(node)
      for index in stride(from: entries.count - 1, through: 0, by: -1) {
        if isName(entries[index], selector) { found = entries[index].value }
        if view[entries[index].value].isCollection { pending.nodes.append(entries[index].value) }
      }
      if let found, !take(found, into: &sink) { return false }
    }
    return true
  }

  /// Gives the sink a node; false when there is no need to go on.
  private mutating func take(_ node: NodeID, into sink: inout Sink) -> Bool {
    guard charge(1) else { return false }
    sink.count += 1
    sink.last = node
    if sink.isCollecting { nodes.append(node) }
    return sink.count < sink.limit
  }

  /// Applies each selector of a segment to one node.
  private mutating func select(
    _ node: NodeID, _ segment: SegmentPlan, next: Int, to end: Int, into sink: inout Sink
  ) -> Bool {
    for position in segment.first..<segment.first + segment.count {
      let selector = plan.selectors[position]
      switch selector.kind {
      case .name, .index:
        if let child = child(of: node, selector), !walk(child, from: next, to: end, into: &sink) { return false }
      case .slice:
        guard slice(node, selector, next: next, to: end, into: &sink) else { return false }
      case .wildcard, .filter:
        guard each(node, selector, next: next, to: end, into: &sink) else { return false }
      }
    }
    return !isExhausted
  }

  /// All children, or those that pass the filter.
  private mutating func each(
    _ node: NodeID, _ selector: SelectorPlan, next: Int, to end: Int, into sink: inout Sink
  ) -> Bool {
    let elements = view.elements(node)
    let entries = view.entries(node)
    let asksForKey = selector.kind == .filter && asksForKey(selector.expression)
    let key = asksForKey ? firstKey(selector.expression) : nil
    for index in 0..<elements.count + entries.count {
      let child = index < elements.count ? elements[index] : entries[index - elements.count].value
      if selector.kind == .filter {
        guard charge(1) else { return false }
        if asksForKey, !view[child].isCollection {
          // What the first step of the query would have cost.
          guard charge(1) else { return false }
          continue
        }
        if let key {
          guard charge(1) else { return false }
          guard value(of: child, at: key.selector) != nil else { continue }
        }
        if key?.isOnly != true, !holds(selector.expression, at: child) { continue }
      }
      guard walk(child, from: next, to: end, into: &sink) else { return false }
    }
    return true
  }

  /// Whether a filter asks for something below the candidate, which a scalar never has.
  private func asksForKey(_ expression: UInt32) -> Bool {
    let condition = plan.conditions[expression]
    guard condition.kind == .exists else { return false }
    let query = plan.queries[condition.first]
    return query.isRelative && query.count > 0 && !plan.segments[query.first].isDescendant
  }

  /// The key that a filter asks for first, and whether it asks for nothing else; the filter is known to ask for keys.
  private func firstKey(_ expression: UInt32) -> (selector: SelectorPlan, isOnly: Bool)? {
    let query = plan.queries[plan.conditions[expression].first]
    let segment = plan.segments[query.first]
    let selector = plan.selectors[segment.first]
    return segment.count == 1 && selector.kind == .name ? (selector, query.count == 1) : nil
  }

  /// Elements from `start` towards `end` (RFC 9535 2.3.4.2.2).
  private mutating func slice(
    _ node: NodeID, _ selector: SelectorPlan, next: Int, to end: Int, into sink: inout Sink
  ) -> Bool {
    let elements = view.elements(node)
    let step = selector.step
    guard step != 0, elements.count > 0 else { return true }
    let first = selector.start < 0 ? selector.start + elements.count : selector.start
    let last = selector.end < 0 ? selector.end + elements.count : selector.end
    var index = step > 0 ? max(first, 0) : min(first, elements.count - 1)
    let bound = step > 0 ? min(last, elements.count) : max(last, -1)
    while step > 0 ? index < bound : index > bound {
      guard walk(elements[index], from: next, to: end, into: &sink) else { return false }
      // Neither overflows: positions lie inside the list and steps within ±(2^53 − 1).
      index += step
    }
    return true
  }
}
