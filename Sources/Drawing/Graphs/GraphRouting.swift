/// Sets rows below each other with room for the lines between them, and leads every line around all nodes.
struct GraphRouting {
  /// A box of the layout that comes of it.
  typealias Box = GraphLayout.Box
  /// A corner of the layout that comes of it.
  typealias Point = GraphLayout.Point
  /// A line of the layout that comes of it.
  typealias Route = GraphLayout.Route

  private let graph: LayeredGraph
  /// Middles of cells.
  private var middles: [Int]
  /// Tracks below each row.
  private let gaps: [GapRouting]
  /// Lines back.
  private var ways: [BackWay] = []
  /// Heights of rows.
  private let heights: [Int]
  /// Tops of rows.
  private var tops: [Int] = []
  /// The uppermost track below each row, and first the one above all of them.
  private var firstTracks: [Int] = []
  /// The lines, by edge.
  private(set) var routes: [Route] = []
  /// Right end of everything.
  private(set) var right = 0
  /// Bottom of everything.
  private(set) var bottom = 0

  /// Pixels from one track to the next.
  private static let trackPitch = 10
  /// Room from a row to the first track below it.
  private static let above = 12
  /// Room from the last track to a row of nodes: an arrow's head and as much line.
  private static let below = 20

  /// Finds tracks for the lines between rows.
  init(_ graph: LayeredGraph, middles: [Int]) {
    self.graph = graph
    self.middles = middles
    gaps = graph.rows.indices.map { GapRouting($0, of: graph, middles: middles) }
    heights = graph.rows.map { row in row.map { graph.cells[$0].height }.max() ?? 0 }
  }

  /// The boxes of the first cells, which are the nodes.
  func boxes(count: Int) -> [Box] { (0..<count).map { box(of: $0) } }

  /// Finds a line for each edge.
  mutating func route(_ drawing: GraphDrawing, _ layering: Layering, _ labels: [TextLines]) {
    ways = BackWay.ways(drawing, layering, labels, graph)
    setRows()
    setLanes()
    let wayRoutes = self.wayRoutes(labels)
    for (index, path) in graph.paths.enumerated() {
      if let route = wayRoutes[index] {
        routes.append(route)
        continue
      }
      var label: Box?
      if path.count > 2, case .label = graph.cells[path[1]].content { label = box(of: path[1]) }
      routes.append(Route(points: points(along: path), label: label, words: labels[index], isBack: false))
    }
    let ends = routes.flatMap { $0.points.map(\.y) + [$0.label?.bottom ?? 0] }
    bottom = max((tops.last ?? GraphLayout.margin) + (heights.last ?? 0), ends.max() ?? 0)
  }

  // MARK: Rows and lanes

  /// Sets the rows, with room for all tracks between them.
  private mutating func setRows() {
    var leaving = Array(repeating: 0, count: heights.count)
    var entering = leaving
    for way in ways {
      if way.leavesBelow { leaving[way.sourceRow] += 1 }
      if way.entersAbove { entering[way.targetRow] += 1 }
    }
    var y = GraphLayout.margin
    firstTracks = [y]
    if let first = entering.first, first > 0 { y += (first - 1) * GraphRouting.trackPitch + GraphRouting.below }
    for row in heights.indices {
      tops.append(y)
      y += heights[row]
      let isLast = row == heights.count - 1
      let count = leaving[row] + gaps[row].trackCount + (isLast ? 0 : entering[row + 1])
      let (least, after) = isLast ? (0, 0) : room(below: row)
      let needed = count == 0 ? 0 : GraphRouting.above + (count - 1) * GraphRouting.trackPitch + after
      let height = max(least, needed)
      firstTracks.append(y + GraphRouting.above + (height - needed) / 2)
      y += height
    }
  }

  /// The least room between two rows, and of it what the last track leaves free.
  private func room(below row: Int) -> (least: Int, after: Int) {
    let isNodes = graph.rows[row].contains { graph.cells[$0].isNode }
    let isBeforeNodes = graph.rows[row + 1].contains { graph.cells[$0].isNode }
    if !isBeforeNodes { return (18, 8) }
    return isNodes ? (36, GraphRouting.below) : (24, GraphRouting.below)
  }

  /// Gives lines back their lanes, and moves everything so that the leftmost thing stands at the margin.
  private mutating func setLanes() {
    let lefts = graph.rows.map { row in row.map { middles[$0] - graph.cells[$0].width / 2 }.min() ?? 0 }
    let rights = graph.rows.map { row in row.map { middles[$0] + graph.cells[$0].width / 2 }.max() ?? 0 }
    BackWay.place(&ways) { rows in
      lefts[rows.clamped(to: 0...lefts.count - 1)].min() ?? 0
    } right: { rows in
      rights[rows.clamped(to: 0...rights.count - 1)].max() ?? 0
    }
    let outers = ways.map(\.outer)
    let shift = GraphLayout.margin - min(lefts.min() ?? 0, outers.min() ?? .max)
    for cell in middles.indices { middles[cell] += shift }
    for way in ways.indices { ways[way].shift(shift) }
    right = max(rights.max() ?? 0, outers.max() ?? .min) + shift
  }

  /// Where a cell is.
  private func box(of cell: Int) -> Box {
    let size = graph.cells[cell]
    return Box(
      x: middles[cell] - size.width / 2, y: tops[size.row] + (heights[size.row] - size.height) / 2, width: size.width,
      height: size.height)
  }

  // MARK: Lines

  /// The corners of a line down.
  private func points(along path: [Int]) -> [Point] {
    guard let first = path.first, let last = path.last else { return [] }
    var points = [Point(x: middles[first], y: box(of: first).bottom)]
    for (upper, lower) in zip(path, path.dropFirst()) {
      let row = graph.cells[upper].row
      guard let track = gaps[row].tracks[LayeredGraph.Link(upper: upper, lower: lower)] else { continue }
      let leaving = ways.count { $0.leavesBelow && $0.sourceRow == row }
      let y = firstTracks[row + 1] + (leaving + track) * GraphRouting.trackPitch
      points.append(Point(x: middles[upper], y: y))
      points.append(Point(x: middles[lower], y: y))
    }
    points.append(Point(x: middles[last], y: box(of: last).y))
    return points
  }

  /// A line back with its words.
  private func route(of way: BackWay, _ words: TextLines) -> Route {
    let source = box(of: way.source)
    let target = box(of: way.target)
    var points: [Point] = []
    if way.leavesBelow {
      let x = source.middle + (way.isLeft ? -source.width / 4 : source.width / 4)
      let y = firstTracks[way.sourceRow + 1] + way.leavingTrack * GraphRouting.trackPitch
      points = [Point(x: x, y: source.bottom), Point(x: x, y: y), Point(x: way.lane, y: y)]
    } else {
      let isBoth = ways.contains { $0.target == way.source && !$0.entersAbove && $0.isLeft == way.isLeft }
      let y = source.y + (isBoth ? source.height * 2 / 3 : source.height / 2)
      points = [Point(x: way.isLeft ? source.x : source.right, y: y), Point(x: way.lane, y: y)]
    }
    if way.entersAbove {
      let x = target.middle + (way.isLeft ? -target.width / 4 : target.width / 4)
      let before = way.targetRow == 0 ? 0 : trackCount(before: way.targetRow)
      let y = firstTracks[way.targetRow] + (before + way.enteringTrack) * GraphRouting.trackPitch
      points += [Point(x: way.lane, y: y), Point(x: x, y: y), Point(x: x, y: target.y)]
    } else {
      let isBoth = ways.contains { $0.source == way.target && !$0.leavesBelow && $0.isLeft == way.isLeft }
      let y = target.y + (isBoth ? target.height / 3 : target.height / 2)
      points += [Point(x: way.lane, y: y), Point(x: way.isLeft ? target.x : target.right, y: y)]
    }
    return Route(points: points, label: nil, words: words, isBack: true)
  }

  /// The lines back, by edge.
  private mutating func wayRoutes(_ labels: [TextLines]) -> [Int: Route] {
    var routes = ways.map { route(of: $0, labels[$0.edge]) }
    let places = WayLabels(ways, routes.map(\.points), right: right)
    for (index, box) in places.boxes.enumerated() { routes[index].label = box }
    right = places.right
    return Dictionary(zip(ways.map(\.edge), routes)) { first, _ in first }
  }

  /// Number of tracks between two rows that lie above those that come in to the lower one.
  private func trackCount(before row: Int) -> Int {
    gaps[row - 1].trackCount + ways.count { $0.leavesBelow && $0.sourceRow == row - 1 }
  }
}
