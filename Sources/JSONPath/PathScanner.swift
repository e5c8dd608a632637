import Diagnostics
import SourceText

/// A cursor over a query's UTF-8 that reads the tokens of RFC 9535, whose blanks matter.
struct PathScanner {
  /// The query's text.
  let bytes: [UInt8]
  /// Offset of the next byte.
  var position = 0

  /// Starts at the beginning of a text.
  init(_ source: String) { bytes = Array(source.utf8) }

  /// The next byte; nil at the end.
  var current: UInt8? { position < bytes.count ? bytes[position] : nil }

  /// The byte after the next one.
  var following: UInt8? { position + 1 < bytes.count ? bytes[position + 1] : nil }

  /// What was read since `start`.
  func range(from start: Int) -> SourceRange { SourceRange(start..<position) }

  /// The text of a range.
  func text(_ range: SourceRange) -> String { String(decoding: bytes[range.offsets], as: UTF8.self) }

  /// The whole character (code point) at an offset; empty at the end.
  func characterRange(at offset: Int) -> SourceRange {
    var end = min(offset + 1, bytes.count)
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return SourceRange(offset..<max(offset, end))
  }

  /// Skips the four blanks of the grammar: space, tab, line feed, carriage return.
  mutating func skipBlanks() {
    while let byte = current, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { position += 1 }
  }

  /// Reads one byte if it is the next.
  mutating func take(_ byte: Unicode.Scalar) -> Bool {
    guard let next = current, UInt32(next) == byte.value else { return false }
    position += 1
    return true
  }

  /// A fault for whatever stands at the cursor, saying what should.
  func unexpected(_ expected: LocalizedText) -> PathFault {
    let range = characterRange(at: position)
    if range.isEmpty { return PathFault(Messages.unexpectedEnd(expected), at: range) }
    if let fault = fullWidthFault() { return fault }
    return PathFault(Messages.unexpected(text(range), expected), at: range)
  }

  /// A fault for a full-width sign, as Chinese input methods type it, where its ASCII twin belongs; nil for all others.
  func fullWidthFault() -> PathFault? {
    let range = characterRange(at: position)
    guard let sign = text(range).unicodeScalars.first, let twin = asciiTwin(of: sign) else { return nil }
    return PathFault(Messages.fullWidth(text(range), String(twin)), at: range)
  }

  /// Reads a member name in its shorthand form; nil when none begins here.
  mutating func memberName() -> String? {
    guard let first = current, isNameFirst(first) else { return nil }
    let start = position
    while let byte = current, isNameFirst(byte) || isDigit(byte) { position += 1 }
    return text(range(from: start))
  }

  /// Reads a word of letters, digits and underscores, for keywords and function names; nil when none begins here.
  mutating func word() -> (text: String, range: SourceRange)? {
    let start = position
    guard let word = memberName() else { return nil }
    return (word, range(from: start))
  }

  /// Reads an integer of a selector: no leading zero, no `-0`, within ±(2^53 − 1).
  mutating func integer() throws(PathFault) -> Int {
    let start = position
    let isNegative = take("-")
    let digits = position
    while let byte = current, isDigit(byte) { position += 1 }
    let whole = range(from: start)
    guard position > digits else { throw unexpected(Messages.digit) }
    guard bytes[digits] != UInt8(ascii: "0") || (position == digits + 1 && !isNegative) else {
      throw PathFault(Messages.integerForm(text(whole)), at: whole)
    }
    guard let value = Int(text(whole)), value.magnitude < 1 << 53 else {
      throw PathFault(.range, Messages.integerRange(text(whole)), at: whole)
    }
    return value
  }

  /// Reads a number of a filter.
  mutating func number() throws(PathFault) -> PathLiteral {
    let start = position
    _ = take("-")
    let digits = position
    try readDigits()
    guard bytes[digits] != UInt8(ascii: "0") || position == digits + 1 else {
      throw PathFault(Messages.numberForm(text(range(from: start))), at: range(from: start))
    }
    var isWhole = true
    if take(".") {
      isWhole = false
      try readDigits()
    }
    if take("e") || take("E") {
      isWhole = false
      if !take("-") { _ = take("+") }
      try readDigits()
    }
    let written = text(range(from: start))
    if isWhole, let value = Int64(written) { return .int(value) }
    return .double(Double(written) ?? .nan)
  }

  /// Reads at least one digit.
  private mutating func readDigits() throws(PathFault) {
    guard let first = current, isDigit(first) else { throw unexpected(Messages.digit) }
    while let byte = current, isDigit(byte) { position += 1 }
  }
}

/// Whether a byte may begin a member name: a letter, `_`, or part of a character beyond ASCII.
func isNameFirst(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: "_") || byte >= 0x80 || (byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z"))
}

/// Whether a byte is an ASCII digit.
func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

/// The ASCII sign that a full-width one is typed for; nil for letters, digits and everything else.
func asciiTwin(of sign: Unicode.Scalar) -> Unicode.Scalar? {
  switch sign.value {
  case 0x201C, 0x201D: return "\""
  case 0x2018, 0x2019: return "'"
  case 0x3002: return "."
  case 0x3010: return "["
  case 0x3011: return "]"
  case 0xFF01...0xFF5E:
    // The full-width forms repeat ASCII in its order.
    let twin = UInt8(truncatingIfNeeded: sign.value - 0xFEE0)
    return isDigit(twin) || isNameFirst(twin) ? nil : Unicode.Scalar(twin)
  default: return nil
  }
}
