import CEL
import DataTree
import Diagnostics
import SourceText

/// Rules that judge nodes together.
extension RuleRunner {
  private struct Member {
    var node: NodeID
    var key: [UInt8]
  }

  /// Collects the members of a rule's groups, then judges them here or hands them on to the catalog stage.
  func runGrouped(_ rule: Int, _ content: Rule, _ grouping: Rule.Grouping, _ scope: DocumentScope) {
    var members: [Member] = []
    var isEmpty = true
    for selector in content.selectors {
      guard let range = select(selector) else { return limitReached(rule, scope) }
      for position in range {
        isEmpty = false
        let node = selectedNode(position)
        guard let key = key(rule, content, grouping, node, scope) else { continue }
        if grouping.isOverCatalog {
          contribute(rule, content, grouping, node, key, scope)
        } else {
          members.append(Member(node: node, key: key))
        }
      }
    }
    if isEmpty { tallies[rule].notApplicable += 1 }
    judgeGroups(rule, content, grouping, members, scope)
  }

  /// The key of a node; nil where it joins no group, which is noted.
  private func key(
    _ rule: Int, _ content: Rule, _ grouping: Rule.Grouping, _ node: NodeID, _ scope: DocumentScope
  ) -> [UInt8]? {
    prepare(rule, content, target: node, scope)
    if let when = content.when {
      switch evaluate(when, scope) {
      case .holds: break
      case .fails, .absent:
        tallies[rule].notApplicable += 1
        return nil
      case .error(let reason):
        record(rule, .error, reason, Placement(content.at, target: node, in: scope))
        return nil
      }
    }
    let value = grouping.key.evaluate(in: evaluation)
    var bytes: [UInt8] = []
    if GroupKey.append(value, in: evaluation, to: &bytes) { return bytes }
    switch value {
    case .absent: tallies[rule].notApplicable += 1
    case .error where scope.hasShapeFaults && !evaluation.isLimit(value): tallies[rule].notApplicable += 1
    case .error(let error):
      let reason = Messages.evaluationFailed(evaluation.errorMessage(error))
      record(rule, .error, reason, Placement(content.at, target: node, in: scope))
    default:
      record(rule, .error, Messages.keyNotComparable, Placement(content.at, target: node, in: scope))
    }
    return nil
  }

  private func judgeGroups(
    _ rule: Int, _ content: Rule, _ grouping: Rule.Grouping, _ members: [Member], _ scope: DocumentScope
  ) {
    for group in GroupOrder.groups(members.map(\.key)) {
      for position in GroupOrder.reported(group.count, grouping.report) {
        let member = members[group[position]].node
        prepare(rule, content, target: member, scope)
        let values = group.map { evaluation.value(of: NodeReference(tree: 0, node: members[$0].node)) }
        setGroup(values, position: position)
        conclude(rule, content, target: member, scope) {
          var place = Placement(content.at, target: member, in: scope)
          if position > 0 {
            let first = Placement(content.at, target: members[group[0]].node, in: scope)
            place.related.insert(Label(range: first.range, text: Messages.firstHere), at: 0)
          }
          return place
        }
      }
    }
  }

  /// Sets what `require` of a group rule sees.
  func setGroup(_ values: [Value], position: Int) {
    set(.group, evaluation.makeList(values))
    set(.earlier, evaluation.makeList(Array(values[..<position])))
    set(.first, values[0])
  }

  private func contribute(
    _ rule: Int, _ content: Rule, _ grouping: Rule.Grouping, _ node: NodeID, _ key: [UInt8], _ scope: DocumentScope
  ) {
    var values: [FactValue] = []
    for fact in grouping.facts {
      let value = fact.program.evaluate(in: evaluation)
      if case .error(let error) = value {
        if scope.hasShapeFaults, !evaluation.isLimit(value) {
          tallies[rule].notApplicable += 1
        } else {
          let reason = Messages.evaluationFailed(evaluation.errorMessage(error))
          record(rule, .error, reason, Placement(content.at, target: node, in: scope))
        }
        return
      }
      values.append(FactValue(value, in: evaluation))
    }
    let place = Placement(content.at, target: node, in: scope)
    facts.append(
      GroupFact(
        rule: rule, key: key, values: values, range: place.range, path: place.path,
        offset: scope.tree.view[node].range.start))
  }
}

/// Which members make a group, and which of them are reported.
enum GroupOrder {
  /// Positions of equal keys, groups in order of their first member.
  static func groups(_ keys: [[UInt8]]) -> [[Int]] {
    var order: [[Int]] = []
    // A guide lists a handful of materials: comparing with each group's first key beats hashing them all.
    if keys.count <= 24 {
      for (position, key) in keys.enumerated() {
        if let group = order.firstIndex(where: { keys[$0[0]] == key }) {
          order[group].append(position)
        } else {
          order.append([position])
        }
      }
      return order
    }
    var known: [[UInt8]: Int] = [:]
    for (position, key) in keys.enumerated() {
      if let group = known[key] {
        order[group].append(position)
      } else {
        known[key] = order.count
        order.append([position])
      }
    }
    return order
  }

  /// Positions inside a group of `count` members that are judged.
  static func reported(_ count: Int, _ report: GroupReport) -> Range<Int> {
    switch report {
    case .later: count == 1 ? 0..<1 : 1..<count
    case .each: 0..<count
    case .once: 0..<1
    }
  }
}

extension FactValue {
  /// Keeps a value beyond its evaluation; what has no lasting form is not stated.
  init(_ value: Value, in evaluation: Evaluation) {
    switch value {
    case .null: self = .null
    case .bool(let flag): self = .bool(flag)
    case .int(let number): self = .int(number)
    case .uint(let number): self = Int64(exactly: number).map(FactValue.int) ?? .double(Double(number))
    case .double(let number): self = .double(number)
    case .string(let text): self = .string(Array(evaluation.bytes(of: text)))
    case .opaque(let opaque):
      let isWritten = opaque.tree != .max && Int(opaque.tree) < evaluation.trees.count
      let words = isWritten ? Array(evaluation.trees[Int(opaque.tree)].text(opaque.node)) : []
      self = .opaque(opaque.bits, words: words)
    case .list, .node:
      let count = evaluation.count(of: value) ?? 0
      let elements = (0..<count).compactMap { evaluation.element(of: value, at: $0) }
      self = elements.count == count ? .list(elements.map { FactValue($0, in: evaluation) }) : .absent
    case .bytes, .map, .type, .optional, .timestamp, .duration, .absent, .error: self = .absent
    }
  }
}
