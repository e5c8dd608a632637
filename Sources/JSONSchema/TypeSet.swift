internal import DataTree

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
  static var null: TypeSet { TypeSet(rawValue: 1) }
  /// Booleans.
  static var boolean: TypeSet { TypeSet(rawValue: 2) }
  /// Numbers without a fraction.
  static var integer: TypeSet { TypeSet(rawValue: 4) }
  /// Numbers with a fraction, and the infinities.
  static var fraction: TypeSet { TypeSet(rawValue: 8) }
  /// Text.
  static var string: TypeSet { TypeSet(rawValue: 16) }
  /// Lists.
  static var array: TypeSet { TypeSet(rawValue: 32) }
  /// Mappings.
  static var object: TypeSet { TypeSet(rawValue: 64) }
  /// All numbers.
  static var number: TypeSet { [.integer, .fraction] }
  /// Every type: what a schema without `type` admits.
  static var all: TypeSet { TypeSet(rawValue: 127) }

  /// The type of each kind of node but a double, a byte for each in the order of the kinds' numbers: without a jump,
  /// because every value of every document is asked.
  @inline(__always)
  static func ofKinds(_ kind: NodeKind) -> TypeSet {
    TypeSet(rawValue: UInt8(truncatingIfNeeded: 0x1040_2010_0804_0201 as UInt64 &>> (UInt64(kind.rawValue) &* 8)))
  }

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
