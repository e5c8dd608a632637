import DataTree
import Diagnostics
import SourceText

/// Faults in colons, brackets and indentation.
extension SyntaxFault {
  /// A full-width colon behind a key or, between brackets, full-width commas and quotes.
  func fullWidthMark() -> Finding? {
    if let (key, colon) = lastKey(where: { bytes.has("：", at: $0) }) {
      return Finding(
        id: "yaml-full-width-colon", range: colon..<colon + 3, message: Messages.fullWidthColon(bytes.string(key)))
    }
    guard context.hasPrefix("while parsing a flow"), let start = contextOffset else { return nil }
    var index = start
    // Far enough for any line that a person wrote.
    let end = min(max(offset, bytes.lineEnd(of: start)), bytes.count, start + 8_192)
    while index < end {
      if bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "'") { index = closingQuote(index) }
      if FullWidth.quote(in: bytes, at: index) != nil, isAfterIndicator(index, colonCounts: true) {
        return Finding(
          id: "yaml-full-width-punctuation", range: index..<index + 3,
          message: Messages.fullWidthQuote(bytes.string(index..<index + 3)))
      }
      if bytes.has("，", at: index), index < offset {
        return Finding(id: "yaml-full-width-punctuation", range: index..<index + 3, message: Messages.fullWidthComma)
      }
      index += 1
    }
    return nil
  }

  /// `key:value`, which is one text because the space is missing.
  func missingSpace() -> Finding? {
    let found = lastKey { colon in
      bytes.at(colon) == UInt8(ascii: ":") && bytes.at(colon + 1) > 0x20 && bytes.at(colon + 1) != UInt8(ascii: "/")
    }
    guard let (key, colon) = found else { return nil }
    return Finding(range: colon..<colon + 1, message: Messages.missingSpace(bytes.string(key)))
  }

  /// A bracket that does not close, or something between brackets that does not belong.
  func bracket() -> Finding? {
    guard context.hasPrefix("while parsing a flow"), let start = contextOffset else { return nil }
    let opening = bytes.string(start..<start + 1)
    if message == "did not find expected node content" || !(opening == "[" || opening == "{") {
      return Finding(range: offset..<max(lineEnd(offset), offset), message: Messages.flowContent)
    }
    let isSameLine = bytes.lineEnd(of: start) >= offset && offset < lineEnd(start)
    if isSameLine {
      return Finding(
        range: offset..<lineEnd(offset), message: Messages.missingComma(opening),
        related: [Label(range: SourceRange(start..<start + 1), text: Messages.bracketOpensHere)])
    }
    return Finding(range: start..<start + 1, message: Messages.openBracket(opening))
  }

  /// A second `: ` in a line, or an entry below a value that is there already.
  func mappingValue() -> Finding? {
    guard message.hasPrefix("mapping values are not allowed") else { return nil }
    let text = lineText(offset)
    if let first = (text..<offset).first(where: { bytes[$0] == UInt8(ascii: ":") && isBlank(bytes.at($0 + 1)) }) {
      var value = first + 1
      while isBlank(bytes.at(value)) { value += 1 }
      return Finding(
        range: value..<max(lineEnd(value), value), message: Messages.secondColon(bytes.string(value..<lineEnd(value))))
    }
    return Finding(
      range: text..<max(lineEnd(text), text), message: Messages.deeperLine(bytes.string(text..<lineEnd(text))))
  }

  /// A line that does not align with those above it, or holds no key.
  func indentation() -> Finding? {
    if message.hasPrefix("block sequence entries are not allowed") || message.hasPrefix("mapping keys are not allowed")
    {
      return Finding(range: offset..<lineEnd(offset), message: Messages.dashInLine)
    }
    if message.hasPrefix("could not find expected ':'"), let start = contextOffset {
      let end = max(lineEnd(start), start)
      return Finding(range: start..<end, message: Messages.missingColon(bytes.string(start..<end)))
    }
    if message == "did not find expected <document start>" {
      return Finding(
        range: offset..<lineEnd(offset), message: Messages.textAfterDocument(bytes.string(offset..<lineEnd(offset))))
    }
    guard message == "did not find expected key" || message == "did not find expected '-' indicator",
      let start = contextOffset
    else { return nil }
    let text = lineText(offset)
    let column = text - bytes.lineStart(of: text)
    let expected = start - bytes.lineStart(of: start)
    let end = max(lineEnd(text), text)
    let isList = message.contains("'-'")
    if column == expected {
      return Finding(
        range: text..<end, message: isList ? Messages.missingDash : Messages.missingColon(bytes.string(text..<end)))
    }
    return Finding(
      range: text..<end, message: Messages.indentation(column, expected: expected),
      related: [Label(range: SourceRange(start..<max(start + 1, lineEnd(start))), text: Messages.alignsWith)])
  }

  /// The sentence for what no other explanation fits.
  func unknown() -> Finding {
    let end = max(lineEnd(offset), offset)
    return Finding(range: offset..<end, message: Messages.unreadable(bytes.string(offset..<end), reason: message))
  }

  /// The key nearest before the fault that is followed by a colon such as `isFault` wants it.
  private func lastKey(where isFault: (Int) -> Bool) -> (key: Range<Int>, colon: Int)? {
    let lastEnd = min(last.range.upperBound, offset)
    // A text that runs up to the fault has swallowed the line that is wrong.
    let isSwallowed = (lastEnd..<offset).allSatisfy { isBlank(bytes.at($0)) }
    let first = bytes.lineStart(of: isSwallowed ? min(last.range.lowerBound, lastEnd) : lastEnd)
    let end = bytes.lineEnd(of: offset)
    var index = max(first, end - 8_192)
    var found: (Range<Int>, Int)?
    while index < end {
      guard (bytes[index] | 0x20) &- 0x61 < 26, isAfterIndicator(index, colonCounts: false) else {
        index += 1
        continue
      }
      let start = index
      while index < end, isWordByte(bytes[index]) { index += 1 }
      var colon = index
      while bytes.at(colon) == 0x20 { colon += 1 }
      if isFault(colon), colon == index || bytes.at(colon) >= 0x80 { found = (start..<index, colon) }
    }
    return found
  }

  /// Whether a key or value could begin here: at the start of a line, behind a dash, a bracket, a comma or a colon.
  private func isAfterIndicator(_ offset: Int, colonCounts: Bool) -> Bool {
    var index = offset - 1
    while index >= 0, isBlank(bytes[index]) { index -= 1 }
    guard index >= 0 else { return true }
    switch bytes[index] {
    case 0x0A, 0x0D, UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: ","): return true
    case UInt8(ascii: ":"): return colonCounts
    case UInt8(ascii: "-"), UInt8(ascii: "?"): return index < offset - 1
    case 0x8C, 0x9A: return bytes.has("，", at: index - 2) || bytes.has("：", at: index - 2)
    case 0xBF: return index == 2
    default: return false
    }
  }

  /// Where a quote closes in its line; its own offset when it does not.
  private func closingQuote(_ start: Int) -> Int {
    let end = bytes.lineEnd(of: start)
    return (start + 1..<max(end, start + 1)).first { bytes[$0] == bytes[start] } ?? start
  }
}
