import DataTree

/// Lengths of paths; edges that close a cycle are not followed.
extension ProcessGraph {
  /// Number of counted steps on the path that has most.
  package var longestCount: Int {
    longest(0) {
      $0 + (steps[$1].isCounted ? 1 : 0)
    } isLonger: {
      $0 > $1
    }
  }

  /// The longest sum of counted limits on a path; nil where no counted step that is reached states a limit.
  package var longestTime: TimeLimit? {
    guard order.contains(where: { steps[$0].isCounted && steps[$0].limit != .none }) else { return nil }
    let sum = longest(TimeLimit.none) { before, step in
      steps[step].isCounted ? before + steps[step].limit : before
    } isLonger: {
      $0.isLonger(than: $1)
    }
    return sum
  }

  /// The visits that no path to the end avoids; nil where the end is not reached.
  ///
  /// Steps on site between which nobody waits for a day are one visit.
  var fewestVisits: Int? {
    // Twice the number of visits, and one more once the applicant has left: the smaller of two paths is never worse.
    var before = [Int?](repeating: nil, count: steps.count + 1)
    if let first = order.first { before[first] = 1 }
    for step in order {
      guard var length = before[step] else { continue }
      if steps[step].isVisit {
        if length % 2 == 1 { length += 1 }
      } else if steps[step].makesWait {
        length |= 1
      }
      for edge in starts[step]..<starts[step + 1] where !isBackEdge[edge] {
        let target = edges[edge].target
        before[target] = min(before[target] ?? length, length)
      }
    }
    return before[steps.count].map { $0 / 2 }
  }

  /// The longest of all paths from the first step, each extended step by step.
  private func longest<Length>(
    _ zero: Length, extend: (Length, Int) -> Length, isLonger: (Length, Length) -> Bool
  ) -> Length {
    var before = [Length?](repeating: nil, count: steps.count)
    var best = zero
    for step in order {
      let length = extend(before[step] ?? zero, step)
      if isLonger(length, best) { best = length }
      for edge in starts[step]..<starts[step + 1] where !isBackEdge[edge] && edges[edge].target < steps.count {
        let target = edges[edge].target
        if before[target].map({ isLonger(length, $0) }) ?? true { before[target] = length }
      }
    }
    return best
  }

  // MARK: Hand-overs

  /// How often, on the path where it is most, the owner of each step has handed the case on and got it back.
  func returns(in view: TreeView, _ keys: ReadingKeys) -> [Int] {
    if let known = findings.returns { return known }
    var returns = [Int](repeating: 0, count: steps.count)
    var numbers: [TextKey: Int] = [:]
    var owners = [Int?](repeating: nil, count: steps.count)
    var counts: [Int] = []
    for step in order where steps[step].isOffices {
      guard let owner = owner(of: step, in: view, keys) else { continue }
      let number = numbers[owner, default: counts.count]
      if number == counts.count {
        numbers[owner] = number
        counts.append(0)
      }
      owners[step] = number
      counts[number] += 1
    }
    // Whoever has two steps gets a case back once at most, which every guide with one counter does.
    for number in counts.indices where counts[number] > 2 { count(returnsTo: number, owners, into: &returns) }
    findings.returns = returns
    return returns
  }

  /// Follows all paths for one owner; a step without an owner leaves the case where it is.
  private func count(returnsTo number: Int, _ owners: [Int?], into returns: inout [Int]) {
    // Twice the number of times that the owner had the case, and one more while someone else has it.
    var before = [Int](repeating: 1, count: steps.count)
    for step in order {
      var length = before[step]
      if let owner = owners[step] {
        if owner != number {
          length |= 1
        } else if length % 2 == 1 {
          length += 1
        }
        if owner == number { returns[step] = length / 2 - 1 }
      }
      for edge in starts[step]..<starts[step + 1] where !isBackEdge[edge] && edges[edge].target < steps.count {
        before[edges[edge].target] = max(before[edges[edge].target], length)
      }
    }
  }

  /// The words of a step's owner, in the first language that it is written in.
  private func owner(of step: Int, in view: TreeView, _ keys: ReadingKeys) -> TextKey? {
    guard let node = view.value(of: view.elements(list)[step], at: keys.owner) else { return nil }
    let text = view.kind(node) == .map ? view.entries(node).first?.value : node
    guard let text, !view[text].isCollection, view.kind(text) != .null else { return nil }
    return TextKey(view.text(text))
  }
}

extension ProcessGraph.Step {
  /// Whether the applicant does not stay for its result: it takes a day or more, or a time of its own.
  fileprivate var makesWait: Bool {
    let day: Int64 = 3360
    return isSpecial || limit == .longTerm || (limit.upperValue ?? 0) >= day
  }
}
