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
  var scope: DocumentScope?

  /// Makes a worker for the rules of a run.
  init(_ context: LintContext) {
    library = context.library
    today = context.today
    mutation = context.mutation
    selections = Array(repeating: nil, count: library.selectors.count)
    evaluation.symbols = library.symbols
  }

  /// Which rules a call runs.
  enum Stage {
    /// Those that need only the document.
    case document
    /// Those that look at other documents: these.
    case catalog([Int])
  }

  /// Runs the rules of a stage on a document and leaves their results in this runner's arrays.
  func run(_ stage: Stage, on scope: DocumentScope) {
    begin(scope)
    switch stage {
    case .document:
      for rule in library.rulesByKind[scope.kind] where scope.settings.states[rule].isOn {
        if library.rules[rule].needsCatalog { postpone(rule) } else { run(rule, on: scope) }
      }
    case .catalog(let rules):
      for rule in rules { run(rule, on: scope) }
    }
    forget()
    self.scope = nil
  }

  private func begin(_ scope: DocumentScope) {
    self.scope = scope
    records.removeAll(keepingCapacity: true)
    facts.removeAll(keepingCapacity: true)
    pending.removeAll(keepingCapacity: true)
    tallies = Array(repeating: RuleTally(), count: library.rules.count)
    selected.removeAll(keepingCapacity: true)
    for index in selections.indices { selections[index] = nil }
    evaluation.trees = [scope.tree.view, scope.settings.view]
  }

  // A rule of the catalog stage is not worth a second reading where it has no target.
  private func postpone(_ rule: Int) {
    let nodes = library.rules[rule].selectors.contains { !(select($0) ?? 0..<1).isEmpty }
    if nodes { pending.append(rule) } else { tallies[rule].notApplicable += 1 }
  }

  private func run(_ rule: Int, on scope: DocumentScope) {
    let content = library.rules[rule]
    if let grouping = content.grouping {
      runGrouped(rule, content, grouping, scope)
      return
    }
    var known: Outcome?
    var isEmpty = true
    for selector in content.selectors {
      guard let range = select(selector) else { return limitReached(rule, scope) }
      for position in range {
        isEmpty = false
        if known == nil, content.isWhenOfDocument, let when = content.when {
          prepare(rule, content, target: .root, scope)
          known = evaluate(when, scope)
        }
        judge(rule, content, target: selected[position], known: known, scope)
      }
    }
    if isEmpty { tallies[rule].notApplicable += 1 }
  }

  /// The nodes of a selector, run at most once for a document; nil when its bound was reached.
  func select(_ selector: Int) -> Range<Int>? {
    if let known = selections[selector] { return known }
    guard let scope else { return nil }
    counters.selections += 1
    let start = selected.count
    let view = scope.tree.view
    if library.selectors[selector].select(in: view, into: &selected) != nil { return nil }
    let range = start..<selected.count
    selections[selector] = range
    return range
  }

  /// The node at a position that `select` gave.
  func selectedNode(_ position: Int) -> NodeID { selected[position] }

  /// Notes that a selector reached its bound, which makes the run untrustworthy.
  func limitReached(_ rule: Int, _ scope: DocumentScope) {
    record(rule, .error, Messages.evaluationFailed(Messages.selectionLimit), Placement([], target: .root, in: scope))
  }

  // MARK: One target

  /// Sets the variables that every expression of a rule may read for one node.
  func prepare(_ rule: Int, _ content: Rule, target: NodeID, _ scope: DocumentScope) {
    forget()
    let view = scope.tree.view
    set(.this, evaluation.value(of: NodeReference(tree: 0, node: target)))
    set(.item, .node(NodeReference(tree: 0, node: .root)))
    set(.params, .node(NodeReference(tree: 1, node: scope.settings.states[rule].parameters)))
    set(.vocabulary, .node(NodeReference(tree: 1, node: scope.settings.vocabularies)))
    if content.readsIndex { set(.index, .int(Int64(view.position(of: target) ?? 0))) }
    if content.readsToday { set(.today, evaluation.makeString(today)) }
    set(.base, .optional(.none))
    for named in content.lets { evaluation.setLazy(named.slot, named.program) }
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
  private func judge(_ rule: Int, _ content: Rule, target: NodeID, known: Outcome?, _ scope: DocumentScope) {
    if case .fails? = known {
      tallies[rule].notApplicable += 1
      return
    }
    prepare(rule, content, target: target, scope)
    if let when = content.when {
      switch known ?? evaluate(when, scope) {
      case .holds: break
      case .fails, .absent:
        tallies[rule].notApplicable += 1
        return
      case .error(let reason):
        return record(rule, .error, reason, Placement(content.at, target: target, in: scope))
      }
    }
    switch content.targets {
    case .node: conclude(rule, content, target: target, scope) { Placement(content.at, target: target, in: scope) }
    case .matches(let pattern): judgeMatches(rule, content, pattern, target: target, scope)
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
    let zh = compose(content.messageZH, .zh)
    let en = compose(content.messageEN, .en)
    guard case .success(let zhWords) = zh, case .success(let enWords) = en else {
      for case .failure(let fault) in [zh, en] {
        return record(rule, .error, Messages.messageFailed(fault.reason), place)
      }
      return
    }
    record(rule, .fail, LocalizedText(zh: zhWords, en: enWords), place)
  }

  /// Keeps a result that is neither pass nor not applicable.
  func record(_ rule: Int, _ state: ResultState, _ message: LocalizedText, _ place: Placement) {
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
        message += words
      }
    }
    return .success(message)
  }
}
