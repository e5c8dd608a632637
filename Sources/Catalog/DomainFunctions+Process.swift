import CEL
import DataTree
import Diagnostics

/// Functions on limits, conditions and the process.
extension DomainFunctions {
  /// `limit`, `reduction` and `isInstant`.
  var limitFunctions: [FunctionDeclaration] {
    let limit = ExpressionType.opaque("limit")
    return [
      declare(
        "limit",
        zh: "把文字读作时限，如“20 工作日”。", en: "Reads a text such as `20 working days` as a time limit.",
        [.string], limit, examples: [("limit('5 工作日') < limit('10 working days')", "true")]
      ) { arguments, evaluation in
        guard case .string(let text) = arguments[0] else { return .absent }
        guard let limit = TimeLimit(evaluation.bytes(of: text)) else {
          return evaluation.fail(.limitUnreadable(evaluation.string(of: arguments[0]) ?? ""))
        }
        return .opaque(OpaqueValue(bits: limit.bits))
      },
      declare(
        "reduction",
        zh: "从前一时限到后一时限压减了百分之几；单位无法比较时视为未填。",
        en: "By how many per cent the second limit is shorter than the first; absent where the units do not allow it.",
        [limit, limit], .double, examples: [("reduction(limit('20 工作日'), limit('5 工作日'))", "75.0")]
      ) { arguments, _ in
        guard let from = self.limit(arguments[0]), let to = self.limit(arguments[1]) else { return .absent }
        return TimeLimit.reduction(from: from, to: to).map { .double($0) } ?? .absent
      },
      declare(
        "isInstant",
        zh: "时限是否为即办（或为零）。", en: "Whether a limit takes no time: 即办, or zero.",
        [limit], .bool,
        examples: [("isInstant(limit('当场'))", "true"), ("isInstant(limit('1 工作日'))", "false")]
      ) { arguments, _ in
        self.limit(arguments[0]).map { .bool($0.isInstant) } ?? .absent
      },
    ]
  }

  /// `overlap` and the functions on steps.
  var processFunctions: [FunctionDeclaration] { [overlap, reachable, reachesEnd, pathSteps, pathTime] }

  /// `overlap(when, when)`
  private var overlap: FunctionDeclaration {
    declare(
      "overlap",
      zh: "两个条件（when）能否同时成立：除非有一个问题两边的答案完全不同。",
      en: "Whether two conditions (`when`) can hold together: unless some question has disjoint answers.",
      [.dyn, .dyn], .bool,
      examples: [
        ("overlap({'variant': 'new'}, {'variant': ['new', 'renew']})", "true"),
        ("overlap({'variant': 'new'}, {'variant': 'cancel'})", "false"), ("overlap({}, {'channel': 'window'})", "true"),
      ]
    ) { arguments, evaluation in
      // Nearly all conditions are empty, and these hold always.
      if evaluation.count(of: arguments[0]) == 0 || evaluation.count(of: arguments[1]) == 0 { return .bool(true) }
      guard let left = condition(arguments[0], evaluation), let right = condition(arguments[1], evaluation) else {
        return .absent
      }
      let trees = Set([arguments[0], arguments[1]].map { tree(of: $0) })
      return .bool(
        left.overlaps(right) { question in
          trees.contains { index in
            index < evaluation.trees.count && Condition.isMultiple(question, in: evaluation.trees[index], shapes.keys)
          }
        })
    }
  }

  /// The tree of a value; the document at hand for what an expression built.
  private func tree(of value: Value) -> Int {
    if case .node(let node) = value { return Int(node.tree) }
    return 0
  }

  /// A condition from a document or from an expression; nil for other values.
  func condition(_ value: Value, _ evaluation: Evaluation) -> Condition? {
    if case .node(let node) = value { return Condition(node.node, in: evaluation.trees[Int(node.tree)]) }
    guard let count = evaluation.count(of: value), count <= 64 else { return nil }
    if case .map = value { return requirements(value, count, evaluation).map { Condition(alternatives: [$0]) } }
    var alternatives: [[Condition.Requirement]] = []
    for index in 0..<count {
      guard let part = evaluation.element(of: value, at: index), let condition = condition(part, evaluation) else {
        return nil
      }
      alternatives += condition.alternatives
    }
    return Condition(alternatives: alternatives)
  }

  /// The questions of a map that an expression built; nil where a key is no text.
  private func requirements(_ map: Value, _ count: Int, _ evaluation: Evaluation) -> [Condition.Requirement]? {
    var requirements: [Condition.Requirement] = []
    for index in 0..<count {
      guard let (key, value) = evaluation.entry(of: map, at: index), let question = evaluation.string(of: key) else {
        return nil
      }
      var answers: [String] = []
      if let length = evaluation.count(of: value) {
        for position in 0..<min(length, 64) {
          if let answer = evaluation.element(of: value, at: position) {
            answers.append(self.answer(answer, evaluation))
          }
        }
      } else {
        answers = [answer(value, evaluation)]
      }
      requirements.append(Condition.Requirement(question: question, answers: answers))
    }
    return requirements
  }

  /// An answer as text.
  private func answer(_ value: Value, _ evaluation: Evaluation) -> String {
    evaluation.string(of: value) ?? words(of: value)
  }

  // MARK: The graph

  /// `reachable(step)`
  private var reachable: FunctionDeclaration {
    declare(
      "reachable",
      zh: "从第一个环节出发能否走到这一环节。", en: "Whether a step is reached from the first one.", [.dyn], .bool
    ) { arguments, evaluation in
      stepFact(arguments[0], evaluation) { $0.isReachable[$1] }
    }
  }

  /// `reachesEnd(step)`
  private var reachesEnd: FunctionDeclaration {
    declare(
      "reachesEnd",
      zh: "从这一环节出发能否走到结束。", en: "Whether the end is reached from a step.", [.dyn], .bool
    ) { arguments, evaluation in
      stepFact(arguments[0], evaluation) { $0.reachesEnd[$1] }
    }
  }

  /// What the graph of a step's list says of the step; absent for what is no element of a list.
  private func stepFact(_ value: Value, _ evaluation: Evaluation, _ fact: (ProcessGraph, Int) -> Bool) -> Value {
    guard case .node(let step) = value, step.node != .root else { return .absent }
    let view = evaluation.trees[Int(step.tree)]
    let list = NodeReference(tree: step.tree, node: view[step.node].parent)
    guard let position = view.position(of: step.node) else { return .absent }
    let graph = graph(list, evaluation)
    return position < graph.steps.count ? .bool(fact(graph, position)) : .absent
  }

  /// `pathSteps(document[, when])`
  private var pathSteps: FunctionDeclaration {
    pathFunction(
      "pathSteps",
      zh: "最长路径上计入承诺的办理环节数；可给出条件，只走可能的分支。",
      en: "Number of the authority's steps that a promise covers, on the longest path; a condition rules branches out.",
      .int
    ) { .int(Int64($0.longestCount)) }
  }

  /// `pathTime(document[, when])`
  private var pathTime: FunctionDeclaration {
    pathFunction(
      "pathTime",
      zh: "最长路径上计入承诺的环节时限之和；没有环节写明时限时视为未填。",
      en: "Longest sum of the limits that a promise covers, over all paths; absent where no step states a limit.",
      .opaque("limit")
    ) { graph in
      graph.longestTime.map { .opaque(OpaqueValue(bits: $0.bits)) } ?? .absent
    }
  }

  /// A function on the graph of a document, whole or under a condition.
  private func pathFunction(
    _ name: String, zh: String, en: String, _ result: ExpressionType, fact: @escaping @Sendable (ProcessGraph) -> Value
  ) -> FunctionDeclaration {
    FunctionDeclaration(
      name, summary: LocalizedText(zh: zh, en: en),
      overloads: [
        overload(name, [.dyn], result) { arguments, evaluation in
          guard let list = steps(of: arguments[0], evaluation) else { return .absent }
          return fact(graph(list, evaluation))
        },
        overload(name, [.dyn, .dyn], result) { arguments, evaluation in
          guard let list = steps(of: arguments[0], evaluation),
            let when = condition(arguments[1], evaluation)
          else { return .absent }
          return fact(
            ProcessGraph(list.node, in: evaluation.trees[Int(list.tree)], shapes: shapes, when: when))
        },
      ])
  }

  /// The list of steps of a document; nil where it states none.
  private func steps(of value: Value, _ evaluation: Evaluation) -> NodeReference? {
    guard case .node(let document) = value else { return nil }
    let view = evaluation.trees[Int(document.tree)]
    guard let list = view.value(of: document.node, at: shapes.keys.steps), view.kind(list) == .list else { return nil }
    return NodeReference(tree: document.tree, node: list)
  }

  /// The graph of a list of steps, made at the first call.
  private func graph(_ list: NodeReference, _ evaluation: Evaluation) -> ProcessGraph {
    let memo = DocumentMemo.of(evaluation)
    if let graph = memo.graphs[list] { return graph }
    let graph = ProcessGraph(list.node, in: evaluation.trees[Int(list.tree)], shapes: shapes)
    memo.graphs[list] = graph
    return graph
  }
}
