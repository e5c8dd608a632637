import CEL
import Testing

@testable import Catalog

private let tooLarge =
  "A condition (`when`) lists more than 512 questions and answers, or depends on so many one after another, that it was "
  + "not looked at."

/// A list in YAML's flow style.
private func list(_ elements: some Sequence<String>) -> String { "[\(elements.joined(separator: ", "))]" }

@Test func aConditionBeyondTheBoundIsSaidToBeTooLarge() throws {
  let answers = list((0..<510).map { "a\($0)" })
  let questions =
    ["{id: long, answers: \(list((0..<510).map { "{id: a\($0)}" }))}"] + (0..<300).map { "{id: q\($0)}" }
  let many = (0..<300).map { "q\($0): true" }.joined(separator: ", ")
  let conditions = [
    "{long: \(answers), q1: true}", "{\(many), nosuch: true}", "{long: a1, q1: true}",
    list((0..<600).map { _ in "{q1: true}" }),
  ]
  let bench = try Bench([
    "{kind: ServiceItem, questions: \(list(questions)), materials: \(list(conditions.map { "{when: \($0)}" }))}"
  ])
  func call(_ function: String, _ path: String...) throws -> String {
    bench.evaluation.reset()
    return try bench.call(function, bench.node(path))
  }
  for material in ["0", "1", "3"] {
    for function in ["possible", "unknownQuestions", "unknownAnswers"] {
      #expect(try call(function, "materials", material, "when") == tooLarge, "\(function) \(material)")
    }
  }
  #expect(try call("possible", "materials", "2", "when") == "true")
  #expect(try call("hasEffect", "questions", "2") == "true")
  // What only the unread conditions name is not said to be without effect.
  #expect(try call("hasEffect", "questions", "299") == tooLarge)
  #expect(try call("sameEffect", "questions", "0", "answers", "3") == tooLarge)
}

@Test func aBranchWhoseConditionIsTooLargeIsNotJudged() throws {
  let answers = (0..<600).map { "a\($0)" }
  let bench = try Bench([
    """
    {kind: ServiceItem, questions: [{id: long, answers: \(list(answers.map { "{id: \($0)}" }))}], steps: [
      {id: a, next: [{to: b, when: {long: a1}}, {to: end, when: {long: \(list(answers))}}]}, {id: b}]}
    """
  ])
  #expect(try bench.call("unanswered", bench.node("steps", "0")) == tooLarge)
  bench.evaluation.reset()
  #expect(try bench.call("trapped", bench.node("steps", "0")) == tooLarge)
  bench.evaluation.reset()
  #expect(try bench.call("alsoTaken", bench.node("steps", "0", "next", "1")) == tooLarge)
}

@Test func longChainsOfQuestionsAreFollowedToTheirEnd() throws {
  // Each question waits for the next one of the list; the last two of the first document wait for each other.
  func chain(_ last: String) -> String {
    let questions = (0..<200).map { "{id: q\($0), when: {q\($0 + 1): true}}" } + [last]
    return "{kind: ServiceItem, questions: \(list(questions))}"
  }
  let bench = try Bench([chain("{id: q200, when: {q199: true}}"), chain("{id: q200}")])
  for question in [0, 100, 199, 200] {
    #expect(try bench.call("askable", bench.node("questions", "\(question)")) == "false")
    #expect(try bench.call("askable", bench.node("questions", "\(question)", in: 1)) == "true")
  }
}

@Test func aChainBeyondTheBoundIsSaidToBeTooLong() throws {
  let questions = ["{id: q0}"] + (1..<2000).map { "{id: q\($0), when: {q\($0 - 1): true}}" }
  let bench = try Bench(["{kind: ServiceItem, questions: \(list(questions))}"])
  #expect(try bench.call("askable", bench.node("questions", "1999")) == tooLarge)
}

@Test func manyStepsOnOneCircleTakeOneSearch() throws {
  // Every step has a way out that some answer closes, and leads on to the next; the last leads back.
  let steps = (0..<4000).map { "{id: s\($0), next: [s\(($0 + 1) % 4000), {to: end, when: {q: true}}]}" }
  let bench = try Bench(["{kind: ServiceItem, questions: [{id: q}], steps: \(list(steps))}"])
  let start = ContinuousClock.now
  #expect(try bench.call("trapped", bench.node("steps", "17")) == "['q: false']")
  #expect(ContinuousClock.now - start < .seconds(20))
}

@Test func manyConditionsAreComparedUpToABound() throws {
  let count = 3000
  let materials = (0..<count).map { "{name: 申请表, when: {long: a\($0)}}" }
  let bench = try Bench([
    "{kind: ServiceItem, questions: [{id: long, multiple: true, answers: [{id: x}]}, {id: one}], "
      + "materials: \(list(materials + ["{when: {one: x}}", "{when: {one: y}}"]))}"
  ])
  func overlap(_ left: Int, _ right: Int) throws -> String {
    try bench.call(
      "overlap", bench.node("materials", "\(left)", "when"), bench.node("materials", "\(right)", "when"))
  }
  #expect(try overlap(0, 1) == "true")
  #expect(try overlap(count, count + 1) == "false")
  #expect(DocumentMemo.of(bench.evaluation).mayTake(200_000_000) == false)
  #expect(try overlap(0, 1) == "There are too many conditions (`when`) to compare them all with each other.")
}
