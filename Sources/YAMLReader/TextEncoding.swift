import SourceText

/// What one pass over a file's bytes says about how its text is encoded.
enum TextEncoding: Equatable {
  /// UTF-8 without characters that YAML refuses.
  case utf8(isASCII: Bool)
  /// UTF-16 or UTF-32, with or without a byte order mark.
  case utf16
  /// Not text: a NUL byte or another sign of a binary format.
  case binary
  /// GB18030 or GBK, whose first character outside ASCII is in the range.
  case gb18030(Range<Int>)
  /// Bytes that are not UTF-8.
  case invalid(Range<Int>)
  /// UTF-8, but a character that YAML allows nowhere.
  case unprintable(Range<Int>)

  /// Length of the byte order mark.
  static func markLength(_ bytes: UnsafeBufferPointer<UInt8>) -> Int { bytes.has("\u{FEFF}", at: 0) ? 3 : 0 }

  /// Reads all bytes once, ASCII by eight.
  static func detect(_ bytes: UnsafeBufferPointer<UInt8>) -> TextEncoding {
    if bytes.count >= 2, bytes[0] ^ bytes[1] == 1, bytes[0] >= 0xFE { return .utf16 }
    var scanner = UTF8Scanner(bytes: bytes, offset: markLength(bytes))
    guard let fault = scanner.firstFault() else { return .utf8(isASCII: scanner.isASCII) }
    if bytes.has("%PDF-", at: 0) || bytes.has("PK\u{03}\u{04}", at: 0) { return .binary }
    if let encoding = withNULs(bytes) { return encoding }
    if bytes[fault.lowerBound] < 0x80 || scanner.isUnprintable { return .unprintable(fault) }
    return looksLikeGB18030(bytes, from: fault.lowerBound) ? .gb18030(fault) : .invalid(fault)
  }

  /// UTF-16 has a NUL in about every second byte of ASCII text; a binary file has them anywhere.
  private static func withNULs(_ bytes: UnsafeBufferPointer<UInt8>) -> TextEncoding? {
    let sample = min(bytes.count, 4_096)
    var even = 0
    var odd = 0
    for index in 0..<sample where bytes[index] == 0 {
      if index & 1 == 0 { even += 1 } else { odd += 1 }
    }
    guard even + odd > 0 else { return nil }
    return (even == 0 || odd == 0) && (even + odd) * 8 > sample ? .utf16 : .binary
  }

  /// Whether every pair is well formed and most are in the rows of everyday characters (GB 2312).
  private static func looksLikeGB18030(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool {
    var index = start
    var pairs = 0
    var common = 0
    while index < bytes.count {
      let lead = bytes[index]
      if lead < 0x80 {
        index += 1
        continue
      }
      let trail = bytes.at(index + 1)
      guard lead >= 0x81, lead <= 0xFE else { return false }
      pairs += 1
      if isDigit(trail) {
        guard bytes.at(index + 2) >= 0x81, isDigit(bytes.at(index + 3)) else { return false }
        index += 4
      } else {
        guard trail >= 0x40, trail != 0x7F, trail != 0xFF else { return false }
        if lead >= 0xA1, lead <= 0xF7, trail >= 0xA1 { common += 1 }
        index += 2
      }
    }
    return pairs > 0 && common * 2 > pairs
  }
}

/// A validating walk over UTF-8.
struct UTF8Scanner {
  /// The whole file.
  let bytes: UnsafeBufferPointer<UInt8>
  /// Where the walk stands.
  var offset: Int
  /// Whether all bytes so far are ASCII.
  private(set) var isASCII = true
  /// Whether the fault is a character that YAML refuses, not broken UTF-8.
  private(set) var isUnprintable = false

  /// Starts at an offset.
  init(bytes: UnsafeBufferPointer<UInt8>, offset: Int) {
    self.bytes = bytes
    self.offset = offset
  }

  /// The first bytes that are not UTF-8 or a character that YAML refuses (YAML 1.2, rule c-printable).
  mutating func firstFault() -> Range<Int>? {
    guard let base = bytes.baseAddress else { return nil }
    let count = bytes.count
    while offset < count {
      offset = plainEnd(from: offset)
      guard offset < count else { break }
      let byte = base[offset]
      if byte < 0x80 {
        guard byte >= 0x20 && byte != 0x7F || byte == 0x0A || byte == 0x0D || byte == 0x09 else {
          isUnprintable = true
          return offset..<offset + 1
        }
        offset += 1
      } else if let fault = multibyteFault(base, count) {
        return fault
      }
    }
    return nil
  }

  /// The first byte from an offset that may be other than printable ASCII or a line feed: exact but for the last seven.
  @inline(__always)
  private func plainEnd(from start: Int) -> Int {
    var index = start
    while index &+ 8 <= bytes.count {
      let word = bytes.word(at: index)
      let low = word & ByteWord.lows
      // From 0x80, below 0x20, or 0x7F; sums of seven bits stay inside their byte.
      let above = word | (low &+ ByteWord.ones)
      let suspects = (above | ~(low &+ (ByteWord.ones &* 0x60))) & ByteWord.highs
      if suspects != 0 {
        let refused = suspects & ~ByteWord.places(of: 0x0A, in: word)
        if refused != 0 { return index &+ refused.trailingZeroBitCount >> 3 }
      }
      index &+= 8
    }
    return index
  }

  /// Whether the first six of eight bytes, the first of them lowest, are two characters of the rows that hold nearly all
  /// of Chinese: three bytes each, whose lead is from 0xE1 to 0xEA.
  @inline(__always)
  private static func isCommonPair(_ word: UInt64) -> Bool {
    guard word & 0xC0_C0F0_C0_C0F0 == 0x80_80E0_80_80E0 else { return false }
    // The fifth bit of a sum says that the lead's last four bits are from 1, and not from 11.
    let low = word & 0x0F_0000_0F
    return (low &+ 0x0F_0000_0F) & ~(low &+ 0x05_0000_05) & 0x10_0000_10 == 0x10_0000_10
  }

  /// Whether three bytes, the first of them lowest, are a character that needs no second look.
  @inline(__always)
  private static func isCommonCharacter(_ word: UInt64) -> Bool {
    guard word & 0xC0_C0F0 == 0x80_80E0 else { return false }
    // Leads but 0xE0, 0xED and 0xEF; of the last one, full-width marks.
    return 0x5FFE &>> (word & 0xF) & 1 == 1 || word & 0xFEFF == 0xBCEF
  }

  /// Walks over characters outside ASCII.
  private mutating func multibyteFault(_ base: UnsafePointer<UInt8>, _ count: Int) -> Range<Int>? {
    isASCII = false
    var index = offset
    while index &+ 8 <= count {
      let word = bytes.word(at: index)
      if UTF8Scanner.isCommonPair(word) {
        index &+= 6
      } else if UTF8Scanner.isCommonCharacter(word) {
        index &+= 3
      } else {
        break
      }
    }
    offset = index
    guard offset < count, base[offset] >= 0x80 else { return nil }
    let length = wellFormedLength()
    guard length > 0 else {
      var end = offset + 1
      while end < count, base[end] & 0xC0 == 0x80 { end += 1 }
      return offset..<end
    }
    if isRefused() {
      isUnprintable = true
      return offset..<offset + length
    }
    offset += length
    return nil
  }

  /// Length of the sequence at `offset`, 0 when it is malformed (Unicode, table 3-7).
  private func wellFormedLength() -> Int {
    func continues(_ index: Int, _ low: UInt8 = 0x80, _ high: UInt8 = 0xBF) -> Bool {
      let byte = bytes.at(offset + index)
      return byte >= low && byte <= high
    }
    switch bytes[offset] {
    case 0xC2...0xDF: return continues(1) ? 2 : 0
    case 0xE0: return continues(1, 0xA0) && continues(2) ? 3 : 0
    case 0xED: return continues(1, 0x80, 0x9F) && continues(2) ? 3 : 0
    case 0xE1...0xEF: return continues(1) && continues(2) ? 3 : 0
    case 0xF0: return continues(1, 0x90) && continues(2) && continues(3) ? 4 : 0
    case 0xF1...0xF3: return continues(1) && continues(2) && continues(3) ? 4 : 0
    case 0xF4: return continues(1, 0x80, 0x8F) && continues(2) && continues(3) ? 4 : 0
    default: return 0
    }
  }

  /// U+0080 to U+009F but U+0085, U+FEFF inside the text, U+FFFE and U+FFFF.
  private func isRefused() -> Bool {
    let second = bytes.at(offset + 1)
    switch bytes[offset] {
    case 0xC2: return second < 0xA0 && second != 0x85
    case 0xEF: return second == 0xBB && bytes.at(offset + 2) == 0xBF || second == 0xBF && bytes.at(offset + 2) >= 0xBE
    default: return false
    }
  }
}
