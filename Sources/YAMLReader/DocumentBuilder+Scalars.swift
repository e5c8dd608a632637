import CLibYAML
import DataTree
import Diagnostics
import SourceText

/// A scalar event with its exact place.
struct PlacedScalar {
  /// How it is written.
  var style: NodeStyle
  /// Its place, quotes included, anchor and tag excluded.
  var range: Range<Int>
  /// Start of anchor and tag, or of the scalar itself.
  var mark: Int
  /// Whether the source holds the text as it is.
  var isVerbatim: Bool
  /// The text, in libyaml's memory until the event is released.
  var text: UnsafeBufferPointer<UInt8>
}

extension DocumentBuilder {
  /// Takes a scalar, as a key or as a value.
  @inline(__always)
  mutating func scalar(_ event: UnsafePointer<yaml_event_t>) {
    if guidelint_is_plain_line(event) != 0 { plainLine(event) } else { otherScalar(event) }
  }

  /// Takes a plain scalar on one line, as nearly all are: its text is read where it stands in the file.
  @inline(__always)
  private mutating func plainLine(_ event: UnsafePointer<yaml_event_t>) {
    let start = cursor.offset(of: Int(event.pointee.start_mark.index))
    let count = guidelint_scalar_length(event)
    guard let base = bytes.baseAddress, count > 0, count <= bytes.count &- start else { return otherScalar(event) }
    let end = start &+ count
    assert(bytes.isVerbatim(UnsafeBufferPointer(start: guidelint_scalar_text(event), count: count), at: start, .plain))
    cursor.jump(index: Int(event.pointee.end_mark.index), offset: end)
    lastEnd = end
    let range = Range(uncheckedBounds: (start, end))
    lastScalar = SyntaxFault.LastScalar(style: .plain, range: range)
    let text = UnsafeBufferPointer(start: base + start, count: count)
    if expectsKey {
      plainKey(range, text, readable: bytes.count &- start)
    } else {
      plainValue(range, text, readable: bytes.count &- start)
    }
  }

  /// Takes a plain text on one line as a value.
  @inline(never)
  private mutating func plainValue(_ range: Range<Int>, _ text: UnsafeBufferPointer<UInt8>, readable: Int) {
    guard let base = text.baseAddress else { return }
    let value = CoreSchema.resolve(text)
    if value.kind == .string { checkPlainText(range, text, isVerbatim: true) }
    attach(append(value, .plain, range, base, count: text.count, readable: readable, flags: .verbatim))
  }

  /// Takes a quoted text without anchor and tag as a value where the source holds it as it is; false for any other.
  @inline(__always)
  private mutating func takeQuotedValue(_ event: UnsafePointer<yaml_event_t>) -> Bool {
    guard guidelint_is_bare_quoted(event) != 0, !expectsKey, let base = bytes.baseAddress else { return false }
    let style = NodeStyle(event)
    let text = UnsafeBufferPointer(start: guidelint_scalar_text(event), count: guidelint_scalar_length(event))
    let start = cursor.offset(of: Int(event.pointee.start_mark.index))
    guard bytes.isVerbatim(text, at: start + 1, style) else { return false }
    let end = start + text.count + 2
    cursor.jump(index: Int(event.pointee.end_mark.index), offset: end)
    lastEnd = end
    let range = start..<end
    lastScalar = SyntaxFault.LastScalar(style: style, range: range)
    let value = CoreSchema.Value(kind: .string)
    let readable = bytes.count - start - 1
    attach(
      append(value, style, range, base + start + 1, count: text.count, readable: readable, flags: .verbatim))
    return true
  }

  /// Takes any other scalar.
  @inline(never)
  private mutating func otherScalar(_ event: UnsafePointer<yaml_event_t>) {
    if takeQuotedValue(event) { return }
    let placed = place(event)
    lastEnd = placed.range.upperBound
    lastScalar = SyntaxFault.LastScalar(style: placed.style, range: placed.range)
    let anchor = guidelint_event_anchor(event)
    if expectsKey {
      let id = key(placed)
      if let anchor { addScalarAnchor(anchor, id) }
      return
    }
    var value = CoreSchema.Value(kind: .string)
    if let tag = guidelint_event_tag(event) {
      value = taggedValue(tag, placed)
    } else if placed.style == .plain {
      value = CoreSchema.resolve(placed.text)
      if value.kind == .string { checkPlainText(placed.range, placed.text, isVerbatim: placed.isVerbatim) }
    }
    let id = append(value, placed, flags: placed.isVerbatim ? .verbatim : [])
    attach(id)
    if let anchor { addScalarAnchor(anchor, id) }
  }

  /// Notes the anchor of a scalar, which is complete at once.
  private mutating func addScalarAnchor(_ anchor: UnsafePointer<yaml_char_t>, _ id: NodeID) {
    _ = anchors.add(String(cString: anchor), AnchorTable.Anchor(node: id, isComplete: true))
  }

  /// Finds the exact range of a scalar.
  @inline(__always)
  private mutating func place(_ event: UnsafePointer<yaml_event_t>) -> PlacedScalar {
    let text = UnsafeBufferPointer(
      start: guidelint_scalar_text(event), count: guidelint_scalar_length(event))
    let style = NodeStyle(event)
    let endIndex = Int(event.pointee.end_mark.index)
    let mark = cursor.offset(of: Int(event.pointee.start_mark.index))
    if style == .plain, text.isEmpty { return placeEmpty(text, mark: mark, endIndex: endIndex) }
    let start = bytes.contentStart(after: mark)
    let quotes = style == .singleQuoted || style == .doubleQuoted ? 1 : 0
    if style.rawValue <= NodeStyle.doubleQuoted.rawValue, bytes.isVerbatim(text, at: start + quotes, style) {
      let end = start + text.count + 2 * quotes
      cursor.jump(index: endIndex, offset: end)
      return PlacedScalar(style: style, range: start..<end, mark: mark, isVerbatim: true, text: text)
    }
    var end = max(start, cursor.offset(of: endIndex))
    if quotes == 0, style != .plain { end = bytes.blockScalarEnd(start: start, end: end) }
    return PlacedScalar(style: style, range: start..<end, mark: mark, isVerbatim: false, text: text)
  }

  /// A value that is not written stands directly after its colon or dash, or after its key where there is no colon.
  private mutating func placeEmpty(_ text: UnsafeBufferPointer<UInt8>, mark: Int, endIndex: Int) -> PlacedScalar {
    var end = cursor.offset(of: endIndex)
    if mark == end, let frame = innermost, frame.isMap, frame.hasKey, bytes.at(end - 1) != UInt8(ascii: ":") {
      // Between brackets libyaml's place is the next token.
      var colon = lastEnd
      while colon < end, isBlank(bytes[colon]) || isLineEnd(bytes[colon]) { colon += 1 }
      end = colon < end && bytes[colon] == UInt8(ascii: ":") ? colon + 1 : lastEnd
    }
    // A mapping whose properties are its empty key's begins behind them, where libyaml has the key before.
    end = max(end, lastEnd)
    return PlacedScalar(style: .plain, range: end..<end, mark: min(mark, end), isVerbatim: true, text: text)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether the source holds the text as it is: then the end is known without counting code points.
  ///
  /// A break, an escape or a doubled quote makes the two differ at the first such place, or leaves a byte other than the
  /// closing quote behind the text; only `''` at the very end could be taken for the closing quote.
  @inline(__always)
  func isVerbatim(_ text: UnsafeBufferPointer<UInt8>, at start: Int, _ style: NodeStyle) -> Bool {
    let end = start + text.count
    guard end <= count, let base = baseAddress, let textBase = text.baseAddress else { return false }
    guard equalBytes(base + start, textBase, text.count) else { return false }
    switch style {
    case .plain: return true
    case .singleQuoted: return at(end) == UInt8(ascii: "'") && at(end + 1) != UInt8(ascii: "'")
    default: return at(end) == UInt8(ascii: "\"")
    }
  }

  /// libyaml's end lies behind the blank lines; ours is the end of the last line with content.
  func blockScalarEnd(start: Int, end: Int) -> Int {
    var index = Swift.min(end, count)
    while index > start, isBlank(self[index - 1]) || isLineEnd(self[index - 1]) { index -= 1 }
    let headerEnd = lineEnd(of: start)
    if index > headerEnd {
      // Blanks at the end of the last line are content.
      return Swift.min(lineEnd(of: index), end)
    }
    var header = start + 1
    while isDigit(at(header)) || at(header) == UInt8(ascii: "-") || at(header) == UInt8(ascii: "+") {
      header += 1
    }
    return header
  }
}

extension NodeStyle {
  /// How libyaml says that a scalar is written.
  @inline(__always)
  fileprivate init(_ event: UnsafePointer<yaml_event_t>) {
    switch guidelint_scalar_style(event) {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: self = .singleQuoted
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: self = .doubleQuoted
    case YAML_LITERAL_SCALAR_STYLE: self = .literal
    case YAML_FOLDED_SCALAR_STYLE: self = .folded
    default: self = .plain
    }
  }
}
