/// The type of an expression as the checker knows it.
public indirect enum ExpressionType: Hashable, Sendable {
  /// Anything; checked when evaluated.
  case dyn
  /// The type of `null`.
  case null
  /// `bool`
  case bool
  /// `int`
  case int
  /// `uint`
  case uint
  /// `double`
  case double
  /// `string`
  case string
  /// `bytes`
  case bytes
  /// `google.protobuf.Timestamp`
  case timestamp
  /// `google.protobuf.Duration`
  case duration
  /// `list(element)`
  case list(ExpressionType)
  /// `map(key, value)`
  case map(ExpressionType, ExpressionType)
  /// `type(of)`
  case type(ExpressionType)
  /// A type parameter of a function, such as `A`.
  case parameter(String)
  /// An abstract type with parameters, such as `optional_type(int)`.
  case abstract(String, [ExpressionType])
  /// A map with known fields, described by the environment's `TypeProvider`.
  case record(String)
  /// A domain type, described by an `OpaqueType` of that name.
  case opaque(String)
  /// The type of an expression that has an error already.
  case error

  /// `optional_type(wrapped)`
  public static func optional(_ wrapped: ExpressionType) -> ExpressionType { .abstract("optional_type", [wrapped]) }
}

/// Describes records, that is maps whose keys a schema names.
public protocol TypeProvider: Sendable {
  /// Type of a field; nil when the record does not have it.
  func type(ofField field: String, in record: String) -> ExpressionType?
  /// The fields of a record, for suggestions; empty for an unknown record.
  func fields(of record: String) -> [String]
}

/// How values of one domain type are compared and printed.
public struct OpaqueType: Sendable {
  /// Name in signatures, such as `limit`.
  public var name: String
  /// -1, 0 or 1; nil where the order is not known, which an expression sees as absent.
  public var compare: @Sendable (UInt64, UInt64) -> Int?
  /// The words for a computed value in Chinese and in English.
  public var describe: @Sendable (UInt64, Bool) -> String

  /// Describes a domain type. `describe` gets the bits and whether Chinese is wanted.
  public init(
    name: String, compare: @escaping @Sendable (UInt64, UInt64) -> Int?,
    describe: @escaping @Sendable (UInt64, Bool) -> String
  ) {
    self.name = name
    self.compare = compare
    self.describe = describe
  }
}
