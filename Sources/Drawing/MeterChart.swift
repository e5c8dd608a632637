package import Encoding

/// Values on a fixed scale, such as points of a hundred: each a bar on its full track, with its label above it.
package struct MeterChart: Sendable {
  /// One value.
  package struct Row: Sendable {
    /// What it stands for.
    package var label: ChartText
    /// Hundredths of the scale: 10,000 fills the track.
    package var share: Int
    /// The value as it is printed.
    package var value: String
    /// CSS class of its bar.
    package var style: StaticString

    /// Describes a value.
    package init(label: ChartText, share: Int, value: String, style: StaticString) {
      self.label = label
      self.share = share
      self.value = value
      self.style = style
    }
  }

  /// Pixels from one label to the next.
  private static let pitch = 40
  /// Pixels of a bar's height.
  private static let thickness = 10

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
      page.tooltip("\(row.label.joined): \(row.value)")
      page.label(row.label, x: "0", y: y + 14, style: "label", room: 264)
      page.label(ChartText(row.value), x: "100%", y: y + 14, style: "number")
      page.beginRectangle(x: .none, y: y + 20, width: Share(1, of: 1), height: Self.thickness, style: "track")
      page.end()
      let share = Share(hundredths: min(max(row.share, 0), 10_000))
      page.beginRectangle(x: .none, y: y + 20, width: share, height: Self.thickness, style: row.style)
      page.end()
      page.end()
    }
    page.end()
    page.endLine()
  }
}
