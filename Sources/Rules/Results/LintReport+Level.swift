package import Diagnostics

extension LintReport {
  /// Leaves out the diagnostics below a severity; those that could not be judged stay, since the run is not complete.
  package mutating func keepDiagnostics(from level: Severity) {
    guard level > .info else { return }
    diagnostics.removeAll { $0.severity < level && $0.state != .error }
  }
}
