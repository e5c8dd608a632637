/// Reads comma-separated values as spreadsheets save them (RFC 4180): with commas, semicolons or tabs, quotes, line breaks
/// inside quotes, and a byte order mark or none.
struct CSVText {
  /// One row with the line on which it begins, from 1.
  struct Row {
    /// Its cells.
    var cells: [String]
    /// Its first line.
    var line: Int
  }

  /// The rows that hold anything.
  let rows: [Row]
  /// Whether the last quote is not closed.
  let isOpen: Bool

  /// Reads bytes that are UTF-8.
  init(_ bytes: [UInt8]) {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let separator = CSVText.separator(of: bytes[start...])
    var rows: [Row] = []
    var cells: [String] = []
    var cell: [UInt8] = []
    var line = 1
    var rowLine = 1
    var isQuoted = false
    var wasQuoted = false
    var index = start
    func isEmpty(_ cells: [String]) -> Bool { cells.allSatisfy(\.isEmpty) }
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == 0x0A || byte == 0x0D && !(index < bytes.count && bytes[index] == 0x0A) { line += 1 }
      if isQuoted {
        if byte != UInt8(ascii: "\"") {
          cell.append(byte)
        } else if index < bytes.count, bytes[index] == UInt8(ascii: "\"") {
          cell.append(byte)
          index += 1
        } else {
          isQuoted = false
        }
      } else if byte == UInt8(ascii: "\""), cell.isEmpty, !wasQuoted {
        isQuoted = true
        wasQuoted = true
      } else if byte == separator || byte == 0x0A || byte == 0x0D {
        if byte == 0x0D, index < bytes.count, bytes[index] == 0x0A { continue }
        cells.append(String(decoding: cell, as: UTF8.self))
        cell = []
        wasQuoted = false
        guard byte != separator else { continue }
        if !isEmpty(cells) { rows.append(Row(cells: cells, line: rowLine)) }
        cells = []
        rowLine = line
      } else {
        cell.append(byte)
      }
    }
    cells.append(String(decoding: cell, as: UTF8.self))
    if !isEmpty(cells) { rows.append(Row(cells: cells, line: rowLine)) }
    self.rows = rows
    isOpen = isQuoted
  }

  /// What separates the cells of the first line: of comma, semicolon and tab the one that occurs most often outside quotes.
  private static func separator(of bytes: ArraySlice<UInt8>) -> UInt8 {
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    for byte in bytes {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if !isQuoted, byte == 0x0A || byte == 0x0D { break }
      if !isQuoted { counts[byte, default: 0] += 1 }
    }
    let known = [UInt8(ascii: ","), UInt8(ascii: ";"), 0x09]
    return known.max { counts[$0, default: 0] < counts[$1, default: 0] }.flatMap { counts[$0] == nil ? nil : $0 }
      ?? UInt8(ascii: ",")
  }
}
