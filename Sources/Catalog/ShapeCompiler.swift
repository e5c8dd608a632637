package import DataTree
package import Diagnostics

extension Shapes {
  /// Compiles the schema files into shapes, naming their keys in `symbols`.
  /// - Returns: the shapes, and a diagnostic for each `$ref` that leads nowhere and each annotation that is unknown.
  package static func compile(
    _ sources: [SchemaSource], symbols: inout SymbolTable.Builder
  ) -> (shapes: Shapes, diagnostics: [Diagnostic]) {
    var compiler = ShapeCompiler(sources, symbols: symbols)
    for (file, source) in sources.enumerated() where !source.tree.isEmpty {
      compiler.compileRoot(SchemaPlace(file: file, node: .root))
    }
    symbols = compiler.symbols
    return (compiler.finish(), compiler.diagnostics)
  }
}

/// The state of one compilation.
struct ShapeCompiler {
  /// Gets the keys.
  var symbols: SymbolTable.Builder
  /// What is wrong with the schemas.
  private(set) var diagnostics: [Diagnostic] = []
  /// The schemas.
  private var files: SchemaFiles
  /// Shapes so far; the first three have fixed ids.
  private var shapes: [Shape] = [.any, .text, .localized]
  /// Records so far.
  private var records: [RecordShape] = []
  /// Root shapes by kind.
  private var kinds: [String: ShapeID] = [:]
  /// Shapes of subschemas that are compiled or being compiled.
  private var known: [SchemaPlace: ShapeID] = [:]
  /// The keys that reading itself looks for.
  private let keys: ReadingKeys

  /// Starts without shapes.
  init(_ sources: [SchemaSource], symbols: SymbolTable.Builder) {
    self.symbols = symbols
    files = SchemaFiles(sources)
    keys = ReadingKeys(&self.symbols)
  }

  /// Compiles a file that describes a kind of document; one with definitions only has no root shape.
  mutating func compileRoot(_ place: SchemaPlace) {
    let facts = files.facts(of: place)
    guard facts.isRecord else { return }
    let shape = compile(place, name: facts.typeName ?? "Document")
    var kind = facts.typeName
    if let property = facts.properties.first(where: { $0.name == "kind" }) {
      let view = files.view(property.place)
      kind = view.value(of: property.place.node, at: "const").map { view.string($0) } ?? kind
    }
    if let kind { kinds[kind] = shape }
  }

  /// The finished graph.
  mutating func finish() -> Shapes {
    for reference in files.unresolved {
      diagnostics.append(CatalogMessages.diagnostic("schema-reference-unknown", .schemaReferenceUnknown(reference)))
    }
    let count = symbols.freeze().count
    return Shapes(shapes: shapes, records: records, kinds: kinds, keys: keys, symbolCount: count)
  }

  /// The shape of a subschema; `name` is for records that have no `x-type`.
  private mutating func compile(_ written: SchemaPlace, name: String) -> ShapeID {
    let place = files.canonical(written)
    if let shape = known[place] { return shape }
    let facts = files.facts(of: place)
    // Known before its parts are compiled, so that a record may hold itself (materials under `oneOf`).
    let id = append(.any)
    known[place] = id
    shapes[Int(id.index)] = shape(of: facts, name: name)
    return id
  }

  /// Adds a shape.
  private mutating func append(_ shape: Shape) -> ShapeID {
    shapes.append(shape)
    return ShapeID(UInt32(shapes.count - 1))
  }

  /// Chooses the shape that a subschema's keywords describe.
  private mutating func shape(of facts: SchemaFacts, name: String) -> Shape {
    if let reading = facts.reading { return shape(reading: reading, facts, name: name) }
    if facts.isRecord && facts.types.scalars.isEmpty && !facts.types.contains(.array) {
      return .record(record(facts, name: name))
    }
    if !facts.branches.isEmpty || facts.types.rawValue.nonzeroBitCount > 1 { return union(facts, name: name) }
    if facts.items != nil || facts.types == .array { return .list(items(of: facts, name: name)) }
    if facts.types == .object || facts.further != nil {
      return facts.further.map { .map(compile($0, name: name + ".*")) } ?? .any
    }
    return scalar(facts.types)
  }

  /// The shape of a scalar by its types.
  private func scalar(_ types: TypeSet) -> Shape {
    switch types.scalars {
    case .string: .text
    case .integer: .integer
    case .number, [.integer, .number]: .number
    case .boolean: .boolean
    default: .any
    }
  }

  /// The shape that `x-reading` names.
  private mutating func shape(reading: String, _ facts: SchemaFacts, name: String) -> Shape {
    switch reading {
    case "localized": return .localized
    case "limit": return .limit(statutory: false)
    case "statutory-limit": return .limit(statutory: true)
    case "citation": return .citation
    case "file": return .file
    case "condition": return .condition
    case "clause": return .clause(recordShape(facts, name: name, standard: clauseFields()))
    case "department": return .department(recordShape(facts, name: name, standard: []))
    case "basis-list": return .basisList(elementShape(facts, name: name))
    case "contact-list": return .contactList(elementShape(facts, name: name))
    case "edges": return .edges(elementShape(facts, name: name))
    default:
      diagnostics.append(CatalogMessages.diagnostic("schema-reading-unknown", .schemaReadingUnknown(reading)))
      return .any
    }
  }

  /// The record among a schema's alternatives, or one made of `standard` where the schema does not spell it out.
  private mutating func recordShape(_ facts: SchemaFacts, name: String, standard: [RecordShape.Field]) -> ShapeID {
    if facts.isRecord { return append(.record(record(facts, name: name))) }
    for branch in facts.branches where files.facts(of: branch).isRecord { return compile(branch, name: name) }
    if standard.isEmpty { return .any }
    let shape = RecordShape(name: name, fields: standard, admitsFurtherKeys: true)
    records.append(shape)
    return append(.record(RecordID(UInt32(records.count - 1))))
  }

  /// The fields of a clause whose schema does not spell them out.
  private func clauseFields() -> [RecordShape.Field] {
    [RecordShape.Field(symbol: keys.text, name: "text", shape: .localized)]
  }

  /// The record that the elements of a list with short forms become.
  private mutating func elementShape(_ facts: SchemaFacts, name: String) -> ShapeID {
    let lists = facts.branches.filter { files.facts(of: $0).items != nil }
    let element = facts.items ?? lists.first.flatMap { files.facts(of: $0).items }
    guard let element else { return recordShape(facts, name: name, standard: []) }
    let place = files.canonical(element)
    let inner = files.facts(of: place)
    if inner.isRecord && inner.types.scalars.isEmpty && inner.reading == nil { return compile(place, name: name) }
    return recordShape(inner, name: name, standard: [])
  }

  /// The shape of a list's elements.
  private mutating func items(of facts: SchemaFacts, name: String) -> ShapeID {
    facts.items.map { compile($0, name: name + "[]") } ?? .any
  }

  /// The shape of a value that may be of several types.
  private mutating func union(_ facts: SchemaFacts, name: String) -> Shape {
    var scalars: [ShapeID] = facts.types.scalars.isEmpty ? [] : [append(scalar(facts.types))]
    var list: ShapeID? = facts.items.map { compile($0, name: name + "[]") }.map { append(.list($0)) }
    var map: ShapeID?
    if facts.isRecord { map = append(.record(record(facts, name: name))) }
    for branch in facts.branches {
      // A branch that only constrains (`required`, `not`) says nothing about how a value is read.
      let inner = files.facts(of: branch)
      guard
        inner.reading != nil || !inner.types.isEmpty || inner.isRecord || inner.items != nil
          || !inner.branches.isEmpty
      else { continue }
      let id = compile(branch, name: name)
      switch shapes[Int(id.index)] {
      case .any: continue
      case .record, .map: map = map ?? id
      case .list, .edges, .basisList, .contactList: list = list ?? id
      case .union(let scalar, let innerList, let innerMap):
        if scalar != .any { scalars.append(scalar) }
        list = list ?? (innerList == .any ? nil : innerList)
        map = map ?? (innerMap == .any ? nil : innerMap)
      case .localized, .clause, .department, .file:
        scalars.append(id)
        map = map ?? id
      default: scalars.append(id)
      }
    }
    let kinds = Set(scalars.map { shapes[Int($0.index)] })
    let scalar = kinds.count == 1 ? scalars.first ?? .any : .any
    if list == nil, map == nil { return kinds.count == 1 ? shapes[Int(scalar.index)] : .any }
    if scalars.isEmpty, list == nil, let map { return shapes[Int(map.index)] }
    return .union(scalar: scalar, list: list ?? .any, map: map ?? .any)
  }

  /// Compiles the fields of a record.
  private mutating func record(_ facts: SchemaFacts, name: String) -> RecordID {
    let name = facts.typeName ?? name
    let id = RecordID(UInt32(records.count))
    records.append(RecordShape(name: name, fields: [], admitsFurtherKeys: facts.further != nil))
    var fields: [RecordShape.Field] = []
    for property in facts.properties {
      let shape = compile(property.place, name: "\(name).\(property.name)")
      fields.append(
        RecordShape.Field(
          symbol: symbols.intern(property.name), name: property.name, shape: shape,
          defaultValue: defaultValue(at: property.place)))
    }
    records[Int(id.index)].fields = fields
    if let part = RegistryPart.allCases.first(where: { $0.token == facts.registry }), let key = facts.registryKey {
      records[Int(id.index)].registry = (part, symbols.intern(key))
    }
    return id
  }

  /// What a property's schema says is filled in.
  private mutating func defaultValue(at place: SchemaPlace) -> DefaultValue? {
    let facts = files.facts(of: place)
    if let sibling = facts.defaultSibling { return .sibling(symbols.intern(sibling)) }
    guard let place = facts.defaultPlace else { return nil }
    let view = files.view(place)
    let node = view[place.node]
    switch node.kind {
    case .map where node.count == 0: return .emptyMap
    case .list where node.count == 0: return .emptyList
    case .string: return .text(Array(view.text(place.node)))
    case .int: return .int(node.int)
    case .double: return .double(node.double)
    case .bool: return .bool(node.bool)
    default: return nil
    }
  }
}
