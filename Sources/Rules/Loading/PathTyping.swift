import CEL
import Catalog
import Diagnostics
import JSONPath
import SourceText

/// Derives from the schemas what a selector can give, before any document is read.
struct PathTyping {
  /// A selector that no document of its kinds can match.
  struct Fault {
    /// What is said to the author of the rule.
    var message: LocalizedText
    /// The step at fault, as UTF-8 offsets in the path.
    var range: SourceRange
  }

  /// What the schemas say about every kind of document.
  let shapes: Shapes

  /// Kinds of documents, sorted.
  var kinds: [String] { shapes.kinds.keys.sorted() }

  /// The shape of documents of a kind.
  func shape(ofKind kind: String) -> ShapeID? { shapes.kinds[kind] }

  /// The type of documents of a kind.
  func type(ofKind kind: String) -> ExpressionType { shape(ofKind: kind).map { type(of: $0) } ?? .dyn }

  /// The types that a query selects in documents of some kinds; a fault where it can match in none of them.
  func types(of query: PathQuery, kinds: [String]) -> (types: [ExpressionType], shapes: [ShapeID], fault: Fault?) {
    let found = trace(query, from: kinds.compactMap { shape(ofKind: $0) })
    return (found.shapes.isEmpty ? [.dyn] : found.shapes.map { type(of: $0) }, found.shapes, found.fault)
  }

  /// The shapes that a query leads to from some shapes, none where that is not known; a fault where it leads nowhere.
  func trace(_ query: PathQuery, from shapes: [ShapeID]) -> (shapes: [ShapeID], fault: Fault?) {
    var current = shapes
    guard !current.isEmpty else { return ([], nil) }
    for segment in query.segments {
      // What lies at any depth is not traced.
      if segment.kind == .descendant { return ([], nil) }
      var next: [ShapeID] = []
      for selector in segment.selectors {
        for found in current.flatMap({ children(of: $0, selector.kind) }) where !next.contains(found) {
          next.append(found)
        }
      }
      if next.isEmpty { return ([], fault(segment, current)) }
      current = next
    }
    return (current, nil)
  }

  /// The type that expressions see for a shape.
  func type(of id: ShapeID) -> ExpressionType { shapes.expressionType(of: id) }

  private func children(of id: ShapeID, _ selector: PathSelector.Kind) -> [ShapeID] {
    switch (shapes[id], selector) {
    case (.any, _): return [.any]
    case (.condition, _), (.file, _): return [.any]
    case (.localized, .name), (.localized, .wildcard), (.localized, .filter): return [.text]
    case (.record(let record), .name(let name, _)):
      if let field = shapes[record].field(named: name) { return [field.shape] }
      return shapes[record].admitsFurtherKeys && name.hasPrefix("x-") ? [.any] : []
    case (.record(let record), .wildcard), (.record(let record), .filter):
      return shapes[record].fields.map(\.shape)
    case (.clause(let inner), _), (.department(let inner), _): return children(of: inner, selector)
    case (.map(let value), .name), (.map(let value), .wildcard), (.map(let value), .filter): return [value]
    case (.list(let element), _), (.basisList(let element), _), (.contactList(let element), _),
      (.edges(let element), _):
      if case .name = selector { return [] }
      return [element]
    case (.union(_, let list, let map), _):
      return [list, map].flatMap { $0 == .any ? [] : children(of: $0, selector) }
    case (.text, _), (.integer, _), (.number, _), (.boolean, _), (.citation, _), (.limit, _), (.localized, _),
      (.record, _), (.map, _):
      return []
    }
  }

  private func fault(_ segment: PathSegment, _ parents: [ShapeID]) -> Fault {
    let selector = segment.selectors.first
    var known: [String] = []
    for parent in parents { known += fieldNames(of: parent).filter { !known.contains($0) } }
    guard case .name(let name, _)? = selector?.kind else {
      return Fault(message: Messages.selectorNeverMatches, range: segment.range)
    }
    return Fault(message: Messages.unknownField(name, known: known), range: selector?.range ?? segment.range)
  }

  private func fieldNames(of id: ShapeID) -> [String] {
    switch shapes[id] {
    case .record(let record): shapes[record].fields.map(\.name)
    case .clause(let inner), .department(let inner): fieldNames(of: inner)
    case .union(_, _, let map): map == .any ? [] : fieldNames(of: map)
    default: []
    }
  }
}
