import CEL
import Catalog
import DataTree
import Diagnostics
import JSONPath
import SourceText

/// Runs rules on documents, one at a time: the memory of one worker.
final class RuleRunner {
  /// The rules, their selectors and the schemas they were compiled against.
  let library: RuleLibrary
  /// Memory and variables of the expression at hand.
  let evaluation = Evaluation()
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
  var facts: [GroupFact] = []
  /// Pass and not applicable, by rule.
  @exclusivity(unchecked) var tallies: [RuleTally] = []
  /// Rules that wait for the catalog stage, because they look at other documents.
  var pending: [Int] = []
  /// Work done since the start.
  @exclusivity(unchecked) var counters = WorkCounters()
  @exclusivity(unchecked) private var selected: [NodeID] = []
  @exclusivity(unchecked) private var selections: [Range<Int>?]
  /// Rules that say nothing of a document without an earlier state, by rule.
  private(set) var isSilentWithoutBase: [Bool] = []
  /// The fields of the document that hold the nodes of a selector, for selectors that are a part of it.
  private var tops: [Int: [NodeID]] = [:]
  /// Which scalars hold which text of the document, once a result is placed by its parts.
  private var holders: TextHolders?
  /// Which nodes of another selector are those of a selector that is a part of it.
  @exclusivity(unchecked) private(set) var positions: [[Int]]
  /// What each selector's texts may hold, found out when a rule first looks for something in them.
  @exclusivity(unchecked) var surveys: [TextSurvey?]
  /// The script that the document at hand uses less, of the selector that a rule is looking through.
  @exclusivity(unchecked) var minorScript: ChineseScript?
  /// The tree of the document at hand; nil between documents.
  // Apart from `scope`, because reading that counts references.
  @exclusivity(unchecked) private var view: TreeView?
  /// The bound that was last said to be reached in the document at hand, and by which rule.
  private var saidLimit: (rule: Int, message: LocalizedText)?
  /// The document at hand; nil between documents.
  @exclusivity(unchecked) var scope: DocumentScope?

  /// Makes a worker for the rules of a run.
  init(_ context: LintContext) {
    library = context.library
    today = context.today
    mutation = context.mutation
    coverage = context.coverage
    clock = context.clock
    evaluation.observations = context.coverage?.observations
    selections = Array(repeating: nil, count: library.selectors.count)
    surveys = Array(repeating: nil, count: library.selectors.count)
    positions = Array(repeating: [], count: library.selectors.count)
    evaluation.symbols = library.symbols
    // What examples reach is noted expression by expression.
    if coverage == nil { isSilentWithoutBase = library.rules.map(isSilentWithoutBase) }
  }

  /// Which rules a call runs.
  enum Stage {
    /// Those that need only the document.
    case document
    /// Those that look at other documents: these.
    case catalog([Int])
    /// Those about documents of the base that are gone.
    case removal
  }

  /// Runs the rules of a stage on a document and leaves their results in this runner's arrays.
  func run(_ stage: Stage, on scope: DocumentScope) {
    begin(scope)
    switch stage {
    case .document:
      for rule in library.rulesByKind[scope.kind] where scope.settings.states[rule].isOn {
        if isSilent(rule, on: scope) {
          time(rule) { passOver(rule, on: scope) }
        } else if library.rules[rule].needsCatalog {
          time(rule) { attempt(rule, on: scope) }
        } else {
          time(rule) { run(rule, on: scope) }
        }
      }
    case .catalog(let rules):
      for rule in rules { time(rule) { run(rule, on: scope) } }
    case .removal:
      for rule in library.removalRulesByKind[scope.kind] where scope.settings.states[rule].isOn {
        time(rule) { run(rule, on: scope) }
      }
    }
    forget()
    self.scope = nil
    view = nil
  }

  /// Does a rule's work, and where a clock is given, notes how long it took.
  @inline(__always)
  private func time(_ rule: Int, _ work: () -> Void) {
    guard let clock else { return work() }
    let start = clock()
    work()
    if counters.nanoseconds.isEmpty { counters.nanoseconds = Array(repeating: 0, count: library.rules.count) }
    counters.nanoseconds[rule] += clock() - start
  }

  private func begin(_ scope: DocumentScope) {
    self.scope = scope
    view = scope.tree.view
    saidLimit = nil
    records.removeAll(keepingCapacity: true)
    facts.removeAll(keepingCapacity: true)
    pending.removeAll(keepingCapacity: true)
    tallies = Array(repeating: RuleTally(), count: library.rules.count)
    selected.removeAll(keepingCapacity: true)
    for index in selections.indices { selections[index] = nil }
    for index in surveys.indices { surveys[index] = nil }
    holders = nil
    tops.removeAll(keepingCapacity: true)
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

  /// Runs a rule that may look at other documents; where it asks for one, it waits for the catalog stage.
  ///
  /// Most documents have no target for such a rule, or nothing that leads elsewhere: they need no second reading.
  private func attempt(_ rule: Int, on scope: DocumentScope) {
    let nodes = library.rules[rule].selectors.contains { !(select($0) ?? 0..<1).isEmpty }
    guard nodes else {
      tallies[rule].notApplicable += 1
      return
    }
    // Tests note what expressions come to, and facts are for the stage that collects them: no attempt counts there.
    guard coverage == nil, library.rules[rule].grouping?.isOverCatalog != true else { return pending.append(rule) }
    let probe = LookupProbe()
    let before = (records: records.count, tally: tallies[rule])
    evaluation.lookup = probe
    run(rule, on: scope)
    evaluation.lookup = nil
    guard probe.wasAsked else { return }
    // What functions remember of members that could not be read would answer the next rule without asking.
    evaluation.memo = nil
    records.removeSubrange(before.records...)
    saidLimit = nil
    tallies[rule] = before.tally
    pending.append(rule)
  }

  private func run(_ rule: Int, on document: DocumentScope) {
    let content = library.rules[rule]
    let scope = content.readsBase ? document.comparing : document
    if let grouping = content.grouping {
      runGrouped(rule, content, grouping, scope)
      return
    }
    if case .matches(let find) = content.targets { return run(rule, content, finding: find, scope) }
    var known: Outcome?
    var isEmpty = true
    for selector in content.selectors {
      guard let range = select(selector) else { return limitReached(rule, scope) }
      if !range.isEmpty { coverage?.noteSelection(rule: rule, selector: selector) }
      for position in range {
        isEmpty = false
        let isFirst = known == nil && content.isWhenOfDocument
        if isFirst, let when = content.when {
          prepare(rule, content, target: selected[position], scope)
          known = evaluate(when, scope)
        }
        judge(rule, content, target: selected[position], known: known, isPrepared: isFirst && known != nil, scope)
      }
    }
    if isEmpty { tallies[rule].notApplicable += 1 }
  }

  /// The nodes of a selector, run at most once for a document; nil when its bound was reached.
  func select(_ selector: Int) -> Range<Int>? {
    if let known = selections[selector] { return known }
    guard let view else { return nil }
    if let part = library.selectorParts[selector] {
      guard let whole = select(part.whole) else { return nil }
      let start = selected.count
      positions[selector] = indices(of: part, among: whole)
      for index in positions[selector] { selected.append(selected[whole.lowerBound + index]) }
      selections[selector] = start..<selected.count
      return selections[selector]
    }
    counters.selections += 1
    let start = selected.count
    if library.selectors[selector].select(in: view, into: &selected) != nil { return nil }
    let range = start..<selected.count
    selections[selector] = range
    return range
  }

  /// Which of the nodes of a selector are in a part of it.
  private func indices(of part: SelectorPart, among whole: Range<Int>) -> [Int] {
    guard let view = scope?.tree.view else { return [] }
    let known = tops[part.whole] ?? SelectorPart.tops(of: selected[whole], in: view)
    tops[part.whole] = known
    return part.indices(of: selected[whole], tops: known, in: view)
  }

  /// The node at a position that `select` gave.
  func selectedNode(_ position: Int) -> NodeID { selected[position] }

  /// Where a rule shows a result about a target, or about parts of its text.
  func place(
    _ content: Rule, _ target: NodeID, _ scope: DocumentScope, parts: [TextReference] = []
  ) -> Placement {
    var known: TextHolders?
    if !parts.isEmpty, content.at.isEmpty, scope.tree.view[target].isCollection {
      known = holders ?? TextHolders(scope.tree.view)
      holders = known
    }
    return Placement(of: content, target: target, in: scope, shapes: library.shapes, parts: parts, holders: known)
  }

  /// Notes that a selector reached its bound, which makes the run untrustworthy.
  func limitReached(_ rule: Int, _ scope: DocumentScope) {
    record(rule, .error, Messages.evaluationFailed(Messages.selectionLimit), Placement(.root, in: scope))
  }

  // MARK: One target

  /// Sets the variables that every expression of a rule may read for one node.
  func prepare(_ rule: Int, _ content: Rule, target: NodeID, _ scope: DocumentScope) {
    forget()
    set(.params, .node(NodeReference(tree: 1, node: scope.settings.states[rule].parameters)))
    for named in content.lets { evaluation.setLazy(named.slot, named.program) }
    set(.this, evaluation.value(of: NodeReference(tree: 0, node: target)))
    if content.readsIndex { set(.index, .int(Int64(view?.position(of: target) ?? 0))) }
  }

  /// Counts the steps since the last target and forgets its values.
  func forget() {
    counters.expressionSteps += evaluation.stepCount
    evaluation.reset()
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
    /// The expression failed, for this reason.
    case error(LocalizedText)
  }

  /// Evaluates a condition; what a shape fault makes fail counts as absent.
  func evaluate(_ program: Program, _ scope: DocumentScope) -> Outcome {
    let value = program.evaluate(in: evaluation)
    switch value {
    case .bool(let flag): return flag ? .holds : .fails
    case .absent: return .absent
    case .error(let error):
      // The fault that made the expression fail is reported already.
      if scope.hasShapeFaults, !evaluation.isLimit(value) { return .absent }
      return .error(Messages.evaluationFailed(evaluation.errorMessage(error)))
    default:
      if scope.hasShapeFaults { return .absent }
      return .error(Messages.notBoolean(evaluation.typeName(of: value)))
    }
  }

  /// Judges one selected node; `known` is what `when` says of the whole document, where it reads nothing of the node.
  func judge(
    _ rule: Int, _ content: Rule, target: NodeID, known: Outcome?, isPrepared: Bool, _ scope: DocumentScope
  ) {
    switch known {
    case .fails?, .absent?:
      tallies[rule].notApplicable += 1
      return
    case .holds?, .error?, nil: break
    }
    if !isPrepared { prepare(rule, content, target: target, scope) }
    if let when = content.when {
      switch known ?? evaluate(when, scope) {
      case .holds: break
      case .fails, .absent:
        tallies[rule].notApplicable += 1
        return
      case .error(let reason):
        return record(rule, .error, reason, place(content, target, scope))
      }
    }
    switch content.targets {
    case .node: conclude(rule, content, target: target, scope) { place(content, target, scope) }
    case .matches(let find): judgeMatches(rule, content, find, target: target, scope)
    case .elements(let list): judgeElements(rule, content, list, target: target, scope)
    }
  }

  /// Evaluates `require` with the variables as they are and notes the result.
  func conclude(
    _ rule: Int, _ content: Rule, target: NodeID, _ scope: DocumentScope, place: () -> Placement
  ) {
    let outcome = mutation.map { $0 ? Outcome.holds : .fails } ?? content.require.map { evaluate($0, scope) } ?? .fails
    switch outcome {
    case .holds: tallies[rule].pass += 1
    case .absent: tallies[rule].notApplicable += 1
    case .fails: fail(rule, content, place())
    case .error(let reason): record(rule, .error, reason, place())
    }
  }

  /// Notes a failure with its message; a message that cannot be made is an error.
  func fail(_ rule: Int, _ content: Rule, _ place: Placement) {
    let message = content.message.parts
    let zh = compose(message.zh, .zh)
    let en = compose(message.en, .en)
    guard case .success(let zhWords) = zh, case .success(let enWords) = en else {
      for case .failure(let fault) in [zh, en] {
        return record(rule, .error, Messages.messageFailed(fault.reason), place)
      }
      return
    }
    record(rule, .fail, LocalizedText(zh: zhWords, en: enWords), place)
  }

  /// Keeps a result that is neither pass nor not applicable.
  ///
  /// A bound that a document reached is said once for a rule, not at each further target.
  func record(_ rule: Int, _ state: ResultState, _ message: LocalizedText, _ place: Placement) {
    if state == .error, evaluation.hasReachedLimit {
      if let saidLimit, saidLimit.rule == rule, saidLimit.message == message { return }
      saidLimit = (rule, message)
    }
    records.append(
      RuleResult(
        rule: rule, state: state, message: message, range: place.range, path: place.path, related: place.related))
  }

  /// Why a message could not be made.
  struct MessageFault: Error {
    /// What went wrong inside the message.
    var reason: LocalizedText
  }

  private func compose(_ parts: [Rule.MessagePart], _ language: Language) -> Result<String, MessageFault> {
    let wording = ValueWords(evaluation: evaluation, language: language, describe: library.describeOpaque)
    var message = ""
    for part in parts {
      switch part {
      case .words(let words): message += words
      case .expression(let program):
        let value = program.evaluate(in: evaluation)
        guard let words = wording.words(value) else {
          if case .error(let error) = value { return .failure(MessageFault(reason: evaluation.errorMessage(error))) }
          continue
        }
        message += ValueWords.visible(words)
      }
    }
    return .success(message)
  }
}

/// Stands in for the catalog where a document is judged alone, and notes whether it was asked.
private final class LookupProbe: DocumentLookup {
  /// Whether an expression asked for another document, so that what it came to does not count.
  private(set) var wasAsked = false

  /// Knows no document.
  func document(withID id: UnsafeBufferPointer<UInt8>, in evaluation: Evaluation) -> FoundDocument {
    wasAsked = true
    return .unreadable
  }
}
