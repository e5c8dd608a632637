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
}
