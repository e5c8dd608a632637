import DataTree
import Testing

@testable import Catalog

private let sample = SampleCatalog()

private func condition(_ text: String) -> Condition? {
  let tree = FlowText.tree(text)
  return withExtendedLifetime(tree) { Condition(.root, in: tree.view) }
}

private func graph(_ steps: String, questions: String = "[]", when: String? = nil) throws -> ProcessGraph {
  let tree = sample.read("{kind: ServiceItem, steps: \(steps), questions: \(questions)}").tree
  let list = try #require(tree.view.value(of: .root, at: "steps"))
  let wanted = try when.map { try #require(condition($0)) }
  return withExtendedLifetime(tree) { ProcessGraph(list, in: tree.view, shapes: sample.shapes, when: wanted) }
}

@Test func stepsFollowEachOther() throws {
  let line = try graph("[{limit: 0.5 工作日}, {limit: 1 工作日, actor: applicant}, {limit: 1 工作日, phase: follow-up}, {}]")
  #expect(line.isReachable == [true, true, true, true])
  #expect(line.reachesEnd == [true, true, true, true])
  #expect(line.longestCount == 2)
  #expect(line.longestTime == TimeLimit(thousandths: 500, .workingDays))
}

@Test func specialProceduresAreNotCounted() throws {
  let special = try graph(
    "[{special: hearing, limit: 9 工作日}, {special: expert-review}, {special: site-check, limit: 1 工作日}, "
      + "{special: site-check, basis: x, limit: 5 工作日}, {special: own, limit: 1 工作日}]")
  #expect(special.longestCount == 2)
  #expect(special.longestTime == TimeLimit(2, .workingDays))
}

@Test func branchesAreNotAddedUp() throws {
  let parallel = try graph(
    "[{id: a, next: [b, c], limit: 1 工作日}, {id: b, next: d, limit: 2 工作日}, {id: c, next: d, limit: 5 工作日}, "
      + "{id: d, limit: 1 工作日}]")
  #expect(parallel.longestCount == 3)
  #expect(parallel.longestTime == TimeLimit(7, .workingDays))
}

@Test func unknownTargetsAreNoEdges() throws {
  let broken = try graph("[{id: a, next: [b, x]}, {id: b, next: x}, {id: c}]")
  #expect(broken.isReachable == [true, true, false])
  #expect(broken.reachesEnd == [false, false, true])
  #expect(broken.mightReachEnd == [true, true, true])
  #expect(broken.mightReachAny)
  #expect(broken.longestCount == 2)
  #expect(broken.longestTime == nil)
  let dead = try graph("[{id: a, next: []}, {}]")
  #expect(dead.isReachable == [true, false])
  #expect(dead.reachesEnd == [false, true])
}

@Test func cyclesAndSelfLoopsEnd() throws {
  let loops = try graph(
    "[{id: a, next: [a, b], limit: 1 工作日}, {id: b, next: [a, c], limit: 1 工作日}, {id: c, next: [b, end], limit: 1 工作日}]")
  #expect(loops.isReachable == [true, true, true])
  #expect(loops.reachesEnd == [true, true, true])
  #expect(loops.longestCount == 3)
  #expect(loops.longestTime == TimeLimit(3, .workingDays))
  #expect(try graph("[{id: a, next: a}]").reachesEnd == [false])
}

@Test func stepsLeadOnWithoutGoingBack() throws {
  let loop = try graph("[{id: a, next: [c, b]}, {id: b, next: [a, end]}, {id: c, next: end}]")
  #expect(loop.leads(0, to: 1) && loop.leads(0, to: 2))
  #expect(!loop.leads(1, to: 0) && !loop.leads(1, to: 2) && !loop.leads(0, to: 0))
  #expect(loop.cyclicSteps() == [true, true, false])
  #expect(!loop.mightReachAny)
}

@Test func visitsAreCountedOnTheBestPath() throws {
  func visits(_ steps: String) throws -> Int? { try graph("[\(steps)]").fewestVisits }
  let visit = "{actor: applicant, onSite: true}"
  #expect(try visits(visit) == 1)
  #expect(try visits("\(visit), {limit: 1 小时}, \(visit)") == 1)
  #expect(try visits("\(visit), {limit: 1 工作日}, \(visit)") == 2)
  #expect(try visits("\(visit), {special: hearing}, \(visit), {limit: 长期}, \(visit)") == 3)
  #expect(try visits("{onSite: true}, {actor: applicant}, {actor: applicant, onSite: false}") == 0)
  #expect(
    try visits("{next: [b, c]}, {id: b, actor: applicant, onSite: true, next: end}, {id: c, next: end}") == 0)
  #expect(try visits("{id: a, next: a}") == nil)
  #expect(try visits("") == nil)
}

@Test func casesComeBackToTheirOwners() throws {
  func returns(_ owners: [String]) throws -> [Int] {
    let tree = sample.read("{kind: ServiceItem, steps: [\(owners.map { "{\($0)}" }.joined(separator: ", "))]}").tree
    let list = try #require(tree.view.value(of: .root, at: "steps"))
    return withExtendedLifetime(tree) {
      ProcessGraph(list, in: tree.view, shapes: sample.shapes).returns(in: tree.view, sample.shapes.keys)
    }
  }
  #expect(try returns(["owner: a", "owner: b", "owner: a"]) == [0, 0, 0])
  #expect(try returns(["owner: a", "owner: b", "owner: a", "owner: b", "owner: a", "owner: a"]) == [0, 0, 1, 0, 2, 2])
  #expect(
    try returns(["owner: a", "actor: applicant, owner: b", "owner: a", "name: x", "owner: a"]) == [0, 0, 0, 0, 0])
  #expect(
    try returns(["owner: a, next: [p, q]", "id: p, owner: b, next: r", "id: q, owner: a, next: r", "id: r, owner: a"])
      == [0, 0, 0, 1])
  #expect(try returns(["owner: {zh: 甲, en: A}", "owner: {zh: 乙}", "owner: {zh: 甲}", "owner: 甲"]) == [0, 0, 1, 1])
}

@Test func emptyAndMalformedStepsAreHarmless() throws {
  #expect(try graph("[]").longestCount == 0)
  #expect(try graph("[]").longestTime == nil)
  #expect(try graph("[x, [y], {next: {to: end}}, {next: [[z]]}]").steps.count == 4)
}

@Test func conditionsRuleEdgesOut() throws {
  let steps =
    "[{id: a, next: [{to: b, when: {kind: special}}, {to: c}], limit: 1 工作日}, {id: b, limit: 9 工作日, next: end}, "
    + "{id: c, limit: 1 工作日}]"
  #expect(try graph(steps).longestTime == TimeLimit(10, .workingDays))
  #expect(try graph(steps, when: "{kind: plain}").longestTime == TimeLimit(2, .workingDays))
  #expect(try graph(steps, when: "{kind: plain}").isReachable == [true, false, true])
  #expect(try graph(steps, when: "{kind: [plain, special]}").longestTime == TimeLimit(10, .workingDays))
  #expect(
    try graph(steps, questions: "[{id: kind, multiple: true}]", when: "{kind: plain}").longestTime
      == TimeLimit(10, .workingDays))
}

@Test func openDaysAreAddedBesideOthers() throws {
  let open = try graph("[{limit: 3 日}, {limit: 1 工作日}, {limit: 2 日}]")
  #expect(open.longestTime?.describe(inChinese: true) == "1 工作日加 5 日")
  #expect(try graph("[{limit: 长期}, {limit: 1 工作日}]").longestTime == .longTerm)
  #expect(try graph("[{limit: 无}, {limit: 即办}]").longestTime == .instant)
}

@Test func hugeGraphsTakeLinearTime() throws {
  let count = 10_000
  let line = (0..<count).map { "{id: s\($0), limit: 1 小时}" }.joined(separator: ", ")
  let long = try graph("[\(line)]")
  #expect(long.longestCount == count)
  #expect(long.longestTime == TimeLimit(Int64(count), .hours))
  #expect(!long.isReachable.contains(false) && !long.reachesEnd.contains(false))
  // Each step leads back to the first and on to two others: as many paths as there are numbers of 7,000 bits.
  let ladder = (0..<count).map { "{id: s\($0), next: [s0, s\($0), s\($0 + 1), s\($0 + 2), end]}" }
  let climbing = try graph("[\(ladder.joined(separator: ", "))]")
  #expect(climbing.longestCount == count)
  #expect(climbing.fewestVisits == 0)
  #expect(climbing.leads(0, to: count - 1))
}

@Test func conditionsOverlapUnlessAQuestionHasDisjointAnswers() throws {
  let pairs: [(String, String, Bool)] = [
    ("{}", "{a: x}", true), ("{a: x}", "{a: x}", true), ("{a: x}", "{a: y}", false), ("{a: x}", "{b: y}", true),
    ("{a: [x, y]}", "{a: [y, z]}", true), ("{a: [x, y]}", "{a: z, b: w}", false), ("[{a: x}, {a: z}]", "{a: z}", true),
    ("[{a: x}, {b: w}]", "[{a: y, b: v}]", false), ("[{a: x}, {}]", "{a: y}", true), ("{a: true}", "{a: false}", false),
    ("{a: true}", "{a: \"true\"}", true), ("{m: x}", "{m: y}", true), ("{m: x, a: x}", "{m: y, a: y}", false),
    ("{variant: new}", "{variant: cancel, channel: window}", false), ("{a: }", "{a: y}", true),
  ]
  for (left, right, expected) in pairs {
    let first = try #require(condition(left))
    let second = try #require(condition(right))
    #expect(first.overlaps(second) { $0 == "m" } == expected, "\(left) \(right)")
    #expect(second.overlaps(first) { $0 == "m" } == expected, "\(right) \(left)")
  }
  #expect(condition("x") == nil)
  #expect(condition("[x]") == nil)
  let huge = "[" + (0..<10_000).map { "{a: v\($0)}" }.joined(separator: ", ") + "]"
  #expect(condition(huge) == nil)
}
