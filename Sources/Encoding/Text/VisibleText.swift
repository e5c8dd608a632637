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

  /// Whether the bytes are UTF-8 of which every scalar is shown as itself; only letters, figures, signs, Chinese
  /// characters and the common quotation marks are looked at closely, and all else is answered with no.
  package static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    while index < bytes.count {
      let lead = bytes[index]
      if lead < 0x80 {
        guard lead >= 0x20, lead != 0x7F else { return false }
        index += 1
        continue
      }
      guard index + 2 < bytes.count, bytes[index + 2] & 0xC0 == 0x80,
        isHarmless(lead: lead, second: bytes[index + 1], third: bytes[index + 2])
      else { return false }
      index += 3
    }
    return true
  }

  /// Whether three bytes are a Chinese character, a full-width form, or one of the quotation marks and dashes.
  private static func isHarmless(lead: UInt8, second: UInt8, third: UInt8) -> Bool {
    switch lead {
    case 0xE3...0xE9: second & 0xC0 == 0x80
    case 0xEF: second == 0xBC || second == 0xBD
    // U+200B to U+200F and U+2028 to U+202F steer or hide text.
    case 0xE2: second == 0x80 && (0x90...0xA7).contains(third)
    default: false
    }
  }

  /// The character of a value in the block of control pictures.
  private static func picture(_ value: UInt32) -> String {
    Unicode.Scalar(value).map { String(Character($0)) } ?? ""
  }
}
