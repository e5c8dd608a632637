/// Breaks paragraphs into lines as Chinese typesetting does: between any two Chinese characters, but not inside a Latin
/// word or number, not before closing punctuation and not after an opening bracket.
enum LineWrapping {
  /// The lines of `text`, none wider than `width` columns unless a single word is.
  ///
  /// Line breaks and inner spaces of the text are kept, blank ends dropped, and control characters made visible.
  /// - Parameters:
  ///   - first: columns of the first line that are taken already; where the first word does not fit behind them, the
  ///     first line is empty.
  ///   - hanging: columns of every further line that are left free. The indentation itself is the caller's to write.
  static func lines(of text: String, width: Int, first: Int = 0, hanging: Int = 0) -> [String] {
    var lines: [String] = []
    for paragraph in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      let pieces = pieces(of: VisibleText.line(String(paragraph), tab: " "))
      guard !pieces.isEmpty || !lines.isEmpty else { continue }
      fill(pieces, width: width, first: lines.isEmpty ? first : hanging, hanging: hanging, into: &lines)
    }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }

  /// What is never broken.
  private struct Piece {
    /// Its characters, without spaces.
    var text = ""
    /// Its columns.
    var width = 0
    /// Spaces before it, unless it begins a line.
    var spaces = 0
    /// Whether a line may break after it because it ends in a Chinese character.
    var endsWide = false
    /// Whether it ends in a mark that must not end a line.
    var endsOpening = false
  }

  /// Puts pieces into lines one after another, each line as full as it gets.
  private static func fill(_ pieces: [Piece], width: Int, first: Int, hanging: Int, into lines: inout [String]) {
    var line = ""
    var used = first
    for piece in pieces {
      let spaces = line.isEmpty ? 0 : piece.spaces
      if used + spaces + piece.width > width, !line.isEmpty || used > hanging {
        lines.append(line)
        (line, used) = (piece.text, hanging + piece.width)
      } else {
        line += String(repeating: " ", count: spaces) + piece.text
        used += spaces + piece.width
      }
    }
    lines.append(line)
  }

  /// Divides a paragraph where lines may break.
  private static func pieces(of text: String) -> [Piece] {
    var pieces: [Piece] = []
    var current = Piece()
    var meter = DisplayWidth()
    var spaces = 0
    for scalar in text.unicodeScalars {
      if scalar == " " {
        spaces += 1
        continue
      }
      let width = meter.advance(scalar)
      let isWide = width == 2
      let isBreak = (isWide || current.endsWide) && !closing.contains(scalar) && !current.endsOpening
      if spaces > 0 || isBreak && width > 0, !current.text.isEmpty {
        pieces.append(current)
        current = Piece()
      }
      if current.text.isEmpty { current.spaces = spaces }
      spaces = 0
      current.text.unicodeScalars.append(scalar)
      current.width += width
      if width > 0 {
        current.endsWide = isWide || closing.contains(scalar) && current.endsWide
        current.endsOpening = opening.contains(scalar)
      }
    }
    if !current.text.isEmpty { pieces.append(current) }
    return pieces
  }

  /// No line begins with these.
  private static let closing = Set("，。、；：？！）》」』】〕〉”’…—～·,.;:?!)]}%％℃°".unicodeScalars)
  /// No line ends with these.
  private static let opening = Set("（《「『【〔〈“‘([{￥$".unicodeScalars)
}
