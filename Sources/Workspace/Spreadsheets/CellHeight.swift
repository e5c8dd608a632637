internal import Encoding
internal import Walkthrough

/// Estimates the height that texts need: not every program finds it by itself, and none where a cell spans columns.
struct CellHeight {
  private let sheet: Sheet

  /// Looks at the columns of a sheet.
  init(_ sheet: Sheet) { self.sheet = sheet }

  /// The height of a row in points; nil where one line is enough, so that the row grows with what is filled in.
  func height(of row: Sheet.Row) -> Double? {
    var height = Double(row.lines ?? 1) * CellHeight.line(of: 10) + CellHeight.margin
    let usual = CellHeight.line(of: 10) + CellHeight.margin
    var column = 0
    for cell in row.cells {
      let last = min(column + max(1, cell.span), sheet.widths.count)
      let width = column < last ? sheet.widths[column..<last].reduce(0, +) : 8.43
      let lines = cell.style.isWrapped ? self.lines(of: cell, width: width) : 1
      height = max(height, Double(lines) * CellHeight.line(of: cell.style.size) + CellHeight.margin)
      column += max(1, cell.span)
    }
    // Spreadsheets know no higher row.
    return height > usual ? min(height, 409) : nil
  }

  /// Height of a line in points, of letters of a size.
  private static func line(of size: Int) -> Double { Double(size) * 1.36 }
  /// What a row needs besides its lines.
  private static let margin = 3.4

  /// How many lines a text takes in a width.
  private func lines(of cell: Sheet.Cell, width: Double) -> Int {
    guard case .text(let text) = cell.value else { return 1 }
    // A letter of 10 points is 95 hundredths as wide as the letters that widths are counted in; a line rarely fills up.
    let columns = max(2, (width - 1) / (Double(cell.style.size) * 0.0955))
    return LineWrapping.lines(of: text, width: Int(columns)).count
  }
}
