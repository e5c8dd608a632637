import Testing

@testable import Drawing

/// What must hold of every layout, tried on random graphs.
@Suite struct GraphLayoutTests {
  typealias Box = GraphLayout.Box

  private static let sizes: [(seed: UInt64, nodes: Int, edges: Int)] = (1...60).map { seed in
    (UInt64(seed), [1, 2, 3, 5, 8, 12, 20, 35][seed % 8], [0, 1, 2, 6, 9, 14, 25, 60][(seed / 2) % 8])
  }

  private func overlaps(_ left: Box, _ right: Box) -> Bool {
    left.x < right.right && right.x < left.right && left.y < right.bottom && right.y < left.bottom
  }

  /// Whether a stretch of a line runs through a box, not only along its border.
  private func crosses(_ from: GraphLayout.Point, _ to: GraphLayout.Point, _ box: Box) -> Bool {
    min(from.x, to.x) < box.right && max(from.x, to.x) > box.x && min(from.y, to.y) < box.bottom
      && max(from.y, to.y) > box.y
  }

  @Test(arguments: sizes) func nothingOverlaps(_ size: (seed: UInt64, nodes: Int, edges: Int)) throws {
    let drawing = GraphSample.random(size.seed, nodes: size.nodes, edges: size.edges)
    let layout = try #require(GraphSample.layout(drawing))
    let labels = layout.routes.compactMap(\.label)
    let boxes = layout.boxes + labels
    for (index, box) in boxes.enumerated() {
      for other in boxes[(index + 1)...] { #expect(!overlaps(box, other), "\(box) \(other)") }
      #expect(box.x >= 0 && box.y >= 0 && box.right <= layout.width && box.bottom <= layout.height, "\(box)")
    }
  }

  @Test(arguments: sizes) func linesRunAroundNodes(_ size: (seed: UInt64, nodes: Int, edges: Int)) throws {
    let drawing = GraphSample.random(size.seed, nodes: size.nodes, edges: size.edges)
    let layout = try #require(GraphSample.layout(drawing))
    #expect(layout.routes.count == drawing.edges.count)
    for (number, route) in layout.routes.enumerated() {
      let edge = drawing.edges[number]
      for (from, to) in zip(route.points, route.points.dropFirst()) {
        #expect(from.x == to.x || from.y == to.y, "no line is slanted")
        for point in [from, to] {
          #expect(point.x >= 0 && point.y >= 0 && point.x <= layout.width && point.y <= layout.height)
        }
        for (node, box) in layout.boxes.enumerated() { #expect(!crosses(from, to, box), "\(edge) through \(node)") }
        for (other, label) in layout.routes.map(\.label).enumerated() where other != number {
          if let label { #expect(!crosses(from, to, label), "\(edge) through the words of \(other)") }
        }
      }
      let (source, target) = (layout.boxes[edge.source], layout.boxes[edge.target])
      let (start, end) = (try #require(route.points.first), try #require(route.points.last))
      #expect(source.x...source.right ~= start.x && source.y...source.bottom ~= start.y, "begins at its source")
      #expect(target.x...target.right ~= end.x && target.y...target.bottom ~= end.y, "ends at its target")
    }
  }

  @Test(arguments: sizes) func edgesLeadDown(_ size: (seed: UInt64, nodes: Int, edges: Int)) throws {
    let drawing = GraphSample.random(size.seed, nodes: size.nodes, edges: size.edges)
    let layout = try #require(GraphSample.layout(drawing))
    let layering = Layering(drawing, columns: GraphLayout.columns)
    for (index, edge) in drawing.edges.enumerated() {
      #expect(layout.routes[index].isBack == layering.isBack[index])
      if edge.isBack || edge.source == edge.target { #expect(layering.isBack[index]) }
      guard !layering.isBack[index] else { continue }
      #expect(layering.layers[edge.source] < layering.layers[edge.target])
      #expect(layout.boxes[edge.source].bottom < layout.boxes[edge.target].y)
    }
    let counts = Dictionary(layering.layers.map { ($0, 1) }, uniquingKeysWith: +)
    #expect(counts.values.allSatisfy { $0 <= GraphLayout.columns })
  }

  @Test func theSameGraphIsLaidOutTheSame() {
    for size in GraphLayoutTests.sizes.prefix(20) {
      let drawing = GraphSample.random(size.seed, nodes: size.nodes, edges: size.edges)
      #expect(GraphSample.svg(drawing) == GraphSample.svg(drawing))
    }
  }

  @Test func aLineStaysStraightWhereItCan() throws {
    // A chain with a way past two of its steps: the chain is one vertical line.
    let layout = try #require(GraphSample.layout(GraphSample.graph(4, [(0, 1), (1, 2), (2, 3), (0, 3)])))
    #expect(layout.routes[0].points.count == 2 && layout.routes[1].points.count == 2)
    let middles = layout.boxes.map(\.middle)
    #expect(middles[1] == middles[2])
    // What passes them runs down in one piece.
    let verticals = zip(layout.routes[3].points, layout.routes[3].points.dropFirst()).filter { $0.x == $1.x }
    #expect(verticals.map { $1.y - $0.y }.max() ?? 0 > layout.boxes[2].bottom - layout.boxes[1].y)
  }

  @Test func theLongestPathIsStraight() throws {
    var drawing = GraphSample.graph(0, [])
    drawing.nodes = (0..<6).map { GraphDrawing.Node(id: "\($0)", label: ChartText("\($0)")) }
    drawing = GraphDrawing(
      title: drawing.title, nodes: drawing.nodes,
      edges: [(0, 1, false), (0, 2, true), (1, 3, false), (2, 4, true), (3, 5, false), (4, 5, true), (2, 3, false)]
        .map { GraphDrawing.Edge($0.0, $0.1, label: ChartText("答"), isOnLongestPath: $0.2) }, key: GraphSample.key)
    let layout = try #require(GraphSample.layout(drawing))
    for (edge, route) in zip(drawing.edges, layout.routes) where edge.isOnLongestPath {
      #expect(Set(route.points.map(\.x)).count == 1)
    }
  }

  @Test func nodesWithoutEdgesStandInEvenRows() throws {
    let layout = try #require(GraphSample.layout(GraphSample.graph(6, [])))
    let rows = Dictionary(grouping: layout.boxes, by: \.y)
    #expect(rows.count == 2 && rows.values.allSatisfy { $0.count == 3 })
    #expect(layout.boxes[0].x < layout.boxes[1].x && layout.boxes[2].y < layout.boxes[3].y)
  }

  @Test func aWayBackRunsAtTheSide() throws {
    let layout = try #require(GraphSample.layout(GraphSample.graph(3, [(0, 1), (1, 2), (2, 0)], back: [2])))
    let lane = try #require(layout.routes[2].points.map(\.x).max())
    #expect(layout.routes[2].isBack && lane > layout.boxes.map(\.right).max() ?? 0)
    #expect(layout.routes[2].points.first?.y ?? 0 > layout.routes[2].points.last?.y ?? 0)
    // A cycle that nobody marked is broken where the document goes back.
    let unmarked = try #require(GraphSample.layout(GraphSample.graph(3, [(0, 1), (1, 2), (2, 0)])))
    #expect(unmarked.routes.map(\.isBack) == [false, false, true])
  }

  @Test func largeGraphsAreRefused() {
    let chain = (0..<300).map { ($0, $0 + 1) }
    guard case .tooLarge(let nodes, let edges) = GraphPicture(GraphSample.graph(301, chain)) else {
      Issue.record("laid out")
      return
    }
    #expect(nodes == 301 && edges == 300)
    guard case .tooLarge = GraphPicture(GraphSample.graph(2, Array(repeating: (0, 1), count: 1001))) else {
      Issue.record("laid out")
      return
    }
  }

  /// A chain with edges over most of it, edges anywhere, two halves that are all joined, and rows of all with all.
  private static func edge(_ index: Int, of graph: Int) -> (Int, Int) {
    switch graph {
    case 0 where index < 199: (index, index + 1)
    case 0: (index * 7 % 40, 160 + index * 3 % 40)
    case 1: (index * 37 % 200, (index * 91 + 13) % 200)
    case 2: (index % 31, 100 + index % 97)
    default: (index / 5, min(199, index / 20 * 4 + 4 + index % 4))
    }
  }

  @Test(arguments: 0..<4) func theLargestGraphsAreQuick(_ number: Int) throws {
    let drawing = GraphSample.graph(200, (0..<1000).map { GraphLayoutTests.edge($0, of: number) })
    var layout: GraphLayout?
    let time = ContinuousClock().measure { layout = GraphSample.layout(drawing) }
    #expect(layout != nil)
    // In a release build it takes less than 0.1 s; one without optimization has a long way to go.
    #expect(time < .seconds(20), "\(time)")
  }

  @Test func edgesToNowhereAreLeftOut() {
    #expect(GraphSample.graph(2, [(0, 1), (0, 5), (-1, 0)]).edges.count == 1)
    #expect(GraphSample.svg(GraphSample.graph(0, [])).contains("<svg"))
  }
}
