import Catalog
package import Diagnostics
import Encoding
import Rules

/// The written report with its four headings: 措施, 效果, 机制, 问题建议; then the scores with their sums.
package struct ScoreMarkdown {
  /// Rows of the ledger that a table lists; the rest is counted.
  private static let listedRows = 40

  private let report: ScoreReport
  private let language: Language
  private let words: ComparisonWords
  private var page = MarkdownWriter()

  /// Prepares to write in one language.
  package init(_ report: ScoreReport, language: Language) {
    self.report = report
    self.language = language
    words = ComparisonWords(language: language)
  }

  /// The report as Markdown.
  package mutating func text() -> String {
    page = MarkdownWriter()
    page.heading(1, VisibleText.line(ScoreWords.title(report.round.name)[language]))
    page.paragraph(report.today.text)
    measures()
    effects()
    mechanisms()
    problems()
    annex()
    return page.text
  }

  private mutating func measures() {
    page.heading(2, ScoreWords.headings.measures[language])
    page.paragraph(report.roundSentence[language])
    for (label, tallies, kit) in [
      (LocalizedText(zh: "方式", en: "Modes"), report.round.modes, "modes"),
      (LocalizedText(zh: "身份", en: "Reviewers"), report.round.roles, "roles"),
      (LocalizedText(zh: "渠道", en: "Channels"), report.round.channels, "channels"),
    ] where !tallies.isEmpty {
      page.item(words.words("\(label.zh)：", "\(label.en): ") + report.list(tallies, of: kit)[language])
    }
    page.item(report.coverageSentence[language])
    page.item(
      words.words(
        "检查工具用 \(report.ruleCount) 条规则核对了 \(report.documents.count) 份办事指南。",
        "The linter held \(report.documents.count) guides against \(report.ruleCount) rules."))
    if !report.unreadable.isEmpty {
      page.item(
        words.words("读不出、没有得分的文件：", "Files that could not be read and have no score: ")
          + report.unreadable.joined(separator: words.words("、", ", ")))
    }
  }

  private mutating func effects() {
    page.heading(2, ScoreWords.headings.effects[language])
    page.paragraph(report.ledgerSentence[language])
    if let points = report.catalog.points {
      let aspects = Aspect.allCases.map { aspect in
        "\(aspect.name[language]) \(report.catalog.points(of: aspect)?.text ?? "–")"
      }
      page.paragraph(
        words.words("全部指南平均 \(points.text) 分：", "All guides: \(points.text) points on average; ")
          + aspects.joined(separator: words.words("，", ", ")) + words.words("。", "."))
    }
    guard let cuts = report.cuts else { return }
    page.heading(3, ScoreWords.cuts[language])
    page.tableHeader([words.words("", ""), cuts.beforeName[language], cuts.afterName[language], ""])
    for sum in [cuts.items, cuts.bundles].flatMap(\.sums) where sum.documents > 0 {
      let values = words.values(sum.figure)
      let name = words.name(of: sum.figure.measure) + words.words("（\(sum.documents) 份）", " (of \(sum.documents))")
      row([name, values.before, values.after, words.change(sum.figure)])
    }
    page.paragraph(words.sumRemark)
  }

  private mutating func mechanisms() {
    page.heading(2, ScoreWords.headings.mechanisms[language])
    if !report.rows.isEmpty {
      page.paragraph(report.careSentence[language])
      page.tableHeader(
        [ScoreWords.classes[language]] + LedgerState.allCases.map { $0.label[language] } + [words.words("合计", "all")])
      for (defect, rows) in report.classes {
        let counts = LedgerState.allCases.map { state in String(rows.count { $0.state == state }) }
        row([defect?.name[language] ?? words.words("未归类", "no class")] + counts + [String(rows.count)])
      }
    }
    page.paragraph(ScoreWords.toFillIn[language])
  }

  private mutating func problems() {
    page.heading(2, ScoreWords.headings.problems[language])
    if !report.overdue.isEmpty {
      page.heading(3, ScoreWords.overdue[language])
      rowsTable(report.overdue)
    }
    let open = report.rows.filter { $0.state.isPending && !$0.isOverdue(on: report.today.text) }
    if !open.isEmpty {
      page.heading(3, ScoreWords.open[language])
      rowsTable(open)
    }
    if !report.round.suggestions.isEmpty {
      page.heading(3, ScoreWords.suggestions[language])
      for suggestion in report.round.suggestions { page.line("- " + ScoreMarkdown.escaped(suggestion)) }
    }
    if open.isEmpty, report.overdue.isEmpty, report.round.suggestions.isEmpty {
      page.paragraph(words.words("没有尚未解决的问题。", "No problem is open."))
    }
  }

  private mutating func rowsTable(_ rows: [LedgerRow]) {
    page.tableHeader([
      words.words("编号", "row"), words.words("事项", "item"), words.words("问题", "problem"),
      words.words("牵头单位", "lead"), words.words("时限", "due"), words.words("状态", "state"),
    ])
    let shown = rows.prefix(ScoreMarkdown.listedRows)
    for row in shown {
      self.row([
        row.id, row.title?[language] ?? row.document ?? "", row.problem ?? "", row.lead ?? "", row.deadline ?? "",
        row.state.label[language],
      ])
    }
    if rows.count > shown.count {
      page.paragraph(
        words.words("另有 \(rows.count - shown.count) 行，见整改台账。", "\(rows.count - shown.count) more are in the ledger."))
    }
  }

  private mutating func annex() {
    page.heading(2, ScoreWords.annex[language])
    page.paragraph(ScoreWords.method[language])
    page.tableHeader([
      ScoreWords.rank[language], ScoreWords.department[language], ScoreWords.guides[language],
      ScoreWords.walks[language], ScoreWords.score[language], ScoreWords.sum[language],
    ])
    for (position, group) in report.departments.enumerated() {
      row([
        group.isRanked ? String(position + 1) : "–", group.name?[language] ?? ScoreWords.noDepartment[language],
        String(group.documents.count), String(group.walks), group.points?.text ?? "–", group.sum,
      ])
    }
    page.paragraph(ScoreWords.noRank[language])
    page.tableHeader(
      [ScoreWords.guide[language], ScoreWords.walks[language]] + Aspect.allCases.map { $0.name[language] }
        + [ScoreWords.score[language]])
    for document in report.documents {
      row(
        [document.guide.title[language], String(document.walks)] + document.aspects.map(\.sum)
          + [document.sum])
    }
  }

  private mutating func row(_ cells: [String]) { page.row(cells.map(ScoreMarkdown.escaped)) }

  /// A text of a document, in which nothing is markup.
  private static func escaped(_ text: String) -> String {
    MarkdownText.collected { MarkdownText.write(text, to: &$0) }
  }
}
