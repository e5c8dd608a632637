internal import Diagnostics
package import Encoding
package import Rules

/// Writes workflow commands, which GitHub's runner turns into annotations of the changed lines.
///
/// A step shows ten annotations of each kind. So the first ten are commands, one notice counts the others, and lines
/// that the runner leaves alone list them.
package struct GitHubReporter: Reporter {
  /// How much is written beside the annotations.
  package enum Scope: Sendable {
    /// Every diagnostic, so that the log is a report of its own.
    case everything
    /// Nothing, since the text report stands before them.
    case annotations
  }

  /// How much is written.
  private let scope: Scope

  /// Makes a reporter.
  package init(scope: Scope = .everything) { self.scope = scope }

  /// Streams the commands; a run in which nothing was found writes nothing.
  package func write(
    _ report: LintReport, options: ReportOptions, locator: SourceLocator, to sink: @escaping ByteSink
  ) {
    var log = WorkflowLog(report: report, options: options, locator: locator, sink: sink)
    log.write(scope: scope)
  }
}

/// One log while it is written.
private struct WorkflowLog: ~Copyable {
  /// Annotations of one kind that a step shows.
  private static let limit = 10
  /// Bytes of a message above which it is cut; GitHub takes 64 KB.
  private static let longestMessage = 4_000

  /// What is written.
  let report: LintReport
  /// Language of messages.
  let language: Language
  /// Where the run stands in its repository: annotations need paths from its root.
  let repository: RepositoryPlace?
  /// Turns offsets into lines and columns.
  let locator: SourceLocator
  /// Takes the lines.
  var output: ByteWriter
  /// Annotations that may still be written, for each kind.
  var room: [Severity: Int]

  /// Begins a log; one notice is kept for the sentence that counts the rest.
  init(report: LintReport, options: ReportOptions, locator: SourceLocator, sink: @escaping ByteSink) {
    self.report = report
    language = options.language
    repository = options.repository
    self.locator = locator
    output = ByteWriter(sink: sink)
    room = [.error: Self.limit, .warning: Self.limit, .info: Self.limit - 1]
  }

  /// Writes commands, the notice, and the lines of what is no command.
  mutating func write(scope: GitHubReporter.Scope) {
    var rest: [Int] = []
    var tally = SeverityTally()
    for failure in report.failures where takeRoom(.error) { writeFailure(failure[language]) }
    for (index, diagnostic) in report.diagnostics.enumerated() {
      if diagnostic.state != .waived, takeRoom(diagnostic.severity) {
        writeCommand(for: diagnostic)
      } else {
        tally.add(diagnostic)
        rest.append(index)
      }
    }
    if !tally.isEmpty {
      output.write(literal: "::notice title=guidelint::")
      writeData(Messages.furtherAnnotations(tally)[language])
      output.write(literal: "\n")
    }
    if scope == .everything { for index in rest { writeLine(of: report.diagnostics[index]) } }
    output.flush()
  }

  /// Takes one of the annotations that are left of a kind.
  private mutating func takeRoom(_ severity: Severity) -> Bool {
    guard let left = room[severity], left > 0 else { return false }
    room[severity] = left - 1
    return true
  }

  /// Writes what kept the run from its end, which has no place in a file.
  private mutating func writeFailure(_ text: String) {
    output.write(literal: "::error title=guidelint::")
    writeData(text)
    output.write(literal: "\n")
  }

  /// Writes a command. Columns are told only within one line, since the runner refuses them otherwise.
  private mutating func writeCommand(for diagnostic: ReportedDiagnostic) {
    output.write(command(of: diagnostic.severity))
    output.write(literal: " file=")
    writeProperty(repository?.path(of: diagnostic.file) ?? diagnostic.file)
    if let file = locator.file(at: diagnostic.file) {
      let start = file.position(at: diagnostic.range.start)
      let end = file.position(at: diagnostic.range.end)
      let lastLine = file.lastLine(of: diagnostic.range)
      output.write(",line=\(start.line),endLine=\(lastLine)")
      if lastLine == start.line {
        let last = end.line == start.line ? end.column - 1 : start.column
        output.write(",col=\(start.column),endColumn=\(max(start.column, last))")
      }
    }
    output.write(literal: ",title=")
    writeProperty(diagnostic.rule)
    output.write(literal: "::")
    writeData(Messages.stated(diagnostic, in: language))
    if let remedy = report.remedy(of: diagnostic) {
      output.write(literal: "%0A")
      writeData(Messages.remedy[language] + remedy[language])
    }
    output.write(literal: "\n")
  }

  /// The command of a severity.
  private func command(of severity: Severity) -> String {
    switch severity {
    case .error: "::error"
    case .warning: "::warning"
    case .info: "::notice"
    }
  }

  /// Writes a diagnostic as a line that is no command, whatever it quotes: the runner looks for `::` at the beginning
  /// of a line and for `##[` anywhere in it.
  private mutating func writeLine(of diagnostic: ReportedDiagnostic) {
    let position = locator.start(of: diagnostic.range, in: diagnostic.file)
    let severity = Messages.name(of: diagnostic.severity)[language]
    let place = "\(diagnostic.file):\(position.line):\(position.column)"
    let text = "- \(place): \(severity)[\(diagnostic.rule)] \(Messages.stated(diagnostic, in: language))"
    var hashes = 0
    for byte in VisibleText.line(text).utf8 {
      if byte == UInt8(ascii: "["), hashes >= 2 { output.write(UInt8(ascii: " ")) }
      hashes = byte == UInt8(ascii: "#") ? hashes + 1 : 0
      output.write(byte)
    }
    output.write(literal: "\n")
  }

  /// Writes a message; what would end the command or steer a terminal is escaped.
  private mutating func writeData(_ text: String) {
    var length = 0
    for scalar in text.unicodeScalars {
      length += 1
      guard length <= Self.longestMessage else { return output.write("…") }
      switch scalar {
      case "%": output.write(literal: "%25")
      case "\r": output.write(literal: "%0D")
      case "\n": output.write(literal: "%0A")
      default: output.write(VisibleText.replacement(for: scalar) ?? String(Character(scalar)))
      }
    }
  }

  /// Writes the value of a property, in which colons and commas have a meaning too.
  private mutating func writeProperty(_ text: String) {
    for byte in VisibleText.line(text).utf8 {
      switch byte {
      case UInt8(ascii: "%"): output.write(literal: "%25")
      case UInt8(ascii: ":"): output.write(literal: "%3A")
      case UInt8(ascii: ","): output.write(literal: "%2C")
      default: output.write(byte)
      }
    }
  }
}
