public import DataTree
public import SourceText

/// One step of a query: what it selects among the children, or among all descendants, of each node it is given.
public struct PathSegment: Sendable {
  /// Where a segment looks (RFC 9535 2.5).
  public enum Kind: Sendable {
    /// Among the children: `[…]`, `.name`, `.*`.
    case child
    /// Among the children of the node and of everything below it: `..[…]`, `..name`, `..*`.
    case descendant
  }

  /// Where it looks.
  public var kind: Kind
  /// What it selects there; the results of several are concatenated.
  public var selectors: [PathSelector]
  /// The segment in the query's text, dots and brackets included.
  public var range: SourceRange

  /// Whether it selects at most one node: one name or one index among the children.
  public var isSingular: Bool {
    guard kind == .child, selectors.count == 1, let selector = selectors.first else { return false }
    switch selector.kind {
    case .name, .index: return true
    case .slice, .wildcard, .filter: return false
    }
  }
}

/// What a segment selects among the children of a node (RFC 9535 2.3).
public struct PathSelector: Sendable {
  /// The five selectors of the standard.
  public enum Kind: Sendable {
    /// The value under a key, with the key's symbol.
    case name(String, Symbol)
    /// The element at a position; negative ones count from the end.
    case index(Int)
    /// A run of elements.
    case slice(PathSlice)
    /// Every child.
    case wildcard
    /// The children for which an expression holds.
    case filter(PathFilter)
  }

  /// Which selector, with its operands.
  public var kind: Kind
  /// The selector in the query's text, without brackets and commas.
  public var range: SourceRange
}

/// `start:end:step`, each part nil where it is not written.
public struct PathSlice: Hashable, Sendable {
  /// First position.
  public var start: Int?
  /// Position before which it ends.
  public var end: Int?
  /// Distance between two elements; 0 selects nothing, a negative one goes backwards.
  public var step: Int?
}

/// The expression of a filter selector.
public struct PathFilter: Sendable {
  /// What must hold for a child, well typed.
  let expression: FilterExpression

  /// The queries that the expression reads, outermost first, so that callers can check their names against a schema.
  public var queries: [FilterQuery] {
    var found: [FilterQuery] = []
    expression.collectQueries(into: &found)
    return found
  }
}

/// A query inside a filter.
public struct FilterQuery: Sendable {
  /// Whether it starts at the candidate (`@`) rather than at the root (`$`).
  public var isRelative: Bool
  /// Its steps.
  public var segments: [PathSegment]
  /// The query in the text, `@` or `$` included.
  public var range: SourceRange

  /// Whether it selects at most one node, whatever the document.
  public var isSingular: Bool { segments.allSatisfy(\.isSingular) }
}
