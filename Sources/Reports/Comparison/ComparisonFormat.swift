package import Encoding
package import Rules

/// The formats in which `compare` tells what changed.
package enum ComparisonFormat: String, Sendable, CaseIterable {
  /// For people at a terminal.
  case text
  /// For a comment on a change.
  case markdown
  /// For a spreadsheet.
  case csv
  /// For programs.
  case json
  /// One page that needs nothing else.
  case html

  /// The token used on the command line.
  package var token: String { rawValue }

  /// Streams a comparison to `sink`; the same comparison and options give the same bytes.
  /// - Parameter showsAll: whether what did not change is shown too.
  package func write(
    _ comparison: CatalogComparison, options: ReportOptions, showsAll: Bool, to sink: @escaping ByteSink
  ) {
    let words = ComparisonWords(language: options.language)
    switch self {
    case .text:
      var report = ComparisonTextReport(comparison, words, options, showsAll: showsAll, sink: sink)
      report.write()
    case .markdown:
      var page = ComparisonMarkdown(comparison, words, showsAll: showsAll, sink: sink)
      page.write()
    case .csv:
      var table = ComparisonCSV(comparison, words, showsAll: showsAll, sink: sink)
      table.write()
    case .json:
      var json = ComparisonJSON(comparison, showsAll: showsAll, sink: sink)
      json.write()
    case .html:
      var page = ComparisonHTML(comparison, words, showsAll: showsAll, sink: sink)
      page.write()
    }
  }
}

extension CatalogComparison {
  /// The documents that are shown.
  func shown(_ showsAll: Bool) -> [ComparedDocument] { showsAll ? documents : documents.filter(\.isChanged) }

  /// The departments that are shown.
  func shownDepartments(_ showsAll: Bool) -> [ComparedGroup] {
    showsAll ? departments : departments.filter(\.isChanged)
  }
}
