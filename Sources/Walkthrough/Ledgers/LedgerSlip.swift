package import Diagnostics
package import Rules

/// 工作提示单: what one unit is to do, with room for its answer.
package struct LedgerSlip: Sendable {
  /// The unit in charge.
  package var department: String
  /// Its rows that are not settled.
  package var table: LedgerTable

  /// One slip for each unit in charge, in the order in which units occur; rows without one make a slip of their own.
  package static func slips(
    of ledger: Ledger, rows: [LedgerRow], today: CalendarDay, language: Language
  ) -> [LedgerSlip] {
    var order: [String] = []
    var byUnit: [String: [LedgerRow]] = [:]
    for row in rows where row.state.isUnsettled {
      let unit = row.lead ?? Messages.noUnit[language]
      if byUnit[unit] == nil { order.append(unit) }
      byUnit[unit, default: []].append(row)
    }
    return order.map { unit in
      let title = Messages.slipTitle(unit, round: ledger.round)
      return LedgerSlip(
        department: unit,
        table: LedgerTable(
          list: "slip", title: title, columns: [.id, .title, .place, .problem, .defect, .advice, .type, .due, .state],
          rows: byUnit[unit] ?? [], today: today, language: language))
    }
  }

  /// The slip as Markdown: what is asked, the rows, and for each the lines of the answer.
  package func markdown() -> String {
    let language = table.language
    var text = "# \(LedgerTable.escaped(table.title[language]))\n\n"
    text += LedgerTable.escaped(Messages.slipRequest(table.rows.count, on: table.today.text)[language]) + "\n\n"
    text += LedgerTable.line(table.columns.map { $0.label[language] })
    text += "|" + table.columns.map { _ in " --- |" }.joined() + "\n"
    for row in table.rows { text += LedgerTable.line(table.columns.map { table.cell($0, of: row) ?? "" }) }
    text += "\n## \(Messages.slipAnswer[language])\n\n"
    let answer: [LedgerField] = [.id, .cause, .measure, .leader, .owner, .progress]
    text += LedgerTable.line(answer.map { $0.label[language] })
    text += "|" + answer.map { _ in " --- |" }.joined() + "\n"
    for row in table.rows { text += LedgerTable.line(answer.map { row.cell($0, language) ?? "" }) }
    return text
  }

  /// A name for its file that any file system takes and that leads nowhere else.
  package var fileName: String {
    var name: [UInt8] = []
    for scalar in department.unicodeScalars {
      switch scalar {
      case "/", "\\", ":", "*", "?", "\"", "<", ">", "|", ".", "~", " ", "-", "\u{7F}": name.append(UInt8(ascii: "-"))
      default:
        let category = scalar.properties.generalCategory
        let isHidden = [.control, .format, .lineSeparator, .paragraphSeparator, .surrogate].contains(category)
        name += isHidden ? [UInt8(ascii: "-")] : Array(String(scalar).utf8)
      }
    }
    // At most 120 bytes, by whole characters.
    var end = min(name.count, 120)
    while end > 0, end < name.count, name[end] & 0xC0 == 0x80 { end -= 1 }
    let text = String(decoding: name[..<end], as: UTF8.self)
    return text.isEmpty ? "-" : text
  }
}
