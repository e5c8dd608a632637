import CEL
import DataTree
import Diagnostics

/// Functions on limits and conditions.
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

  /// `overlap(when, when)`
  var overlap: FunctionDeclaration {
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
      let memo = DocumentMemo.of(evaluation)
      // Each of two thousand materials may be held against all others, and no more.
      guard memo.mayTake(16 * (left.size + right.size)) else { return evaluation.limitReached(.comparisonLimit) }
      let trees = [tree(of: arguments[0]), tree(of: arguments[1])].filter { $0 < evaluation.trees.count }
      return .bool(
        left.overlaps(right) { question in
          trees.contains { index in
            memo.multiples(ofTree: UInt32(index), in: evaluation.tree(UInt32(index)), shapes.keys).contains(question)
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
    if case .node(let node) = value {
      return DocumentMemo.of(evaluation).condition(node, in: evaluation.tree(node.tree))
    }
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
}
