/// One compiled schema object: what to test at once, and where its rarer keywords are.
///
/// Indices of -1 mean that the keyword is absent. Every struct of this file is trivial, so that a whole schema lies in
/// a few flat runs of memory.
struct SchemaCode: BitwiseCopyable {
  /// The types that `type` admits; empty for the schema `false`.
  var types: TypeSet = .all
  /// The types that a plain scalar is read as text instead of, when documents are read as written.
  var textTypes: TypeSet = []
  /// Whether the types are all there is to test.
  var isSimple = true
  /// The schema resource (the nearest `$id`) that it belongs to.
  var resource: Int32 = 0
  /// `enum`, as an index of `ValueCode`.
  var choices: Int32 = -1
  /// `const`, as an index of `ValueCode`.
  var constant: Int32 = -1
  /// Keywords for text.
  var strings: Int32 = -1
  /// Keywords for numbers.
  var numbers: Int32 = -1
  /// Keywords for lists.
  var lists: Int32 = -1
  /// Keywords for mappings.
  var objects: Int32 = -1
  /// The first of its in-place applicators.
  var firstStep: Int32 = 0
  /// Number of in-place applicators.
  var stepCount: Int32 = 0
  /// The schema of `unevaluatedItems`.
  var unevaluatedItems: Int32 = -1
  /// The schema of `unevaluatedProperties`.
  var unevaluatedProperties: Int32 = -1
}

/// The values of `enum` or `const`.
struct ValueCode: BitwiseCopyable {
  /// The first value in the run of children.
  var first: Int32
  /// Number of values.
  var count: Int32
  /// Whether all values are text, which needs no deep comparison.
  var isText: Bool
}

/// One value that a schema spells out; lists and mappings refer to their children.
struct Constant: BitwiseCopyable {
  /// What the value is.
  var shape: Shape
  /// Integer, boolean or double, as bits.
  var bits: UInt64 = 0
  /// Text: offset in the schema's bytes. Collections: first position in the run of children.
  var first: Int32 = 0
  /// Text: bytes. Lists: elements. Mappings: entries, two children each.
  var count: Int32 = 0

  /// The kinds of value.
  enum Shape: UInt8, BitwiseCopyable {
    /// A null.
    case null
    /// A boolean.
    case bool
    /// A whole number of 64 bits.
    case int
    /// Any other number.
    case double
    /// Text.
    case string
    /// A list.
    case list
    /// A mapping.
    case map
  }
}

/// The keywords that judge text.
struct StringCode: BitwiseCopyable {
  /// `minLength` in code points.
  var minLength: Int32 = 0
  /// `maxLength` in code points.
  var maxLength: Int32 = .max
  /// `pattern`.
  var pattern: Int32 = -1
  /// `format`, when it is asserted.
  var format: Int32 = -1
}

/// The keywords that judge numbers.
struct NumberCode: BitwiseCopyable {
  /// `minimum`.
  var minimum = NumberLimit()
  /// `maximum`.
  var maximum = NumberLimit()
  /// `exclusiveMinimum`.
  var exclusiveMinimum = NumberLimit()
  /// `exclusiveMaximum`.
  var exclusiveMaximum = NumberLimit()
  /// `multipleOf`; its significand is 0 when absent.
  var multipleOf = DecimalNumber(significand: 0, exponent: 0)
  /// `multipleOf` as a double, for numbers with too many digits.
  var multipleOfDouble: Double = 0
}

/// One bound of a number.
struct NumberLimit: BitwiseCopyable {
  /// Whether the bound was given.
  var isPresent = false
  /// The bound.
  var value = NumberValue.int(0)
}

/// The keywords that judge lists.
struct ListCode: BitwiseCopyable {
  /// `minItems`.
  var minItems: Int32 = 0
  /// `maxItems`.
  var maxItems: Int32 = .max
  /// `uniqueItems`.
  var isUnique = false
  /// The first of `prefixItems` in the run of targets.
  var firstPrefix: Int32 = 0
  /// Number of `prefixItems`.
  var prefixCount: Int32 = 0
  /// `items`.
  var items: Int32 = -1
  /// `contains`.
  var contains: Int32 = -1
  /// `minContains`.
  var minContains: Int32 = 1
  /// `maxContains`.
  var maxContains: Int32 = .max
}

/// The keywords that judge mappings.
struct ObjectCode: BitwiseCopyable {
  /// The first property or required name.
  var firstProperty: Int32 = 0
  /// Number of properties and required names.
  var propertyCount: Int32 = 0
  /// The first slot of the hash table from symbols to properties.
  var firstSlot: Int32 = 0
  /// Slots less one; the number of slots is a power of two.
  var slotMask: UInt32 = 0
  /// Number of `required` names.
  var requiredCount: Int32 = 0
  /// The first of `patternProperties`.
  var firstPattern: Int32 = 0
  /// Number of `patternProperties`.
  var patternCount: Int32 = 0
  /// `additionalProperties`.
  var additional: Int32 = -1
  /// Whether any of the keywords below is present.
  var hasRare = false
  /// `minProperties`.
  var minProperties: Int32 = 0
  /// `maxProperties`.
  var maxProperties: Int32 = .max
  /// `propertyNames`.
  var propertyNames: Int32 = -1
  /// The first of `dependentRequired` and `dependentSchemas`.
  var firstDependency: Int32 = 0
  /// Number of dependencies.
  var dependencyCount: Int32 = 0
}

/// A name of `properties` or `required`.
struct PropertyCode: BitwiseCopyable {
  /// The name, as documents hold it.
  var symbol: UInt32
  /// Its schema; -1 when only `required` names it.
  var schema: Int32
  /// Position among the required names; -1 when it may be absent.
  var required: Int32
  /// Whether none of `patternProperties` need be tried: none matches the name, or this stands for the one that does.
  var needsNoPattern = false
}

/// A slot of the table from symbols to properties.
struct PropertySlot: BitwiseCopyable {
  /// The symbol; 0 when the slot is free.
  var symbol: UInt32 = 0
  /// The property, counted from the first of its object.
  var property: Int32 = -1
}

/// A pattern of `patternProperties` with its schema.
struct PatternProperty: BitwiseCopyable {
  /// The pattern.
  var pattern: Int32
  /// The schema of the names that it matches.
  var schema: Int32
}

/// A pattern as steps over bytes.
struct PatternCode: BitwiseCopyable {
  /// The first step.
  var first: Int32
  /// Number of steps; 0 where the engine is needed.
  var count: Int32
  /// Whether the steps must reach the end of the text.
  var isWhole: Bool
}

/// What follows from the presence of a property.
struct Dependency: BitwiseCopyable {
  /// The name whose presence matters.
  var trigger: UInt32
  /// The schema of `dependentSchemas`; -1 for `dependentRequired`.
  var schema: Int32
  /// `dependentRequired`: the first name in the run of targets, as a symbol.
  var first: Int32
  /// `dependentRequired`: number of names.
  var count: Int32
}

/// An applicator that judges the same value as the schema that holds it.
struct Step: BitwiseCopyable {
  /// Which applicator.
  var kind: Kind
  /// Its schema; for `if`, the condition.
  var target: Int32 = -1
  /// `allOf`, `anyOf`, `oneOf`: the first branch in the run of targets. `if`: `then`.
  var first: Int32 = -1
  /// `allOf`, `anyOf`, `oneOf`: number of branches. `if`: `else`.
  var count: Int32 = 0
  /// `$dynamicRef`: number of the anchor's name; -1 when it acts like `$ref`.
  var anchor: Int32 = -1

  /// The applicators.
  enum Kind: UInt8, BitwiseCopyable {
    /// `$ref`.
    case reference
    /// `$dynamicRef`.
    case dynamicReference
    /// `allOf`.
    case allOf
    /// `anyOf`.
    case anyOf
    /// `oneOf`.
    case oneOf
    /// `not`.
    case not
    /// `if` with `then` and `else`.
    case condition
  }
}

/// A `$dynamicAnchor` of a resource.
struct DynamicAnchor: BitwiseCopyable {
  /// The resource.
  var resource: Int32
  /// Number of the anchor's name.
  var anchor: Int32
  /// The schema that bears it.
  var schema: Int32
}
