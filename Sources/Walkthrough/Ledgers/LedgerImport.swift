package import Diagnostics
package import Rules

/// Merges a filled-in spreadsheet into a ledger, cell by cell: what only one side has changed is taken, what both have
/// changed is a conflict that a person settles.
package struct LedgerImport: Sendable {
  /// Whose cell counts where both sides have changed one.
  package enum Side: String, Sendable, CaseIterable {
    /// The spreadsheet's.
    case theirs
    /// The ledger's.
    case ours
  }

  /// A cell that both sides have changed.
  package struct Conflict: Hashable, Sendable {
    /// The row.
    package var row: String
    /// Its line in the spreadsheet.
    package var line: Int
    /// The column.
    package var field: LedgerField
    /// What the ledger has.
    package var ours: String
    /// What the spreadsheet has.
    package var theirs: String
  }

  /// What a merge comes to.
  package struct Outcome: Sendable {
    /// The changes of the ledger.
    package var changes: [LedgerChange] = []
    /// Rows that change.
    package var changed: [String] = []
    /// Cells that both sides have changed.
    package var conflicts: [Conflict] = []
    /// What is wrong in the spreadsheet, each with its line and column; nothing is merged then.
    package var faults: [LocalizedText] = []
    /// How many personal data were masked.
    package var masked = 0
    /// Rows of which the spreadsheet says nothing new.
    package var unchanged = 0

    /// Nothing was found out yet.
    package init() {}
  }

  private let ledger: Ledger
  private let act: LedgerAct
  private let side: Side?
  private let language: Language

  /// Prepares a merge.
  /// - Parameter side: whose cells count in conflicts; nil leaves them as they are.
  package init(
    into ledger: Ledger, by: String?, on day: CalendarDay, note: String?, taking side: Side?, language: Language
  ) {
    self.ledger = ledger
    act = LedgerAct(by: by, on: day, note: note, language: language)
    self.side = side
    self.language = language
  }

  /// A column of the spreadsheet.
  private struct Column {
    var field: LedgerField
    var place: Int
  }

  /// Merges a file.
  package func merge(_ bytes: [UInt8], named file: String) -> Outcome {
    var outcome = Outcome()
    guard String(validating: bytes, as: UTF8.self) != nil else {
      outcome.faults.append(Messages.importNotUTF8(file, isWorkbook: bytes.starts(with: [0x50, 0x4B])))
      return outcome
    }
    let csv = CSVText(bytes)
    guard !csv.isOpen, let head = csv.rows.first else {
      outcome.faults.append(Messages.importUnreadable(file))
      return outcome
    }
    var columns: [Column] = []
    var check: Int?
    for (place, cell) in head.cells.enumerated() {
      let words = LedgerField.trimmed(LedgerImport.unguarded(cell))
      if words == LedgerCheck.label.zh || words == LedgerCheck.label.en {
        check = place
      } else if let field = LedgerField(words: words) {
        columns.append(Column(field: field, place: place))
      } else if !words.isEmpty {
        let nearest = nearestName(to: words, among: LedgerField.allCases.map { $0.label[language] })
        outcome.faults.append(
          Messages.importPlace(
            file, line: head.line, column: place + 1, Messages.unknownColumn(words, nearest: nearest)))
      }
    }
    guard let idColumn = columns.first(where: { $0.field == .id })?.place else {
      outcome.faults.append(Messages.importNoIDs(file, LedgerField.id.label))
      return outcome
    }
    var seen: [String: Int] = [:]
    for row in csv.rows.dropFirst() {
      merge(row, idColumn, columns, check, file, &seen, &outcome)
    }
    if !outcome.faults.isEmpty { outcome.changes = [] }
    return outcome
  }

  private func merge(
    _ line: CSVText.Row, _ idColumn: Int, _ columns: [Column], _ check: Int?, _ file: String,
    _ seen: inout [String: Int], _ outcome: inout Outcome
  ) {
    func cell(_ place: Int) -> String {
      line.cells.indices.contains(place) ? LedgerField.trimmed(LedgerImport.unguarded(line.cells[place])) : ""
    }
    func fault(_ place: Int, _ text: LocalizedText) {
      outcome.faults.append(Messages.importPlace(file, line: line.line, column: place + 1, text))
    }
    let id = cell(idColumn)
    guard let row = ledger.row(id) else {
      return fault(idColumn, Messages.importUnknownRow(id, nearest: nearestName(to: id, among: ledger.rows.map(\.id))))
    }
    if let earlier = seen.updateValue(line.line, forKey: id) {
      return fault(idColumn, Messages.importRepeatedRow(id, earlier))
    }
    let digests = check.map { LedgerCheck.read(cell($0)) } ?? [:]
    var cells: [LedgerAct.Cell] = []
    var places: [LedgerField: Int] = [:]
    for column in columns where column.field.isEditable {
      let masked = LedgerImport.masked(cell(column.place), column.field)
      let words = masked.text
      do throws(LedgerField.Fault) {
        let own = row.value(column.field)
        // What stands in the ledger as it came is not changed by masking what came back the same.
        let theirs = try column.field.value(of: own.words == cell(column.place) ? cell(column.place) : words)
        places[column.field] = column.place
        switch decide(column.field, own, theirs, digest: digests[column.field]) {
        case .ours: break
        case .theirs:
          cells.append(LedgerAct.Cell(column.field, words))
          outcome.masked += masked.count
        case nil:
          outcome.conflicts.append(
            Conflict(
              row: id, line: line.line, field: column.field, ours: row.cell(column.field, language) ?? "", theirs: words
            ))
          if side == .theirs { cells.append(LedgerAct.Cell(column.field, words)) }
        }
      } catch {
        fault(column.place, error.text)
      }
    }
    do throws(LedgerAct.Refusal) {
      try fill(row, cells, closing(row, cells, columns, cell), &outcome)
    } catch {
      fault(places[.state] ?? idColumn, error.text)
    }
  }

  /// Whose cell counts; nil where both sides have changed it.
  private func decide(_ field: LedgerField, _ ours: LedgerValue, _ theirs: LedgerValue, digest: String?) -> Side? {
    if ours == theirs { return .ours }
    // Proof is only added: what the ledger has besides is no contradiction.
    if field == .proof { return .theirs }
    guard let digest else {
      if theirs == .empty { return .ours }
      return ours == .empty ? .theirs : nil
    }
    if LedgerCheck.digest(theirs) == digest { return .ours }
    return LedgerCheck.digest(ours) == digest ? .theirs : nil
  }

  /// Who closes the row by the spreadsheet, where its state says that somebody does.
  private func closing(
    _ row: LedgerRow, _ cells: [LedgerAct.Cell], _ columns: [Column], _ cell: (Int) -> String
  ) -> (by: String, day: CalendarDay?)? {
    guard cells.contains(where: { $0.field == .state && LedgerState(words: $0.words) == .closed }) else { return nil }
    func words(_ field: LedgerField) -> String { columns.first { $0.field == field }.map { cell($0.place) } ?? "" }
    return (words(.closedBy), LedgerField.day(words(.closedOn)))
  }

  private func fill(
    _ row: LedgerRow, _ cells: [LedgerAct.Cell], _ closing: (by: String, day: CalendarDay?)?, _ outcome: inout Outcome
  ) throws(LedgerAct.Refusal) {
    var changes = try act.fill(cells.filter { closing == nil || $0.field != .state }, in: row)
    if let closing {
      guard let day = closing.day, !closing.by.isEmpty else {
        throw LedgerAct.Refusal(text: Messages.importClosingNeedsName(row.id))
      }
      changes += try LedgerAct(by: closing.by, on: day, note: nil, language: language).close(row)
    }
    outcome.changes += changes
    if changes.isEmpty { outcome.unchanged += 1 } else { outcome.changed.append(row.id) }
  }

  /// A cell without what tells who an applicant is; the people who answer for a row are named on purpose.
  private static func masked(_ words: String, _ field: LedgerField) -> (text: String, count: Int) {
    switch field {
    case .problem, .cause, .measure, .progress, .followUp, .note: PersonalData().mask(words, allowsLandlines: true)
    default: (words, 0)
    }
  }

  /// A cell without the apostrophe that keeps spreadsheets from computing it.
  private static func unguarded(_ cell: String) -> String {
    guard cell.utf8.first == UInt8(ascii: "'") else { return cell }
    let rest = String(cell.dropFirst())
    let first = rest.unicodeScalars.first { $0 != " " }
    let signs: Set<Unicode.Scalar> = ["=", "+", "-", "@", "\t", "\n", "\r", "＝", "＋", "－", "＠"]
    return first.map(signs.contains) ?? false ? rest : cell
  }
}
