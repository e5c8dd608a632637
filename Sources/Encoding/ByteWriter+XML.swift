extension ByteWriter {
  /// Appends UTF-8 as XML 1.0 text. Control characters, which no reference can name either, become their pictures
  /// (U+2400 and on), U+FFFE and U+FFFF become U+FFFD. `>` is always escaped, so no `]]>` can come about.
  /// - Parameter isAttribute: whether quotes and white space need references too, since parsers turn line breaks and
  ///   tabs of attributes into spaces.
  mutating func writeXML(_ bytes: UnsafeBufferPointer<UInt8>, isAttribute: Bool) {
    var runStart = 0
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      guard byte < 0x40 || byte == 0x7F || byte == 0xEF else {
        index += 1
        continue
      }
      let length = xmlSpecialLength(bytes, at: index, isAttribute: isAttribute)
      if length > 0 {
        write(UnsafeBufferPointer(rebasing: bytes[runStart..<index]))
        writeXMLEscape(byte)
        runStart = index + length
      }
      index += max(1, length)
    }
    write(UnsafeBufferPointer(rebasing: bytes[runStart...]))
  }

  /// Writes what stands for a special byte; 0xEF begins one of the two characters that XML excludes.
  private mutating func writeXMLEscape(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "&"): write(literal: "&amp;")
    case UInt8(ascii: "<"): write(literal: "&lt;")
    case UInt8(ascii: ">"): write(literal: "&gt;")
    case UInt8(ascii: "\""): write(literal: "&quot;")
    case 0x09: write(literal: "&#9;")
    case 0x0A: write(literal: "&#10;")
    case 0x0D: write(literal: "&#13;")
    case 0xEF: write(literal: "\u{FFFD}")
    default: writeControlPicture(byte)
    }
  }

  /// Writes the visible sign of a control character: U+2400 and on for those below the space, U+2421 for U+007F.
  mutating func writeControlPicture(_ byte: UInt8) {
    write(0xE2 as UInt8)
    write(0x90 as UInt8)
    write(byte == 0x7F ? 0xA1 as UInt8 : 0x80 + (byte & 0x1F))
  }
}

/// Number of bytes from `index` that cannot stand as they are; 0 where the byte can.
private func xmlSpecialLength(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int, isAttribute: Bool) -> Int {
  switch bytes[index] {
  case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), 0x0D, 0x7F: 1
  case UInt8(ascii: "\""), 0x09, 0x0A: isAttribute ? 1 : 0
  case ..<0x20: 1
  case 0xEF where index + 2 < bytes.count && bytes[index + 1] == 0xBF && bytes[index + 2] >= 0xBE: 3
  default: 0
  }
}
