/// What people decided about the faults of one catalog, as its files beside the configuration say.
package struct Decisions: Sendable {
  /// Waivers; nil where there is no file.
  package var waivers: WaiverFile?
  /// Accepted faults; nil where there is no file or none is wanted.
  package var baseline: Baseline?
  /// Whether lines of the baseline without a fault fail the run.
  package var isBaselineStrict: Bool
  /// Whether the faults that the baseline does not know are wanted one by one.
  package var collectsNew: Bool
  /// The day by which waivers end, YYYY-MM-DD.
  package var today: String

  /// What was decided about a catalog, in a form to report on.
  package struct Outcome: Sendable {
    /// What is wrong with the decisions themselves: unused, ended, without a fault.
    package var diagnostics: [ReportedDiagnostic] = []
    /// How each waiver stands.
    package var waivers: [WaiverStatus] = []
    /// What the baseline knows and what it does not.
    package var baseline = BaselineComparison()
  }

  /// Collects decisions.
  package init(
    waivers: WaiverFile? = nil, baseline: Baseline? = nil, isBaselineStrict: Bool = false, collectsNew: Bool = false,
    today: String
  ) {
    self.waivers = waivers
    self.baseline = baseline
    self.isBaselineStrict = isBaselineStrict
    self.collectsNew = collectsNew
    self.today = today
  }

  /// Accepts what was decided: by comments first, then by waivers, then by the baseline.
  /// - Parameter found: a catalog's diagnostics in order of file and offset, numbered.
  package func apply(to found: inout [ReportedDiagnostic], of catalog: ReviewedCatalog) -> Outcome {
    var outcome = Outcome()
    outcome.diagnostics = SuppressionDecision(catalog).apply(to: &found)
    var failing: Set<Int> = []
    if let waivers, let today = CalendarDay(today) {
      let decision = WaiverDecision(catalog, waivers, today: today)
      (outcome.waivers, failing) = decision.apply(to: &found)
      outcome.diagnostics += decision.diagnostics(outcome.waivers, known: found)
    }
    let decision = BaselineDecision(catalog, baseline, collectsNew: collectsNew)
    outcome.baseline = decision.apply(to: &found, failing: failing)
    if isBaselineStrict { outcome.diagnostics += decision.diagnostics(outcome.baseline) }
    DiagnosticKey.number(&outcome.diagnostics)
    return outcome
  }
}
