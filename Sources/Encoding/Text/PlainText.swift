/// Texts of which every scalar is shown as itself and takes its columns whatever stands beside it: letters, figures, signs,
/// Chinese characters and their punctuation. Most texts are such, and are measured by their bytes.
package enum PlainText {
  /// Columns of a text on a terminal; nil where something in it must be looked at by scalar.
  package static func width(of text: String) -> Int? {
    text.utf8.withContiguousStorageIfAvailable { width(of: $0) } ?? nil
  }

  /// Columns of UTF-8 on a terminal; nil where it is ill-formed or something in it must be looked at by scalar.
  package static func width(of bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var width = 0
    var index = 0
    while index < bytes.count {
      let lead = bytes[index]
      if lead < 0x80 {
        guard lead >= 0x20, lead != 0x7F else { return nil }
        width += 1
        index += 1
      } else if lead == 0xC2 || lead == 0xC3 {
        guard index + 1 < bytes.count, isLatin(lead: lead, second: bytes[index + 1]) else { return nil }
        width += 1
        index += 2
      } else {
        guard index + 2 < bytes.count, bytes[index + 2] & 0xC0 == 0x80,
          let added = columns(lead: lead, second: bytes[index + 1], third: bytes[index + 2])
        else { return nil }
        width += added
        index += 3
      }
    }
    return width
  }

  /// Whether two bytes are a letter or sign of Latin-1, of which U+00AD hides itself.
  private static func isLatin(lead: UInt8, second: UInt8) -> Bool {
    lead == 0xC2 ? second >= 0xA0 && second <= 0xBF && second != 0xAD : second & 0xC0 == 0x80
  }

  /// Columns of three bytes: two for Chinese characters and full-width forms, one for dashes and quotation marks.
  private static func columns(lead: UInt8, second: UInt8, third: UInt8) -> Int? {
    switch lead {
    case 0xE5...0xE9: second & 0xC0 == 0x80 ? 2 : nil
    case 0xE4: second & 0xC0 == 0x80 && second >= 0xB8 ? 2 : nil
    case 0xE3: second == 0x80 && (0x81...0xA9).contains(third) ? 2 : nil
    case 0xEF: second == 0xBC && third >= 0x81 || second == 0xBD && third <= 0xA0 ? 2 : nil
    // U+200B to U+200F and U+2028 to U+202F steer or hide text.
    case 0xE2: second == 0x80 && (0x90...0xA7).contains(third) ? 1 : nil
    default: nil
    }
  }
}
