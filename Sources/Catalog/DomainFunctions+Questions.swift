import CEL
import DataTree
import Diagnostics

/// Functions on questions, answers and the conditions that name them.
extension DomainFunctions {
  /// Functions on what `when` names.
  var questionFunctions: [FunctionDeclaration] {
    [unknownQuestions, unknownAnswers, possible, askable, hasEffect, sameEffect, nearest]
  }

  /// What the examples read: cold dishes are asked about where meals are served.
  private static let meals = """
    {kind: ServiceItem, questions: [{id: meals}, {id: cold, when: {meals: true}},
       {id: size, answers: [{id: small}, {id: large}, {id: huge}]}],
     materials: [{when: {cold: true}}, {when: {meals: maybe}}, {when: {meels: true}}, {when: {meals: false, cold: true}},
       {when: {size: small}}]}
    """

  /// `unknownQuestions(when)`
  private var unknownQuestions: FunctionDeclaration {
    declare(
      "unknownQuestions",
      zh: "条件（when）中写了而文件没有提出的问题。",
      en: "The questions that a condition (`when`) names and the document does not ask.",
      [.dyn], .list(.string),
      examples: [("unknownQuestions(item.materials[2].when)", "['meels']")], of: DomainFunctions.meals
    ) { arguments, evaluation in
      withCondition(arguments[0], evaluation) { _, compiled in
        let names = compiled.unknown.filter { $0.answer == nil }.map { evaluation.makeString($0.question) }
        return evaluation.makeList(names)
      }
    }
  }

  /// `unknownAnswers(when)`
  private var unknownAnswers: FunctionDeclaration {
    declare(
      "unknownAnswers",
      zh: "条件（when）中写了而问题没有的答案：question 问题，answer 所写的答案，answers 可选的答案。",
      en: "The answers in a condition (`when`) that their question does not have: `question`, `answer` as written, and "
        + "the `answers` that there are.",
      [.dyn], .list(.dyn),
      examples: [("unknownAnswers(item.materials[1].when).map(f, f.answer)", "['maybe']")], of: DomainFunctions.meals
    ) { arguments, evaluation in
      withCondition(arguments[0], evaluation) { situations, compiled in
        let faults = compiled.unknown.compactMap { unknown -> Value? in
          guard let answer = unknown.answer, let position = unknown.position else { return nil }
          let known = situations.questions[position].answers.map { evaluation.makeString($0.string) }
          return evaluation.makeMap([
            (evaluation.makeString("question"), evaluation.makeString(unknown.question)),
            (evaluation.makeString("answer"), evaluation.makeString(answer)),
            (evaluation.makeString("answers"), evaluation.makeList(known)),
          ])
        }
        return evaluation.makeList(faults)
      }
    }
  }

  /// `possible(when)`
  private var possible: FunctionDeclaration {
    declare(
      "possible",
      zh: "条件（when）能否成立：所问的问题在这种情形下会提出，答案不互相排斥，渠道确有提供；写了不存在的问题或答案时视为未填。",
      en: "Whether a condition (`when`) can hold: its questions are asked together, their answers do not exclude each "
        + "other, and the channel is offered; absent where it names what does not exist.",
      [.dyn], .bool,
      examples: [("possible(item.materials[0].when)", "true"), ("possible(item.materials[3].when)", "false")],
      of: DomainFunctions.meals
    ) { arguments, evaluation in
      if evaluation.count(of: arguments[0]) == 0 { return .bool(true) }
      return withCondition(arguments[0], evaluation) { situations, compiled in
        guard compiled.unknown.isEmpty else { return .absent }
        if compiled.alternatives.contains(where: { situations.isPossible($0) }), !situations.isCut {
          return .bool(true)
        }
        if situations.isCut { return evaluation.limitReached(.conditionLimit) }
        // A question that is never asked is a fault of its own.
        let isCaused = compiled.alternatives.contains { alternative in
          alternative.contains { !situations.questions[$0.question].isAskable }
        }
        return isCaused ? .absent : .bool(false)
      }
    }
  }

  /// `askable(question)`
  private var askable: FunctionDeclaration {
    declare(
      "askable",
      zh: "问题有没有提出的时候：它的条件能够成立，也不与别的问题互为前提。",
      en: "Whether a question is ever asked: its condition can hold and does not wait for itself.",
      [.dyn], .bool,
      examples: [("askable(item.questions[1])", "true")], of: DomainFunctions.meals
    ) { arguments, evaluation in
      guard case .node(let node) = arguments[0] else { return .absent }
      let situations = situations(node.tree, evaluation)
      guard let position = situations.question(node.node) else { return .absent }
      return situations.isCut
        ? evaluation.limitReached(.conditionLimit) : .bool(situations.questions[position].isAskable)
    }
  }

  /// `hasEffect(question)`
  private var hasEffect: FunctionDeclaration {
    declare(
      "hasEffect",
      zh: "有没有材料、环节、收费等的条件（when）用到这个问题。",
      en: "Whether the condition (`when`) of any material, step, fee or the like names a question.",
      [.dyn], .bool,
      examples: [("hasEffect(item.questions[1])", "true")], of: DomainFunctions.meals
    ) { arguments, evaluation in
      guard case .node(let node) = arguments[0] else { return .absent }
      let situations = situations(node.tree, evaluation)
      guard let position = situations.question(node.node) else { return .absent }
      let effects = situations.effects
      if effects.isCut && !effects.isNamed[position] { return evaluation.limitReached(.conditionLimit) }
      return .bool(effects.isNamed[position])
    }
  }

  /// `sameEffect(answer)`
  private var sameEffect: FunctionDeclaration {
    declare(
      "sameEffect",
      zh: "排在前面、所有条件（when）都一样对待的答案或者业务办理项。",
      en: "An earlier answer or variant that every condition (`when`) treats like this one.",
      [.dyn], .optional(.dyn),
      examples: [
        ("sameEffect(item.questions[2].answers[1]).hasValue()", "false"),
        ("sameEffect(item.questions[2].answers[2]).value().id", "'large'"),
      ], of: DomainFunctions.meals
    ) { arguments, evaluation in
      guard case .node(let node) = arguments[0] else { return .absent }
      let situations = situations(node.tree, evaluation)
      guard let (question, answer) = situations.answer(node.node) else { return .absent }
      if situations.effects.isCut { return evaluation.limitReached(.conditionLimit) }
      let twin = situations.effects.twin(ofAnswer: answer, question: question)
      return evaluation.makeOptional(
        twin.map {
          .node(NodeReference(tree: node.tree, node: situations.questions[question].answerNodes[$0]))
        })
    }
  }

  /// `nearest(name, names)`
  private var nearest: FunctionDeclaration {
    declare(
      "nearest",
      zh: "若干名称中与写错的名称最接近的一个；都不接近时没有。",
      en: "Of several names the one nearest to a misspelt one; none where all are too different.",
      [.string, .list(.string)], .optional(.string),
      examples: [
        ("nearest('reveiw', ['accept', 'review']).orValue('')", "'review'"),
        ("nearest('decide', ['accept', 'review']).hasValue()", "false"),
      ]
    ) { arguments, evaluation in
      guard let name = evaluation.string(of: arguments[0]), let count = evaluation.count(of: arguments[1]) else {
        return .absent
      }
      let names = (0..<min(count, 256)).compactMap { index in
        evaluation.element(of: arguments[1], at: index).flatMap { evaluation.string(of: $0) }
      }
      return evaluation.makeOptional(nearestName(to: name, among: names).map { evaluation.makeString($0) })
    }
  }

  /// Runs `body` on a condition of a document; absent for other values, and a bound for one that is too large.
  private func withCondition(
    _ value: Value, _ evaluation: Evaluation, _ body: (Situations, Situations.Compiled) -> Value
  ) -> Value {
    guard case .node(let node) = value else { return .absent }
    let situations = situations(node.tree, evaluation)
    let compiled = situations.compile(node.node)
    return compiled.isCut ? evaluation.limitReached(.conditionLimit) : body(situations, compiled)
  }
}
