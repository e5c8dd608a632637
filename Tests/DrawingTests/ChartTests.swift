import Encoding
import Testing

@testable import Drawing

@Suite struct ChartTests {
  private let series = [
    ChartSeries(name: ChartText(zh: "错误", en: "error"), style: "e"),
    ChartSeries(name: ChartText(zh: "警告", en: "warning"), style: "w"),
  ]

  private func text(_ write: (inout HTMLWriter) -> Void) -> String {
    var bytes: [UInt8] = []
    var page = HTMLWriter { bytes.append(contentsOf: $0) }
    write(&page)
    page.finish()
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func barsShareOneScale() {
    let chart = StackedBarChart(
      series: series,
      rows: [
        StackedBarChart.Row(label: ChartText("甲"), values: [3, 1]),
        StackedBarChart.Row(label: ChartText("乙"), values: [0, 1]),
        StackedBarChart.Row(label: ChartText("丙"), values: [0, 0]),
      ])
    let svg = text { chart.write(to: &$0, title: "t") }
    #expect(svg.contains(#"<rect class="e" x="0%" y="20" width="75%" height="9"><title>错误 · error: 3</title></rect>"#))
    #expect(svg.contains(#"<rect class="w" x="75%" y="20" width="25%" height="9">"#))
    #expect(svg.contains(#"<rect class="w" x="0%" y="56" width="25%" height="9">"#))
    #expect(svg.contains(#"height="108""#))
  }

  @Test func partsFillTheBarToItsEnd() {
    // Three thirds, each rounded, end where the bar ends.
    let chart = StackedBarChart(
      series: series + [ChartSeries(name: ChartText("x"), style: "x")],
      rows: [StackedBarChart.Row(label: ChartText("甲"), values: [1, 1, 1])])
    let svg = text { chart.write(to: &$0, title: "t") }
    for part in [
      #"x="0%" y="20" width="33.33%""#, #"x="33.33%" y="20" width="33.34%""#, #"x="66.67%" y="20" width="33.33%""#,
    ] {
      #expect(svg.contains(part), "\(svg)")
    }
  }

  @Test func ringBeginsAtTheTopAndCloses() {
    let svg = text { DonutChart(series: series, values: [1, 3]).write(to: &$0, title: "t") }
    #expect(svg.contains(#"stroke-dasharray="25 75" stroke-dashoffset="125""#))
    #expect(svg.contains(#"stroke-dasharray="75 25" stroke-dashoffset="100""#))
    #expect(svg.contains(">4</text>"))
    let nothing = text { DonutChart(series: series, values: [0, 0]).write(to: &$0, title: "t") }
    #expect(nothing.contains(">0</text>") && !nothing.contains("dasharray"))
  }

  @Test func longLabelsAreCutAndKeptInTheTooltip() {
    let name = String(repeating: "市", count: 30)
    let chart = StackedBarChart(
      series: series, rows: [StackedBarChart.Row(label: ChartText(zh: name, en: "short"), values: [1, 0])])
    let svg = text { chart.write(to: &$0, title: "t") }
    #expect(svg.contains(String(repeating: "市", count: 20) + "…</text>"))
    #expect(svg.contains("<title>\(name) · short</title>"))
    #expect(svg.contains(#"lang="en">short</text>"#))
  }

  @Test func textOfDataIsNoMarkup() {
    let chart = StackedBarChart(
      series: series, rows: [StackedBarChart.Row(label: ChartText("<script>&\""), values: [1, 0])])
    let svg = text { chart.write(to: &$0, title: "\"><script>") }
    #expect(!svg.contains("<script"))
    #expect(svg.contains("&lt;script&gt;&amp;\"</text>"))
  }

  @Test func sharesAreWrittenShort() {
    let cases = [(0, "0"), (5, "0.05"), (50, "0.5"), (1250, "12.5"), (10_000, "100"), (3333, "33.33")]
    for (hundredths, text) in cases { #expect(Share(hundredths: hundredths).number == text) }
    #expect(Share(1, of: 0) == .none)
  }
}
