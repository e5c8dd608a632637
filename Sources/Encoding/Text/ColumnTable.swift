/// Lays out rows in columns that line up on a terminal, full-width characters included.
package enum ColumnTable {
  /// One line per row: the first column flush left, the others flush right, two spaces apart, or one where the table
  /// would be wider than `width`.
  package static func lines(_ rows: [[String]], width: Int) -> [String] {
    let widths = rows.reduce(into: [Int]()) { widths, row in
      for (column, cell) in row.enumerated() {
        if column == widths.count { widths.append(0) }
        widths[column] = max(widths[column], DisplayWidth.of(cell))
      }
    }
    let wide = widths.reduce(0, +) + 2 * max(0, widths.count - 1)
    let gap = String(repeating: " ", count: wide <= width ? 2 : 1)
    return rows.map { row in
      row.enumerated().map { column, cell in
        let padding = String(repeating: " ", count: widths[column] - DisplayWidth.of(cell))
        return column == 0 ? cell + padding : padding + cell
      }
      .joined(separator: gap)
    }
  }
}
