import Rules
import Testing
import Walkthrough

struct SheetTests {
  private func csv(_ sheet: Sheet) -> String {
    var bytes: [UInt8] = []
    sheet.writeCSV { bytes.append(contentsOf: $0) }
    #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
    return String(decoding: bytes.dropFirst(3), as: UTF8.self)
  }

  @Test func rowsAreAsWideAsTheWidest() throws {
    var sheet = Sheet(name: "台账", widths: [10, 10, 10])
    sheet.rows = [
      Sheet.Row([Sheet.Cell("标题", span: 3)]),
      Sheet.Row([Sheet.Cell("编码"), Sheet.Cell("11999900009910449Q3991017021000")]),
      Sheet.Row([
        Sheet.Cell(.number(-3)), Sheet.Cell(.date(try #require(CalendarDay("2026-10-08")))), Sheet.Cell("=1+1"),
      ]),
    ]
    #expect(csv(sheet) == "标题,,\r\n编码,11999900009910449Q3991017021000,\r\n-3,2026-10-08,\"'=1+1\"\r\n")
    #expect(sheet.columnCount == 3)
  }

  @Test func aSheetWithoutRowsIsOnlyItsMark() { #expect(csv(Sheet(name: "", widths: [])).isEmpty) }
}
