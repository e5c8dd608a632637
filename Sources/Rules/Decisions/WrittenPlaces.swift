import DataTree
import SourceText

/// Where a document's scalars, entries and elements are written, in order: what comments are placed by.
struct WrittenPlaces {
  /// The scalars and keys, in order of offset.
  private var scalars: [(range: SourceRange, style: NodeStyle)] = []
  /// Entries from key to value, and elements, in order of offset.
  private var blocks: [SourceRange] = []

  /// Collects what is written in a tree that was not read under its schema yet.
  init(_ view: TreeView) {
    for index in 0..<view.nodeCount {
      let id = NodeID(UInt32(index))
      let node = view[id]
      // What an alias brings is written where its anchor is.
      guard !node.flags.contains(.behindAlias) else { continue }
      if !node.isCollection { scalars.append((node.range, node.style)) }
      for entry in view.entries(id) where !view[entry.key].flags.contains(.behindAlias) {
        let key = view[entry.key].range
        let value = view[entry.value]
        let isHere = !value.flags.contains(.behindAlias)
        blocks.append(SourceRange(key.start, isHere ? max(key.end, value.range.end) : key.end))
      }
      for element in view.elements(id) where !view[element].flags.contains(.behindAlias) {
        blocks.append(view[element].range)
      }
    }
    scalars.sort { ($0.range.start, $0.range.end) < ($1.range.start, $1.range.end) }
    blocks.sort { ($0.start, $0.end) < ($1.start, $1.end) }
  }

  /// Whether a `#` is text of a scalar; in the header of a block scalar it begins a comment.
  func isText(at offset: Int, in bytes: [UInt8]) -> Bool {
    let position = WrittenPlaces.firstIndex(scalars) { $0.range.start > offset }
    guard position > 0 else { return false }
    let (range, style) = scalars[position - 1]
    guard offset < range.end else { return false }
    guard style == .literal || style == .folded else { return true }
    return bytes[Int(range.start)..<offset].contains { $0 == 0x0A || $0 == 0x0D }
  }

  /// A line with the whole of the scalars that it shares with others: no comment can stand inside those.
  func widened(_ line: SourceRange) -> SourceRange {
    var line = line
    let after = WrittenPlaces.firstIndex(scalars) { $0.range.start > line.end }
    // Scalars do not overlap, so that at most one begins before the line and reaches it.
    for (range, _) in scalars[..<after].reversed() {
      guard range.end > line.start else { break }
      line = SourceRange(min(line.start, range.start), max(line.end, range.end))
    }
    return line
  }

  /// From the first to the last character of the entries and elements that begin on a line; nil where none does.
  func block(on line: SourceRange) -> SourceRange? {
    let first = WrittenPlaces.firstIndex(blocks) { $0.start >= line.start }
    let after = WrittenPlaces.firstIndex(blocks) { $0.start > line.end }
    guard first < after else { return nil }
    return SourceRange(blocks[first].start, blocks[first..<after].reduce(0) { max($0, $1.end) })
  }

  private static func firstIndex<Element>(_ sorted: [Element], where isPast: (Element) -> Bool) -> Int {
    var low = 0
    var high = sorted.count
    while low < high {
      let middle = (low + high) / 2
      if isPast(sorted[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
