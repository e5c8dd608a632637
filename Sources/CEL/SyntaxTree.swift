import SourceText

/// Index of an expression in its `SyntaxTree`.
typealias ExpressionID = Int

/// A parsed expression with its macros expanded: nodes in one array, children before parents.
///
/// An array instead of references, so that neither building nor releasing a deep tree recurses.
struct SyntaxTree {
  /// One node.
  struct Node {
    /// What it is.
    var kind: SyntaxKind
    /// What it is written as.
    var range: SourceRange
    /// Levels of nodes below it, itself included.
    var depth: Int
  }

  /// All nodes.
  private(set) var nodes: [Node] = []
  /// The whole expression.
  var root: ExpressionID = 0

  /// The node with an id.
  subscript(id: ExpressionID) -> Node { nodes[id] }

  /// Appends a node.
  mutating func add(_ kind: SyntaxKind, _ range: SourceRange) -> ExpressionID {
    var depth = 0
    kind.forEachChild { depth = max(depth, nodes[$0].depth) }
    nodes.append(Node(kind: kind, range: range, depth: depth + 1))
    return nodes.count - 1
  }
}

/// What an expression is.
enum SyntaxKind {
  /// A constant.
  case literal(Literal)
  /// A name; `isAbsolute` when written with a leading dot.
  case name(String, isAbsolute: Bool)
  /// `operand.field` or `operand.?field`.
  case select(operand: ExpressionID, field: FieldName, isOptional: Bool)
  /// `has(operand.field)`
  case test(operand: ExpressionID, field: FieldName)
  /// `operand[index]` or `operand[?index]`.
  case index(operand: ExpressionID, index: ExpressionID, isOptional: Bool)
  /// A call; a receiver is written before the name.
  case call(name: String, nameRange: SourceRange, receiver: ExpressionID?, arguments: [ExpressionID])
  /// An operator with two operands.
  case binary(BinaryOperator, ExpressionID, ExpressionID)
  /// `!operand`
  case not(ExpressionID)
  /// `-operand`
  case negate(ExpressionID)
  /// `a && b && …`
  case and([ExpressionID])
  /// `a || b || …`
  case or([ExpressionID])
  /// `condition ? then : otherwise`
  case conditional(condition: ExpressionID, then: ExpressionID, otherwise: ExpressionID)
  /// `[a, ?b]`
  case list([ListElement])
  /// `{a: b, ?c: d}`
  case map([MapEntry])
  /// A macro that runs over a list or map.
  case comprehension(Comprehension)
  /// `cel.bind(name, value, body)`
  case bind(name: String, value: ExpressionID, body: ExpressionID)
  /// `target.optMap(name, body)` or `target.optFlatMap(name, body)`.
  case optionalMap(target: ExpressionID, name: String, body: ExpressionID, isFlat: Bool)

  /// Calls `body` with each operand.
  func forEachChild(_ body: (ExpressionID) -> Void) {
    switch self {
    case .literal, .name: break
    case .select(let operand, _, _), .test(let operand, _), .not(let operand), .negate(let operand): body(operand)
    case .index(let first, let second, _), .binary(_, let first, let second), .bind(_, let first, let second),
      .optionalMap(let first, _, let second, _):
      body(first)
      body(second)
    case .call(_, _, let receiver, let arguments):
      if let receiver { body(receiver) }
      arguments.forEach(body)
    case .and(let operands), .or(let operands): operands.forEach(body)
    case .conditional(let condition, let then, let otherwise): [condition, then, otherwise].forEach(body)
    case .list(let elements): for element in elements { body(element.value) }
    case .map(let entries):
      for entry in entries {
        body(entry.key)
        body(entry.value)
      }
    case .comprehension(let comprehension):
      body(comprehension.range)
      if let filter = comprehension.filter { body(filter) }
      body(comprehension.body)
    }
  }
}

/// A constant as written.
enum Literal {
  /// `null`
  case null
  /// `true` or `false`
  case bool(Bool)
  /// A whole number, with its sign.
  case int(Int64)
  /// A whole number with the suffix `u`.
  case uint(UInt64)
  /// A number with a fraction or exponent, with its sign.
  case double(Double)
  /// Text, its escapes resolved.
  case string(String)
  /// A byte string, its escapes resolved.
  case bytes([UInt8])
}

/// The name of a field and where it is written.
struct FieldName {
  /// The name without backquotes.
  var text: String
  /// Its place.
  var range: SourceRange
}

/// An element of a list literal.
struct ListElement {
  /// The element.
  var value: ExpressionID
  /// Whether it is left out when it is `optional.none()`.
  var isOptional: Bool
}

/// An entry of a map literal.
struct MapEntry {
  /// The key.
  var key: ExpressionID
  /// The value.
  var value: ExpressionID
  /// Whether it is left out when its value is `optional.none()`.
  var isOptional: Bool
}

/// An operator with two strict operands.
enum BinaryOperator: String, CaseIterable {
  /// Sum of numbers or times, or texts and lists one behind the other.
  case add = "+"
  /// Difference of numbers or times.
  case subtract = "-"
  /// Product of numbers.
  case multiply = "*"
  /// Quotient of numbers, without its fraction for whole numbers.
  case divide = "/"
  /// Remainder of whole numbers, with the sign of the dividend.
  case modulo = "%"
  /// Equality by value.
  case equal = "=="
  /// Inequality by value.
  case notEqual = "!="
  /// Before in order.
  case less = "<"
  /// Before in order, or equal.
  case lessOrEqual = "<="
  /// Behind in order.
  case greater = ">"
  /// Behind in order, or equal.
  case greaterOrEqual = ">="
  /// Membership in a list, or among the keys of a map.
  case contained = "in"
}

/// A macro over the elements of a list or the entries of a map.
struct Comprehension {
  /// What the macro makes of the values of its body.
  enum Kind: String {
    /// Whether the body holds for every element.
    case all
    /// Whether the body holds for some element.
    case exists
    /// Whether the body holds for exactly one element.
    case existsOne = "exists_one"
    /// The values of the body, for elements that meet the filter.
    case map
    /// The elements for which the body holds.
    case filter
    /// The values of the body, with two variables.
    case transformList
    /// A map with the same keys and the values of the body.
    case transformMap
    /// A map of the entries that the body makes.
    case transformMapEntry
    /// The elements in the order of the body's values.
    case sortBy
  }

  /// Which macro it is.
  var kind: Kind
  /// What it runs over.
  var range: ExpressionID
  /// The variable for the element or key; with `second`, for the index or key.
  var first: String
  /// The variable for the value in macros of two variables.
  var second: String?
  /// The condition that an element must meet to be mapped.
  var filter: ExpressionID?
  /// The condition or the value for one element.
  var body: ExpressionID
}
