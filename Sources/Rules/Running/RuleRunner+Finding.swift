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
      guard let survey = survey(selector) else { return limitReached(rule, scope) }
      isEmpty = false
      if known == nil, plans[rule].isWhenOfDocument, let when = plans[rule].when {
        prepare(rule, target: .root, scope)
        known = evaluate(when, scope)
      }
      minorScript = survey.minorScript
      // A condition on the node decides between pass and not applicable, and a mutation replaces the search.
      var isOpen = plans[rule].when == nil && mutation == nil && bit != 0
      if mutation == nil, bit != 0, case .holds? = known { isOpen = true }
      if isOpen, survey.union & bit == 0 {
        tally[rule].pass += UInt32(survey.textCount)
        tally[rule].notApplicable += UInt32(range.count - survey.textCount)
        continue
      }
      for position in range {
        let node = selectedNode(position)
        if isOpen, survey.masks[position - range.lowerBound] & bit == 0 {
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

  /// What the texts of a selector may hold; nil when the selector's bound was reached.
  private func survey(_ selector: Int) -> TextSurvey? {
    if let known = surveys[selector] { return known }
    guard let scope, let range = select(selector) else { return nil }
    if let part = library.selectorParts[selector], let whole = select(part.whole), let all = self.survey(part.whole) {
      let survey = TextSurvey(part: positions[selector], of: all, in: scope.tree.view) {
        selectedNode(whole.lowerBound + $0)
      }
      surveys[selector] = survey
      return survey
    }
    let memo = TextMemo.of(evaluation)
    let survey = TextSurvey(
      range.lazy.map { self.selectedNode($0) }, in: scope.tree.view, memo, library.triggers,
      isAboutScript: library.scriptFinds)
    surveys[selector] = survey
    return survey
  }
}
