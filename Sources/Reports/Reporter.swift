package import Encoding
package import Rules

/// Renders a report in one format.
package protocol Reporter: Sendable {
  /// Streams `report` to `sink`; the same report and options give the same bytes.
  func write(_ report: LintReport, options: ReportOptions, to sink: @escaping ByteSink)
}
