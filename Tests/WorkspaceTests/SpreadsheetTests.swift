import Foundation
import Rules
import TestSupport
import Testing
import Walkthrough

@testable import Workspace

/// Workbooks as another program reads them.
@Suite struct SpreadsheetTests {
  private static let day = CalendarDay("2026-10-08")

  /// What openpyxl finds in a workbook, printed by `script`, which sees it as `book`.
  private func read(_ sheets: [Sheet], _ script: String) throws -> String? {
    guard XLSXWriter.fault == nil, let python = ExternalTool.python(with: "openpyxl") else {
      print(
        "skipped: libxlsxwriter or the Python module openpyxl is not installed; .ci/libraries --tests installs them")
      return nil
    }
    let folder = try TemporaryFolder()
    let bytes = try XLSXWriter(sheets, created: try #require(Self.day)).bytes(in: folder.path, DiskFileSystem())
    #expect(folder.state().isEmpty, "the scratch file stays")
    try folder.write(Data(bytes), to: "book.xlsx")
    let outcome = try python.run([
      "-c", "import sys, openpyxl\nbook = openpyxl.load_workbook(sys.argv[1])\nsheet = book.worksheets[0]\n" + script,
      "\(folder.path)/book.xlsx",
    ])
    #expect(outcome.exitCode == 0, "\(outcome.output)")
    return outcome.output
  }

  private func sheet(_ cells: [Sheet.Cell]) -> Sheet {
    var sheet = Sheet(name: "检查单", widths: [20, 20])
    sheet.rows = cells.map { Sheet.Row([$0]) }
    return sheet
  }

  @Test func textsAreTextsWhateverTheyLookLike() throws {
    let texts = [
      "=1+1", "+1", "-1", "@SUM(A1)", "1199990000991066803990117012000", "0300-80000001", "_x0041_", "<b>&\"", "甲\n乙",
      "{=1}", "1e5",
    ]
    let cells = texts.map { Sheet.Cell($0) } + [Sheet.Cell("a\u{0}\u{1B}b\u{FFFF}")]
    let printed = try read(
      [sheet(cells)], "for row in sheet.iter_rows():\n  print(row[0].data_type, repr(row[0].value))\n")
    guard let printed else { return }
    let lines = printed.split(separator: "\n").map(String.init)
    #expect(lines.count == texts.count + 1)
    for (line, text) in zip(lines, texts) {
      let quoted = text.replacing("\n", with: "\\n")
      #expect(line.hasPrefix("s ") && line.dropFirst(3).dropLast() == quoted, "\(line)")
    }
    #expect(lines.last == "s 'a␀␛b'")
  }

  @Test func numbersDatesAndLongTexts() throws {
    let cells = [
      Sheet.Cell(.number(7)), Sheet.Cell(.date(try #require(CalendarDay("2026-10-08")))),
      Sheet.Cell(String(repeating: "长", count: 40_000)),
    ]
    let printed = try read(
      [sheet(cells)], "print(sheet['A1'].value, sheet['A2'].value.date(), len(sheet['A3'].value))")
    if let printed { #expect(printed == "7 2026-10-08 32000\n") }
  }

  @Test func dropDownsPaperAndNames() throws {
    var first = sheet([Sheet.Cell("题", .title, span: 2), Sheet.Cell("a"), Sheet.Cell("b")])
    first.page.tall = 1
    first.page.paper = .a3
    first.page.isLandscape = true
    first.repeatedRows = 0...0
    first.frozenRows = 1
    first.choices = [
      Sheet.Choice(rows: 1...2, columns: 1...1, options: ["一致", "不一致", "未涉及"]),
      Sheet.Choice(rows: 1...2, columns: 0...0, options: ["甲,乙", String(repeating: "丙", count: 250)]),
    ]
    var second = first
    second.name = "检查单"
    var third = first
    third.name = "'[a]:*?/\\" + String(repeating: "名", count: 40)
    let printed = try read(
      [first, second, third],
      """
      for name in book.sheetnames: print(name)
      print('$A$1:$B$3' in str(sheet.print_area), sheet.print_title_rows, sheet.page_setup.paperSize, sheet.page_setup.orientation)
      print(sheet.sheet_properties.pageSetUpPr.fitToPage, sheet.page_setup.fitToHeight or 1, sheet.freeze_panes, sheet.merged_cells.ranges)
      for rule in sheet.data_validations.dataValidation: print(rule.sqref, rule.type, rule.formula1)
      print([cell.value for cell in book['lists']['A']], book['lists'].sheet_state)
      """)
    guard let printed else { return }
    let lines = printed.split(separator: "\n").map(String.init)
    #expect(lines[0] == "检查单" && lines[1] == "检查单-2" && lines[2].utf16.count == 31 && lines[3] == "lists")
    #expect(lines[4] == "True $1:$1 8 landscape", "\(lines[4])")
    #expect(lines[5].hasPrefix("True 1 A2 ") && lines[5].contains("A1:B1"), "\(lines[5])")
    #expect(lines[6] == "B2:B3 list \"一致,不一致,未涉及\"", "\(lines[6])")
    #expect(lines[7] == "A2:A3 list lists!$A$1:$A$2", "\(lines[7])")
    #expect(lines[8].contains("甲,乙") && lines[8].hasSuffix("hidden"), "\(lines[8])")
  }

  @Test func theSameSheetsGiveTheSameBytes() throws {
    guard XLSXWriter.fault == nil, let day = Self.day else { return }
    let folder = try TemporaryFolder()
    let writer = XLSXWriter([sheet([Sheet.Cell("甲")])], created: day)
    let bytes = try writer.bytes(in: folder.path, DiskFileSystem())
    #expect(try writer.bytes(in: folder.path, DiskFileSystem()) == bytes)
    #expect(throws: XLSXWriter.Failure.self) { try writer.bytes(in: folder.path + "/nowhere", DiskFileSystem()) }
  }
}
