import DataTree
import Diagnostics
import Rules
import SourceText

extension LedgerEditing {
  /// Adds elements to the end of a list, in its own way of writing.
  func append(_ values: [LedgerValue], to list: NodeID) -> Edit? {
    guard view.kind(list) == .list, isWrittenHere(list) else { return nil }
    if isFlow(list) { return flowAppend(values.map { ScalarText.write($0, isInFlow: true) }, to: list) }
    guard let last = view.elements(list).last, let dash = dash(of: last) else { return nil }
    let indent = String(repeating: " ", count: dash - lines.start(of: dash))
    return wholeLines(
      values.map { indent + "- " + ScalarText.write($0, isInFlow: false) }, below: max(end(of: last), dash + 1))
  }

  /// Adds elements before the closing bracket; each on a line of its own where the last one has one.
  func flowAppend(_ written: [String], to list: NodeID) -> Edit? {
    guard let last = view.elements(list).last else {
      let place = Int(view[list].range.start) + 1
      return Edit(range: SourceRange(place..<place), replacement: written.joined(separator: ", "))
    }
    let place = end(of: last)
    let start = Int(view[last].range.start)
    let lineStart = lines.start(of: start)
    let separator =
      lineStart > Int(view[list].range.start) && lines.isBlank(lineStart..<start)
      ? "," + lineBreak + String(decoding: lines.bytes[lineStart..<start], as: UTF8.self) : ", "
    return Edit(range: SourceRange(place..<place), replacement: written.map { separator + $0 }.joined())
  }

  /// The dash of an element of a list that is written by indentation.
  private func dash(of element: NodeID) -> Int? {
    let start = Int(text.tree.aliasRange(of: element)?.start ?? view[element].range.start)
    var line = lines.start(of: start)
    while true {
      let first = line + lines.indent(at: line)
      // The dash may stand on a line above, with comments between.
      if first < start, lines.byte(at: first) == UInt8(ascii: "-") { return first }
      if first < start, lines.byte(at: first) != UInt8(ascii: "#") {
        guard let byte = lines.byte(at: first), lines.isBreak(byte) else { return nil }
      }
      guard let above = lines.previous(before: line) else { return nil }
      line = above
    }
  }

  // MARK: Rows

  /// Adds rows at the end of the ledger.
  func addition(of rows: [[LedgerValue.Field]]) -> [Edit]? {
    guard let entry = view.entries(.root).first(where: { view.string($0.key) == "rows" }) else {
      return firstRows(rows)
    }
    let node = view[entry.value]
    guard isWrittenHere(entry.value) else { return nil }
    if node.kind == .null {
      guard node.range.isEmpty else { return nil }
      return [wholeLines(block(rows, indent: 2, gap: 1), below: Int(view[entry.key].range.end))]
    }
    guard node.kind == .list else { return nil }
    guard let last = view.elements(entry.value).last else {
      // `[]` gives way to rows below it; a comment behind it stays.
      var start = Int(node.range.start)
      while start > 0, lines.isBlank(lines.bytes[start - 1]) { start -= 1 }
      return [
        Edit(range: SourceRange(start..<Int(node.range.end)), replacement: ""),
        wholeLines(block(rows, indent: 2, gap: 1), below: Int(node.range.end)),
      ]
    }
    if isFlow(entry.value) {
      return flowAppend(rows.map { "{" + ScalarText.fields($0) + "}" }, to: entry.value).map { [$0] }
    }
    guard let dash = dash(of: last) else { return nil }
    let indent = dash - lines.start(of: dash)
    var below = max(end(of: last), dash + 1)
    // Comments that stand deeper than the dash belong to the row above them.
    if !isCautious {
      var line = lines.next(after: below)
      while line < text.end, let comment = lines.commentIndent(at: line), comment > indent {
        below = line
        line = lines.next(after: line)
      }
    }
    return [wholeLines(block(rows, indent: indent, gap: gap(of: last, behind: dash)), below: below)]
  }

  /// Adds the field `rows` itself to a ledger that has none.
  private func firstRows(_ rows: [[LedgerValue.Field]]) -> [Edit]? {
    guard view.kind(.root) == .map, !isFlow(.root), let last = view.entries(.root).last else { return nil }
    let end = max(end(of: last.value), Int(view[last.key].range.end))
    return [wholeLines(["rows:"] + block(rows, indent: 2, gap: 1), below: end)]
  }

  /// Rows by indentation: a dash before the first field of each.
  private func block(_ rows: [[LedgerValue.Field]], indent: Int, gap: Int) -> [String] {
    rows.flatMap { fields in
      fields.flatMap(LedgerEditing.lines).enumerated().map { place, line in
        String(repeating: " ", count: indent) + (place == 0 ? "-" : " ") + String(repeating: " ", count: gap) + line
      }
    }
  }

  /// Blanks between the dash and the row behind it.
  private func gap(of row: NodeID, behind dash: Int) -> Int {
    let start = Int(view[row].range.start)
    guard view[row].style == .block, lines.start(of: start) == lines.start(of: dash), start > dash + 1 else { return 1 }
    return start - dash - 1
  }
}
