import CEL
import DataTree

/// Rules that compare a document with its earlier state.
extension RuleRunner {
  /// Whether a rule's condition is false without an earlier state, whatever the document holds: all that it reads
  /// besides is unset, so that reading it fails, and only a conjunction makes false of that.
  func isSilentWithoutBase(_ rule: Rule) -> Bool {
    guard rule.readsBase, let when = rule.when else { return false }
    evaluation.reset()
    // The steps are no work of any document.
    defer { evaluation.reset() }
    set(.base, .optional(.none))
    guard case .bool(false) = when.evaluate(in: evaluation) else { return false }
    return true
  }

  /// Whether a rule compares and there is nothing to compare with.
  func isSilent(_ rule: Int, on scope: DocumentScope) -> Bool {
    guard case .none = scope.base, !isSilentWithoutBase.isEmpty else { return false }
    return isSilentWithoutBase[rule]
  }

  /// Notes that a rule is not applicable to any of its targets.
  func passOver(_ rule: Int, on scope: DocumentScope) {
    var count: UInt32 = 0
    for selector in library.rules[rule].selectors {
      guard let range = select(selector) else { return limitReached(rule, scope) }
      count += UInt32(range.count)
    }
    tallies[rule].notApplicable += max(1, count)
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
