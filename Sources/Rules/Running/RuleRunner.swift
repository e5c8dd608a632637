import CEL
import Catalog
import DataTree
import Diagnostics
import JSONPath
import SourceText

/// Runs rules on a document, one document at a time; a worker has a runner for each document that it has in hand.
final class RuleRunner {
  /// The rules, their selectors and the schemas they were compiled against.
  let library: CompiledRules
  /// Memory and variables of the expression at hand.
  let evaluation: Evaluation
  /// The day that `today` gives, as `YYYY-MM-DD`.
  let today: String
  /// What `require` is taken for in tests of rules.
  let mutation: Bool?
  /// Is told what examples reach.
  let coverage: CoverageLog?
  /// Times each rule; nil where nobody asks.
  private let clock: (@Sendable () -> UInt64)?
  // Exclusive access is checked at run time for properties that other files read; one worker uses a runner.
  /// Results of the document at hand other than pass and not applicable.
  @exclusivity(unchecked) var records: [RuleResult] = []
  /// What the document at hand contributes to groups over the catalog.
  @exclusivity(unchecked) var facts: [GroupFact] = []
  /// Pass and not applicable, by rule.
  let tally: UnsafeMutablePointer<RuleTally>
  /// Rules that wait for the catalog stage, because they look at other documents.
  @exclusivity(unchecked) var pending: [Int] = []
  /// Ids that those rules asked for.
  @exclusivity(unchecked) var asked: Set<String> = []
  /// Work done since the start.
  @exclusivity(unchecked) var counters = WorkCounters()
  /// What running the rules reads of them.
  let plans: UnsafePointer<RulePlan>
  /// The key without which a document has no node for a selector, by selector.
  let keysOfSelectors: UnsafePointer<Symbol>
  /// The selectors.
  let selectorPlans: UnsafePointer<Unmanaged<SelectorPlan>>
  /// The maps that `params` reads, by rule, under the settings that `parametersOf` names.
  private let parameters: UnsafeMutablePointer<NodeID>
  /// Whose parameters they are.
  private var parametersOf: EffectiveSettings?
  /// For each symbol whether the document at hand has it at the top.
  let isPresent: UnsafeMutablePointer<Bool>
  /// The nodes of all selectors that have been run, one selector after the other.
  @exclusivity(unchecked) var selected: [NodeID] = []
  /// Where a selector's nodes are among them; nil for one that has not been run.
  @exclusivity(unchecked) var selections: [Range<Int>?]
  /// The fields of the document that hold the nodes of a selector, for selectors that are a part of it.
  @exclusivity(unchecked) var stretches: [(selector: Int, stretches: [SelectorPart.Stretch])] = []
  /// Memory for the members of groups.
  @exclusivity(unchecked) var spareMembers: [NodeID] = []
  /// Memory for the keys of groups.
  @exclusivity(unchecked) var spareKeys = GroupKeys()
  /// Which scalars hold which text of the document, once a result is placed by its parts.
  @exclusivity(unchecked) var holders: TextHolders?
  /// Which nodes of another selector are those of a selector that is a part of it.
  @exclusivity(unchecked) var positions: [[Range<Int>]]
  /// What each selector's texts may hold, found out when a rule first looks for something in them.
  @exclusivity(unchecked) var surveys: [TextSurvey]
  /// The script that the document at hand uses less, of the selector that a rule is looking through.
  @exclusivity(unchecked) var minorScript: ChineseScript?
  /// The tree of the document at hand; nil between documents.
  // Apart from `scope`, because reading that counts references.
  @exclusivity(unchecked) private(set) var view: TreeView?
  /// The rule whose variables are set; -1 for none.
  @exclusivity(unchecked) private var preparedRule = -1
  /// The rules that are on for the document at hand.
  @exclusivity(unchecked) var queue: [Int] = []
  /// Position of the next one of them.
  @exclusivity(unchecked) var nextInQueue = 0
  /// The rules that are on for documents of one kind, and under which settings.
  @exclusivity(unchecked) var rulesOn: (kind: Int, settings: EffectiveSettings, rules: [Int])?
  /// The bound that was last said to be reached in the document at hand, and by which rule.
  @exclusivity(unchecked) var saidLimit: (rule: Int, message: LocalizedText)?
  /// Why the last expression failed.
  var reason = LocalizedText(zh: "", en: "")
  /// The document at hand; nil between documents.
  @exclusivity(unchecked) private(set) var scope: DocumentScope? {
    didSet { currentScope = scope.map { .passUnretained($0) } }
  }
  /// The same without counting references.
  @exclusivity(unchecked) private(set) var currentScope: Unmanaged<DocumentScope>?

  /// Makes a worker for the rules of a run.
  /// - Parameter other: a runner of the same worker, with which this one shares what outlasts a document.
  init(_ context: LintContext, sharing other: RuleRunner? = nil) {
    library = context.library.compiled
    today = context.today
    mutation = context.mutation
    coverage = context.coverage
    clock = context.clock
    evaluation = Evaluation(sharing: other?.evaluation)
    evaluation.observations = context.coverage?.observations
    plans = library.plans.base
    keysOfSelectors = UnsafePointer(library.plans.keysOfSelectors)
    selectorPlans = UnsafePointer(library.plans.selectorPlans)
    parameters = .allocate(capacity: max(1, library.rules.count))
    parameters.initialize(repeating: .root, count: library.rules.count)
    tally = .allocate(capacity: max(1, library.rules.count))
    tally.initialize(repeating: RuleTally(), count: library.rules.count)
    isPresent = .allocate(capacity: library.symbols.count + 1)
    isPresent.initialize(repeating: false, count: library.symbols.count + 1)
    selections = Array(repeating: nil, count: library.selectors.count)
    surveys = Array(repeating: TextSurvey(), count: library.selectors.count)
    positions = Array(repeating: [], count: library.selectors.count)
    evaluation.symbols = library.symbols
    if let other { evaluation.lastingMemo = TextMemo.of(other.evaluation) }
  }

  deinit {
    tally.deallocate()
    isPresent.deallocate()
    parameters.deallocate()
  }

  /// Pass and not applicable of the last document, by rule.
  var tallies: [RuleTally] { Array(UnsafeBufferPointer(start: tally, count: library.rules.count)) }

  /// Which rules a call runs.
  enum Stage {
    /// Those that look at other documents: these.
    case catalog([Int])
    /// Those about documents of the base that are gone.
    case removal
  }

  /// Runs the rules of a later stage on a document and leaves their results in this runner's arrays.
  func run(_ stage: Stage, on scope: DocumentScope) {
    begin(scope)
    switch stage {
    case .catalog(let rules):
      for rule in rules { time(rule) { run(rule, on: scope) } }
    case .removal:
      for rule in library.removalRulesByKind[scope.kind] where scope.settings.states[rule].isOn {
        time(rule) { run(rule, on: scope) }
      }
    }
    end()
  }

  /// Lets go of the document at hand.
  func end() {
    forget()
    scope = nil
    view = nil
  }

  /// Does a rule's work, and where a clock is given, notes how long it took.
  @inline(__always)
  func time(_ rule: Int, _ work: () -> Void) {
    guard let clock else { return work() }
    let start = clock()
    work()
    if counters.nanoseconds.isEmpty { counters.nanoseconds = Array(repeating: 0, count: library.rules.count) }
    counters.nanoseconds[rule] += clock() - start
  }

  /// Takes a document up.
  func begin(_ scope: DocumentScope) {
    self.scope = scope
    if parametersOf !== scope.settings {
      parametersOf = scope.settings
      for (rule, node) in scope.settings.parameters.enumerated() { parameters[rule] = node }
    }
    view = scope.tree.view
    saidLimit = nil
    records.removeAll(keepingCapacity: true)
    facts.removeAll(keepingCapacity: true)
    pending.removeAll(keepingCapacity: true)
    if !asked.isEmpty { asked.removeAll(keepingCapacity: true) }
    tally.update(repeating: RuleTally(), count: library.rules.count)
    selected.removeAll(keepingCapacity: true)
    for index in selections.indices { selections[index] = nil }
    for index in surveys.indices where surveys[index].isMade { surveys[index] = TextSurvey() }
    holders = nil
    stretches.removeAll(keepingCapacity: true)
    preparedRule = -1
    isPresent.update(repeating: false, count: library.symbols.count + 1)
    for entry in scope.tree.view.entries(.root) { isPresent[Int(entry.symbol.raw)] = true }
    evaluation.trees = [scope.tree.view, scope.settings.view]
    if case .document(let tree, _, _) = scope.base { evaluation.trees.append(tree.view) }
    keepVariables(of: scope)
  }

  /// Sets the variables that are the same for all rules on a document, which resets then return to.
  private func keepVariables(of scope: DocumentScope) {
    evaluation.clearCheckpoint()
    evaluation.reset()
    set(.item, .node(NodeReference(tree: 0, node: .root)))
    set(.vocabulary, .node(NodeReference(tree: 1, node: scope.settings.vocabularies)))
    set(.today, evaluation.makeString(today))
    set(.base, base(in: scope))
    evaluation.checkpoint()
  }

  /// Runs one rule.
  func run(_ rule: Int, on document: DocumentScope) {
    // Apart, because it counts references.
    if plans[rule].readsBase { judge(rule, on: document.comparing) } else { judge(rule, on: document) }
  }

  /// Judges all targets of a rule.
  private func judge(_ rule: Int, on scope: DocumentScope) {
    let plan = plans + rule
    switch plan.pointee.course {
    case .groups: return plan.pointee.rule._withUnsafeGuaranteedRef { runGrouped(rule, $0, scope) }
    case .search: return plan.pointee.rule._withUnsafeGuaranteedRef { runSearch(rule, $0, scope) }
    case .nodes, .parts: break
    }
    var known: Outcome?
    var isEmpty = true
    for selector in plan.pointee.selectors {
      guard let range = select(selector) else { return limitReached(rule, scope) }
      if range.isEmpty { continue }
      coverage?.noteSelection(rule: rule, selector: selector)
      for position in range {
        isEmpty = false
        let isFirst = known == nil && plan.pointee.isWhenOfDocument
        if isFirst, let when = plan.pointee.when {
          prepare(rule, target: selected[position], scope)
          known = evaluate(when, scope)
        }
        judge(rule, target: selected[position], known: known, isPrepared: isFirst && known != nil, scope)
      }
    }
    if isEmpty { tally[rule].notApplicable += 1 }
  }

  /// The nodes of a selector, run at most once for a document; nil when its bound was reached.
  @inline(__always)
  func select(_ selector: Int) -> Range<Int>? { selections[selector] ?? find(selector) }

  // MARK: One target

  /// Sets the variables that every expression of a rule may read for one node.
  func prepare(_ rule: Int, target: NodeID, _ scope: DocumentScope) {
    let plan = plans + rule
    counters.expressionSteps += evaluation.restart(
      recomputing: plan.pointee.lets, setting: RuleVariable.this.rawValue, to: NodeReference(tree: 0, node: target))
    if preparedRule != rule {
      // What other rules have set is out of this one's sight: the checker lets no expression name it.
      set(.params, .node(NodeReference(tree: 1, node: parameters[rule])))
      evaluation.setLazies(plan.pointee.values)
      preparedRule = rule
    }
    if plan.pointee.readsIndex { set(.index, .int(Int64(view?.position(of: target) ?? 0))) }
  }

  /// Counts the steps since the last target and forgets its values.
  func forget() {
    counters.expressionSteps += evaluation.stepCount
    evaluation.reset()
    preparedRule = -1
  }

  /// Gives a variable its value for the target at hand.
  func set(_ variable: RuleVariable, _ value: Value) { evaluation.setVariable(variable.rawValue, value) }

  /// What a truth value says of a requirement.
  enum Outcome {
    /// True.
    case holds
    /// False.
    case fails
    /// Something it reads is not stated.
    case absent
    /// The expression failed, for the reason that `reason` gives.
    case error
  }

  /// Evaluates a condition; what a shape fault makes fail counts as absent.
  @inline(__always)
  func evaluate(_ program: Unmanaged<Program>, _ scope: DocumentScope) -> Outcome {
    let value = program._withUnsafeGuaranteedRef { $0.evaluate(in: evaluation) }
    if case .bool(let flag) = value { return flag ? .holds : .fails }
    return outcome(of: value, scope)
  }

  /// Judges one selected node; `known` is what `when` says of the whole document, where it reads nothing of the node.
  func judge(_ rule: Int, target: NodeID, known: Outcome?, isPrepared: Bool, _ scope: DocumentScope) {
    switch known {
    case .fails?, .absent?:
      tally[rule].notApplicable += 1
      return
    case .holds?, .error?, nil: break
    }
    if !isPrepared { prepare(rule, target: target, scope) }
    let plan = plans + rule
    if let when = plan.pointee.when {
      switch known ?? evaluate(when, scope) {
      case .holds: break
      case .fails, .absent:
        tally[rule].notApplicable += 1
        return
      case .error: return record(rule, .error, reason, place(library.rules[rule], target, scope))
      }
    }
    if plan.pointee.course == .nodes {
      conclude(rule, target: target, scope) { place(library.rules[rule], target, scope) }
    } else {
      plan.pointee.rule._withUnsafeGuaranteedRef { judgeParts(rule, $0, target: target, scope) }
    }
  }

  /// Evaluates `require` with the variables as they are and notes the result.
  @inline(__always)
  func conclude(
    _ rule: Int, target: NodeID, part: Range<Int>? = nil, _ scope: DocumentScope, place: () -> Placement
  ) {
    var outcome = Outcome.fails
    if let mutation {
      outcome = mutation ? .holds : .fails
    } else if let require = plans[rule].require {
      outcome = evaluate(require, scope)
    }
    switch outcome {
    case .holds: tally[rule].pass += 1
    case .absent: tally[rule].notApplicable += 1
    case .fails:
      fail(rule, library.rules[rule], place())
      attachFix(library.rules[rule], target, part: part, scope)
    case .error: record(rule, .error, reason, place())
    }
  }
}
