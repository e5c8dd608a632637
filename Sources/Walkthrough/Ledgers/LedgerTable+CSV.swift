import Diagnostics
package import Encoding
import Rules

extension LedgerTable {
  /// The columns of a file that comes back filled in: all of the table's, and those that some states need.
  var exchangeColumns: [LedgerField] {
    columns + [.until, .approver, .extensionReason, .reason].filter { list == nil && !columns.contains($0) }
  }

  /// Writes the table for spreadsheets that send it back filled in: the last column says what each cell held.
  package func writeCSV(to sink: @escaping ByteSink) {
    var csv = CSVWriter(sink: sink)
    let columns = exchangeColumns
    for field in columns { csv.field(field.label[language]) }
    csv.field(LedgerCheck.label[language])
    csv.endRow()
    for row in rows {
      for field in columns { csv.field(row.cell(field, language)) }
      csv.field(LedgerCheck.text(of: row, columns))
      csv.endRow()
    }
    csv.finish()
  }
}

/// 校验: a digest of each cell that people fill in, by which import tells whose cell has changed since.
enum LedgerCheck {
  /// Heading of the column.
  static let label = LocalizedText(zh: "校验（勿改）", en: "Check (leave as is)")

  /// The digests of a row, `field:digits` between blanks; the letter keeps spreadsheets from reading a number.
  static func text(of row: LedgerRow, _ columns: [LedgerField]) -> String {
    columns.filter(\.isEditable).map { "\($0.rawValue):" + digest(row.value($0)) }.joined(separator: " ")
  }

  /// Reads the digests by field.
  static func read(_ text: String) -> [LedgerField: String] {
    var digests: [LedgerField: String] = [:]
    for part in text.utf8.split(separator: UInt8(ascii: " ")) {
      guard let colon = part.lastIndex(of: UInt8(ascii: ":")),
        let field = LedgerField(rawValue: String(decoding: part[..<colon], as: UTF8.self))
      else { continue }
      digests[field] = String(decoding: part[part.index(after: colon)...], as: UTF8.self)
    }
    return digests
  }

  /// Six digits of what a cell means, however a spreadsheet has written it.
  static func digest(_ value: LedgerValue) -> String {
    let words: String =
      switch value {
      case .empty: ""
      case .text(let words), .plain(let words): LedgerField.trimmed(words)
      case .list(let values): values.compactMap(\.words).joined(separator: "\n")
      case .map: ""
      }
    return String(StablePlace.digits(StablePlace.hash(of: words.utf8)).suffix(6))
  }
}
