/// A drawing with a place for everything, in whole pixels from the top left corner.
package struct GraphLayout: Sendable {
  /// A box around a node or the words of an edge.
  struct Box: Equatable, Sendable {
    /// Left end.
    var x: Int
    /// Top.
    var y: Int
    /// Width.
    var width: Int
    /// Height.
    var height: Int

    /// Its middle from left to right.
    var middle: Int { x + width / 2 }
    /// Its bottom.
    var bottom: Int { y + height }
    /// Its right end.
    var right: Int { x + width }
  }

  /// A corner of a line.
  struct Point: Equatable, Sendable {
    /// From the left.
    var x: Int
    /// From the top.
    var y: Int
  }

  /// A line with its words.
  struct Route: Sendable {
    /// The corners from the source's border to the target's.
    var points: [Point]
    /// Where its words stand; nil for a line without.
    var label: Box?
    /// Its words.
    var words: TextLines
    /// Whether it leads back.
    var isBack: Bool
  }

  /// What is drawn.
  package let drawing: GraphDrawing
  /// The nodes' places.
  let boxes: [Box]
  /// The nodes' words.
  let texts: [NodeText]
  /// The edges' lines.
  let routes: [Route]
  /// Width of nodes and lines, with the margin.
  let width: Int
  /// Height of nodes and lines, with the margin.
  let height: Int

  /// Room around the whole.
  static let margin = 12
  /// Nodes side by side at most: what a page of A4 shows in letters that can be read.
  static let columns = 4
  /// Width of nodes by the number of nodes side by side.
  private static let widths = [240, 232, 184, 160, 148]

  /// Long words and marks make nodes wider, up to that.
  private static let widestNode = 208

  /// Places everything; the caller has seen to it that the graph is not too large.
  init(of drawing: GraphDrawing) {
    self.drawing = drawing
    let layering = Layering(drawing, columns: GraphLayout.columns)
    let counts = Dictionary(layering.layers.map { ($0, 1) }, uniquingKeysWith: +)
    let usual = GraphLayout.widths[min(GraphLayout.columns, counts.values.max() ?? 1)]
    let needed = drawing.nodes.map { NodeText.leastWidth($0) }.max() ?? 0
    let nodeWidth = max(usual, min(needed, GraphLayout.widestNode))
    texts = drawing.nodes.map { NodeText($0, width: nodeWidth) }
    let labels = drawing.edges.enumerated().map { index, edge in
      edge.label.map { label in
        TextLines(
          label, width: layering.isBack[index] ? 84 : 112, size: NodeText.detailSize, maximum: NodeText.maximumLines)
      } ?? .none
    }
    let texts = texts
    var graph = LayeredGraph(drawing, layering) { content in
      switch content {
      case .node(let node): (texts[node].width, texts[node].height)
      case .label(let edge): GraphLayout.size(of: labels[edge])
      case .bend: (2, 0)
      }
    }
    graph.level { drawing.nodes[$0].kind != .start && drawing.nodes[$0].kind != .end }
    graph.rows = RowOrder.rows(of: graph)
    let middles = ColumnPlacement.middles(of: graph, gap: 20)
    var routing = GraphRouting(graph, middles: middles)
    routing.route(drawing, layering, labels)
    boxes = routing.boxes(count: drawing.nodes.count)
    routes = routing.routes
    width = routing.right + GraphLayout.margin
    height = routing.bottom + GraphLayout.margin
  }

  /// Room for the words of an edge.
  static func size(of words: TextLines) -> (width: Int, height: Int) {
    (words.width(size: NodeText.detailSize) + 10, words.height * NodeText.detailPitch + 4)
  }
}

/// What comes of laying a graph out.
package enum GraphPicture: Sendable {
  /// A picture.
  case laidOut(GraphLayout)
  /// More nodes or edges than a picture could show: nobody would find their way in it.
  case tooLarge(nodes: Int, edges: Int)

  /// Nodes that are laid out at most.
  package static let maximumNodes = 200
  /// Edges that are laid out at most.
  package static let maximumEdges = 1000

  /// Lays a graph out, unless it is too large.
  package init(_ drawing: GraphDrawing) {
    guard drawing.nodes.count <= GraphPicture.maximumNodes, drawing.edges.count <= GraphPicture.maximumEdges else {
      self = .tooLarge(nodes: drawing.nodes.count, edges: drawing.edges.count)
      return
    }
    self = .laidOut(GraphLayout(of: drawing))
  }
}
