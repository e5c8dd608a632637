package import Rules

/// A spreadsheet as plain data: what is in its cells, how they look, and how it prints. CSV and XLSX are made of it.
package struct Sheet: Sendable {
  /// What the tab is called; writers shorten it to what spreadsheets take.
  package var name: String
  /// Widths of the columns, in columns of half width: a Chinese character takes two.
  package var widths: [Double]
  /// The rows, from the top.
  package var rows: [Row] = []
  /// Rows that every printed page repeats.
  package var repeatedRows: ClosedRange<Int>?
  /// How many rows stay in view while the rest scrolls.
  package var frozenRows = 0
  /// How many columns stay in view while the rest scrolls.
  package var frozenColumns = 0
  /// Cells that take one of a list.
  package var choices: [Choice] = []
  /// How it prints.
  package var page = Page()
  /// Whether the repeated rows, else the first, get buttons that filter the rows below.
  package var isFiltered = false

  /// Starts without rows.
  package init(name: String, widths: [Double]) {
    self.name = name
    self.widths = widths
  }

  /// One row.
  package struct Row: Hashable, Sendable {
    /// Its cells, from the first column; a cell that spans several leaves no gap: the next one follows it.
    package var cells: [Cell]
    /// Least height in lines of text; nil = what the texts need.
    package var lines: Int?

    /// Holds cells.
    package init(_ cells: [Cell], lines: Int? = nil) {
      self.cells = cells
      self.lines = lines
    }
  }

  /// What a cell holds and how it looks.
  package struct Cell: Hashable, Sendable {
    /// What it holds.
    package var value: Value
    /// How it looks.
    package var style: Style
    /// How many columns it takes.
    package var span: Int

    /// Holds a value.
    package init(_ value: Value, _ style: Style = Style(), span: Int = 1) {
      self.value = value
      self.style = style
      self.span = span
    }

    /// Holds a text, or nothing.
    package init(_ text: String?, _ style: Style = Style(), span: Int = 1) {
      self.init(text.map { .text($0) } ?? .empty, style, span: span)
    }
  }

  /// What a cell holds. There are no formulas.
  package enum Value: Hashable, Sendable {
    /// Nothing yet.
    case empty
    /// A text, whatever it looks like: codes of 31 digits stay what they are.
    case text(String)
    /// A whole number.
    case number(Int)
    /// A day.
    case date(CalendarDay)
  }

  /// How a cell looks.
  package struct Style: Hashable, Sendable {
    /// Colours that a cell may be filled with, light enough to be read on and to be printed without colour.
    package enum Fill: UInt32, Sendable, CaseIterable {
      /// Headings of columns.
      case heading = 0xD9E2F3
      /// Headings of parts.
      case part = 0xF2F2F2
      /// What is to be filled in.
      case entry = 0xFFFBE6
      /// What is wrong or late.
      case alarm = 0xFBE4E4
      /// What is done.
      case done = 0xE5F3E6
    }

    /// Where a text stands between the left and the right.
    package enum Alignment: Sendable {
      /// Where the kind of value puts it.
      case natural
      /// In the middle.
      case center
      /// At the right.
      case right
    }

    /// Whether the letters are bold.
    package var isBold = false
    /// Whether a long text goes on in further lines.
    package var isWrapped = true
    /// Whether lines frame the cell.
    package var isFramed = true
    /// Size of the letters in points.
    package var size = 10
    /// What it is filled with.
    package var fill: Fill?
    /// Where the text stands.
    package var alignment = Alignment.natural

    /// A framed cell whose text wraps.
    package init() {}

    /// A title above a table.
    package static let title = Style {
      $0.isBold = true; $0.isFramed = false; $0.size = 16; $0.alignment = .center
    }
    /// Heading of a column.
    package static let heading = Style {
      $0.isBold = true; $0.fill = .heading; $0.alignment = .center
    }
    /// Heading of a part of the table.
    package static let part = Style {
      $0.isBold = true; $0.fill = .part
    }
    /// A sentence outside the table.
    package static let remark = Style {
      $0.isFramed = false; $0.size = 9
    }
    /// A cell that is to be filled in.
    package static let entry = Style { $0.fill = .entry }

    /// Changes the plain style.
    package init(_ change: (inout Style) -> Void) { change(&self) }
  }

  /// Cells that take one of a list, offered as a drop-down.
  package struct Choice: Hashable, Sendable {
    /// Rows that it covers.
    package var rows: ClosedRange<Int>
    /// Columns that it covers.
    package var columns: ClosedRange<Int>
    /// What may be chosen.
    package var options: [String]

    /// Offers options in some cells.
    package init(rows: ClosedRange<Int>, columns: ClosedRange<Int>, options: [String]) {
      self.rows = rows
      self.columns = columns
      self.options = options
    }
  }

  /// How a sheet prints; always as wide as the paper.
  package struct Page: Hashable, Sendable {
    /// Sizes of paper.
    package enum Paper: Sendable {
      /// 210 × 297 mm
      case a4
      /// 297 × 420 mm
      case a3
    }

    /// The paper.
    package var paper = Paper.a4
    /// Whether the long side lies below.
    package var isLandscape = false
    /// Most pages from top to bottom; nil = as many as the rows need.
    package var tall: Int?
    /// How many columns print, from the first; nil = all.
    package var printedColumns: Int?
    /// What stands below each page, before the page number.
    package var footer: String?

    /// A4, upright.
    package init() {}
  }

  /// Number of columns, those of spanning cells counted.
  package var columnCount: Int {
    max(widths.count, rows.map { $0.cells.reduce(0) { $0 + max(1, $1.span) } }.max() ?? 0)
  }
}
