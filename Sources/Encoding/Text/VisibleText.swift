/// Makes visible what would otherwise steer the terminal or hide from the reader.
package enum VisibleText {
  /// How `scalar` is shown where it is not shown as itself: control characters as their pictures (U+2400), bidirectional
  /// overrides, zero-width and other format characters as `<U+202E>`.
  package static func replacement(for scalar: Unicode.Scalar) -> String? {
    let value = scalar.value
    if value < 0x20 { return picture(0x2400 + value) }
    // Symbols, Chinese characters, private use and full-width forms hold nothing of the categories below.
    if value < 0x7F || (0x2070...0xFEFE).contains(value) || (0xFF00...0xFFF0).contains(value) { return nil }
    if value == 0x7F { return picture(0x2421) }
    // The joiners make emoji and some scripts readable, and steer nothing.
    if scalar == "\u{200C}" || scalar == "\u{200D}" { return nil }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator:
      let digits = String(value, radix: 16, uppercase: true)
      return "<U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + ">"
    default: return nil
    }
  }

  /// `text` on one line, with nothing in it that a terminal obeys; `tab` stands for tabs.
  package static func line(_ text: String, tab: String = "␉") -> String {
    guard PlainText.width(of: text) == nil, text.unicodeScalars.contains(where: { replacement(for: $0) != nil }) else {
      return text
    }
    var shown = ""
    for scalar in text.unicodeScalars {
      if let replacement = scalar == "\t" ? tab : replacement(for: scalar) {
        shown += replacement
      } else {
        shown.unicodeScalars.append(scalar)
      }
    }
    return shown
  }

  /// The character of a value in the block of control pictures.
  private static func picture(_ value: UInt32) -> String {
    Unicode.Scalar(value).map { String(Character($0)) } ?? ""
  }
}
