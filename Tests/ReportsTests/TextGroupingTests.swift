import Encoding
import Diagnostics
import Reports
import Rules
import TestSupport
import Testing

@testable import Reports

@Suite struct TextGroupingTests {
  private func text(_ report: LintReport, _ grouping: ReportGrouping, _ language: Language, width: Int) -> [UInt8] {
    var output: [UInt8] = []
    var options = ReportOptions(language: language, width: width)
    options.grouping = grouping
    TextReporter().write(report, options: options) { output.append(contentsOf: $0) }
    return output
  }

  @Test func goldens() {
    for grouping in [ReportGrouping.item, .rule] {
      for language in Language.allCases {
        let output = text(HTMLReporterTests.decided, grouping, language, width: 40)
        let difference = Golden("grouped-\(grouping.rawValue).\(language.rawValue).txt").difference(from: output)
        #expect(difference == nil)
      }
    }
  }

  @Test func everyGroupingNamesEveryDiagnosticOnce() {
    let report = HTMLReporterTests.many(40)
    for grouping in ReportGrouping.allCases {
      let lines = String(decoding: text(report, grouping, .en, width: 60), as: UTF8.self).split(separator: "\n")
      #expect(lines.filter { $0.hasPrefix(" --> ") }.count == 40)
      #expect(lines.allSatisfy { DisplayWidth.of(String($0)) <= 60 || $0.hasPrefix("warning[") })
      let headings = lines.filter { $0.hasPrefix("+-") }.count / 2
      #expect(headings == (grouping == .file ? 0 : grouping == .item ? 5 : 40))
    }
  }

  @Test func longReportsNameTheMostFrequentRules() {
    let lines = SampleReport.text(HTMLReporterTests.many(300), width: 40)
    let start = lines.firstIndex { $0.hasPrefix("most frequent") } ?? 0
    #expect(lines[start + 1] == "form-guide-missing-0        4")
    #expect(lines[(start + 1)...(start + 10)].allSatisfy { $0.hasSuffix(" 4") } && lines[start + 11].isEmpty)
    #expect(!SampleReport.text(HTMLReporterTests.many(49)).contains { $0.hasPrefix("most frequent") })
  }
}
