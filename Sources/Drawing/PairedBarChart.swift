package import Encoding

/// What things came to before and after: two bars for each, on a scale of its own, since days and papers do not compare.
package struct PairedBarChart: Sendable {
  /// One thing.
  package struct Row: Sendable {
    /// What is compared.
    package var label: ChartText
    /// What changed, as it is printed.
    package var change: ChartText
    /// The earlier value and how it is printed.
    package var before: (value: Int, text: ChartText)
    /// The later value and how it is printed.
    package var after: (value: Int, text: ChartText)

    /// Describes a pair.
    package init(
      label: ChartText, change: ChartText, before: (value: Int, text: ChartText), after: (value: Int, text: ChartText)
    ) {
      self.label = label
      self.change = change
      self.before = before
      self.after = after
    }
  }

  /// Pixels from one label to the next.
  private static let pitch = 64
  /// Pixels of a bar's height.
  private static let thickness = 16
  /// Per cent of the width that the longest bar takes; its value stands behind it.
  private static let longest = 60

  private let rows: [Row]

  /// A chart of `rows`, from top to bottom.
  package init(rows: [Row]) { self.rows = rows }

  /// Writes the drawing; `title` is the id of the element that names it.
  package func write(to page: inout HTMLWriter, title: String) {
    page.begin("svg", class: "bars")
    page.attribute("width", literal: "100%")
    page.attribute("height", rows.count * Self.pitch)
    page.attribute("role", literal: "group")
    page.attribute("aria-labelledby", title)
    for (index, row) in rows.enumerated() {
      let y = index * Self.pitch
      page.endLine()
      page.begin("g")
      page.label(row.label, x: "0", y: y + 14, style: "label", room: 264)
      page.label(row.change, x: "100%", y: y + 14, style: "number")
      let scale = max(1, row.before.value, row.after.value)
      bar(row.before.value, of: scale, row.before.text, y: y + 20, style: "b", to: &page)
      bar(row.after.value, of: scale, row.after.text, y: y + 38, style: "i", to: &page)
      page.end()
    }
    page.end()
    page.endLine()
  }

  private func bar(
    _ value: Int, of scale: Int, _ text: ChartText, y: Int, style: StaticString, to page: inout HTMLWriter
  ) {
    // What is there is seen, however short.
    let length = Share(value * Self.longest, of: scale * 100).hundredths
    let width = Share(hundredths: value > 0 ? max(50, length) : 0)
    page.beginRectangle(x: .none, y: y, width: width, height: Self.thickness, style: style)
    page.tooltip(text.joined)
    page.end()
    page.label(text, at: width + Share(hundredths: 150), y: y + 12, style: "value")
  }
}
