package import Diagnostics
package import Rules

/// Rows of a ledger as a table: the whole ledger, or one of the three lists (三张清单).
package struct LedgerTable: Sendable {
  /// Id of the list, such as `problems`; nil for the whole ledger.
  package var list: String?
  /// What stands above it.
  package var title: LocalizedText
  /// Its columns.
  package var columns: [LedgerField]
  /// Its rows.
  package var rows: [LedgerRow]
  /// The day by which rows are overdue.
  package var today: CalendarDay
  /// Language of headings and of words such as states.
  package var language: Language

  /// The whole ledger.
  package static func whole(
    _ ledger: Ledger, rows: [LedgerRow], today: CalendarDay, language: Language
  ) -> LedgerTable {
    let name = ledger.name ?? Messages.ledger
    let title = LocalizedText(
      zh: name.zh + (ledger.round.map { "（\($0)）" } ?? ""), en: name.en + (ledger.round.map { " (\($0))" } ?? ""))
    return LedgerTable(list: nil, title: title, columns: allColumns, rows: rows, today: today, language: language)
  }

  /// The three lists, as the kit has them, under the ledger's own names where it gives some.
  package static func lists(
    _ ledger: Ledger, kit: Kit?, rows: [LedgerRow], today: CalendarDay, language: Language
  ) -> [LedgerTable] {
    let entries: [(id: String, name: LocalizedText, columns: [LedgerField])] =
      kit.map { kit in
        kit.entries.map { ($0.id, $0.name, $0.columns.compactMap { LedgerField(rawValue: $0) }) }
      } ?? standardLists
    return entries.enumerated().map { place, entry in
      LedgerTable(
        list: entry.id, title: ledger.lists.indices.contains(place) ? ledger.lists[place] : entry.name,
        columns: entry.columns.isEmpty ? allColumns : entry.columns, rows: rows, today: today, language: language)
    }
  }

  /// The columns of the ledger, in the order in which offices have them.
  static let allColumns: [LedgerField] = [
    .id, .source, .foundOn, .foundBy, .title, .code, .place, .problem, .defect, .alike, .cause, .measure, .advice,
    .lead, .partners, .leader, .owner, .type, .due, .progress, .state, .proof, .closedOn, .closedBy, .followUp,
    .satisfaction, .note,
  ]

  /// The columns of a ledger that fits between two margins, for Markdown and Word.
  static let fewColumns: [LedgerField] = [.id, .title, .problem, .measure, .lead, .owner, .due, .state, .proof]

  /// The lists where no kit has them.
  private static let standardLists: [(id: String, name: LocalizedText, columns: [LedgerField])] = [
    (
      "problems", LocalizedText(zh: "问题清单", en: "List of problems"),
      [.id, .source, .foundOn, .foundBy, .title, .place, .problem, .defect, .severity, .alike]
    ),
    (
      "measures", LocalizedText(zh: "措施清单", en: "List of measures"),
      [.id, .title, .problem, .cause, .measure, .advice, .type, .progress]
    ),
    (
      "duties", LocalizedText(zh: "责任清单", en: "List of duties"),
      [.id, .title, .problem, .lead, .partners, .leader, .owner, .due, .state, .closedOn, .closedBy]
    ),
  ]

  /// What stands in a cell that is only read; an overdue row shows the deadline that has passed, which may be an approved
  /// extension's, and says so.
  func cell(_ field: LedgerField, of row: LedgerRow) -> String? {
    guard field == .due, row.isOverdue(on: today.text), let deadline = row.deadline else {
      return row.cell(field, language)
    }
    return deadline + Messages.overdueMark[language]
  }

  /// How many rows are in each state, in one line.
  package var summary: LocalizedText {
    let tally = rows.reduce(into: [LedgerState: Int]()) { $0[$1.state, default: 0] += 1 }
    let states = LedgerState.allCases.filter { tally[$0] != nil }
    let overdue = rows.count { $0.isOverdue(on: today.text) }
    return Messages.ledgerSummary(
      rows.count, states.map { ($0.label, tally[$0] ?? 0) }, overdue: overdue, on: today.text)
  }
}
