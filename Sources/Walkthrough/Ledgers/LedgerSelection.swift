import Diagnostics
package import Rules

/// Which rows of a ledger are shown.
package struct LedgerSelection: Sendable {
  /// States; empty for all.
  package var states: Set<LedgerState> = []
  /// 问题来源; empty for all.
  package var sources: Set<LedgerRow.Source> = []
  /// Lead or partner units, or parts of their names; empty for all.
  package var departments: [String] = []
  /// Ids of items and bundles; empty for all.
  package var documents: Set<String> = []
  /// Whether only rows count whose deadline has passed.
  package var isOverdue = false

  /// Shows all rows.
  package init() {}

  /// The rows that are shown, in the ledger's order.
  package func rows(of ledger: Ledger, on today: CalendarDay) -> [LedgerRow] {
    ledger.rows.filter { row in
      (states.isEmpty || states.contains(row.state))
        && (sources.isEmpty || row.source.map(sources.contains) ?? false)
        && (documents.isEmpty || row.document.map(documents.contains) ?? false)
        && (departments.isEmpty || departments.contains { isInCharge($0, of: row) })
        && (!isOverdue || row.isOverdue(on: today.text))
    }
  }

  private func isInCharge(_ department: String, of row: LedgerRow) -> Bool {
    ([row.lead].compactMap(\.self) + row.partners).contains { $0.utf8.contains(Array(department.utf8)) }
  }
}
