import DataTree
package import Diagnostics
import Rules
package import SourceText
import YAMLReader

/// A ledger's file, of which single cells are changed and all other bytes stay as somebody wrote them.
package struct LedgerText {
  /// The file.
  package let source: SourceFile
  /// What it says.
  package let ledger: Ledger
  /// What it means, by which edits are judged.
  let value: LedgerValue
  /// Its tree, as written: nothing is supplied by a schema.
  let tree: DataTree
  /// Where the ledger's document ends in the file.
  let end: Int
  /// How many documents the file holds before it.
  private let position: Int

  /// What keeps a file from being read as a ledger.
  package struct Fault: Error, Sendable {
    /// Each with its place in the file.
    package var diagnostics: [Diagnostic]
  }

  /// Reads the ledger of a file; of several the one with an id, else the first.
  package init(_ source: SourceFile, id: String? = nil) throws(Fault) {
    self.source = source
    let tree = DataTree(symbols: .empty)
    var documents = YAMLDocuments(source)
    while let document = documents.next(into: tree) {
      let fields = TreeFields(tree.view)
      guard fields.string("kind") == "Ledger" else { continue }
      let own = fields.string("id") ?? ""
      if let id, own != id { continue }
      guard document.isUsable else { break }
      self.tree = tree
      value = LedgerValue(tree.view, .root)
      ledger = Ledger(fields, id: own)
      end = Int(document.range.end)
      position = document.index
      return
    }
    let errors = documents.diagnostics.filter { $0.severity == .error }
    guard errors.isEmpty else { throw Fault(diagnostics: errors) }
    throw Fault(
      diagnostics: [
        Diagnostic(
          id: "ledger-missing", message: Messages.noLedger(in: source.path, id: id), range: SourceRange(0, 0))
      ])
  }

  /// The file with some changes, and what could not be changed, each of which names its row.
  ///
  /// The new text is read again: what does not read as intended is not done. Changes of one row are done together or not
  /// at all; those of other rows are.
  package func applying(_ changes: [LedgerChange]) -> (text: LedgerText, refused: [Diagnostic]) {
    var order: [String] = []
    var byRow: [String: [LedgerChange]] = [:]
    for change in changes {
      if byRow[change.row] == nil { order.append(change.row) }
      byRow[change.row, default: []].append(change)
    }
    var refused: [Diagnostic] = []
    let text = applying(order.map { byRow[$0] ?? [] }[...], &refused)
    return (text, refused)
  }

  /// Does all at once where that reads as intended; else looks for the rows at fault by halves.
  private func applying(_ rows: ArraySlice<[LedgerChange]>, _ refused: inout [Diagnostic]) -> LedgerText {
    guard !rows.isEmpty else { return self }
    if let text = attempt(Array(rows.joined()), isCautious: false) ?? attempt(Array(rows.joined()), isCautious: true) {
      return text
    }
    guard rows.count > 1 else {
      if let row = rows.first?.first?.row { refused.append(refusal(of: row)) }
      return self
    }
    let middle = rows.startIndex + rows.count / 2
    return applying(rows[..<middle], &refused).applying(rows[middle...], &refused)
  }

  /// The file with all changes; nil where it does not read as intended.
  /// - Parameter isCautious: whether new fields go below the row's id, where less can stand in the way.
  private func attempt(_ changes: [LedgerChange], isCautious: Bool) -> LedgerText? {
    guard let intended = value.applying(changes),
      let edits = LedgerEditing(self, isCautious: isCautious).edits(for: changes)
    else { return nil }
    guard let bytes = LedgerText.apply(edits, to: source.bytes),
      let text = try? LedgerText(SourceFile(path: source.path, bytes: bytes), id: ledger.id.isEmpty ? nil : ledger.id),
      text.value == intended, text.position == position
    else { return nil }
    return text
  }

  /// The bytes with some edits; nil where two touch the same bytes. Insertions at one place stand in their order.
  static func apply(_ edits: [Edit], to bytes: [UInt8]) -> [UInt8]? {
    let ordered = edits.enumerated().sorted {
      $0.element.range.start == $1.element.range.start
        ? $0.offset < $1.offset : $0.element.range.start < $1.element.range.start
    }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + edits.reduce(0) { $0 + $1.replacement.utf8.count })
    var place = 0
    for (_, edit) in ordered {
      let range = edit.range.offsets
      guard range.lowerBound >= place, range.upperBound <= bytes.count else { return nil }
      result += bytes[place..<range.lowerBound]
      result += edit.replacement.utf8
      place = range.upperBound
    }
    return result + bytes[place...]
  }

  private func refusal(of row: String) -> Diagnostic {
    let node = rowNode(row)
    return Diagnostic(
      id: "ledger-edit-refused", message: Messages.editRefused(row),
      range: node.map { tree.view[$0].range } ?? SourceRange(0, 0))
  }

  /// The node of the row with an id; nil where there is none or several.
  func rowNode(_ id: String) -> NodeID? {
    let view = tree.view
    guard let rows = view.value(of: .root, at: "rows") else { return nil }
    let found = view.elements(rows).filter { TreeFields(view, $0).string("id") == id }
    return found.count == 1 ? found[0] : nil
  }
}

extension LedgerValue {
  /// What a ledger means after some changes; nil where a row is not there, or there twice.
  fileprivate func applying(_ changes: [LedgerChange]) -> LedgerValue? {
    guard case .map(var root) = self else { return nil }
    var rows: [LedgerValue] = []
    switch root["rows"] {
    case .list(let list): rows = list
    case nil, .empty: break
    default: return nil
    }
    var places: [String: Int] = [:]
    var repeated: Set<String> = []
    for (place, row) in rows.enumerated() {
      guard let id = row["id"]?.words else { continue }
      if places.updateValue(place, forKey: id) != nil { repeated.insert(id) }
    }
    for change in changes {
      if case .add(let fields) = change.action {
        guard places[change.row] == nil else { return nil }
        places[change.row] = rows.count
        rows.append(.map(Dictionary(fields.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })))
        continue
      }
      guard let place = places[change.row], !repeated.contains(change.row), rows[place].apply(change.action) else {
        return nil
      }
    }
    root["rows"] = .list(rows)
    return .map(root)
  }

  /// Changes a row; false where the change does not fit what is there.
  private mutating func apply(_ action: LedgerChange.Action) -> Bool {
    guard case .map(var fields) = self else { return false }
    switch action {
    case .set(let path, let value):
      guard let name = path.first else { return false }
      if path.count == 1 {
        fields[name] = value
      } else {
        var inner = fields[name] ?? .map([:])
        if inner == .empty { inner = .map([:]) }
        guard inner.apply(.set(Array(path.dropFirst()), value)) else { return false }
        fields[name] = inner
      }
    case .append(let name, let value):
      switch fields[name] {
      case nil, .empty: fields[name] = .list([value])
      case .list(let values): fields[name] = .list(values + [value])
      case .text, .plain, .map: return false
      }
    case .add: return false
    }
    self = .map(fields)
    return true
  }
}
