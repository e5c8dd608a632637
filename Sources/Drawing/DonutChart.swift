package import Encoding

/// Parts of a whole as a ring, with the sum in its middle.
package struct DonutChart: Sendable {
  /// What the parts stand for, clockwise from the top.
  private let series: [ChartSeries]
  /// One value per series.
  private let values: [Int]

  /// A ring of `values`.
  package init(series: [ChartSeries], values: [Int]) {
    self.series = series
    self.values = values
  }

  /// Writes the drawing; `title` is the id of the element that names it.
  ///
  /// The radius makes the circumference 100 units, so that shares are lengths of dashes.
  package func write(to page: inout HTMLWriter, title: String) {
    let total = values.reduce(0, +)
    page.begin("svg", class: "donut")
    page.attribute("viewBox", literal: "0 0 42 42")
    page.attribute("width", 168)
    page.attribute("height", 168)
    page.attribute("role", literal: "group")
    page.attribute("aria-labelledby", title)
    beginRing("track", to: &page)
    page.end()
    var start = 0
    for (kind, value) in zip(series, values) where value > 0 {
      let before = Share(start, of: total)
      start += value
      let length = Share(hundredths: Share(start, of: total).hundredths - before.hundredths)
      beginRing(kind.style, to: &page)
      page.attribute("stroke-dasharray", "\(length.number) \(Share(hundredths: 10_000 - length.hundredths).number)")
      // The stroke begins at three o'clock; a quarter back is the top.
      page.attribute("stroke-dashoffset", Share(hundredths: 12_500 - before.hundredths).number)
      page.tooltip("\(kind.name.joined): \(value)")
      page.end()
    }
    page.begin("text", class: "sum")
    page.attribute("x", 21)
    page.attribute("y", literal: "23.6")
    page.text(total)
    page.end()
    page.end()
    page.endLine()
  }

  /// Opens a circle that is all stroke.
  private func beginRing(_ style: StaticString, to page: inout HTMLWriter) {
    page.begin("circle", class: style)
    page.attribute("cx", 21)
    page.attribute("cy", 21)
    page.attribute("r", literal: "15.9155")
    page.attribute("fill", literal: "none")
    page.attribute("stroke-width", literal: "5")
  }
}
