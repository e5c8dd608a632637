package import Diagnostics

/// What the person who reads a report has asked for.
package struct ReportOptions: Sendable {
  /// Language of messages.
  package var language: Language
  /// Whether ANSI colours are written; only for formats that people read on a terminal.
  package var color: Bool
  /// Columns of the terminal; nil where the output is none.
  package var width: Int?

  /// Asks for plain text in Chinese, as wide as the output likes, unless told otherwise.
  package init(language: Language = .zh, color: Bool = false, width: Int? = nil) {
    self.language = language
    self.color = color
    self.width = width
  }
}
