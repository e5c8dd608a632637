/// The types that a JSON value may have, as the specification's data model tells them apart.
public enum SchemaType: String, Sendable, Hashable, CaseIterable {
  /// A null, in YAML also a key without a value.
  case null
  /// `true` or `false`.
  case boolean
  /// A number without a fraction; `1.0` is one.
  case integer
  /// Any number.
  case number
  /// Text.
  case string
  /// A list.
  case array
  /// A mapping.
  case object
}

/// A set of types as bits; whole numbers and fractions have one bit each, so that `number` is both.
struct TypeSet: OptionSet, Hashable, BitwiseCopyable, Sendable {
  /// The bits.
  let rawValue: UInt8

  /// Nulls.
  static let null = TypeSet(rawValue: 1)
  /// Booleans.
  static let boolean = TypeSet(rawValue: 2)
  /// Numbers without a fraction.
  static let integer = TypeSet(rawValue: 4)
  /// Numbers with a fraction, and the infinities.
  static let fraction = TypeSet(rawValue: 8)
  /// Text.
  static let string = TypeSet(rawValue: 16)
  /// Lists.
  static let array = TypeSet(rawValue: 32)
  /// Mappings.
  static let object = TypeSet(rawValue: 64)
  /// All numbers.
  static let number: TypeSet = [.integer, .fraction]
  /// Every type: what a schema without `type` admits.
  static let all = TypeSet(rawValue: 127)

  /// The bits of one type of the specification.
  init(_ type: SchemaType) {
    self =
      switch type {
      case .null: .null
      case .boolean: .boolean
      case .integer: .integer
      case .number: .number
      case .string: .string
      case .array: .array
      case .object: .object
      }
  }

  /// Makes a set from bits.
  init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The types by name, in the specification's order; `number` swallows `integer`.
  var names: [SchemaType] {
    SchemaType.allCases.filter { type in
      if type == .integer { return contains(.integer) && !contains(.fraction) }
      return contains(TypeSet(type))
    }
  }
}
