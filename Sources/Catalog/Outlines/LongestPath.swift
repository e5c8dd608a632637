/// Finds the longest path through a graph without cycles: by time where nodes state any, else by what counts.
struct LongestPath {
  /// How long a path is: first its time, then the counted nodes on it, then all nodes.
  private struct Length {
    /// Sum of the limits.
    var time = TimeLimit.none
    /// Number of counted nodes.
    var counted = 0
    /// Number of nodes.
    var nodes = 0

    /// Whether it is longer than another one.
    func isLonger(than other: Length) -> Bool {
      if time.isLonger(than: other.time) { return true }
      if other.time.isLonger(than: time) { return false }
      return (counted, nodes) > (other.counted, other.nodes)
    }
  }

  /// The nodes of the path in order.
  private(set) var nodes: [Int] = []

  /// Searches a graph.
  /// - Parameters:
  ///   - order: the nodes, each before those it leads to.
  ///   - end: the node where paths end, if one does; a path that does not get there is none then.
  ///   - targets: where a node leads.
  ///   - weight: a node's limit, and whether it counts.
  init(
    _ order: [Int], count: Int, end: Int?, targets: (Int) -> [Int], weight: (Int) -> (limit: TimeLimit, counts: Bool)
  ) {
    // Of two that are equally long the document's first counts, in whatever order the graph was walked.
    func isBetter(_ length: Length, _ node: Int, than known: (length: Length, source: Int)?) -> Bool {
      guard let known else { return true }
      return length.isLonger(than: known.length) || node < known.source && !known.length.isLonger(than: length)
    }
    var before = [(length: Length, source: Int)?](repeating: nil, count: count)
    var best: (length: Length, node: Int)?
    var lengths = [Length?](repeating: nil, count: count)
    for node in order {
      var length = before[node]?.length ?? Length()
      let own = weight(node)
      if own.counts {
        length.time = length.time + own.limit
        length.counted += 1
      }
      length.nodes += 1
      lengths[node] = length
      if best.map({ length.isLonger(than: $0.length) }) ?? true { best = (length, node) }
      for target in targets(node) where isBetter(length, node, than: before[target]) { before[target] = (length, node) }
    }
    var last = best?.node
    if let end, lengths[end] != nil { last = end }
    while let node = last {
      nodes.append(node)
      last = before[node]?.source
    }
    nodes.reverse()
  }
}
