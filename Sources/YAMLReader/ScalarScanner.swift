import DataTree

/// Reads a scalar's source once more, noting which bytes of its text come from where.
struct ScalarScanner {
  /// The whole file.
  let bytes: UnsafeBufferPointer<UInt8>
  /// Where the scan stands; the content ends before `end`.
  var offset: Int
  /// Where the content ends at the latest.
  let end: Int
  /// What has been read, in order.
  private(set) var pieces: [ScalarPiece] = []
  /// Bytes of text so far.
  private(set) var textCount = 0

  /// Starts behind the opening quote, or at a block scalar's `|` or `>`.
  init(bytes: UnsafeBufferPointer<UInt8>, offset: Int, end: Int) {
    self.bytes = bytes
    self.offset = offset
    self.end = min(end, bytes.count)
  }

  /// Takes bytes that are the text.
  mutating func copy(_ count: Int) {
    guard count > 0 else { return }
    if let last = pieces.last, last.isCopy, last.source + last.sourceCount == offset {
      pieces[pieces.count - 1].textCount += count
      pieces[pieces.count - 1].sourceCount += count
    } else {
      pieces.append(
        ScalarPiece(text: textCount, textCount: count, source: offset, sourceCount: count, isCopy: true))
    }
    textCount += count
    offset += count
  }

  /// Takes source up to an offset that stands for `count` bytes of text as a whole; for none, it is passed over.
  mutating func replace(upTo next: Int, with count: Int) {
    if count > 0 {
      pieces.append(
        ScalarPiece(text: textCount, textCount: count, source: offset, sourceCount: next - offset, isCopy: false))
      textCount += count
    }
    offset = next
  }

  // MARK: Plain and quoted

  /// Scans plain and quoted text.
  mutating func scanFlow(_ style: NodeStyle) {
    while offset < end {
      let byte = bytes[offset]
      if isBlank(byte) || bytes.breakLength(at: offset) > 0 {
        blanks()
      } else if style == .singleQuoted, byte == UInt8(ascii: "'") {
        replace(upTo: offset + 2, with: 1)
      } else if style == .doubleQuoted, byte == UInt8(ascii: "\\") {
        escape()
      } else {
        copy(1)
      }
    }
  }

  /// A run of blanks is text, unless it holds a line break: then it is a space, or the breaks after the first.
  private mutating func blanks() {
    var next = offset
    while next < end, isBlank(bytes[next]) { next += 1 }
    guard next < end, bytes.breakLength(at: next) > 0 else { return copy(next - offset) }
    var breaks: [Range<Int>] = []
    while next < end {
      let length = bytes.breakLength(at: next)
      if length > 0 { breaks.append(next..<next + length) } else if !isBlank(bytes[next]) { break }
      next += max(length, 1)
    }
    guard let first = breaks.first, breakText(first) == 1 else { return emit(breaks, upTo: next) }
    if breaks.count == 1 { return replace(upTo: next, with: 1) }
    emit(Array(breaks.dropFirst()), upTo: next)
  }

  /// Takes each break as text; the first includes what precedes it, the last the indentation behind it.
  private mutating func emit(_ breaks: [Range<Int>], upTo next: Int) {
    for (position, range) in breaks.enumerated() {
      replace(
        upTo: position + 1 < breaks.count ? breaks[position + 1].lowerBound : next, with: breakText(range))
    }
  }

  /// Bytes of text that a break becomes: LF for all but U+2028 and U+2029, which stay.
  private func breakText(_ range: Range<Int>) -> Int { bytes[range.lowerBound] == 0xE2 ? 3 : 1 }

  /// Takes one escape of a double-quoted scalar (YAML 1.2, section 5.7).
  private mutating func escape() {
    let code = bytes.at(offset + 1)
    let lineBreak = bytes.breakLength(at: offset + 1)
    if lineBreak > 0 { return escapedBreak(offset + 1 + lineBreak) }
    switch code {
    case UInt8(ascii: "x"): replace(upTo: offset + 4, with: encodedLength(digits: 2))
    case UInt8(ascii: "u"): replace(upTo: offset + 6, with: encodedLength(digits: 4))
    case UInt8(ascii: "U"): replace(upTo: offset + 10, with: encodedLength(digits: 8))
    case UInt8(ascii: "N"), UInt8(ascii: "_"): replace(upTo: offset + 2, with: 2)
    case UInt8(ascii: "L"), UInt8(ascii: "P"): replace(upTo: offset + 2, with: 3)
    default: replace(upTo: offset + 2, with: 1)
    }
  }

  /// An escaped break joins two lines without a space; breaks after it count.
  private mutating func escapedBreak(_ start: Int) {
    var next = start
    var breaks: [Range<Int>] = []
    while next < end {
      let length = bytes.breakLength(at: next)
      if length > 0 { breaks.append(next..<next + length) } else if !isBlank(bytes[next]) { break }
      next += max(length, 1)
    }
    if breaks.isEmpty { replace(upTo: next, with: 0) } else { emit(breaks, upTo: next) }
  }

  /// Bytes of UTF-8 that a numeric escape becomes.
  private func encodedLength(digits: Int) -> Int {
    var value: UInt32 = 0
    for index in 0..<digits { value = value << 4 | UInt32(hexDigit(bytes.at(offset + 2 + index)) ?? 0) }
    return value < 0x80 ? 1 : value < 0x800 ? 2 : value < 0x1_0000 ? 3 : 4
  }

  // MARK: Blocks

  /// Scans a literal or folded block; its text tells how far it is indented.
  mutating func scanBlock(_ text: UnsafeBufferPointer<UInt8>, isFolded: Bool) {
    while offset < bytes.count, bytes.breakLength(at: offset) == 0 { offset += 1 }
    let indent = indentation(text)
    // The break of the last line, and the blank lines behind it.
    var pending: [Range<Int>] = []
    var wasBlank = false
    var isFirst = true
    offset += bytes.breakLength(at: offset)
    while textCount < text.count, offset < bytes.count {
      var next = offset
      var lineStart = offset
      pending += emptyLines(from: &next, lineStart: &lineStart, indent)
      let startsBlank = isBlank(bytes.at(next))
      let isContent = next < bytes.count
      if isContent, isFolded, !isFirst, !wasBlank, !startsBlank, let first = pending.first, breakText(first) == 1 {
        offset = first.lowerBound
        if pending.count == 1 { replace(upTo: next, with: 1) } else { emit(Array(pending.dropFirst()), upTo: next) }
      } else if let first = pending.first {
        offset = first.lowerBound
        emit(pending, upTo: next)
      }
      offset = next
      guard isContent, textCount < text.count else { break }
      var stop = next
      while stop < bytes.count, bytes.breakLength(at: stop) == 0 { stop += 1 }
      copy(min(stop - next, text.count - textCount))
      offset = stop
      let length = bytes.breakLength(at: stop)
      pending = length > 0 ? [stop..<stop + length] : []
      offset = stop + length
      wasBlank = startsBlank
      isFirst = false
    }
    if textCount < text.count, let first = pending.first {
      offset = first.lowerBound
      emit(pending, upTo: bytes.count)
    }
  }

  /// Passes over blank lines and the indentation of the next line with content.
  private func emptyLines(from next: inout Int, lineStart: inout Int, _ indent: Int) -> [Range<Int>] {
    var breaks: [Range<Int>] = []
    while next < bytes.count {
      while next - lineStart < indent, bytes.at(next) == 0x20 { next += 1 }
      let length = bytes.breakLength(at: next)
      guard length > 0 else { break }
      breaks.append(next..<next + length)
      next += length
      lineStart = next
    }
    return breaks
  }

  /// Spaces before the content: those in the source less those in the text, at the first line that has any.
  private func indentation(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    var line = offset + bytes.breakLength(at: offset)
    var index = 0
    while text.breakLength(at: index) > 0 {
      index += text.breakLength(at: index)
      while line < bytes.count, bytes.breakLength(at: line) == 0 { line += 1 }
      line += bytes.breakLength(at: line)
    }
    var spaces = 0
    while bytes.at(line + spaces) == 0x20 { spaces += 1 }
    var own = 0
    while text.at(index + own) == 0x20 { own += 1 }
    return max(0, spaces - own)
  }
}
