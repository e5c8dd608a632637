/// Adds up the terminal columns of a text, scalar by scalar.
///
/// East Asian Wide and Fullwidth characters (UAX #11) and emoji take two columns, combining and other invisible
/// characters none. Ambiguous ones such as “ and … take one, as terminals show them unless told otherwise.
package struct DisplayWidth {
  /// The scalar before and the columns that it added; a selector may widen it.
  private var previous: (scalar: Unicode.Scalar, width: Int)?
  /// Whether a zero-width joiner ties the next emoji to the one before.
  private var isJoined = false
  /// Whether a modifier or joiner would act on what stands before.
  private var followsEmoji = false

  /// Starts with an empty text.
  package init() {}

  /// Columns of a whole text.
  package static func of(_ text: String) -> Int {
    if let width = PlainText.width(of: text) { return width }
    var meter = DisplayWidth()
    return text.unicodeScalars.reduce(0) { $0 + meter.advance($1) }
  }

  /// Columns that `scalar` adds after the ones before it: none for the parts of an emoji that join the first one.
  package mutating func advance(_ scalar: Unicode.Scalar) -> Int {
    let width = added(by: scalar)
    previous = (scalar, width)
    return width
  }

  /// Columns that `scalar` adds, before it becomes the previous one.
  private mutating func added(by scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x300 {
      (isJoined, followsEmoji) = (false, false)
      return value < 0x20 || (0x7F..<0xA0).contains(value) ? 0 : 1
    }
    if Self.isChinese(value) {
      (isJoined, followsEmoji) = (false, false)
      return 2
    }
    if scalar == "\u{200D}" {
      isJoined = followsEmoji
      return 0
    }
    if scalar == "\u{FE0F}" { return addedByEmojiSelector() }
    defer { isJoined = false }
    if followsEmoji, scalar.properties.isEmojiModifier || isJoined && scalar.properties.isEmoji { return 0 }
    let width = Self.width(of: scalar)
    if width > 0 { followsEmoji = scalar.properties.isEmoji }
    return width
  }

  /// Columns of a scalar that stands alone.
  package static func width(of scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if isChinese(value) { return 2 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: break
    }
    // The vowels and finals of Hangul combine with the initial before them.
    if (0x1160...0x11FF).contains(value) || (0xD7B0...0xD7FF).contains(value) { return 0 }
    if isWide(value) { return 2 }
    // A flag is two regional indicators, two columns in all.
    if (0x1F1E6...0x1F1FF).contains(value) { return 1 }
    return scalar.properties.isEmojiPresentation ? 2 : 1
  }

  /// U+FE0F turns a narrow sign such as U+2764 into an emoji of two columns.
  private mutating func addedByEmojiSelector() -> Int {
    guard let previous, previous.scalar.value >= 0x80, previous.scalar.properties.isEmoji else { return 0 }
    followsEmoji = true
    return previous.width == 1 ? 1 : 0
  }

  /// The characters and punctuation that most texts consist of, told without a look-up of properties.
  private static func isChinese(_ value: UInt32) -> Bool {
    (0x4E00...0x9FFF).contains(value) || (0xFF01...0xFF60).contains(value) || (0x3001...0x3029).contains(value)
  }

  /// Looks the value up by bisection.
  private static func isWide(_ value: UInt32) -> Bool {
    var low = 0
    var high = wideRanges.count
    while low < high {
      let middle = (low + high) / 2
      if wideRanges[middle].upperBound < value { low = middle + 1 } else { high = middle }
    }
    return low < wideRanges.count && wideRanges[low].contains(value)
  }
}

/// Blocks of East Asian Width W and F, across their unassigned gaps; emoji are told by their own property.
private let wideRanges: [ClosedRange<UInt32>] = [
  0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x3247, 0x3250...0xA4CF, 0xA960...0xA97F,
  0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6,
  0x16FE0...0x16FFF, 0x17000...0x18DFF, 0x1AFF0...0x1B2FF, 0x1D300...0x1D37F, 0x1F200...0x1F265,
  0x20000...0x2FFFD, 0x30000...0x3FFFD,
]
