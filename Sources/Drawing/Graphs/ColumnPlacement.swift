/// Gives cells their horizontal places, after Brandes and Köpf (“Fast and simple horizontal coordinate assignment”, 2001):
/// four layouts, each as far up or down and left or right as lines between bends stay straight, and the mean of the
/// middle two.
struct ColumnPlacement {
  private let graph: LayeredGraph
  private let rows: [[Int]]
  private let gap: Int
  /// Links that may not be straight because they cross a line between two bends.
  private var conflicts: Set<LayeredGraph.Link> = []
  /// The cell above each that it is to stand below, on the longest path or between bends; -1 for none.
  private var above: [Int]
  /// The cell that is to stand below each; -1 for none.
  private var below: [Int]

  /// The middles of all cells.
  /// - Parameter gap: room between two neighbours.
  static func middles(of graph: LayeredGraph, gap: Int) -> [Int] {
    guard !graph.cells.isEmpty else { return [] }
    var placement = ColumnPlacement(graph: graph, rows: graph.rows, gap: gap)
    placement.findConflicts()
    var layouts: [[Int]] = []
    for isUpward in [false, true] {
      for isLeftward in [false, true] { layouts.append(placement.layout(isUpward: isUpward, isLeftward: isLeftward)) }
    }
    return placement.balance(layouts)
  }

  private init(graph: LayeredGraph, rows: [[Int]], gap: Int) {
    self.graph = graph
    self.rows = rows
    self.gap = gap
    above = Array(repeating: -1, count: graph.cells.count)
    below = above
    for upper in graph.cells.indices {
      for lower in graph.lower[upper] where below[upper] < 0 && above[lower] < 0 {
        guard graph.emphasized.contains(LayeredGraph.Link(upper: upper, lower: lower)) else { continue }
        below[upper] = lower
        above[lower] = upper
      }
    }
    // Of a node's ways one may lead straight to the next node, while the others pass it.
    for cell in graph.cells.indices where graph.cells[cell].isNode && below[cell] < 0 {
      let next = graph.lower[cell].filter { graph.cells[$0].isNode }
      guard next.count == 1, above[next[0]] < 0,
        graph.upper[next[0]].count(where: { graph.cells[$0].isNode }) == 1
      else { continue }
      below[cell] = next[0]
      above[next[0]] = cell
    }
    // Where a line joins others on their way to a node, they go straight on, and it turns.
    for cell in graph.cells.indices where above[cell] < 0 && graph.cells[cell].isBend {
      guard let bend = graph.upper[cell].first(where: { graph.cells[$0].isBend }), below[bend] < 0 else { continue }
      above[cell] = bend
      below[bend] = cell
    }
  }

  /// Looks for lines that cross one between two bends, which wins.
  private mutating func findConflicts() {
    var positions = Array(repeating: 0, count: graph.cells.count)
    for row in rows { for (position, cell) in row.enumerated() { positions[cell] = position } }
    for row in rows.indices.dropFirst() {
      var first = 0
      var scanned = 0
      let above = rows[row - 1].count - 1
      for (position, cell) in rows[row].enumerated() {
        let inner = graph.cells[cell].isNode ? nil : graph.upper[cell].first { !graph.cells[$0].isNode }
        guard inner != nil || position == rows[row].count - 1 else { continue }
        let last = inner.map { positions[$0] } ?? above
        for other in rows[row][scanned...position] {
          for source in graph.upper[other] {
            let place = positions[source]
            let isInner = !graph.cells[other].isNode && !graph.cells[source].isNode
            if (place < first || place > last) && !isInner {
              conflicts.insert(LayeredGraph.Link(upper: source, lower: other))
            }
          }
        }
        scanned = position + 1
        first = last
      }
    }
  }

  /// One of the four layouts.
  private func layout(isUpward: Bool, isLeftward: Bool) -> [Int] {
    var rows = isUpward ? Array(rows.reversed()) : self.rows
    if isLeftward { rows = rows.map { $0.reversed() } }
    let (root, align) = self.align(rows, isUpward: isUpward)
    let middles = compact(rows, root, align)
    return isLeftward ? middles.map { -$0 } : middles
  }

  /// Joins each cell with a neighbour in the row before to a block that stays straight.
  private func align(_ rows: [[Int]], isUpward: Bool) -> (root: [Int], align: [Int]) {
    var root = Array(graph.cells.indices)
    var align = root
    var positions = Array(repeating: 0, count: root.count)
    for row in rows { for (position, cell) in row.enumerated() { positions[cell] = position } }
    for row in rows {
      var taken = -1
      for cell in row {
        let neighbours = (isUpward ? graph.lower : graph.upper)[cell].sorted { positions[$0] < positions[$1] }
        for neighbour in medians(neighbours, of: cell, isUpward: isUpward) where align[cell] == cell {
          let link =
            isUpward
            ? LayeredGraph.Link(upper: cell, lower: neighbour) : LayeredGraph.Link(upper: neighbour, lower: cell)
          guard taken < positions[neighbour], !conflicts.contains(link) else { continue }
          align[neighbour] = cell
          root[cell] = root[neighbour]
          align[cell] = root[cell]
          taken = positions[neighbour]
        }
      }
    }
    return (root, align)
  }

  /// The neighbours in the middle, or the one that the cell is to stand in line with. A neighbour that is to stand in line
  /// with another cell is left to that one, so that the longest path stays straight.
  private func medians(_ neighbours: [Int], of cell: Int, isUpward: Bool) -> ArraySlice<Int> {
    guard !neighbours.isEmpty else { return [] }
    let main = (isUpward ? below : above)[cell]
    if main >= 0, let place = neighbours.firstIndex(of: main) { return neighbours[place...place] }
    let middle = neighbours[(neighbours.count - 1) / 2...neighbours.count / 2]
    let taken = isUpward ? above : below
    return middle.contains { taken[$0] >= 0 } ? [] : middle
  }

  /// Puts blocks as far left as they go, then back right as far as the next block allows.
  private func compact(_ rows: [[Int]], _ root: [Int], _ align: [Int]) -> [Int] {
    var right: [[(block: Int, distance: Int)]] = Array(repeating: [], count: root.count)
    var missing = Array(repeating: 0, count: root.count)
    for row in rows {
      for (left, next) in zip(row, row.dropFirst()) {
        right[root[left]].append((root[next], distance(left, next)))
        missing[root[next]] += 1
      }
    }
    var places = Array(repeating: 0, count: root.count)
    var order: [Int] = []
    var pending = Array(root.indices.filter { root[$0] == $0 && missing[$0] == 0 }.reversed())
    while let block = pending.popLast() {
      order.append(block)
      for (next, distance) in right[block] {
        places[next] = max(places[next], places[block] + distance)
        missing[next] -= 1
        if missing[next] == 0 { pending.append(next) }
      }
    }
    for block in order.reversed() {
      guard let room = right[block].map({ places[$0.block] - $0.distance }).min() else { continue }
      places[block] = max(places[block], room)
    }
    return root.map { places[$0] }
  }

  /// Room between the middles of two neighbours.
  private func distance(_ left: Int, _ right: Int) -> Int {
    (graph.cells[left].width + graph.cells[right].width) / 2 + gap
  }

  /// Moves the layouts to the edge of the narrowest, and takes the mean of the middle two for each cell.
  private func balance(_ layouts: [[Int]]) -> [Int] {
    let extents = layouts.map { middles in
      (
        left: graph.cells.indices.map { middles[$0] - graph.cells[$0].width / 2 }.min() ?? 0,
        right: graph.cells.indices.map { middles[$0] + graph.cells[$0].width / 2 }.max() ?? 0
      )
    }
    let narrowest = extents.min { $0.right - $0.left < $1.right - $1.left } ?? (0, 0)
    var moved: [[Int]] = []
    for (index, middles) in layouts.enumerated() {
      let isLeftward = index % 2 == 1
      let shift = isLeftward ? narrowest.right - extents[index].right : narrowest.left - extents[index].left
      moved.append(middles.map { $0 + shift })
    }
    let means = graph.cells.indices.map { cell -> Int in
      let sorted = moved.map { $0[cell] }.sorted()
      return (sorted[1] + sorted[2]) >> 1
    }
    let left = graph.cells.indices.map { means[$0] - graph.cells[$0].width / 2 }.min() ?? 0
    return means.map { $0 - left }
  }
}
