internal import Diagnostics
package import Encoding
package import Rules

/// Writes the XML of Checkstyle, which most build servers and review tools read.
///
/// The format knows three severities and nothing else: what was waived is a remark that says who accepted it, and
/// remedies stand in the message.
package struct CheckstyleReporter: Reporter {
  /// Version of the format; readers expect one of Checkstyle's own.
  private static let version = "4.3"

  /// Makes a reporter; it has no settings of its own.
  package init() {}

  /// Streams the report, an element for each file.
  package func write(
    _ report: LintReport, options: ReportOptions, locator: SourceLocator, to sink: @escaping ByteSink
  ) {
    let language = options.language
    var xml = XMLWriter(sink: sink)
    xml.begin("checkstyle")
    xml.attribute("version", Self.version)
    for failure in report.failures {
      xml.begin("exception")
      xml.text(failure[language])
      xml.end()
    }
    var file: String?
    for diagnostic in report.diagnostics {
      if file != diagnostic.file {
        if file != nil { xml.end() }
        file = diagnostic.file
        xml.begin("file")
        xml.attribute("name", diagnostic.file)
      }
      let position = locator.start(of: diagnostic.range, in: diagnostic.file)
      xml.begin("error")
      xml.attribute("line", position.line)
      xml.attribute("column", position.column)
      xml.attribute("severity", diagnostic.state == .waived ? "info" : diagnostic.severity.token)
      xml.attribute("message", message(of: diagnostic, in: report, language))
      xml.attribute("source", "guidelint." + diagnostic.rule)
      xml.end()
    }
    if file != nil { xml.end() }
    xml.end()
    xml.finish()
  }

  /// The message with its remedy, or with who accepted it.
  private func message(of diagnostic: ReportedDiagnostic, in report: LintReport, _ language: Language) -> String {
    let message = Messages.stated(diagnostic, in: language)
    guard diagnostic.state != .waived, let remedy = report.remedy(of: diagnostic) else { return message }
    return message + "\n" + Messages.remedy[language] + remedy[language]
  }
}
