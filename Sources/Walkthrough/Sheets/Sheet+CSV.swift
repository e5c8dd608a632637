package import Encoding
internal import Rules

extension Sheet {
  /// Writes the rows as comma-separated values, with a byte order mark and without anything that a spreadsheet would
  /// compute; columns that a cell spans besides its first are empty, and so are those that a row does not reach.
  package func writeCSV(to sink: @escaping ByteSink) {
    var csv = CSVWriter(sink: sink)
    let columns = columnCount
    for row in rows {
      var used = 0
      for cell in row.cells {
        switch cell.value {
        case .empty: csv.field(nil)
        case .text(let text): csv.field(text)
        case .number(let number): csv.field(number)
        case .date(let day): csv.field(day.text)
        }
        for _ in 1..<max(1, cell.span) { csv.field(nil) }
        used += max(1, cell.span)
      }
      for _ in used..<max(used, columns) { csv.field(nil) }
      csv.endRow()
    }
    csv.finish()
  }
}
