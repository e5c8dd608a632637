package import Diagnostics

/// What merging a spreadsheet says.
extension Messages {
  /// A file in the system's old encoding, or none of text at all.
  static func importNotUTF8(_ file: String, isWorkbook: Bool) -> LocalizedText {
    isWorkbook
      ? LocalizedText(
        zh: "“\(file)”是工作簿（XLSX），请在表格软件中另存为“CSV UTF-8（逗号分隔）”后再导入。",
        en: "“\(file)” is a workbook (XLSX): save it as “CSV UTF-8 (comma delimited)” and import that.")
      : LocalizedText(
        zh: "“\(file)”不是 UTF-8 编码（可能是 GBK）。请在 Excel 中另存为“CSV UTF-8（逗号分隔）”，在 WPS 中另存为 CSV 并选 UTF-8 编码，再导入。",
        en:
          "“\(file)” is not UTF-8 (GBK, perhaps). Save it in Excel as “CSV UTF-8 (comma delimited)”, in WPS as CSV with "
          + "encoding UTF-8, and import that.")
  }

  /// A file without rows, or with a quote that never ends.
  static func importUnreadable(_ file: String) -> LocalizedText {
    LocalizedText(
      zh: "“\(file)”读不成表格：没有内容，或者有一个引号没有结束。", en: "“\(file)” is no table: it is empty, or a quote in it never ends.")
  }

  /// A table whose rows nobody can tell.
  static func importNoIDs(_ file: String, _ label: LocalizedText) -> LocalizedText {
    LocalizedText(
      zh: "“\(file)”的第一行没有“\(label.zh)”这一列，无法对上台账的行；请从 guidelint ledger export -f csv 导出的表填起。",
      en:
        "The first line of “\(file)” has no column “\(label.en)”, so its rows cannot be told; begin with what guidelint "
        + "ledger export -f csv writes.")
  }

  /// A fault with its place in the spreadsheet.
  static func importPlace(_ file: String, line: Int, column: Int, _ text: LocalizedText) -> LocalizedText {
    LocalizedText(
      zh: "\(file) 第 \(line) 行第 \(column) 列：\(text.zh)", en: "\(file), line \(line), column \(column): \(text.en)")
  }

  /// A row that the ledger does not have.
  static func importUnknownRow(_ id: String, nearest: String?) -> LocalizedText {
    LocalizedText(
      zh: "台账没有编号为“\(id)”的行。" + (nearest.map { "是不是“\($0)”？" } ?? ""),
      en: "The ledger has no row “\(id)”." + (nearest.map { " Did you mean “\($0)”?" } ?? ""))
  }

  /// Two rows of the spreadsheet for one of the ledger.
  static func importRepeatedRow(_ id: String, _ line: Int) -> LocalizedText {
    LocalizedText(zh: "“\(id)”在第 \(line) 行已经有了。", en: "“\(id)” stands on line \(line) already.")
  }

  /// A row that the spreadsheet closes in nobody's name.
  static func importClosingNeedsName(_ row: String) -> LocalizedText {
    LocalizedText(
      zh: "第“\(row)”行：状态填了“已销号”，还要填“验收人”和“销号时间”。",
      en: "Row “\(row)”: to be closed it needs “Closed by” and “Closed on”.")
  }

  /// A cell that both sides have changed.
  static func importConflict(_ conflict: LedgerImport.Conflict) -> LocalizedText {
    LocalizedText(
      zh:
        "冲突：第“\(conflict.row)”行“\(conflict.field.label.zh)”（表格第 \(conflict.line) 行）：台账为“\(conflict.ours)”，表格为“\(conflict.theirs)”。",
      en:
        "conflict: row “\(conflict.row)”, “\(conflict.field.label.en)” (line \(conflict.line) of the table): the ledger "
        + "has “\(conflict.ours)”, the table “\(conflict.theirs)”.")
  }
}

extension LedgerImport.Conflict {
  /// The conflict in one sentence.
  package var sentence: LocalizedText { Messages.importConflict(self) }
}
