package import Encoding
package import Rules

/// Renders a report in one format.
package protocol Reporter: Sendable {
  /// Streams `report` to `sink`; the same report and options give the same bytes.
  /// - Parameter locator: the lines of the report's files, which all reporters of a run share.
  func write(_ report: LintReport, options: ReportOptions, locator: SourceLocator, to sink: @escaping ByteSink)
}

extension Reporter {
  /// Streams a report that is rendered once.
  package func write(_ report: LintReport, options: ReportOptions, to sink: @escaping ByteSink) {
    write(report, options: options, locator: SourceLocator(report), to: sink)
  }
}
