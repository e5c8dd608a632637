import Diagnostics

/// What is said of cells that people fill in, and of rows that they close.
extension Messages {
  /// A cell that takes a day.
  static func noDate(_ field: LocalizedText, _ text: String) -> LocalizedText {
    LocalizedText(
      zh: "“\(field.zh)”应为日期，如 2026-12-01 或者 2026年12月1日，现为“\(text)”。",
      en: "“\(field.en)” takes a date such as 2026-12-01, not “\(text)”.")
  }

  /// A cell that takes one of a few words.
  static func noChoice(
    _ field: LocalizedText, _ text: String, _ known: [LocalizedText], nearest: String?
  ) -> LocalizedText {
    LocalizedText(
      zh: "“\(field.zh)”应为\(known.map(\.zh).joined(separator: "、"))之一，现为“\(text)”。"
        + (nearest.map { "是不是“\($0)”？" } ?? ""),
      en: "“\(field.en)” takes one of \(known.map(\.en).joined(separator: ", ")), not “\(text)”."
        + (nearest.map { " Did you mean “\($0)”?" } ?? ""))
  }

  /// A score beyond 5.
  static func noScore(_ text: String) -> LocalizedText {
    LocalizedText(zh: "“满意度”应为 1 至 5 分或者文字，现为“\(text)”。", en: "“Satisfaction” is 1 to 5, or words, not “\(text)”.")
  }

  /// A fault of a cell, with its row.
  static func inRow(_ row: String, _ fault: LocalizedText) -> LocalizedText {
    LocalizedText(zh: "第“\(row)”行：\(fault.zh)", en: "Row “\(row)”: \(fault.en)")
  }

  /// A column that the tool writes.
  static func notForPeople(_ row: String, _ field: LocalizedText) -> LocalizedText {
    LocalizedText(
      zh: "第“\(row)”行：“\(field.zh)”由 guidelint 填写（销号用 ledger close），不能这样改。",
      en: "Row “\(row)”: “\(field.en)” is written by guidelint (to close a row, ledger close) and cannot be set.")
  }

  /// A cell's new content, for the history.
  static func cellBecomes(_ field: LocalizedText, _ words: String) -> LocalizedText {
    LocalizedText(zh: "\(field.zh)：\(words)", en: "\(field.en): \(words)")
  }

  /// A state that does not follow another.
  static func stateCannotFollow(_ row: String, _ from: LedgerState, _ to: LedgerState) -> LocalizedText {
    let next = from.successors.map(\.label)
    return LocalizedText(
      zh: "第“\(row)”行现为“\(from.label.zh)”，不能变为“\(to.label.zh)”；其后可以是：\(next.map(\.zh).joined(separator: "、"))。",
      en: "Row “\(row)” is “\(from.label.en)” and cannot become “\(to.label.en)”; what may follow is "
        + "\(next.map(\.en).joined(separator: ", ")).")
  }

  /// A state that needs a cell which is empty.
  static func stateNeeds(_ row: String, _ state: LedgerState, _ field: LedgerField) -> LocalizedText {
    LocalizedText(
      zh: "第“\(row)”行要变为“\(state.label.zh)”，还缺“\(field.label.zh)”（\(field.rawValue)=…）。",
      en: "Row “\(row)” needs “\(field.label.en)” (\(field.rawValue)=…) to become “\(state.label.en)”.")
  }

  /// A settled row that is taken up anew without a word.
  static func reopeningNeedsNote(_ row: String) -> LocalizedText {
    LocalizedText(
      zh: "第“\(row)”行已经了结；重新打开要写明原因（--note …）。",
      en: "Row “\(row)” is settled; to take it up anew, say why (--note …).")
  }

  /// A row that is to be closed by filling in a cell.
  static func closingIsAnAct(_ row: String) -> LocalizedText {
    LocalizedText(
      zh: "第“\(row)”行：销号要有验收人和日期，请用 guidelint ledger close \(row) --by 姓名。",
      en: "Row “\(row)”: closing needs a name and a day; use guidelint ledger close \(row) --by NAME.")
  }

  /// Nobody answers for it.
  static func closingNeedsName(_ row: String) -> LocalizedText {
    LocalizedText(zh: "第“\(row)”行：销号要写明验收人。", en: "Row “\(row)”: closing needs the name of who accepts it.")
  }

  /// A row that is not up for review.
  static func notForClosing(_ row: String, _ state: LedgerState) -> LocalizedText {
    LocalizedText(
      zh: "第“\(row)”行现为“\(state.label.zh)”，只有“待复核”的才能销号；改好后运行 guidelint ledger update，或者用 ledger set 写上佐证"
        + "并把状态改为“待复核”。",
      en: "Row “\(row)” is “\(state.label.en)”; only what waits for review is closed. Mend it and run guidelint ledger "
        + "update, or give its proof and state=review with ledger set.")
  }

  /// A row without proof.
  static func closingNeedsProof(_ row: String) -> LocalizedText {
    LocalizedText(
      zh: "第“\(row)”行没有佐证，不能销号；请先写明佐证：guidelint ledger set \(row) proof=…",
      en: "Row “\(row)” has no proof and cannot be closed; give it first: guidelint ledger set \(row) proof=…")
  }

  /// A word that is no column.
  static func unknownColumn(_ words: String, nearest: String?) -> LocalizedText {
    LocalizedText(
      zh: "台账没有“\(words)”这一列。" + (nearest.map { "是不是“\($0)”？" } ?? ""),
      en: "The ledger has no column “\(words)”." + (nearest.map { " Did you mean “\($0)”?" } ?? ""))
  }
}
