/// Turns libyaml's marks, which count code points, into byte offsets by walking forward from the last one.
struct MarkCursor {
  /// The whole file.
  let bytes: UnsafeBufferPointer<UInt8>
  /// Where counting stands; marks that precede it are rare and walked back to.
  private(set) var place: Place
  /// Whether a code point is a byte throughout.
  private let isASCII: Bool

  /// One place as libyaml counts it (from the end of the byte order mark) and as we do.
  struct Place {
    /// Code points from the end of the byte order mark.
    var index = 0
    /// Bytes from the start of the file.
    var offset = 0
  }

  /// Starts at a known place.
  init(bytes: UnsafeBufferPointer<UInt8>, isASCII: Bool, at place: Place) {
    self.bytes = bytes
    self.isASCII = isASCII
    self.place = place
  }

  /// Byte offset of a mark.
  @inline(__always)
  mutating func offset(of index: Int) -> Int {
    let left = index &- place.index
    let offset = place.offset
    // Most marks lie a colon, or a line break and an indentation, behind the last place.
    if left > 0, left <= 16, offset &+ 16 <= bytes.count, bytes.isASCII(left, from: offset) {
      place = Place(index: index, offset: offset &+ left)
      return offset &+ left
    }
    return distantOffset(of: index)
  }

  /// Byte offset of a mark that is not near or not behind ASCII only.
  @inline(never)
  private mutating func distantOffset(of index: Int) -> Int {
    if isASCII {
      place = Place(index: index, offset: place.offset + index - place.index)
    } else if index > place.index {
      walk(to: index)
    } else if index < place.index {
      walkBack(to: index)
    }
    return min(place.offset, bytes.count)
  }

  /// Tells the cursor a place that is known from elsewhere, which saves the counting.
  @inline(__always)
  mutating func jump(index: Int, offset: Int) { place = Place(index: index, offset: offset) }

  /// Counts code points forward.
  private mutating func walk(to index: Int) {
    var left = index - place.index
    var offset = place.offset
    let count = bytes.count
    // Long stretches by eight bytes: 10xxxxxx continues a character, every other byte starts one.
    while left >= 8, offset + 8 <= count, let base = bytes.baseAddress {
      let word = UnsafeRawPointer(base + offset).loadUnaligned(as: UInt64.self)
      left -= 8 - ((word >> 7) & ~(word >> 6) & 0x0101_0101_0101_0101).nonzeroBitCount
      offset += 8
    }
    while offset < count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
    while left > 0, offset < count {
      let byte = bytes[offset]
      offset += byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      left -= 1
    }
    place = Place(index: index, offset: offset)
  }

  /// Counts code points backward.
  private mutating func walkBack(to index: Int) {
    var left = place.index - index
    var offset = min(place.offset, bytes.count)
    while left > 0, offset > 0 {
      offset -= 1
      if bytes[offset] & 0xC0 != 0x80 { left -= 1 }
    }
    place = Place(index: index, offset: offset)
  }
}
