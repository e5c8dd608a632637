import Diagnostics
import Encoding
import Rules
import Foundation
import SourceText
import TestSupport
import Testing
import Walkthrough

struct ScoreTests {
  /// Four rules, one for each question but the last, and one about codes.
  private static let rules = [
    RuleSummary(id: "a", summary: text("甲"), severity: .error, aspect: .clarity),
    RuleSummary(id: "b", summary: text("乙"), severity: .warning, aspect: .clarity),
    RuleSummary(id: "c", summary: text("丙"), severity: .info, aspect: .flow),
    RuleSummary(id: "codes", summary: text("码"), severity: .error),
  ]

  private static func text(_ words: String) -> LocalizedText { LocalizedText(zh: words, en: words) }

  private static func failure(_ rule: String, _ severity: Severity) -> ReportedDiagnostic {
    ReportedDiagnostic(
      rule: rule, severity: severity, message: text("x"), file: "a.yaml", range: SourceRange(0, 1),
      document: DocumentName(kind: "ServiceItem", id: "shop"))
  }

  private func guide(_ id: String = "shop", extra: String = "") throws -> Guide {
    try #require(Samples.guide("kind: ServiceItem\nid: \(id)\nname: 开店\n\(extra)"))
  }

  private func walk(_ date: String, _ scores: [Aspect: Int]) -> WalkRecord {
    var record = WalkRecord(id: date, document: DocumentName(kind: "ServiceItem", id: "shop"))
    record.date = date
    record.scores = scores
    return record
  }

  @Test func aRuleCostsItsPointsOnceForAGuide() throws {
    let failures = [Self.failure("a", .error), Self.failure("a", .error), Self.failure("b", .warning)]
    let score = DocumentScore(
      try guide(), failures: failures + [Self.failure("c", .info), Self.failure("codes", .error)], rules: Self.rules,
      walks: [])
    #expect(score.aspects.map(\.points.text) == ["86", "99", "100", "100"])
    #expect(score.aspects[0].sum == "100 − 1×10 − 1×4 = 86")
    #expect(score.uncounted == ["codes"])
    #expect(score.sum == "(86+99+100+100)÷4 = 96.25")
  }

  @Test func walksCountHalf() throws {
    let score = DocumentScore(
      try guide(), failures: [Self.failure("a", .error)], rules: Self.rules,
      walks: [walk("2026-11-02", [.clarity: 5]), walk("2026-11-01", [.clarity: 4, .flow: 9])])
    #expect(score.aspects[0].sum == "100 − 1×10 = 90; (4+5)÷2×20 = 90; (90+90)÷2 = 90")
    // A mark that there is not counts for nothing.
    #expect(score.aspects[1].sum == "100")
    #expect(score.aspects[1].walkPoints == nil)
  }

  @Test func pointsDoNotFallBelowNothing() {
    var score = AspectScore(.flow)
    score.rules[.error] = (0..<12).map { "r\($0)" }
    #expect(score.points == Points(0))
    #expect(score.sum == "100 − 12×10 < 0 → 0")
  }

  @Test(arguments: [
    ([100, 100, 101], "1"), ([100, 101], "1.01"), ([33], "0.33"), ([], "–"), ([10_000, 0, 0], "33.33"),
  ])
  func meansAreRoundedToTheHundredth(hundredths: [Int], expected: String) {
    #expect((Points.mean(hundredths.map(Points.init(hundredths:)))?.text ?? "–") == expected)
  }

  @Test func thereIsNoRankBelowThreeWalks() throws {
    let walks = (1...3).map { walk("2026-11-0\($0)", [.clarity: 3]) }
    let scored = DocumentScore(try guide(), failures: [], rules: [], walks: walks)
    #expect(GroupScore(name: nil, documents: [scored]).isRanked)
    let less = DocumentScore(try guide(), failures: [], rules: [], walks: Array(walks.dropLast()))
    #expect(!GroupScore(name: nil, documents: [less]).isRanked)
  }

  @Test func theRoundIsCountedInTheWordsOfTheArticles() throws {
    var first = walk("2026-11-03", [:])
    var line = WalkRecord.Line(id: "limit.promised")
    line.result = .differs
    first.lines = [line]
    first.extra = [WalkRecord.Extra(name: "房产证明")]
    first.suggestions = ["写明要房产证明"]
    var second = first
    second.date = "2026-11-05"
    second.cannot = "系统登录不了"
    let round = RoundSummary(name: "四季度", walks: [first, second], guides: [try guide(extra: "highFrequency: true")])
    #expect(round.walks == 2 && round.walkedDocuments == 1)
    // The same place found twice is one weak point.
    #expect(round.weakPoints == 3 && round.extraPapers == 1 && round.suggestions.count == 1)
    #expect(round.highFrequency == 1 && round.highFrequencyWalked == 1)
    #expect(round.days?.first == "2026-11-03" && round.days?.last == "2026-11-05")
  }

  @Test func theFourCutsCompareWithWhatTheGuideStates() throws {
    let guide = try guide(
      extra: """
        visits: 0
        timeLimit: {promised: 5 工作日}
        before: {promised: 10 工作日, visits: 2}
        """)
    let comparison = try #require(FourCuts.comparison(of: [guide]))
    let words = ComparisonWords(language: .zh)
    let sums = comparison.items.sums.filter { $0.documents > 0 }
    let lines = sums.map { "\(words.values($0.figure)) \(words.change($0.figure))" }
    #expect(lines.contains { $0.hasPrefix("(before: \"10 工作日\", after: \"5 工作日\") ↓ 50%") })
    #expect(FourCuts.comparison(of: [try self.guide()]) == nil)
  }

  // MARK: The report as a whole

  private func report(_ title: String = "开店", rows: [LedgerRow] = []) throws -> ScoreReport {
    let guide = try #require(
      Samples.guide("kind: ServiceItem\nid: shop\nname: '\(title)'\ndepartment: {name: '\(title)'}"))
    let sources = ScoreReport.Sources(
      guides: [guide], failures: [guide.name: [Self.failure("a", .error)]], rules: Self.rules,
      walks: [walk("2026-11-01", [.clarity: 4])], rows: rows)
    let today = try #require(CalendarDay("2026-12-01"))
    return ScoreReport(
      sources, round: "四季度", cuts: nil, kits: [:], unreadable: [], today: today, version: "1")
  }

  private func text(_ format: ScoreFormat, _ report: ScoreReport, _ language: Language = .zh) -> String {
    var bytes: [UInt8] = []
    format.write(report, language: language, width: 80, isComplete: true) { bytes += $0 }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(arguments: [ScoreFormat.html, .markdown, .word, .json]) func theSumIsPrinted(format: ScoreFormat) throws {
    let text = text(format, try report())
    #expect(text.contains("÷4 = "))
    #expect(text.contains("100 − 1×10 = 90"))
  }

  @Test func theWrittenReportHasItsFourHeadings() throws {
    let text = text(.markdown, try report())
    let places = ["## 一、措施", "## 二、效果", "## 三、机制", "## 四、问题建议"].map { text.range(of: $0)?.lowerBound }
    #expect(places.allSatisfy { $0 != nil })
    #expect(places.compactMap { $0 } == places.compactMap { $0 }.sorted())
  }

  @Test func overdueRowsAreNamed() throws {
    var row = LedgerRow(id: "L-1")
    row.problem = "缺英文指南"
    row.due = "2026-11-30"
    for format in ScoreFormat.allCases { #expect(text(format, try report(rows: [row])).contains("L-1")) }
    row.state = .review
    #expect(try report(rows: [row]).overdue.isEmpty)
  }

  @Test func nothingFromADocumentIsMarkup() throws {
    let hostile = "<script>alert(1)</script>|`*_\u{202E}"
    for language in Language.allCases {
      let page = text(.html, try report(hostile), language)
      #expect(!page.contains("<script"))
      #expect(page.contains("&lt;script&gt;"))
      #expect(!page.contains("\u{202E}"))
      let markdown = text(.markdown, try report(hostile), language)
      #expect(markdown.contains("\\<script\\>"))
      #expect(!markdown.replacingOccurrences(of: "\\<", with: "").contains("<script"))
      #expect(!markdown.contains("\u{202E}"))
    }
  }

  @Test func thePageKnowsItsStyleAndRunsNothing() throws {
    let page = text(.html, try report())
    let style = try #require(
      page.components(separatedBy: "<style>").dropFirst().first?.components(separatedBy: "</style>")[0])
    let digest = Data(SHA256.digest(Array(style.utf8))).base64EncodedString()
    #expect(page.contains("sha256-\(digest)"), "the digest is sha256-\(digest)")
    #expect(!page.contains("script-src"))
    #expect(!page.contains("http://") && !page.contains("https://"))
  }
}
