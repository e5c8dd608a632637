package import DataTree
package import Diagnostics
import SourceText

/// Reads documents under their schema: one walk that gives every value the form that rules see.
///
/// Text becomes text, short forms become long forms, empty keys go, registries and defaults supply what is absent. A value
/// of the wrong kind is left as it is: schema validation, which sees the document as written, has reported it.
/// One reader serves one worker and keeps its memory between documents.
package final class DocumentReading {
  /// Deepest nesting that is read; what lies deeper is reported.
  package static let maximumDepth = 256

  /// The schemas.
  let shapes: Shapes
  /// What registries and the catalog supply.
  let context: CatalogContext
  /// Symbol of the text language.
  let textSymbol: Symbol
  /// The language of plain strings in localized fields.
  private let textLanguage: String
  /// The schemas as flat tables.
  let plan: ReadingPlan
  // One worker uses a reader: looking for overlapping accesses at run time would only cost time.
  /// Key nodes that reading made for the document at hand, by symbol, so that each name is copied once.
  @exclusivity(unchecked) private var keyNodes: [NodeID?]
  /// The symbols that have a key node.
  @exclusivity(unchecked) private var madeKeys: [Int] = []
  /// The document at hand.
  var tree: DataTree { document._withUnsafeGuaranteedRef { $0 } }
  // Unmanaged, because each step of the walk would count references.
  /// The tree of the document at hand, which the caller of `read` keeps alive.
  @exclusivity(unchecked) private(set) var document: Unmanaged<DataTree>
  /// What the reader has between documents.
  private let noDocument: DataTree
  /// What there is to say about it.
  @exclusivity(unchecked) var diagnostics: [Diagnostic] = []
  /// Whether it is a licence, whose bare days are working days by law.
  @exclusivity(unchecked) private var isLicence = false
  /// Entries that `complete` is about to add.
  @exclusivity(unchecked) var added: EntryRun

  /// Makes a reader for documents whose trees use `symbols`, which holds all keys of `shapes`.
  package init(shapes: Shapes, context: CatalogContext, symbols: SymbolTable, textLanguage: String = "zh") {
    self.shapes = shapes
    self.context = context
    self.textLanguage = textLanguage
    textSymbol = symbols.symbol(for: textLanguage)
    plan = ReadingPlan(shapes)
    keyNodes = Array(repeating: nil, count: symbols.count + 1)
    noDocument = DataTree(symbols: symbols)
    document = .passUnretained(noDocument)
    added = EntryRun()
  }

  deinit { added.deallocate() }

  /// Reads a document in place under the schema of its `kind`; a document of an unknown kind stays as it is.
  /// - Returns: references to unknown registry entries and nesting beyond the bound.
  package func read(_ tree: DataTree) -> [Diagnostic] {
    guard !tree.isEmpty else { return [] }
    let view = tree.view
    guard let kind = view.value(of: .root, at: shapes.keys.kind), !view[kind].isCollection,
      let shape = shapes.shape(ofKind: view.text(kind))
    else { return [] }
    return read(tree, as: shape)
  }

  /// Reads a document in place as one shape.
  package func read(_ tree: DataTree, as shape: ShapeID) -> [Diagnostic] {
    guard !tree.isEmpty else { return [] }
    document = .passUnretained(tree)
    defer { document = .passUnretained(noDocument) }
    diagnostics.removeAll(keepingCapacity: true)
    for index in madeKeys { keyNodes[index] = nil }
    madeKeys.removeAll(keepingCapacity: true)
    let view = tree.view
    isLicence = view.value(of: .root, at: shapes.keys.type).map { bytes(view.text($0), equal: "licensing") } ?? false
    if case .record(let record) = shapes[shape] {
      inherit(into: record)
    }
    read(Slot(node: .root, parent: .root, position: 0, isEntry: false), as: shape, depth: 0)
    return diagnostics
  }

  /// A value and where its parent holds it.
  struct Slot {
    /// The value.
    var node: NodeID
    /// What holds it.
    var parent: NodeID
    /// Position among the parent's entries or elements.
    var position: Int
    /// Whether the parent is a map.
    var isEntry: Bool
  }

  /// The document at hand, for reading.
  var view: TreeView { document._withUnsafeGuaranteedRef { $0.view } }

  // MARK: The walk

  /// Reads one value by the kind of its shape.
  @inline(__always)
  func read(_ slot: Slot, as id: ShapeID, depth: Int) {
    // Beyond the bound, what is left as it is is reported, too.
    if depth <= DocumentReading.maximumDepth, plan.leaves(view.kind(slot.node), as: id) { return }
    change(slot, as: id, depth: depth)
  }

  /// Reads one value that reading may change.
  private func change(_ slot: Slot, as id: ShapeID, depth: Int) {
    guard depth <= DocumentReading.maximumDepth else { return reportDepth(slot.node) }
    let kind = view.kind(slot.node)
    if kind == .null { return }
    switch plan.shape(id) {
    case .any, .condition, .boolean: return
    case .text, .citation: readText(slot.node, kind)
    case .integer: readInteger(slot.node, kind)
    case .number: readNumber(slot.node, kind)
    case .localized: readLocalized(slot, kind)
    case .file: readFile(slot.node, kind)
    case .limit(let statutory): readLimit(slot.node, kind, statutory: statutory)
    case .clause(let record): readClause(slot, kind, record, depth: depth)
    case .department(let record): readDepartment(slot, kind, record, depth: depth)
    case .basisList(let element): readBasisList(slot, kind, element, depth: depth)
    case .contactList(let element): readContactList(slot, kind, element, depth: depth)
    case .edges(let element): readEdges(slot, kind, element, depth: depth)
    case .list(let element): readElements(slot.node, as: element, depth: depth)
    case .map(let value): readMap(slot.node, values: value, depth: depth)
    case .record(let record): readRecord(slot.node, record, depth: depth)
    case .union(let scalar, let list, let map):
      read(slot, as: kind == .list ? list : kind == .map ? map : scalar, depth: depth)
    }
  }

  /// Reads the elements of a list; other values have none.
  func readElements(_ list: NodeID, as element: ShapeID, depth: Int) {
    guard plan.changes(element) else { return }
    let count = view.elements(list).count
    for position in 0..<count {
      let node = view.elements(list)[position]
      read(Slot(node: node, parent: list, position: position, isEntry: false), as: element, depth: depth + 1)
    }
  }

  /// Reads the values of a map whose keys are free.
  private func readMap(_ map: NodeID, values: ShapeID, depth: Int) {
    guard view.kind(map) == .map else { return }
    removeEmptyKeys(map)
    let count = view.entries(map).count
    for position in 0..<count {
      let node = view.entries(map)[position].value
      read(Slot(node: node, parent: map, position: position, isEntry: true), as: values, depth: depth + 1)
    }
  }

  /// Completes a record and reads the values that the document wrote.
  func readRecord(_ map: NodeID, _ record: RecordID, depth: Int) {
    guard view.kind(map) == .map else { return }
    complete(map, record)
    let count = view.entries(map).count
    for position in 0..<count {
      let entry = view.entries(map)[position]
      guard let shape = plan.field(entry.symbol, of: record) else { continue }
      // Supplied values have been read where they come from.
      guard !view[entry.value].flags.contains(.supplied) else { continue }
      read(Slot(node: entry.value, parent: map, position: position, isEntry: true), as: shape, depth: depth + 1)
    }
  }

  // MARK: Scalars

  /// Makes a plain scalar its written text.
  private func readText(_ node: NodeID, _ kind: NodeKind) {
    if kind == .bool || kind == .int || kind == .double { tree.update(node) { $0.kind = .string } }
  }

  /// Makes a whole double such as 2.0 an int.
  private func readInteger(_ node: NodeID, _ kind: NodeKind) {
    guard kind == .double, let whole = Int64(exactly: view[node].double) else { return }
    tree.update(node) {
      $0.kind = .int
      $0.bits = UInt64(bitPattern: whole)
    }
  }

  /// Makes an int a double.
  private func readNumber(_ node: NodeID, _ kind: NodeKind) {
    guard kind == .int else { return }
    tree.update(node) {
      $0.kind = .double
      $0.bits = Double($0.int).bitPattern
    }
  }

  /// Reads a path, or one for each language.
  private func readFile(_ node: NodeID, _ kind: NodeKind) {
    if kind == .map { readLanguages(node) } else { readText(node, kind) }
  }

  /// Makes a readable limit an opaque value; other text stays text, which validation has reported.
  private func readLimit(_ node: NodeID, _ kind: NodeKind, statutory: Bool) {
    guard kind != .list, kind != .map, kind != .opaque else { return }
    let view = view
    guard var limit = TimeLimit(view.text(node)) else { return readText(node, kind) }
    if statutory && isLicence { limit = limit.readingBareDaysAsWorkingDays }
    tree.update(node) {
      $0.kind = .opaque
      $0.bits = limit.bits
    }
  }

  // MARK: Localized text

  /// Gives a plain string its language.
  private func readLocalized(_ slot: Slot, _ kind: NodeKind) {
    switch kind {
    case .map:
      readLanguages(slot.node)
      tree.update(slot.node) { $0.flags.insert(.localized) }
    case .list, .opaque, .null: return
    case .string, .bool, .int, .double:
      readText(slot.node, kind)
      let map = wrap(slot, under: textSymbol, name: textLanguage)
      tree.update(map) { $0.flags.insert(.localized) }
    }
  }

  /// Reads the texts of a map by language.
  private func readLanguages(_ map: NodeID) {
    removeEmptyKeys(map)
    let view = view
    for entry in view.entries(map) { readText(entry.value, view.kind(entry.value)) }
  }

  // MARK: Changing the tree

  /// Puts a map around a written value, under one key; the value keeps its range and its path.
  @discardableResult
  func wrap(_ slot: Slot, under symbol: Symbol, name: String? = nil) -> NodeID {
    let map = wrapper(.map, around: slot)
    setEntry(of: map, Entry(symbol: symbol, key: key(symbol, name: name), value: slot.node))
    return map
  }

  /// Puts a list around a written value.
  @discardableResult
  func wrapInList(_ slot: Slot) -> NodeID {
    let list = wrapper(.list, around: slot)
    tree.setElements(of: list, CollectionOfOne(slot.node))
    return list
  }

  /// Makes the collection around a written value and puts it in the value's place.
  private func wrapper(_ kind: NodeKind, around slot: Slot) -> NodeID {
    let written = view[slot.node]
    let inherited = written.flags.intersection([.behindAlias, .supplied])
    let node = tree.appendCollection(kind, flags: inherited.union(.wrapper), range: written.range)
    keepAlias(of: slot.node, on: node)
    if slot.node == .root { return node }
    if slot.isEntry {
      tree.replaceValue(in: slot.parent, at: slot.position, with: node)
    } else {
      tree.replaceElement(in: slot.parent, at: slot.position, with: node)
    }
    return node
  }

  /// Notes that what reading puts in the place of an alias's value stands where the alias is written, too.
  func keepAlias(of written: NodeID, on node: NodeID) {
    guard view[written].flags.contains(.aliasRoot), let range = tree.aliasRange(of: written) else { return }
    tree.noteAlias(node, range: range)
  }

  /// Makes one entry the only one of a map.
  func setEntry(of map: NodeID, _ entry: Entry) {
    withUnsafePointer(to: entry) { tree.setEntries(of: map, UnsafeBufferPointer(start: $0, count: 1)) }
  }

  /// Replaces the entries of a map by those written, without empty ones, and `added`.
  func setEntries(of map: NodeID, adding added: UnsafeBufferPointer<Entry>) {
    document._withUnsafeGuaranteedRef { $0.rebuildEntries(of: map, adding: added) }
  }

  /// Removes the entries of a map that have no value.
  func removeEmptyKeys(_ map: NodeID) {
    let view = view
    for entry in view.entries(map) where view.kind(entry.value) == .null {
      return setEntries(of: map, adding: UnsafeBufferPointer(start: nil, count: 0))
    }
  }

  /// The node of a key that reading writes.
  func key(_ symbol: Symbol, name: String? = nil) -> NodeID {
    let index = Int(symbol.raw)
    if symbol != .unknown, index < keyNodes.count, let known = keyNodes[index] { return known }
    var text = name ?? tree.symbols.name(of: symbol) ?? ""
    let node = text.withUTF8 { tree.appendScalar(.string, flags: [.key, .supplied], text: $0) }
    if symbol != .unknown, index < keyNodes.count {
      keyNodes[index] = node
      madeKeys.append(index)
    }
    return node
  }

  /// Notes that nesting goes beyond the bound.
  private func reportDepth(_ node: NodeID) {
    // One report is enough: a document nested so deeply has no other place worth naming.
    guard !diagnostics.contains(where: { $0.id == "catalog-nesting-too-deep" }) else { return }
    diagnostics.append(
      CatalogMessages.diagnostic(
        "catalog-nesting-too-deep", .nestingTooDeep(DocumentReading.maximumDepth), range: view[node].range))
  }
}
