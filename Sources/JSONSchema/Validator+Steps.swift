internal import DataTree

extension Validator {
  /// Applies references, combinations and conditions to the same value.
  mutating func checkSteps(_ index: Int32, _ node: NodeID, _ marks: Int) -> Bool {
    let code = tables.codes.base + Int(index)
    var valid = true
    for offset in 0..<code.pointee.stepCount {
      if !checkStep(tables.steps[code.pointee.firstStep + offset], index, node, marks) {
        valid = false
        if !isCollecting { return false }
      }
    }
    return valid
  }

  /// Applies one of them.
  private mutating func checkStep(_ step: Step, _ index: Int32, _ node: NodeID, _ marks: Int) -> Bool {
    switch step.kind {
    case .reference: return check(step.target, node, marks)
    case .dynamicReference: return check(dynamicTarget(step), node, marks)
    case .allOf:
      var valid = true
      for offset in 0..<step.count where !check(tables.targets[step.first + offset], node, marks) {
        valid = false
        if !isCollecting { return false }
      }
      return valid
    case .anyOf: return isCollecting ? collectBranches(step, index, node, marks) : checkAny(step, node, marks)
    case .oneOf: return isCollecting ? collectBranches(step, index, node, marks) : checkOne(step, node, marks)
    case .not:
      guard checkQuietly(step.target, node, -1) else { return true }
      report(.forbidden, "not", index, node)
      return false
    case .condition:
      let wasCollecting = isCollecting
      isCollecting = false
      let holds = checkBranch(step.target, node, marks)
      isCollecting = wasCollecting
      let next = holds ? step.first : step.count
      return next < 0 || check(next, node, marks)
    }
  }

  /// The outermost schema in the dynamic scope that bears the anchor.
  private func dynamicTarget(_ step: Step) -> Int32 {
    guard step.anchor >= 0 else { return step.target }
    for resource in scope {
      for index in 0..<tables.dynamicAnchors.count {
        let anchor = tables.dynamicAnchors.base[index]
        if anchor.resource == resource, anchor.anchor == step.anchor { return anchor.schema }
      }
    }
    return step.target
  }

  /// Applies a schema whose evaluated children count only if it holds.
  private mutating func checkBranch(_ target: Int32, _ node: NodeID, _ marks: Int) -> Bool {
    guard marks >= 0 else { return check(target, node, -1) }
    let own = openMarks(node)
    defer { closeMarks(own) }
    guard check(target, node, own) else { return false }
    merge(own, into: marks, node)
    return true
  }

  /// Applies `anyOf` without collecting faults.
  private mutating func checkAny(_ step: Step, _ node: NodeID, _ marks: Int) -> Bool {
    var holds = false
    for offset in 0..<step.count where checkBranch(tables.targets[step.first + offset], node, marks) {
      // Every branch that holds contributes evaluated children, so all are tried when somebody asks for them.
      if marks < 0 { return true }
      holds = true
    }
    return holds
  }

  /// Applies `oneOf` without collecting faults.
  private mutating func checkOne(_ step: Step, _ node: NodeID, _ marks: Int) -> Bool {
    var count = 0
    for offset in 0..<step.count where checkBranch(tables.targets[step.first + offset], node, marks) {
      count += 1
      if count > 1 { return false }
    }
    return count == 1
  }

  /// Applies the branches of `anyOf` and `oneOf` once each and keeps the faults of the one that fits best.
  private mutating func collectBranches(_ step: Step, _ index: Int32, _ node: NodeID, _ marks: Int) -> Bool {
    let start = faults.count
    var holding = 0
    var failed: [[SchemaFault]] = []
    var evaluated: [UInt64] = []
    for offset in 0..<step.count {
      let own = openMarks(node)
      if check(tables.targets[step.first + offset], node, marks < 0 ? -1 : own) {
        holding += 1
        if marks >= 0 { merge(own, into: marks, node) }
      } else {
        failed.append(Array(faults[start...]))
        evaluated = evaluated.isEmpty ? Array(self.marks[own...]) : zip(evaluated, self.marks[own...]).map { $0 | $1 }
      }
      faults.removeLast(faults.count - start)
      closeMarks(own)
    }
    if holding == 1 || (holding > 1 && step.kind == .anyOf) { return true }
    if holding > 1 {
      report(.matchesSeveral(branches: holding), "oneOf", index, node)
      return false
    }
    // Children that some branch looked at are not called unknown besides.
    if marks >= 0 { for (word, bits) in evaluated.enumerated() { self.marks[marks + word] |= bits } }
    let keyword = step.kind == .anyOf ? "anyOf" : "oneOf"
    faults += BranchChoice(view: view, node: node, keyword: keyword, location: schema.locations[Int(index)])
      .faults(of: failed)
    return false
  }
}
