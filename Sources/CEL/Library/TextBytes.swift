/// Positions in UTF-8 text, found without decoding it.
extension UnsafeBufferPointer<UInt8> {
  /// The offset of a code point by its number, the end included; nil for one that the text does not have.
  func offset(ofScalar number: Int64) -> Int? {
    guard number >= 0 else { return nil }
    var left = number
    for index in indices where self[index] & 0xC0 != 0x80 {
      if left == 0 { return index }
      left -= 1
    }
    return left == 0 ? count : nil
  }

  /// The range without white space at both ends.
  var withoutBlanks: Range<Int> {
    var start = 0
    while start < count {
      let length = blank(at: start)
      if length == 0 { break }
      start += length
    }
    var end = count
    while end > start {
      var last = end - 1
      while last > start, self[last] & 0xC0 == 0x80 { last -= 1 }
      guard blank(at: last) == end - last else { break }
      end = last
    }
    return start..<end
  }

  /// Number of bytes of the white space at an offset; 0 for other code points.
  private func blank(at index: Int) -> Int {
    let byte = self[index]
    if byte < 0x80 { return byte == 0x20 || byte >= 0x09 && byte <= 0x0D ? 1 : 0 }
    let second = index + 1 < count ? self[index + 1] : 0
    if byte == 0xC2 { return second == 0x85 || second == 0xA0 ? 2 : 0 }
    guard byte >= 0xE1, byte <= 0xE3, index + 2 < count else { return 0 }
    let third = self[index + 2]
    switch (byte, second) {
    case (0xE1, 0x9A), (0xE3, 0x80): return third == 0x80 ? 3 : 0
    case (0xE2, 0x80): return third <= 0x8A || third == 0xA8 || third == 0xA9 || third == 0xAF ? 3 : 0
    case (0xE2, 0x81): return third == 0x9F ? 3 : 0
    default: return 0
    }
  }
}

extension TextReference {
  /// A part of the same text.
  func part(_ range: Range<Int>) -> TextReference {
    TextReference(space: space, offset: offset + UInt32(range.lowerBound), count: UInt32(range.count))
  }
}
