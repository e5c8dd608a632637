package import Diagnostics
import Encoding
import Rules

/// The report in short, for people at a terminal.
package struct ScoreText {
  /// Documents with fewest points that are named.
  private static let namedDocuments = 10

  private let report: ScoreReport
  private let language: Language
  /// Columns of the terminal.
  private let width: Int

  /// Prepares to write lines of at most `width` columns where tables allow it.
  package init(_ report: ScoreReport, language: Language, width: Int?) {
    self.report = report
    self.language = language
    self.width = width ?? 100
  }

  /// The lines.
  package func text() -> String {
    var lines = wrapped(ScoreWords.title(report.round.name)[language])
    lines.append("")
    if let points = report.catalog.points {
      lines += wrapped("\(ScoreWords.wholeCatalog[language]): \(points.text)  \(report.catalog.sum)")
      lines += table(Aspect.allCases.map { [$0.name[language], report.catalog.points(of: $0)?.text ?? "–"] })
      lines.append("")
    }
    for sentence in [report.roundSentence, report.coverageSentence, report.ledgerSentence] {
      lines += wrapped(sentence[language])
    }
    lines += [""] + departments() + documents() + overdue()
    lines += wrapped(ScoreWords.method[language])
    return lines.joined(separator: "\n") + "\n"
  }

  private func departments() -> [String] {
    guard report.departments.count > 1 else { return [] }
    let head = [ScoreWords.department, ScoreWords.rank, ScoreWords.guides, ScoreWords.walks, ScoreWords.score]
    let rows = report.departments.enumerated().map { position, group in
      [
        group.name?[language] ?? ScoreWords.noDepartment[language], group.isRanked ? String(position + 1) : "–",
        String(group.documents.count), String(group.walks), group.points?.text ?? "–",
      ]
    }
    return table([head.map { $0[language] }] + rows) + wrapped(ScoreWords.noRank[language]) + [""]
  }

  private func documents() -> [String] {
    let worst = report.documents.sorted { ($0.points, $0.guide.name.id) < ($1.points, $1.guide.name.id) }
      .prefix(Self.namedDocuments)
    guard !worst.isEmpty else { return [] }
    let heads = LocalizedText(zh: "得分最低的指南", en: "guides with fewest points")
    let rows = worst.map { [$0.guide.name.id] + $0.aspects.map(\.points.text) + [$0.points.text] }
    return table([[heads[language]] + Aspect.allCases.map { $0.name[language] } + [ScoreWords.score[language]]] + rows)
      + [""]
  }

  private func overdue() -> [String] {
    guard !report.overdue.isEmpty else { return [] }
    let rows = report.overdue.prefix(Self.namedDocuments).map { row in
      [row.id, row.document ?? "", row.lead ?? "", row.deadline ?? ""]
    }
    return wrapped(ScoreWords.overdue[language] + ": \(report.overdue.count)") + table(Array(rows)) + [""]
  }

  private func table(_ rows: [[String]]) -> [String] {
    ColumnTable.lines(rows.map { $0.map { VisibleText.line($0) } }, width: width)
  }

  private func wrapped(_ text: String) -> [String] { LineWrapping.lines(of: text, width: width) }
}
