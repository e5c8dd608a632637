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
  ]

  /// How text of such a format is written, said about text that is not; nil for formats that JSON Schema itself names.
  package static func complaint(_ name: String, _ text: String) -> LocalizedText? {
    switch name {
    case "time-limit": .limitUnreadable(text)
    case "citation": .citationUnreadable(text)
    default: nil
    }
  }
}
