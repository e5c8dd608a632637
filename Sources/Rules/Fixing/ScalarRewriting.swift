package import DataTree
package import Diagnostics
package import SourceText
import YAMLReader

/// Gives scalars a new text in the style in which they are written.
package struct ScalarRewriting {
  /// The document.
  let view: TreeView
  /// Its file.
  let source: SourceFile

  /// Looks at a document in its file.
  package init(view: TreeView, source: SourceFile) {
    self.view = view
    self.source = source
  }

  /// Replaces a scalar's text, or a part of it; nothing but the bytes that differ is touched.
  ///
  /// A text that a plain scalar cannot hold, or that would be read as a number, gets quotes.
  /// - Returns: nil where the text is not written here, where nothing would change, or where the bytes at hand are
  ///   escapes or folded lines, which no edit of a part keeps.
  package func edit(_ id: NodeID, part: Range<Int>? = nil, to replacement: String) -> Edit? {
    let node = view[id]
    guard isRewritable(id) else { return nil }
    let old = Array(view.text(id))
    let part = part ?? 0..<old.count
    guard part.upperBound <= old.count else { return nil }
    let new = Array(old[..<part.lowerBound]) + Array(replacement.utf8) + Array(old[part.upperBound...])
    if node.style == .plain, !canStayPlain(new, id) { return quoted(new, node) }
    guard new != old else { return nil }
    let (changed, text) = ScalarRewriting.difference(old, new)
    guard let range = sourceRange(of: changed, in: id), let words = escaped(text, node.style) else { return nil }
    if node.style == .literal || node.style == .folded {
      guard staysOnItsLine(text, at: changed, of: old) else { return nil }
    }
    return Edit(range: range, replacement: String(decoding: words, as: UTF8.self))
  }

  /// Whether a scalar is written in this place, as a whole.
  private func isRewritable(_ id: NodeID) -> Bool {
    let node = view[id]
    guard !node.isCollection, node.kind != .null, node.style != .none, node.style.rawValue <= NodeStyle.folded.rawValue,
      node.flags.isDisjoint(with: [.behindAlias, .supplied])
    else { return false }
    // A part that reading made of a citation has its own node, but not its own quotes.
    let parent = view[node.parent]
    return !parent.flags.contains(.wrapper) || parent.range == node.range
  }

  private func canStayPlain(_ text: [UInt8], _ id: NodeID) -> Bool {
    guard view[id].flags.contains(.verbatim) else { return true }
    guard PlainText.canHold(text, isInFlow: isInFlow(id)) else { return false }
    return view.kind(id) != .string || !PlainText.isOtherThanText(text)
  }

  private func isInFlow(_ id: NodeID) -> Bool {
    var current = view[id].parent
    while true {
      if view[current].style == .flow { return true }
      if current == .root { return false }
      current = view[current].parent
    }
  }

  /// Puts quotes around a plain scalar that stands on one line: double ones, unless the text holds such or a backslash.
  private func quoted(_ text: [UInt8], _ node: Node) -> Edit? {
    guard node.flags.contains(.verbatim), !text.contains(where: { $0 < 0x20 }) else { return nil }
    let isSingle = text.contains(UInt8(ascii: "\"")) || text.contains(UInt8(ascii: "\\"))
    guard let inner = escaped(text, isSingle ? .singleQuoted : .doubleQuoted) else { return nil }
    let quote = isSingle ? "'" : "\""
    return Edit(range: node.range, replacement: quote + String(decoding: inner, as: UTF8.self) + quote)
  }

  /// Where a part of the text stands, if its bytes stand there as they are.
  private func sourceRange(of part: Range<Int>, in id: NodeID) -> SourceRange? {
    let range = ScalarOffsets(id, in: view, source: source).sourceRange(part)
    guard Int(range.end) <= source.bytes.count, source.bytes[range.offsets].elementsEqual(view.text(id)[part]) else {
      return nil
    }
    // An insertion beside an escape or a folded line has no place of its own.
    return part.isEmpty && !view[id].flags.contains(.verbatim) ? nil : range
  }

  /// A text as a style writes it; nil where the style cannot.
  private func escaped(_ text: [UInt8], _ style: NodeStyle) -> [UInt8]? {
    guard !text.contains(where: { $0 < 0x20 && $0 != 0x09 || $0 == 0x7F }) else { return nil }
    switch style {
    case .singleQuoted: return text.flatMap { $0 == UInt8(ascii: "'") ? [$0, $0] : [$0] }
    case .doubleQuoted:
      return text.flatMap { byte in
        byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") ? [UInt8(ascii: "\\"), byte] : [byte]
      }
    default: return text
    }
  }

  /// Whether a line of a block neither loses its first or last word nor begins or ends with a blank that it had not.
  private func staysOnItsLine(_ text: [UInt8], at part: Range<Int>, of old: [UInt8]) -> Bool {
    let before = part.lowerBound == 0 ? 0x0A : old[part.lowerBound - 1]
    let after = part.upperBound == old.count ? 0x0A : old[part.upperBound]
    guard before == 0x0A || after == 0x0A else { return true }
    guard let first = text.first, let last = text.last else { return false }
    return !(before == 0x0A && (first == 0x20 || first == 0x09)) && !(after == 0x0A && (last == 0x20 || last == 0x09))
  }

  /// The stretch in which two texts differ, by whole characters, and what the new one has there.
  static func difference(_ old: [UInt8], _ new: [UInt8]) -> (old: Range<Int>, new: [UInt8]) {
    var start = 0
    while start < old.count, start < new.count, old[start] == new[start] { start += 1 }
    while start > 0, isContinuation(old, start) || isContinuation(new, start) { start -= 1 }
    var tail = 0
    while tail < old.count - start, tail < new.count - start, old[old.count - 1 - tail] == new[new.count - 1 - tail] {
      tail += 1
    }
    while tail > 0, isContinuation(old, old.count - tail) { tail -= 1 }
    return (start..<old.count - tail, Array(new[start..<new.count - tail]))
  }

  private static func isContinuation(_ text: [UInt8], _ index: Int) -> Bool {
    index < text.count && text[index] & 0xC0 == 0x80
  }
}
