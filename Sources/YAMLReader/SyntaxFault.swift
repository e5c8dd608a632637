import DataTree
import Diagnostics
import SourceText

extension DocumentBuilder {
  /// Reports why libyaml stopped, in words that an editor of guides understands.
  mutating func explain(_ problem: EventParser.Problem, markLength: Int) {
    func offset(_ index: Int) -> Int {
      var start = MarkCursor(bytes: bytes, isASCII: false, at: MarkCursor.Place(index: 0, offset: markLength))
      return start.offset(of: index)
    }
    let fault = SyntaxFault(
      bytes: bytes, message: problem.message, context: problem.context, offset: offset(problem.index),
      contextOffset: problem.contextIndex.map(offset), last: lastScalar)
    let finding = fault.explanation()
    // What the text itself has been reported for is said once.
    if log.escalate(finding.id, at: finding.range.lowerBound) { return }
    log.report(
      finding.id, .error, fault.visible(finding.range), related: finding.related, finding.message)
  }
}

/// A place where libyaml cannot read on, and what stands around it.
struct SyntaxFault {
  /// The scalar that was read last.
  struct LastScalar {
    /// How it is written.
    var style = NodeStyle.none
    /// Its place.
    var range = 0..<0
  }

  /// What is to be reported.
  struct Finding {
    /// Id of the diagnostic.
    var id = "yaml-syntax"
    /// What to underline.
    var range: Range<Int>
    /// What to say.
    var message: LocalizedText
    /// What else to show.
    var related: [Label] = []
  }

  /// The whole file.
  let bytes: UnsafeBufferPointer<UInt8>
  /// libyaml's words.
  let message: String
  /// What libyaml was reading.
  let context: String
  /// Where it stopped, and where what it was reading began.
  let offset: Int
  /// Where what it was reading began.
  let contextOffset: Int?
  /// The scalar before the fault.
  let last: LastScalar

  /// The first explanation that fits, from the most to the least certain.
  func explanation() -> Finding {
    tab() ?? openQuote() ?? escape() ?? reservedStart() ?? fullWidthMark() ?? textAfterQuote() ?? missingSpace()
      ?? bracket() ?? blockHeader() ?? directive() ?? mappingValue() ?? indentation() ?? unknown()
  }

  /// A range of at least one character where the file has one, inside the file.
  func visible(_ range: Range<Int>) -> Range<Int> {
    let start = min(range.lowerBound, bytes.count)
    let end = min(max(range.upperBound, start), bytes.count)
    if start < end { return start..<end }
    if start < bytes.count, !isLineEnd(bytes[start]) { return start..<start + bytes.characterLength(at: start) }
    // At the end of a line or of the file: the last character before it.
    var index = start
    while index > 0, isLineEnd(bytes[index - 1]) || isBlank(bytes[index - 1]) { index -= 1 }
    guard index > 0 else { return start..<min(start + 1, bytes.count) }
    index -= 1
    while index > 0, bytes[index] & 0xC0 == 0x80 { index -= 1 }
    return index..<index + bytes.characterLength(at: index)
  }

  // MARK: Tabs, quotes, escapes

  /// A tab where indentation should be.
  private func tab() -> Finding? {
    var index = bytes.lineStart(of: offset)
    while bytes.at(index) == 0x20 { index += 1 }
    if bytes.at(index) != 0x09 {
      guard bytes.at(offset) == 0x09, !context.contains("quoted") else { return nil }
      index = offset
    }
    guard message.contains("tab") || message.contains("cannot start any token") || index <= offset else { return nil }
    var end = index
    while bytes.at(end) == 0x09 { end += 1 }
    return Finding(id: "yaml-tab", range: index..<end, message: Messages.tab)
  }

  /// A quote that is never closed.
  private func openQuote() -> Finding? {
    guard context == "while scanning a quoted scalar", let start = contextOffset else { return nil }
    return Finding(range: start..<lineEnd(start), message: Messages.openQuote(quote(start)))
  }

  /// A backslash that means nothing.
  private func escape() -> Finding? {
    guard context == "while parsing a quoted scalar" else { return nil }
    let end = bytes.at(offset) == UInt8(ascii: "\\") ? offset + 1 + bytes.characterLength(at: offset + 1) : offset + 1
    return Finding(range: offset..<end, message: Messages.escape(bytes.string(offset..<end)))
  }

  /// Text behind a closing quote, or a quote that was closed by the opening one of a later line.
  private func textAfterQuote() -> Finding? {
    guard last.style == .singleQuoted || last.style == .doubleQuoted, offset > last.range.upperBound - 1 else {
      return nil
    }
    guard (last.range.upperBound..<offset).allSatisfy({ isBlank(bytes[$0]) }) else { return nil }
    let start = last.range.lowerBound
    if bytes.lineEnd(of: start) < last.range.upperBound {
      return Finding(range: start..<lineEnd(start), message: Messages.openQuote(quote(start)))
    }
    return Finding(range: offset..<lineEnd(offset), message: Messages.textAfterQuote(bytes.string(last.range)))
  }

  // MARK: Characters that cannot begin a value

  /// A value that begins with a character of YAML's own.
  private func reservedStart() -> Finding? {
    let isValueMissing = message == "did not find expected node content" && !context.contains("flow")
    if message == "found character that cannot start any token" || isValueMissing, offset < lineEnd(offset) {
      return Finding(
        range: offset..<lineEnd(offset),
        message: Messages.reservedStart(bytes.string(offset..<offset + bytes.characterLength(at: offset))))
    }
    let isNamed = ["an alias", "an anchor", "a tag"].contains { context.hasSuffix($0) }
    guard isNamed || message.hasSuffix("tag handle"), let start = contextOffset else { return nil }
    return Finding(
      range: start..<lineEnd(start), message: Messages.reservedStart(bytes.string(start..<start + 1)))
  }

  /// Text in the line of `|` or `>`.
  private func blockHeader() -> Finding? {
    guard context == "while scanning a block scalar", let start = contextOffset else { return nil }
    return Finding(range: start..<lineEnd(start), message: Messages.blockHeader(bytes.string(start..<start + 1)))
  }

  /// A line that begins with `%`.
  private func directive() -> Finding? {
    guard context.contains("directive") || message.contains("directive") else { return nil }
    let start = contextOffset ?? offset
    return Finding(range: start..<lineEnd(start), message: Messages.directive(bytes.string(start..<lineEnd(start))))
  }

  // MARK: Words that the other explanations share

  /// End of the line without trailing blanks.
  func lineEnd(_ start: Int) -> Int {
    var end = bytes.lineEnd(of: start)
    while end > start, isBlank(bytes[end - 1]) { end -= 1 }
    return end
  }

  /// First offset of the line's text.
  func lineText(_ offset: Int) -> Int {
    var index = bytes.lineStart(of: offset)
    if index == 0 { index = TextEncoding.markLength(bytes) }
    while isBlank(bytes.at(index)) { index += 1 }
    return index
  }

  /// The quote at an offset.
  private func quote(_ start: Int) -> String { bytes.string(start..<start + 1) }
}
