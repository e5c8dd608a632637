internal import CXLSXWriter
internal import Encoding
internal import Walkthrough

/// A workbook while the library writes it: each look is described to the library once.
struct WorkbookDraft {
  /// What a look is told by: dates and texts show in a way of their own.
  private struct Look: Hashable {
    var style: Sheet.Style
    var numberFormat: String?
  }

  private let book: OpaquePointer
  private var formats: [Look: OpaquePointer] = [:]
  /// Drop-downs too long to stand beside their cells, which a hidden sheet holds column by column.
  private var lists: [[String]] = []

  /// The font that Chinese office programs have; others take what they have in its place.
  private static let font = "宋体"
  private static let listSheet = "lists"
  /// Rows and columns that a sheet can have.
  private static let most = (rows: 1_048_576, columns: 16_384)

  /// Starts with an open workbook.
  init(_ book: OpaquePointer) { self.book = book }

  /// Adds a sheet; 0, or the library's error.
  mutating func add(_ sheet: Sheet, named name: String) -> Int32 {
    guard let target = cxlsx_add_sheet(book, name) else { return 1 }
    let columns = min(sheet.columnCount, WorkbookDraft.most.columns)
    for (column, width) in sheet.widths.prefix(columns).enumerated() {
      let error = cxlsx_column(target, UInt16(column), width)
      if error != 0 { return error }
    }
    for (row, content) in sheet.rows.prefix(WorkbookDraft.most.rows).enumerated() {
      let error = write(content, at: UInt32(row), of: sheet, to: target)
      if error != 0 { return error }
    }
    for choice in sheet.choices {
      let error = offer(choice, in: target)
      if error != 0 { return error }
    }
    return lay(out: sheet, columns: columns, target)
  }

  /// Adds the sheet of long drop-downs, where there are any.
  mutating func addLists() -> Int32 {
    guard !lists.isEmpty else { return 0 }
    guard let target = cxlsx_add_sheet(book, WorkbookDraft.listSheet) else { return 1 }
    let format = format(Sheet.Style(), "@")
    for (column, options) in lists.enumerated() {
      for (row, option) in options.enumerated() {
        let error = cxlsx_text(target, UInt32(row), UInt16(column), UInt16(column), CellText.clean(option), format)
        if error != 0 { return error }
      }
    }
    cxlsx_hide(target)
    return 0
  }

  /// Writes the cells of a row, and its height where the program that opens the file would not find it by itself.
  private mutating func write(_ row: Sheet.Row, at index: UInt32, of sheet: Sheet, to target: OpaquePointer) -> Int32 {
    if let height = CellHeight(sheet).height(of: row) {
      let error = cxlsx_row(target, index, height)
      if error != 0 { return error }
    }
    var column = 0
    for cell in row.cells where column < WorkbookDraft.most.columns {
      let last = min(column + max(1, cell.span), WorkbookDraft.most.columns) - 1
      let error = write(cell, at: index, UInt16(column), UInt16(last), to: target)
      if error != 0 { return error }
      column = last + 1
    }
    return 0
  }

  private mutating func write(
    _ cell: Sheet.Cell, at row: UInt32, _ column: UInt16, _ last: UInt16, to target: OpaquePointer
  ) -> Int32 {
    switch cell.value {
    case .empty: return cxlsx_text(target, row, column, last, "", format(cell.style, nil))
    case .text(let text):
      let clean = CellText.clean(text)
      // Spreadsheets show hash signs for longer texts in cells that are marked as text.
      return cxlsx_text(target, row, column, last, clean, format(cell.style, clean.utf16.count <= 255 ? "@" : nil))
    case .number(let number):
      return cxlsx_number(target, row, column, Double(number), format(cell.style, nil))
    case .date(let day):
      let parts = day.text.split(separator: "-").compactMap { Int32($0) }
      guard parts.count == 3, parts[0] >= 1900 else {
        return cxlsx_text(target, row, column, last, day.text, format(cell.style, "@"))
      }
      return cxlsx_date(target, row, column, parts[0], parts[1], parts[2], format(cell.style, "yyyy-mm-dd"))
    }
  }

  /// Offers a list in cells: beside them, or on the sheet of lists where it is long or its options hold commas.
  private mutating func offer(_ choice: Sheet.Choice, in target: OpaquePointer) -> Int32 {
    let options = choice.options.map(CellText.clean)
    guard !options.isEmpty, choice.rows.upperBound < WorkbookDraft.most.rows,
      choice.columns.upperBound < WorkbookDraft.most.columns
    else { return 0 }
    let (top, bottom) = (UInt32(choice.rows.lowerBound), UInt32(choice.rows.upperBound))
    let (left, right) = (UInt16(choice.columns.lowerBound), UInt16(choice.columns.upperBound))
    let length = options.reduce(options.count - 1) { $0 + $1.utf16.count }
    let isPlain = options.allSatisfy { option in !option.utf8.contains { $0 == UInt8(ascii: ",") || $0 == 0x0A } }
    if length <= 255, isPlain {
      return withCStrings(options) { cxlsx_choice(target, top, left, bottom, right, $0.baseAddress, options.count) }
    }
    let column = lists.firstIndex(of: options) ?? lists.count
    if column == lists.count { lists.append(options) }
    let letter = WorkbookDraft.letters(of: column)
    let range = "=\(WorkbookDraft.listSheet)!$\(letter)$1:$\(letter)$\(options.count)"
    return cxlsx_choice_of_range(target, top, left, bottom, right, range)
  }

  /// Paper, repeated rows and what stays in view.
  private func lay(out sheet: Sheet, columns: Int, _ target: OpaquePointer) -> Int32 {
    guard columns > 0, !sheet.rows.isEmpty else { return 0 }
    let last = UInt32(min(sheet.rows.count, WorkbookDraft.most.rows) - 1)
    let words = sheet.page.footer.map { CellText.clean($0).split(separator: "&").joined(separator: "&&") } ?? ""
    let footer = "&L&9\(words.prefix(180))&R&9&P / &N"
    var error = cxlsx_page(
      target, last, UInt16(max(1, min(columns, sheet.page.printedColumns ?? columns)) - 1),
      sheet.page.paper == .a3 ? 8 : 9, sheet.page.isLandscape,
      UInt16(clamping: sheet.page.tall ?? 0), footer)
    if error == 0, let rows = sheet.repeatedRows {
      error = cxlsx_repeat(target, UInt32(rows.lowerBound), UInt32(rows.upperBound))
    }
    cxlsx_freeze(target, UInt32(sheet.frozenRows), UInt16(sheet.frozenColumns))
    if error == 0, sheet.isFiltered {
      error = cxlsx_filter(target, min(UInt32(sheet.repeatedRows?.upperBound ?? 0), last), last, UInt16(columns - 1))
    }
    return error
  }

  /// What the library knows a look by.
  private mutating func format(_ style: Sheet.Style, _ numberFormat: String?) -> OpaquePointer? {
    let look = Look(style: style, numberFormat: numberFormat)
    if let known = formats[look] { return known }
    let alignment: Int32 =
      switch style.alignment {
      case .natural: 0
      case .center: 1
      case .right: 2
      }
    let made = withCStrings([WorkbookDraft.font, numberFormat ?? ""]) { texts in
      cxlsx_add_format(
        book,
        cxlsx_style(
          font: texts[0], size: Double(style.size), number_format: numberFormat == nil ? nil : texts[1],
          fill: style.fill.map { Int32(bitPattern: $0.rawValue) } ?? -1, alignment: alignment,
          is_bold: style.isBold, is_wrapped: style.isWrapped, is_framed: style.isFramed))
    }
    formats[look] = made
    return made
  }

  /// The letters of a column: A … Z, AA …
  private static func letters(of column: Int) -> String {
    let letter = String(UnicodeScalar(UInt8(ascii: "A") + UInt8(column % 26)))
    return column < 26 ? letter : letters(of: column / 26 - 1) + letter
  }
}

/// Hands texts over to C for the time of a call.
private func withCStrings<Result>(
  _ texts: [String], _ body: (UnsafeBufferPointer<UnsafePointer<CChar>?>) -> Result
) -> Result {
  var bytes: [CChar] = []
  var starts: [Int] = []
  for text in texts {
    starts.append(bytes.count)
    bytes += text.utf8CString
  }
  return bytes.withUnsafeBufferPointer { buffer in
    starts.map { start in buffer.baseAddress.map { $0 + start } }.withUnsafeBufferPointer(body)
  }
}
