import DataTree
import Diagnostics
import SourceText

/// What a document gets from defaults, registries and the catalog.
extension DocumentReading {
  /// Removes a record's empty keys and fills in what registries and the schema's defaults supply.
  /// - Parameter reference: a scalar that names a registry's entry where no key of the record does.
  func complete(_ map: NodeID, _ record: RecordID, reference: (node: NodeID, part: RegistryPart)? = nil) {
    let completion = plan.completion(record)
    added.removeAll()
    if let reference {
      supply(map, record, from: reference.part, reference.node)
    } else if let part = completion.part, let node = statedValue(map, completion.registryKey),
      !view[node].isCollection
    {
      supply(map, record, from: part, node)
    }
    for position in Int(completion.firstDefault)..<Int(completion.firstDefault + completion.defaultCount) {
      let item = plan.defaultKey(position)
      guard statedValue(map, item.symbol) == nil, !added.holds(item.symbol) else { continue }
      guard let value = appendDefault(item.filling, for: map) else { continue }
      added.append(Entry(symbol: item.symbol, key: key(item.symbol), value: value))
    }
    if added.entries.isEmpty { removeEmptyKeys(map) } else { setEntries(of: map, adding: added.entries) }
  }

  /// The value that a document gives a key; nil where it is absent or empty.
  private func statedValue(_ map: NodeID, _ symbol: Symbol) -> NodeID? {
    let view = view
    guard let value = view.value(of: map, at: symbol), view.kind(value) != .null else { return nil }
    return value
  }

  /// Makes the node of a default, placed where its map is; nil where a sibling is absent.
  private func appendDefault(_ filling: ReadingPlan.Filling, for map: NodeID) -> NodeID? {
    let view = view
    let range = view[map].range
    return document._withUnsafeGuaranteedRef { tree in
      switch filling {
      case .emptyMap: return tree.appendCollection(.map, flags: .supplied, range: range)
      case .emptyList: return tree.appendCollection(.list, flags: .supplied, range: range)
      case .text(let start, let count):
        return tree.appendScalar(.string, flags: .supplied, range: range, text: plan.defaultText(start, count))
      case .number(let kind, let start, let count, let bits):
        return tree.appendScalar(
          kind, flags: .supplied, range: range, text: plan.defaultText(start, count), bits: bits)
      case .sibling(let symbol):
        guard let sibling = statedValue(map, symbol), !view[sibling].isCollection else { return nil }
        return tree.appendScalar(.string, flags: .supplied, range: range, text: view.text(sibling))
      }
    }
  }

  // MARK: Registries

  /// Adds the fields of a registry's entry that a record has and the document omits.
  private func supply(_ map: NodeID, _ record: RecordID, from part: RegistryPart, _ reference: NodeID) {
    let view = view
    guard let entry = context.entry(view.text(reference), in: part) else {
      // Looking for near ids takes time for each id; after the first faults of a document it would help nobody.
      let known = diagnostics.count < 16 ? context.ids(in: part) : []
      let message = LocalizedText.referenceUnknown(view.string(reference), part, known: known)
      diagnostics.append(
        CatalogMessages.diagnostic("catalog-reference-unknown", message, range: view[reference].range))
      return
    }
    let document = context.documents[entry.document]
    let range = view[reference].range
    for field in document.view.entries(entry.node) {
      guard field.symbol != shapes.keys.id, plan.field(field.symbol, of: record) != nil,
        statedValue(map, field.symbol) == nil
      else { continue }
      added.append(copy(field, of: document, range: range))
    }
  }

  /// Copies an entry of another document, its key and value supplied at `range`.
  private func copy(_ entry: Entry, of document: FrozenDocument, range: SourceRange) -> Entry {
    let value = SubtreeCopy(into: tree).appendSupplied(entry.value, of: document.view, range: range)
    tree.noteOrigin(value, file: document.file, range: document.view[entry.value].range)
    let key = entry.symbol == .unknown ? nil : key(entry.symbol)
    return Entry(
      symbol: entry.symbol,
      key: key ?? tree.appendScalar(.string, flags: [.key, .supplied], text: document.view.text(entry.key)),
      value: value)
  }

  // MARK: The catalog's defaults

  /// Adds what the catalog's defaults say and the document omits, down to the records that it writes.
  func inherit(into record: RecordID) {
    guard let defaults = context.defaults, plan.inherits(record) else { return }
    let document = context.documents[defaults.document]
    inherit(defaults.node, of: document, into: .root, record, depth: 0)
  }

  /// Adds the keys of one map of the defaults to a map of the document.
  private func inherit(
    _ source: NodeID, of document: FrozenDocument, into map: NodeID, _ record: RecordID, depth: Int
  ) {
    guard depth <= DocumentReading.maximumDepth, view.kind(map) == .map else { return }
    var inherited: [Entry] = []
    let range = view[map].range
    for entry in document.view.entries(source) {
      guard let shape = plan.field(entry.symbol, of: record) else { continue }
      if let stated = statedValue(map, entry.symbol) {
        guard case .record(let inner) = plan.shape(shape) else { continue }
        inherit(entry.value, of: document, into: stated, inner, depth: depth + 1)
      } else {
        inherited.append(copy(entry, of: document, range: range))
      }
    }
    inherited.withUnsafeBufferPointer { if !$0.isEmpty { setEntries(of: map, adding: $0) } }
  }
}
