internal import DataTree

/// A JSON value written as Swift literals.
indirect enum SchemaLiteral: Sendable, ExpressibleByStringLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByIntegerLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  /// Text.
  case text(String)
  /// A boolean.
  case flag(Bool)
  /// A whole number.
  case whole(Int64)
  /// A list.
  case list([SchemaLiteral])
  /// A mapping in the order written.
  case map([(String, SchemaLiteral)])

  /// Takes a string literal.
  init(stringLiteral value: String) { self = .text(value) }

  /// Takes `true` or `false`.
  init(booleanLiteral value: Bool) { self = .flag(value) }

  /// Takes a whole number.
  init(integerLiteral value: Int64) { self = .whole(value) }

  /// Takes a list literal.
  init(arrayLiteral elements: SchemaLiteral...) { self = .list(elements) }

  /// Takes a dictionary literal.
  init(dictionaryLiteral elements: (String, SchemaLiteral)...) { self = .map(elements) }

  /// The value as a document.
  func tree() -> DataTree {
    var builder = TreeBuilder(into: DataTree(symbols: .empty))
    write(to: &builder)
    return builder.tree
  }

  /// Writes the value to a builder.
  private func write(to builder: inout TreeBuilder) {
    switch self {
    case .text(let value): builder.string(value)
    case .flag(let value): builder.bool(value)
    case .whole(let value): builder.int(value)
    case .list(let elements):
      builder.begin(.list)
      for element in elements { element.write(to: &builder) }
      builder.end()
    case .map(let entries):
      builder.begin(.map)
      for (key, value) in entries {
        builder.key(key)
        value.write(to: &builder)
      }
      builder.end()
    }
  }
}
