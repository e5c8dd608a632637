/// A change to the text of an example that must not change what a rule says of it.
package struct ExampleVariant: Sendable {
  /// Name for failures.
  package let name: String
  /// Lines added above.
  package let lineShift: Int
  private let change: @Sendable (String) -> String

  /// Makes a variant.
  package init(name: String, lineShift: Int = 0, change: @escaping @Sendable (String) -> String) {
    self.name = name
    self.lineShift = lineShift
    self.change = change
  }

  /// The changed text.
  package func apply(to text: String) -> String { change(text) }

  /// The text as it is.
  package static let plain = ExampleVariant(name: "plain") { $0 }

  /// What the shipped rules are tried with: line ends, a byte order mark, wide characters and comments around them.
  package static let all: [ExampleVariant] = [
    plain,
    ExampleVariant(name: "CRLF") { text in
      var bytes: [UInt8] = []
      for byte in text.utf8 {
        if byte == 0x0A { bytes.append(0x0D) }
        bytes.append(byte)
      }
      return String(decoding: bytes, as: UTF8.self)
    },
    ExampleVariant(name: "byte order mark") { "\u{FEFF}" + $0 },
    ExampleVariant(name: "wide characters before", lineShift: 1) { "# 办事指南 😀 é\n" + $0 },
    ExampleVariant(name: "trailing comment") { $0 + "\n# 末尾的说明 😀\n" },
  ]
}
