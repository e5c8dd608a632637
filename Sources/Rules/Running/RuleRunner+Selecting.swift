import DataTree
import JSONPath

/// What selectors find in the document at hand.
extension RuleRunner {
  /// Runs a selector.
  @inline(never)
  func find(_ selector: Int) -> Range<Int>? {
    guard let view else { return nil }
    var start = selected.count
    let key = keysOfSelectors[selector]
    if key != .unknown, !isPresent[Int(key.raw)] {
      counters.selections += 1
    } else {
      let isWhole = selectorPlans[selector]._withUnsafeGuaranteedRef { plan in
        guard let part = plan.part else {
          counters.selections += 1
          return plan.query.select(in: view, into: &selected) == nil
        }
        guard let first = takePart(selector, part) else { return false }
        start = first
        return true
      }
      guard isWhole else { return nil }
    }
    let range = start..<selected.count
    selections[selector] = range
    return range
  }

  /// Selects the nodes of a selector that is a part of another; nil when that one's bound was reached.
  /// - Returns: the position of the first.
  private func takePart(_ selector: Int, _ part: SelectorPart) -> Int? {
    guard let whole = select(part.whole) else { return nil }
    let start = selected.count
    positions[selector] = extent(of: part, among: whole)
    for range in positions[selector] {
      for position in range { selected.append(selected[whole.lowerBound + position]) }
    }
    return start
  }

  /// Which of the nodes of a selector are in a part of it.
  private func extent(of part: SelectorPart, among whole: Range<Int>) -> [Range<Int>] {
    guard let view else { return [] }
    if let known = stretches.first(where: { $0.selector == part.whole }) {
      return part.extent(among: known.stretches)
    }
    let found = SelectorPart.stretches(of: selected[whole], in: view)
    stretches.append((part.whole, found))
    return part.extent(among: found)
  }

  /// The node at a position that `select` gave.
  func selectedNode(_ position: Int) -> NodeID { selected[position] }
}
