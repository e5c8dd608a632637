public import DataTree

/// How scalars of a document are taken.
public enum Reading: Sendable {
  /// As JSON: a number is a number.
  case strict
  /// As editors write: where a schema admits text but not the scalar's own type, a plain scalar is its written text,
  /// and a key without a value counts as absent.
  case written
}

/// A compiled schema, ready to validate any number of documents on any thread.
public final class Schema: Sendable {
  /// The flat runs that validation reads.
  let tables: SchemaTables
  /// Number of the schema that a document is held against.
  let root: Int32
  /// Where each schema object stands.
  let locations: [String]
  /// Names of properties, beside their codes.
  let propertyNames: [String]
  /// Names behind the symbols of dependencies and required names.
  let symbolNames: [UInt32: String]
  /// Patterns.
  let patterns: [SchemaPattern]
  /// Asserted formats.
  let formats: [(name: String, test: SchemaFormat)]

  /// Freezes a program whose entry is `root`.
  init(_ program: SchemaProgram, root: Int32) {
    tables = SchemaTables(program)
    self.root = root
    locations = program.locations
    propertyNames = program.propertyNames
    symbolNames = program.symbolNames
    patterns = program.patterns
    formats = program.formats
  }

  deinit { tables.deallocate() }

  /// Whether a value is valid, without saying why not.
  public func isValid(_ view: TreeView, _ node: NodeID = .root, reading: Reading = .strict) -> Bool {
    var validator = Validator(schema: self, view: view, reading: reading, isCollecting: false)
    return validator.check(root, node, -1) && !validator.isExhausted
  }

  /// Validates a value and describes everything that is wrong with it.
  ///
  /// The tree must have been built with the symbols of the library that compiled the schema. Valid documents are read
  /// once, without allocation; only a second reading, of invalid ones, collects faults.
  /// - Parameter faults: receives the faults in the order of the document.
  public func validate(
    _ view: TreeView, _ node: NodeID = .root, reading: Reading, into faults: inout [SchemaFault]
  ) -> Bool {
    if isValid(view, node, reading: reading) { return true }
    var validator = Validator(schema: self, view: view, reading: reading, isCollecting: true)
    _ = validator.check(root, node, -1)
    if validator.isExhausted {
      validator.faults.append(
        SchemaFault(keyword: "", node: node, key: nil, schemaLocation: locations[Int(root)], detail: .limitReached))
    } else if validator.faults.isEmpty {
      validator.faults.append(
        SchemaFault(keyword: "", node: node, key: nil, schemaLocation: locations[Int(root)], detail: .forbidden))
    }
    faults += Schema.ordered(validator.faults)
    return false
  }

  /// The faults in the order of the document, each once: several branches may find the same.
  private static func ordered(_ faults: [SchemaFault]) -> [SchemaFault] {
    var seen: Set<SchemaFault> = []
    let kept = faults.filter { fault in
      var place = fault
      (place.schemaLocation, place.keyword) = ("", "")
      return seen.insert(place).inserted
    }
    return kept.enumerated().sorted { ($0.element.place, $0.offset) < ($1.element.place, $1.offset) }.map(\.element)
  }
}

/// The flat runs of a compiled schema.
struct SchemaTables: BitwiseCopyable, @unchecked Sendable {
  /// All schema objects.
  let codes: FrozenArray<SchemaCode>
  /// `enum` and `const`.
  let values: FrozenArray<ValueCode>
  /// The values that schemas spell out.
  let constants: FrozenArray<Constant>
  /// Children of constants.
  let children: FrozenArray<Int32>
  /// Text of constants.
  let text: FrozenArray<UInt8>
  /// Keywords for text.
  let strings: FrozenArray<StringCode>
  /// Keywords for numbers.
  let numbers: FrozenArray<NumberCode>
  /// Keywords for lists.
  let lists: FrozenArray<ListCode>
  /// Keywords for mappings.
  let objects: FrozenArray<ObjectCode>
  /// Names of `properties` and `required`.
  let properties: FrozenArray<PropertyCode>
  /// Tables from symbols to properties.
  let slots: FrozenArray<PropertySlot>
  /// `patternProperties`.
  let patternProperties: FrozenArray<PatternProperty>
  /// Patterns, beside those of the schema.
  let patterns: FrozenArray<PatternCode>
  /// Steps of the patterns that need no engine.
  let patternItems: FrozenArray<PatternItem>
  /// `dependentRequired` and `dependentSchemas`.
  let dependencies: FrozenArray<Dependency>
  /// In-place applicators.
  let steps: FrozenArray<Step>
  /// Lists of schemas and symbols.
  let targets: FrozenArray<Int32>
  /// `$dynamicAnchor`s.
  let dynamicAnchors: FrozenArray<DynamicAnchor>
  /// Whether a `$dynamicRef` needs the dynamic scope.
  let usesDynamicScope: Bool

  /// Copies a program.
  init(_ program: SchemaProgram) {
    codes = FrozenArray(program.codes)
    values = FrozenArray(program.values)
    constants = FrozenArray(program.constants)
    children = FrozenArray(program.children)
    text = FrozenArray(program.text)
    strings = FrozenArray(program.strings)
    numbers = FrozenArray(program.numbers)
    lists = FrozenArray(program.lists)
    objects = FrozenArray(program.objects)
    properties = FrozenArray(program.properties)
    slots = FrozenArray(program.slots)
    patternProperties = FrozenArray(program.patternProperties)
    var items: [PatternItem] = []
    let codes = program.patterns.map { pattern in
      items += pattern.items
      return PatternCode(
        first: Int32(items.count - pattern.items.count), count: Int32(pattern.items.count), isWhole: pattern.isWhole)
    }
    patterns = FrozenArray(codes)
    patternItems = FrozenArray(items)
    dependencies = FrozenArray(program.dependencies)
    steps = FrozenArray(program.steps)
    targets = FrozenArray(program.targets)
    dynamicAnchors = FrozenArray(program.dynamicAnchors)
    usesDynamicScope = program.usesDynamicScope
  }

  /// Gives the memory back.
  func deallocate() {
    codes.deallocate()
    values.deallocate()
    constants.deallocate()
    children.deallocate()
    text.deallocate()
    strings.deallocate()
    numbers.deallocate()
    lists.deallocate()
    objects.deallocate()
    properties.deallocate()
    slots.deallocate()
    patternProperties.deallocate()
    patterns.deallocate()
    patternItems.deallocate()
    dependencies.deallocate()
    steps.deallocate()
    targets.deallocate()
    dynamicAnchors.deallocate()
  }
}
