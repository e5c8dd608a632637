import Catalog
import Diagnostics
import Drawing
import Encoding
import Rules

extension ScorePage {
  /// Writes the four questions, the four cuts, the ledger by state and the classes of problems as charts.
  mutating func charts() {
    page.begin("div", class: "charts")
    page.endLine()
    // Two columns of about the same height.
    questions()
    states()
    classes()
    cuts()
    page.end()
    page.endLine()
  }

  /// Opens a figure with its caption, whose id names the drawing.
  private mutating func beginFigure(_ id: String, _ title: LocalizedText) {
    page.begin("figure")
    page.begin("figcaption")
    page.attribute("id", id)
    both(title)
    page.end()
  }

  private mutating func endFigure() {
    page.end()
    page.endLine()
  }

  private mutating func questions() {
    let rows = Aspect.allCases.compactMap { aspect in
      report.catalog.points(of: aspect).map { points in
        MeterChart.Row(
          label: ChartText(zh: aspect.name.zh, en: aspect.name.en), share: points.hundredths, value: points.text,
          style: "i")
      }
    }
    guard !rows.isEmpty else { return }
    beginFigure("questions", LocalizedText(zh: "四问得分（满分 100）", en: "The four questions (of 100)"))
    MeterChart(rows: rows).write(to: &page, title: "questions")
    endFigure()
  }

  /// The sums of items and of bundles, each measure that both versions state.
  private mutating func cuts() {
    guard let cuts = report.cuts else { return }
    let rows = [(cuts.items, false), (cuts.bundles, true)].flatMap { group, isBundles in
      group.sums.filter { $0.documents > 0 }.compactMap { row($0, isBundles: isBundles) }
    }
    guard !rows.isEmpty else { return }
    beginFigure(
      "cuts",
      LocalizedText(
        zh: "四减：\(cuts.beforeName.zh) → \(cuts.afterName.zh)",
        en: "The four cuts: \(cuts.beforeName.en) → \(cuts.afterName.en)"))
    PairedBarChart(rows: rows).write(to: &page, title: "cuts")
    both(LocalizedText(zh: zh.sumRemark, en: en.sumRemark), in: "p", class: "remark")
    endFigure()
  }

  private func row(_ sum: ComparedGroup.Sum, isBundles: Bool) -> PairedBarChart.Row? {
    guard let before = length(sum.figure.before), let after = length(sum.figure.after) else { return nil }
    let values = (zh: zh.values(sum.figure), en: en.values(sum.figure))
    let label = ChartText(
      zh: "\(zh.section(isBundles: isBundles)) · \(zh.name(of: sum.figure.measure))（\(sum.documents) 份）",
      en: "\(en.section(isBundles: isBundles)) · \(en.name(of: sum.figure.measure)) (of \(sum.documents))")
    return PairedBarChart.Row(
      label: label, change: ChartText(zh: zh.change(sum.figure), en: en.change(sum.figure)),
      before: (before, ChartText(zh: values.zh.before, en: values.en.before)),
      after: (after, ChartText(zh: values.zh.after, en: values.en.after)))
  }

  /// What a bar is as long as; limits in hundredths of a working day.
  private func length(_ figure: Figure?) -> Int? {
    switch figure {
    case nil: nil
    case .count(let count): count * 100
    case .share(let percent): Decimals.hundredths(percent)
    case .limit(let limit): limit.workingDayHundredths
    }
  }

  /// Colours of states, from what waits to what is done.
  private static let stateStyles: [(state: LedgerState, style: StaticString)] = [
    (.open, "e"), (.returned, "x"), (.working, "w"), (.postponed, "b"), (.review, "i"), (.closed, "g"),
    (.rejected, "v"),
  ]

  private var series: [ChartSeries] {
    Self.stateStyles.map { state, style in
      ChartSeries(name: ChartText(zh: state.label.zh, en: state.label.en), style: style)
    }
  }

  private mutating func states() {
    guard !report.rows.isEmpty else { return }
    let counts = Self.stateStyles.map { state, _ in report.rows(in: [state]).count }
    beginFigure("states", LocalizedText(zh: "整改台账：状态", en: "The ledger by state"))
    page.begin("div", class: "split")
    DonutChart(series: series, values: counts).write(to: &page, title: "states")
    page.begin("ul", class: "key")
    for (entry, count) in zip(Self.stateStyles, counts) where count > 0 {
      page.begin("li", class: entry.style)
      both(entry.state.label)
      page.begin("b")
      page.text(count)
      page.end()
      page.end()
    }
    page.end()
    page.end()
    endFigure()
  }

  private mutating func classes() {
    guard !report.rows.isEmpty else { return }
    let rows = report.classes.map { defect, rows in
      let name = defect?.name ?? LocalizedText(zh: "未归类", en: "no class")
      return StackedBarChart.Row(
        label: ChartText(zh: name.zh, en: name.en),
        values: Self.stateStyles.map { state, _ in rows.count { $0.state == state } })
    }
    beginFigure("classes", ScoreWords.classes)
    StackedBarChart(series: series, rows: rows).write(to: &page, title: "classes")
    endFigure()
  }

  /// Writes how the members of the bundles wait for each other.
  mutating func pictures() {
    let bundles = report.documents.filter { report.pictures[$0.guide.name.id] != nil }.prefix(Self.drawnBundles)
    guard !bundles.isEmpty else { return }
    page.begin("h2")
    both(ScoreWords.bundles)
    page.end()
    for (index, bundle) in bundles.enumerated() {
      guard let drawing = report.pictures[bundle.guide.name.id], case .laidOut(let layout) = GraphPicture(drawing)
      else {
        continue
      }
      page.begin("figure", class: "way")
      page.begin("figcaption")
      both(bundle.guide.title)
      page.end()
      layout.write(to: &page, prefix: "bundle\(index)")
      page.end()
      page.endLine()
    }
  }

  /// Bundles that are drawn; of more, nobody would look at the pictures.
  private static let drawnBundles = 24
}
