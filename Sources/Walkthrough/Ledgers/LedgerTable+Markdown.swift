import Diagnostics
import Encoding

extension LedgerTable {
  /// The table as Markdown, of which Word is made; the whole ledger with the columns that fit a page.
  package func markdown() -> String {
    var text = "# \(LedgerTable.escaped(title[language]))\n\n\(LedgerTable.escaped(summary[language]))\n\n"
    guard !rows.isEmpty else { return text }
    let columns = list == nil ? LedgerTable.fewColumns : columns
    text += LedgerTable.line(columns.map { $0.label[language] })
    text += "|" + columns.map { _ in " --- |" }.joined() + "\n"
    for row in rows { text += LedgerTable.line(columns.map { cell($0, of: row) ?? "" }) }
    return text
  }

  /// A row of a table.
  static func line(_ cells: [String]) -> String {
    "| " + cells.map(escaped).joined(separator: " | ") + " |\n"
  }

  /// A text of which nothing is markup.
  static func escaped(_ text: String) -> String {
    MarkdownText.collected { MarkdownText.write(text, to: &$0) }
  }
}
