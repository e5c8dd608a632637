import DataTree
import Diagnostics
import SourceText

/// Takes elements out of lists and fields out of maps, with the comments that belong to them and nothing else.
struct Removal {
  /// The document.
  let view: TreeView
  /// Its file.
  let lines: SourceLines

  /// Looks at a document in its file.
  init(_ view: TreeView, source: SourceFile) {
    self.view = view
    lines = SourceLines(bytes: source.bytes)
  }

  /// The edits that drop the list element that a node is or lies in; a list that is left empty becomes `[]`.
  /// - Returns: nil where the element is not written here, or stands so that no edit takes it alone.
  func ofElement(at id: NodeID) -> [Edit]? {
    var element = id
    while element != .root, view.kind(view[element].parent) != .list || !isWritten(view[element].parent) {
      element = view[element].parent
    }
    guard element != .root, isInPlace(element) else { return nil }
    let list = view[element].parent
    let elements = view.elements(list).filter { !view[$0].flags.contains(.supplied) }
    guard let position = elements.firstIndex(of: element) else { return nil }
    if view[list].style == .flow {
      return flowEdit(position, of: elements.map { view[$0].range.offsets }, in: view[list].range.offsets)
        .map { [$0] }
    }
    guard let dash = dash(before: Int(view[element].range.start)),
      let own = wholeLines(from: dash, to: Int(view[element].range.end), withCommentsAbove: true)
    else { return nil }
    if elements.count > 1 { return [Edit(range: SourceRange(own), replacement: "")] }
    guard let colon = colon(ofList: list), colon <= own.lowerBound else { return nil }
    return [
      Edit(range: SourceRange(colon..<colon), replacement: " []"), Edit(range: SourceRange(own), replacement: ""),
    ]
  }

  /// The edits that drop the field whose value a node is; a text in one language is the whole value.
  /// - Returns: nil where the field is not written here, where its map would be left empty in a list, or where another
  ///   language says something.
  func ofField(at id: NodeID) -> [Edit]? {
    var value = id
    while value != .root {
      let parent = view[value].parent
      let isText = view[parent].flags.contains(.wrapper) || view[parent].flags.contains(.localized)
      guard isText || view.kind(parent) == .map && written(parent).count == 1 && parent != .root else { break }
      guard written(parent).count <= 1 || view[parent].flags.contains(.wrapper) else { return nil }
      value = parent
    }
    guard value != .root, view.kind(view[value].parent) == .map, isInPlace(value) else { return nil }
    let map = view[value].parent
    let entries = written(map)
    guard let position = entries.firstIndex(where: { $0.value == value }), entries.count > 1 else { return nil }
    let ranges = entries.map { Int(view[$0.key].range.start)..<max(end($0), Int(view[$0.key].range.end)) }
    if view[map].style == .flow {
      return flowEdit(position, of: ranges, in: view[map].range.offsets).map { [$0] }
    }
    let own = ranges[position]
    if lines.isBlank(lines.start(of: own.lowerBound)..<own.lowerBound) {
      return wholeLines(from: own.lowerBound, to: own.upperBound, withCommentsAbove: position > 0)
        .map { [Edit(range: SourceRange($0), replacement: "")] }
    }
    // The first field behind a dash gives its place to the second.
    guard position == 0, lines.isBlank(own.upperBound..<lines.end(of: own.upperBound)),
      lines.next(after: own.upperBound) == lines.start(of: ranges[1].lowerBound)
    else { return nil }
    return [Edit(range: SourceRange(own.lowerBound..<ranges[1].lowerBound), replacement: "")]
  }

  // MARK: What is written

  private func isWritten(_ id: NodeID) -> Bool {
    view[id].style == .block || view[id].style == .flow
  }

  private func isInPlace(_ id: NodeID) -> Bool {
    view[id].flags.isDisjoint(with: [.behindAlias, .supplied])
      && view[view[id].parent].flags.isDisjoint(with: [.behindAlias, .supplied])
  }

  private func written(_ map: NodeID) -> [Entry] {
    view.entries(map).filter { !view[$0.value].flags.contains(.supplied) && $0.key != $0.value }
  }

  private func end(_ entry: Entry) -> Int { Int(view[entry.value].range.end) }

  // MARK: Between brackets

  /// Takes one of several parts between brackets with one comma; comments between them belong to nobody.
  private func flowEdit(_ position: Int, of parts: [Range<Int>], in whole: Range<Int>) -> Edit? {
    let part = parts[position]
    let before = (position > 0 ? parts[position - 1].upperBound : whole.lowerBound + 1)..<part.lowerBound
    let behind = part.upperBound..<(position + 1 < parts.count ? parts[position + 1].lowerBound : whole.upperBound - 1)
    // An anchor or a tag before the part, or a comment, is more than a comma.
    guard before.lowerBound <= before.upperBound, behind.lowerBound <= behind.upperBound,
      isSeparator(before), isSeparator(behind)
    else { return nil }
    let range: Range<Int>
    if parts.count == 1 {
      range = before.lowerBound..<behind.upperBound
    } else if position + 1 < parts.count {
      range = part.lowerBound..<behind.upperBound
    } else {
      range = before.lowerBound..<part.upperBound
    }
    return Edit(range: SourceRange(range), replacement: "")
  }

  private func isSeparator(_ range: Range<Int>) -> Bool {
    lines.bytes[range].allSatisfy { lines.isBlank($0) || lines.isBreak($0) || $0 == UInt8(ascii: ",") }
  }

  // MARK: By lines

  /// The dash of a list element that begins at an offset; nil where an anchor or a tag stands between them, or where
  /// the dash does not begin its line.
  private func dash(before start: Int) -> Int? {
    var index = start - 1
    while let byte = lines.byte(at: index), lines.isBlank(byte) || lines.isBreak(byte) { index -= 1 }
    guard lines.byte(at: index) == UInt8(ascii: "-"), lines.isBlank(lines.start(of: index)..<index) else { return nil }
    return index
  }

  /// The lines of a part that begins its first line and ends its last: comment lines straight above it in its column,
  /// and those below it that are indented further, are its own.
  private func wholeLines(from start: Int, to end: Int, withCommentsAbove: Bool) -> Range<Int>? {
    guard lines.isEmpty(from: end) || lines.isBlank(end..<lines.end(of: end)) else { return nil }
    var first = lines.start(of: start)
    let indent = start - first
    while withCommentsAbove, let above = lines.previous(before: first), lines.commentIndent(at: above) == indent {
      first = above
    }
    var last = lines.next(after: end)
    while last < lines.bytes.count, let comment = lines.commentIndent(at: last), comment > indent {
      last = lines.next(after: last)
    }
    return first..<last
  }

  /// Where ` []` goes: behind the colon of the key whose value a list by dashes is.
  private func colon(ofList list: NodeID) -> Int? {
    let map = view[list].parent
    guard view.kind(map) == .map, let entry = view.entries(map).first(where: { $0.value == list }),
      entry.key != entry.value
    else { return nil }
    var index = Int(view[entry.key].range.end)
    while let byte = lines.byte(at: index), lines.isBlank(byte) { index += 1 }
    guard lines.byte(at: index) == UInt8(ascii: ":"), lines.isEmpty(from: index + 1) else { return nil }
    return index + 1
  }
}
