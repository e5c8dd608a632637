internal import Diagnostics
internal import Drawing
internal import Encoding
internal import Rules

extension HTMLReport {
  /// How many bars a chart has at most; the rest is one bar more.
  private static let barLimit = 10
  /// How many rules the list of the most frequent ones names.
  private static let ruleLimit = 10

  /// Writes the verdict, the charts and the tables.
  mutating func writeOverview() {
    page.begin("section")
    page.attribute("id", literal: "overview")
    page.attribute("aria-labelledby", literal: "overview-title")
    page.begin("h2")
    page.attribute("id", literal: "overview-title")
    both(Messages.overview)
    page.end()
    page.endLine()
    writeVerdict()
    if !report.diagnostics.isEmpty {
      page.begin("div", class: "charts")
      page.endLine()
      writeSeverityChart()
      writeQuestionChart()
      writeDepartmentChart()
      writePackChart()
      page.end()
      page.endLine()
      writeFrequentRules()
    }
    if !report.rules.isEmpty, report.documentCount > 0 { writeQuestionTable() }
    page.end()
    page.endLine()
  }

  /// Says in words what the run came to.
  private mutating func writeVerdict() {
    guard report.documentCount > 0 || !report.diagnostics.isEmpty else {
      both(Messages.nothingRead, in: "p", class: "verdict")
      page.endLine()
      return writeCompleteness()
    }
    let found = [TallyClass.error, .warning, .info].filter { tally.all[$0] > 0 }
    let list = found.map { Messages.count(tally.all[$0], of: $0) }
    if !list.isEmpty {
      both(Messages.found(Messages.list(list)), in: "p", class: "verdict")
    } else if tally.all[.unevaluated] == 0, report.isComplete {
      both(Messages.noFindings, in: "p", class: "verdict good")
    }
    let besides = [TallyClass.waived, .baseline, .unevaluated].filter { tally.all[$0] > 0 }
    if !besides.isEmpty {
      both(Messages.besides(Messages.list(besides.map { Messages.count(tally.all[$0], of: $0) })), in: "p")
    }
    page.endLine()
    writeCompleteness()
  }

  /// Warns where the run could not judge everything, and says why.
  private mutating func writeCompleteness() {
    guard !report.isComplete else { return }
    page.begin("div", class: "alert")
    page.attribute("role", literal: "alert")
    both(Messages.incomplete, in: "p")
    if !report.failures.isEmpty {
      page.begin("ul")
      for failure in report.failures {
        page.begin("li")
        both(failure)
        page.end()
      }
      page.end()
    }
    page.end()
    page.endLine()
  }

  /// Opens a figure with its title; returns the id of the title.
  private mutating func beginFigure(_ name: StaticString, _ title: LocalizedText) {
    page.begin("figure")
    page.begin("figcaption")
    page.attribute("id", literal: name)
    both(title)
    page.end()
    page.endLine()
  }

  /// Closes a figure.
  private mutating func endFigure() {
    page.end()
    page.endLine()
  }

  /// Writes the ring of severities with its key, which is the key of all charts.
  private mutating func writeSeverityChart() {
    beginFigure("by-severity", Messages.bySeverity)
    page.begin("div", class: "split")
    DonutChart(series: ChartSeries.classes, values: tally.all.values).write(to: &page, title: "by-severity")
    page.begin("ul", class: "key")
    for kind in TallyClass.allCases where tally.all[kind] > 0 {
      page.begin("li", class: kind.style)
      both(Messages.label(Messages.name(of: kind)))
      page.begin("b")
      page.text(tally.all[kind])
      page.end()
      page.end()
    }
    page.end()
    page.end()
    page.endLine()
    endFigure()
  }

  /// Writes a bar for each of the four questions, and one for codes and format.
  private mutating func writeQuestionChart() {
    let rules = report.rules
    let groups = tally.grouped(
      by: { $0.ruleIndex.flatMap { rules[$0].aspect } }, orderedBy: { $0?.rawValue ?? "" })
    let counts = Dictionary(groups.map { ($0.key, $0.counts) }) { first, _ in first }
    let shown = Aspect.allCases.map(Optional.some) + (counts[nil] == nil ? [] : [nil])
    beginFigure("by-question", Messages.byQuestion)
    writeBars(
      shown.map {
        StackedBarChart.Row(label: ChartText(Messages.label(Messages.name(of: $0))), counts[$0] ?? ClassCounts())
      },
      title: "by-question")
    endFigure()
  }

  /// Writes a bar per department, if any document names one.
  private mutating func writeDepartmentChart() {
    var counts: [String?: ClassCounts] = [:]
    for group in groups {
      let department = group.overview(in: report)?.department
      for index in group.members {
        counts[department, default: ClassCounts()].add(TallyClass(report.diagnostics[index]))
      }
    }
    guard counts.keys.contains(where: { $0 != nil }) else { return }
    let ordered = counts.sorted { left, right in
      if left.value.total != right.value.total { return left.value.total > right.value.total }
      return (left.key ?? "").utf8.lexicographicallyPrecedes((right.key ?? "").utf8)
    }
    let rows = ordered.prefix(Self.barLimit).map { department, counts in
      let name = department.map { ChartText(VisibleText.line($0)) } ?? ChartText(Messages.noDepartment)
      return StackedBarChart.Row(label: name, counts)
    }
    beginFigure("by-department", Messages.byDepartment)
    let rest = ordered.dropFirst(Self.barLimit).map(\.value)
    writeBars(rows, rest: rest, Messages.otherDepartments(rest.count), title: "by-department")
    endFigure()
  }

  /// Writes a bar per pack of rules.
  private mutating func writePackChart() {
    let rules = report.rules
    let groups = tally.grouped(by: { $0.ruleIndex.map { rules[$0].pack } ?? "" }, orderedBy: { $0 })
    var titles: [String: LocalizedText] = [:]
    for rule in report.rules { if let title = rule.packTitle { titles[rule.pack] = title } }
    titles[""] = Messages.builtIn
    let rows = groups.prefix(Self.barLimit).map { pack, counts in
      StackedBarChart.Row(label: titles[pack].map { ChartText($0) } ?? ChartText(VisibleText.line(pack)), counts)
    }
    beginFigure("by-pack", Messages.byPack)
    let rest = groups.dropFirst(Self.barLimit).map(\.counts)
    writeBars(rows, rest: rest, Messages.otherPacks(rest.count), title: "by-pack")
    endFigure()
  }

  /// Writes bars in the colours of all charts, and what is left out below them.
  private mutating func writeBars(
    _ rows: [StackedBarChart.Row], rest: [ClassCounts] = [], _ restName: LocalizedText? = nil, title: String
  ) {
    var left: StackedBarChart.Row?
    if let restName, !rest.isEmpty {
      left = StackedBarChart.Row(label: ChartText(restName), rest.reduce(into: ClassCounts()) { $0 += $1 })
    }
    StackedBarChart(series: ChartSeries.classes, rows: rows, rest: left).write(to: &page, title: title)
  }

  /// Lists the rules that found most.
  private mutating func writeFrequentRules() {
    page.begin("table")
    page.begin("caption")
    both(Messages.frequentRules)
    page.end()
    writeTableHead([Messages.ruleColumn, Messages.severity, Messages.placesColumn])
    page.begin("tbody")
    for entry in tally.entries.prefix(Self.ruleLimit) {
      page.begin("tr")
      page.begin("td")
      let rule = entry.ruleIndex.map { report.rules[$0] }
      if let rule { both(rule.summary) }
      page.raw(literal: " ")
      writeRuleLink(entry.id, entry.ruleIndex.flatMap { cardNumbers[$0] })
      page.end()
      page.begin("td")
      if let rule { both(Messages.label(Messages.name(of: rule.severity))) }
      page.end()
      page.begin("td")
      page.text(entry.counts.total)
      page.end()
      page.end()
      page.endLine()
    }
    page.end()
    page.end()
    page.endLine()
  }

  /// Writes how many requirements hold, per question.
  private mutating func writeQuestionTable() {
    page.begin("table")
    page.begin("caption")
    both(Messages.questionTable)
    page.end()
    writeTableHead(Messages.questionHeader)
    page.begin("tbody")
    for aspect in Aspect.allCases.map(Optional.some) + [nil] {
      let rules = report.rules.filter { $0.aspect == aspect }
      guard aspect != nil || !rules.isEmpty else { continue }
      let counts = rules.reduce(into: ResultCounts()) { $0 += $1.counts }
      page.begin("tr")
      page.begin("th")
      page.attribute("scope", literal: "row")
      both(Messages.label(Messages.name(of: aspect)))
      page.end()
      for number in [rules.count, counts.pass, counts.fail, counts.notApplicable] {
        page.begin("td")
        page.text(number)
        page.end()
      }
      page.end()
      page.endLine()
    }
    page.end()
    page.end()
    page.endLine()
  }

  /// Writes the first row of a table.
  private mutating func writeTableHead(_ cells: [LocalizedText]) {
    page.begin("thead")
    page.begin("tr")
    for cell in cells {
      page.begin("th")
      page.attribute("scope", literal: "col")
      both(cell)
      page.end()
    }
    page.end()
    page.end()
    page.endLine()
  }
}

extension StackedBarChart.Row {
  /// A bar of numbers by class.
  fileprivate init(label: ChartText, _ counts: ClassCounts) { self.init(label: label, values: counts.values) }
}

extension ChartText {
  /// A text of the page.
  fileprivate init(_ words: LocalizedText) { self.init(zh: words.zh, en: words.en) }
}

extension ChartSeries {
  /// The classes of diagnostics, in the order of `ClassCounts.values`.
  fileprivate static let classes = TallyClass.allCases.map { kind in
    ChartSeries(name: ChartText(Messages.label(Messages.name(of: kind))), style: kind.style)
  }
}
