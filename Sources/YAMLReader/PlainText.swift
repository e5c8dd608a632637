/// What a scalar without quotes can say (YAML 1.2, section 7.3.3).
package enum PlainText {
  /// Whether a text on one line can be written without quotes, so that it is read back as it is.
  /// - Parameter isInFlow: whether it stands between brackets, where commas and brackets end it.
  package static func canHold(_ text: some Collection<UInt8>, isInFlow: Bool) -> Bool {
    let bytes = Array(text)
    guard let first = bytes.first, let last = bytes.last, !isBlank(first), !isBlank(last) else { return false }
    if bytes.starts(with: "---".utf8) || bytes.starts(with: "...".utf8) { return false }
    guard canBegin(first, next: bytes.dropFirst().first, isInFlow: isInFlow) else { return false }
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case 0..<0x20 where byte != 0x09, 0x7F: return false
      case UInt8(ascii: ":"):
        guard index + 1 < bytes.count, !isBlank(bytes[index + 1]) else { return false }
        if isInFlow, isFlowIndicator(bytes[index + 1]) { return false }
      case UInt8(ascii: "#") where index > 0 && isBlank(bytes[index - 1]): return false
      default: if isInFlow, isFlowIndicator(byte) { return false }
      }
    }
    return true
  }

  /// Whether a scalar without quotes is read as a number, a truth value or null rather than as text.
  package static func isOtherThanText(_ text: some Collection<UInt8>) -> Bool {
    Array(text).withUnsafeBufferPointer { CoreSchema.resolve($0).kind != .string }
  }

  private static func canBegin(_ first: UInt8, next: UInt8?, isInFlow: Bool) -> Bool {
    switch first {
    case UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: ":"):
      guard let next, !isBlank(next) else { return false }
      return !(isInFlow && isFlowIndicator(next))
    case UInt8(ascii: "#"), UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "!"), UInt8(ascii: "|"),
      UInt8(ascii: ">"), UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "%"), UInt8(ascii: "@"),
      UInt8(ascii: "`"), UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"):
      return false
    default: return true
    }
  }

  private static func isFlowIndicator(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"): true
    default: false
    }
  }
}
