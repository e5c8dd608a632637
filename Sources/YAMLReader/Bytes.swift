import SourceText

/// Whether a byte is an ASCII digit.
@inline(__always)
func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

/// The value of a hexadecimal digit.
func hexDigit(_ byte: UInt8) -> UInt8? {
  switch byte {
  case 0x30...0x39: byte - 0x30
  case 0x41...0x46: byte - 0x37
  case 0x61...0x66: byte - 0x57
  default: nil
  }
}

/// Whether a byte is a space or a tab.
@inline(__always)
func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

/// Whether a byte ends a line; LF and CR only, as reports count lines.
@inline(__always)
func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

/// Whether a byte may stand in a key of our formats: ASCII letters, digits, `-` and `_`.
@inline(__always)
func isWordByte(_ byte: UInt8) -> Bool {
  (byte | 0x20) &- 0x61 < 26 || isDigit(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
}

/// Whether two runs of bytes are equal, eight at a time.
@inline(__always)
func equalBytes(_ left: UnsafePointer<UInt8>, _ right: UnsafePointer<UInt8>, _ count: Int) -> Bool {
  // Eight bytes at an offset.
  func word(_ bytes: UnsafePointer<UInt8>, _ offset: Int) -> UInt64 {
    UnsafeRawPointer(bytes + offset).loadUnaligned(as: UInt64.self)
  }
  guard count >= 8 else {
    if count >= 4 {
      // Two halves that overlap.
      let (first, second) = (UnsafeRawPointer(left), UnsafeRawPointer(right))
      return first.loadUnaligned(as: UInt32.self) == second.loadUnaligned(as: UInt32.self)
        && first.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self)
          == second.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self)
    }
    for index in 0..<count where left[index] != right[index] { return false }
    return true
  }
  var offset = 0
  while offset + 8 <= count {
    if word(left, offset) != word(right, offset) { return false }
    offset += 8
  }
  // The last word overlaps the one before.
  return word(left, count - 8) == word(right, count - 8)
}

extension UnsafeBufferPointer<UInt8> {
  /// The byte at an offset; 0, which no valid text holds, outside the buffer.
  @inline(__always)
  func at(_ offset: Int) -> UInt8 { offset >= 0 && offset < count ? self[offset] : 0 }

  /// Eight bytes from an offset as a number, the first of them lowest; all must exist.
  @inline(__always)
  func word(at offset: Int) -> UInt64 {
    assert(offset >= 0 && offset + 8 <= count)
    return UInt64(
      littleEndian: UnsafeRawBufferPointer(self).loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// Whether up to sixteen bytes, of which sixteen can be read, are ASCII.
  @inline(__always)
  func isASCII(_ length: Int, from offset: Int) -> Bool {
    let rest = UInt64.max &>> UInt64(truncatingIfNeeded: ((8 &- length) & 7) &* 8)
    let first = word(at: offset)
    let found = length <= 8 ? first & rest : first | (word(at: offset &+ 8) & rest)
    return found & ByteWord.highs == 0
  }

  /// First place of a byte in a range, which must be inside; eight at a time.
  func firstIndex(of byte: UInt8, in range: Range<Int>) -> Int? {
    var index = range.lowerBound
    while index < range.upperBound {
      if index &+ 8 <= count {
        let places = ByteWord.places(of: byte, in: word(at: index))
        if places != 0 {
          let place = index &+ places.trailingZeroBitCount &>> 3
          return place < range.upperBound ? place : nil
        }
        index &+= 8
      } else {
        if self[index] == byte { return index }
        index &+= 1
      }
    }
    return nil
  }

  /// Whether a colon and a space stand before an offset, as before nearly all values.
  @inline(__always)
  func followsColon(_ offset: Int) -> Bool {
    offset >= 2 && offset <= count && self[offset &- 1] == 0x20 && self[offset &- 2] == UInt8(ascii: ":")
  }

  /// Whether the bytes of `text` stand at an offset.
  func has(_ text: StaticString, at offset: Int) -> Bool {
    guard offset >= 0, offset + text.utf8CodeUnitCount <= count else { return false }
    for index in 0..<text.utf8CodeUnitCount where self[offset + index] != text.utf8Start[index] { return false }
    return true
  }

  /// Length of the line break at an offset as libyaml sees it (with U+0085, U+2028 and U+2029); 0 for none.
  func breakLength(at offset: Int) -> Int {
    switch at(offset) {
    case 0x0A: 1
    case 0x0D: at(offset + 1) == 0x0A ? 2 : 1
    case 0xC2: at(offset + 1) == 0x85 ? 2 : 0
    case 0xE2: at(offset + 1) == 0x80 && at(offset + 2) | 1 == 0xA9 ? 3 : 0
    default: 0
    }
  }

  /// Offset of the first byte of the line that holds an offset.
  func lineStart(of offset: Int) -> Int {
    var index = Swift.min(offset, count)
    while index > 0, !isLineEnd(self[index - 1]) { index -= 1 }
    return index
  }

  /// Offset after the last byte of the line that holds an offset, before its line break.
  func lineEnd(of offset: Int) -> Int {
    var index = offset
    while index < count, !isLineEnd(self[index]) { index += 1 }
    return index
  }

  /// Length of the character at an offset.
  func characterLength(at offset: Int) -> Int {
    guard offset < count else { return 0 }
    var end = offset + 1
    while end < count, self[end] & 0xC0 == 0x80 { end += 1 }
    return end - offset
  }

  /// The text between two offsets, for messages.
  func string(_ range: Range<Int>) -> String { String(decoding: self[range.clamped(to: 0..<count)], as: UTF8.self) }
}
