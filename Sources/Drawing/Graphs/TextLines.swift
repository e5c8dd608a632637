/// A text broken into lines of a given width, once per language.
struct TextLines: Sendable {
  /// The lines in one language.
  struct Wording: Sendable {
    /// BCP 47 tag; nil for a text that is the same in all languages.
    var language: StaticString?
    /// The lines.
    var lines: [String]
  }

  /// The wordings, in the order of the text.
  let wordings: [Wording]

  /// Longer texts are no names; the tooltip has them whole.
  private static let maximumLength = 300

  /// No lines.
  static let none = TextLines(wordings: [])

  /// Number of lines in the language that needs most.
  var height: Int { wordings.map(\.lines.count).max() ?? 0 }

  /// Breaks a text into lines, evenly long ones where there are several.
  init(_ text: ChartText, width: Int, size: Int, maximum: Int) {
    wordings = text.variants.map { variant in
      let room = width * 100 / size
      return Wording(language: variant.language, lines: TextLines.lines(of: variant.text, room, maximum))
    }
  }

  private init(wordings: [Wording]) { self.wordings = wordings }

  /// The lines in a language; those of all languages where there is no other.
  func lines(in language: StaticString?) -> [String] {
    let tag = language?.description
    return (wordings.first { $0.language?.description == tag } ?? wordings.first)?.lines ?? []
  }

  /// The lines of a text. Parts of it, such as owner and limit, stand on one line or each on lines of its own.
  private static func lines(of text: String, _ room: Int, _ maximum: Int) -> [String] {
    let whole = balanced(pieces(text), width: room, maximum: maximum)
    guard whole.count > 1 else { return whole }
    let parts = self.parts(of: text).map { balanced(pieces($0), width: room, maximum: maximum) }
    let lines = Array(parts.joined())
    return lines.count <= maximum ? lines : whole
  }

  /// The parts between middle dots.
  private static func parts(of text: String) -> [String] {
    var parts = [String.UnicodeScalarView()]
    for scalar in text.unicodeScalars {
      if scalar == "·", parts[parts.count - 1].last == " " {
        parts.append(String.UnicodeScalarView())
      } else {
        parts[parts.count - 1].append(scalar)
      }
    }
    return parts.map { String($0) }
  }

  /// Width of the longest line, in pixels.
  func width(size: Int) -> Int {
    let widest = wordings.flatMap(\.lines).map { TextMeasure.width($0) }.max() ?? 0
    return (widest * size + 99) / 100
  }

  /// Width of the longest word of a text, in pixels.
  static func widestWord(of text: ChartText, size: Int) -> Int {
    let widest = text.variants.flatMap { pieces($0.text).map(\.width) }.max() ?? 0
    return (widest * size + 99) / 100
  }

  /// A stretch of text that stays on one line.
  private struct Piece {
    /// The characters.
    var text: String
    /// Its width in hundredths of the size, without a space at its end.
    var width: Int
    /// Width of the space at its end.
    var space = 0
  }

  /// Characters that begin no line.
  private static let closing = Set("，。、；：？！）》」』】〉”’…·,.;:?!)]}%％".unicodeScalars)
  /// Characters that end no line.
  private static let opening = Set("（《「『【〈“‘([{#".unicodeScalars)

  /// Cuts a text where a line may end: after spaces, and between Chinese characters.
  private static func pieces(_ text: String) -> [Piece] {
    var pieces: [Piece] = []
    var last: Unicode.Scalar?
    for character in GraphText.plain(text, limit: maximumLength) {
      guard let scalar = character.unicodeScalars.first else { continue }
      let width = TextMeasure.width(of: character)
      if scalar == " " {
        if !pieces.isEmpty {
          pieces[pieces.count - 1].space += width
          pieces[pieces.count - 1].text.append(character)
        }
      } else if let before = last, !pieces.isEmpty, !mayBreak(before, scalar) {
        pieces[pieces.count - 1].text.append(character)
        pieces[pieces.count - 1].width += pieces[pieces.count - 1].space + width
        pieces[pieces.count - 1].space = 0
      } else {
        pieces.append(Piece(text: String(character), width: width))
      }
      last = scalar
    }
    return pieces
  }

  /// Whether a line may end between two characters.
  private static func mayBreak(_ left: Unicode.Scalar, _ right: Unicode.Scalar) -> Bool {
    if closing.contains(right) || opening.contains(left) { return false }
    return left == " " || left == "/" || TextMeasure.isWide(left) || TextMeasure.isWide(right)
  }

  /// The narrowest lines of which there are no more than the widest would make.
  private static func balanced(_ pieces: [Piece], width: Int, maximum: Int) -> [String] {
    let filled = lines(pieces, width: width)
    guard filled.count > 1 else { return filled.map(\.text) }
    guard filled.count <= maximum else { return cut(filled, width: width, maximum: maximum) }
    var narrow = min(width, pieces.map(\.width).max() ?? 0)
    var wide = width
    while narrow < wide {
      let middle = (narrow + wide) / 2
      let tried = lines(pieces, width: middle)
      if tried.count <= filled.count && tried.allSatisfy({ $0.width <= middle }) {
        wide = middle
      } else {
        narrow = middle + 1
      }
    }
    return lines(pieces, width: wide).map(\.text)
  }

  /// Fills lines; a piece wider than a line is broken anywhere.
  private static func lines(_ pieces: [Piece], width: Int) -> [(text: String, width: Int)] {
    var lines: [(text: String, width: Int)] = []
    var line = ""
    var used = 0
    var space = 0
    func end() {
      while line.last == " " { line.removeLast() }
      if !line.isEmpty { lines.append((line, used)) }
      (line, used, space) = ("", 0, 0)
    }
    for piece in pieces {
      if used > 0, used + space + piece.width > width { end() }
      if piece.width > width {
        for character in piece.text {
          let own = TextMeasure.width(of: character)
          if used > 0, used + own > width { end() }
          line.append(character)
          used += own
        }
      } else {
        line += piece.text
        used += space + piece.width
        space = piece.space
      }
    }
    end()
    return lines
  }

  /// The first lines, the last of which says that there is more.
  private static func cut(_ lines: [(text: String, width: Int)], width: Int, maximum: Int) -> [String] {
    var kept = lines.prefix(maximum).map(\.text)
    var last = kept.removeLast()
    while !last.isEmpty, TextMeasure.width(last) + 100 > width || last.last == " " { last.removeLast() }
    kept.append(last + "…")
    return kept
  }
}

/// Text of documents as a drawing takes it.
enum GraphText {
  /// A text on one line, without what would reverse, hide or end it.
  static func plain(_ text: String, limit: Int = .max) -> String {
    var plain = String.UnicodeScalarView()
    var isAfterSpace = true
    for scalar in text.unicodeScalars.lazy.prefix(limit == .max ? .max : limit * 4) {
      if scalar.properties.isWhitespace {
        if !isAfterSpace { plain.append(" ") }
        isAfterSpace = true
        continue
      }
      isAfterSpace = false
      // The joiner of emoji hides nothing.
      if scalar == "\u{200D}" {
        plain.append(scalar)
        continue
      }
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned:
        plain.append("\u{FFFD}")
      default: plain.append(scalar)
      }
    }
    if plain.last == " " { plain.removeLast() }
    return limit == .max ? String(plain) : String(String(plain).prefix(limit))
  }
}
