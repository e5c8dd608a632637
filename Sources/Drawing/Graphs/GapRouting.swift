/// Routes the lines between two rows: down from the cell above, across on a track of their own, down to the cell below.
///
/// Lines that part from one cell or meet in one share a track; others that would run over each other do not.
struct GapRouting {
  /// Lines that share a track.
  private struct Net {
    /// Where they leave the row above, and where they reach the row below.
    var lines: [(upper: Int, lower: Int)]
    /// The leftmost of all these places.
    var left: Int
    /// The rightmost.
    var right: Int
    /// Its track.
    var track = 0
  }

  /// Number of tracks.
  let trackCount: Int
  /// The track of each link that is not straight.
  let tracks: [LayeredGraph.Link: Int]

  /// Pixels that two lines on one track keep apart.
  private static let clearance = 8
  /// With more lines than that, tracks follow the places from left to right.
  private static let maximumSorted = 64

  /// Finds tracks for the lines below a row.
  init(_ row: Int, of graph: LayeredGraph, middles: [Int]) {
    var nets: [Net] = []
    var numbers: [Int: Int] = [:]
    var netOfLink: [(link: LayeredGraph.Link, net: Int)] = []
    for upper in graph.rows[row] {
      for lower in graph.lower[upper] where middles[upper] != middles[lower] {
        let key = graph.upper[lower].count > 1 ? lower : upper
        let (from, to) = (middles[upper], middles[lower])
        if let number = numbers[key] {
          nets[number].lines.append((from, to))
          nets[number].left = min(nets[number].left, from, to)
          nets[number].right = max(nets[number].right, from, to)
        } else {
          numbers[key] = nets.count
          nets.append(Net(lines: [(from, to)], left: min(from, to), right: max(from, to)))
        }
        netOfLink.append((LayeredGraph.Link(upper: upper, lower: lower), numbers[key] ?? 0))
      }
    }
    let order = GapRouting.order(nets)
    var count = 0
    for (place, net) in order.enumerated() {
      for other in order[..<place]
      where nets[other].left <= nets[net].right + GapRouting.clearance
        && nets[net].left <= nets[other].right + GapRouting.clearance
      {
        nets[net].track = max(nets[net].track, nets[other].track + 1)
      }
      count = max(count, nets[net].track + 1)
    }
    trackCount = count
    tracks = Dictionary(netOfLink.map { ($0.link, nets[$0.net].track) }) { first, _ in first }
  }

  /// The nets from top to bottom, so that few lines cross and none runs over another.
  private static func order(_ nets: [Net]) -> [Int] {
    var order = nets.indices.sorted { (nets[$0].left, nets[$0].right, $0) < (nets[$1].left, nets[$1].right, $1) }
    guard nets.count > 1, nets.count <= maximumSorted else { return order }
    for _ in order.indices {
      var isChanged = false
      for place in order.indices.dropLast() {
        let (first, second) = (nets[order[place]], nets[order[place + 1]])
        guard cost(second, above: first) < cost(first, above: second) else { continue }
        order.swapAt(place, place + 1)
        isChanged = true
      }
      if !isChanged { break }
    }
    return order
  }

  /// What it costs to have one net above another: crossings, and lines on top of each other, which are far worse.
  private static func cost(_ net: Net, above other: Net) -> Int {
    var cost = 0
    for line in other.lines where net.left...net.right ~= line.upper {
      cost += 1
      for own in net.lines where abs(own.lower - line.upper) < clearance { cost += 1000 }
    }
    for line in net.lines where other.left...other.right ~= line.lower { cost += 1 }
    return cost
  }
}
