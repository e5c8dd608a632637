import Rules
import Testing

@testable import Workspace

/// Keys that outlive changes elsewhere, on an item with the shipped rules.
@Suite struct StableKeyTests {
  private static func item(above: String = "", materials: String = "") -> String {
    """
    \(above)kind: ServiceItem
    id: a
    name: 示例事项
    type: licensing
    visits: 2
    timeLimit: {statutory: 30 工作日, promised: 40 工作日}
    materials:
    \(materials)  - name: 申请表
        copies: 3
      - name: 申请表
        copies: 3
      - {id: other, name: 其他材料, copies: 2}
      - name: 营业执照复印件
    channels:
      - {type: window, address: 某处}

    """
  }

  private static func keys(_ text: String) -> [DiagnosticKey] {
    Run(["a.yaml": text]).outcome.report.diagnostics.map(\.key)
  }

  @Test func linesAndMaterialsAboveChangeNone() {
    let before = Self.keys(Self.item())
    #expect(before.count > 10)
    #expect(Self.keys(Self.item(above: String(repeating: "# 说明\n", count: 10))) == before)
    let inserted = (0..<10).map { "  - name: 新增材料\($0)\n" }.joined()
    let after = Self.keys(Self.item(materials: inserted))
    #expect(Set(before).isSubset(of: after))
    #expect(Set(before.map(\.fingerprint)).isSubset(of: after.map(\.fingerprint)))
  }

  @Test func noTwoAreEqual() {
    let keys = Self.keys(Self.item())
    #expect(Set(keys).count == keys.count && Set(keys.map(\.fingerprint)).count == keys.count)
    let copies = keys.filter { $0.rule == "material-copies-over-one" && !$0.place.path.contains("other") }
    #expect(copies.map(\.ordinal) == [1, 2] && copies[0].place == copies[1].place)
  }

  @Test func aDocumentWithoutIDIsNamedFromItsCatalog() {
    let text = "kind: ServiceItem\nname: 示例事项\n"
    func documents(_ prefix: String) -> Set<String> {
      let run = Run(
        [prefix + "guidelint.yaml": "root: true\n", prefix + "items/a.yaml": text], paths: [prefix + "items"])
      return Set(run.outcome.report.diagnostics.map(\.key.document))
    }
    #expect(documents("") == ["items/a.yaml"])
    #expect(documents("catalog/") == ["items/a.yaml"])
  }
}
