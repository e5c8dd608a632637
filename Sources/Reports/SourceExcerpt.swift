internal import Encoding
internal import SourceText

/// Part of one source line around a range, made visible, no wider than asked.
struct SourceExcerpt {
  /// Line in the file, from 1.
  let line: Int
  /// What is shown of the line; `…` stands where it is cut.
  let text: String
  /// Columns before the underline.
  let indent: Int
  /// Columns of the underline, at least one.
  let underline: Int
  /// Line in which the range ends, where that is a later one.
  let lastLine: Int?

  /// Columns that a tab takes; the next stop is not known where the line is cut, so it is always as many.
  private static let tab = "    "

  /// Cuts the line in which `range` begins. The work is bounded by `width`, not by the length of the line.
  init(of range: SourceRange, in file: LocatedFile, width: Int) {
    let bytes = file.source.bytes
    let length = UInt32(clamping: bytes.count)
    line = file.line(at: min(range.start, length))
    let last = file.line(at: min(range.isEmpty ? range.start : range.end - 1, length))
    lastLine = last > line ? last : nil

    let whole = file.shownRange(ofLine: line)
    let target = range.offsets.clamped(to: whole)
    if let plain = Self.plain(target, in: whole, of: bytes, width: width) {
      (text, indent, underline) = plain
      return
    }
    // A column takes at most four bytes, but for combining characters; a flood of those is cut.
    let near = Self.surroundings(of: target.lowerBound, reach: 8 * width + 64, in: bytes, whole: whole)
    let (cells, replacements) = Self.cells(of: near, in: bytes)
    let marked = Self.indices(of: target, in: cells)
    let fits = near == whole && Self.width(of: cells[...]) <= width
    let shown = fits ? cells.indices : Self.window(of: cells, around: marked, room: max(width - 2, 8))

    let isCutLeft = near.lowerBound > whole.lowerBound || shown.lowerBound > 0
    let isCutRight = near.upperBound < whole.upperBound || shown.upperBound < cells.count
    text =
      (isCutLeft ? "…" : "") + Self.text(of: cells[shown], replacements, in: bytes) + (isCutRight ? "…" : "")
    indent = (isCutLeft ? 1 : 0) + Self.width(of: cells[shown.lowerBound..<marked.lowerBound])
    let reachesEllipsis = marked.upperBound > shown.upperBound || isCutRight && target.upperBound > near.upperBound
    underline = max(1, Self.width(of: cells[marked.clamped(to: shown)]) + (reachesEllipsis ? 1 : 0))
  }

  /// The whole line where it fits and all of it is shown as it is, as most lines are; nil where it must be looked at by
  /// scalar.
  private static func plain(
    _ target: Range<Int>, in whole: Range<Int>, of bytes: [UInt8], width: Int
  ) -> (text: String, indent: Int, underline: Int)? {
    // A column of a plain text takes two bytes at most.
    guard whole.count <= 2 * width else { return nil }
    return bytes.withUnsafeBufferPointer { bytes in
      let isWhole = [target.lowerBound, target.upperBound].allSatisfy {
        $0 == whole.upperBound || bytes[$0] & 0xC0 != 0x80
      }
      func columns(_ part: Range<Int>) -> Int? { PlainText.width(of: UnsafeBufferPointer(rebasing: bytes[part])) }
      guard isWhole, let before = columns(whole.lowerBound..<target.lowerBound), let marked = columns(target),
        let after = columns(target.upperBound..<whole.upperBound), before + marked + after <= width
      else { return nil }
      let text = String(decoding: UnsafeBufferPointer(rebasing: bytes[whole]), as: UTF8.self)
      return (text, before, max(1, marked))
    }
  }

  /// One scalar as it is shown.
  private struct Cell: BitwiseCopyable {
    /// Offset of its first byte.
    var start: Int
    /// Offset after its last byte.
    var end: Int
    /// Columns that it adds.
    var width: Int
    /// Position of what stands for it; -1 for a scalar that is shown as itself.
    var replacement = -1
  }

  /// What some cells show: runs of bytes as they are, and what stands for the others.
  private static func text(of cells: ArraySlice<Cell>, _ replacements: [String], in bytes: [UInt8]) -> String {
    var shown: [UInt8] = []
    shown.reserveCapacity((cells.last?.end ?? 0) - (cells.first?.start ?? 0) + 8)
    var run = 0..<0
    for cell in cells {
      if cell.replacement < 0, cell.start == run.upperBound {
        run = run.lowerBound..<cell.end
        continue
      }
      shown += bytes[run]
      run = cell.replacement < 0 ? cell.start..<cell.end : cell.end..<cell.end
      if cell.replacement >= 0 { shown += replacements[cell.replacement].utf8 }
    }
    shown += bytes[run]
    return String(decoding: shown, as: UTF8.self)
  }

  /// Part of a line around an offset, both ends where scalars begin.
  private static func surroundings(of offset: Int, reach: Int, in bytes: [UInt8], whole: Range<Int>) -> Range<Int> {
    var start = max(whole.lowerBound, offset - reach)
    var end = min(whole.upperBound, offset + 2 * reach)
    if start > whole.lowerBound {
      for _ in 0..<3 where start < end && bytes[start] & 0xC0 == 0x80 { start += 1 }
    }
    if end < whole.upperBound {
      for _ in 0..<3 where end > start && bytes[end] & 0xC0 == 0x80 { end -= 1 }
    }
    return start..<end
  }

  /// The cells that a byte range covers, those that it covers in part included.
  private static func indices(of target: Range<Int>, in cells: [Cell]) -> Range<Int> {
    let first = cells.firstIndex { $0.end > target.lowerBound } ?? cells.count
    guard !target.isEmpty else { return first..<first }
    let last = cells.firstIndex { $0.end >= target.upperBound } ?? cells.count - 1
    return first..<max(first, last + 1)
  }

  /// Decodes part of the file; every byte that is not UTF-8 is shown as U+FFFD.
  /// - Returns: the cells, and what stands for some of them.
  private static func cells(of part: Range<Int>, in bytes: [UInt8]) -> (cells: [Cell], replacements: [String]) {
    var cells: [Cell] = []
    var replacements: [String] = []
    cells.reserveCapacity(part.count)
    var meter = DisplayWidth()
    bytes.withUnsafeBufferPointer { all in
      let near = UnsafeBufferPointer(rebasing: all[..<part.upperBound])
      var index = part.lowerBound
      while index < near.count {
        let step = UTF8Scalar.next(in: near, at: index)
        let start = index
        index += step.length
        let scalar = step.scalar ?? "\u{FFFD}"
        var cell = Cell(start: start, end: index, width: meter.advance(scalar))
        let shown: String? =
          scalar == "\t" ? tab : step.scalar == nil ? "\u{FFFD}" : VisibleText.replacement(for: scalar)
        if let shown {
          cell.replacement = replacements.count
          if step.scalar != nil { cell.width = scalar == "\t" ? tab.utf8.count : DisplayWidth.of(shown) }
          replacements.append(shown)
        }
        cells.append(cell)
      }
    }
    return (cells, replacements)
  }

  /// The cells that fit into `room` columns: the marked ones first, then what stands before and after them.
  private static func window(of cells: [Cell], around marked: Range<Int>, room: Int) -> Range<Int> {
    var (low, high) = (marked.lowerBound, marked.lowerBound)
    var used = 0
    func growRight(to end: Int) {
      while high < end, used + cells[high].width <= room {
        used += cells[high].width
        high += 1
      }
    }
    func growLeft(room: Int) {
      while low > 0, used + cells[low - 1].width <= room {
        low -= 1
        used += cells[low].width
      }
    }
    growRight(to: marked.upperBound)
    growLeft(room: used + (room - used) / 2)
    if high >= marked.upperBound { growRight(to: cells.count) }
    growLeft(room: room)
    // A combining character without its letter would sit on the ellipsis.
    while low > 0, low < marked.lowerBound, cells[low].width == 0 { low += 1 }
    return low..<high
  }

  /// Columns of some cells together.
  private static func width(of cells: ArraySlice<Cell>) -> Int { cells.reduce(0) { $0 + $1.width } }
}
