/// A graph in rows in which every line leads from one row to the next: long edges have a bend in each row between, and a
/// label is a cell of a row of its own, so that nothing else comes to stand there.
struct LayeredGraph {
  /// What stands in a row.
  enum Content: Hashable {
    /// A node of the drawing, by position.
    case node(Int)
    /// The label of an edge, by position.
    case label(Int)
    /// Where edges to a node pass; they run together, which spares lines.
    case bend(target: Int)
  }

  /// A place in a row.
  struct Cell {
    /// What stands there.
    var content: Content
    /// Its row.
    var row: Int
    /// Its width; even, so that its middle is a whole number.
    var width: Int
    /// Its height.
    var height: Int

    /// Whether it is a node.
    var isNode: Bool {
      if case .node = content { return true }
      return false
    }

    /// Whether it is where edges pass.
    var isBend: Bool {
      if case .bend = content { return true }
      return false
    }
  }

  /// A line from a row to the next one.
  struct Link: Hashable {
    /// The cell above.
    var upper: Int
    /// The cell below.
    var lower: Int
  }

  /// All cells; those of the nodes come first, in their order.
  private(set) var cells: [Cell] = []
  /// Cells by row, from left to right.
  var rows: [[Int]] = []
  /// The cells above that each is linked to.
  private(set) var upper: [[Int]] = []
  /// The cells below that each is linked to.
  private(set) var lower: [[Int]] = []
  /// The cells that each edge runs through; empty for edges back.
  private(set) var paths: [[Int]] = []
  /// The links of the longest path.
  private(set) var emphasized: Set<Link> = []

  /// Rows for a graph whose nodes have layers; `size` gives what nodes and labels take.
  init(_ graph: GraphDrawing, _ layering: Layering, size: (Content) -> (width: Int, height: Int)) {
    let layerCount = (layering.layers.max() ?? -1) + 1
    var hasLabels = Array(repeating: false, count: layerCount)
    for (index, edge) in graph.edges.enumerated() where !layering.isBack[index] && edge.label != nil {
      hasLabels[layering.layers[edge.source]] = true
    }
    var rowOfLayer: [Int] = []
    var count = 0
    for layer in 0..<layerCount {
      rowOfLayer.append(count)
      count += hasLabels[layer] ? 2 : 1
    }
    rows = Array(repeating: [], count: count)
    for node in graph.nodes.indices {
      add(.node(node), row: rowOfLayer[layering.layers[node]], size(.node(node)))
    }
    var bends: [Int: Int] = [:]
    var links: Set<Link> = []
    for (index, edge) in graph.edges.enumerated() {
      guard !layering.isBack[index] else {
        paths.append([])
        continue
      }
      var path = [edge.source]
      for row in cells[edge.source].row + 1..<cells[edge.target].row {
        if edge.label != nil, path.count == 1 {
          path.append(add(.label(index), row: row, size(.label(index))))
          continue
        }
        let key = row * graph.nodes.count + edge.target
        let bend = bends[key] ?? add(.bend(target: edge.target), row: row, (2, 0))
        bends[key] = bend
        path.append(bend)
      }
      path.append(edge.target)
      for (above, below) in zip(path, path.dropFirst()) {
        let link = Link(upper: above, lower: below)
        if edge.isOnLongestPath { emphasized.insert(link) }
        guard links.insert(link).inserted else { continue }
        lower[above].append(below)
        upper[below].append(above)
      }
      paths.append(path)
    }
  }

  /// Makes some nodes as high as the highest of their row, which is calmer to look at.
  mutating func level(where isLevelled: (Int) -> Bool) {
    for row in rows {
      let nodes = row.filter { cell in
        if case .node(let node) = cells[cell].content { return isLevelled(node) }
        return false
      }
      let height = nodes.map { cells[$0].height }.max() ?? 0
      for cell in nodes { cells[cell].height = height }
    }
  }

  /// Adds a cell at the end of a row.
  @discardableResult
  private mutating func add(_ content: Content, row: Int, _ size: (width: Int, height: Int)) -> Int {
    cells.append(Cell(content: content, row: row, width: (size.width + 1) / 2 * 2, height: size.height))
    rows[row].append(cells.count - 1)
    upper.append([])
    lower.append([])
    return cells.count - 1
  }
}
