package import Encoding
package import Rules

/// The text report in parts that can be written at the same time: files do not look at one another.
extension TextReporter {
  /// Diagnostics of a part at least; below, there is nothing to gain.
  private static let leastPart = 256

  /// Ranges of the diagnostics, each of whole files; one alone where the report is grouped otherwise or short.
  package func parts(of report: LintReport, options: ReportOptions, count: Int) -> [Range<Int>] {
    let diagnostics = report.diagnostics
    let size = max(Self.leastPart, (diagnostics.count + max(1, count) - 1) / max(1, count))
    guard options.grouping == .file, diagnostics.count > size else { return [diagnostics.indices] }
    var parts: [Range<Int>] = []
    var start = 0
    while start < diagnostics.count {
      var end = min(start + size, diagnostics.count)
      while end < diagnostics.count, diagnostics[end].file == diagnostics[end - 1].file { end += 1 }
      parts.append(start..<end)
      start = end
    }
    return parts
  }

  /// Writes the diagnostics of one part.
  package func write(_ part: Range<Int>, of report: LintReport, options: ReportOptions, to sink: @escaping ByteSink) {
    var text = TextReport(report: report, options: options, locator: SourceLocator(report), sink: sink)
    if part == report.diagnostics.indices {
      text.writeDiagnostics()
    } else {
      text.writeFiles(part)
    }
    text.output.flush()
  }

  /// Writes what stands below all parts.
  package func writeSummary(of report: LintReport, options: ReportOptions, to sink: @escaping ByteSink) {
    guard !options.isBrief else { return }
    var text = TextReport(report: report, options: options, locator: SourceLocator(report), sink: sink)
    text.writeSummary()
    text.output.flush()
  }
}
