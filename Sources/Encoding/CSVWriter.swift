/// Writes comma-separated values (RFC 4180) as spreadsheets open them: UTF-8 with a byte order mark, lines that end in
/// CRLF, and no field that a spreadsheet would take for a formula.
package struct CSVWriter: ~Copyable {
  /// Takes the text.
  private var output: ByteWriter
  /// Whether the next field begins a row.
  private var isRowStart = true

  /// Writes the byte order mark to `sink`: without it spreadsheets take the text for the system's old encoding.
  package init(sink: @escaping ByteSink) {
    output = ByteWriter(sink: sink)
    output.write(literal: "\u{FEFF}")
  }

  /// Writes a field; nil writes an empty one.
  package mutating func field(_ text: String?) {
    separate()
    guard let text, !text.isEmpty else { return }
    withUTF8(of: text) { output.writeCSVField($0) }
  }

  /// Writes a field that is a number.
  package mutating func field(_ number: Int) {
    separate()
    output.write(number)
  }

  /// Ends the row.
  package mutating func endRow() {
    output.write(literal: "\r\n")
    isRowStart = true
  }

  /// Hands everything to the sink.
  package mutating func finish() { output.flush() }

  /// Writes the comma between two fields.
  private mutating func separate() {
    if !isRowStart { output.write(UInt8(ascii: ",")) }
    isRowStart = false
  }
}

extension ByteWriter {
  /// Appends a field. One that begins like a formula gets an apostrophe before it; one that holds a separator of any
  /// locale is quoted; line breaks become LF, since a bare CR ends a row for some readers; control characters become
  /// their pictures.
  fileprivate mutating func writeCSVField(_ bytes: UnsafeBufferPointer<UInt8>) {
    let isFormula = beginsFormula(bytes)
    let isQuoted = isFormula || bytes.contains(where: needsQuotes) || bytes.first == 0x20 || bytes.last == 0x20
    if isQuoted { write(UInt8(ascii: "\"")) }
    if isFormula { write(UInt8(ascii: "'")) }
    var runStart = 0
    for index in bytes.indices {
      let byte = bytes[index]
      guard byte == UInt8(ascii: "\"") || byte < 0x20 && byte != 0x0A && byte != 0x09 || byte == 0x7F else { continue }
      write(UnsafeBufferPointer(rebasing: bytes[runStart..<index]))
      runStart = index + 1
      switch byte {
      case UInt8(ascii: "\""): write(literal: "\"\"")
      case 0x0D: if index + 1 == bytes.count || bytes[index + 1] != 0x0A { write(UInt8(ascii: "\n")) }
      default: writeControlPicture(byte)
      }
    }
    write(UnsafeBufferPointer(rebasing: bytes[runStart...]))
    if isQuoted { write(UInt8(ascii: "\"")) }
  }
}

/// Whether a field holding this byte is quoted: commas, the semicolons and tabs that other locales separate by, quotes
/// and line breaks.
private func needsQuotes(_ byte: UInt8) -> Bool {
  byte < 0x20 || byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";") || byte == UInt8(ascii: "\"")
}

/// Whether a spreadsheet would compute the field: `=`, `+`, `-`, `@`, a tab or a line break first, and the full-width
/// forms of the four signs, which some locales read alike. White space before them is skipped as spreadsheets do.
private func beginsFormula(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
  guard let start = bytes.firstIndex(where: { $0 != 0x20 }) else { return false }
  switch bytes[start] {
  case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0A, 0x0D: return true
  case 0xEF:
    guard start + 2 < bytes.count, bytes[start + 1] == 0xBC else { return false }
    // U+FF1D ＝, U+FF0B ＋, U+FF0D －, U+FF20 ＠
    return [0x9D, 0x8B, 0x8D, 0xA0].contains(bytes[start + 2])
  default: return false
  }
}
