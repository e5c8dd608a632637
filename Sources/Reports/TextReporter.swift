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
  /// Notes divided into lines before: those of a rule come again with each file.
  var wrapped: [WrappedNote: [String]] = [:]
  /// How many of them are kept.
  private static let wrappedLimit = 2048

  /// A note of a rule as it is divided into lines.
  struct WrappedNote: Hashable {
    /// Index of the rule.
    var rule: Int
    /// Position among the rule's notes.
    var position: Int
    /// Columns before it.
    var gutter: Int
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

  /// Writes a note of a rule behind `label`, its further lines below its beginning.
  mutating func note(_ key: WrappedNote, _ text: @autoclosure () -> String, label: String) {
    let indent = DisplayWidth.of(label)
    let lines = wrapped[key] ?? LineWrapping.lines(of: text(), width: width, first: indent, hanging: indent)
    if wrapped.count < Self.wrappedLimit, wrapped[key] == nil { wrapped[key] = lines }
    write(lines, label: label, labelStyle: .frame, indent: indent)
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
