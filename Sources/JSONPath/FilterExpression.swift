import SourceText

/// A filter expression as written, before it is known to be well typed.
struct FilterExpression: Sendable {
  /// The shapes that the grammar knows; a literal may stand anywhere until the checker has seen it.
  indirect enum Kind: Sendable {
    /// At least two alternatives.
    case or([FilterExpression])
    /// At least two terms.
    case and([FilterExpression])
    /// A negated test or group.
    case not(FilterExpression)
    /// Two comparands.
    case comparison(ComparisonOperator, FilterExpression, FilterExpression)
    /// A constant.
    case literal(PathLiteral)
    /// A query, as a test or as a comparand.
    case query(FilterQuery)
    /// A function, as a test or as a comparand.
    case call(FunctionCall)
  }

  /// Its shape and parts.
  var kind: Kind
  /// Its text, without the parentheses around it.
  var range: SourceRange

  /// Appends the queries in the expression, not those nested in their filters.
  func collectQueries(into found: inout [FilterQuery]) {
    switch kind {
    case .or(let parts), .and(let parts):
      for part in parts { part.collectQueries(into: &found) }
    case .not(let part): part.collectQueries(into: &found)
    case .comparison(_, let left, let right):
      left.collectQueries(into: &found)
      right.collectQueries(into: &found)
    case .literal: break
    case .query(let query): found.append(query)
    case .call(let call):
      for argument in call.arguments { argument.collectQueries(into: &found) }
    }
  }
}

/// A function by name, known or not, with its arguments.
struct FunctionCall: Sendable {
  /// The name as written.
  var name: String
  /// Place of the name alone.
  var nameRange: SourceRange
  /// The arguments in order.
  var arguments: [FilterExpression]
}

/// A constant in a filter.
enum PathLiteral: Hashable, Sendable {
  /// `null`, which differs from selecting nothing.
  case null
  /// `true` or `false`.
  case bool(Bool)
  /// A number without fraction and exponent that fits in 64 bits.
  case int(Int64)
  /// Any other number.
  case double(Double)
  /// A text in either quote, escapes resolved.
  case text(String)
}

/// How two values are compared (RFC 9535 2.3.5.2.2).
enum ComparisonOperator: UInt8, Sendable, BitwiseCopyable {
  /// `==`
  case equal
  /// `!=`
  case notEqual
  /// `<`
  case less
  /// `<=`
  case lessOrEqual
  /// `>`
  case greater
  /// `>=`
  case greaterOrEqual
}

/// The types of the function extensions' parameters and results (RFC 9535 2.4.1).
enum FunctionType: Sendable {
  /// One JSON value, or none.
  case value
  /// True or false, which is no JSON value.
  case logical
  /// A list of nodes.
  case nodes
}

/// The function extensions that the standard defines.
enum PathFunction: String, Sendable, CaseIterable {
  /// Characters of a text, elements of a list, entries of a map.
  case length
  /// Number of nodes.
  case count
  /// Whether a pattern matches a whole text.
  case match
  /// Whether a pattern matches some part of a text.
  case search
  /// The value of the only node.
  case value

  /// What each parameter takes.
  var parameters: [FunctionType] {
    switch self {
    case .length: [.value]
    case .count, .value: [.nodes]
    case .match, .search: [.value, .value]
    }
  }

  /// What a call yields.
  var result: FunctionType {
    switch self {
    case .length, .count, .value: .value
    case .match, .search: .logical
    }
  }
}
