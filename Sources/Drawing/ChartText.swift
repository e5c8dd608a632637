/// A text of a chart in every language of the page, which shows one of them at a time.
package struct ChartText: Sendable {
  /// One wording.
  package struct Variant: Sendable {
    /// BCP 47 tag; nil for a text that is the same in all languages.
    package var language: StaticString?
    /// The words.
    package var text: String
  }

  /// The wordings, in the page's order.
  package var variants: [Variant]

  /// A name that is the same in all languages.
  package init(_ text: String) { variants = [Variant(language: nil, text: text)] }

  /// A text in Chinese and English.
  package init(zh: String, en: String) {
    variants =
      zh == en
      ? [Variant(language: nil, text: zh)]
      : [
        Variant(language: "zh", text: zh), Variant(language: "en", text: en),
      ]
  }

  /// All wordings, for tooltips, which cannot be switched.
  var joined: String { variants.map(\.text).joined(separator: " · ") }

  /// The wording in a language, or the first one where it is the same in all.
  package func text(in language: StaticString) -> String {
    let tag = language.description
    return (variants.first { $0.language?.description == tag } ?? variants.first)?.text ?? ""
  }

  /// The wording in one language only, as a text that is the same in all.
  package func only(_ language: StaticString) -> ChartText { ChartText(text(in: language)) }
}

/// Guesses how much room text takes, since nothing here knows the fonts.
enum TextMeasure {
  /// Pixels of the text of charts, which the page's style sets too.
  private static let size = 13

  /// `text`, cut to about `width` pixels.
  static func cut(_ text: String, width: Int) -> String {
    var used = 0
    var kept = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      // Chinese characters are as wide as they are high; Latin letters are about six tenths of that.
      used += scalar.value >= 0x1100 ? size * 10 : size * 6
      guard used <= width * 10 else {
        kept.append("…")
        break
      }
      kept.append(scalar)
    }
    return String(kept)
  }

  /// Whether a character is as wide as it is high.
  static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2014, 0x2018...0x201D, 0x2026, 0x1100...0x11FF: true
    default: scalar.value >= 0x2E80
    }
  }

  /// Width in hundredths of the size, rather too much than too little.
  static func width(of character: Character) -> Int {
    guard let scalar = character.unicodeScalars.first else { return 0 }
    if isWide(scalar) { return 100 }
    switch scalar {
    case " ", "i", "j", "l", "I", "'", ".", ",", ":", ";", "!", "|": return 34
    case "f", "r", "t", "(", ")", "[", "]", "/", "-", "\"": return 43
    case "m", "w", "M", "W", "%", "@": return 98
    case "A"..."Z", "&": return 74
    default: return 63
    }
  }

  /// Width of a text in hundredths of the size.
  static func width(_ text: String) -> Int { text.reduce(0) { $0 + width(of: $1) } }
}
