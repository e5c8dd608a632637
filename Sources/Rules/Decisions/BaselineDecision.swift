import Diagnostics

/// What a catalog's baseline and its present faults have in common, and what they have not.
package struct BaselineComparison: Sendable {
  /// Keys of faults that the baseline accepts.
  package var known: [DiagnosticKey] = []
  /// Faults that it does not know and could accept, in order of file and offset; empty unless they are asked for.
  package var new: [ReportedDiagnostic] = []
  /// Its lines without a fault.
  package var stale: [Baseline.Entry] = []
  /// Its lines of which this run cannot tell: the document or the rule was not looked at.
  package var unjudged: [Baseline.Entry] = []
  /// Number of faults that no baseline takes: of locked rules, and those whose waiver is over.
  package var refused = 0

  /// Nothing known, nothing new.
  package init() {}
}

/// Applies a catalog's baseline to what comments and waivers left.
struct BaselineDecision {
  private let catalog: ReviewedCatalog
  private let baseline: Baseline?
  private let collectsNew: Bool

  /// Prepares to judge a catalog; without a baseline everything is new.
  init(_ catalog: ReviewedCatalog, _ baseline: Baseline?, collectsNew: Bool) {
    self.catalog = catalog
    self.baseline = baseline
    self.collectsNew = collectsNew
  }

  /// Accepts what the baseline knows.
  /// - Parameter failing: positions of diagnostics that fail whatever the baseline says, since their waiver is over.
  func apply(to found: inout [ReportedDiagnostic], failing: Set<Int>) -> BaselineComparison {
    var comparison = BaselineComparison()
    guard baseline != nil || collectsNew else { return comparison }
    let entries = baseline?.entries ?? []
    let keys = Set(entries.lazy.map(\.key))
    var used: Set<DiagnosticKey> = []
    for index in found.indices where catalog.acceptableIDs.contains(found[index].rule) {
      let key = found[index].key
      switch found[index].state {
      case .error: used.insert(key)
      case .fail where found[index].isLocked || failing.contains(index): comparison.refused += 1
      case .fail where keys.contains(key):
        used.insert(key)
        comparison.known.append(key)
        found[index].accept(Acceptance(kind: .baseline, file: baseline?.source.path ?? ""))
      case .fail: if collectsNew { comparison.new.append(found[index]) }
      case .pass, .notApplicable, .waived: break
      }
    }
    var judged: [String: [String: Bool]] = [:]
    for entry in entries where !used.contains(entry.key) {
      let known = judged[entry.key.document]?[entry.key.rule]
      let isJudged = known ?? catalog.isJudged(entry.key.rule, onDocument: entry.key.document)
      if known == nil { judged[entry.key.document, default: [:]][entry.key.rule] = isJudged }
      if isJudged { comparison.stale.append(entry) } else { comparison.unjudged.append(entry) }
    }
    return comparison
  }

  /// Lines without a fault, where that is to fail a run.
  func diagnostics(_ comparison: BaselineComparison) -> [ReportedDiagnostic] {
    guard let baseline else { return [] }
    return comparison.stale.map { entry in
      ReportedDiagnostic(
        rule: "baseline-stale", severity: .error, message: Messages.baselineStale(entry.key),
        file: baseline.source.path, range: entry.range)
    }
  }
}
