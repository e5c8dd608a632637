import Diagnostics
import Encoding
import Rules

extension LedgerTable {
  /// The table for a terminal: a line for each row where the width allows it, full-width characters counted; where it
  /// does not, the problem stands below.
  package func lines(width: Int) -> [String] {
    var lines: [String] = []
    let fields: [LedgerField] = [.id, .state, .due, .title]
    let cells = rows.map { row in fields.map { VisibleText.line(cell($0, of: row) ?? "–", tab: " ") } }
    let heading = fields.map { $0.label[language] }
    let most = [40, 10, 22, max(12, width / 4)]
    let widths = fields.indices.map { column in
      min(most[column], ([heading] + cells).map { DisplayWidth.of($0[column]) }.max() ?? 0)
    }
    let taken = widths.reduce(0, +) + 2 * widths.count
    let isNarrow = width - taken < 24
    func line(_ texts: [String], _ problem: String) -> [String] {
      let start = zip(texts, widths).map { LedgerTable.padded($0, to: $1) }.joined(separator: "  ")
      let indent = isNarrow ? 2 : taken
      let wrapped = LineWrapping.lines(of: problem, width: max(20, width - indent))
      guard !isNarrow else { return [LedgerTable.trimmed(start)] + wrapped.map { "  " + $0 } }
      let first = LedgerTable.trimmed(start + "  " + (wrapped.first ?? ""))
      return [first] + wrapped.dropFirst().map { String(repeating: " ", count: taken) + $0 }
    }
    guard !rows.isEmpty else { return [] }
    lines += line(heading, isNarrow ? "" : LedgerField.problem.label[language])
    for (row, cells) in zip(rows, cells) {
      let unit = row.lead.map { language == .zh ? "（\($0)）" : " (\($0))" } ?? ""
      lines += line(cells, (row.cell(.problem, language) ?? "–") + unit)
    }
    return lines
  }

  /// A text of so many columns: cut with an ellipsis or filled up with blanks.
  private static func padded(_ text: String, to width: Int) -> String {
    var (kept, used) = ("", 0)
    let whole = DisplayWidth.of(text)
    guard whole > width else { return text + String(repeating: " ", count: width - whole) }
    for character in text {
      let columns = DisplayWidth.of(String(character))
      guard used + columns < width else { break }
      kept.append(character)
      used += columns
    }
    return kept + "…" + String(repeating: " ", count: max(0, width - used - 1))
  }

  private static func trimmed(_ line: String) -> String {
    var bytes = Array(line.utf8)
    while bytes.last == 0x20 { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }
}
