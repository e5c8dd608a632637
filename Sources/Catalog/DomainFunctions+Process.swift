import CEL
import DataTree
import Diagnostics

/// Functions on the process: its steps, their edges and its paths.
extension DomainFunctions {
  /// `overlap` and the functions on steps.
  var processFunctions: [FunctionDeclaration] {
    [
      overlap, reachable, reachesEnd, step, following, leadsTo, returns, fallsInto, alsoTaken, unanswered, trapped,
      pathSteps, pathTime, pathVisits,
    ]
  }

  /// What the examples read: of the cases accepted some are drawn for a check.
  private static let spotCheck = """
    {kind: ServiceItem, questions: [{id: drawn}], steps: [
      {id: accept, limit: 1 工作日, next: [{to: check, when: {drawn: true}}, {to: issue, when: {drawn: false}}]},
      {id: check, limit: 1 工作日}, {id: issue, limit: 1 工作日}]}
    """

  // MARK: Steps

  /// `reachable(step[, when])`
  private var reachable: FunctionDeclaration {
    let fact: @Sendable (ProcessGraph, Int) -> Value = { graph, step in
      graph.isReachable[step] ? .bool(true) : graph.mightReachAny ? .absent : .bool(false)
    }
    return FunctionDeclaration(
      "reachable",
      summary: LocalizedText(
        zh: "从第一个环节出发能否走到这一环节；可给出条件，只走可能的分支。前面写了不存在的环节时视为未填。",
        en: "Whether a step is reached from the first one; a condition rules branches out. Absent where a name of an "
          + "unknown step leaves it open."),
      overloads: [
        overload("reachable", [.dyn], .bool) { arguments, evaluation in
          stepFact(arguments[0], evaluation) { fact($0, $1) }
        },
        overload("reachable", [.dyn, .dyn], .bool) { arguments, evaluation in
          guard let (list, position) = place(of: arguments[0], evaluation) else { return .absent }
          return graphFact(list, when: arguments[1], evaluation) { graph in
            position < graph.steps.count ? fact(graph, position) : .absent
          }
        },
      ],
      examples: [
        FunctionDeclaration.Example("reachable(item.steps[1])", "true", of: DomainFunctions.spotCheck),
        FunctionDeclaration.Example(
          "reachable(item.steps[1], {'drawn': false})", "false", of: DomainFunctions.spotCheck),
      ])
  }

  /// `reachesEnd(step)`
  private var reachesEnd: FunctionDeclaration {
    declare(
      "reachesEnd",
      zh: "从这一环节出发能否走到结束；后面写了不存在的环节时视为未填。",
      en: "Whether the end is reached from a step; absent where a name of an unknown step leaves it open.",
      [.dyn], .bool,
      examples: [("reachesEnd(item.steps[0])", "true")], of: DomainFunctions.spotCheck
    ) { arguments, evaluation in
      stepFact(arguments[0], evaluation) { graph, step in
        graph.reachesEnd[step] ? .bool(true) : graph.mightReachEnd[step] ? .absent : .bool(false)
      }
    }
  }

  /// `step(document, id)`
  private var step: FunctionDeclaration {
    declare(
      "step",
      zh: "按编号取文件中的环节。", en: "The document's step with an id.",
      [.dyn, .string], .optional(.record("Step")),
      examples: [("step(item, 'check').hasValue()", "true"), ("step(item, 'chekc').hasValue()", "false")],
      of: DomainFunctions.spotCheck
    ) { arguments, evaluation in
      guard case .string(let id) = arguments[1], let list = steps(of: arguments[0], evaluation) else {
        return evaluation.makeOptional(nil)
      }
      let position = graph(list, evaluation).positions[TextKey(evaluation.bytes(of: id))]
      return evaluation.makeOptional(position.map { node($0, of: list, evaluation) })
    }
  }

  /// `following(step)`
  private var following: FunctionDeclaration {
    declare(
      "following",
      zh: "一个环节之后可以走到的环节，不写 next 的是列表中的下一个。",
      en: "The steps that a step leads to; without `next`, the following one of the list.",
      [.dyn], .list(.record("Step")),
      examples: [("following(item.steps[0]).map(s, s.id)", "['check', 'issue']")], of: DomainFunctions.spotCheck
    ) { arguments, evaluation in
      stepFact(arguments[0], evaluation) { graph, step in
        let targets = graph.edges(of: step).map(\.target).filter { $0 < graph.steps.count }
        let list = list(of: arguments[0], evaluation)
        return evaluation.makeList(targets.map { node($0, of: list, evaluation) })
      }
    }
  }

  /// `leadsTo(step, step)`
  private var leadsTo: FunctionDeclaration {
    declare(
      "leadsTo",
      zh: "不退回时，能否从前一环节走到后一环节。",
      en: "Whether one step leads to another without going back to an earlier one.",
      [.dyn, .dyn], .bool,
      examples: [
        ("leadsTo(item.steps[1], item.steps[2])", "true"), ("leadsTo(item.steps[2], item.steps[1])", "false"),
      ], of: DomainFunctions.spotCheck
    ) { arguments, evaluation in
      guard let (list, target) = place(of: arguments[1], evaluation) else { return .absent }
      return stepFact(arguments[0], evaluation) { graph, source in
        guard list == self.list(of: arguments[0], evaluation), target < graph.steps.count else { return .absent }
        // Each target that is asked about takes a walk of its own.
        guard graph.knowsLeading(to: target) || DocumentMemo.of(evaluation).mayTake(graph.edges.count) else {
          return evaluation.limitReached(.branchLimit)
        }
        return .bool(graph.leads(source, to: target))
      }
    }
  }

  /// `returns(step)`
  private var returns: FunctionDeclaration {
    declare(
      "returns",
      zh: "走到这一环节时，它的责任部门最多有几次把办件交出去又收回来。",
      en: "How often, at most, the owner of a step has handed the case on and got it back by then.",
      [.dyn], .int,
      examples: [("returns(item.steps[2])", "0")], of: DomainFunctions.spotCheck
    ) { arguments, evaluation in
      stepFact(arguments[0], evaluation) { graph, step in
        let view = evaluation.tree(list(of: arguments[0], evaluation).tree)
        return .int(Int64(graph.returns(in: view, shapes.keys)[step]))
      }
    }
  }

  /// `fallsInto(step)`
  private var fallsInto: FunctionDeclaration {
    declare(
      "fallsInto",
      zh: "不写 next 的环节误入的另一条分支：列表中的下一个环节是同一处分支的另一个去向，并且不在更后的阶段。",
      en: "The other branch that a step without `next` runs into: the following one of the list, to which the same "
        + "branching leads and whose phase is not a later one.",
      [.dyn], .optional(.record("Step")),
      examples: [("fallsInto(item.steps[1]).hasValue()", "false")], of: DomainFunctions.spotCheck
    ) { arguments, evaluation in
      stepFact(arguments[0], evaluation) { graph, step in
        let list = list(of: arguments[0], evaluation)
        let branches = Branches(graph: graph, view: evaluation.tree(list.tree), keys: shapes.keys)
        let found = branches.fallsInto(step)
        return evaluation.makeOptional(found.map { node($0, of: list, evaluation) })
      }
    }
  }

  /// `alsoTaken(edge)`
  private var alsoTaken: FunctionDeclaration {
    declare(
      "alsoTaken",
      zh: "与这一分支问同一个问题、条件又能同时成立的前一分支。",
      en: "An earlier branch of the same step that asks the same question and whose condition can hold as well.",
      [.dyn], .optional(.record("Edge")),
      examples: [("alsoTaken(item.steps[0].next[1]).hasValue()", "false")], of: DomainFunctions.spotCheck
    ) { arguments, evaluation in
      guard case .node(let edge) = arguments[0], edge.node != .root else { return .absent }
      let situations = situations(edge.tree, evaluation)
      let view = situations.view
      guard let when = view.value(of: edge.node, at: shapes.keys.when), !view.isEmpty(when),
        let position = view.position(of: edge.node)
      else { return evaluation.makeOptional(nil) }
      // Each branch is compared with all before it; nobody writes so many.
      guard position < 64 else { return evaluation.limitReached(.branchLimit) }
      if situations.compile(when).isCut { return evaluation.limitReached(.conditionLimit) }
      let earlier = view.elements(view[edge.node].parent)[..<position].first { other in
        guard let condition = view.value(of: other, at: shapes.keys.when), !view.isEmpty(condition) else {
          return false
        }
        return situations.areRivals(condition, when)
      }
      return evaluation.makeOptional(earlier.map { .node(NodeReference(tree: edge.tree, node: $0)) })
    }
  }

  /// `unanswered(step)`
  private var unanswered: FunctionDeclaration {
    declare(
      "unanswered",
      zh: "办件走到这一环节时没有分支可走的答案，如“variant: cancel”。",
      en: "The answers with which a case reaches a step and finds no branch, such as `variant: cancel`.",
      [.dyn], .list(.string),
      examples: [("size(unanswered(item.steps[0]))", "0")], of: DomainFunctions.spotCheck
    ) { arguments, evaluation in
      answers(arguments[0], evaluation) { $0.unanswered }
    }
  }

  /// `trapped(step)`
  private var trapped: FunctionDeclaration {
    declare(
      "trapped",
      zh: "办件走到这一环节后再也走不到结束的答案，如“variant: cancel”。",
      en: "The answers with which a case goes round in circles from a step, such as `variant: cancel`.",
      [.dyn], .list(.string),
      examples: [("size(trapped(item.steps[0]))", "0")], of: DomainFunctions.spotCheck
    ) { arguments, evaluation in
      answers(arguments[0], evaluation) { $0.trapped }
    }
  }

  /// Answers that were written down at a step while all answers were followed.
  private func answers(
    _ value: Value, _ evaluation: Evaluation, _ notes: (BranchCoverage.Notes) -> [Int: [BranchCoverage.Answer]]
  ) -> Value {
    stepFact(value, evaluation) { graph, step in
      guard graph.hasConditions else { return evaluation.makeList([]) }
      let situations = situations(list(of: value, evaluation).tree, evaluation)
      let coverage = graph.findings.coverage ?? BranchCoverage(graph, situations).notes
      graph.findings.coverage = coverage
      if coverage.isCut { return evaluation.limitReached(.conditionLimit) }
      if coverage.isTooLarge { return evaluation.limitReached(.branchLimit) }
      let answers = notes(coverage)[step, default: []].map { answer in
        let question = situations.questions[answer.question]
        return evaluation.makeString("\(question.id.string): \(question.answers[answer.answer].string)")
      }
      return evaluation.makeList(answers)
    }
  }

  // MARK: Paths

  /// `pathSteps(document[, when])`
  private var pathSteps: FunctionDeclaration {
    pathFunction(
      "pathSteps",
      zh: "最长路径上计入承诺的办理环节数；可给出条件，只走可能的分支。",
      en: "Number of the authority's steps that a promise covers, on the longest path; a condition rules branches out.",
      .int, examples: [("pathSteps(item)", "3"), ("pathSteps(item, {'drawn': false})", "2")]
    ) { .int(Int64($0.longestCount)) }
  }

  /// `pathTime(document[, when])`
  private var pathTime: FunctionDeclaration {
    pathFunction(
      "pathTime",
      zh: "最长路径上计入承诺的环节时限之和；没有环节写明时限时视为未填。",
      en: "Longest sum of the limits that a promise covers, over all paths; absent where no step states a limit.",
      .opaque("limit"), examples: [("pathTime(item)", "limit('3 工作日')")]
    ) { graph in
      graph.longestTime.map { .opaque(OpaqueValue(bits: $0.bits)) } ?? .absent
    }
  }

  /// `pathVisits(document[, when])`
  private var pathVisits: FunctionDeclaration {
    pathFunction(
      "pathVisits",
      zh: "走完流程申请人至少要到现场几次：只数申请人的现场环节，中间不用等上一天的算一次；走不到结束时视为未填。",
      en: "How often the applicant has to come at least, for the applicant's own steps on site; those without a "
        + "day's wait between them count once. Absent where no end is reached.",
      .int, examples: [("pathVisits(item)", "0")]
    ) { $0.fewestVisits.map { .int(Int64($0)) } ?? .absent }
  }

  /// A function on the graph of a document, whole or under a condition.
  private func pathFunction(
    _ name: String, zh: String, en: String, _ result: ExpressionType, examples: [(String, String)],
    fact: @escaping @Sendable (ProcessGraph) -> Value
  ) -> FunctionDeclaration {
    FunctionDeclaration(
      name, summary: LocalizedText(zh: zh, en: en),
      overloads: [
        overload(name, [.dyn], result) { arguments, evaluation in
          guard let list = steps(of: arguments[0], evaluation) else { return .absent }
          return fact(graph(list, evaluation))
        },
        overload(name, [.dyn, .dyn], result) { arguments, evaluation in
          guard let list = steps(of: arguments[0], evaluation) else { return .absent }
          return graphFact(list, when: arguments[1], evaluation, fact)
        },
      ], examples: examples.map { FunctionDeclaration.Example($0.0, $0.1, of: DomainFunctions.spotCheck) })
  }
}
