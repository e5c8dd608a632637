import Diagnostics
import Rules

extension LedgerTable {
  /// The table as a spreadsheet: A3, the long side below, its heading on every page, words to choose from, codes as text.
  package func sheet() -> Sheet {
    var sheet = Sheet(name: title[language], widths: columns.map(LedgerTable.width))
    sheet.rows.append(Sheet.Row([Sheet.Cell(title[language], .title, span: columns.count)]))
    sheet.rows.append(Sheet.Row([Sheet.Cell(summary[language], .remark, span: columns.count)]))
    sheet.rows.append(Sheet.Row(columns.map { Sheet.Cell($0.label[language], .heading) }))
    for row in rows { sheet.rows.append(Sheet.Row(columns.map { cell($0, row) })) }
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

  /// Width of a column in columns of half width.
  private static func width(of field: LedgerField) -> Double {
    switch field {
    case .problem, .measure, .advice, .proof: 28
    case .cause, .progress, .title, .code: 20
    case .alike, .satisfaction, .severity: 7
    case .type, .state, .source, .leader, .owner, .closedBy, .approver: 10
    case .id, .foundOn, .due, .closedOn, .until: 12
    default: 15
    }
  }
}
