import CEL
import DataTree

/// Rules that compare a document with its earlier state.
extension RuleRunner {
  /// Whether there is nothing to compare with, so that a rule that is silent then says nothing.
  func isSilent(on scope: DocumentScope) -> Bool {
    // What examples reach is noted expression by expression.
    guard case .none = scope.base else { return false }
    return coverage == nil
  }

  /// Notes that a rule is not applicable to any of its targets.
  func passOver(_ rule: Int, on scope: DocumentScope) {
    var count: UInt32 = 0
    for selector in plans[rule].selectors {
      guard let range = select(selector) else { return limitReached(rule, scope) }
      count += UInt32(range.count)
    }
    tally[rule].notApplicable += max(1, count)
  }

  /// The earlier state of the document as expressions see it; what cannot be read is absent.
  func base(in scope: DocumentScope) -> Value {
    switch scope.base {
    case .none: .optional(.none)
    case .unreadable: .absent
    case .document: evaluation.makeOptional(.node(NodeReference(tree: 2, node: .root)))
    }
  }
}
