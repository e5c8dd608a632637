import Catalog
import DataTree

/// Rules that look for something inside texts.
extension RuleRunner {
  /// Runs a rule with `find`: texts that cannot hold a match pass together, and only the others are judged one by one.
  func run(_ rule: Int, _ content: Rule, finding find: Int, _ scope: DocumentScope) {
    let bit: UInt64 = find < TextTriggers.capacity ? 1 << UInt64(find) : 0
    var known: Outcome?
    var isEmpty = true
    for selector in content.selectors {
      guard let range = select(selector), let survey = survey(selector) else { return limitReached(rule, scope) }
      if range.isEmpty { continue }
      isEmpty = false
      if known == nil, content.isWhenOfDocument, let when = content.when {
        prepare(rule, content, target: .root, scope)
        known = evaluate(when, scope)
      }
      minorScript = survey.minorScript
      // A condition on the node decides between pass and not applicable, and a mutation replaces the search.
      var isOpen = content.when == nil && mutation == nil && bit != 0
      if mutation == nil, bit != 0, case .holds? = known { isOpen = true }
      if isOpen, survey.union & bit == 0 {
        tallies[rule].pass += UInt32(survey.textCount)
        tallies[rule].notApplicable += UInt32(range.count - survey.textCount)
        continue
      }
      for position in range {
        let node = selectedNode(position)
        if isOpen, survey.masks[position - range.lowerBound] & bit == 0 {
          if scope.tree.view.kind(node) == .string {
            tallies[rule].pass += 1
          } else {
            tallies[rule].notApplicable += 1
          }
        } else {
          judge(rule, content, target: node, known: known, isPrepared: false, scope)
        }
      }
    }
    if isEmpty { tallies[rule].notApplicable += 1 }
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
    let survey = TextSurvey(
      range.lazy.map { self.selectedNode($0) }, in: scope.tree.view, library.triggers,
      isAboutScript: library.scriptFinds)
    surveys[selector] = survey
    return survey
  }
}
