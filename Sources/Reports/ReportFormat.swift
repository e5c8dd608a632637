/// The formats that `--format` names.
package enum ReportFormat: String, Sendable, CaseIterable {
  /// For people at a terminal.
  case text
  /// For programs.
  case json

  /// The token used on the command line.
  package var token: String { rawValue }

  /// Reads a token; nil for any other text.
  package init?(token: String) { self.init(rawValue: token) }

  /// What renders this format.
  package var reporter: any Reporter {
    switch self {
    case .text: TextReporter()
    case .json: JSONReporter()
    }
  }
}
