import Catalog
package import Diagnostics
import Drawing
package import Encoding
import Rules

/// The report as one page for a browser without network: charts, tables and every sum, in both languages, without script.
package struct ScorePage: ~Copyable {
  /// Documents that are listed; of more, those with fewest points.
  private static let listedDocuments = 500

  /// What is reported.
  let report: ScoreReport
  private let language: Language
  /// Takes the elements.
  var page: HTMLWriter
  /// Words of measures for Chinese readers.
  let zh = ComparisonWords(language: .zh)
  /// Words of measures for English readers.
  let en = ComparisonWords(language: .en)

  /// Prepares to stream the page; `language` is shown first.
  package init(_ report: ScoreReport, language: Language, to sink: @escaping ByteSink) {
    self.report = report
    self.language = language
    page = HTMLWriter(sink: sink)
  }

  /// Writes the page from top to bottom.
  package mutating func write() {
    let title = ScoreWords.title(report.round.name)
    page.beginPage(
      PageHead(
        isChinese: language == .zh, titleZH: title.zh, titleEN: title.en, version: report.version,
        style: (ScorePageStyle.text, ScorePageStyle.digest), script: nil))
    page.begin("body")
    page.endLine()
    page.languageChoice(isChinese: language == .zh)
    page.begin("header", class: "masthead")
    page.begin("div")
    page.begin("h1")
    both(title)
    page.end()
    page.element("p", report.today.text)
    page.end()
    page.languageLabels()
    page.end()
    page.endLine()
    page.begin("main")
    page.endLine()
    verdict()
    charts()
    overdue()
    departments()
    documents()
    both(ScoreWords.method, in: "p", class: "remark")
    pictures()
    page.end()
    page.endLine()
    page.finish()
  }

  /// Writes a text in both languages, of which the page shows one.
  mutating func both(_ text: LocalizedText, in name: StaticString = "span", class style: StaticString? = nil) {
    page.both(zh: text.zh, en: text.en, in: name, class: style)
  }

  // MARK: In short

  private mutating func verdict() {
    page.begin("section", class: "verdict")
    if let points = report.catalog.points {
      page.begin("p", class: "points")
      page.element("b", points.text)
      both(LocalizedText(zh: "分 · 全部指南平均", en: "points · mean of all guides"))
      page.end()
      page.element("p", class: "sum", report.catalog.sum)
    } else {
      both(LocalizedText(zh: "目录里没有在用的事项。", en: "The catalog has no item in use."), in: "p")
    }
    for sentence in [report.roundSentence, report.coverageSentence, report.ledgerSentence] {
      both(sentence, in: "p")
    }
    if !report.unreadable.isEmpty {
      page.begin("p", class: "alert")
      both(LocalizedText(zh: "读不出、没有得分的文件：", en: "Files that could not be read and have no score: "))
      page.visible(report.unreadable.joined(separator: ", "))
      page.end()
    }
    page.end()
    page.endLine()
  }

  // MARK: Lists

  private mutating func overdue() {
    guard !report.overdue.isEmpty else { return }
    beginTable(
      ScoreWords.overdue,
      [
        LocalizedText(zh: "编号", en: "row"), ScoreWords.guide, LocalizedText(zh: "问题", en: "problem"),
        LocalizedText(zh: "牵头单位", en: "lead"), LocalizedText(zh: "责任人", en: "owner"),
        LocalizedText(zh: "时限", en: "due"),
      ])
    for row in report.overdue {
      page.begin("tr")
      page.begin("td")
      page.element("code", row.id)
      page.end()
      page.begin("td")
      both(row.title ?? LocalizedText(zh: row.document ?? "", en: row.document ?? ""))
      page.end()
      for text in [row.problem, row.lead, row.owner, row.deadline] { cell(text ?? "") }
      page.end()
      page.endLine()
    }
    endTable()
  }

  private mutating func departments() {
    guard !report.departments.isEmpty else { return }
    beginTable(
      ScoreWords.department,
      [
        ScoreWords.rank, ScoreWords.department, ScoreWords.guides, ScoreWords.walks, ScoreWords.score, ScoreWords.sum,
      ], numbers: [0, 2, 3, 4])
    for (position, group) in report.departments.enumerated() {
      page.begin("tr")
      cell(group.isRanked ? String(position + 1) : "–", "number")
      page.begin("th")
      page.attribute("scope", literal: "row")
      both(group.name ?? ScoreWords.noDepartment)
      page.end()
      cell(String(group.documents.count), "number")
      cell(String(group.walks), "number")
      cell(group.points?.text ?? "–", "number strong")
      cell(group.sum, "sum")
      page.end()
      page.endLine()
    }
    endTable()
    both(ScoreWords.noRank, in: "p", class: "remark")
    page.endLine()
  }

  private mutating func documents() {
    guard !report.documents.isEmpty else { return }
    var shown = report.documents
    if shown.count > Self.listedDocuments {
      // The order stays; those that need it least are left out.
      let bound = shown.map(\.points).sorted()[Self.listedDocuments - 1]
      shown = Array(shown.filter { $0.points <= bound }.prefix(Self.listedDocuments))
    }
    beginTable(
      ScoreWords.annex,
      [ScoreWords.guide, ScoreWords.walks] + Aspect.allCases.map(\.name) + [ScoreWords.score], numbers: [1])
    for document in shown { row(document) }
    endTable()
    if shown.count < report.documents.count {
      let rest = report.documents.count - shown.count
      both(
        LocalizedText(
          zh: "只列出得分最低的 \(shown.count) 份，另有 \(rest) 份。",
          en: "These are the \(shown.count) with fewest points; \(rest) more are left out."), in: "p", class: "remark")
    }
  }

  private mutating func row(_ document: DocumentScore) {
    page.begin("tr")
    page.begin("th")
    page.attribute("scope", literal: "row")
    both(document.guide.title)
    page.void("br")
    page.element("code", document.guide.name.id)
    page.end()
    cell(String(document.walks), "number")
    for aspect in document.aspects {
      page.begin("td")
      page.element("b", aspect.points.text)
      page.element("small", aspect.sum)
      let rules = Severity.gravestFirst.flatMap { aspect.rules[$0] ?? [] }
      if !rules.isEmpty {
        page.begin("small")
        for (index, rule) in rules.enumerated() {
          if index > 0 { page.text(" ") }
          page.element("code", rule)
        }
        page.end()
      }
      page.end()
    }
    page.begin("td")
    page.element("b", document.points.text)
    page.element("small", document.sum)
    page.end()
    page.end()
    page.endLine()
  }

  // MARK: Parts of tables

  /// Opens a table below its heading; on narrow screens it scrolls by itself.
  private mutating func beginTable(_ title: LocalizedText, _ heads: [LocalizedText], numbers: Set<Int> = []) {
    page.begin("h2")
    both(title)
    page.end()
    page.begin("div", class: "wide")
    page.attribute("tabindex", literal: "0")
    page.attribute("role", literal: "region")
    page.attribute("aria-label", title[language])
    page.begin("table")
    page.begin("thead")
    page.begin("tr")
    for (column, head) in heads.enumerated() {
      page.begin("th", class: numbers.contains(column) ? "number" : nil)
      page.attribute("scope", literal: "col")
      both(head)
      page.end()
    }
    page.end()
    page.end()
    page.endLine()
    page.begin("tbody")
    page.endLine()
  }

  private mutating func endTable() {
    for _ in 0..<3 { page.end() }
    page.endLine()
  }

  private mutating func cell(_ text: String, _ style: StaticString? = nil) {
    page.begin("td", class: style)
    page.visible(text)
    page.end()
  }
}
