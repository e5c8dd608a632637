package import DataTree
package import Diagnostics

/// The process of an item or bundle as plain values: who does what within which time, and which way leads where.
package struct ProcessOutline: Sendable {
  /// One step.
  package struct Step: Sendable {
    /// Its id; empty where it has none.
    package var id: String
    /// What it is called.
    package var name: LocalizedText
    /// Who does it; nil where that is not stated.
    package var owner: LocalizedText?
    /// Who acts: `authority`, `applicant` or `third-party`.
    package var actor: String
    /// Its limit; nil where it states none.
    package var limit: TimeLimit?
    /// Its phase.
    package var phase: String?
    /// Whether somebody has to be on site.
    package var isOnSite: Bool
    /// The special procedure that it is.
    package var special: String?
    /// Whether it is on the longest path.
    package var isOnLongestPath = false
  }

  /// A way from a step to another.
  package struct Edge: Sendable {
    /// Position of the step that it leaves.
    package var source: Int
    /// Position of the step that it leads to; nil for the end.
    package var target: Int?
    /// When it is taken; nil for always.
    package var condition: LocalizedText?
    /// Whether it leads back to an earlier step.
    package var isBack: Bool
    /// Whether it is on the longest path.
    package var isOnLongestPath = false
  }

  /// The steps in the order of the list, the first of which begins the process.
  package private(set) var steps: [Step] = []
  /// The ways, step by step.
  package private(set) var edges: [Edge] = []

  /// Reads the process of a document; nil where it states no steps.
  /// - Parameter variant: of its variants one, whose steps alone are shown; nil for all.
  package init?(_ item: MeasuredItem, variant: NodeID? = nil) {
    let view = item.view
    guard let list = item.list(item.shapes.keys.steps), !view.elements(list).isEmpty else { return nil }
    let graph = ProcessGraph(list, in: view, shapes: item.shapes, when: item.condition(of: variant))
    // Without a variant, a step that nothing leads to is shown, too: whoever looks at the picture shall see it.
    let shown = graph.steps.indices.filter { variant == nil || graph.isReachable[$0] }
    var places = [Int?](repeating: nil, count: graph.steps.count)
    for (place, step) in shown.enumerated() { places[step] = place }
    let path = graph.longestPath
    let onPath = Set(path)
    steps = shown.map { step in
      ProcessOutline.step(view.elements(list)[step], in: view, isOnLongestPath: onPath.contains(step))
    }
    let words = ConditionWords(view)
    for step in shown {
      for index in graph.starts[step]..<graph.starts[step + 1] {
        let edge = graph.edges[index]
        let isEnd = edge.target == graph.steps.count
        guard let source = places[step], isEnd || places[edge.target] != nil else { continue }
        edges.append(
          Edge(
            source: source, target: isEnd ? nil : places[edge.target],
            condition: ProcessOutline.condition(of: edge, in: view, words, isOneVariant: variant != nil),
            isBack: graph.isBackEdge[index]))
      }
    }
    markPath(path.map { $0 == graph.steps.count ? nil : places[$0] })
  }

  /// Marks the ways of the longest path, of several between two steps the first.
  private mutating func markPath(_ path: [Int?]) {
    var first = Array(repeating: edges.count, count: steps.count)
    for index in edges.indices.reversed() { first[edges[index].source] = index }
    for (source, target) in zip(path, path.dropFirst()) {
      guard let source else { continue }
      var index = first[source]
      while index < edges.count, edges[index].source == source, edges[index].target != target || edges[index].isBack {
        index += 1
      }
      if index < edges.count, edges[index].source == source { edges[index].isOnLongestPath = true }
    }
  }

  private static func step(_ node: NodeID, in view: TreeView, isOnLongestPath: Bool) -> Step {
    let id = view.word(node, "id") ?? ""
    return Step(
      id: id, name: view.localized(node, "name") ?? LocalizedText(zh: id, en: id),
      owner: view.named(node, "owner"), actor: view.word(node, "actor") ?? "authority",
      limit: view.limit(node, "limit"), phase: view.word(node, "phase"), isOnSite: view.isTrue(node, "onSite"),
      special: view.word(node, "special"), isOnLongestPath: isOnLongestPath)
  }

  /// What a way is called, or else when it is taken.
  private static func condition(
    of edge: ProcessGraph.Edge, in view: TreeView, _ words: ConditionWords, isOneVariant: Bool
  ) -> LocalizedText? {
    let condition = edge.when.flatMap { Condition($0, in: view) }
    // Of a choice between variants nothing is left once one of them is chosen.
    if isOneVariant, let condition, condition.alternatives.allSatisfy({ $0.allSatisfy { $0.question == "variant" } }) {
      return nil
    }
    if let node = edge.node, let label = view.localized(node, "label") { return label }
    return condition.flatMap { words.words($0, omitting: isOneVariant ? "variant" : nil) }
  }
}

extension ProcessGraph {
  /// The steps of the longest path, by time of the counted steps where they state any, else by their number; the number
  /// of steps stands for the end.
  var longestPath: [Int] {
    LongestPath(order + [steps.count], count: steps.count + 1, end: mayEnd ? steps.count : nil) { step in
      step == steps.count
        ? [] : (starts[step]..<starts[step + 1]).filter { !isBackEdge[$0] }.map { edges[$0].target }
    } weight: { step in
      step == steps.count ? (.none, false) : (steps[step].limit, steps[step].isCounted)
    }.nodes
  }

  /// Whether the end is reached from the first step.
  private var mayEnd: Bool { reachesEnd.first ?? false }
}
