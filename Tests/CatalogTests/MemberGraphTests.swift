import DataTree
import Testing

@testable import Catalog

private let sample = SampleCatalog()

private func graph(_ members: String, questions: String = "[]") -> MemberGraph {
  let tree = sample.read("{kind: Bundle, questions: \(questions), members: \(members)}").tree
  return withExtendedLifetime(tree) { MemberGraph(tree.view, sample.shapes.keys) }
}

/// A schedule for limits in working days.
private func schedule(_ graph: MemberGraph, _ days: Int64?...) throws -> MemberGraph.Schedule {
  try #require(graph.schedule(days.map { days in days.map { TimeLimit($0, .workingDays) } }))
}

private func days(_ limits: [TimeLimit?]) -> [String] { limits.map { $0?.describe(inChinese: true) ?? "-" } }

@Test func membersWaitForWhatTheyNeed() throws {
  let diamond = graph("[{id: d, needs: [b, c]}, {id: b, needs: [a]}, {id: c, needs: [a, x]}, {id: a}, {id: e}]")
  let plan = try schedule(diamond, 1, 2, 5, 1, nil)
  #expect(days(plan.start) == ["6 工作日", "1 工作日", "1 工作日", "即办", "即办"])
  #expect(days(plan.finish) == ["7 工作日", "3 工作日", "6 工作日", "1 工作日", "即办"])
  #expect(plan.end == TimeLimit(7, .workingDays) && plan.sum == TimeLimit(9, .workingDays))
  #expect(diamond.cycles == [:])
}

@Test func onlyMembersOfOneCaseFollowEachOther() throws {
  // The chain a, b, c never happens as a whole: b and c exclude each other.
  let members = """
    [{id: a}, {id: b, when: {q: true}, needs: [a]}, {id: c, when: {q: false}, needs: [a, b]},
     {id: d, when: [{q: false}, {r: x}], needs: [c]}]
    """
  let plan = try schedule(graph(members), 1, 10, 2, 4)
  #expect(days(plan.start) == ["即办", "1 工作日", "1 工作日", "3 工作日"])
  #expect(plan.end == TimeLimit(11, .workingDays) && plan.sum == TimeLimit(15, .workingDays))
  // A question with several answers at once excludes nothing.
  let several = try schedule(graph(members, questions: "[{id: q, multiple: true}]"), 1, 10, 2, 4)
  #expect(several.end == TimeLimit(17, .workingDays) && several.sum == TimeLimit(17, .workingDays))
}

@Test func aNeedMeansAllMembersOfItsId() throws {
  let plan = try schedule(graph("[{id: a, when: {q: x}}, {id: a, when: {q: y}}, {id: b, needs: [a]}]"), 3, 8, 1)
  #expect(days(plan.start) == ["即办", "即办", "8 工作日"])
  #expect(plan.end == TimeLimit(9, .workingDays) && plan.sum == TimeLimit(9, .workingDays))
}

@Test func cyclesAreFoundInTheCasesThatHaveThem() throws {
  let loops = graph(
    "[{id: a, needs: [c]}, {id: b, needs: [a]}, {id: c, needs: [b]}, {id: d, needs: [d]}, {id: e, needs: [a]}]")
  #expect(loops.cycles == [0: [0, 1, 2], 3: [3]])
  #expect(try schedule(loops, 1, 1, 1, 1, 1).end == TimeLimit(3, .workingDays))
  let excluded = graph("[{id: a, when: {q: true}, needs: [b]}, {id: b, when: {q: false}, needs: [a]}]")
  #expect(excluded.cycles == [:])
  let partly = graph("[{id: a, needs: [b]}, {id: b, when: {q: x}, needs: [a]}, {id: b, when: {q: y}}]")
  #expect(partly.cycles == [0: [0, 1]])
}

@Test func casesAreThoseThatMatter() throws {
  func cases(_ members: String, questions: String = "[]") -> Int? {
    graph(members, questions: questions).cases?.holds.count
  }
  #expect(cases("[{id: a}]") == 1)
  #expect(cases("[{id: a, when: {q: true}}, {id: b, when: {r: [x, y]}}]") == 1)
  #expect(cases("[{id: a, when: {q: true}}, {id: b, when: {q: false}}]") == 2)
  #expect(cases("[{id: a, when: {q: [x, y]}}, {id: b, when: {q: [y, z]}}]") == 1)
  #expect(cases("[{id: a, when: {q: [x, y]}}, {id: b, when: {q: [y, z]}}, {id: c, when: {q: x}}]") == 2)
  #expect(cases("[{id: a, when: {q: []}}]") == 1)
  // Twenty questions of two answers each have a million cases.
  let many = (0..<20).map { "{id: a\($0), when: {q\($0): true}}, {id: b\($0), when: {q\($0): false}}" }
  #expect(cases("[\(many.joined(separator: ", "))]") == nil)
  #expect(graph("[\(many.joined(separator: ", "))]").schedule(Array(repeating: nil, count: 40)) == nil)
  let wide = (0..<300).map { "{id: a\($0), when: {q: x\($0)}}" }
  #expect(cases("[\(wide.joined(separator: ", "))]") == nil)
}

@Test func manyMembersTakeLinearWork() throws {
  let chain = (0..<3000).map { "{id: m\($0), needs: [m\($0 + 1), m\($0 + 2)]}" }.joined(separator: ", ")
  let long = graph("[\(chain)]")
  #expect(
    long.schedule(Array(repeating: TimeLimit(1, .workingDays), count: 3000))?.end == TimeLimit(3000, .workingDays))
  let same = (0..<3000).map { _ in "{id: m, needs: [m]}" }.joined(separator: ", ")
  #expect(graph("[\(same)]").cycles?[0]?.count == 3000)
}
