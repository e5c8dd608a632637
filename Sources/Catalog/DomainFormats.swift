package import Diagnostics

/// The formats that the schemas name beyond the published ones, as checks of UTF-8 text.
package enum DomainFormats {
  /// A format's check.
  package typealias Check = @Sendable (UnsafeBufferPointer<UInt8>) -> Bool

  /// All formats by name.
  package static let all: [(name: String, check: Check)] = [
    ("time-limit", { TimeLimit($0) != nil }),
    ("citation", { Citation.isReadable($0) }),
    ("slug", { Slug.isValid($0) }),
    ("credit-code", { CreditCode.isValid($0) }),
    ("clock-time", { isClockTime($0) }),
  ]

  /// How text of such a format is written, said about text that is not; nil for formats that JSON Schema itself names.
  package static func complaint(_ name: String, _ text: String) -> LocalizedText? {
    switch name {
    case "time-limit": .limitUnreadable(text)
    case "citation": .citationUnreadable(text)
    case "clock-time": .clockTimeUnreadable(text)
    default: nil
    }
  }

  /// Whether text is `HH:MM` of 24 hours; with both digits of the hour, times compare as text.
  private static func isClockTime(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard text.count == 5, text[2] == UInt8(ascii: ":") else { return false }
    let digits = [0, 1, 3, 4].map { Int(text[$0]) - Int(UInt8(ascii: "0")) }
    return digits.allSatisfy { (0...9).contains($0) } && digits[0] * 10 + digits[1] < 24 && digits[2] < 6
  }
}
