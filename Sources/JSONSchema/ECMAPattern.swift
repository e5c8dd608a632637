/// Translates a regular expression of ECMA-262 (with the `u` flag, as JSON Schema asks) to RE2's syntax.
///
/// What cannot run in linear time, look-around and backreferences, is refused, as is what ECMA-262 does not know.
struct ECMAPattern {
  /// Why a pattern was refused, and which part of it.
  struct Failure: Error {
    /// The kinds of refusal.
    enum Reason {
      /// Look-ahead or look-behind.
      case lookAround
      /// `\1` or `\k<name>`.
      case backreference
      /// An escape that ECMA-262 does not define.
      case unknownEscape
      /// A `\p{…}` that RE2 does not know.
      case unknownProperty
      /// A bracket, brace or range that is not closed or not in order.
      case malformed
    }
    /// Why.
    let reason: Reason
    /// The part as written.
    let part: String
    /// Its offset in the pattern, in bytes.
    let offset: Int
  }

  // White space and line ends of ECMA-262, which has more of them than RE2's `\s`.
  /// What `\s` stands for, as the inside of a class.
  private static let space =
    "\\t-\\r \\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{2028}\\x{2029}\\x{202f}\\x{205f}\\x{3000}\\x{feff}"
  /// The complement of `space`, because RE2 cannot negate a part of a class.
  private static let notSpace =
    "\\x{0}-\\x{8}\\x{e}-\\x{1f}\\x{21}-\\x{9f}\\x{a1}-\\x{167f}\\x{1681}-\\x{1fff}\\x{200b}-\\x{2027}"
    + "\\x{202a}-\\x{202e}\\x{2030}-\\x{205e}\\x{2060}-\\x{2fff}\\x{3001}-\\x{fefe}\\x{ff00}-\\x{10ffff}"

  /// The pattern as written.
  private let input: [UInt8]
  /// Offset of the next byte to read.
  private var index = 0
  /// The translation so far.
  private var output: [UInt8] = []

  /// Starts before the first byte.
  private init(_ pattern: String) { input = Array(pattern.utf8) }

  /// The same expression in RE2's syntax.
  static func translate(_ pattern: String) throws(Failure) -> String {
    var translator = ECMAPattern(pattern)
    while translator.index < translator.input.count { try translator.atom() }
    return String(decoding: translator.output, as: UTF8.self)
  }

  /// A byte that is not yet read; 0 past the end.
  private func peek(_ ahead: Int = 0) -> UInt8 { index + ahead < input.count ? input[index + ahead] : 0 }

  /// Adds to the translation.
  private mutating func write(_ text: String) { output.append(contentsOf: text.utf8) }

  /// A refusal of what was read since `start`.
  private func failure(_ reason: Failure.Reason, from start: Int) -> Failure {
    let end = max(min(index, input.count), min(start + 1, input.count))
    return Failure(reason: reason, part: String(decoding: input[start..<end], as: UTF8.self), offset: start)
  }

  /// Translates the next element, whatever it is.
  private mutating func atom() throws(Failure) {
    switch input[index] {
    case 0x5C: try escape(inClass: false)
    case 0x5B: try characterClass()
    case 0x28: try group()
    case 0x2E:
      write("[^\\n\\r\\x{2028}\\x{2029}]")
      index += 1
    case 0x7B where !isQuantifier():
      write("\\{")
      index += 1
    case 0x5D, 0x7D:
      // A brace that ends a quantifier is copied with it below; any other is meant literally.
      write("\\")
      copy(1)
    case 0x7B:
      while peek() != 0x7D { copy(1) }
      copy(1)
    default: copy(1)
    }
  }

  /// Takes bytes over as they are.
  private mutating func copy(_ count: Int) {
    output.append(contentsOf: input[index..<min(index + count, input.count)])
    index += count
  }

  /// Whether the brace ahead opens `{2}`, `{2,}` or `{2,3}`.
  private func isQuantifier() -> Bool {
    var ahead = index + 1
    var commas = 0
    while ahead < input.count, input[ahead] != 0x7D {
      if input[ahead] == 0x2C { commas += 1 } else if input[ahead] < 0x30 || input[ahead] > 0x39 { return false }
      ahead += 1
    }
    return ahead < input.count && commas <= 1 && ahead > index + 1 && input[index + 1] != 0x2C
  }

  /// Translates the opening of a group.
  private mutating func group() throws(Failure) {
    let start = index
    guard peek(1) == 0x3F else { return copy(1) }
    let third = peek(2)
    if third == 0x3A { return copy(3) }
    if third == 0x3D || third == 0x21 || (third == 0x3C && (peek(3) == 0x3D || peek(3) == 0x21)) {
      index += third == 0x3C ? 4 : 3
      throw failure(.lookAround, from: start)
    }
    guard third == 0x3C else {
      index += 3
      throw failure(.malformed, from: start)
    }
    index += 3
    write("(?P<")
  }

  /// Translates a backslash and what it governs.
  private mutating func escape(inClass: Bool) throws(Failure) {
    let start = index
    let letter = peek(1)
    index += 2
    guard index <= input.count else { throw failure(.malformed, from: start) }
    switch letter {
    case 0x64, 0x44, 0x77, 0x57, 0x74, 0x6E, 0x76, 0x66, 0x72:  // d D w W t n v f r
      output.append(contentsOf: [0x5C, letter])
    case 0x62 where inClass: write("\\x{8}")
    case 0x42 where inClass: throw failure(.unknownEscape, from: start)
    case 0x62, 0x42: output.append(contentsOf: [0x5C, letter])
    case 0x73: write(inClass ? Self.space : "[" + Self.space + "]")
    case 0x53: write(inClass ? Self.notSpace : "[" + Self.notSpace + "]")
    case 0x63:
      guard isLetter(peek()) else { throw failure(.unknownEscape, from: start) }
      write(codePoint(UInt32(peek() & 0x1F)))
      index += 1
    case 0x30 where !(0x30...0x39).contains(peek()): write("\\x{0}")
    case 0x31...0x39, 0x6B:
      if letter == 0x6B { while index < input.count, input[index - 1] != 0x3E { index += 1 } }
      throw failure(inClass ? .unknownEscape : .backreference, from: start)
    case 0x78: write(codePoint(try hexDigits(2, from: start)))
    case 0x75: write(codePoint(try unicodeEscape(from: start)))
    case 0x70, 0x50: try property(negated: letter == 0x50, from: start)
    // RE2 takes only punctuation that is no part of words behind a backslash.
    case 0x5F: write("_")
    default:
      guard letter < 0x80, !isLetter(letter), !(0x30...0x39).contains(letter) else {
        throw failure(.unknownEscape, from: start)
      }
      output.append(contentsOf: [0x5C, letter])
    }
  }

  /// Whether a byte is an ASCII letter.
  private func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  /// A code point as RE2 writes it.
  private func codePoint(_ value: UInt32) -> String { "\\x{" + String(value, radix: 16) + "}" }

  /// Reads exactly `count` hexadecimal digits.
  private mutating func hexDigits(_ count: Int, from start: Int) throws(Failure) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<count {
      guard let digit = hexValue(peek()) else { throw failure(.unknownEscape, from: start) }
      value = value * 16 + UInt32(digit)
      index += 1
    }
    return value
  }

  /// Reads what follows `\u`: four digits, two such escapes, or digits in braces.
  private mutating func unicodeEscape(from start: Int) throws(Failure) -> UInt32 {
    if peek() == 0x7B {
      index += 1
      var value: UInt32 = 0
      while let digit = hexValue(peek()) {
        value = min(value, 0xFF_FFFF) * 16 + UInt32(digit)
        index += 1
      }
      guard peek() == 0x7D, value <= 0x10FFFF else { throw failure(.unknownEscape, from: start) }
      index += 1
      return value
    }
    let first = try hexDigits(4, from: start)
    // A surrogate pair in two escapes is one code point.
    if first & 0xFC00 == 0xD800, peek() == 0x5C, peek(1) == 0x75 {
      index += 2
      let second = try hexDigits(4, from: start)
      return 0x10000 + ((first & 0x3FF) << 10) + (second & 0x3FF)
    }
    return first
  }

  /// Translates `\p{…}` and `\P{…}`.
  private mutating func property(negated: Bool, from start: Int) throws(Failure) {
    guard peek() == 0x7B else { throw failure(.unknownEscape, from: start) }
    let nameStart = index + 1
    while index < input.count, input[index] != 0x7D { index += 1 }
    guard index < input.count else { throw failure(.malformed, from: start) }
    let name = String(decoding: input[nameStart..<index], as: UTF8.self)
    index += 1
    guard let known = UnicodeProperty.name(inRE2: name) else { throw failure(.unknownProperty, from: start) }
    write((negated ? "\\P{" : "\\p{") + known + "}")
  }

  /// Translates `[…]`, including `[]` and `[^]`, which RE2 does not know.
  private mutating func characterClass() throws(Failure) {
    let start = index
    index += 1
    let negated = peek() == 0x5E
    if negated { index += 1 }
    if peek() == 0x5D {
      index += 1
      return write(negated ? "[\\x{0}-\\x{10ffff}]" : "[^\\x{0}-\\x{10ffff}]")
    }
    write(negated ? "[^" : "[")
    while index < input.count, input[index] != 0x5D {
      switch input[index] {
      case 0x5C: try escape(inClass: true)
      case 0x5B, 0x5E:
        write("\\")
        copy(1)
      default: copy(1)
      }
    }
    guard index < input.count else { throw failure(.malformed, from: start) }
    copy(1)
  }
}
