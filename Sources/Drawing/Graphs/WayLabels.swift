/// Finds places for the words of lines back: outside the lane, as near to its middle as no other line runs.
struct WayLabels {
  /// A box of the layout that comes of it.
  typealias Box = GraphLayout.Box
  /// A corner of the layout that comes of it.
  typealias Point = GraphLayout.Point

  /// The places, by line; nil for a line without words.
  private(set) var boxes: [Box?]
  /// Right end of everything.
  private(set) var right: Int
  /// The corners of all lines back.
  private let lines: [[Point]]

  /// Room between a line and other lines' words.
  private static let clearance = 2
  /// Pixels by which a place is moved along its lane.
  private static let pitch = 6

  /// Finds places for the words of some lines.
  init(_ ways: [BackWay], _ lines: [[Point]], right: Int) {
    self.lines = lines
    self.right = right
    boxes = Array(repeating: nil, count: ways.count)
    var homeless: [Int] = []
    for (index, way) in ways.enumerated() where way.labelSize.height > 0 {
      let place = candidates(way, lines[index]).first { isFree($0, of: index) }
      boxes[index] = place
      if place == nil { homeless.append(index) }
    }
    // Where lanes leave no room, words stand beside all of them, below each other.
    let column = right + 12
    var bottom = 2
    for index in homeless {
      let (width, height) = ways[index].labelSize
      let y = max(bottom, middle(of: lines[index], at: ways[index].lane) - height / 2)
      boxes[index] = Box(x: column, y: y, width: width, height: height)
      bottom = y + height + 2
      self.right = max(self.right, column + width)
    }
  }

  /// Places along a lane, from its middle outwards.
  private func candidates(_ way: BackWay, _ line: [Point]) -> [Box] {
    let (width, height) = way.labelSize
    let x = way.isLeft ? way.lane - width - 2 : way.lane + 2
    let middle = middle(of: line, at: way.lane) - height / 2
    let ends = line.filter { $0.x == way.lane }.map(\.y)
    let reach = max(0, ((ends.max() ?? 0) - (ends.min() ?? 0) - height) / 2)
    var places = [middle]
    for distance in stride(from: WayLabels.pitch, through: reach, by: WayLabels.pitch) {
      places += [middle - distance, middle + distance]
    }
    return places.map { Box(x: x, y: max(2, $0), width: width, height: height) }
  }

  /// Half the way up a lane.
  private func middle(of line: [Point], at lane: Int) -> Int {
    let ends = line.filter { $0.x == lane }.map(\.y)
    return ((ends.min() ?? 0) + (ends.max() ?? 0)) / 2
  }

  /// Whether no other line runs through a place, and no other words stand there.
  private func isFree(_ box: Box, of line: Int) -> Bool {
    let room = WayLabels.clearance
    for other in boxes {
      if let other, other.x < box.right, box.x < other.right, other.y < box.bottom, box.y < other.bottom {
        return false
      }
    }
    for (number, points) in lines.enumerated() where number != line {
      for (from, to) in zip(points, points.dropFirst()) {
        let isBeside = max(from.x, to.x) <= box.x - room || min(from.x, to.x) >= box.right + room
        let isAboveOrBelow = max(from.y, to.y) <= box.y - room || min(from.y, to.y) >= box.bottom + room
        if !isBeside && !isAboveOrBelow { return false }
      }
    }
    return true
  }
}
