import DataTree

/// The rules that need only the document, on several documents at a time.
extension RuleRunner {
  /// Runs the rules that need only the document on several documents, each in a runner that has begun with it, and leaves
  /// the results in the runners' arrays.
  ///
  /// Each rule is run on all documents before the next rule: what it consists of is then at hand, and so is the way that
  /// the processor expects it to take.
  static func run(_ runners: UnsafeBufferPointer<Unmanaged<RuleRunner>>) {
    for rule in 0..<(runners.first?._withUnsafeGuaranteedRef { $0.library.rules.count } ?? 0) {
      for runner in runners { runner._withUnsafeGuaranteedRef { $0.runNext(rule) } }
    }
    for runner in runners { runner._withUnsafeGuaranteedRef { $0.end() } }
  }

  /// Prepares for the rules that are on for a document.
  func beginQueue(_ scope: DocumentScope) {
    begin(scope)
    queue = rules(on: scope)
    nextInQueue = 0
  }

  /// Runs a rule if it is the next one that is on for the document at hand.
  @inline(__always)
  private func runNext(_ rule: Int) {
    guard nextInQueue < queue.count, queue[nextInQueue] == rule else { return }
    nextInQueue += 1
    // Not through the property, which would count a reference for each rule.
    currentScope?._withUnsafeGuaranteedRef { runQueued(rule, on: $0) }
  }

  private func runQueued(_ rule: Int, on scope: DocumentScope) {
    let plan = plans + rule
    if isKeyMissing(plan) {
      tally[rule].notApplicable += 1
    } else if plan.pointee.isSilentWithoutBase, isSilent(on: scope) {
      time(rule) { passOver(rule, on: scope) }
    } else if plan.pointee.needsCatalog {
      time(rule) { attempt(rule, on: scope) }
    } else {
      time(rule) { run(rule, on: scope) }
    }
  }

  /// The rules that are on for a document; neighbours mostly have the same settings.
  private func rules(on scope: DocumentScope) -> [Int] {
    if let rulesOn, rulesOn.kind == scope.kind, rulesOn.settings === scope.settings { return rulesOn.rules }
    let rules = library.rulesByKind[scope.kind].filter { scope.settings.states[$0].isOn }
    rulesOn = (scope.kind, scope.settings, rules)
    return rules
  }

  /// Whether the document lacks every key that could lead to a target of a rule.
  @inline(__always)
  private func isKeyMissing(_ plan: UnsafePointer<RulePlan>) -> Bool {
    let keys = plan.pointee.keys
    for key in keys where isPresent[Int(key.raw)] { return false }
    return !keys.isEmpty
  }

  /// Runs a rule that may look at other documents; where it asks for one, it waits for the catalog stage.
  ///
  /// Most documents have no target for such a rule, or nothing that leads elsewhere: they need no second reading.
  private func attempt(_ rule: Int, on scope: DocumentScope) {
    let nodes = plans[rule].selectors.contains { !(select($0) ?? 0..<1).isEmpty }
    guard nodes else {
      tally[rule].notApplicable += 1
      return
    }
    // Tests note what expressions come to, and facts are for the stage that collects them: no attempt counts there.
    guard coverage == nil, library.rules[rule].grouping?.isOverCatalog != true else { return pending.append(rule) }
    let probe = LookupProbe()
    let before = (records: records.count, tally: tally[rule])
    evaluation.lookup = probe
    run(rule, on: scope)
    evaluation.lookup = nil
    guard probe.wasAsked else { return }
    asked.formUnion(probe.ids)
    // What functions remember of members that could not be read would answer the next rule without asking.
    evaluation.memo = nil
    records.removeSubrange(before.records...)
    saidLimit = nil
    tally[rule] = before.tally
    pending.append(rule)
  }
}
