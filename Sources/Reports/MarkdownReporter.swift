internal import Diagnostics
package import Encoding
package import Rules

/// Writes the report for merge requests, wikis and job summaries (GitHub's flavour of Markdown): a table for each file.
package struct MarkdownReporter: Reporter {
  /// Bytes after which rows are counted instead of written; nil for as many as there are.
  private let limit: Int?

  /// Makes a reporter for a reader that takes at most `limit` bytes.
  package init(limit: Int? = nil) { self.limit = limit }

  /// Streams the report: what the run comes to, then the files, then what was accepted.
  package func write(
    _ report: LintReport, options: ReportOptions, locator: SourceLocator, to sink: @escaping ByteSink
  ) {
    // Room for the rows at hand and for the sentence that says how many are missing.
    let rowLimit = limit.map { max(0, $0 - 4_096) } ?? .max
    var page = MarkdownPage(report: report, options: options, locator: locator, limit: rowLimit, sink: sink)
    page.write()
  }
}

/// One page while it is written.
private struct MarkdownPage: ~Copyable {
  /// What is written.
  let report: LintReport
  /// Language of messages.
  let language: Language
  /// Where the run stands in its repository.
  let repository: RepositoryPlace?
  /// Turns offsets into lines and columns.
  let locator: SourceLocator
  /// Bytes after which no row is begun.
  let limit: Int
  /// Takes the text.
  var output: ByteWriter
  /// Rows that found no room.
  var omitted = 0
  /// The latest file and the address that its rows link to.
  var link: (file: String, address: String) = ("", "")

  /// Begins a page.
  init(report: LintReport, options: ReportOptions, locator: SourceLocator, limit: Int, sink: @escaping ByteSink) {
    self.report = report
    language = options.language
    repository = options.repository
    self.locator = locator
    self.limit = limit
    output = ByteWriter(sink: sink)
  }

  /// Writes the page.
  mutating func write() {
    output.write("# \(Messages.reportTitle[language])\n\n")
    writeVerdict()
    writeAspects()
    var file: String?
    for diagnostic in report.diagnostics where diagnostic.state != .waived {
      guard hasRoom() else { continue }
      if file != diagnostic.file { writeHead(of: diagnostic) }
      file = diagnostic.file
      write(diagnostic)
    }
    writeWaived()
    if omitted > 0 { output.write("\n\(Messages.furtherRows(omitted)[language])\n") }
    output.flush()
  }

  /// Whether another row may be written; counts it where not.
  private mutating func hasRoom() -> Bool {
    if output.count < limit { return true }
    omitted += 1
    return false
  }

  /// Writes what was found and read, and what kept the run from its end.
  private mutating func writeVerdict() {
    let tally = SeverityTally(report)
    if report.documentCount == 0, report.diagnostics.isEmpty {
      output.write("\(Messages.nothingRead[language])\n")
    } else if tally.isEmpty {
      if report.isComplete { output.write("\(Messages.noFindings[language])\n") }
    } else {
      output.write("**\(Messages.found(tally.list(in: language))[language])**\n")
    }
    if report.documentCount > 0 {
      let checked = Messages.checked(
        files: report.fileCount, documents: report.documentCount, rules: report.rules.count)
      output.write("\n\(checked[language])\n")
    }
    guard !report.isComplete else { return }
    output.write("\n**\(Messages.incomplete[language])**\n")
    if !report.failures.isEmpty { output.write("\n") }
    for failure in report.failures {
      output.write(literal: "- ")
      MarkdownText.write(failure[language], to: &output)
      output.write(literal: "\n")
    }
  }

  /// Writes the counts by aspect.
  private mutating func writeAspects() {
    guard !report.rules.isEmpty else { return }
    output.write(literal: "\n|")
    for title in Messages.tableHeader { output.write(" \(title[language]) |") }
    output.write(literal: "\n|:---|---:|---:|---:|---:|\n")
    var aspects: [Aspect?] = Aspect.allCases
    aspects.append(nil)
    for aspect in aspects {
      let rules = report.rules.filter { $0.aspect == aspect }
      guard aspect != nil || !rules.isEmpty else { continue }
      let counts = rules.reduce(into: ResultCounts()) { $0 += $1.counts }
      output.write("| \(Messages.name(of: aspect)[language]) | \(rules.count) | \(counts.pass) | \(counts.fail) ")
      output.write("| \(counts.notApplicable) |\n")
    }
  }

  /// Writes the heading of a file and of its table.
  private mutating func writeHead(of diagnostic: ReportedDiagnostic) {
    output.write(literal: "\n## [")
    MarkdownText.write(diagnostic.file, to: &output)
    output.write("](\(address(of: diagnostic.file)))")
    if let document = diagnostic.document, let title = report.documents[document]?.title {
      output.write(literal: " ")
      MarkdownText.write(title, to: &output)
    }
    output.write(literal: "\n\n|")
    for title in Messages.diagnosticHeader { output.write(" \(title[language]) |") }
    output.write(literal: "\n|---|---|---|---|---|\n")
  }

  /// Writes a row below the heading of its file.
  private mutating func write(_ diagnostic: ReportedDiagnostic) {
    output.write(literal: "| ")
    writePlace(of: diagnostic, named: false)
    output.write(" | \(Messages.name(of: diagnostic.severity)[language]) | ")
    MarkdownText.write(diagnostic.rule, to: &output)
    output.write(literal: " | ")
    MarkdownText.write(Messages.stated(diagnostic, in: language), to: &output)
    output.write(literal: " | ")
    if let remedy = report.remedy(of: diagnostic) { MarkdownText.write(remedy[language], to: &output) }
    output.write(literal: " |\n")
  }

  /// Writes who accepted what, over all files.
  private mutating func writeWaived() {
    var isFirst = true
    for diagnostic in report.diagnostics where diagnostic.state == .waived {
      guard hasRoom() else { continue }
      if isFirst {
        output.write("\n## \(Messages.waivedTitle[language])\n\n|")
        for title in Messages.waivedHeader { output.write(" \(title[language]) |") }
        output.write(literal: "\n|---|---|---|---|\n")
      }
      isFirst = false
      output.write(literal: "| ")
      writePlace(of: diagnostic, named: true)
      output.write(literal: " | ")
      MarkdownText.write(diagnostic.rule, to: &output)
      output.write(literal: " | ")
      MarkdownText.write(diagnostic.message[language], to: &output)
      output.write(literal: " | ")
      if let acceptance = diagnostic.acceptance {
        MarkdownText.write(Messages.acceptedBy(acceptance)[language], to: &output)
      }
      output.write(literal: " |\n")
    }
  }

  /// Writes line and column, linked to the line.
  private mutating func writePlace(of diagnostic: ReportedDiagnostic, named: Bool) {
    let position = locator.start(of: diagnostic.range, in: diagnostic.file)
    output.write(literal: "[")
    if named {
      MarkdownText.write(diagnostic.file, to: &output)
      output.write(literal: ":")
    }
    output.write(position.line)
    output.write(literal: ":")
    output.write(position.column)
    output.write(literal: "](")
    output.write(address(of: diagnostic.file))
    output.write(literal: "#L")
    output.write(position.line)
    output.write(literal: ")")
  }

  /// Where a file is shown: at the host if that is known, else relative to the page.
  private mutating func address(of file: String) -> String {
    if link.file == file { return link.address }
    let address: String
    if let repository, let host = repository.address {
      address = host + FileAddress.encoded(repository.path(of: file))
    } else {
      address = FileAddress.encoded(file)
    }
    link = (file, address)
    return address
  }
}
