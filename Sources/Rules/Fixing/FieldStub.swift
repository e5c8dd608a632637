import Catalog
import DataTree
import Diagnostics
import SourceText

/// Writes a missing field as a comment that an editor fills in: `# fees: []`.
struct FieldStub {
  /// The document.
  let view: TreeView
  /// Its file.
  let lines: SourceLines
  /// The fields of the document in the order of its schema.
  let order: [String]

  /// Looks at a document of a kind in its file.
  init(_ view: TreeView, source: SourceFile, kind: String, shapes: Shapes) {
    self.view = view
    lines = SourceLines(bytes: source.bytes)
    order =
      shapes.kinds[kind].map { shape in
        guard case .record(let record) = shapes[shape] else { return [] }
        return shapes.records[Int(record.index)].fields.map(\.name)
      } ?? []
  }

  /// The insertion of a field into a map, or into the part of it that the path leads to.
  /// - Parameters:
  ///   - path: names from the map to the field, such as `contacts` and `consultation`.
  ///   - text: what follows the field's colon; further lines are indented below it.
  /// - Returns: nil where the map is not written by indentation, or where the field or its stub is there already.
  func edit(_ path: [String], _ text: LocalizedText, in map: NodeID) -> Edit? {
    var map = map
    var rest = path[...]
    while rest.count > 1, let name = rest.first, let value = view.value(of: map, at: name) {
      map = value
      rest = rest.dropFirst()
    }
    let node = view[map]
    guard let name = rest.first, node.kind == .map, node.style == .block,
      node.flags.isDisjoint(with: [.behindAlias, .supplied, .wrapper]),
      let first = view.entries(map).first(where: { $0.key != $0.value && !view[$0.value].flags.contains(.supplied) })
    else { return nil }
    let start = Int(view[first.key].range.start)
    let lineStart = lines.start(of: start)
    // The key may stand behind a dash, whose column counts.
    guard lines.bytes[lineStart..<start].allSatisfy({ $0 == 0x20 || $0 == UInt8(ascii: "-") }) else { return nil }
    let indent = start - lineStart
    let words = lines.bytes.contains { $0 >= 0xE3 } ? text.zh : text.en
    var stub = FieldStub.lines(Array(rest), words).map { String(repeating: " ", count: indent) + $0 }
    var place = place(for: name, in: map, indent: indent)
    if let line = line(naming: name, in: map, indent: indent) {
      // A stub that another field has begun takes this one in.
      guard let below = placeInside(line, indent: indent, for: rest.dropFirst()) else { return nil }
      stub.removeFirst()
      place = below
    }
    let lineBreak = String(decoding: lines.lineBreak(at: lines.previous(before: place) ?? 0), as: UTF8.self)
    let isAtLineStart = lines.start(of: place) == place
    let written =
      isAtLineStart ? stub.map { $0 + lineBreak }.joined() : stub.map { lineBreak + $0 }.joined()
    return Edit(range: SourceRange(place..<place), replacement: written)
  }

  /// The comment lines of a field, one key below another, the last with its value.
  static func lines(_ path: [String], _ text: String) -> [String] {
    var stub: [String] = []
    for (depth, name) in path.enumerated() {
      stub.append("# " + String(repeating: "  ", count: depth) + name + ":")
    }
    let value = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: true).map { String(Substring($0)) }
    guard let first = value.first, !stub.isEmpty else { return stub }
    // What is a list or a map begins below its key.
    let isBlock = value.count > 1 || first.utf8.starts(with: "- ".utf8)
    if !isBlock {
      stub[stub.count - 1] += " " + first
      return stub
    }
    let depth = String(repeating: "  ", count: path.count)
    return stub + value.map { "# " + depth + $0 }
  }

  /// The line of the map, or the comment inside or below it, that names a field already.
  private func line(naming name: String, in map: NodeID, indent: Int) -> Int? {
    if let entry = view.entries(map).first(where: { $0.key != $0.value && view.string($0.key) == name }) {
      return lines.start(of: Int(view[entry.key].range.start))
    }
    var line = lines.start(of: Int(view[map].range.start))
    let end = lines.next(after: Int(view[map].range.end))
    while line < lines.bytes.count {
      if line >= end, lines.commentIndent(at: line) == nil, !lines.isEmpty(from: line) { break }
      if lines.indent(at: line) == indent, key(at: line + indent) == name { return line }
      line = lines.next(after: line)
    }
    return nil
  }

  /// The line below the stub `# contacts:` where the stub of a field inside it goes; nil where the line is no such
  /// stub, or holds the field already.
  private func placeInside(_ line: Int, indent: Int, for rest: ArraySlice<String>) -> Int? {
    guard rest.count == 1, let name = rest.first, lines.commentIndent(at: line) == indent,
      lines.bytes[..<lines.end(of: line)].last == UInt8(ascii: ":")
    else { return nil }
    let place = lines.next(after: line)
    var next = place
    while lines.commentIndent(at: next) == indent, lines.bytes[(next + indent)...].starts(with: "#   ".utf8) {
      if key(at: next + indent + 4) == name { return nil }
      next = lines.next(after: next)
    }
    return lines.start(of: place) == place ? place : nil
  }

  /// The key of a line, or of the comment that a line is; nil for other lines.
  private func key(at offset: Int) -> String? {
    var start = offset
    if lines.byte(at: start) == UInt8(ascii: "#"), lines.byte(at: start + 1) == 0x20 { start += 2 }
    var end = start
    while let byte = lines.byte(at: end), byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z") {
      end += 1
    }
    guard end > start, lines.byte(at: end) == UInt8(ascii: ":") else { return nil }
    return String(decoding: lines.bytes[start..<end], as: UTF8.self)
  }

  /// Below the field that comes before it in the schema, and below the stubs that were written there before.
  private func place(for name: String, in map: NodeID, indent: Int) -> Int {
    let entries = view.entries(map).filter { $0.key != $0.value && !view[$0.value].flags.contains(.supplied) }
    var before = entries.last
    let own = map == .root ? order.firstIndex(of: name) : nil
    if let own {
      let ranked = entries.compactMap { entry in
        order.firstIndex(of: view.string(entry.key)).map { (rank: $0, entry: entry) }
      }
      before = ranked.filter { $0.rank < own }.max { $0.rank < $1.rank }?.entry ?? before
    }
    guard let before else { return lines.bytes.count }
    var place = lines.next(after: max(Int(view[before.value].range.end), Int(view[before.key].range.end)))
    while place < lines.bytes.count, let comment = lines.commentIndent(at: place) {
      let isEarlierStub =
        comment == indent && (key(at: place + comment).flatMap { order.firstIndex(of: $0) } ?? .max) < own ?? .max
      let isFurtherLine = comment == indent && lines.bytes[(place + comment)...].starts(with: "#   ".utf8)
      guard comment > indent || isEarlierStub || isFurtherLine else { break }
      place = lines.next(after: place)
    }
    return place
  }
}
