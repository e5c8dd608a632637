import ConformanceCases
import DataTree
import Foundation
import JSONPath

/// What JSONPath promises of any query.
enum PathPromises {
  /// The document of every query.
  private static let text = #"""
    {"a": [1, {"b": "x", "c": [null, true, 2.5, -0.0]}, [], "ab"], "é": {"a": "a.*"}, "": {"": "", "b": [[[1]]]},
     "materials": [{"name": "身份证", "copies": 1}, {"name": "申请表", "copies": 2, "when": {"a": "b"}}], "n": 1e3}
    """#
  /// The document by text alone.
  nonisolated(unsafe) private static let plain = JSONTree.read(Data(text.utf8)) ?? DataTree(symbols: .empty)

  /// Parses a query and selects.
  static func check(_ bytes: [UInt8]) {
    let source = String(decoding: bytes, as: UTF8.self)
    let length = source.utf8.count
    for allowsRelative in [false, true] {
      var symbols = SymbolTable.Builder()
      let (query, diagnostics) = PathQuery.parse(source, symbols: &symbols, allowsRelative: allowsRelative)
      expectSound(diagnostics, in: length)
      guard let query else {
        expect(diagnostics.contains { $0.severity == .error }, "a refused query gets an error")
        continue
      }
      expect(allowsRelative || !query.isRelative, "a relative query is refused where none is allowed")
      let tree = JSONTree.copy(.root, of: plain.view, symbols: symbols.freeze())
      let nodes = select(query, in: tree.view)
      expect(nodes == select(query, in: plain.view), "keys by symbol and by text select the same")
      if let nodes, query.isSingular { expect(nodes.count <= 1, "a singular query selects at most one node") }
      let deepest = query.deepest(in: tree.view)
      expect(Int(deepest.node.index) < tree.nodeCount, "the deepest node exists")
    }
  }

  /// The selected nodes; nil when a bound was reached.
  private static func select(_ query: PathQuery, in view: TreeView) -> [NodeID]? {
    var nodes: [NodeID] = [.root]
    let outcome = query.select(in: view, limits: PathLimits(steps: 200_000), into: &nodes)
    expect(nodes.first == .root, "what was collected before stays")
    expect(outcome == nil || nodes.count == 1, "a bound leaves nothing selected")
    for node in nodes {
      expect(Int(node.index) < view.nodeCount, "a selected node exists")
      expect(!NormalizedPath.text(of: node, in: view).isEmpty, "a selected node has a path")
    }
    return outcome == nil ? Array(nodes.dropFirst()) : nil
  }
}
