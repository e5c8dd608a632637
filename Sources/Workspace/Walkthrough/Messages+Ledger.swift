package import Diagnostics
package import Walkthrough

/// What the runs of the ledger say.
extension Messages {
  /// A run that is not complete, which no ledger rests on.
  static let ledgerNotTouched = LocalizedText(
    zh: "检查未能完整进行（用 guidelint lint 查看原因），台账没有改动。",
    en: "The lint is not complete (guidelint lint says why), so the ledger was left as it is.")

  /// No ledger to read.
  static func noLedgerYet(_ path: String) -> LocalizedText {
    LocalizedText(
      zh: "没有整改台账“\(path)”；用 guidelint ledger update 建立。",
      en: "There is no ledger “\(path)”; guidelint ledger update begins one.")
  }

  /// A ledger under a name that no lint would read.
  static func ledgerNeedsYAML(_ path: String) -> LocalizedText {
    LocalizedText(
      zh: "台账“\(path)”应以 .yaml 结尾，否则检查时读不到。",
      en: "The ledger “\(path)” needs a name that ends in .yaml, else no lint would read it.")
  }

  /// Several ledgers and none named.
  static func severalLedgers(_ paths: [String]) -> LocalizedText {
    LocalizedText(
      zh: "目录里有 \(paths.count) 本整改台账：\(paths.joined(separator: "、"))。请指明一本。",
      en: "The catalog has \(paths.count) ledgers: \(paths.joined(separator: ", ")). Name one.")
  }

  /// No document of a department.
  static func noDepartment(_ names: [String]) -> LocalizedText {
    LocalizedText(
      zh: "没有“\(names.joined(separator: "、"))”的事项或者“一件事”。",
      en: "No item or bundle belongs to “\(names.joined(separator: ", "))”.")
  }

  /// A row that the ledger does not have.
  static func unknownRow(_ id: String, in path: String, nearest: String?) -> LocalizedText {
    LocalizedText(
      zh: "台账“\(path)”没有“\(id)”这一行。" + (nearest.map { "是不是“\($0)”？" } ?? ""),
      en: "The ledger “\(path)” has no row “\(id)”." + (nearest.map { " Did you mean “\($0)”?" } ?? ""))
  }

  /// What an update comes to.
  package static func ledgerUpdated(_ path: String, _ outcome: LedgerUpdate.Outcome) -> LocalizedText {
    LocalizedText(
      zh: "\(path)：新增 \(outcome.added.count) 行，转待复核 \(outcome.toReview.count) 行，重新打开 "
        + "\(outcome.reopened.count) 行，其他更新 \(outcome.refreshed.count) 行，未变 \(outcome.unchanged) 行（其中已销号 "
        + "\(outcome.closed) 行）。",
      en: "\(path): \(outcome.added.count) added, \(outcome.toReview.count) to review, \(outcome.reopened.count) "
        + "reopened, \(outcome.refreshed.count) otherwise updated, \(outcome.unchanged) unchanged (\(outcome.closed) of "
        + "them closed).")
  }

  /// Rows whose document is not there.
  package static func ledgerRowGone(_ row: String, _ document: String) -> LocalizedText {
    LocalizedText(
      zh: "提示：第“\(row)”行的“\(document)”在目录中找不到（或者读不了），这一行没有改动，由人决定。",
      en:
        "note: “\(document)” of row “\(row)” is not in the catalog (or cannot be read); the row stays for a person to "
        + "decide.")
  }

  /// Rows of which the run cannot tell.
  package static func ledgerRowsUnjudged(_ rows: [String]) -> LocalizedText {
    LocalizedText(
      zh: "提示：有 \(rows.count) 行的规则这次没有对其事项运行，无法判断是否改好：\(rows.joined(separator: "、"))。",
      en: "note: the rules of \(rows.count) \(rows.count == 1 ? "row" : "rows") did not run over their documents, so "
        + "nothing is known: \(rows.joined(separator: ", ")).")
  }

  /// Rows whose finding somebody accepted.
  package static func ledgerRowsAccepted(_ rows: [String]) -> LocalizedText {
    LocalizedText(
      zh: "提示：有 \(rows.count) 行的问题已被注释或豁免接受，没有改动：\(rows.joined(separator: "、"))。",
      en: "note: the findings of \(rows.count) \(rows.count == 1 ? "row are" : "rows are") accepted by a comment or a "
        + "waiver; left as they are: \(rows.joined(separator: ", ")).")
  }

  /// Rows that were changed by a person.
  package static func ledgerRowsChanged(_ path: String, _ rows: [String], unchanged: Int) -> LocalizedText {
    LocalizedText(
      zh: "\(path)：已更新 \(rows.count) 行" + (rows.isEmpty ? "" : "（\(rows.joined(separator: "、"))）")
        + (unchanged > 0 ? "，\(unchanged) 行本来如此" : "") + "。",
      en: "\(path): \(rows.count) \(rows.count == 1 ? "row" : "rows") updated"
        + (rows.isEmpty ? "" : " (\(rows.joined(separator: ", ")))")
        + (unchanged > 0 ? ", \(unchanged) as they should be already" : "") + ".")
  }

  /// Event of a row that a spreadsheet has filled in.
  static func importedFrom(_ file: String) -> LocalizedText {
    LocalizedText(zh: "由“\(file)”导入", en: "imported from “\(file)”")
  }

  /// Personal data that the ledger does not keep.
  static func ledgerMasked(_ count: Int) -> LocalizedText {
    LocalizedText(
      zh: "提示：表格中有 \(count) 处办事人信息（姓名、证件号、电话），写入台账时已遮盖。",
      en: "note: \(count) personal \(count == 1 ? "datum" : "data") of applicants in the table (names, numbers) "
        + "\(count == 1 ? "was" : "were") masked in the ledger.")
  }

  /// Conflicts that nobody has settled.
  package static func ledgerConflicts(_ count: Int) -> LocalizedText {
    LocalizedText(
      zh: "有 \(count) 处冲突没有写入；用 --take theirs（以表格为准）或者 --take ours（以台账为准）再导入一次，或者用 ledger set 逐格改。",
      en:
        "\(count) \(count == 1 ? "conflict was" : "conflicts were") not written; import again with --take theirs (the table "
        + "counts) or --take ours (the ledger counts), or settle each with ledger set.")
  }

  /// Slips that were written.
  package static func ledgerSlipsWritten(_ files: [String]) -> LocalizedText {
    LocalizedText(
      zh: "已写 \(files.count) 份工作提示单：\(files.joined(separator: "、"))。",
      en: "\(files.count) \(files.count == 1 ? "slip" : "slips") written: \(files.joined(separator: ", ")).")
  }

  /// A list that the kit does not have.
  package static func unknownList(_ name: String, _ known: [String], nearest: String?) -> LocalizedText {
    LocalizedText(
      zh: "没有“\(name)”这张清单，可用：\(known.joined(separator: "、"))、all。" + (nearest.map { "是不是“\($0)”？" } ?? ""),
      en: "There is no list “\(name)”; there are \(known.joined(separator: ", ")), all."
        + (nearest.map { " Did you mean “\($0)”?" } ?? ""))
  }
}
