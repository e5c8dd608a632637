internal import Encoding
internal import Walkthrough

/// Estimates the height that texts need: programs find it by themselves, except for rows in which a cell spans columns.
struct CellHeight {
  private let sheet: Sheet

  /// Looks at the columns of a sheet.
  init(_ sheet: Sheet) { self.sheet = sheet }

  /// The height of a row in points; nil where it is left to the program.
  func height(of row: Sheet.Row) -> Double? {
    guard row.lines != nil || row.cells.contains(where: { $0.span > 1 }) else { return nil }
    var height = 0.0
    var column = 0
    for cell in row.cells {
      let last = min(column + max(1, cell.span), sheet.widths.count)
      let width = column < last ? sheet.widths[column..<last].reduce(0, +) : 8.43
      let lines = cell.style.isWrapped ? self.lines(of: cell, width: width) : 1
      height = max(height, Double(max(lines, row.lines ?? 1)) * Double(cell.style.size) * 1.36 + 4)
      column += max(1, cell.span)
    }
    // Spreadsheets know no higher row.
    return min(height, 409)
  }

  /// How many lines a text takes in a width.
  private func lines(of cell: Sheet.Cell, width: Double) -> Int {
    guard case .text(let text) = cell.value else { return 1 }
    // A letter of 10 points is 95 hundredths as wide as the letters that widths are counted in; a line rarely fills up.
    let columns = max(2, (width - 1) / (Double(cell.style.size) * 0.0955))
    return LineWrapping.lines(of: text, width: Int(columns)).count
  }
}
