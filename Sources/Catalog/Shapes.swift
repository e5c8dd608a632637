package import DataTree

/// Index of a shape in `Shapes`.
package struct ShapeID: Hashable, Sendable, BitwiseCopyable {
  /// Position in the table.
  package let index: UInt32

  /// Wraps a position.
  package init(_ index: UInt32) { self.index = index }

  /// Anything: what no schema describes.
  package static let any = ShapeID(0)
  /// Plain text.
  package static let text = ShapeID(1)
  /// Text by language.
  package static let localized = ShapeID(2)
}

/// Index of a record in `Shapes`.
package struct RecordID: Hashable, Sendable, BitwiseCopyable {
  /// Position in the table.
  package let index: UInt32

  /// Wraps a position.
  package init(_ index: UInt32) { self.index = index }
}

/// What reading makes of a value, and the type that expressions see.
package enum Shape: Hashable, Sendable, BitwiseCopyable {
  /// Anything, left as it is.
  case any
  /// Text: a plain scalar is its written text.
  case text
  /// A whole number.
  case integer
  /// A number; whole ones become doubles.
  case number
  /// `true` or `false`.
  case boolean
  /// Text by language; a scalar is the text language's.
  case localized
  /// A path or address, or one for each language.
  case file
  /// A citation or the id of a basis; stays text.
  case citation
  /// Answers under which something applies; left as it is.
  case condition
  /// A time limit; with `statutory`, a bare day of a licence is a working day.
  case limit(statutory: Bool)
  /// A record with `text`, whose short form is the text.
  case clause(ShapeID)
  /// A record, whose short form is the id of a registry's department.
  case department(ShapeID)
  /// A list of bases, whose short form is one citation.
  case basisList(ShapeID)
  /// A list of contacts, whose short form is one contact.
  case contactList(ShapeID)
  /// A list of edges to steps, whose short forms are an id and a list of ids.
  case edges(ShapeID)
  /// A list of one shape.
  case list(ShapeID)
  /// A map from any key to one shape.
  case map(ShapeID)
  /// A map whose keys the schema names.
  case record(RecordID)
  /// One shape for scalars, one for lists, one for maps.
  case union(scalar: ShapeID, list: ShapeID, map: ShapeID)
}

/// Which part of a registry supplies a record's absent fields.
package enum RegistryPart: UInt8, Sendable, BitwiseCopyable, CaseIterable {
  /// `materials`
  case materials
  /// `places`
  case places
  /// `departments`
  case departments

  /// The key in schemas and in registries.
  package var token: String {
    switch self {
    case .materials: "materials"
    case .places: "places"
    case .departments: "departments"
    }
  }
}

/// What is filled in for a key that a document omits.
package enum DefaultValue: Hashable, Sendable {
  /// `{}`
  case emptyMap
  /// `[]`
  case emptyList
  /// A token or other text.
  case text([UInt8])
  /// A whole number.
  case int(Int64)
  /// A number.
  case double(Double)
  /// A boolean.
  case bool(Bool)
  /// The value of a sibling.
  case sibling(Symbol)
}

/// A map whose keys the schema names.
package struct RecordShape: Sendable {
  /// One key of a record.
  package struct Field: Sendable {
    /// The key.
    package var symbol: Symbol
    /// The key as text.
    package var name: String
    /// What its value is.
    package var shape: ShapeID
    /// What is filled in where it is absent.
    package var defaultValue: DefaultValue?
  }

  /// The record's name in the type system, from `x-type`.
  package var name: String
  /// Its keys, in the schema's order.
  package var fields: [Field]
  /// Whether keys beyond `fields` may occur (`x-…`).
  package var admitsFurtherKeys: Bool
  /// The part of a registry that supplies absent fields, and the key that names the entry.
  package var registry: (part: RegistryPart, key: Symbol)?

  /// The field with a name.
  package func field(named name: String) -> Field? { fields.first { $0.name == name } }
}

/// The schemas as a flat graph that reading walks and the type checker asks.
package struct Shapes: Sendable {
  /// All shapes, by `ShapeID`.
  package private(set) var shapes: [Shape]
  /// All records, by `RecordID`.
  package private(set) var records: [RecordShape]
  /// The shape of the root of each kind of document, by the value of `kind`.
  package private(set) var kinds: [String: ShapeID]
  /// The keys that reading itself looks for.
  let keys: ReadingKeys
  /// Number of symbols when the schemas were compiled; later symbols name no field.
  let symbolCount: Int
  /// One row of `symbolCount + 1` for each record: 0 for no field, else the index of the field plus one.
  let fieldTable: [UInt16]

  /// Holds what a compilation made and lays out the table of fields.
  init(
    shapes: [Shape], records: [RecordShape], kinds: [String: ShapeID], keys: ReadingKeys, symbolCount: Int
  ) {
    self.shapes = shapes
    self.records = records
    self.kinds = kinds
    self.keys = keys
    self.symbolCount = symbolCount
    let width = symbolCount + 1
    var table = [UInt16](repeating: 0, count: width * records.count)
    for (row, record) in records.enumerated() {
      for (index, field) in record.fields.enumerated() where Int(field.symbol.raw) < width {
        table[row * width + Int(field.symbol.raw)] = UInt16(truncatingIfNeeded: index + 1)
      }
    }
    fieldTable = table
  }

  /// The shape with an id.
  package subscript(id: ShapeID) -> Shape { shapes[Int(id.index)] }

  /// The record with an id.
  package subscript(id: RecordID) -> RecordShape { records[Int(id.index)] }

  /// The field of a record with a key; nil where the schema does not have it.
  package func field(_ symbol: Symbol, of record: RecordID) -> RecordShape.Field? {
    guard symbol != .unknown, Int(symbol.raw) <= symbolCount else { return nil }
    let index = fieldTable[Int(record.index) * (symbolCount + 1) + Int(symbol.raw)]
    return index == 0 ? nil : records[Int(record.index)].fields[Int(index) - 1]
  }

  /// The shape of a document, by the value of its `kind`.
  package func shape(ofKind kind: UnsafeBufferPointer<UInt8>) -> ShapeID? {
    kinds[String(decoding: kind, as: UTF8.self)]
  }

  /// The record with a name; nil for an unknown one.
  package func record(named name: String) -> RecordShape? { records.first { $0.name == name } }
}

/// The keys that reading writes or looks for, as symbols.
struct ReadingKeys: Sendable, BitwiseCopyable {
  /// `kind`
  let kind: Symbol
  /// `id`
  let id: Symbol
  /// `type`
  let type: Symbol
  /// `text`
  let text: Symbol
  /// `zh`
  let zh: Symbol
  /// `en`
  let en: Symbol
  /// `law`
  let law: Symbol
  /// `articles`
  let articles: Symbol
  /// `to`
  let to: Symbol
  /// `when`
  let when: Symbol
  /// `label`
  let label: Symbol
  /// `defaults`
  let defaults: Symbol
  /// `materials`
  let materials: Symbol
  /// `places`
  let places: Symbol
  /// `departments`
  let departments: Symbol
  /// `questions`
  let questions: Symbol
  /// `multiple`
  let multiple: Symbol
  /// `steps`
  let steps: Symbol
  /// `next`
  let next: Symbol
  /// `actor`
  let actor: Symbol
  /// `phase`
  let phase: Symbol
  /// `special`
  let special: Symbol
  /// `basis`
  let basis: Symbol
  /// `limit`
  let limit: Symbol
  /// `owner`
  let owner: Symbol
  /// `onSite`
  let onSite: Symbol
  /// `answers`
  let answers: Symbol
  /// `by`
  let by: Symbol
  /// `variants`
  let variants: Symbol
  /// `channels`
  let channels: Symbol
  /// `name`
  let name: Symbol
  /// `ref`
  let ref: Symbol
  /// `exempt`
  let exempt: Symbol
  /// `need`
  let need: Symbol
  /// `oneOf`
  let oneOf: Symbol
  /// `timeLimit`
  let timeLimit: Symbol
  /// `statutory`
  let statutory: Symbol
  /// `promised`
  let promised: Symbol
  /// `handling`
  let handling: Symbol
  /// `visits`
  let visits: Symbol
  /// `fees`
  let fees: Symbol
  /// `windows`
  let windows: Symbol

  /// Names the keys.
  init(_ symbols: inout SymbolTable.Builder) {
    // Languages are keys of localized text that no schema names.
    zh = symbols.intern("zh")
    en = symbols.intern("en")
    kind = symbols.intern("kind")
    id = symbols.intern("id")
    type = symbols.intern("type")
    text = symbols.intern("text")
    law = symbols.intern("law")
    articles = symbols.intern("articles")
    to = symbols.intern("to")
    when = symbols.intern("when")
    label = symbols.intern("label")
    defaults = symbols.intern("defaults")
    materials = symbols.intern("materials")
    places = symbols.intern("places")
    departments = symbols.intern("departments")
    questions = symbols.intern("questions")
    multiple = symbols.intern("multiple")
    steps = symbols.intern("steps")
    next = symbols.intern("next")
    actor = symbols.intern("actor")
    phase = symbols.intern("phase")
    special = symbols.intern("special")
    basis = symbols.intern("basis")
    limit = symbols.intern("limit")
    owner = symbols.intern("owner")
    onSite = symbols.intern("onSite")
    answers = symbols.intern("answers")
    by = symbols.intern("by")
    variants = symbols.intern("variants")
    channels = symbols.intern("channels")
    name = symbols.intern("name")
    ref = symbols.intern("ref")
    exempt = symbols.intern("exempt")
    need = symbols.intern("need")
    oneOf = symbols.intern("oneOf")
    timeLimit = symbols.intern("timeLimit")
    statutory = symbols.intern("statutory")
    promised = symbols.intern("promised")
    handling = symbols.intern("handling")
    visits = symbols.intern("visits")
    fees = symbols.intern("fees")
    windows = symbols.intern("windows")
  }

  /// The key of a registry's part.
  func symbol(of part: RegistryPart) -> Symbol {
    switch part {
    case .materials: materials
    case .places: places
    case .departments: departments
    }
  }
}
