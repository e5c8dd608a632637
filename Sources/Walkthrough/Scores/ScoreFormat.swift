package import Diagnostics
package import Encoding

/// The formats of a report of scores; Word is made of the Markdown.
package enum ScoreFormat: String, Sendable, CaseIterable {
  /// For people at a terminal.
  case text
  /// One page that needs nothing else.
  case html
  /// The written report with its four headings.
  case markdown
  /// The same for a word processor.
  case word
  /// For programs.
  case json

  /// Writes a report; the same report gives the same bytes.
  /// - Parameters:
  ///   - width: columns of the terminal; nil where there is none.
  ///   - isComplete: whether the scores can be trusted.
  package func write(
    _ report: ScoreReport, language: Language, width: Int?, isComplete: Bool, to sink: @escaping ByteSink
  ) {
    switch self {
    case .text: ScoreFormat.send(ScoreText(report, language: language, width: width).text(), to: sink)
    case .html:
      var page = ScorePage(report, language: language, to: sink)
      page.write()
    case .markdown, .word:
      var page = ScoreMarkdown(report, language: language)
      ScoreFormat.send(page.text(), to: sink)
    case .json:
      var json = ScoreJSON(report, isComplete: isComplete, to: sink)
      json.write()
    }
  }

  private static func send(_ text: String, to sink: ByteSink) {
    Array(text.utf8).withUnsafeBytes { sink($0) }
  }
}
