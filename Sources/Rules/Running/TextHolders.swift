import CEL
import DataTree

/// The text scalars of a document in the order of their text, to find the one that a part of the text belongs to.
///
/// Walking all nodes for each part would be quadratic where a rule reports thousands of parts of one document.
struct TextHolders {
  /// Scalars with a text of their own, those that share it behind the first.
  private let entries: [(start: UInt32, node: NodeID)]
  /// The document.
  private let view: TreeView

  /// Sorts the scalars of a document.
  init(_ view: TreeView) {
    self.view = view
    entries = (0..<UInt32(view.nodeCount)).map { NodeID($0) }
      .filter { view.kind($0) == .string && view[$0].count > 0 }
      .map { (view.textOffset($0), $0) }
      .sorted { ($0.start, $0.node.index) < ($1.start, $1.node.index) }
  }

  /// The scalar whose text a part of the document's text was taken from; nil for a text that an expression made.
  func node(of part: TextReference) -> NodeID? {
    guard part.count > 0 else { return nil }
    let behind = firstIndex { $0 > part.offset }
    guard behind > 0 else { return nil }
    let start = entries[behind - 1].start
    let node = entries[firstIndex { $0 >= start }].node
    return part.offset + part.count <= start + UInt32(view[node].count) ? node : nil
  }

  /// The first entry whose start satisfies a condition that all later ones satisfy too.
  private func firstIndex(where isBehind: (UInt32) -> Bool) -> Int {
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = (low + high) / 2
      if isBehind(entries[middle].start) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
