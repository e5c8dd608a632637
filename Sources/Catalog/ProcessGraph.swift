package import DataTree

/// The steps of an item or bundle as a directed graph: where they lead, which are reached, and which way is back.
///
/// All work is linear in steps and edges, and nothing recurses.
package final class ProcessGraph {
  /// One step as the graph counts it.
  struct Step {
    /// Whether it is one of the authority's steps that a promise covers.
    var isCounted: Bool
    /// Whether an office does it.
    var isOffices: Bool
    /// Whether the applicant has to come for it.
    var isVisit: Bool
    /// Whether it is a special procedure, which takes its own time.
    var isSpecial: Bool
    /// Whether its `next` names a step that does not exist, so that where it leads is not known.
    var namesUnknown = false
    /// Its limit; 无 where it states none.
    var limit: TimeLimit
  }

  /// One way from a step to the next.
  struct Edge {
    /// The step that it leaves.
    var source: Int
    /// The step that it leads to; the number of steps stands for the end.
    var target: Int
    /// Where it is written; nil for the way to the following step of the list.
    var node: NodeID?
    /// Its condition; nil where it has none.
    var when: NodeID?
  }

  /// The list of steps.
  let list: NodeID
  /// The steps in the order of the list.
  let steps: [Step]
  /// Steps by id, the first of each.
  let positions: [TextKey: Int]
  /// All edges, step by step.
  let edges: [Edge]
  /// Edges of step n are `edges[starts[n]..<starts[n + 1]]`.
  let starts: [Int]
  /// Edges to step n are those at `incoming[incomingStarts[n]..<incomingStarts[n + 1]]`.
  let incomingStarts: [Int]
  /// Edges, sorted by where they lead.
  let incoming: [Int]
  /// Whether some edge has a condition, so that situations differ.
  let hasConditions: Bool
  /// Whether each step is reached from the first.
  package let isReachable: [Bool]
  /// Whether the end is reached from each step.
  package let reachesEnd: [Bool]
  /// Whether the end might be reached once unknown names of steps are put right.
  let mightReachEnd: [Bool]
  /// Whether some step that is reached names an unknown one, so that any step might be reached.
  let mightReachAny: Bool
  /// The steps that are reached, each before those it leads to; edges back to an earlier one count as none.
  let order: [Int]
  /// For each edge, whether it closes a cycle.
  let isBackEdge: [Bool]
  /// What is worked out when first asked for.
  var findings = Findings()

  /// Answers that few rules ask for.
  struct Findings {
    /// How often each step's owner has had the case before.
    var returns: [Int]?
    /// The step that was asked about last, and the steps that lead to it.
    var leading: (target: Int, sources: [Bool])?
    /// Where the answers of the document's questions lead.
    var coverage: BranchCoverage.Notes?
  }

  /// Reads a list of steps; with `when`, only edges whose condition overlaps it.
  package init(
    _ list: NodeID, in view: TreeView, shapes: Shapes, when: Condition? = nil
  ) {
    let reader = StepReader(list, in: view, keys: shapes.keys, when: when)
    self.list = list
    steps = reader.steps
    positions = reader.positions
    edges = reader.edges
    starts = reader.starts
    hasConditions = reader.hasConditions
    (incomingStarts, incoming) = ProcessGraph.invert(edges, count: steps.count)
    (isReachable, order, isBackEdge) = ProcessGraph.walk(starts, edges)
    let count = steps.count
    let unknown = steps.indices.filter { reader.steps[$0].namesUnknown }
    let ends = ProcessGraph.walkBack(from: [count], incomingStarts, incoming, edges)
    reachesEnd = Array(ends.prefix(count))
    if unknown.isEmpty {
      mightReachEnd = reachesEnd
      mightReachAny = false
    } else {
      mightReachEnd = Array(
        ProcessGraph.walkBack(from: [count] + unknown, incomingStarts, incoming, edges).prefix(count))
      let reached = isReachable
      mightReachAny = unknown.contains { reached[$0] }
    }
  }

  /// The edges of a step.
  func edges(of step: Int) -> ArraySlice<Edge> { edges[starts[step]..<starts[step + 1]] }

  /// The edges to a step, as positions in `edges`.
  func edges(to step: Int) -> ArraySlice<Int> { incoming[incomingStarts[step]..<incomingStarts[step + 1]] }

  /// Whether `leads` answers for a step without walking again.
  func knowsLeading(to target: Int) -> Bool { findings.leading?.target == target }

  /// Whether a step leads to another without going back.
  func leads(_ source: Int, to target: Int) -> Bool {
    if let known = findings.leading, known.target == target { return known.sources[source] }
    var sources = ProcessGraph.walkBack(from: [target], incomingStarts, incoming, edges, without: isBackEdge)
    sources[target] = false
    findings.leading = (target, sources)
    return sources[source]
  }

  /// For each step whether it leads back to itself.
  func cyclicSteps() -> [Bool] {
    // Where every edge leads on in the list there is no way back.
    if edges.allSatisfy({ $0.target > $0.source }) { return [Bool](repeating: false, count: steps.count) }
    let targets = steps.indices.map { step in edges(of: step).map(\.target).filter { $0 < steps.count } }
    var isCyclic = steps.indices.map { targets[$0].contains($0) }
    var search = ComponentSearch(targets) { _ in true }
    for component in search.run() { for step in component { isCyclic[step] = true } }
    return isCyclic
  }

  /// Sorts edges by where they lead, counting them first so that they fit one array.
  private static func invert(_ edges: [Edge], count: Int) -> (starts: [Int], edges: [Int]) {
    var starts = [Int](repeating: 0, count: count + 2)
    for edge in edges { starts[edge.target + 1] += 1 }
    for index in 1..<starts.count { starts[index] += starts[index - 1] }
    var next = starts
    var sorted = [Int](repeating: 0, count: edges.count)
    for (index, edge) in edges.enumerated() {
      sorted[next[edge.target]] = index
      next[edge.target] += 1
    }
    return (starts, sorted)
  }

  /// Walks from the first step in depth, on a stack of its own.
  private static func walk(
    _ starts: [Int], _ edges: [Edge]
  ) -> (isReachable: [Bool], order: [Int], isBackEdge: [Bool]) {
    let count = starts.count - 1
    var isReachable = [Bool](repeating: false, count: count)
    var isOpen = isReachable
    var isBackEdge = [Bool](repeating: false, count: edges.count)
    var finished: [Int] = []
    guard count > 0 else { return (isReachable, [], isBackEdge) }
    var stack = [(step: 0, edge: starts[0])]
    isReachable[0] = true
    isOpen[0] = true
    while let (step, edge) = stack.last {
      guard edge < starts[step + 1] else {
        isOpen[step] = false
        finished.append(step)
        stack.removeLast()
        continue
      }
      stack[stack.count - 1].edge += 1
      let target = edges[edge].target
      if target == count { continue }
      if isReachable[target] {
        isBackEdge[edge] = isOpen[target]
      } else {
        isReachable[target] = true
        isOpen[target] = true
        stack.append((target, starts[target]))
      }
    }
    return (isReachable, finished.reversed(), isBackEdge)
  }

  /// The steps, and last the end, from which one of `targets` is reached; edges of `without` are not taken.
  private static func walkBack(
    from targets: [Int], _ starts: [Int], _ incoming: [Int], _ edges: [Edge], without: [Bool] = []
  ) -> [Bool] {
    var reached = [Bool](repeating: false, count: starts.count - 1)
    for target in targets { reached[target] = true }
    var pending = targets
    while let target = pending.popLast() {
      for edge in incoming[starts[target]..<starts[target + 1]] where without.isEmpty || !without[edge] {
        let source = edges[edge].source
        if reached[source] { continue }
        reached[source] = true
        pending.append(source)
      }
    }
    return reached
  }
}
