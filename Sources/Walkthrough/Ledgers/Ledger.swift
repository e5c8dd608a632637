package import Diagnostics

/// 整改台账: problems found by walks, by the linter and by complaints, followed until they are closed.
package struct Ledger: Hashable, Sendable {
  /// Its id.
  package var id: String
  /// 名称
  package var name: LocalizedText?
  /// 轮次
  package var round: String?
  /// Names of the three lists (三张清单), where it has its own.
  package var lists: [LocalizedText] = []
  /// The rows, in the order written.
  package var rows: [LedgerRow] = []

  /// A ledger without rows.
  package init(id: String) { self.id = id }

  /// The row with an id.
  package func row(_ id: String) -> LedgerRow? { rows.first { $0.id == id } }

  /// The rows whose deadline has passed on a day with the work undone.
  package func overdue(on today: String) -> [LedgerRow] { rows.filter { $0.isOverdue(on: today) } }

  /// How many rows are in each state.
  package var tally: [LedgerState: Int] { rows.reduce(into: [:]) { $0[$1.state, default: 0] += 1 } }
}
