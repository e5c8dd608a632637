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

  /// Neighbours among the nodes of the whole that one field of the document holds.
  struct Stretch {
    /// The field's value; the root for nodes that no field holds.
    var top: NodeID
    /// The field; unknown for nodes that none holds.
    var field: Symbol
    /// Positions of the nodes.
    var nodes: Range<Int>
  }

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

  /// Which of the nodes of the whole are part, as ranges of their positions.
  func extent(among stretches: [Stretch]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    ranges.reserveCapacity(stretches.count)
    for stretch in stretches where stretch.field != .unknown && fields.contains(stretch.field) {
      ranges.append(stretch.nodes)
    }
    return ranges
  }

  /// Divides the nodes of the whole by the fields that hold them.
  static func stretches(of nodes: ArraySlice<NodeID>, in view: TreeView) -> [Stretch] {
    var stretches: [Stretch] = []
    for (position, node) in nodes.enumerated() {
      var top = node
      while top != .root, view[top].parent != .root { top = view[top].parent }
      if top == node { top = .root }
      if let last = stretches.last, last.top == top {
        stretches[stretches.count - 1].nodes = last.nodes.lowerBound..<position + 1
      } else {
        let field = top == .root ? nil : view.entry(holding: top)?.symbol
        stretches.append(Stretch(top: top, field: field ?? .unknown, nodes: position..<position + 1))
      }
    }
    return stretches
  }
}
