/// Breaks paragraphs into lines as Chinese typesetting does: between any two Chinese characters, but not inside a Latin
/// word or number, not before closing punctuation and not after an opening bracket.
package enum LineWrapping {
  /// The lines of `text`, none wider than `width` columns unless a single word is.
  ///
  /// Line breaks and inner spaces of the text are kept, blank ends dropped, and control characters made visible.
  /// - Parameters:
  ///   - first: columns of the first line that are taken already; where the first word does not fit behind them, the
  ///     first line is empty.
  ///   - hanging: columns of every further line that are left free. The indentation itself is the caller's to write.
  package static func lines(of text: String, width: Int, first: Int = 0, hanging: Int = 0) -> [String] {
    if isPlainLine(text, room: width - first) { return [text] }
    var lines: [String] = []
    for paragraph in paragraphs(of: text) {
      let shown = VisibleText.line(paragraph, tab: " ")
      if lines.isEmpty, let line = wholeLine(shown, room: width - first) {
        lines.append(line)
        continue
      }
      let pieces = pieces(of: shown)
      guard !pieces.isEmpty || !lines.isEmpty else { continue }
      fill(pieces, of: shown, width: width, first: lines.isEmpty ? first : hanging, hanging: hanging, into: &lines)
    }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }

  /// What is never broken: a part of a paragraph without spaces.
  private struct Piece {
    /// Offset of its first byte.
    var start: Int
    /// Offset after its last byte.
    var end: Int
    /// Its columns.
    var width = 0
    /// Spaces before it, unless it begins a line.
    var spaces = 0
    /// Whether a line may break after it because it ends in a Chinese character.
    var endsWide = false
    /// Whether it ends in a mark that must not end a line.
    var endsOpening = false
  }

  /// Whether a text is one line as it is, as most are that fit into so many columns.
  private static func isPlainLine(_ text: String, room: Int) -> Bool {
    guard let first = text.utf8.first, first != UInt8(ascii: " "), text.utf8.last != UInt8(ascii: " "),
      let width = PlainText.width(of: text)
    else { return false }
    return width <= room
  }

  /// The parts of a text between its line breaks; a text without any, as most are, is not looked at by character.
  private static func paragraphs(of text: String) -> [String] {
    let mayBreak = text.utf8.withContiguousStorageIfAvailable(holdsLineBreak) ?? true
    guard mayBreak else { return [text] }
    return text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
  }

  /// Whether a control character, U+0085, U+2028 or U+2029 is among the bytes.
  private static func holdsLineBreak(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    for (index, byte) in bytes.enumerated() {
      if byte < 0x20 { return true }
      if byte == 0xC2, index + 1 < bytes.count, bytes[index + 1] == 0x85 { return true }
      if byte == 0xE2, index + 2 < bytes.count, bytes[index + 1] == 0x80, bytes[index + 2] & 0xFE == 0xA8 {
        return true
      }
    }
    return false
  }

  /// A paragraph without the spaces at its ends, where it fits into so many columns; nil where it is to be divided, and
  /// where nothing of it is left.
  private static func wholeLine(_ text: String, room: Int) -> String? {
    var meter = DisplayWidth()
    var (used, spaces, offset) = (0, 0, 0)
    var shown: Range<Int>?
    for scalar in text.unicodeScalars {
      defer { offset += UTF8.width(scalar) }
      if scalar == " " {
        spaces += 1
        continue
      }
      used += meter.advance(scalar) + (shown == nil ? 0 : spaces)
      if used > room { return nil }
      spaces = 0
      shown = (shown?.lowerBound ?? offset)..<offset + UTF8.width(scalar)
    }
    guard let shown else { return nil }
    if shown.count == offset { return text }
    return String(decoding: text.utf8.dropFirst(shown.lowerBound).prefix(shown.count), as: UTF8.self)
  }

  /// Puts pieces into lines one after another, each line as full as it gets.
  ///
  /// What stands between the first and the last piece of a line stands between them in the text, too.
  private static func fill(
    _ pieces: [Piece], of text: String, width: Int, first: Int, hanging: Int, into lines: inout [String]
  ) {
    var line: Range<Int>?
    var used = first
    func words(_ range: Range<Int>?) -> String {
      guard let range else { return "" }
      return String(decoding: text.utf8.dropFirst(range.lowerBound).prefix(range.count), as: UTF8.self)
    }
    for piece in pieces {
      let spaces = line == nil ? 0 : piece.spaces
      if used + spaces + piece.width > width, line != nil || used > hanging {
        lines.append(words(line))
        (line, used) = (piece.start..<piece.end, hanging + piece.width)
      } else {
        line = (line?.lowerBound ?? piece.start)..<piece.end
        used += spaces + piece.width
      }
    }
    lines.append(words(line))
  }

  /// Divides a paragraph where lines may break.
  private static func pieces(of text: String) -> [Piece] {
    var pieces: [Piece] = []
    var current = Piece(start: 0, end: 0)
    var meter = DisplayWidth()
    var spaces = 0
    var offset = 0
    for scalar in text.unicodeScalars {
      defer { offset += UTF8.width(scalar) }
      if scalar == " " {
        spaces += 1
        continue
      }
      let width = meter.advance(scalar)
      let isWide = width == 2
      let isClosing = isClosing(scalar)
      let isBreak = (isWide || current.endsWide) && !isClosing && !current.endsOpening
      if spaces > 0 || isBreak && width > 0, current.end > current.start {
        pieces.append(current)
        current = Piece(start: offset, end: offset)
      }
      if current.end == current.start { current = Piece(start: offset, end: offset, spaces: spaces) }
      spaces = 0
      current.end = offset + UTF8.width(scalar)
      current.width += width
      if width > 0 {
        current.endsWide = isWide || isClosing && current.endsWide
        current.endsOpening = isOpening(scalar)
      }
    }
    if current.end > current.start { pieces.append(current) }
    return pieces
  }

  /// Whether no line begins with a character.
  private static func isClosing(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "，", "。", "、", "；", "：", "？", "！", "）", "》", "」", "』", "】", "〕", "〉", "”", "’", "…", "—", "～", "·", ",",
      ".", ";", ":", "?", "!", ")", "]", "}", "%", "％", "℃", "°":
      true
    default: false
    }
  }

  /// Whether no line ends with a character.
  private static func isOpening(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "（", "《", "「", "『", "【", "〔", "〈", "“", "‘", "(", "[", "{", "￥", "$": true
    default: false
    }
  }
}
