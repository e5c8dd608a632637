import DataTree

/// Runs a query without filters, slices and descendants, which is what most selectors of rules are: it keeps nothing
/// but the steps that are left.
struct PlainWalk {
  /// The tree.
  let view: TreeView
  /// Segments of the query.
  private let segments: Records<SegmentPlan>
  /// Selectors of the segments.
  private let selectors: Records<SelectorPlan>
  /// Names.
  private let text: Records<UInt8>
  /// Steps that are left; below zero the walk has been given up.
  private(set) var stepsLeft: Int

  /// Prepares to walk; the plan must outlive this.
  init(view: TreeView, _ plan: PathPlan, stepsLeft: Int) {
    self.view = view
    segments = plan.segments
    selectors = plan.selectors
    text = plan.text
    self.stepsLeft = stepsLeft
  }

  /// Appends what the segments select below a node.
  mutating func visit(_ node: NodeID, from segment: UInt32, to end: UInt32, into nodes: inout [NodeID]) {
    stepsLeft -= 1
    if stepsLeft < 0 { return }
    if segment == end { return nodes.append(node) }
    let planned = segments[segment]
    for position in planned.first..<planned.first + planned.count {
      let selector = selectors[position]
      switch selector.kind {
      case .name:
        if let child = value(of: node, at: selector) { visit(child, from: segment + 1, to: end, into: &nodes) }
      case .index:
        let elements = view.elements(node)
        let index = selector.start < 0 ? selector.start + elements.count : selector.start
        if index >= 0, index < elements.count { visit(elements[index], from: segment + 1, to: end, into: &nodes) }
      case .wildcard, .slice, .filter:
        for element in view.elements(node) { visit(element, from: segment + 1, to: end, into: &nodes) }
        for entry in view.entries(node) { visit(entry.value, from: segment + 1, to: end, into: &nodes) }
      }
    }
  }

  /// The value under a name: by its symbol, or by its text where the tree is older than the name.
  @inline(__always)
  private func value(of node: NodeID, at selector: SelectorPlan) -> NodeID? {
    guard view.mayHave(node, selector.symbol) || view.mayHave(node, .unknown) else { return nil }
    for entry in view.entries(node) {
      if entry.symbol == selector.symbol { return entry.value }
      if entry.symbol.raw == 0, equalBytes(view.text(entry.key), bytes(selector.text)) { return entry.value }
    }
    return nil
  }

  /// The bytes of a name.
  private func bytes(_ run: TextPlan) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: text.base + Int(run.first), count: Int(run.count))
  }
}
