import Diagnostics
import Rules
import Testing
import Walkthrough

/// What a guide says, line by line.
struct GuideLineTests {
  private static let item = """
    kind: ServiceItem
    id: shop
    name: {zh: 开店, en: Opening a shop}
    handling: promised
    timeLimit: {statutory: 20 工作日, promised: 5 工作日, from: {zh: 自受理之日起, en: From acceptance}}
    visits: 1
    visitReason: {zh: 核对原件, en: The originals are looked at}
    variants:
      - {id: new, name: {zh: 新办, en: New}}
      - {id: renew, name: {zh: 延续, en: Renewal}, timeLimit: {promised: 即办}, visits: 0}
    questions:
      - {id: agent, ask: {zh: 是否委托他人？, en: Is it an agent?}}
    materials:
      - {id: form, name: {zh: 申请书, en: Form}, need: required, form: original, medium: either, copies: 2}
      - {name: 委托书, form: copy-checked, copies: {original: 1, copy: 2}, when: {agent: true}}
      - {id: card, name: 身份证, exempt: e-licence, fallback: {zh: 出示原件。, en: Show it.}}
      - {id: proof, name: 场所证明, need: deferrable, deferral: {limit: 5 工作日}, oneOf: [{name: 产权证}, {name: 租赁合同}]}
      - {id: old, name: 原许可证, form: original, when: {variant: renew}}
      - {id: scan, name: 扫描件, when: {channel: pc}}
    steps:
      - {id: apply, name: 申请, actor: applicant}
      - {id: check, name: 核查, owner: 审批科, limit: 3 工作日, special: site-check, onSite: true}
    channels:
      - {type: window, place: hall, windows: [A1, A2], visits: 1}
      - {type: pc, url: "https://zwfw.example.cn/shop", visits: 0}
      - {type: window, address: 镇便民服务中心, hours: 工作日 9:00-17:00}
    fees:
      - {name: 工本费, standard: 10 元, waiver: {zh: 低保户免收, en: Free for those on relief}, payment: [window, online]}
    results:
      - {id: licence, name: 许可证, delivery: [window, mail], deliveryLimit: 1 工作日, validity: 5 年}
    contacts:
      consultation: {phone: 0300-80000001, url: "https://zwfw.example.cn/ask"}
      complaint: [{phone: "12345"}, {phone: 0300-80000002}]
    """
  private static let registry = """
    kind: Registry
    id: registry
    places:
      - {id: hall, name: 政务大厅, address: 为民路 6 号, hours: 工作日 9:00-17:00, phone: 0300-80000003}
    """

  private let lines: [String: GuideLine] = {
    let catalog = Samples.catalog(["items/a.yaml": item, "registry.yaml": registry])
    let guide = CatalogDocuments(catalog, library: Samples.library)
      .read(DocumentName(kind: "ServiceItem", id: "shop")) { Guide($0) }
    return Dictionary((guide?.lines ?? []).map { ($0.id, $0) }) { first, _ in first }
  }()

  private func written(_ id: String) -> String? { lines[id]?.written?.zh }

  @Test func materialsSayWhatIsAskedFor() throws {
    #expect(written("material.form") == "必要；原件 2 份；纸质或者电子")
    #expect(lines["material.form"]?.written?.en == "required; original, 2 of it; on paper or electronic")
    #expect(written("material.card") == "免提交（电子证照）；出示原件。")
    #expect(written("material.proof") == "任选其一：产权证、租赁合同；可容缺，5 工作日内补齐")
    let proxy = try #require(lines.values.first { $0.about.zh == "委托书" })
    #expect(proxy.id.hasPrefix("material.~") && proxy.id.utf8.count == 18)
    #expect(proxy.written?.zh == "验原件收复印件；原件 1 份、复印件 2 份；限“是否委托他人？”答“是”")
    #expect(proxy.written?.en.hasSuffix("only if “Is it an agent?” is answered “yes”") == true)
  }

  @Test func linesKnowTheirVariantsAndChannels() {
    #expect(lines["material.form"]?.variants == nil)
    #expect(lines["material.old"]?.variants == ["renew"])
    #expect(lines["material.scan"]?.channels == ["pc"])
    #expect(lines["channel.pc.1.url"]?.channel == "pc")
    #expect(lines["limit.promised"]?.variants == ["new"] && lines["limit.promised-2"]?.variants == ["renew"])
  }

  @Test func limitsVisitsAndFees() throws {
    #expect(written("limit.statutory") == "20 工作日；自受理之日起")
    #expect(lines["limit.promised"]?.written?.en == "5 working days; From acceptance")
    #expect(lines["limit.promised-2"]?.about.zh == "承诺办结时限（延续）" && written("limit.promised-2") == "即办")
    #expect(written("visits") == "1 次；核对原件；网站 0 次" && written("visits-2") == "0 次")
    let fee = try #require(lines.values.first { $0.subject == .fee })
    #expect(fee.id.hasPrefix("fee.~") && fee.written?.zh == "10 元；减免：低保户免收；窗口或者网上缴费")
    let free = try #require(Samples.guide("kind: ServiceItem\nid: a\nname: 甲\nfees: []\n"))
    #expect(free.lines.map(\.id) == ["fees"] && free.lines.first?.written?.zh == "不收费")
    #expect(Samples.guide("kind: ServiceItem\nid: a\nname: 甲\n")?.lines == [])
  }

  @Test func channelsTakeTheirPlaceFromTheRegistry() {
    #expect(written("channel.window.1.address") == "为民路 6 号；A1、A2")
    #expect(written("channel.window.1.hours") == "工作日 9:00-17:00")
    #expect(written("channel.window.1.phone") == "0300-80000003")
    #expect(written("channel.window.2.address") == "镇便民服务中心" && lines["channel.window.2.phone"] == nil)
    #expect(written("channel.pc.1.url") == "https://zwfw.example.cn/shop")
    #expect(lines["contact.consultation.1.phone"]?.about.zh == "咨询电话")
    #expect(written("contact.consultation.1.url") == "https://zwfw.example.cn/ask")
    #expect(written("contact.complaint.2.phone") == "0300-80000002")
  }

  @Test func stepsAndResults() {
    #expect(written("step.apply") == "申请人")
    #expect(written("step.check") == "审批科；3 工作日；现场勘验；申请人要到现场")
    #expect(written("result.licence") == "窗口领取、邮寄；作出决定后送达：1 工作日；有效期：5 年")
  }

  @Test func membersOfABundleBearTheNamesOfTheirItems() throws {
    let bundle = """
      kind: Bundle
      id: b
      name: 一件事
      members:
        - {id: first, item: shop, promised: 即办}
        - {id: gone, item: nowhere, optional: true}
        - {id: tax, external: {name: 税务确认, department: {name: 税务局}}}
      """
    let catalog = Samples.catalog(["items/a.yaml": Self.item, "bundles/b.yaml": bundle])
    let guide = try #require(
      CatalogDocuments(catalog, library: Samples.library).read(DocumentName(kind: "Bundle", id: "b")) { Guide($0) })
    let members = guide.lines.filter { $0.subject == .member }
    #expect(members.map(\.id) == ["member.first", "member.gone", "member.tax"])
    #expect(members.map(\.about.zh) == ["开店", "nowhere", "税务确认"])
    #expect(members[0].about.en == "Opening a shop" && members.map { $0.written?.zh } == ["即办", "可不办", "税务局"])
  }
}
