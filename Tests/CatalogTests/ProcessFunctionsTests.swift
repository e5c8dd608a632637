import CEL
import Testing

@testable import Catalog

private func item(_ fields: String) throws -> Bench { try Bench(["{kind: ServiceItem, \(fields)}"]) }

@Test func stepsAreFoundAndFollowed() throws {
  let bench = try item(
    "steps: [{id: a, next: [{to: b}, {to: c}]}, {id: b, next: end}, {id: c, next: [a, end]}, {id: c}]")
  func step(_ index: Int) throws -> Value { try bench.node("steps", "\(index)") }
  #expect(try bench.call("step", bench.node(), bench.string("c")) == "some c")
  #expect(try bench.call("step", bench.node(), bench.string("x")) == "none")
  #expect(try bench.call("step", .int(1), bench.string("x")) == "none")
  #expect(try bench.call("following", step(0)) == "[b, c]")
  #expect(try bench.call("following", step(1)) == "[]")
  #expect(try bench.call("following", step(2)) == "[a]")
  #expect(try bench.call("following", bench.node()) == "absent")
  #expect(try bench.call("leadsTo", step(0), step(2)) == "true")
  #expect(try bench.call("leadsTo", step(2), step(0)) == "false")
  #expect(try bench.call("leadsTo", step(0), bench.node("steps", "0", "next", "0")) == "absent")
  #expect(try bench.call("leadsTo", bench.node(), step(0)) == "absent")
}

@Test func unknownStepsLeaveReachOpen() throws {
  let bench = try Bench([
    "{kind: ServiceItem, steps: [{id: a, next: x}, {id: b, next: b}, {id: c}]}",
    "{kind: ServiceItem, steps: [{id: a, next: end}, {id: b, next: x}, {id: c}]}",
  ])
  #expect(try bench.call("reachable", bench.node("steps", "0")) == "true")
  #expect(try bench.call("reachable", bench.node("steps", "1")) == "absent")
  #expect(try bench.call("reachesEnd", bench.node("steps", "0")) == "absent")
  #expect(try bench.call("reachesEnd", bench.node("steps", "1")) == "false")
  #expect(try bench.call("reachesEnd", bench.node("steps", "2")) == "true")
  #expect(try bench.call("reachable", bench.node("steps", "2", in: 1)) == "false")
}

@Test func stepsAreReachedUnderAConditionOnly() throws {
  let bench = try item(
    "variants: [{id: new}, {id: cancel}], steps: [{id: a, next: [{to: b, when: {variant: new}}, {to: end}]}, {id: b}], "
      + "materials: [{when: {variant: new}}, {when: {variant: cancel}}, {}]")
  func reach(_ material: Int) throws -> String {
    try bench.call("reachable", bench.node("steps", "1"), bench.node("materials", "\(material)", "when"))
  }
  #expect(try reach(0) == "true")
  #expect(try reach(1) == "false")
  #expect(try reach(1) == "false")
  #expect(try reach(2) == "true")
  #expect(try bench.call("reachable", bench.node("steps", "1"), .int(1)) == "absent")
}

@Test func everyAnswerFindsABranch() throws {
  let bench = try item(
    """
    variants: [{id: new}, {id: change}, {id: cancel}],
    questions: [{id: moved, when: {variant: change}}, {id: goods, multiple: true, answers: [{id: x}, {id: y}]}],
    channels: [{type: pc}, {type: window}],
    steps: [
      {id: a, next: [{to: b, when: {variant: [new, change]}}, {to: end, when: {variant: cancel}}]},
      {id: b, next: [{to: c, when: {variant: new}}, {to: d, when: {moved: true}}]},
      {id: c, next: [{to: d, when: {moved: false}}, {to: d, when: {moved: true}}]},
      {id: d, next: [{to: e, when: {goods: x}}]},
      {id: e, next: [{to: f, when: {channel: pc}}]},
      {id: f, next: [{to: g, when: {moved: true}}, {to: g, label: else}]}, {id: g}]
    """)
  func unanswered(_ step: Int) throws -> String { try bench.call("unanswered", bench.node("steps", "\(step)")) }
  #expect(try unanswered(0) == "[]")
  // A change of nothing has no branch; `cancel` never comes here.
  #expect(try unanswered(1) == "['moved: false']")
  // Whoever applies anew has not been asked.
  #expect(try unanswered(2) == "['variant: new']")
  // Questions with several answers rule nothing out, and unknown ones neither.
  #expect(try unanswered(3) == "[]")
  #expect(try unanswered(4) == "['channel: window']")
  #expect(try unanswered(5) == "[]")
  #expect(try unanswered(6) == "[]")
  #expect(try bench.call("unanswered", bench.node()) == "absent")
}

@Test func loopsAreLeftInEverySituation() throws {
  let fields = { (by: String) in
    """
    questions: [{id: q\(by), answers: [{id: x}, {id: y}]}],
    steps: [{id: start}, {id: a, next: [{to: b, label: back}, {to: end, when: {q: x}}]}, {id: b, next: a}, {id: c}]
    """
  }
  let bench = try item(fields(""))
  #expect(try bench.call("trapped", bench.node("steps", "0")) == "[]")
  #expect(try bench.call("trapped", bench.node("steps", "1")) == "['q: y']")
  #expect(try bench.call("trapped", bench.node("steps", "2")) == "[]")
  // What the office finds may differ the next time.
  let office = try item(fields(", by: authority"))
  #expect(try office.call("trapped", office.node("steps", "1")) == "[]")
  let unknown = try item("questions: [{id: q}], steps: [{id: a, next: [{to: x}, {to: end, when: {q: true}}]}]")
  #expect(try unknown.call("trapped", unknown.node("steps", "0")) == "[]")
}

@Test func moreThanSixtyFourAnswersAreFollowed() throws {
  let answers = (0..<200).map { "{id: v\($0)}" }.joined(separator: ", ")
  let named = (0..<199).map { "v\($0)" }.joined(separator: ", ")
  let bench = try item("variants: [\(answers)], steps: [{id: a, next: [{to: end, when: {variant: [\(named)]}}]}]")
  #expect(try bench.call("unanswered", bench.node("steps", "0")) == "['variant: v199']")
  let huge = (0..<5000).map { "{id: s\($0), next: [{to: end, when: {variant: v\($0)}}, {to: s0}]}" }
  let all = (0..<5000).map { "{id: v\($0)}" }.joined(separator: ", ")
  let bounded = try item("variants: [\(all)], steps: [\(huge.joined(separator: ", "))]")
  #expect(
    try bounded.call("unanswered", bounded.node("steps", "0"))
      == "The process has too many branches or answers to look at them all.")
}

@Test func branchesThatBothHoldAreFound() throws {
  let bench = try item(
    """
    variants: [{id: new}, {id: change}], questions: [{id: moved, when: {variant: change}}, {id: m, multiple: true}],
    steps: [{id: a, next: [{to: s0, when: {variant: new}}, {to: s1, when: {moved: true}}, {to: s2, when: {moved: false}},
      {to: s3, when: {variant: change, moved: false}}, {to: s4, when: {m: true}}, {to: s5, when: {m: [true, false]}},
      {to: s6}, {to: s7, when: {x: true}}, {to: s8, when: [{variant: new, moved: true}, {moved: true}]}]}]
    """)
  func other(_ edge: Int) throws -> String { try bench.call("alsoTaken", bench.node("steps", "0", "next", "\(edge)")) }
  let expected = ["none", "none", "none", "some s2", "none", "none", "none", "none", "some s1"]
  #expect(try (0..<9).map { try other($0) } == expected)
  #expect(try bench.call("alsoTaken", bench.node()) == "absent")
  let many = try item(
    "steps: [{next: [\((0..<70).map { "{to: s, when: {variant: v\($0)}}" }.joined(separator: ", "))]}]")
  #expect(
    try many.call("alsoTaken", many.node("steps", "0", "next", "69"))
      == "The process has too many branches or answers to look at them all.")
}

@Test func stepsWithoutNextRunIntoBranches() throws {
  func falls(_ steps: String, _ step: Int) throws -> String {
    let bench = try item("steps: [\(steps)]")
    return try bench.call("fallsInto", bench.node("steps", "\(step)"))
  }
  let choice = "{id: a, next: [{to: b, label: x}, {to: c, label: y}]}"
  #expect(try falls("\(choice), {id: b, phase: issue}, {id: c, phase: review}", 1) == "some c")
  #expect(try falls("\(choice), {id: b, phase: review}, {id: c, phase: decision}", 1) == "none")
  #expect(try falls("\(choice), {id: b, phase: review, special: hearing}, {id: c, phase: review}", 1) == "none")
  #expect(try falls("\(choice), {id: b, phase: review, next: end}, {id: c, phase: review}", 1) == "none")
  #expect(try falls("\(choice), {id: b}, {id: c}", 1) == "none")
  #expect(try falls("{id: a, next: [b, c]}, {id: b}, {id: c}", 1) == "some c")
  #expect(try falls("{id: a, next: [b, c]}, {id: b}, {id: c}", 2) == "none")
}

@Test func pathsAreMeasuredUnderEachVariant() throws {
  let bench = try item(
    "variants: [{id: new}, {id: renew}], steps: [{id: a, next: [{to: b, when: {variant: new}}, {to: c}]}, "
      + "{id: b, actor: applicant, onSite: true, next: end}, {id: c}]")
  func condition(_ name: String) -> Value {
    bench.evaluation.makeMap([(key: bench.string("variant"), value: bench.string(name))])
  }
  #expect(try bench.call("pathVisits", bench.node()) == "0")
  #expect(try bench.call("pathVisits", bench.node(), condition("renew")) == "0")
  #expect(try bench.call("pathSteps", bench.node(), condition("new")) == "2")
  #expect(try bench.call("returns", bench.node("steps", "0")) == "0")
  #expect(try bench.call("pathVisits", .int(1)) == "absent")
}
