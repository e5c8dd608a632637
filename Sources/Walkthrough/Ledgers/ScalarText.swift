import Diagnostics
import YAMLReader

/// Writes values on one line, in the fewest quotes with which they are read back as they are.
enum ScalarText {
  /// A value between brackets or behind a key.
  static func write(_ value: LedgerValue, isInFlow: Bool) -> String {
    switch value {
    case .empty: isInFlow ? "null" : ""
    case .plain(let words): words
    case .text(let words): text(words, isInFlow: isInFlow)
    case .list(let values): "[" + values.map { write($0, isInFlow: true) }.joined(separator: ", ") + "]"
    case .map(let fields): "{" + self.fields(LedgerValue.ordered(fields)) + "}"
    }
  }

  /// The inside of a map between braces.
  static func fields(_ fields: [LedgerValue.Field]) -> String {
    fields.map { text($0.name, isInFlow: true) + ": " + write($0.value, isInFlow: true) }.joined(separator: ", ")
  }

  /// A text, without quotes where it can do without.
  static func text(_ words: String, isInFlow: Bool) -> String {
    let bytes = Array(words.utf8)
    let isPrintable = words.unicodeScalars.allSatisfy(isPrintable)
    if isPrintable, PlainText.canHold(bytes, isInFlow: isInFlow), !PlainText.isOtherThanText(bytes),
      !bytes.contains(0x09)
    {
      return words
    }
    let hasMarks = bytes.contains(UInt8(ascii: "\"")) || bytes.contains(UInt8(ascii: "\\"))
    if isPrintable, hasMarks, !bytes.contains(where: { $0 < 0x20 }) {
      return "'" + String(decoding: bytes.flatMap { $0 == UInt8(ascii: "'") ? [$0, $0] : [$0] }, as: UTF8.self) + "'"
    }
    return "\"" + words.unicodeScalars.map(escaped).joined() + "\""
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\"": return "\\\""
    case "\\": return "\\\\"
    case "\n": return "\\n"
    case "\r": return "\\r"
    case "\t": return "\\t"
    default:
      guard !isPrintable(scalar) else { return String(scalar) }
      let digits = String(scalar.value, radix: 16, uppercase: true)
      let (mark, width) = scalar.value < 0x100 ? ("x", 2) : scalar.value < 0x10000 ? ("u", 4) : ("U", 8)
      return "\\" + mark + String(repeating: "0", count: width - digits.utf8.count) + digits
    }
  }

  /// What a YAML file may hold as it is (YAML 1.2, section 5.1), less what begins a line for some readers, hides, or
  /// turns the direction of writing.
  static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20...0x7E, 0xA0...0xAC, 0xAE...0x200A, 0x2010...0x2027, 0x202F...0x2065, 0x206A...0xD7FF, 0xE000...0xFEFE,
      0xFF00...0xFFFD:
      true
    case 0x10000...0x10FFFF: true
    default: false
    }
  }
}
