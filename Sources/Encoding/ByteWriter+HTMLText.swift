extension ByteWriter {
  /// Appends UTF-8 text as HTML: `&`, `<` and `>` as references, in attribute values quotes too. Control characters that
  /// HTML forbids (WHATWG 13.2.3.5), U+0000 among them, become U+FFFD.
  mutating func writeHTML(_ bytes: UnsafeBufferPointer<UInt8>, isAttribute: Bool) {
    var runStart = 0
    for index in bytes.indices {
      let byte = bytes[index]
      guard byte < 0x40, let reference = htmlReference(for: byte, isAttribute: isAttribute) else { continue }
      write(UnsafeBufferPointer(rebasing: bytes[runStart..<index]))
      write(literal: reference)
      runStart = index + 1
    }
    write(UnsafeBufferPointer(rebasing: bytes[runStart...]))
  }
}

/// What stands for an ASCII character that HTML gives a meaning or forbids; nil for all others.
private func htmlReference(for byte: UInt8, isAttribute: Bool) -> StaticString? {
  switch byte {
  case UInt8(ascii: "&"): "&amp;"
  case UInt8(ascii: "<"): "&lt;"
  case UInt8(ascii: ">"): "&gt;"
  case UInt8(ascii: "\""): isAttribute ? "&quot;" : nil
  case UInt8(ascii: "'"): isAttribute ? "&#39;" : nil
  case 0x09, 0x0A, 0x0D: nil
  case 0..<0x20: "\u{FFFD}"
  default: nil
  }
}
