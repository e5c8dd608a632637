import DataTree
import SourceText
import YAMLReader

/// What reading YAML promises of any bytes.
enum YAMLPromises {
  /// Keys that documents are searched for, so that entries have symbols and none.
  private static let symbols: SymbolTable = {
    var builder = SymbolTable.Builder()
    for key in ["id", "name", "materials", "kind"] { _ = builder.intern(key) }
    return builder.freeze()
  }()

  /// Reads all documents.
  static func check(_ bytes: [UInt8]) {
    let source = SourceFile(path: "input.yaml", bytes: bytes)
    var documents = YAMLDocuments(source)
    let tree = DataTree(symbols: symbols)
    var end: UInt32 = 0
    var count = 0
    while let document = documents.next(into: tree) {
      expect(document.index == count, "documents are numbered in order")
      expect(document.range.start >= end, "documents do not overlap")
      expectInside(document.range, bytes.count, "document \(count)")
      expect(!tree.isEmpty, "a document has a root")
      count += 1
      end = document.range.end
      expectSound(tree.view, in: bytes)
      for index in 0..<UInt32(tree.nodeCount) {
        checkOffsets(of: NodeID(index), in: tree.view, source)
        expectInside(tree.view.underline(NodeID(index), in: source), bytes.count, "underline of node \(index)")
      }
    }
    expectSound(documents.diagnostics, in: bytes.count)
    expect(count > 0 || !documents.diagnostics.isEmpty, "a file without documents gets a diagnostic")
  }

  /// Offsets of a scalar's text lead into the scalar, never backwards.
  private static func checkOffsets(of id: NodeID, in view: TreeView, _ source: SourceFile) {
    let node = view[id]
    guard !node.isCollection else { return }
    let offsets = ScalarOffsets(id, in: view, source: source)
    let length = view.text(id).count
    var before = Int(node.range.start)
    for offset in 0...length {
      let place = offsets.sourceOffset(offset)
      expect(place >= before && place <= Int(node.range.end), "offset \(offset) of node \(id.index) is at \(place)")
      before = place
      guard offset < length else { break }
      let range = offsets.sourceRange(offset..<min(offset + 3, length))
      expect(range.start == UInt32(place), "the range of byte \(offset) of node \(id.index) begins at the byte")
      expect(range.end <= node.range.end, "the range of byte \(offset) of node \(id.index) ends in the node")
    }
    guard node.flags.contains(.verbatim) else { return }
    let start = offsets.sourceOffset(0)
    expect(
      source.bytes[start..<start + length].elementsEqual(view.text(id)), "node \(id.index) reads back as its text")
  }
}
