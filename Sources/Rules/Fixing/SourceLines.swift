import SourceText

/// The lines of a file around an offset, for edits that take whole lines.
package struct SourceLines {
  /// The file, byte order mark included.
  package let bytes: [UInt8]

  /// Looks at the bytes of a file.
  package init(bytes: [UInt8]) { self.bytes = bytes }

  /// Where the line of an offset begins; a byte order mark is no part of a line.
  package func start(of offset: Int) -> Int {
    var index = min(offset, bytes.count)
    while index > 0, !isBreak(bytes[index - 1]) { index -= 1 }
    return index == 0 && bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? min(3, bytes.count) : index
  }

  /// Where the line of an offset ends, before its break.
  package func end(of offset: Int) -> Int {
    var index = offset
    while index < bytes.count, !isBreak(bytes[index]) { index += 1 }
    return index
  }

  /// Where the line below begins; the end of the file below its last line.
  package func next(after offset: Int) -> Int {
    let end = end(of: offset)
    guard end < bytes.count else { return end }
    return bytes[end] == 0x0D && end + 1 < bytes.count && bytes[end + 1] == 0x0A ? end + 2 : end + 1
  }

  /// Where the line above begins; nil above the first one.
  package func previous(before offset: Int) -> Int? {
    var index = start(of: offset)
    guard index > 0, isBreak(bytes[index - 1]) else { return nil }
    index -= bytes[index - 1] == 0x0A && index > 1 && bytes[index - 2] == 0x0D ? 2 : 1
    return start(of: index)
  }

  /// Blanks at the beginning of a line.
  package func indent(at lineStart: Int) -> Int {
    var index = lineStart
    while index < bytes.count, bytes[index] == 0x20 { index += 1 }
    return index - lineStart
  }

  /// Blanks before the `#` of a line that holds a comment and nothing else; nil for other lines.
  package func commentIndent(at lineStart: Int) -> Int? {
    let indent = indent(at: lineStart)
    return byte(at: lineStart + indent) == UInt8(ascii: "#") ? indent : nil
  }

  /// Whether nothing but blanks, and perhaps a comment, stands between an offset and the end of its line.
  package func isEmpty(from offset: Int) -> Bool {
    var index = offset
    while let byte = byte(at: index), isBlank(byte) { index += 1 }
    guard let byte = byte(at: index), !isBreak(byte) else { return true }
    return byte == UInt8(ascii: "#") && index > offset
  }

  /// Whether only blanks stand between two offsets.
  package func isBlank(_ range: Range<Int>) -> Bool { bytes[range].allSatisfy(isBlank) }

  /// The bytes that end the line of an offset; those of the file's first line where it has none.
  package func lineBreak(at offset: Int) -> [UInt8] {
    for place in [offset, 0] {
      let end = end(of: place)
      if end < bytes.count { return Array(bytes[end..<next(after: place)]) }
    }
    return [0x0A]
  }

  /// A byte; nil behind the end.
  package func byte(at offset: Int) -> UInt8? { bytes.indices.contains(offset) ? bytes[offset] : nil }

  /// Space or tab.
  package func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  /// A byte of a line break.
  package func isBreak(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
}
