/// Which layer each node of a graph is in, so that all edges but those back lead down.
struct Layering {
  /// The layer of each node.
  private(set) var layers: [Int]
  /// For each edge, whether it leads up, or from a node to itself.
  private(set) var isBack: [Bool]
  /// Where edges that lead down go, by node.
  private var lower: [[Int]] = []
  /// Where such edges come from, by node.
  private var upper: [[Int]] = []
  /// How many nodes a layer takes.
  private let columns: Int

  /// Finds a layer for each node of a graph, with at most `columns` of them in one.
  init(_ graph: GraphDrawing, columns: Int) {
    self.columns = max(1, columns)
    layers = Array(repeating: 0, count: graph.nodes.count)
    isBack = graph.edges.map { $0.isBack || $0.source == $0.target }
    findCycles(graph.edges)
    lower = Array(repeating: [], count: graph.nodes.count)
    upper = lower
    for (index, edge) in graph.edges.enumerated() where !isBack[index] {
      lower[edge.source].append(edge.target)
      upper[edge.target].append(edge.source)
    }
    var isAlone = Array(repeating: true, count: graph.nodes.count)
    for edge in graph.edges {
      isAlone[edge.source] = false
      isAlone[edge.target] = false
    }
    var count = place(graph.nodes.indices.filter { !isAlone[$0] })
    shorten(&count)
    placeAlone(graph.nodes.indices.filter { isAlone[$0] }, below: count.count)
    close()
  }

  /// Walks in depth, in the order of the nodes, and takes edges to where the walk came from for edges back.
  private mutating func findCycles(_ edges: [GraphDrawing.Edge]) {
    var leaving: [[Int]] = Array(repeating: [], count: layers.count)
    for (index, edge) in edges.enumerated() where !isBack[index] { leaving[edge.source].append(index) }
    var isSeen = Array(repeating: false, count: layers.count)
    var isOpen = isSeen
    for root in layers.indices where !isSeen[root] {
      var stack = [(node: root, next: 0)]
      isSeen[root] = true
      isOpen[root] = true
      while let (node, next) = stack.last {
        guard next < leaving[node].count else {
          isOpen[node] = false
          stack.removeLast()
          continue
        }
        stack[stack.count - 1].next += 1
        let target = edges[leaving[node][next]].target
        if isOpen[target] {
          isBack[leaving[node][next]] = true
        } else if !isSeen[target] {
          isSeen[target] = true
          isOpen[target] = true
          stack.append((target, 0))
        }
      }
    }
  }

  /// Fills layer by layer with nodes whose predecessors are above, those first from which the way down is longest.
  /// - Returns: the number of nodes in each layer.
  private mutating func place(_ nodes: [Int]) -> [Int] {
    let height = heights(nodes)
    var missing = upper.map(\.count)
    var ready = nodes.filter { missing[$0] == 0 }
    var counts: [Int] = []
    while !ready.isEmpty {
      ready.sort { (height[$1], $0) < (height[$0], $1) }
      let chosen = ready.prefix(columns)
      ready.removeFirst(chosen.count)
      for node in chosen {
        layers[node] = counts.count
        for target in lower[node] {
          missing[target] -= 1
          if missing[target] == 0 { ready.append(target) }
        }
      }
      counts.append(chosen.count)
    }
    return counts
  }

  /// The number of edges on the longest way down from each node.
  private func heights(_ nodes: [Int]) -> [Int] {
    var heights = Array(repeating: 0, count: layers.count)
    var missing = lower.map(\.count)
    var pending = nodes.filter { missing[$0] == 0 }
    while let node = pending.popLast() {
      for source in upper[node] {
        heights[source] = max(heights[source], heights[node] + 1)
        missing[source] -= 1
        if missing[source] == 0 { pending.append(source) }
      }
    }
    return heights
  }

  /// Moves nodes down where that makes the edges shorter in sum: what only a late node waits for stands above it.
  private mutating func shorten(_ counts: inout [Int]) {
    for node in layers.indices.sorted(by: { (layers[$1], $0) < (layers[$0], $1) })
    where lower[node].count > upper[node].count {
      guard let lowest = lower[node].map({ layers[$0] - 1 }).min() else { continue }
      var layer = lowest
      while layer > layers[node], counts[layer] >= columns { layer -= 1 }
      guard layer > layers[node] else { continue }
      counts[layers[node]] -= 1
      counts[layer] += 1
      layers[node] = layer
    }
  }

  /// Sets nodes without edges in rows below the others, as evenly as they go.
  private mutating func placeAlone(_ nodes: [Int], below first: Int) {
    guard !nodes.isEmpty else { return }
    let rows = (nodes.count + columns - 1) / columns
    let each = (nodes.count + rows - 1) / rows
    for (position, node) in nodes.enumerated() { layers[node] = first + position / each }
  }

  /// Takes out the layers that were emptied.
  private mutating func close() {
    let used = Set(layers).sorted()
    let positions = Dictionary(uniqueKeysWithValues: used.enumerated().map { ($1, $0) })
    layers = layers.map { positions[$0] ?? 0 }
  }
}
