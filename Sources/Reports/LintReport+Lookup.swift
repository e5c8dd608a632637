internal import Diagnostics
internal import Rules

extension LintReport {
  /// The rule that a diagnostic comes from; nil for built-in faults.
  func rule(of diagnostic: ReportedDiagnostic) -> RuleSummary? {
    guard let index = diagnostic.ruleIndex, rules.indices.contains(index) else { return nil }
    return rules[index]
  }

  /// What to do about a diagnostic: its own remedy, else its rule's.
  func remedy(of diagnostic: ReportedDiagnostic) -> LocalizedText? {
    diagnostic.remedy ?? rule(of: diagnostic)?.remedy
  }
}
