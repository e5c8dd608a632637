import Catalog
import DataTree

/// Rules that look for something inside texts.
extension RuleRunner {
  /// Runs a rule with `find`: texts that cannot hold a match pass together, and only the others are judged one by one.
  func runSearch(_ rule: Int, _ content: Rule, _ scope: DocumentScope) {
    guard case .matches(let find) = content.targets else { return }
    let bit: UInt64 = find < TextTriggers.capacity ? 1 << UInt64(find) : 0
    var known: Outcome?
    var isEmpty = true
    for selector in plans[rule].selectors {
      guard let range = select(selector) else { return limitReached(rule, scope) }
      if range.isEmpty { continue }
      guard makeSurvey(selector) else { return limitReached(rule, scope) }
      isEmpty = false
      if known == nil, plans[rule].isWhenOfDocument, let when = plans[rule].when {
        prepare(rule, target: .root, scope)
        known = evaluate(when, scope)
      }
      minorScript = surveys[selector].minorScript
      // A condition on the node decides between pass and not applicable, and a mutation replaces the search.
      var isOpen = plans[rule].when == nil && mutation == nil && bit != 0
      if mutation == nil, bit != 0, case .holds? = known { isOpen = true }
      if isOpen, surveys[selector].union & bit == 0 {
        let textCount = surveys[selector].textCount
        tally[rule].pass += UInt32(textCount)
        tally[rule].notApplicable += UInt32(range.count - textCount)
        continue
      }
      for position in range {
        let node = selectedNode(position)
        if isOpen, surveys[selector].masks[position - range.lowerBound] & bit == 0 {
          if scope.tree.view.kind(node) == .string {
            tally[rule].pass += 1
          } else {
            tally[rule].notApplicable += 1
          }
        } else {
          judge(rule, target: node, known: known, isPrepared: false, scope)
        }
      }
    }
    if isEmpty { tally[rule].notApplicable += 1 }
  }

  /// Finds out what the texts of a selector may hold; false when the selector's bound was reached.
  private func makeSurvey(_ selector: Int) -> Bool {
    if surveys[selector].isMade { return true }
    guard let view, let range = select(selector) else { return false }
    if let whole = selectorPlans[selector]._withUnsafeGuaranteedRef({ $0.part?.whole }) {
      guard let nodes = select(whole), makeSurvey(whole) else { return false }
      surveys[selector] = TextSurvey(part: positions[selector], of: surveys[whole], in: view) {
        selectedNode(nodes.lowerBound + $0)
      }
      return true
    }
    surveys[selector] = TextSurvey(
      selected[range], in: view, TextMemo.of(evaluation), isAboutScript: library.scriptFinds
    ) { library.triggers.mask(of: $0) }
    return true
  }
}
