import Foundation
import SourceText

/// Numbers that depend on a seed alone (SplitMix64).
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  /// Starts the sequence of a seed.
  init(seed: UInt64) { state = seed }

  /// The next 64 bits of the sequence.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// True in `percent` of a hundred cases.
  mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &self) < percent }
}

/// A catalog of invented guides as a bureau would have it: bilingual, complete, with an old fault here and there.
struct SyntheticCatalog {
  /// Number of items.
  var items: Int
  /// Number of bundles.
  var bundles: Int
  /// Seed of everything that varies.
  var seed: UInt64

  /// Path and text of every document, in the order of their numbers.
  private func texts() -> [(path: String, text: String)] {
    var numbers = SeededNumbers(seed: seed)
    return (0..<items).map { ("items/item-\($0).yaml", item($0, &numbers)) }
      + (0..<bundles).map { ("bundles/bundle-\($0).yaml", bundle($0, &numbers)) }
  }

  /// The documents as files that are read already.
  func documents() -> [SourceFile] { texts().map { SourceFile(path: $0.path, bytes: Array($0.text.utf8)) } }

  /// Writes the catalog and returns its size in bytes.
  func write(to folder: URL) throws -> Int {
    for part in ["items", "bundles"] {
      try FileManager.default.createDirectory(
        at: folder.appendingPathComponent(part), withIntermediateDirectories: true)
    }
    let configuration = """
      root: true
      extends: [standard/all]
      rules:
        limit-reduction-below-target: {params: {percent: 50}}

      """
    var size = 0
    for (path, text) in [("guidelint.yaml", configuration)] + texts() {
      let data = Data(text.utf8)
      size += data.count
      try data.write(to: folder.appendingPathComponent(path))
    }
    return size
  }

  private static let papers = [
    ("申请表", "Application form"), ("营业执照", "Business licence"),
    ("法定代表人身份证", "Identity card of the legal representative"),
    ("经办人身份证", "Identity card of the agent"), ("授权委托书", "Power of attorney"), ("场所平面图", "Floor plan of the premises"),
    ("房屋租赁合同", "Lease of the premises"), ("检测报告", "Test report"), ("管理制度", "Management rules"),
    ("健康证明", "Health certificate"),
    ("从业人员名单", "List of staff"), ("设备清单", "List of equipment"),
  ]

  private func item(_ index: Int, _ numbers: inout SeededNumbers) -> String {
    let statutory = numbers.chance(10) ? 45 : [10, 15, 20].randomElement(using: &numbers) ?? 20
    let promised = numbers.chance(5) ? statutory + 5 : max(5, statutory / 2 - Int.random(in: 0...4, using: &numbers))
    let basic = "4401\(String(format: "%08d", index))"
    let code = "11440100007482575H3\(basic)"
    let isForeign = numbers.chance(10)
    var text = """
      # 示例事项 \(index)，由基准测试生成
      kind: ServiceItem
      id: item-\(index)
      code: "\(code)"
      catalogCode: "\(basic)"
      name: {zh: 示例行政许可事项第\(index)号, en: "Example licence no. \(index)"}
      plainName: {zh: 办个示例证, en: Get an example licence}
      type: licensing
      status: active
      level: city
      department: {name: {zh: 示例市政务服务局, en: Example City Service Bureau}, code: 11440100007482575H}
      audience: [natural-person, enterprise]
      topics: [准营准办]
      foreignRelated: \(isForeign)
      handling: promised
      timeLimit: {statutory: \(statutory) 工作日, promised: \(promised) 工作日}
      visits: \(numbers.chance(5) ? 2 : 1)
      visitReason: {zh: 需要核验原件, en: Originals are checked on site}
      basis:
        - {id: law, law: {zh: 中华人民共和国行政许可法, en: Administrative Licensing Law}, articles: [第四十二条]}
      conditions:

      """
    for number in 1...4 {
      text +=
        "  - {text: {zh: 申请人符合本办法第\(number)条规定的从业条件并能够提供证明, en: \"The applicant meets condition \(number) and can prove it\"}, basis: law}\n"
    }
    text += materials(&numbers)
    text += steps(index, &numbers)
    return text + tail(index, isForeign: isForeign, &numbers)
  }

  private func materials(_ numbers: inout SeededNumbers) -> String {
    var text = "materials:\n"
    let chosen = Array(SyntheticCatalog.papers.shuffled(using: &numbers).prefix(8))
    for (zh, en) in chosen + (numbers.chance(5) ? [chosen[0]] : []) {
      text += """
          - name: {zh: \(zh), en: "\(en)"}
        \(SyntheticCatalog.particulars(of: zh, &numbers))    issuer: {zh: 申请人, en: The applicant}
            acceptance: {zh: 内容完整、签字或者盖章清晰, en: "Complete, signature or seal legible"}

        """
    }
    return text
  }

  /// What a complete guide says of a form and of a paper that an office has issued.
  private static func particulars(of name: String, _ numbers: inout SeededNumbers) -> String {
    // One in twenty still lacks it, and asks for three.
    let isPoor = numbers.chance(5)
    let handedIn = "    form: original\n    medium: either\n    copies: \(isPoor ? 3 : 1)\n"
    if isPoor { return handedIn }
    if name.hasSuffix("表") {
      return handedIn + """
            blank: files/form.docx
            sample: files/form-filled-in.pdf
            instructions: {zh: 逐项填写，与证照一致, en: "Fill in every field as on the certificate"}

        """
    }
    guard name.hasSuffix("身份证") || name == "营业执照" else { return handedIn }
    return """
          exempt: e-licence
          certificate: {zh: \(name), en: Electronic certificate}
          fallback: {zh: 出示原件, en: Show the original}

      """
  }

  private func steps(_ index: Int, _ numbers: inout SeededNumbers) -> String {
    """
    steps:
      - {id: apply, name: {zh: 申请, en: Application}, phase: application, actor: applicant}
      - {id: accept, name: {zh: 受理, en: Acceptance}, phase: acceptance, owner: {zh: 综合窗口, en: Service counter}, limit: 0.5 工作日}
      - {id: review, name: {zh: 审查, en: Review}, phase: review, owner: {zh: 业务科, en: Review section}, limit: 2 工作日, next: [{to: check, when: {site: true}, label: {zh: 需要现场核查, en: Site check needed}}, {to: decide, label: {zh: 不需要, en: Not needed}}]}
      - {id: check, name: {zh: 现场核查, en: Site check}, phase: review, onSite: true, owner: {zh: 业务科, en: Review section}, limit: 1 工作日, next: \(numbers.chance(3) ? "review" : "decide")}
      - {id: decide, name: {zh: 决定, en: Decision}, phase: decision, owner: {zh: 分管领导, en: Head of the bureau}, limit: 1 工作日}
      - {id: issue, name: {zh: 制证送达, en: Issue and delivery}, phase: issue, owner: {zh: 综合窗口, en: Service counter}, limit: 0.5 工作日, next: end}
    questions:
      - {id: site, ask: {zh: 是否需要现场核查？, en: Is a site check needed?}, by: authority}

    """
  }

  private func tail(_ index: Int, isForeign: Bool, _ numbers: inout SeededNumbers) -> String {
    let consultation = "0300-1234\(String(format: "%04d", index % 10_000))"
    let complaint = numbers.chance(5) ? consultation : "12345"
    return """
      channels:
        - {type: window, address: {zh: 示例市政务服务中心二楼 12 号窗口, en: "Window 12, second floor, Example City Service Centre"}, hours: {zh: 工作日 9:00-17:00, en: "Working days 9:00-17:00"}}
        - {type: pc, name: {zh: 示例市政务服务网, en: Example City service portal}, url: https://www.example.cn/item/\(index)}
      fees: []
      results:
        - {id: licence, name: {zh: 示例许可证, en: Example licence}, type: certificate, sample: files/licence.pdf, delivery: [window, mail], deliveryLimit: 5 工作日}
      services: {mailIn: true, booking: {available: true, url: https://www.example.cn/book}, progress: {url: https://www.example.cn/progress}}
      contacts:
        consultation: {phone: \(consultation)}
        complaint: {phone: \(complaint), url: https://www.example.cn/complaint}
      remedies:
        reconsideration: [{body: {zh: 示例市人民政府, en: Example City Government}}]
        litigation: [{body: {zh: 示例市中级人民法院, en: Example City Intermediate Court}}]
      faq:
        - {question: {zh: 可以邮寄材料吗？, en: May I send the papers by post?}, answer: {zh: 可以，请勾选邮寄并填写地址。, en: "Yes, choose post and state your address."}}
        - {question: {zh: 材料不齐怎么办？, en: What if a paper is missing?}, answer: {zh: 窗口当场一次性告知需要补正的全部内容。, en: "The counter says at once everything that is missing."}}

      """
  }

  private func bundle(_ index: Int, _ numbers: inout SeededNumbers) -> String {
    var text = """
      kind: Bundle
      id: bundle-\(index)
      name: {zh: 示例“一件事”第\(index)号, en: "Example errand no. \(index)"}
      lead: {name: {zh: 示例市政务服务局, en: Example City Service Bureau}}
      elements:
        filing: {zh: 一表申请, en: One form}
        requirements: {zh: 一次告知, en: One notice}
        filingMethod: {zh: 线上线下, en: Online and at the counter}
        acceptance: {zh: 综合窗口, en: Joint counter}
        coordination: {zh: 并联审批, en: Joint review}
        delivery: {zh: 统一送达, en: Delivered together}
      members:

      """
    for number in 0..<4 {
      let item = Int.random(in: 0..<max(1, items), using: &numbers)
      text += "  - {id: m\(number), item: item-\(item)}\n"
    }
    text += """
      notice: {zh: 一次告知全部条件和材料, en: All conditions and papers are told at once}
      fees: []
      contacts:
        consultation: {phone: 0300-8712\(String(format: "%04d", index))}
        complaint: {phone: 12345, url: https://www.example.cn/complaint}

      """
    return text
  }
}
