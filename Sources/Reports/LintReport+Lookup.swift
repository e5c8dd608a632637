internal import Rules

extension LintReport {
  /// The rule that a diagnostic comes from; nil for built-in faults.
  func rule(of diagnostic: ReportedDiagnostic) -> RuleSummary? {
    guard let index = diagnostic.ruleIndex, rules.indices.contains(index) else { return nil }
    return rules[index]
  }
}
