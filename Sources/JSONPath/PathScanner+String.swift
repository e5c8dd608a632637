import SourceText

extension PathScanner {
  /// Reads a string literal in either quote and gives the text meant.
  mutating func stringLiteral() throws(PathFault) -> String {
    let start = position
    guard let quote = current else { throw unexpected(Messages.quote) }
    position += 1
    var meant: [UInt8] = []
    while let byte = current {
      if byte == quote {
        position += 1
        return String(decoding: meant, as: UTF8.self)
      }
      if byte == UInt8(ascii: "\\") {
        try readEscape(quote: quote, stringStart: start, into: &meant)
      } else if byte < 0x20 {
        let place = characterRange(at: position)
        throw PathFault(Messages.controlCharacter(byte), at: place)
      } else {
        meant.append(byte)
        position += 1
      }
    }
    throw PathFault(Messages.unterminatedString(text(range(from: start))), at: range(from: start))
  }

  /// Reads a backslash and what follows it.
  private mutating func readEscape(quote: UInt8, stringStart: Int, into meant: inout [UInt8]) throws(PathFault) {
    let start = position
    position += 1
    guard let letter = current else {
      throw PathFault(Messages.unterminatedString(text(range(from: stringStart))), at: range(from: stringStart))
    }
    position += 1
    switch letter {
    case UInt8(ascii: "b"): meant.append(0x08)
    case UInt8(ascii: "t"): meant.append(0x09)
    case UInt8(ascii: "n"): meant.append(0x0A)
    case UInt8(ascii: "f"): meant.append(0x0C)
    case UInt8(ascii: "r"): meant.append(0x0D)
    case UInt8(ascii: "/"), UInt8(ascii: "\\"), quote: meant.append(letter)
    case UInt8(ascii: "u"): try readUnicodeEscape(from: start, into: &meant)
    default:
      position = start + 1
      let whole = SourceRange(start..<characterRange(at: position).offsets.upperBound)
      throw PathFault(Messages.unknownEscape(text(whole), quote: quote), at: whole)
    }
  }

  /// Reads `\uXXXX`, and its partner where it is half a surrogate pair.
  private mutating func readUnicodeEscape(from start: Int, into meant: inout [UInt8]) throws(PathFault) {
    var value = try hexDigits(from: start)
    if value >= 0xD800 && value <= 0xDFFF {
      guard value < 0xDC00, current == UInt8(ascii: "\\"), following == UInt8(ascii: "u") else {
        throw PathFault(Messages.loneSurrogate(text(range(from: start))), at: range(from: start))
      }
      let second = position
      position += 2
      let low = try hexDigits(from: second)
      guard low >= 0xDC00 && low <= 0xDFFF else {
        throw PathFault(Messages.loneSurrogate(text(range(from: start))), at: range(from: start))
      }
      value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
    }
    if let scalar = Unicode.Scalar(value) { meant += String(scalar).utf8 }
  }

  /// Reads exactly four hexadecimal digits.
  private mutating func hexDigits(from start: Int) throws(PathFault) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = current, let digit = hexDigit(byte) else {
        throw PathFault(Messages.hexDigits(text(range(from: start))), at: range(from: start))
      }
      value = value << 4 | digit
      position += 1
    }
    return value
  }

  /// The value of a hexadecimal digit; nil for any other byte.
  private func hexDigit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte) - 0x30
    case UInt8(ascii: "a")...UInt8(ascii: "f"), UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte | 0x20) - 0x57
    default: nil
    }
  }
}
