/// One kind of value in a chart: what it is called, and the CSS class that the page gives a colour.
package struct ChartSeries: Sendable {
  /// Its name.
  package var name: ChartText
  /// CSS class of its shapes.
  package var style: StaticString

  /// Describes a kind of value.
  package init(name: ChartText, style: StaticString) {
    self.name = name
    self.style = style
  }
}
