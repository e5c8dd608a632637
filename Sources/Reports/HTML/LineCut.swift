internal import SourceText

/// Which bytes of a range's first line a page shows: the marked ones first, then what stands before and after them.
struct LineCut {
  /// Line in the file, from 1.
  let line: Int
  /// What is shown, without spaces at its ends.
  let shown: Range<Int>
  /// What of it is underlined; empty where a place between two characters is meant.
  let marked: Range<Int>
  /// Whether text of the line is missing before what is shown.
  let isCutLeft: Bool
  /// Whether text of the line, marked or not, is missing after what is shown.
  let isCutRight: Bool
  /// Line in which the range ends, where that is a later one.
  let lastLine: Int?

  /// Characters shown at most; a browser breaks the line where it must.
  private static let room = 72
  /// Characters before the marked ones that are shown where both sides have many.
  private static let lead = 24

  /// Cuts the line in which `range` begins. The work is bounded by what is shown, not by the length of the line.
  init(of range: SourceRange, in file: LocatedFile) {
    let bytes = file.source.bytes
    let length = UInt32(clamping: bytes.count)
    line = file.line(at: min(range.start, length))
    let last = file.line(at: min(range.isEmpty ? range.start : range.end - 1, length))
    lastLine = last > line ? last : nil
    let whole = file.shownRange(ofLine: line)
    let target = range.offsets.clamped(to: whole)
    (shown, marked, isCutLeft) = bytes.withUnsafeBufferPointer { bytes in
      var (end, count) = Self.forward(from: target.lowerBound, to: target.upperBound, in: bytes, room: Self.room)
      let marked = target.lowerBound..<end
      var (start, before) = Self.backward(
        from: target.lowerBound, to: whole.lowerBound, in: bytes, room: min(Self.lead, Self.room - count))
      count += before
      if end == target.upperBound {
        let after = Self.forward(from: end, to: whole.upperBound, in: bytes, room: Self.room - count)
        end = after.end
        count += after.count
      }
      (start, before) = Self.backward(from: start, to: whole.lowerBound, in: bytes, room: Self.room - count)
      let isIndent =
        start - whole.lowerBound < Self.room
        && bytes[whole.lowerBound..<start].allSatisfy(Self.isBlank)
      if isIndent { while start < marked.lowerBound, Self.isBlank(bytes[start]) { start += 1 } }
      while end > marked.upperBound, Self.isBlank(bytes[end - 1]) { end -= 1 }
      return (start..<end, marked, !isIndent)
    }
    isCutRight = !bytes[shown.upperBound..<whole.upperBound].prefix(Self.room).allSatisfy(Self.isBlank)
  }

  /// Whether a byte is a space or a tab.
  private static func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }

  /// The end of at most `room` characters after `start`.
  private static func forward(
    from start: Int, to limit: Int, in bytes: UnsafeBufferPointer<UInt8>, room: Int
  ) -> (end: Int, count: Int) {
    var (end, count) = (start, 0)
    while end < limit, count < room {
      end += 1
      for _ in 0..<3 where end < limit && bytes[end] & 0xC0 == 0x80 { end += 1 }
      count += 1
    }
    return (end, count)
  }

  /// The beginning of at most `room` characters before `end`.
  private static func backward(
    from end: Int, to limit: Int, in bytes: UnsafeBufferPointer<UInt8>, room: Int
  ) -> (start: Int, count: Int) {
    var (start, count) = (end, 0)
    while start > limit, count < room {
      start -= 1
      for _ in 0..<3 where start > limit && bytes[start] & 0xC0 == 0x80 { start -= 1 }
      count += 1
    }
    return (start, count)
  }
}
