import Diagnostics
import SourceText

/// Cuts an expression into tokens, as the lexis of the language definition has them.
struct Lexer {
  /// The expression as UTF-8.
  let source: [UInt8]
  /// Offset of the next byte.
  var offset: Int

  /// Reads `source` from an offset.
  init(_ source: [UInt8], from offset: Int = 0) {
    self.source = source
    self.offset = offset
  }

  /// The next token; `.end` again and again at the end.
  mutating func next() throws(SyntaxFailure) -> Token {
    skipBlanks()
    let start = offset
    guard let byte = peek() else { return Token(kind: .end, range: SourceRange(start..<start)) }
    if let prefix = stringPrefix() { return try string(from: start, prefix: prefix) }
    if byte.isNameStart {
      while let byte = peek(), byte.isNamePart { offset += 1 }
      return token(.identifier, from: start)
    }
    if byte.isDigit || (byte == UInt8(ascii: ".") && peek(1)?.isDigit == true) { return try number(from: start) }
    if byte == UInt8(ascii: "`") { return try quotedIdentifier(from: start) }
    return try symbol(from: start)
  }

  /// The text of a token as written.
  func text(_ range: SourceRange) -> String { String(decoding: source[range.offsets], as: UTF8.self) }

  /// A byte ahead; nil behind the end.
  private func peek(_ distance: Int = 0) -> UInt8? {
    offset + distance < source.count ? source[offset + distance] : nil
  }

  /// The token from `start` to here.
  private func token(_ kind: Token.Kind, from start: Int) -> Token {
    Token(kind: kind, range: SourceRange(start..<offset))
  }

  /// Skips blanks, line breaks and comments.
  private mutating func skipBlanks() {
    while let byte = peek() {
      switch byte {
      case 0x09, 0x0A, 0x0C, 0x0D, 0x20: offset += 1
      case UInt8(ascii: "/") where peek(1) == UInt8(ascii: "/"):
        while let byte = peek(), byte != 0x0A { offset += 1 }
      default: return
      }
    }
  }

  /// An operator or bracket, the longer one where two fit.
  private mutating func symbol(from start: Int) throws(SyntaxFailure) -> Token {
    if let (symbol, length) = Token.Symbol.spelled(source[start], peek(1)) {
      offset += length
      return token(.symbol(symbol), from: start)
    }
    offset += 1
    while let byte = peek(), byte & 0xC0 == 0x80 { offset += 1 }
    let range = SourceRange(start..<offset)
    throw SyntaxFailure(message: Messages.unexpectedCharacter(text(range)), range: range, isStrayCharacter: true)
  }

  /// A field name between backquotes.
  private mutating func quotedIdentifier(from start: Int) throws(SyntaxFailure) -> Token {
    offset += 1
    while let byte = peek(), byte != UInt8(ascii: "`") {
      guard byte.isNamePart || [0x20, 0x2D, 0x2E, 0x2F].contains(byte) else { break }
      offset += 1
    }
    guard peek() == UInt8(ascii: "`"), offset > start + 1 else {
      throw SyntaxFailure(message: Messages.unterminatedQuotedName, range: SourceRange(start..<offset))
    }
    offset += 1
    return token(.quotedIdentifier, from: start)
  }

  // MARK: Numbers

  /// A number in decimal or hexadecimal digits.
  private mutating func number(from start: Int) throws(SyntaxFailure) -> Token {
    var kind = Token.Kind.int
    if peek() == UInt8(ascii: "0"), peek(1) == UInt8(ascii: "x"), peek(2)?.hexValue != nil {
      offset += 2
      while peek()?.hexValue != nil { offset += 1 }
    } else {
      skipDigits()
      if peek() == UInt8(ascii: "."), peek(1)?.isDigit == true {
        offset += 1
        skipDigits()
        kind = .double
      }
      if skipExponent() { kind = .double }
    }
    if kind == .int, let byte = peek(), byte == UInt8(ascii: "u") || byte == UInt8(ascii: "U") {
      offset += 1
      kind = .uint
    }
    if peek()?.isNamePart == true {
      while let byte = peek(), byte.isNamePart { offset += 1 }
      let range = SourceRange(start..<offset)
      throw SyntaxFailure(message: Messages.malformedNumber(text(range)), range: range)
    }
    return token(kind, from: start)
  }

  /// Skips decimal digits.
  private mutating func skipDigits() {
    while peek()?.isDigit == true { offset += 1 }
  }

  /// Skips an exponent if a whole one stands here.
  private mutating func skipExponent() -> Bool {
    guard let mark = peek(), mark == UInt8(ascii: "e") || mark == UInt8(ascii: "E") else { return false }
    var length = 1
    if let sign = peek(1), sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") { length = 2 }
    guard peek(length)?.isDigit == true else { return false }
    offset += length
    skipDigits()
    return true
  }

  // MARK: Strings

  /// What stands before the opening quote of a string.
  private struct StringPrefix {
    /// Number of letters.
    var length = 0
    /// Whether backslashes stand for themselves.
    var isRaw = false
    /// Whether the literal is a byte string.
    var isBytes = false
  }

  /// The prefix of the string that starts here (`r`, `b` or `br`, in either case); nil when no string does.
  private func stringPrefix() -> StringPrefix? {
    var prefix = StringPrefix()
    while let byte = peek(prefix.length) {
      switch byte {
      case UInt8(ascii: "'"), UInt8(ascii: "\""): return prefix
      case UInt8(ascii: "r"), UInt8(ascii: "R"):
        if prefix.isRaw { return nil }
        prefix.isRaw = true
      case UInt8(ascii: "b"), UInt8(ascii: "B"):
        if prefix.isBytes || prefix.isRaw { return nil }
        prefix.isBytes = true
      default: return nil
      }
      prefix.length += 1
    }
    return nil
  }

  /// A string or byte string to its closing quotes.
  private mutating func string(from start: Int, prefix: StringPrefix) throws(SyntaxFailure) -> Token {
    offset += prefix.length
    let quote = source[offset]
    let isTriple = peek(1) == quote && peek(2) == quote
    offset += isTriple ? 3 : 1
    while let byte = peek() {
      if byte == quote, !isTriple || (peek(1) == quote && peek(2) == quote) {
        offset += isTriple ? 3 : 1
        return token(prefix.isBytes ? .bytes : .string, from: start)
      }
      if !isTriple, byte == 0x0A || byte == 0x0D { break }
      offset += byte == UInt8(ascii: "\\") && !prefix.isRaw ? 2 : 1
    }
    offset = min(offset, source.count)
    throw SyntaxFailure(
      message: Messages.unterminatedString(String(UnicodeScalar(quote)), isTriple: isTriple),
      range: SourceRange(start..<offset))
  }
}

extension UInt8 {
  /// Whether the byte is `0` … `9`.
  var isDigit: Bool { self >= 0x30 && self <= 0x39 }
  /// Whether a name may start with the byte.
  var isNameStart: Bool { (self | 0x20 >= 0x61 && self | 0x20 <= 0x7A) || self == 0x5F }
  /// Whether a name may hold the byte.
  var isNamePart: Bool { isNameStart || isDigit }
  /// The value of a hexadecimal digit.
  var hexValue: UInt32? {
    switch self {
    case 0x30...0x39: UInt32(self) - 0x30
    case 0x41...0x46: UInt32(self) - 0x37
    case 0x61...0x66: UInt32(self) - 0x57
    default: nil
    }
  }
}
