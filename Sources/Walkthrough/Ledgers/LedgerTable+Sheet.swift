import Diagnostics
import Encoding
import Rules

extension LedgerTable {
  /// The table as a spreadsheet: A3, the long side below, its heading on every page, words to choose from, codes as text.
  package func sheet() -> Sheet {
    var sheet = Sheet(name: title[language], widths: columns.map(LedgerTable.width))
    sheet.rows.append(Sheet.Row([Sheet.Cell(title[language], .title, span: columns.count)]))
    sheet.rows.append(Sheet.Row([Sheet.Cell(summary[language], .remark, span: columns.count)]))
    sheet.rows.append(Sheet.Row(columns.map { Sheet.Cell($0.label[language], .heading) }, lines: 2))
    for row in rows { sheet.rows.append(Sheet.Row(columns.map { cell($0, row) }, lines: height(of: row))) }
    sheet.repeatedRows = 2...2
    sheet.frozenRows = 3
    sheet.frozenColumns = columns.first == .id ? 1 : 0
    sheet.isFiltered = !rows.isEmpty
    sheet.page.paper = .a3
    sheet.page.isLandscape = true
    sheet.page.footer = title[language]
    guard !rows.isEmpty else { return sheet }
    for (place, field) in columns.enumerated() where field.isEditable {
      guard case .choice(let options) = field.content else { continue }
      sheet.choices.append(
        Sheet.Choice(
          rows: 3...rows.count + 2, columns: place...place, options: options.map { $0[language] }))
    }
    return sheet
  }

  private func cell(_ field: LedgerField, _ row: LedgerRow) -> Sheet.Cell {
    var style = Sheet.Style()
    style.size = 9
    switch field {
    case .state where row.state == .closed: style.fill = .done
    case .due where row.isOverdue(on: today.text): style.fill = .alarm
    default: if field.isEditable { style.fill = .entry }
    }
    guard let text = row.cell(field, language) else { return Sheet.Cell(.empty, style) }
    if case .date = field.content, let day = CalendarDay(text) { return Sheet.Cell(.date(day), style) }
    if field == .alike, let count = Int(text) { return Sheet.Cell(.number(count), style) }
    return Sheet.Cell(.text(text), style)
  }

  /// Lines that the longest cell takes: not every program finds the height by itself.
  private func height(of row: LedgerRow) -> Int {
    let lines = columns.map { field -> Int in
      guard let text = row.cell(field, language) else { return 1 }
      return LineWrapping.lines(of: text, width: max(2, Int(LedgerTable.width(of: field)) - 1)).count
    }
    return min(30, max(1, lines.max() ?? 1))
  }

  /// Width of a column in columns of half width.
  private static func width(of field: LedgerField) -> Double {
    switch field {
    case .problem, .measure, .advice: 20
    case .proof: 16
    case .title, .cause, .progress: 13
    case .id, .code, .place, .lead: 11
    case .foundOn, .due, .closedOn, .until: 10
    case .alike, .satisfaction: 6
    default: 8
    }
  }
}
