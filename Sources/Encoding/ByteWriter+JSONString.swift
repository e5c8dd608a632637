extension ByteWriter {
  /// Appends a JSON string with its quotes (RFC 8259, 7). U+2028 and U+2029 are escaped too, because JavaScript before
  /// 2019 ends a line there. Bytes that are not UTF-8 become U+FFFD, one for each maximal ill-formed part.
  /// - Parameter isValid: whether the bytes are known to be UTF-8 and need no check.
  mutating func writeJSONString(_ bytes: UnsafeBufferPointer<UInt8>, isValid: Bool) {
    write(UInt8(ascii: "\""))
    var runStart = 0
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      let special = byte < 0x80 ? isSpecialASCII(byte) : byte == 0xE2 || !isValid
      guard special else {
        index += 1
        continue
      }
      let (length, escape) = byte < 0x80 ? (1, .ascii) : scalarOutput(in: bytes, at: index)
      if escape != .none {
        write(UnsafeBufferPointer(rebasing: bytes[runStart..<index]))
        writeEscape(escape, of: bytes, at: index)
        runStart = index + length
      }
      index += length
    }
    write(UnsafeBufferPointer(rebasing: bytes[runStart...]))
    write(UInt8(ascii: "\""))
  }

  /// Writes what stands for the scalar at `index`.
  private mutating func writeEscape(_ escape: JSONEscape, of bytes: UnsafeBufferPointer<UInt8>, at index: Int) {
    switch escape {
    case .none: break
    case .replacement: write(literal: "\u{FFFD}")
    case .separator: write(literal: bytes[index + 2] == 0xA8 ? "\\u2028" : "\\u2029")
    case .ascii: writeASCIIEscape(bytes[index])
    }
  }

  /// Prefers the two-character escapes to the `\u00…` form.
  private mutating func writeASCIIEscape(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): write(literal: "\\\"")
    case UInt8(ascii: "\\"): write(literal: "\\\\")
    case 0x08: write(literal: "\\b")
    case 0x09: write(literal: "\\t")
    case 0x0A: write(literal: "\\n")
    case 0x0C: write(literal: "\\f")
    case 0x0D: write(literal: "\\r")
    default:
      write(literal: "\\u00")
      write(hexDigit(byte >> 4))
      write(hexDigit(byte & 0x0F))
    }
  }
}

/// How a scalar is written in a JSON string.
private enum JSONEscape {
  /// As it is.
  case none
  /// By a backslash.
  case ascii
  /// U+2028 or U+2029, by its number.
  case separator
  /// By U+FFFD, because it is not UTF-8.
  case replacement
}

/// Whether RFC 8259 forbids the byte unescaped.
private func isSpecialASCII(_ byte: UInt8) -> Bool {
  byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
}

/// The lower-case digit of a value below 16.
private func hexDigit(_ value: UInt8) -> UInt8 {
  value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
}

/// Decides for one non-ASCII scalar, or ill-formed part, how it is written.
private func scalarOutput(in bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (length: Int, escape: JSONEscape) {
  let step = UTF8Scalar.next(in: bytes, at: index)
  guard let scalar = step.scalar else { return (step.length, .replacement) }
  return (step.length, scalar == "\u{2028}" || scalar == "\u{2029}" ? .separator : .none)
}
