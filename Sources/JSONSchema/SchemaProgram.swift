internal import TextPatterns

/// A compiled schema while it grows: the flat runs that `Schema` freezes.
struct SchemaProgram {
  /// All schema objects.
  var codes: [SchemaCode] = []
  /// Where each schema object stands: file and pointer.
  var locations: [String] = []
  /// `enum` and `const`.
  var values: [ValueCode] = []
  /// The values that schemas spell out.
  var constants: [Constant] = []
  /// Children of constants, and the values of `ValueCode`, as indices of `constants`.
  var children: [Int32] = []
  /// Text of constants.
  var text: [UInt8] = []
  /// Keywords for text.
  var strings: [StringCode] = []
  /// Keywords for numbers.
  var numbers: [NumberCode] = []
  /// Keywords for lists.
  var lists: [ListCode] = []
  /// Keywords for mappings.
  var objects: [ObjectCode] = []
  /// Names of `properties` and `required`.
  var properties: [PropertyCode] = []
  /// The names themselves, beside `properties`.
  var propertyNames: [String] = []
  /// Tables from symbols to properties.
  var slots: [PropertySlot] = []
  /// `patternProperties`.
  var patternProperties: [PatternProperty] = []
  /// `dependentRequired` and `dependentSchemas`.
  var dependencies: [Dependency] = []
  /// In-place applicators.
  var steps: [Step] = []
  /// Lists of schemas, and of symbols for `dependentRequired`.
  var targets: [Int32] = []
  /// `$dynamicAnchor`s.
  var dynamicAnchors: [DynamicAnchor] = []
  /// Compiled patterns.
  var patterns: [SchemaPattern] = []
  /// Asserted formats by name.
  var formats: [(name: String, test: SchemaFormat)] = []
  /// Names behind the symbols of dependencies.
  var symbolNames: [UInt32: String] = [:]
  /// Whether a `$dynamicRef` needs the dynamic scope.
  var usesDynamicScope = false
}

/// A pattern of a schema, matched in steps over bytes where that suffices.
struct SchemaPattern: Sendable {
  /// The pattern as the schema has it.
  let source: String
  /// The steps; empty when the engine is needed.
  let items: [PatternItem]
  /// Whether the steps must reach the end of the text.
  let isWhole: Bool
  /// The pattern as RE2 runs it; nil where the steps suffice.
  private let engine: TextPattern?

  /// Compiles a pattern of ECMA-262.
  /// - Parameter isChecked: whether it is known that the engine takes it.
  init(_ source: String, isChecked: Bool = false) throws(ECMAPattern.Failure) {
    self.source = source
    let simple = SimplePattern(source)
    items = simple?.items ?? []
    isWhole = simple?.isWhole ?? false
    // What is matched in steps would be compiled for nothing.
    if isChecked, !items.isEmpty {
      engine = nil
      return
    }
    let translated = try ECMAPattern.translate(source)
    do {
      engine = try TextPattern(translated)
    } catch {
      throw ECMAPattern.Failure(reason: .malformed, part: error.part.isEmpty ? error.reason : error.part, offset: 0)
    }
  }

  /// Whether the pattern matches anywhere in the text.
  func matches(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard !items.isEmpty else { return engine?.matches(text) ?? true }
    return items.withUnsafeBufferPointer { PatternItem.match($0, isWhole: isWhole, text) }
  }
}
