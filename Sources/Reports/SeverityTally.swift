internal import Diagnostics
internal import Rules

/// How many diagnostics of a report there are of each severity and state, and the sentences that say so.
struct SeverityTally {
  /// Failures that nobody accepted.
  private(set) var failures: [Severity: Int] = [:]
  /// Failures that somebody accepted.
  private(set) var waived = 0
  /// Evaluations that failed.
  private(set) var unevaluated = 0

  /// Counts the diagnostics of a report.
  init(_ report: LintReport) {
    for diagnostic in report.diagnostics { add(diagnostic) }
  }

  /// Starts at zero.
  init() {}

  /// Whether nothing was counted.
  var isEmpty: Bool { failures.isEmpty && waived == 0 && unevaluated == 0 }

  /// Counts one diagnostic.
  mutating func add(_ diagnostic: ReportedDiagnostic) {
    switch diagnostic.state {
    case .waived: waived += 1
    case .error: unevaluated += 1
    case .fail, .pass, .notApplicable: failures[diagnostic.severity, default: 0] += 1
    }
  }

  /// The counts that are not zero, the gravest first, such as “2 个错误、1 条已豁免”.
  func list(in language: Language) -> String {
    var parts = Severity.allCases.reversed().compactMap { severity in
      failures[severity].map { Messages.count($0, of: severity)[language] }
    }
    if unevaluated > 0 { parts.append(Messages.unevaluatedCount(unevaluated)[language]) }
    if waived > 0 { parts.append(Messages.waivedCount(waived)[language]) }
    return parts.joined(separator: Messages.countSeparator[language])
  }
}
