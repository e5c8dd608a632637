package import Diagnostics

/// What the person who reads a report has asked for.
package struct ReportOptions: Sendable {
  /// Language of messages.
  package var language: Language
  /// Whether ANSI colours are written; only for formats that people read on a terminal.
  package var color: Bool
  /// Columns of the terminal; nil where the output is none.
  package var width: Int?
  /// The repository that the run stands in; nil leaves paths as the report has them.
  package var repository: RepositoryPlace?
  /// What the text report puts together.
  package var grouping = ReportGrouping.file
  /// Whether the text report is made of its diagnostics alone.
  package var isBrief = false

  /// Asks for plain text in Chinese, as wide as the output likes, unless told otherwise.
  package init(
    language: Language = .zh, color: Bool = false, width: Int? = nil, repository: RepositoryPlace? = nil
  ) {
    self.language = language
    self.color = color
    self.width = width
    self.repository = repository
  }
}
