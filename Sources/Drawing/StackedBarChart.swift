package import Encoding

/// Bars side by side on one scale, each divided by series, with its label above it.
///
/// All horizontal lengths are shares of the width, so that the drawing fills a wide screen and a phone while its text
/// keeps its size. Long labels stand on a line of their own and need no room beside the bar.
package struct StackedBarChart: Sendable {
  /// One bar.
  package struct Row: Sendable {
    /// What it stands for.
    package var label: ChartText
    /// One value per series.
    package var values: [Int]

    /// Describes a bar.
    package init(label: ChartText, values: [Int]) {
      self.label = label
      self.values = values
    }

    /// Sum of its values.
    package var total: Int { values.reduce(0, +) }
  }

  /// Pixels from one label to the next.
  private static let pitch = 36
  /// Pixels of a label without a bar.
  private static let restHeight = 20
  /// Pixels of a bar's height.
  private static let thickness = 9
  /// Pixels that a label takes at most: what a phone leaves beside the number.
  private static let labelRoom = 264

  /// What the parts of bars stand for.
  private let series: [ChartSeries]
  /// The bars, from top to bottom.
  private let rows: [Row]
  /// What is left out, as a line of text below: its bar would dwarf the others.
  private let rest: Row?

  /// A chart of `rows`.
  package init(series: [ChartSeries], rows: [Row], rest: Row? = nil) {
    self.series = series
    self.rows = rows
    self.rest = rest
  }

  /// Writes the drawing; `title` is the id of the element that names it.
  package func write(to page: inout HTMLWriter, title: String) {
    page.begin("svg", class: "bars")
    page.attribute("width", literal: "100%")
    page.attribute("height", rows.count * Self.pitch + (rest == nil ? 0 : Self.restHeight))
    page.attribute("role", literal: "group")
    page.attribute("aria-labelledby", title)
    let longest = rows.map(\.total).max() ?? 0
    for (index, row) in rows.enumerated() {
      page.endLine()
      write(row, y: index * Self.pitch, longest: longest, to: &page)
    }
    if let rest {
      page.endLine()
      page.begin("g", class: "rest")
      writeLabel(of: rest, y: rows.count * Self.pitch, to: &page)
      page.end()
    }
    page.end()
    page.endLine()
  }

  /// Writes one bar with its label and its sum.
  private func write(_ row: Row, y: Int, longest: Int, to page: inout HTMLWriter) {
    page.begin("g")
    writeLabel(of: row, y: y, to: &page)
    page.beginRectangle(x: .none, y: y + 20, width: Share(1, of: 1), height: Self.thickness, style: "track")
    page.end()
    var start = 0
    for (kind, value) in zip(series, row.values) where value > 0 {
      let left = Share(start, of: longest)
      start += value
      let width = Share(hundredths: Share(start, of: longest).hundredths - left.hundredths)
      page.beginRectangle(x: left, y: y + 20, width: width, height: Self.thickness, style: kind.style)
      page.tooltip("\(kind.name.joined): \(value)")
      page.end()
    }
    page.end()
  }

  /// Writes what a bar stands for, and its sum.
  private func writeLabel(of row: Row, y: Int, to page: inout HTMLWriter) {
    page.tooltip(row.label.joined)
    page.label(row.label, x: "0", y: y + 14, style: "label", room: Self.labelRoom)
    page.label(ChartText(String(row.total)), x: "100%", y: y + 14, style: "number")
  }
}
