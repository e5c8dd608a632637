import Diagnostics

/// Tells whether fixes have done what they promise, from what is said of a file before and after.
struct FixCheck {
  /// Diagnostics of the file before, by rule.
  private let before: [String: Int]
  /// Diagnostics that were to be repaired, by rule.
  private let repaired: [String: Int]
  /// Faults whose repair lets more of the document be read, so that rules may have more to say of it.
  private let reveals: (rules: Bool, shapes: Bool)

  /// Notes what was said before, and what is to be repaired.
  init(_ before: [ReportedDiagnostic], repairing fixed: [ReportedDiagnostic]) {
    self.before = FixCheck.counts(before)
    // A stub is no repair yet.
    repaired = FixCheck.counts(fixed.filter { $0.fix?.applicability != .suggestion })
    let isReadingFault = fixed.contains { $0.rule.utf8.starts(with: "yaml-".utf8) || $0.rule == "schema-kind-unknown" }
    reveals = (isReadingFault || fixed.contains { FixCheck.isBuiltIn($0.rule) }, isReadingFault)
  }

  /// Whether every repaired diagnostic is gone, the file is read as before, and no error is new.
  func passes(_ after: [ReportedDiagnostic]) -> Bool {
    let now = FixCheck.counts(after)
    for (rule, count) in repaired where now[rule, default: 0] > before[rule, default: 0] - count { return false }
    var known: [String: Int] = [:]
    for diagnostic in after where isGrave(diagnostic) {
      known[diagnostic.rule, default: 0] += 1
    }
    return known.allSatisfy { $0.value <= before[$0.key, default: 0] }
  }

  /// Whether a diagnostic must not come by a fix.
  private func isGrave(_ diagnostic: ReportedDiagnostic) -> Bool {
    if diagnostic.rule.utf8.starts(with: "yaml-".utf8) { return true }
    if FixCheck.isBuiltIn(diagnostic.rule) { return !reveals.shapes }
    return diagnostic.state == .error || diagnostic.severity == .error && !reveals.rules
  }

  private static func counts(_ diagnostics: [ReportedDiagnostic]) -> [String: Int] {
    diagnostics.reduce(into: [:]) { $0[$1.rule, default: 0] += 1 }
  }

  /// Whether a fault is one of reading rather than of a rule.
  static func isBuiltIn(_ rule: String) -> Bool {
    ["yaml-", "schema-", "catalog-id", "catalog-several", "catalog-reference", "catalog-nesting", "catalog-profile"]
      .contains { rule.utf8.starts(with: $0.utf8) }
  }
}
