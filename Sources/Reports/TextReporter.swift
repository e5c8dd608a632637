internal import Diagnostics
package import Encoding
package import Rules

/// Writes the report that people read: each place with its line underlined, and a summary per aspect at the end.
///
/// Why a rule exists, how to fix it and the law behind it are told with the rule's first diagnostic in each file; the
/// further ones are short, so that a report of hundreds stays readable.
package struct TextReporter: Reporter {
  /// Makes a reporter; it has no settings of its own.
  package init() {}

  /// Streams the report as plain text, coloured if the options say so.
  package func write(
    _ report: LintReport, options: ReportOptions, locator: SourceLocator, to sink: @escaping ByteSink
  ) {
    var text = TextReport(report: report, options: options, locator: locator, sink: sink)
    text.writeDiagnostics()
    if !options.isBrief { text.writeSummary() }
    text.output.flush()
  }
}

extension TextReporter {
  /// Streams the diagnostics alone, without a summary.
  package func writeDiagnostics(of report: LintReport, options: ReportOptions, to sink: @escaping ByteSink) {
    var text = TextReport(report: report, options: options, locator: SourceLocator(report), sink: sink)
    for diagnostic in report.diagnostics { text.write(diagnostic) }
    text.output.flush()
  }
}

/// One text report while it is written.
struct TextReport: ~Copyable {
  /// Columns where the output is no terminal.
  static let defaultWidth = 100
  /// Columns below which nothing is cut any shorter.
  static let leastWidth = 40

  /// What is reported.
  let report: LintReport
  /// Language of messages.
  let language: Language
  /// Whether ANSI sequences are written.
  let color: Bool
  /// Columns that lines should keep to.
  let width: Int
  /// What is put together.
  let grouping: ReportGrouping
  /// Where the text goes.
  var output: ByteWriter
  /// Turns offsets into lines and columns.
  let locator: SourceLocator
  /// The file of the latest diagnostic.
  var currentFile: String?
  /// Indices of the rules that have been explained in that file.
  var explained: Set<Int> = []
  /// Explanations written before: those of a rule come again with each file.
  private var explanations: [Explanation: [UInt8]] = [:]
  /// How many of them are kept.
  private static let explanationLimit = 2048
  /// What stands before the messages of rules.
  var headers: [RuleHeader: String] = [:]
  /// How the file of the latest diagnostic is shown.
  var shownFile: (path: String, name: String, width: Int)?

  /// Why a rule exists, how to mend what it finds, and the law.
  struct Explanation: Hashable {
    /// Index of the rule.
    var rule: Int
    /// Columns before it.
    var gutter: Int
  }

  /// What the words before a message depend on.
  struct RuleHeader: Hashable {
    /// Index of the rule.
    var rule: Int
    /// Effective severity.
    var severity: Severity
    /// What became of the result.
    var state: ResultState
    /// Whether a machine can repair it.
    var isFixable: Bool
    /// What is put together.
    var group: ReportGrouping
  }

  /// Begins a report.
  init(report: LintReport, options: ReportOptions, locator: SourceLocator, sink: @escaping ByteSink) {
    self.report = report
    language = options.language
    color = options.color
    width = max(Self.leastWidth, options.width ?? Self.defaultWidth)
    grouping = options.grouping
    output = ByteWriter(sink: sink)
    self.locator = locator
  }

  /// Writes styled text.
  mutating func write(_ text: String, _ style: TextStyle = .plain) {
    output.write(style.apply(to: text, color: color))
  }

  /// Ends the line.
  mutating func endLine() { output.write(UInt8(ascii: "\n")) }

  /// Writes a whole line.
  mutating func line(_ text: String, _ style: TextStyle = .plain) {
    write(text, style)
    endLine()
  }

  /// Writes an explanation, and keeps its bytes for the next time.
  mutating func write(_ explanation: Explanation, _ body: (inout TextReport) -> Void) {
    if let known = explanations[explanation] { return known.withUnsafeBufferPointer { output.write($0) } }
    guard explanations.count < Self.explanationLimit else { return body(&self) }
    var bytes: [UInt8] = []
    var other = ByteWriter { bytes.append(contentsOf: $0) }
    swap(&output, &other)
    body(&self)
    output.flush()
    swap(&output, &other)
    explanations[explanation] = bytes
    bytes.withUnsafeBufferPointer { output.write($0) }
  }

  /// Writes a wrapped paragraph behind `label`, its further lines indented by `hanging` columns or below its beginning.
  mutating func paragraph(_ text: String, label: String, labelStyle: TextStyle, hanging: Int? = nil) {
    let first = DisplayWidth.of(label)
    let indent = hanging ?? first
    let lines = LineWrapping.lines(of: text, width: width, first: first, hanging: indent)
    write(lines, label: label, labelStyle: labelStyle, indent: indent)
  }

  private mutating func write(_ lines: [String], label: String, labelStyle: TextStyle, indent: Int) {
    // A label alone on its line ends without the space that would part it from the text.
    let isAlone = lines.first?.isEmpty != false && label.hasSuffix(" ")
    write(isAlone ? String(label.dropLast()) : label, labelStyle)
    for (index, wrapped) in lines.enumerated() {
      if index > 0 {
        endLine()
        if !wrapped.isEmpty { output.write(UInt8(ascii: " "), count: indent) }
      }
      write(wrapped)
    }
    endLine()
  }
}
