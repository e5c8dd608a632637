import DataTree
import SourceText

/// Copies nodes of one tree into another that has the same symbols.
struct SubtreeCopy {
  /// The tree that gets the copies.
  private let target: DataTree

  /// Copies into a tree.
  init(into target: DataTree) { self.target = target }

  /// Copies a whole tree into the empty target with ranges and flags as they are.
  func appendAsWritten(_ source: TreeView) {
    guard source.nodeCount > 0 else { return }
    _ = append(.root, of: source, depth: 0) { ($0.range, $0.flags) }
  }

  /// Copies a subtree as values that the target's document does not hold, placed at `range`.
  func appendSupplied(_ node: NodeID, of source: TreeView, range: SourceRange) -> NodeID {
    // Where a copy stands says nothing about its origin, but localized text stays localized.
    append(node, of: source, depth: 0) { (range, $0.flags.intersection(.localized).union(.supplied)) }
  }

  /// Copies a node and what is below it; `place` gives each copy its range and flags.
  private func append(
    _ id: NodeID, of source: TreeView, depth: Int, place: (Node) -> (range: SourceRange, flags: NodeFlags)
  ) -> NodeID {
    let node = source[id]
    let (range, flags) = place(node)
    guard node.isCollection else {
      return target.appendScalar(
        node.kind, style: node.style, flags: flags, range: range, text: source.text(id), bits: node.bits)
    }
    let copy = target.appendCollection(node.kind, style: node.style, flags: flags, range: range)
    // Deeper than reading goes: such nodes are reported where they stand.
    guard depth < DocumentReading.maximumDepth else { return copy }
    if node.kind == .list {
      let elements = source.elements(id).map { append($0, of: source, depth: depth + 1, place: place) }
      target.setElements(of: copy, elements)
    } else {
      target.setEntries(
        of: copy,
        source.entries(id).map { entry in
          let key = source[entry.key]
          let (range, flags) = place(key)
          let keyCopy = target.appendScalar(
            .string, style: key.style, flags: flags.union(.key), range: range, text: source.text(entry.key))
          let value = append(entry.value, of: source, depth: depth + 1, place: place)
          return Entry(symbol: entry.symbol, key: keyCopy, value: value)
        })
    }
    return copy
  }
}
