internal import Encoding

/// Texts as cells of a workbook take them.
enum CellText {
  /// Characters that a cell can hold; spreadsheets call a file with more damaged.
  private static let longest = 32_000

  /// A text without what XML cannot hold, what hides or steers, and what spreadsheets would decode; cut where it is longer
  /// than a cell.
  static func clean(_ text: String) -> String {
    var lines: [String] = []
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      lines.append(escaped(VisibleText.line(String(line), tab: " ")))
    }
    let whole = lines.joined(separator: "\n")
    guard whole.utf16.count > longest else { return whole }
    var (kept, used) = ("", 0)
    for character in whole {
      used += character.utf16.count
      if used >= longest { break }
      kept.append(character)
    }
    return kept + "…"
  }

  /// Drops what is no character, and keeps `_x0041_` from being read as `A`.
  private static func escaped(_ line: String) -> String {
    var bytes: [UInt8] = []
    let source = Array(line.utf8)
    for index in source.indices {
      if isCode(source, at: index) { bytes += Array("_x005F".utf8) }
      bytes.append(source[index])
    }
    guard bytes.contains(0xEF) else { return String(decoding: bytes, as: UTF8.self) }
    var scalars = String.UnicodeScalarView()
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars where scalar.value & 0xFFFE != 0xFFFE {
      scalars.append(scalar)
    }
    return String(scalars)
  }

  /// Whether `_x`, four hexadecimal digits and `_` stand there.
  private static func isCode(_ bytes: [UInt8], at index: Int) -> Bool {
    guard bytes[index] == UInt8(ascii: "_"), index + 6 < bytes.count, bytes[index + 6] == UInt8(ascii: "_"),
      bytes[index + 1] | 0x20 == UInt8(ascii: "x")
    else { return false }
    return bytes[index + 2..<index + 6].allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte | 0x20)
    }
  }
}
