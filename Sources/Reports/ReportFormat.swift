/// The formats that `--format` names.
package enum ReportFormat: String, Sendable, CaseIterable {
  /// For people at a terminal.
  case text
  /// For programs.
  case json
  /// For code scanning services.
  case sarif
  /// For build servers, as tests.
  case junit
  /// For build servers and review tools, as style faults.
  case checkstyle
  /// Annotations and job summary of GitHub.
  case github
  /// Code quality report of GitLab.
  case gitlab
  /// For merge requests and wikis.
  case markdown
  /// For spreadsheets.
  case csv
  /// One page for a browser, offline.
  case html

  /// The token used on the command line.
  package var token: String { rawValue }

  /// Reads a token; nil for any other text.
  package init?(token: String) { self.init(rawValue: token) }

  /// What renders this format.
  package var reporter: any Reporter {
    switch self {
    case .text: TextReporter()
    case .json: JSONReporter()
    case .sarif: SARIFReporter()
    case .junit: JUnitReporter()
    case .checkstyle: CheckstyleReporter()
    case .github: GitHubReporter()
    case .gitlab: GitLabReporter()
    case .markdown: MarkdownReporter()
    case .csv: CSVReporter()
    case .html: HTMLReporter()
    }
  }
}
