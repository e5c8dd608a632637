import DataTree
import JSONPath

/// A selector such as `$['fees','steps']..zh`, whose nodes are those of `$..zh` under some fields of the document.
///
/// Walking a document costs more than looking at its texts, so what another selector has found is not looked for again.
struct SelectorPart: Sendable {
  /// Index of the selector that finds them all.
  var whole: Int
  /// The fields.
  var fields: [Symbol]

  /// For each selector the one that it is a part of.
  static func parts(of selectors: [PathQuery]) -> [SelectorPart?] {
    var wholes: [String: Int] = [:]
    for (index, query) in selectors.enumerated() {
      if query.segments.count == 1, let name = descendantName(query.segments[0]) { wholes[name] = index }
    }
    return selectors.map { query in
      guard !query.isRelative, query.segments.count == 2, query.segments[0].kind == .child,
        let name = descendantName(query.segments[1]), let whole = wholes[name]
      else { return nil }
      var fields: [Symbol] = []
      for selector in query.segments[0].selectors {
        guard case .name(_, let symbol) = selector.kind else { return nil }
        fields.append(symbol)
      }
      return SelectorPart(whole: whole, fields: fields)
    }
  }

  /// The name that a segment looks for below each node; nil for other segments.
  private static func descendantName(_ segment: PathSegment) -> String? {
    guard segment.kind == .descendant, segment.selectors.count == 1,
      case .name(let name, _) = segment.selectors[0].kind
    else { return nil }
    return name
  }

  /// Which of the nodes of the whole are part, as indices.
  /// - Parameter tops: for each of those nodes the child of the root that holds it.
  func indices(of nodes: some RandomAccessCollection<NodeID>, tops: [NodeID], in view: TreeView) -> [Int] {
    let held = fields.compactMap { view.value(of: .root, at: $0) }
    if held.isEmpty { return [] }
    var indices: [Int] = []
    for (index, node) in nodes.enumerated() where node != tops[index] && held.contains(tops[index]) {
      indices.append(index)
    }
    return indices
  }

  /// For each node the child of the root that holds it, or is it.
  static func tops(of nodes: some Sequence<NodeID>, in view: TreeView) -> [NodeID] {
    nodes.map { node in
      var top = node
      while top != .root, view[top].parent != .root { top = view[top].parent }
      return top
    }
  }
}
