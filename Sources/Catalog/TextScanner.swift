/// Walks over UTF-8 text by code points and literal words, without copying it.
struct TextScanner {
  /// The whole text.
  private let bytes: UnsafeBufferPointer<UInt8>
  /// Offset of the next byte.
  private(set) var position: Int
  /// Offset where scanning ends.
  let end: Int

  /// Scans a whole text.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    position = 0
    end = bytes.count
  }

  /// Scans a part of a text.
  init(_ bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>) {
    self.bytes = bytes
    position = range.lowerBound
    end = min(range.upperBound, bytes.count)
  }

  /// Whether nothing is left.
  var isAtEnd: Bool { position >= end }

  /// Whether an ASCII digit comes next.
  var startsWithDigit: Bool { position < end && bytes[position] &- UInt8(ascii: "0") < 10 }

  /// The next code point and its length; U+FFFD and one byte where the text is not UTF-8.
  func peek() -> (scalar: UInt32, length: Int)? {
    position < end ? decodeScalar(bytes, at: position, end: end) : nil
  }

  /// Takes the next code point.
  mutating func next() -> UInt32? {
    guard let (scalar, length) = peek() else { return nil }
    position += length
    return scalar
  }

  /// Takes `word` if the text continues with it, ASCII letters in either case.
  mutating func take(_ word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    guard position + count <= end else { return false }
    let start = word.utf8Start
    for index in 0..<count where lowered(bytes[position + index]) != start[index] { return false }
    position += count
    return true
  }

  /// Goes back to an offset that `position` had before.
  mutating func move(to offset: Int) { position = offset }

  /// Skips ASCII white space, no-break and ideographic spaces.
  mutating func skipSpaces() {
    while let (scalar, length) = peek(), isSpace(scalar) { position += length }
  }
}

/// The code point at an offset and its length; U+FFFD and one byte where the text is not UTF-8.
func decodeScalar(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int, end: Int) -> (scalar: UInt32, length: Int) {
  let first = bytes[offset]
  if first < 0x80 { return (UInt32(first), 1) }
  let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
  guard first >= 0xC2, first < 0xF5, offset + length <= end else { return (0xFFFD, 1) }
  var scalar = UInt32(first) & (0x7F >> UInt32(length))
  for index in 1..<length {
    guard bytes[offset + index] & 0xC0 == 0x80 else { return (0xFFFD, 1) }
    scalar = scalar << 6 | UInt32(bytes[offset + index] & 0x3F)
  }
  return (scalar, length)
}

/// Appends a code point as UTF-8.
func appendScalar(_ scalar: UInt32, to bytes: inout [UInt8]) {
  guard let scalar = Unicode.Scalar(scalar) else { return }
  UTF8.encode(scalar)?.forEach { bytes.append($0) }
}

/// Whether a code point is white space that writers put between words.
func isSpace(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0x20, 0x09...0x0D, 0xA0, 0x2000...0x200B, 0x202F, 0x205F, 0x3000, 0xFEFF: true
  default: false
  }
}

/// A full-width form of ASCII as its ASCII code point; others as they are.
func foldedWidth(_ scalar: UInt32) -> UInt32 {
  switch scalar {
  case 0xFF01...0xFF5E: scalar - 0xFEE0
  case 0x3000: 0x20
  default: scalar
  }
}

/// Whether bytes spell a word exactly.
func bytes(_ bytes: UnsafeBufferPointer<UInt8>, equal word: StaticString) -> Bool {
  guard bytes.count == word.utf8CodeUnitCount else { return false }
  let start = word.utf8Start
  for index in 0..<bytes.count where bytes[index] != start[index] { return false }
  return true
}

/// An ASCII letter in lower case; other bytes as they are.
private func lowered(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte + 0x20 : byte }
