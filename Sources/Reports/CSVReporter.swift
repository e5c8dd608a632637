internal import Diagnostics
package import Encoding
package import Rules

/// Writes a table for spreadsheets, a row for each diagnostic, in which an office can sort, filter and tick off.
package struct CSVReporter: Reporter {
  /// Makes a reporter; it has no settings of its own.
  package init() {}

  /// Streams the rows below their heading; what kept a run from its end has a row too.
  package func write(
    _ report: LintReport, options: ReportOptions, locator: SourceLocator, to sink: @escaping ByteSink
  ) {
    let language = options.language
    var csv = CSVWriter(sink: sink)
    for title in Messages.spreadsheetHeader { csv.field(title[language]) }
    csv.endRow()
    for failure in report.failures { Self.writeFailure(failure, to: &csv, language) }
    let sources = report.rules.map { $0.sources.map(\.citation).joined(separator: "\n") }
    for diagnostic in report.diagnostics { Self.write(diagnostic, of: report, sources, locator, to: &csv, language) }
    csv.finish()
  }

  /// Writes a row.
  /// - Parameter sources: the law behind each rule.
  private static func write(
    _ diagnostic: ReportedDiagnostic, of report: LintReport, _ sources: [String], _ locator: SourceLocator,
    to csv: inout CSVWriter, _ language: Language
  ) {
    let rule = report.rule(of: diagnostic)
    let overview = diagnostic.document.flatMap { report.documents[$0] }
    let position = locator.start(of: diagnostic.range, in: diagnostic.file)
    csv.field(Messages.stateName(diagnostic.state)[language])
    csv.field(Messages.name(of: diagnostic.severity)[language])
    csv.field(diagnostic.rule)
    csv.field(Messages.name(of: rule?.aspect)[language])
    csv.field(rule?.defect?.name[language])
    csv.field(overview?.department)
    csv.field(diagnostic.document?.kind)
    csv.field(diagnostic.document?.id)
    csv.field(overview?.title)
    csv.field(diagnostic.file)
    csv.field(position.line)
    csv.field(position.column)
    csv.field(diagnostic.path)
    csv.field(diagnostic.message[language])
    csv.field(rule?.why?[language])
    csv.field(report.remedy(of: diagnostic)?[language])
    csv.field(rule == nil ? nil : diagnostic.ruleIndex.map { sources[$0] })
    csv.field(diagnostic.acceptance.map { Messages.decisionName($0.kind)[language] })
    csv.field(diagnostic.acceptance?.reason)
    csv.field(diagnostic.acceptance?.owner)
    csv.field(diagnostic.acceptance?.expires)
    csv.field(diagnostic.acceptance?.file)
    csv.field(diagnostic.key.fingerprint)
    csv.endRow()
  }

  /// Writes what kept the run from its end, in the column of messages.
  private static func writeFailure(_ failure: LocalizedText, to csv: inout CSVWriter, _ language: Language) {
    let message = 13
    for column in Messages.spreadsheetHeader.indices {
      switch column {
      case 0: csv.field(Messages.stateName(.error)[language])
      case 1: csv.field(Messages.name(of: Severity.error)[language])
      case message: csv.field(failure[language])
      default: csv.field(nil)
      }
    }
    csv.endRow()
  }
}
