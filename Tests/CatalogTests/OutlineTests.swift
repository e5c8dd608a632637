import DataTree
import Testing

@testable import Catalog

private let sample = SampleCatalog()

@Suite struct OutlineTests {
  private func process(_ fields: String, variant: Int? = nil) -> ProcessOutline? {
    let tree = sample.read("{kind: ServiceItem, \(fields)}").tree
    return withExtendedLifetime(tree) {
      let item = MeasuredItem(tree.view, shapes: sample.shapes)
      return ProcessOutline(item, variant: variant.map { item.variants[$0] })
    }
  }

  /// Steps with `*` where the longest path runs through them.
  private func steps(_ outline: ProcessOutline?) -> String {
    (outline?.steps ?? []).map { $0.id + ($0.isOnLongestPath ? "*" : "") }.joined(separator: " ")
  }

  /// Ways with their words, `*` on the longest path and `<` for back.
  private func edges(_ outline: ProcessOutline?) -> String {
    guard let outline else { return "" }
    return outline.edges.map { edge in
      outline.steps[edge.source].id + (edge.isBack ? "<" : "-") + (edge.target.map { outline.steps[$0].id } ?? "end")
        + (edge.isOnLongestPath ? "*" : "") + (edge.condition.map { "(\($0.zh)|\($0.en))" } ?? "")
    }.joined(separator: " ")
  }

  @Test func aListIsAChain() {
    let outline = process("steps: [{id: a, name: 受理, limit: 1 工作日}, {id: b, name: 决定, phase: decision}]")
    #expect(steps(outline) == "a* b*" && edges(outline) == "a-b* b-end*")
    #expect(outline?.steps.first?.name.zh == "受理" && outline?.steps.first?.limit == TimeLimit(1, .workingDays))
    #expect(outline?.steps.last?.phase == "decision" && outline?.steps.last?.limit == nil)
    #expect(process("id: x") == nil && process("steps: []") == nil)
  }

  @Test func timeBeatsNumber() {
    let long =
      "steps: [{id: a, next: [b, c]}, {id: b, limit: 1 工作日, next: d}, {id: d, limit: 1 工作日, next: end}, "
      + "{id: c, limit: 5 工作日, next: end}]"
    #expect(steps(process(long)) == "a* b d c*")
    // Without limits, the number of counted steps decides; special procedures do not count.
    let counted =
      "steps: [{id: a, next: [b, c]}, {id: b, next: d}, {id: d, next: end}, {id: c, limit: 9 工作日, special: hearing, next: end}]"
    #expect(steps(process(counted)) == "a* b* d* c")
  }

  @Test func aWayBackIsNone() {
    let outline = process("steps: [{id: a}, {id: b, next: [a, c]}, {id: c}]")
    #expect(edges(outline) == "a-b* b<a b-c* c-end*")
  }

  @Test func aVariantHasItsOwnSteps() {
    let fields = """
      variants: [{id: new, name: 新办}, {id: cancel, name: 注销}],
      steps: [{id: a, next: [{to: b, when: {variant: new}}, {to: c, when: {variant: cancel}}]},
        {id: b, next: end}, {id: c, next: end}, {id: lost}]
      """
    #expect(steps(process(fields)) == "a* b* c lost")
    #expect(edges(process(fields)) == "a-b*(新办|新办) a-c(注销|注销) b-end* c-end lost-end")
    #expect(steps(process(fields, variant: 1)) == "a* c*")
    #expect(edges(process(fields, variant: 1)) == "a-c* c-end*")
  }

  @Test func conditionsAreSentences() {
    let fields = { (when: String) in
      """
      variants: [{id: new, name: {zh: 新办, en: new}}, {id: renew, name: {zh: 延续, en: renewal}}],
      questions: [
        {id: meals, ask: {zh: 是否从事餐饮服务？, en: "Do you serve meals?"}},
        {id: changed, ask: {zh: 条件是否发生变化？, en: "Have the conditions changed?"}},
        {id: trained, ask: 是否已有培训证明？}, {id: sign, ask: 要设置招牌吗？},
        {id: who, ask: 申请人？, answers: [{id: one, text: {zh: 个人, en: a person}}, {id: many, text: {zh: 单位, en: a body}}]}],
      steps: [{id: a, next: [{to: b, when: \(when)}, b]}, {id: b}]
      """
    }
    let cases: [(when: String, zh: String, en: String)] = [
      ("{variant: [new, renew]}", "新办、延续", "new or renewal"),
      ("{meals: true}", "从事餐饮服务", "Do you serve meals? Yes"), ("{meals: false}", "不从事餐饮服务", "Do you serve meals? No"),
      ("{changed: true}", "条件发生变化", "Have the conditions changed? Yes"),
      ("{changed: false}", "条件是否发生变化：否", "Have the conditions changed? No"),
      ("{trained: false}", "没有培训证明", "是否已有培训证明? No"), ("{sign: true}", "要设置招牌", "要设置招牌吗? Yes"),
      ("{sign: false}", "要设置招牌吗：否", "要设置招牌吗? No"), ("{who: many}", "单位", "a body"),
      ("{variant: new, who: one}", "新办，且个人", "new; and a person"),
      ("[{variant: new}, {who: one}]", "新办；或者个人", "new; or a person"), ("{channel: window}", "窗口办理", "at the counter"),
      ("{nothing: x}", "nothing：x", "nothing: x"),
    ]
    for (when, zh, en) in cases {
      let outline = process(fields(when))
      #expect(outline?.edges.first?.condition?.zh == zh && outline?.edges.first?.condition?.en == en, "\(when)")
    }
    #expect(process(fields("{}"))?.edges.first?.condition == nil)
    #expect(
      edges(process("steps: [{id: a, next: [{to: b, when: {q: x}, label: 抽中}]}, {id: b}]")) == "a-b*(抽中|抽中) b-end*")
  }

  @Test func hostileProcessesStayQuick() {
    // Twenty thousand steps, each leading to the next three.
    let many = (0..<20_000).map { "{id: s\($0), next: [s\($0 + 1), s\($0 + 2), s\($0 / 2)]}" }.joined(separator: ",")
    let time = ContinuousClock().measure { #expect(process("steps: [\(many)]")?.steps.count == 20_000) }
    #expect(time < .seconds(20), "\(time)")
    // Names that do not exist, a step that leads to itself, two of one id.
    let odd = process("steps: [{id: a, next: [a, nowhere]}, {id: a, next: end}, {name: x}]")
    #expect(odd?.steps.count == 3 && odd?.edges.count { $0.isBack } == 1)
  }

  @Test func membersAreNamedByTheirItems() throws {
    let tree = sample.read(
      """
      {kind: Bundle, questions: [{id: sign, ask: 要设置招牌吗？}], members: [
        {id: tax, external: {name: 税务核验, department: {name: 税务局}}},
        {id: food, item: food-licence, variant: new, needs: [tax, nowhere]},
        {id: sign, item: unknown, when: {sign: true}, optional: true, needs: [food]}, {item: alone}]}
      """
    ).tree
    let outline = try #require(
      withExtendedLifetime(tree) {
        MemberOutline(MeasuredItem(tree.view, shapes: sample.shapes)) { id, variant in
          id == "food-licence"
            ? MemberOutline.Item(
              name: .init(zh: "食品许可", en: "Food licence"), variant: variant.map { .init(zh: $0, en: $0) },
              promised: TimeLimit(5, .workingDays))
            : nil
        }
      })
    #expect(outline.members.map(\.name.zh) == ["税务核验", "食品许可", "unknown", "alone"])
    #expect(outline.members.map(\.isExternal) == [true, false, false, false])
    #expect(outline.members[1].variant?.zh == "new" && outline.members[1].promised == TimeLimit(5, .workingDays))
    #expect(outline.members[2].condition?.zh == "要设置招牌" && outline.members[2].isOptional)
    #expect(outline.waits.map { [$0.first, $0.then] } == [[0, 1], [1, 2]])
    #expect(outline.members.map(\.isOnLongestPath) == [true, true, true, false])
  }

  @Test func membersThatWaitForEachOther() throws {
    let tree = sample.read(
      "{kind: Bundle, members: [{id: a, item: a, needs: [b]}, {id: b, item: b, needs: [a]}, {id: c, item: c, needs: [c]}]}"
    ).tree
    let outline = try #require(
      withExtendedLifetime(tree) { MemberOutline(MeasuredItem(tree.view, shapes: sample.shapes)) { _, _ in nil } })
    #expect(outline.waits.map(\.isBack) == [false, true, true] || outline.waits.map(\.isBack) == [true, false, true])
  }
}
