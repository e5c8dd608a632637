import DataTree

/// Looks at what is written about the edges of a process: phases, labels and what the list says by its order.
struct Branches {
  /// The process.
  let graph: ProcessGraph
  /// The document.
  let view: TreeView
  /// The keys of steps and edges.
  let keys: ReadingKeys

  /// The phases in their order.
  private static let phases: [StaticString] = [
    "application", "acceptance", "review", "decision", "issue", "delivery", "follow-up",
  ]

  /// The following step of the list, where a step without `next` runs into it although it is another branch.
  func fallsInto(_ step: Int) -> Int? {
    let next = step + 1
    guard next < graph.steps.count, graph.edges(of: step).first?.node == nil, graph.edges(of: step).count == 1 else {
      return nil
    }
    var last: Int?
    for edge in graph.edges(to: step) where graph.edges[edge].node != nil {
      // Edges from one step are neighbours.
      let source = graph.edges[edge].source
      if source == last || source == step { continue }
      last = source
      let edges = graph.edges(of: source)
      guard edges.contains(where: { $0.target == next && $0.node != nil }) else { continue }
      if !edges.contains(where: { isChoice($0) }) || isNoLater(next, than: step) { return next }
    }
    return nil
  }

  /// Whether an edge is one of a choice.
  private func isChoice(_ edge: ProcessGraph.Edge) -> Bool {
    edge.when != nil || edge.node.map { view.value(of: $0, at: keys.label) != nil } ?? false
  }

  /// Whether a step's phase is not after another's; false where one states none or the other is a special procedure.
  private func isNoLater(_ step: Int, than other: Int) -> Bool {
    guard !graph.steps[other].isSpecial, let own = phase(step), let before = phase(other) else { return false }
    return own <= before
  }

  /// The position of a step's phase.
  private func phase(_ step: Int) -> Int? {
    guard let node = view.value(of: view.elements(graph.list)[step], at: keys.phase), !view[node].isCollection else {
      return nil
    }
    return Branches.phases.firstIndex { bytes(view.text(node), equal: $0) }
  }
}
