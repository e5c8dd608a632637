import SourceText

/// What one comment says, before anybody knows whether its rules exist: `# guidelint: allow RULE, RULE -- reason`.
struct SuppressionComment {
  /// How far a comment reaches, by its first word.
  enum Reach: String, CaseIterable {
    /// The line at whose end it stands, or the next one.
    case line = "allow"
    /// The element or entry that begins on that line.
    case block = "allow-block"
    /// The document.
    case item = "allow-item"
    /// The file.
    case file = "allow-file"
  }

  /// A rule, pack or glob as written.
  struct Name: Equatable {
    /// The name.
    var text: String
    /// Where it stands.
    var range: SourceRange
  }

  /// How far it reaches.
  var reach: Reach
  /// What it accepts.
  var names: [Name]
  /// Why.
  var reason: String
  /// From `#` to the last character of its line.
  var range: SourceRange
}

/// Where the comments of a file may stand.
enum SuppressionScan {
  /// Offsets of the `#` of everything that looks like one of our comments; whether it is one, the tree must say.
  ///
  /// Nine bytes are skipped at a time where the last of them is no letter of `guidelint` (Horspool's method), so that
  /// Chinese text costs next to nothing.
  static func hashes(in bytes: UnsafeBufferPointer<UInt8>) -> [Int] {
    var hashes: [Int] = []
    var index = word.utf8CodeUnitCount - 1
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "t"):
        let start = index - word.utf8CodeUnitCount + 1
        if let hash = hash(before: start, in: bytes) { hashes.append(hash) }
        index += 9
      case UInt8(ascii: "n"): index += 1
      case UInt8(ascii: "i"): index += 2
      case UInt8(ascii: "l"): index += 3
      case UInt8(ascii: "e"): index += 4
      case UInt8(ascii: "d"): index += 5
      case UInt8(ascii: "u"): index += 7
      case UInt8(ascii: "g"): index += 8
      default: index += 9
      }
    }
    return hashes
  }

  /// The word that every comment begins with.
  static let word: StaticString = "guidelint"

  /// The `#` before the word at `start`, where the word is there, a colon follows and nothing but blanks is between.
  private static func hash(before start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    let isThere = word.withUTF8Buffer { letters in
      letters.indices.allSatisfy { bytes[start + $0] == letters[$0] }
    }
    let end = start + word.utf8CodeUnitCount
    guard isThere, colonLength(at: end, in: bytes) > 0 else { return nil }
    var index = start - 1
    while index >= 0, isBlank(bytes[index]) { index -= 1 }
    guard index >= 0, bytes[index] == UInt8(ascii: "#") else { return nil }
    guard index > 0 else { return index }
    let before = bytes[index - 1]
    let isAfterMark = index == 3 && before == 0xBF
    return isBlank(before) || before == 0x0A || before == 0x0D || isAfterMark ? index : nil
  }

  /// Bytes of a colon; the full-width one is what a Chinese keyboard gives, and is reported.
  static func colonLength(at index: Int, in bytes: some RandomAccessCollection<UInt8>) -> Int {
    let rest = bytes.dropFirst(index)
    if rest.first == UInt8(ascii: ":") { return 1 }
    return rest.starts(with: [0xEF, 0xBC, 0x9A]) ? 3 : 0
  }

  /// Whether a byte is a space or a tab.
  static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}
