package import DataTree

/// One schema file as the compiler gets it.
package struct SchemaSource {
  /// The file's name, as `$ref` gives it.
  package var name: String
  /// The schema.
  package var tree: DataTree

  /// Names a schema.
  package init(name: String, tree: DataTree) {
    self.name = name
    self.tree = tree
  }
}

/// A subschema: a node of one of the schema files.
struct SchemaPlace: Hashable {
  /// Index of the file.
  var file: Int
  /// The node.
  var node: NodeID
}

/// The JSON types that a schema allows.
struct TypeSet: OptionSet {
  /// The bits.
  let rawValue: UInt8

  /// `string`
  static let string = TypeSet(rawValue: 1)
  /// `integer`
  static let integer = TypeSet(rawValue: 2)
  /// `number`
  static let number = TypeSet(rawValue: 4)
  /// `boolean`
  static let boolean = TypeSet(rawValue: 8)
  /// `array`
  static let array = TypeSet(rawValue: 16)
  /// `object`
  static let object = TypeSet(rawValue: 32)

  /// Makes a set from bits.
  init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Reads the value of `type`; other names allow nothing that reading changes.
  init(token: String) {
    switch token {
    case "string": self = .string
    case "integer": self = .integer
    case "number": self = .number
    case "boolean": self = .boolean
    case "array": self = .array
    case "object": self = .object
    default: self = []
    }
  }

  /// The types of scalars among them.
  var scalars: TypeSet { intersection([.string, .integer, .number, .boolean]) }
}

/// What one subschema says once its `$ref` and `allOf` are followed.
struct SchemaFacts {
  /// The types of `type`, `const` and `enum`.
  var types: TypeSet = []
  /// `x-reading`
  var reading: String?
  /// `x-type`
  var typeName: String?
  /// `properties` of all parts, in order.
  var properties: [(name: String, place: SchemaPlace)] = []
  /// The schema of keys beyond `properties`.
  var further: SchemaPlace?
  /// `items`
  var items: SchemaPlace?
  /// The alternatives of `anyOf` or `oneOf`.
  var branches: [SchemaPlace] = []
  /// `x-registry`
  var registry: String?
  /// `x-registry-key`
  var registryKey: String?
  /// `default`
  var defaultPlace: SchemaPlace?
  /// `x-default-from`
  var defaultSibling: String?

  /// Whether the schema describes a map with named keys.
  var isRecord: Bool { !properties.isEmpty }
}

/// The schema files with their `$ref`s.
struct SchemaFiles {
  /// The files' trees.
  private let views: [TreeView]
  /// Files by name.
  private let indices: [String: Int]
  /// What subschemas say, as far as they have been asked.
  private var known: [SchemaPlace: SchemaFacts] = [:]
  /// References that lead nowhere, as written.
  private(set) var unresolved: [String] = []

  /// Names the files; their trees must outlive this.
  init(_ sources: [SchemaSource]) {
    views = sources.map(\.tree.view)
    indices = Dictionary(sources.enumerated().map { ($0.element.name, $0.offset) }) { first, _ in first }
  }

  /// The tree of a place's file.
  func view(_ place: SchemaPlace) -> TreeView { views[place.file] }

  /// Keywords beside `$ref` that do not change what it means for reading.
  private static let annotations: Set = [
    "$ref", "title", "description", "default", "x-default-from", "examples", "deprecated", "$comment",
  ]

  /// Follows `$ref`s that stand alone, so that one definition is compiled once however often it is named.
  mutating func canonical(_ place: SchemaPlace) -> SchemaPlace {
    var current = place
    // More hops than any sound schema has: a circle of references ends here.
    for _ in 0..<32 {
      let view = view(current)
      guard let reference = view.value(of: current.node, at: "$ref") else { return current }
      let isPlain = view.entries(current.node).allSatisfy { SchemaFiles.annotations.contains(view.string($0.key)) }
      guard isPlain, let target = resolve(view.string(reference), from: current.file) else { return current }
      current = target
    }
    return current
  }

  /// What a subschema says, its `$ref` and `allOf` first so that its own keywords win.
  mutating func facts(of place: SchemaPlace) -> SchemaFacts {
    if let facts = known[place] { return facts }
    var facts = SchemaFacts()
    gather(place, into: &facts, depth: 0)
    known[place] = facts
    return facts
  }

  /// Adds what a subschema says to what is known, references first.
  private mutating func gather(_ place: SchemaPlace, into facts: inout SchemaFacts, depth: Int) {
    guard depth < 32 else { return }
    let view = view(place)
    if let reference = view.value(of: place.node, at: "$ref"),
      let target = resolve(view.string(reference), from: place.file)
    {
      // Most definitions are named many times, and what they say is known after the first.
      if depth == 0, let known = known[target] {
        facts = known
      } else {
        gather(target, into: &facts, depth: depth + 1)
        if depth == 0 { known[target] = facts }
      }
    }
    if let all = view.value(of: place.node, at: "allOf") {
      for part in view.elements(all) {
        gather(SchemaPlace(file: place.file, node: part), into: &facts, depth: depth + 1)
      }
    }
    for entry in view.entries(place.node) {
      let value = SchemaPlace(file: place.file, node: entry.value)
      note(keyword: view.string(entry.key), value, view, in: &facts)
    }
  }

  /// Adds what one keyword says.
  private func note(keyword: String, _ value: SchemaPlace, _ view: TreeView, in facts: inout SchemaFacts) {
    switch keyword {
    case "type": facts.types = types(value.node, view)
    case "const": facts.types = [.string]
    case "enum": if facts.types.isEmpty { facts.types = [.string] }
    case "x-reading": facts.reading = view.string(value.node)
    case "x-type": facts.typeName = view.string(value.node)
    case "x-registry": facts.registry = view.string(value.node)
    case "x-registry-key": facts.registryKey = view.string(value.node)
    case "x-default-from": facts.defaultSibling = view.string(value.node)
    case "default": facts.defaultPlace = value
    case "items": facts.items = value
    case "anyOf", "oneOf":
      facts.branches = view.elements(value.node).map { SchemaPlace(file: value.file, node: $0) }
    case "properties": noteProperties(value, view, in: &facts)
    case "patternProperties": facts.further = view.entries(value.node).first.map { place($0, value.file) }
    case "additionalProperties": if view.kind(value.node) == .map { facts.further = value }
    default: break
    }
  }

  /// Adds properties; a later one with the same key takes the place of an earlier one.
  private func noteProperties(_ value: SchemaPlace, _ view: TreeView, in facts: inout SchemaFacts) {
    for entry in view.entries(value.node) {
      let property = (name: view.string(entry.key), place: place(entry, value.file))
      if let index = facts.properties.firstIndex(where: { $0.name == property.name }) {
        // `true` and `{}` only let a key of a shared part through `additionalProperties`; they say nothing of it.
        if view.kind(entry.value) == .map, view[entry.value].count > 0 { facts.properties[index] = property }
      } else {
        facts.properties.append(property)
      }
    }
  }

  /// The place of an entry's value.
  private func place(_ entry: Entry, _ file: Int) -> SchemaPlace { SchemaPlace(file: file, node: entry.value) }

  /// Reads `type`, one name or a list.
  private func types(_ node: NodeID, _ view: TreeView) -> TypeSet {
    if view.kind(node) == .string { return TypeSet(token: view.string(node)) }
    return view.elements(node).reduce(into: []) { $0.formUnion(TypeSet(token: view.string($1))) }
  }

  /// The place that a reference names by file and JSON Pointer; nil, and noted, where there is none.
  private mutating func resolve(_ reference: String, from file: Int) -> SchemaPlace? {
    let parts = reference.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts.first ?? "").split(separator: "/").last.map(String.init) ?? ""
    guard let target = name.isEmpty ? file : indices[name] else {
      unresolved.append(reference)
      return nil
    }
    var node = NodeID.root
    for step in parts.count > 1 ? parts[1].split(separator: "/") : [] {
      let key = unescaped(step)
      if let child = views[target].value(of: node, at: key) {
        node = child
      } else if let index = Int(key), index >= 0, index < views[target].elements(node).count {
        node = views[target].elements(node)[index]
      } else {
        unresolved.append(reference)
        return nil
      }
    }
    return SchemaPlace(file: target, node: node)
  }

  /// A step of a JSON Pointer (RFC 6901, section 4) as the key it means.
  private func unescaped(_ step: Substring) -> String {
    var key = ""
    var escaped = false
    for character in step {
      if escaped {
        key.append(character == "1" ? "/" : "~")
        escaped = false
      } else if character == "~" {
        escaped = true
      } else {
        key.append(character)
      }
    }
    return key
  }
}
