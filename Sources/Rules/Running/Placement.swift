import DataTree
import Diagnostics
import JSONPath
import SourceText

/// Where a result is shown.
struct Placement {
  /// What is underlined.
  var range: SourceRange
  /// Normalized path of the underlined node.
  var path: String
  /// Secondary labels: further places of `at`, the alias that brought the node, the registry that supplied it.
  var related: [Label]

  /// Places a result on what `at` selects from a target; without `at`, on the target itself.
  init(_ queries: [PathQuery], target: NodeID, in scope: DocumentScope) {
    let view = scope.tree.view
    let nodes = queries.map { $0.deepest(in: view, from: target).node }
    self.init(nodes.first ?? target, in: scope)
    for node in nodes.dropFirst() {
      related.append(Label(range: Placement.underline(node, in: scope), text: Messages.alsoHere))
    }
  }

  /// A place that was found before.
  init(range: SourceRange, path: String, related: [Label]) {
    self.range = range
    self.path = path
    self.related = related
  }

  /// Places a result on a node.
  init(_ node: NodeID, in scope: DocumentScope) {
    let view = scope.tree.view
    range = Placement.underline(node, in: scope)
    path = NormalizedPath.text(of: view.deepestWritten(node), in: view)
    related = []
    if let alias = scope.tree.aliasRange(of: node) {
      related.append(Label(range: alias, text: Messages.behindAlias))
    }
    if let origin = Placement.origin(of: node, in: scope.tree) {
      related.append(Label(file: origin.file, range: origin.range, text: Messages.suppliedFrom))
    }
  }

  /// What is underlined for a node; a value from a registry stands at the reference that brought it.
  static func underline(_ node: NodeID, in scope: DocumentScope) -> SourceRange {
    let view = scope.tree.view
    guard view[node].flags.contains(.supplied) else { return view.underline(node, in: scope.source) }
    var written = node
    while written != .root, view[written].flags.contains(.supplied) { written = view[written].parent }
    // Defaults carry their parent's range, registry values that of the reference.
    let isAtReference = view[node].range != view[written].range
    return isAtReference ? view[node].range : view.underline(written, in: scope.source)
  }

  private static func origin(of node: NodeID, in tree: DataTree) -> DataTree.Origin? {
    let view = tree.view
    var current = node
    while view[current].flags.contains(.supplied) {
      if let origin = tree.origins.last(where: { $0.node == current }) { return origin }
      if current == .root { return nil }
      current = view[current].parent
    }
    return nil
  }
}
