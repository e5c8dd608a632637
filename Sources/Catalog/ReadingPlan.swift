import DataTree

/// The shapes as flat tables behind pointers, so that the walk counts no references.
final class ReadingPlan {
  /// What reading adds to one record.
  struct Completion: BitwiseCopyable {
    /// Index of its first default.
    var firstDefault: Int32
    /// Number of defaults.
    var defaultCount: Int32
    /// The part of a registry that supplies fields.
    var part: RegistryPart?
    /// The key that names the registry's entry.
    var registryKey: Symbol
  }

  /// A key that is filled in, and with what.
  struct Default: BitwiseCopyable {
    /// The key.
    var symbol: Symbol
    /// What is filled in.
    var filling: Filling
  }

  /// A default without references; texts lie in the plan's own bytes.
  enum Filling: BitwiseCopyable {
    /// `{}`
    case emptyMap
    /// `[]`
    case emptyList
    /// Text.
    case text(Int32, Int32)
    /// A number or boolean with its words.
    case number(NodeKind, Int32, Int32, UInt64)
    /// The value of a sibling.
    case sibling(Symbol)
  }

  /// Shapes by id.
  private let shapes: UnsafeMutableBufferPointer<Shape>
  /// A bit for each kind of value that reading leaves as it is, by shape.
  private let unchanged: UnsafeMutableBufferPointer<UInt8>
  /// One row for each record: index of the field plus one, by symbol.
  private let fields: UnsafeMutableBufferPointer<UInt16>
  /// Shapes of all records' fields, one record after the other.
  private let fieldShapes: UnsafeMutableBufferPointer<ShapeID>
  /// Where each record's fields begin.
  private let firstField: UnsafeMutableBufferPointer<Int32>
  /// What is added to each record.
  private let completions: UnsafeMutableBufferPointer<Completion>
  /// Defaults of all records.
  private let defaults: UnsafeMutableBufferPointer<Default>
  /// Words of defaults.
  private let texts: UnsafeMutableBufferPointer<UInt8>
  /// Records that inherit the catalog's defaults.
  private let inheriting: [RecordID]
  /// Length of a row of `fields`.
  private let width: Int

  /// Lays the shapes out.
  init(_ source: Shapes) {
    var fieldShapes: [ShapeID] = []
    var firstField: [Int32] = []
    var completions: [Completion] = []
    var defaults: [Default] = []
    var texts: [UInt8] = []
    for record in source.records {
      firstField.append(Int32(fieldShapes.count))
      fieldShapes.append(contentsOf: record.fields.map(\.shape))
      let first = Int32(defaults.count)
      for field in record.fields {
        guard let value = field.defaultValue else { continue }
        defaults.append(Default(symbol: field.symbol, filling: ReadingPlan.filling(value, &texts)))
      }
      completions.append(
        Completion(
          firstDefault: first, defaultCount: Int32(defaults.count) - first, part: record.registry?.part,
          registryKey: record.registry?.key ?? .unknown))
    }
    width = source.symbolCount + 1
    shapes = ReadingPlan.copy(source.shapes)
    unchanged = ReadingPlan.copy(source.shapes.map(ReadingPlan.unchangedKinds))
    fields = ReadingPlan.copy(source.fieldTable)
    self.fieldShapes = ReadingPlan.copy(fieldShapes)
    self.firstField = ReadingPlan.copy(firstField)
    self.completions = ReadingPlan.copy(completions)
    self.defaults = ReadingPlan.copy(defaults)
    self.texts = ReadingPlan.copy(texts)
    inheriting = ["ServiceItem", "Bundle"].compactMap { kind in
      guard let shape = source.kinds[kind], case .record(let record) = source[shape] else { return nil }
      return record
    }
  }

  deinit {
    shapes.deallocate()
    unchanged.deallocate()
    fields.deallocate()
    fieldShapes.deallocate()
    firstField.deallocate()
    completions.deallocate()
    defaults.deallocate()
    texts.deallocate()
  }

  /// The shape with an id.
  func shape(_ id: ShapeID) -> Shape { shapes[Int(id.index)] }

  /// Whether reading leaves a value of a kind as it is, so that most scalars need no call.
  func leaves(_ kind: NodeKind, as id: ShapeID) -> Bool { unchanged[Int(id.index)] &>> kind.rawValue & 1 == 1 }

  /// The kinds that `DocumentReading.read` leaves as they are under a shape, as bits.
  private static func unchangedKinds(_ shape: Shape) -> UInt8 {
    func all(but kinds: [NodeKind]) -> UInt8 { kinds.reduce(.max) { $0 & ~(1 << $1.rawValue) } }
    return switch shape {
    case .any, .condition, .boolean: .max
    case .text, .citation: all(but: [.bool, .int, .double])
    case .file: all(but: [.bool, .int, .double, .map])
    case .integer: all(but: [.double])
    case .number: all(but: [.int])
    case .limit: all(but: [.bool, .int, .double, .string])
    case .localized, .clause, .department, .basisList, .contactList, .edges, .list, .map, .record, .union:
      1 << NodeKind.null.rawValue
    }
  }

  /// The shape of a record's field; nil for a key that the schema does not have.
  func field(_ symbol: Symbol, of record: RecordID) -> ShapeID? {
    guard Int(symbol.raw) < width else { return nil }
    let index = fields[Int(record.index) * width + Int(symbol.raw)]
    return index == 0 ? nil : fieldShapes[Int(firstField[Int(record.index)]) + Int(index) - 1]
  }

  /// What is added to a record.
  func completion(_ record: RecordID) -> Completion { completions[Int(record.index)] }

  /// The default at a position between `firstDefault` and the last.
  func defaultKey(_ position: Int) -> Default { defaults[position] }

  /// The words of a default.
  func defaultText(_ start: Int32, _ count: Int32) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: texts[Int(start)..<Int(start + count)])
  }

  /// Whether documents of this record inherit the catalog's defaults.
  func inherits(_ record: RecordID) -> Bool { inheriting.contains(record) }

  /// Whether reading changes values of a shape at all.
  func changes(_ id: ShapeID) -> Bool {
    switch shape(id) {
    case .any, .boolean, .condition: false
    default: true
    }
  }

  /// A default with its words moved to `texts`.
  private static func filling(_ value: DefaultValue, _ texts: inout [UInt8]) -> Filling {
    func place(_ text: some Sequence<UInt8>) -> (Int32, Int32) {
      let start = texts.count
      texts.append(contentsOf: text)
      return (Int32(start), Int32(texts.count - start))
    }
    func number(_ kind: NodeKind, _ text: String, _ bits: UInt64) -> Filling {
      let (start, count) = place(text.utf8)
      return .number(kind, start, count, bits)
    }
    switch value {
    case .emptyMap: return .emptyMap
    case .emptyList: return .emptyList
    case .sibling(let symbol): return .sibling(symbol)
    case .int(let value): return number(.int, String(value), UInt64(bitPattern: value))
    case .double(let value): return number(.double, value.description, value.bitPattern)
    case .bool(let value): return number(.bool, value ? "true" : "false", value ? 1 : 0)
    case .text(let bytes):
      let (start, count) = place(bytes)
      return .text(start, count)
    }
  }

  /// A copy that the plan owns.
  private static func copy<Element: BitwiseCopyable>(_ source: [Element]) -> UnsafeMutableBufferPointer<Element> {
    let copy = UnsafeMutableBufferPointer<Element>.allocate(capacity: source.count)
    _ = copy.initialize(from: source)
    return copy
  }
}
