/// Reads one line of a baseline: a flat JSON object whose members may stand in any order.
///
/// A reader of its own, because 50,000 lines would each start a YAML parser.
struct BaselineLine {
  private let bytes: ArraySlice<UInt8>
  private var index: Int

  /// Prepares to read a line.
  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    index = bytes.startIndex
  }

  /// The key that the line holds; nil where it is not exactly the five members.
  mutating func read() -> DiagnosticKey? {
    var texts: [String: String] = [:]
    var ordinal: Int?
    guard take("{") else { return nil }
    repeat {
      guard let name = string(), take(":") else { return nil }
      if name == "ordinal" {
        guard ordinal == nil, let number = number(), number > 0 else { return nil }
        ordinal = number
      } else {
        guard texts[name] == nil, let text = string() else { return nil }
        texts[name] = text
      }
    } while take(",")
    guard take("}") else { return nil }
    skipBlanks()
    guard index == bytes.endIndex, texts.count == 4, let rule = texts["rule"], let document = texts["document"],
      let path = texts["path"], let value = texts["value"].flatMap(BaselineLine.hash), let ordinal
    else { return nil }
    return DiagnosticKey(
      rule: rule, document: document, place: StablePlace(path: path, value: value), ordinal: ordinal)
  }

  private static func hash(_ digits: String) -> UInt64? {
    guard digits.utf8.count == 16, digits.utf8.first != UInt8(ascii: "+") else { return nil }
    return UInt64(digits, radix: 16)
  }

  private mutating func skipBlanks() {
    while index < bytes.endIndex, [0x20, 0x09, 0x0D].contains(bytes[index]) { index += 1 }
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    skipBlanks()
    guard index < bytes.endIndex, bytes[index] == UInt8(ascii: character) else { return false }
    index += 1
    return true
  }

  private mutating func number() -> Int? {
    skipBlanks()
    let digits = bytes[index...].prefix { (0x30...0x39).contains($0) }
    index += digits.count
    return Int(String(decoding: digits, as: UTF8.self))
  }

  private mutating func string() -> String? {
    guard take("\"") else { return nil }
    var text: [UInt8] = []
    while index < bytes.endIndex {
      let byte = bytes[index]
      index += 1
      switch byte {
      case UInt8(ascii: "\""): return String(validating: text, as: UTF8.self)
      case UInt8(ascii: "\\"):
        guard let escaped = escape() else { return nil }
        text += escaped
      case 0..<0x20: return nil
      default: text.append(byte)
      }
    }
    return nil
  }

  /// What stands for an escape sequence, of which the backslash has been read.
  private mutating func escape() -> [UInt8]? {
    guard index < bytes.endIndex else { return nil }
    let byte = bytes[index]
    index += 1
    switch byte {
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "f"): return [0x0C]
    case UInt8(ascii: "u"):
      guard var code = unit() else { return nil }
      if (0xD800..<0xDC00).contains(code) {
        guard bytes[index...].starts(with: [0x5C, 0x75]) else { return nil }
        index += 2
        guard let low = unit(), (0xDC00..<0xE000).contains(low) else { return nil }
        code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
      }
      return Unicode.Scalar(code).map { Array(String($0).utf8) }
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [byte]
    default: return nil
    }
  }

  private mutating func unit() -> UInt32? {
    let digits = bytes[index...].prefix(4)
    guard digits.count == 4, digits.first != UInt8(ascii: "+") else { return nil }
    index += 4
    return UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
  }
}
