import CEL
import DataTree
import JSONPath

/// What running a rule reads for each of its targets.
///
/// Reading the fields of a `Rule` counts references, several times for each of hundreds of targets in a document; the
/// library that owns these plans owns the rules as well.
struct RulePlan {
  /// How a rule comes to its results.
  enum Course: UInt8 {
    /// Each selected node is judged by itself.
    case nodes
    /// Parts of each selected node are judged.
    case parts
    /// Texts are searched.
    case search
    /// Nodes are judged in groups.
    case groups
  }

  /// The rule.
  var rule: Unmanaged<Rule>
  /// How it comes to its results.
  var course: Course
  /// `when`.
  var when: Unmanaged<Program>?
  /// `require`.
  var require: Unmanaged<Program>?
  /// Slots of the values that are computed when they are read.
  var lets: Range<Int>
  /// Those values.
  var values: UnsafeBufferPointer<LazyValue>
  /// Its selectors.
  var selectors: UnsafeBufferPointer<Int>
  /// Keys of which a document must have one to hold a target; empty where it may hold some without any.
  var keys: UnsafeBufferPointer<Symbol>
  /// Whether `when` reads nothing of the node.
  var isWhenOfDocument: Bool
  /// Whether an expression reads `index`.
  var readsIndex: Bool
  /// Whether it compares with an earlier state.
  var readsBase: Bool
  /// Whether it looks at other documents.
  var needsCatalog: Bool
  /// Whether its condition is false without an earlier state, whatever the document holds.
  var isSilentWithoutBase = false
  /// Whether the first member of a group meets its requirement, whatever it is.
  var holdsForFirst = false
}

/// A selector with what running it needs.
final class SelectorPlan: Sendable {
  /// The query.
  let query: PathQuery
  /// The selector that it is a part of; nil for one that is run by itself.
  let part: SelectorPart?

  /// Joins both.
  init(_ query: PathQuery, part: SelectorPart?) {
    self.query = query
    self.part = part
  }
}

/// The plans of all rules, by rule.
final class RulePlans: Sendable {
  // Written in `init` only, so that reading them from several threads is safe.
  private nonisolated(unsafe) let plans: UnsafeMutablePointer<RulePlan>
  private nonisolated(unsafe) let selectors: UnsafeMutablePointer<Int>
  private nonisolated(unsafe) let keys: UnsafeMutablePointer<Symbol>
  private nonisolated(unsafe) let values: UnsafeMutablePointer<LazyValue>
  /// For each selector the key without which a document has no node for it; unknown where there is none.
  nonisolated(unsafe) let keysOfSelectors: UnsafeMutablePointer<Symbol>
  /// The selectors, without references to count.
  nonisolated(unsafe) let selectorPlans: UnsafeMutablePointer<Unmanaged<SelectorPlan>>
  /// What holds them.
  private let heldSelectors: [SelectorPlan]

  /// Lays out the plans of rules that outlive them.
  init(_ rules: [Rule], selectors queries: [PathQuery], parts: [SelectorPart?]) {
    heldSelectors = zip(queries, parts).map { SelectorPlan($0, part: $1) }
    selectorPlans = .allocate(capacity: max(1, queries.count))
    for (index, plan) in heldSelectors.enumerated() { (selectorPlans + index).initialize(to: .passUnretained(plan)) }
    plans = .allocate(capacity: max(1, rules.count))
    selectors = .allocate(capacity: max(1, rules.reduce(0) { $0 + $1.selectors.count }))
    keys = .allocate(capacity: max(1, rules.reduce(0) { $0 + $1.selectors.count }))
    values = .allocate(capacity: max(1, rules.reduce(0) { $0 + $1.lets.count }))
    keysOfSelectors = .allocate(capacity: max(1, queries.count))
    for (index, query) in queries.enumerated() {
      (keysOfSelectors + index).initialize(to: query.isRelative ? .unknown : query.mandatoryKey ?? .unknown)
    }
    let evaluation = Evaluation()
    var first = 0
    var firstValue = 0
    for (index, rule) in rules.enumerated() {
      for (offset, selector) in rule.selectors.enumerated() {
        (selectors + first + offset).initialize(to: selector)
        (keys + first + offset).initialize(to: keysOfSelectors[selector])
      }
      let count = rule.selectors.count
      for (offset, named) in rule.lets.enumerated() {
        (values + firstValue + offset).initialize(to: LazyValue(named.slot, named.program))
      }
      let areKeyed = rule.selectors.allSatisfy { keysOfSelectors[$0] != .unknown }
      var plan = RulePlan(
        rule: .passUnretained(rule), course: RulePlans.course(of: rule), when: rule.when.map { .passUnretained($0) },
        require: rule.require.map { .passUnretained($0) }, lets: RulePlans.slots(rule.lets),
        values: UnsafeBufferPointer(start: values + firstValue, count: rule.lets.count),
        selectors: UnsafeBufferPointer(start: selectors + first, count: count),
        keys: UnsafeBufferPointer(start: keys + first, count: areKeyed ? count : 0),
        isWhenOfDocument: rule.isWhenOfDocument, readsIndex: rule.readsIndex, readsBase: rule.readsBase,
        needsCatalog: rule.needsCatalog)
      plan.isSilentWithoutBase = RulePlans.isSilentWithoutBase(rule, evaluation)
      plan.holdsForFirst = RulePlans.holdsForFirst(rule, evaluation)
      (plans + index).initialize(to: plan)
      first += count
      firstValue += rule.lets.count
    }
  }

  deinit {
    plans.deallocate()
    selectors.deallocate()
    keys.deallocate()
    values.deallocate()
    keysOfSelectors.deallocate()
    selectorPlans.deallocate()
  }

  /// The first plan, to be read while this lives.
  var base: UnsafePointer<RulePlan> { UnsafePointer(plans) }

  private static func course(of rule: Rule) -> RulePlan.Course {
    if rule.grouping != nil { return .groups }
    switch rule.targets {
    case .node: return .nodes
    case .matches: return .search
    case .elements: return .parts
    }
  }

  /// The slots from the first to the last value, which follow one another.
  private static func slots(_ lets: [(slot: Int, program: Program)]) -> Range<Int> {
    guard let first = lets.first, let last = lets.last else { return 0..<0 }
    return first.slot..<last.slot + 1
  }

  // MARK: What follows from little

  /// Whether a rule's condition is false without an earlier state, whatever the document holds: all that it reads
  /// besides is unset, so that reading it fails, and only a conjunction makes false of that.
  private static func isSilentWithoutBase(_ rule: Rule, _ evaluation: Evaluation) -> Bool {
    guard rule.readsBase, let when = rule.when else { return false }
    evaluation.reset()
    evaluation.setVariable(RuleVariable.base.rawValue, .optional(.none))
    guard case .bool(false) = when.evaluate(in: evaluation) else { return false }
    return true
  }

  /// Whether a requirement holds where no member comes earlier, by the same argument.
  private static func holdsForFirst(_ rule: Rule, _ evaluation: Evaluation) -> Bool {
    guard rule.grouping != nil, let require = rule.require else { return false }
    evaluation.reset()
    evaluation.setVariable(RuleVariable.earlier.rawValue, evaluation.makeList([]))
    for named in rule.lets + (rule.grouping?.lets ?? []) { evaluation.setLazy(named.slot, named.program) }
    guard case .bool(true) = require.evaluate(in: evaluation) else { return false }
    return true
  }
}
