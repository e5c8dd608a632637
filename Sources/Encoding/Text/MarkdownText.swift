/// Texts inside Markdown (GitHub's flavour), written so that nothing of them is markup.
package enum MarkdownText {
  /// Writes a text into a paragraph or table cell: marks are escaped, control characters made visible, addresses not
  /// linked, and line breaks become `<br>`.
  package static func write(_ text: String, to output: inout ByteWriter) {
    guard text.utf8.contains(0x0A) else { return writeLine(text, to: &output) }
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      if index > 0 { output.write(literal: "<br>") }
      writeLine(String(line), to: &output)
    }
  }

  /// The Markdown that `body` writes, as a string.
  package static func collected(_ body: (inout ByteWriter) -> Void) -> String {
    var bytes: [UInt8] = []
    var output = ByteWriter { bytes.append(contentsOf: $0) }
    body(&output)
    output.flush()
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Writes a text without line breaks.
  private static func writeLine(_ text: String, to output: inout ByteWriter) {
    let shown = VisibleText.line(text, tab: " ")
    if shown.utf8.withContiguousStorageIfAvailable({ escape($0, to: &output) }) == nil {
      Array(shown.utf8).withUnsafeBufferPointer { escape($0, to: &output) }
    }
  }

  /// Writes bytes, each that could begin markup behind a backslash.
  private static func escape(_ bytes: UnsafeBufferPointer<UInt8>, to output: inout ByteWriter) {
    var runStart = 0
    for index in bytes.indices where isMark(bytes, at: index) {
      output.write(UnsafeBufferPointer(rebasing: bytes[runStart..<index]))
      output.write(UInt8(ascii: "\\"))
      runStart = index
    }
    output.write(UnsafeBufferPointer(rebasing: bytes[runStart...]))
  }

  /// Whether the byte needs a backslash: marks anywhere, signs of lists and headings at the beginning, and the colon or
  /// dot by which a bare address is recognized.
  private static func isMark(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    switch bytes[index] {
    case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "["),
      UInt8(ascii: "]"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "|"), UInt8(ascii: "~"),
      UInt8(ascii: "&"), UInt8(ascii: "$"), UInt8(ascii: "#"):
      true
    case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "="): index == 0
    case UInt8(ascii: ":"): index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "/")
    case UInt8(ascii: "."): index >= 3 && bytes[index - 3..<index].allSatisfy { $0 | 0x20 == UInt8(ascii: "w") }
    default: false
    }
  }
}
