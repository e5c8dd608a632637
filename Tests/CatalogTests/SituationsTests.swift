import CEL
import Testing

@testable import Catalog

private let fields = """
  variants: [{id: new}, {id: change}, {id: cancel}],
  channels: [{type: pc}, {type: window}, {type: 3}],
  questions: [
    {id: catering, when: {variant: [new, change]}}, {id: cold, when: {catering: true}},
    {id: who, answers: [{id: person}, {id: company}, {id: branch}]}, {id: goods, multiple: true, answers: [{id: x}, {id: y}]},
    {id: p, when: {q: true}}, {id: q, when: {p: true}}, {id: odd, when: {variant: cancel, catering: true}},
    {id: who}, {id: own, when: {own: true}}, {ask: x}, {id: wrong, when: {nobody: true}}],
  """

/// A bench whose materials have the conditions given.
private func bench(_ conditions: [String]) throws -> Bench {
  try Bench([
    "{kind: ServiceItem, \(fields) materials: [\(conditions.map { "{when: \($0)}" }.joined(separator: ", "))]}"
  ])
}

/// What a function says of each condition.
private func results(_ function: String, _ conditions: [String]) throws -> [String] {
  let bench = try bench(conditions)
  return try conditions.indices.map { try bench.call(function, bench.node("materials", "\($0)", "when")) }
}

@Test func unknownNamesInConditionsAreFound() throws {
  let conditions = ["{}", "{who: person, variant: new, channel: mail}", "[{whom: person}, {a: b, who: x}]", "x"]
  #expect(try results("unknownQuestions", conditions) == ["[]", "[]", "['whom', 'a']", "absent"])
  let answers = try results("unknownAnswers", ["{}", "{who: [person, x], catering: yes}", "{variant: [new, old]}"])
  #expect(answers[0] == "[]")
  #expect(
    answers[1] == "[{'question': 'who', 'answer': 'x', 'answers': ['person', 'company', 'branch']}, "
      + "{'question': 'catering', 'answer': 'yes', 'answers': ['true', 'false']}]")
  #expect(answers[2] == "[{'question': 'variant', 'answer': 'old', 'answers': ['new', 'change', 'cancel']}]")
}

@Test func conditionsThatCannotHoldAreFound() throws {
  let cases: [(String, String)] = [
    ("{}", "true"), ("{variant: new, catering: true}", "true"), ("{variant: cancel, catering: true}", "false"),
    ("{cold: true, variant: change}", "true"), ("{cold: true, variant: cancel}", "false"),
    ("{cold: true, catering: false}", "false"), ("[{cold: true, catering: false}, {who: person}]", "true"),
    ("{goods: x, who: [person, company]}", "true"), ("{channel: kiosk}", "false"), ("{channel: [kiosk, pc]}", "true"),
    ("{who: nobody}", "absent"), ("{nobody: true}", "absent"), ("{p: true}", "absent"), ("{odd: true}", "absent"),
    ("[{odd: true}, {cold: true}]", "true"), ("{wrong: true}", "true"),
  ]
  #expect(try results("possible", cases.map(\.0)) == cases.map(\.1))
  #expect(try bench([]).call("possible", .int(1)) == "absent")
}

@Test func questionsInACircleAreNeverAsked() throws {
  let bench = try bench([])
  let askable = try (0..<11).map { try bench.call("askable", bench.node("questions", "\($0)")) }
  #expect(
    askable == [
      "true", "true", "true", "true", "false", "false", "false", "absent", "false", "absent", "true",
    ])
  #expect(try bench.call("askable", .int(1)) == "absent")
}

@Test func questionsAndAnswersHaveEffects() throws {
  let bench = try bench(["{who: [company, branch]}", "{goods: x}", "[{variant: new}, {who: branch}]"])
  func effect(_ question: Int) throws -> String { try bench.call("hasEffect", bench.node("questions", "\(question)")) }
  #expect(
    try [0, 1, 2, 3, 4, 5, 8].map { try effect($0) } == ["true", "false", "true", "true", "true", "true", "false"])
  func twin(_ path: String...) throws -> String { try bench.call("sameEffect", bench.node(path)) }
  #expect(try twin("questions", "2", "answers", "0") == "none")
  #expect(try twin("questions", "2", "answers", "1") == "none")
  #expect(try twin("questions", "2", "answers", "2") == "none")
  #expect(try twin("questions", "3", "answers", "1") == "none")
  #expect(try twin("variants", "0") == "none")
  #expect(try twin("variants", "1") == "none")
  #expect(try twin("variants", "2") == "none")
  #expect(try twin("questions", "0") == "absent")
  #expect(try twin("materials") == "absent")
}

@Test func answersThatAllConditionsTreatAlikeAreTwins() throws {
  let bench = try Bench([
    "{kind: ServiceItem, variants: [{id: a}, {id: b}, {id: c}, {id: d}], fees: [{when: {variant: [a, c]}}], "
      + "steps: [{next: [{to: end, when: [{variant: c}, {variant: a}]}]}], results: [{when: {variant: [c, a, c]}}]}",
    "{kind: ServiceItem, variants: [{id: a}, {id: b}, {id: c}, {id: d}], fees: [{when: {variant: [b, d]}}]}",
  ])
  func twin(_ variant: Int, in tree: Int = 0) throws -> String {
    try bench.call("sameEffect", bench.node("variants", "\(variant)", in: tree))
  }
  // The alternatives of a list are conditions of their own.
  #expect(try (0..<4).map { try twin($0) } == ["none", "none", "none", "some b"])
  #expect(try (0..<4).map { try twin($0, in: 1) } == ["none", "none", "some a", "some b"])
}

@Test func hugeDocumentsAreAnsweredQuickly() throws {
  let count = 10_000
  let questions = (0..<count).map { "{id: q\($0), when: {q\(max(0, $0 - 1)): true}}" }
  let materials = (0..<count).map { "{when: {q\($0): true, variant: v\($0)}}" }
  let variants = (0..<count).map { "{id: v\($0)}" }
  let bench = try Bench([
    "{kind: ServiceItem, variants: [\(variants.joined(separator: ", "))], "
      + "questions: [\(questions.joined(separator: ", "))], materials: [\(materials.joined(separator: ", "))]}"
  ])
  // The first waits for itself, and all others for it, further than anybody follows them.
  #expect(try bench.call("askable", bench.node("questions", "0")) == "false")
  #expect(try bench.call("possible", bench.node("materials", "9000", "when")) == "absent")
  #expect(try bench.call("hasEffect", bench.node("questions", "9000")) == "true")
  #expect(try bench.call("sameEffect", bench.node("variants", "9999")) == "none")
}
