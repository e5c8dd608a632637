import DataTree
import SourceText

/// Short forms and what they stand for.
extension DocumentReading {
  /// Reads a record whose short form is its text, in one language or in several.
  func readClause(_ slot: Slot, _ kind: NodeKind, _ shape: ShapeID, depth: Int) {
    guard case .record(let record) = plan.shape(shape), kind != .list else { return }
    if kind == .map && !isLanguageMap(slot.node, record) {
      readRecord(slot.node, record, depth: depth)
    } else {
      readRecord(wrap(slot, under: shapes.keys.text), record, depth: depth)
    }
  }

  /// Whether a map holds text by language: it has keys, and none is the record's.
  private func isLanguageMap(_ map: NodeID, _ record: RecordID) -> Bool {
    let entries = view.entries(map)
    return !entries.isEmpty && entries.allSatisfy { shapes.field($0.symbol, of: record) == nil }
  }

  /// Reads a department: a record, or the id of a registry's entry.
  func readDepartment(_ slot: Slot, _ kind: NodeKind, _ shape: ShapeID, depth: Int) {
    guard case .record(let record) = plan.shape(shape), kind != .list else { return }
    if kind == .map { return readRecord(slot.node, record, depth: depth) }
    tree.update(slot.node) { $0.kind = .string }
    let map = wrap(slot, under: shapes.keys.id)
    complete(map, record, reference: (slot.node, .departments))
  }

  /// Reads a list of contacts, or one contact.
  func readContactList(_ slot: Slot, _ kind: NodeKind, _ element: ShapeID, depth: Int) {
    let list = kind == .map ? wrapInList(slot) : slot.node
    readElements(list, as: element, depth: depth)
  }

  /// Reads the steps that follow: an id, an edge, or a list of these.
  func readEdges(_ slot: Slot, _ kind: NodeKind, _ element: ShapeID, depth: Int) {
    let list = kind == .list ? slot.node : wrapInList(slot)
    let count = view.elements(list).count
    for position in 0..<count {
      let node = view.elements(list)[position]
      readEdge(Slot(node: node, parent: list, position: position, isEntry: false), element, depth: depth + 1)
    }
  }

  /// Reads one edge, or the id of the step that it leads to.
  private func readEdge(_ slot: Slot, _ element: ShapeID, depth: Int) {
    let kind = view.kind(slot.node)
    guard kind != .list, kind != .null else { return }
    var edge = slot.node
    if kind != .map {
      tree.update(slot.node) { $0.kind = .string }
      edge = wrap(slot, under: shapes.keys.to)
    }
    if case .record(let record) = plan.shape(element) { readRecord(edge, record, depth: depth) }
  }

  /// Reads a list of bases, or one citation; elements may be citations too.
  func readBasisList(_ slot: Slot, _ kind: NodeKind, _ element: ShapeID, depth: Int) {
    if kind == .map { return readElements(wrapInList(slot), as: element, depth: depth) }
    if kind != .list {
      guard let basis = basis(citedBy: slot.node) else { return }
      let list = wrapInList(slot)
      tree.replaceElement(in: list, at: 0, with: basis)
      return readElements(list, as: element, depth: depth)
    }
    let count = view.elements(slot.node).count
    for position in 0..<count {
      let node = view.elements(slot.node)[position]
      guard !view[node].isCollection, let basis = basis(citedBy: node) else { continue }
      tree.replaceElement(in: slot.node, at: position, with: basis)
    }
    readElements(slot.node, as: element, depth: depth)
  }

  /// The record that a citation stands for: its law and its articles, each placed at its part of the text.
  private func basis(citedBy node: NodeID) -> NodeID? {
    tree.update(node) { if $0.kind == .bool || $0.kind == .int || $0.kind == .double { $0.kind = .string } }
    let written = view[node]
    guard written.kind == .string, let citation = Citation(view.text(node)) else { return nil }
    let map = tree.appendCollection(.map, flags: inherited(written).union(.wrapper), range: written.range)
    keepAlias(of: node, on: map)
    let law = appendPart(citation.law, of: node)
    var entries = [Entry(symbol: shapes.keys.law, key: key(shapes.keys.law), value: law)]
    if !citation.articles.isEmpty {
      let list = tree.appendCollection(.list, flags: inherited(written).union(.wrapper), range: written.range)
      tree.setElements(of: list, citation.articles.map { appendPart($0, of: node) })
      entries.append(Entry(symbol: shapes.keys.articles, key: key(shapes.keys.articles), value: list))
    }
    tree.setEntries(of: map, entries)
    return map
  }

  /// The facts about a written node that also hold for what reading puts in its place.
  private func inherited(_ written: Node) -> NodeFlags { written.flags.intersection([.behindAlias, .supplied]) }

  /// Appends a part of a scalar's text as a scalar of its own.
  private func appendPart(_ part: Range<Int>, of node: NodeID) -> NodeID {
    let view = view
    let written = view[node]
    var range = written.range
    if written.flags.contains(.verbatim) {
      let quote: UInt32 = written.style == .singleQuoted || written.style == .doubleQuoted ? 1 : 0
      let start = written.range.start + quote
      range = SourceRange(start + UInt32(part.lowerBound), start + UInt32(part.upperBound))
    }
    let text = UnsafeBufferPointer(rebasing: view.text(node)[part])
    let flags = written.flags.intersection([.behindAlias, .supplied, .verbatim])
    // A part has no quotes, whatever the whole is written in.
    return tree.appendScalar(.string, style: .plain, flags: flags, range: range, text: text)
  }
}
