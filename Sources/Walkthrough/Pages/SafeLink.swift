internal import Encoding

/// What of a guide's text may become a link.
enum SafeLink {
  /// Longest address that is linked.
  private static let limit = 500

  /// `https:`, `http:` or `tel:` for a text that is nothing but one address or telephone number; nil for all others.
  static func target(of text: String, isPhone: Bool) -> String? {
    let bytes = Array(text.utf8)
    return isPhone ? phone(bytes) : address(bytes)
  }

  private static func address(_ bytes: [UInt8]) -> String? {
    guard bytes.count <= limit, bytes.starts(with: "https://".utf8) || bytes.starts(with: "http://".utf8),
      bytes.allSatisfy({ $0 > 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "<") })
    else { return nil }
    let text = String(decoding: bytes, as: UTF8.self)
    return text.unicodeScalars.allSatisfy({ VisibleText.replacement(for: $0) == nil }) ? text : nil
  }

  // Several numbers in one text are dialled by hand.
  private static func phone(_ bytes: [UInt8]) -> String? {
    var digits: [UInt8] = []
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digits.append(byte)
      case UInt8(ascii: "+") where digits.isEmpty: digits.append(byte)
      case UInt8(ascii: "-"), UInt8(ascii: " "), UInt8(ascii: "("), UInt8(ascii: ")"): break
      default: return nil
      }
    }
    guard (3...16).contains(digits.count) else { return nil }
    return "tel:" + String(decoding: digits, as: UTF8.self)
  }
}
