import SourceText

/// Reads what a string or bytes token means: prefix, quotes and escapes removed.
struct LiteralText {
  /// The expression.
  private let source: [UInt8]
  /// The token.
  private let range: SourceRange
  /// The byte that is read next.
  private var offset: Int
  /// Whether backslashes stand for themselves.
  private var isRaw = false
  /// Whether escapes are bytes instead of code points.
  private var isBytes = false
  /// What the literal means so far.
  private var result: [UInt8] = []

  /// The bytes of a token that the lexer found to be a whole string or bytes literal.
  static func decode(_ range: SourceRange, in source: [UInt8]) throws(SyntaxFailure) -> [UInt8] {
    var text = LiteralText(range, in: source)
    return try text.decode()
  }

  /// Prepares to decode a token.
  private init(_ range: SourceRange, in source: [UInt8]) {
    self.source = source
    self.range = range
    offset = Int(range.start)
  }

  /// Decodes the whole token.
  private mutating func decode() throws(SyntaxFailure) -> [UInt8] {
    while source[offset] != UInt8(ascii: "'"), source[offset] != UInt8(ascii: "\"") {
      if source[offset] | 0x20 == UInt8(ascii: "r") { isRaw = true } else { isBytes = true }
      offset += 1
    }
    let quote = source[offset]
    let length = Int(range.end) - offset
    let isTriple = length >= 6 && source[offset + 1] == quote && source[offset + 2] == quote
    offset += isTriple ? 3 : 1
    let end = Int(range.end) - (isTriple ? 3 : 1)
    while offset < end {
      let byte = source[offset]
      if byte == UInt8(ascii: "\\"), !isRaw {
        try escape(before: end)
      } else {
        result.append(byte)
        offset += 1
      }
    }
    return result
  }

  /// Decodes the escape that begins here.
  private mutating func escape(before end: Int) throws(SyntaxFailure) {
    let start = offset
    let letter = source[offset + 1]
    offset += 2
    switch letter {
    case UInt8(ascii: "a"): result.append(0x07)
    case UInt8(ascii: "b"): result.append(0x08)
    case UInt8(ascii: "f"): result.append(0x0C)
    case UInt8(ascii: "n"): result.append(0x0A)
    case UInt8(ascii: "r"): result.append(0x0D)
    case UInt8(ascii: "t"): result.append(0x09)
    case UInt8(ascii: "v"): result.append(0x0B)
    case UInt8(ascii: "\\"), UInt8(ascii: "?"), UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"):
      result.append(letter)
    case UInt8(ascii: "x"), UInt8(ascii: "X"):
      try append(number(digits: 2, radix: 16, before: end, from: start), from: start)
    case UInt8(ascii: "u") where !isBytes:
      try append(number(digits: 4, radix: 16, before: end, from: start), from: start)
    case UInt8(ascii: "U") where !isBytes:
      try append(number(digits: 8, radix: 16, before: end, from: start), from: start)
    case UInt8(ascii: "0")...UInt8(ascii: "3"):
      offset -= 1
      try append(number(digits: 3, radix: 8, before: end, from: start), from: start)
    default: throw failure(from: start)
    }
  }

  /// Reads a fixed number of digits.
  private mutating func number(
    digits: Int, radix: UInt32, before end: Int, from start: Int
  ) throws(SyntaxFailure) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<digits {
      guard offset < end, let digit = source[offset].hexValue, digit < radix else { throw failure(from: start) }
      let (shifted, overflow) = value.multipliedReportingOverflow(by: radix)
      guard !overflow else { throw failure(from: start) }
      value = shifted + digit
      offset += 1
    }
    return value
  }

  /// Appends a byte or a code point, which must be one that UTF-8 can hold.
  private mutating func append(_ code: UInt32, from start: Int) throws(SyntaxFailure) {
    if isBytes {
      result.append(UInt8(truncatingIfNeeded: code))
    } else if let scalar = UnicodeScalar(code) {
      result.append(contentsOf: Character(scalar).utf8)
    } else {
      throw failure(from: start)
    }
  }

  /// The fault of an escape that began at `start`.
  private func failure(from start: Int) -> SyntaxFailure {
    var end = min(max(offset, start + 2), Int(range.end))
    while end < source.count, source[end] & 0xC0 == 0x80 { end += 1 }
    let range = SourceRange(start..<end)
    return SyntaxFailure(
      message: Messages.invalidEscape(String(decoding: source[range.offsets], as: UTF8.self)), range: range)
  }
}
