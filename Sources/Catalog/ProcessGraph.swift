package import DataTree

/// The steps of an item or bundle as a directed graph: where they lead, which are reached, and its longest path.
///
/// All work is linear in steps and edges, and nothing recurses.
package final class ProcessGraph {
  /// One step as the graph counts it.
  struct Step {
    /// Whether it is one of the authority's steps that a promise covers.
    var isCounted: Bool
    /// Its limit; 无 where it states none.
    var limit: TimeLimit
  }

  /// The steps in the order of the list.
  let steps: [Step]
  /// Edges of step n are `targets[starts[n]..<starts[n + 1]]`.
  private let starts: [Int]
  /// Steps that edges lead to; the number of steps stands for the end.
  private let targets: [Int]
  /// Whether each step is reached from the first.
  package let isReachable: [Bool]
  /// Whether the end is reached from each step.
  package let reachesEnd: [Bool]
  /// The steps that are reached, each before those it leads to; edges back to an earlier one count as none.
  private let order: [Int]
  /// For each edge, whether it closes a cycle.
  private let isBackEdge: [Bool]

  /// Reads a list of steps; with `when`, only edges whose condition overlaps it.
  package init(
    _ list: NodeID, in view: TreeView, shapes: Shapes, when: Condition? = nil
  ) {
    let reader = StepReader(list, in: view, keys: shapes.keys, when: when)
    steps = reader.steps
    (starts, targets) = (reader.starts, reader.targets)
    (isReachable, order, isBackEdge) = ProcessGraph.walk(starts, targets)
    reachesEnd = ProcessGraph.walkBack(starts, targets)
  }

  /// Number of counted steps on the path that has most.
  package var longestCount: Int {
    longest(0) {
      $0 + (steps[$1].isCounted ? 1 : 0)
    } isLonger: {
      $0 > $1
    }
  }

  /// The longest sum of counted limits on a path; nil where no counted step that is reached states a limit.
  package var longestTime: TimeLimit? {
    guard order.contains(where: { steps[$0].isCounted && steps[$0].limit != .none }) else { return nil }
    let sum = longest(TimeLimit.none) { before, step in
      steps[step].isCounted ? before + steps[step].limit : before
    } isLonger: {
      ProcessGraph.isLonger($0, $1)
    }
    return sum
  }

  /// Whether a sum is longer, bare days read as working days.
  private static func isLonger(_ left: TimeLimit, _ right: TimeLimit) -> Bool {
    if left == .longTerm || right == .longTerm { return left == .longTerm && right != .longTerm }
    return (left.upperValue ?? -1) > (right.upperValue ?? -1)
  }

  /// The longest of all paths from the first step, each extended step by step.
  private func longest<Length>(
    _ zero: Length, extend: (Length, Int) -> Length, isLonger: (Length, Length) -> Bool
  ) -> Length {
    var before = [Length?](repeating: nil, count: steps.count)
    var best = zero
    for step in order {
      let length = extend(before[step] ?? zero, step)
      if isLonger(length, best) { best = length }
      for edge in starts[step]..<starts[step + 1] where !isBackEdge[edge] && targets[edge] < steps.count {
        let target = targets[edge]
        if before[target].map({ isLonger(length, $0) }) ?? true { before[target] = length }
      }
    }
    return best
  }

  /// Walks from the first step in depth, on a stack of its own.
  private static func walk(
    _ starts: [Int], _ targets: [Int]
  ) -> (isReachable: [Bool], order: [Int], isBackEdge: [Bool]) {
    let count = starts.count - 1
    var isReachable = [Bool](repeating: false, count: count)
    var isOpen = isReachable
    var isBackEdge = [Bool](repeating: false, count: targets.count)
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
      let target = targets[edge]
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

  /// Walks from the end against the edges.
  private static func walkBack(_ starts: [Int], _ targets: [Int]) -> [Bool] {
    let count = starts.count - 1
    // Sources by target, counted first so that they fit one array.
    var firsts = [Int](repeating: 0, count: count + 2)
    for target in targets { firsts[target + 1] += 1 }
    for index in 1..<firsts.count { firsts[index] += firsts[index - 1] }
    var next = firsts
    var sources = [Int](repeating: 0, count: targets.count)
    for step in 0..<count {
      for edge in starts[step]..<starts[step + 1] {
        sources[next[targets[edge]]] = step
        next[targets[edge]] += 1
      }
    }
    var reached = [Bool](repeating: false, count: count + 1)
    reached[count] = true
    var pending = [count]
    while let target = pending.popLast() {
      for index in firsts[target]..<firsts[target + 1] where !reached[sources[index]] {
        reached[sources[index]] = true
        pending.append(sources[index])
      }
    }
    reached.removeLast()
    return reached
  }
}

/// Reads steps and edges out of a tree.
private struct StepReader {
  /// The steps in order.
  private(set) var steps: [ProcessGraph.Step] = []
  /// Where the edges of each step begin.
  private(set) var starts: [Int] = [0]
  /// Where edges lead.
  private(set) var targets: [Int] = []
  /// The document.
  private let view: TreeView
  /// The keys of steps and edges.
  private let keys: ReadingKeys
  /// What an edge's condition must overlap; nil for all edges.
  private let when: Condition?
  /// Steps by id.
  private var positions: [String: Int] = [:]

  /// 听证、招标、拍卖、检验、检测、检疫、鉴定、专家评审: not counted by 行政许可法 art. 45.
  private static let specialKinds: [StaticString] = [
    "hearing", "tender", "auction", "examination", "testing", "quarantine", "appraisal", "expert-review",
  ]

  /// Reads a list of steps, ids first because edges lead forward.
  init(_ list: NodeID, in view: TreeView, keys: ReadingKeys, when: Condition?) {
    self.view = view
    self.keys = keys
    self.when = when
    let elements = view.elements(list)
    for (position, element) in elements.enumerated() {
      // Of two steps with one id the first is meant; the other is a fault that a rule reports.
      if let id = scalar(element, keys.id) {
        let name = String(decoding: id, as: UTF8.self)
        if positions[name] == nil { positions[name] = position }
      }
    }
    for (position, element) in elements.enumerated() {
      steps.append(step(element))
      appendEdges(of: element, at: position, count: elements.count)
      starts.append(targets.count)
    }
  }

  /// The text of a scalar field.
  private func scalar(_ map: NodeID, _ key: Symbol) -> UnsafeBufferPointer<UInt8>? {
    guard let node = view.value(of: map, at: key), !view[node].isCollection, view.kind(node) != .null else {
      return nil
    }
    return view.text(node)
  }

  /// Reads what counts of one step.
  private func step(_ element: NodeID) -> ProcessGraph.Step {
    var limit = TimeLimit.none
    if let node = view.value(of: element, at: keys.limit), view.kind(node) == .opaque {
      limit = TimeLimit(bits: view[node].bits)
    }
    return ProcessGraph.Step(isCounted: isCounted(element), limit: limit)
  }

  /// Whether a promise covers a step.
  private func isCounted(_ element: NodeID) -> Bool {
    if let actor = scalar(element, keys.actor), !bytes(actor, equal: "authority") { return false }
    if let phase = scalar(element, keys.phase), bytes(phase, equal: "follow-up") { return false }
    guard let special = scalar(element, keys.special) else { return true }
    if bytes(special, equal: "site-check") { return view.value(of: element, at: keys.basis) == nil }
    return !StepReader.specialKinds.contains { bytes(special, equal: $0) }
  }

  /// Adds the edges of a step.
  private mutating func appendEdges(of element: NodeID, at position: Int, count: Int) {
    guard let next = view.value(of: element, at: keys.next), view.kind(next) != .null else {
      // The following step; for the last one that is the end.
      return targets.append(position + 1)
    }
    guard view.kind(next) == .list else { return appendEdge(next, count: count) }
    for edge in view.elements(next) { appendEdge(edge, count: count) }
  }

  /// Adds one edge, unless it leads to an unknown step or is ruled out.
  private mutating func appendEdge(_ edge: NodeID, count: Int) {
    let target: UnsafeBufferPointer<UInt8>
    if view.kind(edge) == .map {
      guard let to = scalar(edge, keys.to), isPossible(edge) else { return }
      target = to
    } else {
      guard !view[edge].isCollection else { return }
      target = view.text(edge)
    }
    if bytes(target, equal: "end") { return targets.append(count) }
    if let position = positions[String(decoding: target, as: UTF8.self)] { targets.append(position) }
  }

  /// Whether an edge may be taken under the condition asked about.
  private func isPossible(_ edge: NodeID) -> Bool {
    guard let when, let node = view.value(of: edge, at: keys.when), let condition = Condition(node, in: view) else {
      return true
    }
    return condition.overlaps(when) { Condition.isMultiple($0, in: view, keys) }
  }
}
