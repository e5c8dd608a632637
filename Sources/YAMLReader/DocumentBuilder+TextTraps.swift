import DataTree
import Diagnostics
import SourceText

/// What YAML accepts but its writer did not mean: hand-written Chinese text trips over it.
extension DocumentBuilder {
  /// Looks at a plain text for a cut-off ` #`, a full-width colon after a key, and full-width marks between brackets.
  @inline(__always)
  mutating func checkPlainText(_ range: Range<Int>, _ text: UnsafeBufferPointer<UInt8>, isVerbatim: Bool) {
    let end = range.upperBound
    if bytes.at(end) == 0x20, bytes.at(end + 1) == UInt8(ascii: "#") { checkCutText(end) }
    let first = text[0]
    if (first | 0x20) &- 0x61 < 26, !bytes.followsColon(range.lowerBound), isAtLineStart(range.lowerBound) {
      checkKeyLikeLine(range.lowerBound)
    }
    if !isVerbatim { checkContinuationLines(range) }
    let last = frames.count - 1
    // Most texts between brackets are short names.
    let isShort = range.count <= 16 && range.lowerBound &+ 16 <= bytes.count
    if last >= 0, !frames.at(last).pointee.isBlock,
      !(isShort && bytes.isASCII(range.count, from: range.lowerBound))
    {
      checkFlowText(range, inList: !frames.at(last).pointee.isMap)
    }
  }

  /// Exactly one space before `#` and none after it reads like text (`A座 #3 号窗`); comments are set off by more space
  /// or begin with a space (`limit: 1 工作日   # 1.5 days`, `name: x  # twice`, `id: a # note`).
  private mutating func checkCutText(_ end: Int) {
    let next = bytes.at(end + 2)
    guard next > 0x20, next != UInt8(ascii: "#") else { return }
    let stop = trimmedLineEnd(end + 1)
    log.report(
      "yaml-comment-cuts-text", .warning, end + 1..<stop, Messages.commentCutsText(bytes.string(end + 1..<stop)))
  }

  /// Whether only indentation or a list's dash precedes an offset in its line.
  private mutating func isAtLineStart(_ offset: Int) -> Bool {
    var index = offset - 1
    while index >= 0, bytes[index] == 0x20 { index -= 1 }
    if index < 0 || isLineEnd(bytes[index]) { return true }
    guard bytes[index] == UInt8(ascii: "-"), index < offset - 1 else { return false }
    return index == 0 || isBlank(bytes[index - 1]) || isLineEnd(bytes[index - 1])
  }

  /// Reports a text such as `phone：123` that was meant as a key and its value.
  private mutating func checkKeyLikeLine(_ start: Int) {
    var end = start
    while isWordByte(bytes.at(end)) { end += 1 }
    var colon = end
    while bytes.at(colon) == 0x20 { colon += 1 }
    let name = UnsafeBufferPointer(rebasing: bytes[start..<end])
    if bytes.has("：", at: colon) {
      let isKnown = symbol(for: name) != .unknown
      log.report(
        "yaml-full-width-colon", isKnown ? .error : .warning, colon..<colon + 3,
        Messages.fullWidthColon(bytes.string(start..<end)))
    } else if bytes.at(end) == UInt8(ascii: ":"), bytes.at(end + 1) > 0x20, bytes.at(end + 1) != UInt8(ascii: "/"),
      symbol(for: name) != .unknown
    {
      log.report("yaml-syntax", .error, end..<end + 1, Messages.missingSpace(bytes.string(start..<end)))
    }
  }

  /// Looks for keys in the further lines of a plain text.
  private mutating func checkContinuationLines(_ range: Range<Int>) {
    var index = bytes.lineEnd(of: range.lowerBound)
    while index < range.upperBound {
      while index < range.upperBound, isBlank(bytes[index]) || isLineEnd(bytes[index]) { index += 1 }
      if (bytes.at(index) | 0x20) &- 0x61 < 26, index < range.upperBound { checkKeyLikeLine(index) }
      index = bytes.lineEnd(of: index)
    }
  }

  /// Reports a plain key that holds a full-width mark or a colon without its space; keys of our formats never do.
  mutating func checkKey(_ range: Range<Int>) {
    if let quote = FullWidth.quote(in: bytes, at: range.lowerBound) {
      log.report(
        "yaml-full-width-punctuation", .error, range.lowerBound..<range.lowerBound + quote.length,
        Messages.fullWidthQuote(bytes.string(range)))
      return
    }
    var end = range.lowerBound
    while isWordByte(bytes.at(end)) { end += 1 }
    guard end > range.lowerBound, end < range.upperBound else { return }
    let name = bytes.string(range.lowerBound..<end)
    var colon = end
    while bytes.at(colon) == 0x20 { colon += 1 }
    if bytes.has("：", at: colon) {
      log.report("yaml-full-width-colon", .error, colon..<colon + 3, Messages.fullWidthColon(name))
    } else if bytes.at(end) == UInt8(ascii: ":") {
      log.report("yaml-syntax", .warning, end..<end + 1, Messages.missingSpace(name))
    }
  }

  /// Between brackets, only ASCII quotes quote and only ASCII commas separate.
  private mutating func checkFlowText(_ range: Range<Int>, inList: Bool) {
    if let quote = FullWidth.quote(in: bytes, at: range.lowerBound) {
      let closing = FullWidth.firstClosing(of: quote, in: bytes, range.lowerBound + quote.length..<range.upperBound)
      if closing == nil || closing == range.upperBound - quote.length {
        log.report(
          "yaml-full-width-punctuation", .warning, range.lowerBound..<range.lowerBound + quote.length,
          Messages.fullWidthQuote(bytes.string(range)))
      }
      return
    }
    guard let comma = FullWidth.first("，", in: bytes, range) else { return }
    if inList && separatesTokens(comma, range) || FullWidth.startsKey(in: bytes, after: comma + 3) {
      log.report("yaml-full-width-punctuation", .warning, comma..<comma + 3, Messages.fullWidthComma)
    }
  }

  /// Whether a full-width comma in a list stands where a separator would: next to a token, or in the only element.
  private mutating func separatesTokens(_ comma: Int, _ range: Range<Int>) -> Bool {
    var after = comma + 3
    while bytes.at(after) == 0x20 { after += 1 }
    if after > comma + 3 || isWordByte(bytes.at(comma - 1)) || isWordByte(bytes.at(after)) { return true }
    guard let frame = innermost, elements.count == frame.firstElement else { return false }
    return bytes.at(range.upperBound) == UInt8(ascii: "]")
  }

  /// End of a line without trailing blanks.
  private func trimmedLineEnd(_ offset: Int) -> Int {
    var end = bytes.lineEnd(of: offset)
    while end > offset + 1, isBlank(bytes[end - 1]) { end -= 1 }
    return end
  }
}

/// Full-width punctuation as UTF-8.
enum FullWidth {
  /// An opening quote.
  struct Quote {
    /// Bytes of either mark.
    var length: Int
    /// The mark that closes it.
    var closing: StaticString
  }

  /// The full-width quote that opens at an offset.
  @inline(__always)
  static func quote(in bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Quote? {
    // The lead bytes of all these marks; nearly all Chinese characters have others.
    let lead = bytes.at(offset)
    return lead == 0xE2 || lead == 0xEF ? knownQuote(in: bytes, at: offset) : nil
  }

  /// The same where the lead byte is right.
  private static func knownQuote(in bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Quote? {
    if bytes.has("“", at: offset) || bytes.has("”", at: offset) { return Quote(length: 3, closing: "”") }
    if bytes.has("‘", at: offset) || bytes.has("’", at: offset) { return Quote(length: 3, closing: "’") }
    if bytes.has("＂", at: offset) { return Quote(length: 3, closing: "＂") }
    return bytes.has("＇", at: offset) ? Quote(length: 3, closing: "＇") : nil
  }

  /// Where a quote first closes.
  static func firstClosing(of quote: Quote, in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int? {
    first(quote.closing, in: bytes, range)
  }

  /// First place of a mark.
  static func first(_ mark: StaticString, in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int? {
    var start = range.lowerBound
    while let index = bytes.firstIndex(of: mark.utf8Start[0], in: start..<range.upperBound) {
      if bytes.has(mark, at: index) { return index }
      start = index + 1
    }
    return nil
  }

  /// Whether a key and a colon, of either width, follow.
  static func startsKey(in bytes: UnsafeBufferPointer<UInt8>, after offset: Int) -> Bool {
    var index = offset
    while bytes.at(index) == 0x20 { index += 1 }
    let start = index
    while isWordByte(bytes.at(index)) { index += 1 }
    return index > start && (bytes.has("：", at: index) || bytes.at(index) == UInt8(ascii: ":"))
  }
}
