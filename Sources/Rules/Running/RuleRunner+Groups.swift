import CEL
import DataTree
import Diagnostics
import SourceText

/// Rules that judge nodes together.
extension RuleRunner {
  /// Collects the members of a rule's groups, then judges them here or hands them on to the catalog stage.
  func runGrouped(_ rule: Int, _ content: Rule, _ scope: DocumentScope) {
    guard let grouping = content.grouping else { return }
    // Taken from the last group rule, so that a document needs no memory of its own.
    var members: [NodeID] = []
    var keys = GroupKeys()
    swap(&members, &spareMembers)
    swap(&keys, &spareKeys)
    defer {
      swap(&members, &spareMembers)
      swap(&keys, &spareKeys)
    }
    if !members.isEmpty { members.removeAll(keepingCapacity: true) }
    keys.removeAll()
    var isEmpty = true
    for selector in plans[rule].selectors {
      guard let range = select(selector) else { return limitReached(rule, scope) }
      if !range.isEmpty { coverage?.noteSelection(rule: rule, selector: selector) }
      for position in range {
        isEmpty = false
        let node = selectedNode(position)
        guard addKey(rule, content, grouping, node, scope, to: &keys) else { continue }
        if grouping.isOverCatalog {
          contribute(rule, content, grouping, node, keys.takeLast(), scope)
        } else {
          members.append(node)
        }
      }
    }
    if isEmpty { tally[rule].notApplicable += 1 }
    if !members.isEmpty { judgeGroups(rule, content, grouping, members, keys, scope) }
  }

  /// Adds the key of a node; false where it joins no group, which is noted.
  private func addKey(
    _ rule: Int, _ content: Rule, _ grouping: Rule.Grouping, _ node: NodeID, _ scope: DocumentScope,
    to keys: inout GroupKeys
  ) -> Bool {
    prepare(rule, target: node, scope)
    if let when = plans[rule].when {
      switch evaluate(when, scope) {
      case .holds: break
      case .fails, .absent:
        tally[rule].notApplicable += 1
        return false
      case .error:
        record(rule, .error, reason, place(content, node, scope))
        return false
      }
    }
    let value = grouping.key.evaluate(in: evaluation)
    if keys.add({ GroupKey.append(value, in: evaluation, to: &$0) }) { return true }
    switch value {
    case .absent: tally[rule].notApplicable += 1
    case .error where scope.hasShapeFaults && !evaluation.isLimit(value): tally[rule].notApplicable += 1
    case .error(let error):
      let reason = Messages.evaluationFailed(evaluation.errorMessage(error))
      record(rule, .error, reason, place(content, node, scope))
    default:
      record(rule, .error, Messages.keyNotComparable, place(content, node, scope))
    }
    return false
  }

  private func judgeGroups(
    _ rule: Int, _ content: Rule, _ grouping: Rule.Grouping, _ members: [NodeID], _ keys: GroupKeys,
    _ scope: DocumentScope
  ) {
    if holdsForFirst(rule), keys.areDistinct {
      tally[rule].pass += UInt32(members.count)
      return
    }
    let order = GroupOrder(keys)
    for index in 0..<order.count {
      let group = order[index]
      for position in GroupOrder.reported(group.count, grouping.report) {
        if position == 0, holdsForFirst(rule) {
          tally[rule].pass += 1
          continue
        }
        let member = members[group[group.startIndex + position]]
        prepare(rule, target: member, scope)
        setGroup(group.map { evaluation.value(of: NodeReference(tree: 0, node: members[$0])) }, position: position)
        conclude(rule, target: member, scope) {
          var place = self.place(content, member, scope)
          if position > 0 {
            let first = self.place(content, members[group[group.startIndex]], scope)
            place.related.insert(Label(range: first.range, text: Messages.firstHere), at: 0)
          }
          return place
        }
      }
    }
  }

  /// Whether the first member of every group meets its requirement, so that it need not be evaluated.
  func holdsForFirst(_ rule: Int) -> Bool { plans[rule].holdsForFirst && mutation == nil && coverage == nil }

  /// Sets what `require` of a group rule sees.
  func setGroup(_ values: [Value], position: Int) {
    set(.group, evaluation.makeList(values))
    set(.earlier, evaluation.makeList(position == 0 ? [] : Array(values[..<position])))
    set(.first, values[0])
  }

  private func contribute(
    _ rule: Int, _ content: Rule, _ grouping: Rule.Grouping, _ node: NodeID, _ key: [UInt8], _ scope: DocumentScope
  ) {
    var values: [FactValue] = []
    values.reserveCapacity(grouping.facts.count)
    for index in grouping.facts.indices {
      let value = grouping.facts[index].program.evaluate(in: evaluation)
      if case .error(let error) = value {
        if scope.hasShapeFaults, !evaluation.isLimit(value) {
          tally[rule].notApplicable += 1
        } else {
          let reason = Messages.evaluationFailed(evaluation.errorMessage(error))
          record(rule, .error, reason, place(content, node, scope))
        }
        return
      }
      values.append(FactValue(value, in: evaluation))
    }
    let place = self.place(content, node, scope)
    facts.append(
      GroupFact(
        rule: rule, key: key, values: values, range: place.range, path: place.path, anchor: place.anchor,
        offset: scope.tree.view[node].range.start))
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
      let words = isWritten ? Array(evaluation.tree(UInt32(opaque.tree)).text(opaque.node)) : []
      self = .opaque(opaque.bits, words: words)
    case .list, .node:
      let count = evaluation.count(of: value) ?? 0
      let elements = (0..<count).compactMap { evaluation.element(of: value, at: $0) }
      self = elements.count == count ? .list(elements.map { FactValue($0, in: evaluation) }) : .absent
    case .bytes, .map, .type, .optional, .timestamp, .duration, .absent, .error: self = .absent
    }
  }
}
