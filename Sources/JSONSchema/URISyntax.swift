/// The grammar of URIs (RFC 3986, appendix A) over bytes.
enum URISyntax {
  /// The text that is judged.
  private typealias Text = UnsafeBufferPointer<UInt8>

  /// Whether the text is a URI reference, or a URI if it must begin with a scheme.
  static func isReference(_ text: UnsafeBufferPointer<UInt8>, needsScheme: Bool) -> Bool {
    var end = text.count
    if let mark = text.firstIndex(of: 0x23) {
      guard isRun(text, mark + 1..<end, extra: "/?:@") else { return false }
      end = mark
    }
    if let mark = text[..<end].firstIndex(of: 0x3F) {
      guard isRun(text, mark + 1..<end, extra: "/?:@") else { return false }
      end = mark
    }
    var start = 0
    if let colon = text[..<end].firstIndex(of: 0x3A), !text[..<colon].contains(0x2F) {
      // A colon in the first segment can only end a scheme.
      guard isScheme(text, 0..<colon) else { return false }
      start = colon + 1
    } else if needsScheme {
      return false
    }
    if start + 1 < end, text[start] == 0x2F, text[start + 1] == 0x2F {
      let authority = start + 2
      start = text[authority..<end].firstIndex(of: 0x2F) ?? end
      guard isAuthority(text, authority..<start) else { return false }
    }
    return isRun(text, start..<end, extra: "/:@")
  }

  /// Whether the text is an IRI reference (RFC 3987), or an IRI: a URI whose parts may hold letters of any script.
  static func isInternationalReference(_ text: UnsafeBufferPointer<UInt8>, needsScheme: Bool) -> Bool {
    guard text.contains(where: { $0 >= 0x80 }) else { return isReference(text, needsScheme: needsScheme) }
    var previous: UInt8 = 0
    var plain: [UInt8] = []
    for byte in text {
      // U+0080 to U+009F are control characters.
      if previous == 0xC2, byte < 0xA0 { return false }
      previous = byte
      plain.append(byte < 0x80 ? byte : UInt8(ascii: "x"))
    }
    return plain.withUnsafeBufferPointer { isReference($0, needsScheme: needsScheme) }
  }

  /// A letter, then letters, digits, `+`, `-` and `.`.
  private static func isScheme(_ text: Text, _ range: Range<Int>) -> Bool {
    guard let first = text[range].first, isLetter(first) else { return false }
    return text[range].allSatisfy { isLetter($0) || isDigit($0) || $0 == 0x2B || $0 == 0x2D || $0 == 0x2E }
  }

  /// User information, host and port.
  private static func isAuthority(_ text: Text, _ range: Range<Int>) -> Bool {
    var host = range
    if let at = text[range].firstIndex(of: 0x40) {
      guard isRun(text, range.lowerBound..<at, extra: ":") else { return false }
      host = at + 1..<range.upperBound
    }
    if host.isEmpty { return true }
    if text[host.lowerBound] == 0x5B {
      guard let close = text[host].firstIndex(of: 0x5D) else { return false }
      guard isAddress(text, host.lowerBound + 1..<close) else { return false }
      return close + 1 == host.upperBound
        || (text[close + 1] == 0x3A && text[(close + 2)..<host.upperBound].allSatisfy(isDigit))
    }
    let port = text[host].firstIndex(of: 0x3A) ?? host.upperBound
    guard isRun(text, host.lowerBound..<port, extra: "") else { return false }
    return text[port..<host.upperBound].dropFirst().allSatisfy(isDigit)
  }

  /// What stands between brackets: an IPv6 address or `v1.…`.
  private static func isAddress(_ text: Text, _ range: Range<Int>) -> Bool {
    let inner = StandardFormats.part(text, range)
    guard let first = inner.first, first | 0x20 == 0x76 else { return isIPv6(inner) }
    guard let dot = inner.firstIndex(of: 0x2E), dot > 1, dot + 1 < inner.count else { return false }
    return inner[1..<dot].allSatisfy { hexValue($0) != nil } && !inner.contains(0x25)
      && isRun(inner, dot + 1..<inner.count, extra: ":")
  }

  /// Eight groups of up to four hexadecimal digits, one run of zeros as `::`, the last two possibly in IPv4's form.
  static func isIPv6(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var groups = 0
    var hasGap = false
    var index = 0
    if text.count >= 2, text[0] == 0x3A, text[1] == 0x3A {
      hasGap = true
      index = 2
    }
    while index < text.count {
      let end = text[index...].firstIndex(of: 0x3A) ?? text.count
      if end == text.count, text[index..<end].contains(0x2E) {
        guard StandardFormats.isIPv4(StandardFormats.part(text, index..<end)) else { return false }
        groups += 2
        break
      }
      guard (1...4).contains(end - index), text[index..<end].allSatisfy({ hexValue($0) != nil }) else { return false }
      groups += 1
      index = end
      guard index < text.count else { break }
      index += 1
      if index < text.count, text[index] == 0x3A {
        guard !hasGap else { return false }
        hasGap = true
        index += 1
      } else if index == text.count {
        return false
      }
    }
    return hasGap ? groups <= 7 : groups == 8
  }

  /// Whether a part holds only unreserved characters, sub-delimiters, escapes and the extra ones.
  private static func isRun(_ text: Text, _ range: Range<Int>, extra: StaticString) -> Bool {
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = text[index]
      if byte == 0x25 {
        guard index + 2 < range.upperBound, hexValue(text[index + 1]) != nil, hexValue(text[index + 2]) != nil else {
          return false
        }
        index += 3
        continue
      }
      guard isPlain(byte) || UnsafeBufferPointer(start: extra.utf8Start, count: extra.utf8CodeUnitCount).contains(byte)
      else {
        return false
      }
      index += 1
    }
    return true
  }

  /// Whether a byte is unreserved or a sub-delimiter: a bit for each, `!` to `=` in one word, `A` to `~` in the other.
  private static func isPlain(_ byte: UInt8) -> Bool {
    let bits: UInt64 = byte < 0x40 ? 0x2BFF_7FD2_0000_0000 : 0x47FF_FFFE_87FF_FFFE
    return byte < 0x80 && bits &>> UInt64(byte & 63) & 1 == 1
  }

  /// Whether a byte is an ASCII letter.
  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  /// Whether a byte is an ASCII digit.
  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
