import Diagnostics
import Foundation
import StandardRules
import Testing

@testable import Rules

private let modes = """
  id: modes
  title: {zh: 体验方式, en: Modes}
  entries:
    - {id: incognito, name: {zh: 暗访, en: Incognito visit}}
    - {id: mutual-inspection, name: {zh: 推磨式互查, en: Mutual inspection}, group: {zh: 六大行动, en: Six actions}}
  """
private let questions = """
  id: questions
  title: {zh: 现场问题, en: Questions}
  entries:
    - id: wheelchair
      name: {zh: 轮椅, en: Wheelchairs}
      ask: {zh: 轮椅能用吗？, en: Can the wheelchairs be used?}
      aspect: experience
      channels: [window]
      modes: [incognito]
      prompts: [{zh: 坐上去试一试, en: Sit in one}, 看轮胎]
  """
private let scores = """
  id: scores
  title: 评分
  entries:
    - id: clarity
      name: {zh: 懂不懂, en: Clarity}
      aspect: clarity
      anchors: {1: 看不懂, 5: {zh: 一看就懂, en: Understood at once}}
  """

@Test func aKitIsReadWhole() throws {
  let fixture = RuleFixture([:], kits: ["modes": modes, "questions": questions, "scores": scores])
  #expect(fixture.faults == [])
  let kits = fixture.library.kits
  #expect(kits.keys.sorted() == ["modes", "questions", "scores"])
  let mode = try #require(kits["modes"]?.entry("mutual-inspection"))
  #expect(mode.name.en == "Mutual inspection")
  #expect(mode.group?.zh == "六大行动")
  let question = try #require(kits["questions"]?.entry("wheelchair"))
  #expect(question.ask?.en == "Can the wheelchairs be used?")
  #expect(question.aspect == .experience)
  #expect(question.channels == ["window"])
  #expect(question.modes == ["incognito"])
  #expect(question.personas.isEmpty)
  #expect(question.prompts.map(\.en) == ["Sit in one", "看轮胎"])
  let anchors = try #require(kits["scores"]?.entry("clarity")?.anchors)
  #expect(anchors.mapValues(\.en) == [1: "看不懂", 5: "Understood at once"])
  #expect(kits["scores"]?.title.en == "评分")
  #expect(kits["modes"]?.entry("leader") == nil)
}

@Test func anOwnKitTakesThePlaceOfTheShippedOne() {
  let own = """
    id: modes
    title: 我市的体验方式
    entries: [{id: night-visit, name: 夜访}]
    """
  let fixture = RuleFixture([:], kits: ["modes": modes, "questions": questions], ownKits: ["modes": own])
  // The shipped question is about a mode that this city does not have, and that is no fault of anybody's.
  #expect(fixture.faults == [])
  #expect(fixture.library.kits["modes"]?.entries.map(\.id) == ["night-visit"])
  #expect(fixture.library.kits["modes"]?.title.zh == "我市的体验方式")
  #expect(fixture.library.kits["questions"]?.entries.count == 1)
}

@Test func aFaultyOwnKitLeavesTheShippedOne() {
  let own = """
    id: modes
    title: 体验方式
    entries: [{id: night visit, name: 夜访}, {id: day, nmae: 日访, name: 日访}]
    """
  let fixture = RuleFixture([:], kits: ["modes": modes], ownKits: ["modes": own])
  #expect(fixture.faults == ["rule-pattern night visit", "rule-unknown-key nmae"])
  #expect(fixture.library.kits["modes"]?.entries.count == 2)
}

@Test func faultsOfAKitStandWhereTheyAre() {
  func faults(_ id: String, _ entries: String) -> [String] {
    RuleFixture([:], kits: ["modes": modes], ownKits: ["mine": "id: \(id)\ntitle: 标题\nentries: \(entries)"]).faults
  }
  #expect(faults("questions", "[{id: a, name: 甲, ask: 问, aspect: speed}]") == ["rule-not-allowed speed"])
  #expect(faults("question", "[{id: a, name: 甲}]") == ["rule-not-allowed question"])
  #expect(faults("questions", "[{id: a, name: 甲, ask: 问}, {id: a, name: 乙, ask: 问}]") == ["rule-kit a"])
  #expect(faults("questions", "[{id: a, name: 甲}]") == ["rule-missing-field {id: a, name: 甲}"])
  #expect(faults("questions", "[{id: a, name: 甲, ask: 问, modes: [incognto]}]") == ["rule-kit incognto"])
  #expect(faults("questions", "[{id: a, name: 甲, ask: 问, channels: [web]}]") == ["rule-not-allowed web"])
  #expect(faults("personas", "[]") == ["rule-items entries"])
  #expect(faults("lists", "[{id: a, name: 甲, columns: [problm]}]") == ["rule-not-allowed problm"])
  #expect(
    faults("stages", "[{id: a, name: 甲, stages: [{id: in, name: 进}, {id: in, name: 出}]}]") == ["rule-kit in"])
  #expect(
    faults("scores", "[{id: speed, name: 快, anchors: {1: 慢, 5: 快, 6: 更快}}]")
      == ["rule-not-allowed speed", "rule-unknown-key 6"])
}

@Test func twoKitsOfOneRankAreToldApartByNobody() {
  let fixture = RuleFixture([:], kits: ["a": modes, "b": modes])
  #expect(fixture.faults == ["rule-kit modes"])
}

@Test func theNearestNameIsOffered() {
  let own = "id: questions\ntitle: 问题\nentries: [{id: a, name: 甲, ask: 问, modes: [incognto]}]"
  let fixture = RuleFixture([:], kits: ["modes": modes], ownKits: ["questions": own])
  #expect(
    fixture.library.diagnostics.map(\.message.en) == ["The kit “modes” has no “incognto”. Did you mean incognito?"])
}

@Test func theColumnsOfListsAreTheFieldsOfTheLedger() throws {
  func fields(_ name: String, _ path: [String]) throws -> [String] {
    let text = try #require(StandardRules.files.first { $0.path.description == "schema/\(name)" }).text
    var value = try JSONSerialization.jsonObject(with: Data(text.description.utf8))
    for key in path { value = try #require((value as? [String: Any])?[key]) }
    return (value as? [String]) ?? (value as? [String: Any])?.keys.sorted() ?? []
  }
  let columns = try fields(
    "kit.schema.json", ["$defs", "entry", "properties", "columns", "items", "enum"])
  let rows = try fields("ledger.schema.json", ["properties", "rows", "items", "properties"])
  #expect(columns.sorted() == rows)
}

@Test func rulesAskTheKitThatIsInUse() {
  let rule = ["known": "for: Walkthrough\nselect: $.mode\nrequire: this in kit('modes')"]
  let walk = ["incognito", "night-visit"].map { mode in
    "kind: Walkthrough\nid: \(mode)\ndate: 2025-05-01\nitem: a\nmode: \(mode)\n"
  }.joined(separator: "---\n")
  let shipped = RuleFixture(rule, kits: ["modes": modes])
  #expect(shipped.faults == [])
  #expect(shipped.run(walk).records == ["fail night-visit"])
  let own = "id: modes\ntitle: 方式\nentries: [{id: night-visit, name: 夜访}]"
  #expect(RuleFixture(rule, kits: ["modes": modes], ownKits: ["modes": own]).run(walk).records == ["fail incognito"])
  // Without the kit there is no mode at all.
  #expect(RuleFixture(rule).run(walk).records == ["fail incognito", "fail night-visit"])
}
