import DataTree
import Foundation
import SourceText
import Testing
import YAMLReader

/// The public catalog of real guides reads without a word.
@Test func realGuidesReadWithoutDiagnostics() throws {
  let root = ProcessInfo.processInfo.environment["GUIDELINT_REAL"] ?? "../shared/real/guangdong"
  guard let names = try? FileManager.default.contentsOfDirectory(atPath: root) else {
    print("real guides not found; set GUIDELINT_REAL to their folder")
    return
  }
  let tree = DataTree(symbols: .empty)
  var read = 0
  for name in names.sorted() where name.hasSuffix(".yaml") {
    let data = try Data(contentsOf: URL(fileURLWithPath: root).appendingPathComponent(name))
    let file = SourceFile(path: name, bytes: Array(data))
    var reader = YAMLDocuments(file)
    let document = reader.next(into: tree)
    #expect(document?.isUsable == true, "\(name)")
    #expect(reader.diagnostics.isEmpty, "\(name): \(reader.diagnostics)")
    checkPlaces(tree.view, file)
    #expect(reader.next(into: tree) == nil)
    read += 1
  }
  #expect(read > 1_000)
}

/// Every verbatim scalar is its source, children lie inside their parents and in order.
func checkPlaces(_ view: TreeView, _ file: SourceFile) {
  for index in 0..<view.nodeCount {
    let id = NodeID(UInt32(index))
    let node = view[id]
    #expect(Int(node.range.end) <= file.bytes.count)
    if node.flags.contains(.verbatim) {
      let quotes = node.style == .plain ? 0 : 1
      let source = file.bytes[Int(node.range.start) + quotes..<Int(node.range.end) - quotes]
      #expect(source.elementsEqual(view.text(id)))
    }
    guard id != .root, !node.flags.contains(.behindAlias) else { continue }
    let parent = view[node.parent]
    #expect(parent.range.start <= node.range.start && node.range.end <= parent.range.end)
  }
}
