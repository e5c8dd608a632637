import Diagnostics
import Reports
import Rules
import Testing

@Test func partsOfATextReportAreTheWhole() {
  var report = SampleReport.full
  report.diagnostics = report.diagnostics.flatMap { Array(repeating: $0, count: 300) }
  let reporter = TextReporter()
  for language in Language.allCases {
    for isBrief in [false, true] {
      var options = ReportOptions(language: language)
      options.isBrief = isBrief
      var whole: [UInt8] = []
      reporter.write(report, options: options) { whole.append(contentsOf: $0) }
      for count in 1...7 {
        let parts = reporter.parts(of: report, options: options, count: count)
        #expect(parts.first?.lowerBound == 0 && parts.last?.upperBound == report.diagnostics.count)
        // A file is never divided, and the second one holds four fifths.
        #expect(parts.count == (count < 5 ? 1 : 2))
        var pieces: [UInt8] = []
        for part in parts { reporter.write(part, of: report, options: options) { pieces.append(contentsOf: $0) } }
        reporter.writeSummary(of: report, options: options) { pieces.append(contentsOf: $0) }
        #expect(pieces == whole)
      }
    }
  }
}
