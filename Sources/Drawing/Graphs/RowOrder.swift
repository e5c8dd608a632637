/// Orders the cells of each row so that few lines cross: barycentres in sweeps down and up, then swaps of neighbours.
struct RowOrder {
  private let graph: LayeredGraph
  private var rows: [[Int]]
  /// Position of each cell in its row.
  private var positions: [Int]

  /// Sweeps are bounded by the number of links that they look at in all.
  private static let maximumWork = 1_200_000
  /// More sweeps than that find nothing.
  private static let maximumSweeps = 24
  /// In longer rows, swapping neighbours takes too long for what it brings.
  private static let longestSwappedRow = 40

  /// The rows of a graph in a better order.
  static func rows(of graph: LayeredGraph) -> [[Int]] {
    var order = RowOrder(graph)
    order.sweep()
    return order.rows
  }

  private init(_ graph: LayeredGraph) {
    self.graph = graph
    rows = Array(repeating: [], count: graph.rows.count)
    positions = Array(repeating: 0, count: graph.cells.count)
    fillInDepth()
  }

  /// The first order is that of a walk in depth, which keeps branches together; the longest path goes left, then the
  /// document's first branch.
  private mutating func fillInDepth() {
    let graph = graph
    var isSeen = Array(repeating: false, count: graph.cells.count)
    for root in graph.rows.joined() where graph.upper[root].isEmpty && !isSeen[root] {
      var stack = [root]
      while let cell = stack.popLast() {
        guard !isSeen[cell] else { continue }
        isSeen[cell] = true
        rows[graph.cells[cell].row].append(cell)
        let isMain = { (lower: Int) in graph.emphasized.contains(LayeredGraph.Link(upper: cell, lower: lower)) }
        stack.append(contentsOf: graph.lower[cell].filter { !isMain($0) }.reversed())
        stack.append(contentsOf: graph.lower[cell].filter(isMain))
      }
    }
    for row in rows.indices { number(row) }
  }

  private mutating func number(_ row: Int) {
    for (position, cell) in rows[row].enumerated() { positions[cell] = position }
  }

  /// Sweeps until nothing gets better, and keeps the best.
  private mutating func sweep() {
    let work = graph.cells.count + graph.lower.reduce(0) { $0 + $1.count }
    var sweeps = min(RowOrder.maximumSweeps, max(2, RowOrder.maximumWork / max(1, work)))
    var best = rows
    var fewest = crossings()
    var idle = 0
    while fewest > 0, sweeps > 0, idle < 6 {
      for row in rows.indices.dropFirst() { sort(row, by: graph.upper) }
      for row in rows.indices.dropLast().reversed() { sort(row, by: graph.lower) }
      if work < 4000 { swap() }
      let count = crossings()
      idle += 1
      if count < fewest {
        (best, fewest, idle) = (rows, count, 0)
      }
      sweeps -= 1
    }
    rows = best
  }

  /// Puts the cells of a row in the order of the mean position of their neighbours; those without any stay.
  private mutating func sort(_ row: Int, by neighbours: [[Int]]) {
    let cells = rows[row]
    var moving: [(sum: Int, count: Int, position: Int, cell: Int)] = []
    for (position, cell) in cells.enumerated() where !neighbours[cell].isEmpty {
      let sum = neighbours[cell].reduce(0) { $0 + positions[$1] }
      moving.append((sum, neighbours[cell].count, position, cell))
    }
    moving.sort { left, right in
      let (first, second) = (left.sum * right.count, right.sum * left.count)
      return first == second ? left.position < right.position : first < second
    }
    var next = 0
    for (position, cell) in cells.enumerated() where !neighbours[cell].isEmpty {
      rows[row][position] = moving[next].cell
      next += 1
    }
    number(row)
  }

  /// Swaps neighbours where that takes crossings away.
  private mutating func swap() {
    for _ in 0..<4 {
      var isChanged = false
      for row in rows.indices where rows[row].count <= RowOrder.longestSwappedRow {
        for position in rows[row].indices.dropLast() {
          let (left, right) = (rows[row][position], rows[row][position + 1])
          let before = crossings(left, right, graph.upper) + crossings(left, right, graph.lower)
          let after = crossings(right, left, graph.upper) + crossings(right, left, graph.lower)
          guard after < before else { continue }
          rows[row].swapAt(position, position + 1)
          positions[left] = position + 1
          positions[right] = position
          isChanged = true
        }
      }
      if !isChanged { return }
    }
  }

  /// Crossings of the lines of two cells, the first of which is left of the second.
  private func crossings(_ left: Int, _ right: Int, _ neighbours: [[Int]]) -> Int {
    var count = 0
    for first in neighbours[left] {
      for second in neighbours[right] where positions[first] > positions[second] { count += 1 }
    }
    return count
  }

  /// All crossings, counted with a tree of sums for each pair of rows.
  private func crossings() -> Int {
    var count = 0
    for row in rows.indices.dropLast() {
      var sums = Array(repeating: 0, count: rows[row + 1].count + 1)
      var total = 0
      for cell in rows[row] {
        let targets = graph.lower[cell].map { positions[$0] }
        for target in targets {
          var index = target + 1
          var before = 0
          while index > 0 {
            before += sums[index]
            index &= index - 1
          }
          count += total - before
        }
        for target in targets {
          var index = target + 1
          while index < sums.count {
            sums[index] += 1
            index += index & -index
          }
          total += 1
        }
      }
    }
    return count
  }
}
