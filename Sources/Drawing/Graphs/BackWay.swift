/// A line back to an earlier node: out at the side, up on a lane beside everything that it passes, and in again.
///
/// Where another cell stands in the way, it leaves or comes in between the rows.
struct BackWay {
  /// Position of its edge.
  let edge: Int
  /// The cell that it leaves.
  let source: Int
  /// The cell that it leads to.
  let target: Int
  /// Row of the source, the lower one.
  let sourceRow: Int
  /// Row of the target.
  let targetRow: Int
  /// Whether it runs on the left.
  let isLeft: Bool
  /// Whether it leaves below the source's row.
  let leavesBelow: Bool
  /// Whether it comes in above the target's row.
  let entersAbove: Bool
  /// Room for its words.
  let labelSize: (width: Int, height: Int)
  /// Its track among those that leave below the source's row, or come in above the target's.
  private(set) var leavingTrack = 0
  /// Its track above the target's row.
  private(set) var enteringTrack = 0
  /// Where it runs up.
  private(set) var lane = 0

  /// Room between lanes and whatever they pass.
  private static let clearance = 16

  /// The end of what it takes, words included.
  var outer: Int {
    let room = labelSize.width == 0 ? 2 : labelSize.width + 2
    return isLeft ? lane - room : lane + room
  }

  /// The lines back of a graph, shortest first, so that lanes lie within each other.
  static func ways(_ drawing: GraphDrawing, _ layering: Layering, _ labels: [TextLines], _ graph: LayeredGraph)
    -> [BackWay]
  {
    var ways = drawing.edges.indices.filter { layering.isBack[$0] }.map { index in
      BackWay(index, drawing.edges[index], labels[index], graph)
    }
    ways.sort { ($0.sourceRow - $0.targetRow, $0.edge) < ($1.sourceRow - $1.targetRow, $1.edge) }
    var leaving: [Int: Int] = [:]
    var entering: [Int: Int] = [:]
    for index in ways.indices {
      if ways[index].leavesBelow {
        ways[index].leavingTrack = leaving[ways[index].sourceRow, default: 0]
        leaving[ways[index].sourceRow, default: 0] += 1
      }
      if ways[index].entersAbove {
        ways[index].enteringTrack = entering[ways[index].targetRow, default: 0]
        entering[ways[index].targetRow, default: 0] += 1
      }
    }
    return ways
  }

  private init(_ index: Int, _ edge: GraphDrawing.Edge, _ words: TextLines, _ graph: LayeredGraph) {
    self.edge = index
    source = edge.source
    target = edge.target
    // An edge that is said to lead back may lead down; its lane is the same.
    sourceRow = graph.cells[edge.source].row
    targetRow = graph.cells[edge.target].row
    let ends = [edge.source, edge.target]
    let isRightmost = ends.map { graph.rows[graph.cells[$0].row].last == $0 }
    let isLeftmost = ends.map { graph.rows[graph.cells[$0].row].first == $0 }
    isLeft = isRightmost != [true, true] && isLeftmost == [true, true]
    leavesBelow = !(isLeft ? isLeftmost[0] : isRightmost[0])
    entersAbove = !(isLeft ? isLeftmost[1] : isRightmost[1])
    labelSize = words.height == 0 ? (0, 0) : GraphLayout.size(of: words)
  }

  /// The rows that it passes, and with words those beside, into which they may reach.
  private var rows: ClosedRange<Int> {
    let reach = labelSize.height > 0 ? 1 : 0
    return min(sourceRow, targetRow) - reach...max(sourceRow, targetRow) + reach
  }

  /// Gives each a lane; `left` and `right` tell how far some rows reach.
  static func place(
    _ ways: inout [BackWay], left: (ClosedRange<Int>) -> Int, right: (ClosedRange<Int>) -> Int
  ) {
    for index in ways.indices {
      let way = ways[index]
      let passed = ways[..<index].filter { $0.isLeft == way.isLeft && $0.rows.overlaps(way.rows) }.map(\.outer)
      if way.isLeft {
        ways[index].lane = min(left(way.rows), passed.min() ?? .max) - clearance
      } else {
        ways[index].lane = max(right(way.rows), passed.max() ?? .min) + clearance
      }
    }
  }

  /// Moves its lane along with everything else.
  mutating func shift(_ distance: Int) { lane += distance }
}
