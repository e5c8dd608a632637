/// An item of about 5 KB as a bureau would write it: eight materials, five steps, valid under the shipped schema.
enum EngineSample {
  /// The item with one copy of each material.
  static let text = text(copies: [])

  private static let papers = [
    ("申请表", "Application form"), ("营业执照", "Business licence"),
    ("法定代表人身份证", "Identity card of the legal representative"), ("授权委托书", "Power of attorney"),
    ("场所平面图", "Floor plan of the premises"), ("房屋租赁合同", "Lease of the premises"), ("检测报告", "Test report"),
    ("从业人员名单", "List of staff"),
  ]

  /// The item with two copies of the materials at some positions.
  static func text(copies positions: Set<Int>) -> String {
    var text = head
    for (position, (zh, en)) in papers.enumerated() {
      text += """
          - name: {zh: \(zh), en: "\(en)"}
            form: original
            medium: either
            copies: \(positions.contains(position) ? 2 : 1)
            issuer: {zh: 申请人, en: The applicant}
            acceptance: {zh: 内容完整、签字或者盖章清晰, en: "Complete, signature or seal legible"}

        """
    }
    return text + tail
  }

  private static let head = """
    kind: ServiceItem
    id: engine-sample
    code: "11440100007482575H344010000000000"
    catalogCode: "440100000000"
    name: {zh: 示例经营许可证核发, en: Issue of the example trading licence}
    plainName: {zh: 办个示例证, en: Get an example licence}
    type: licensing
    status: active
    level: city
    department: {name: {zh: 示例市政务服务局, en: Example City Service Bureau}, code: 11440100007482575H}
    audience: [natural-person, enterprise]
    topics: [准营准办]
    foreignRelated: true
    handling: promised
    timeLimit: {statutory: 20 工作日, promised: 8 工作日}
    visits: 1
    visitReason: {zh: 需要核验原件, en: Originals are checked on site}
    basis:
      - {id: law, law: {zh: 中华人民共和国行政许可法, en: Administrative Licensing Law}, articles: [第四十二条]}
    conditions:
      - {text: {zh: 有与经营规模相适应的场所, en: The premises fit the size of the business}, basis: law}
      - {text: {zh: 从业人员具备相应的健康证明, en: The staff hold health certificates}, basis: law}
      - {text: {zh: 有保证安全的管理制度, en: There are rules that keep the business safe}, basis: law}
    materials:

    """

  private static let tail = """
    steps:
      - {id: apply, name: {zh: 申请, en: Application}, phase: application, actor: applicant}
      - {id: accept, name: {zh: 受理, en: Acceptance}, phase: acceptance, owner: {zh: 综合窗口, en: Service counter}, limit: 0.5 工作日}
      - {id: review, name: {zh: 审查, en: Review}, phase: review, owner: {zh: 业务科, en: Review section}, limit: 5 工作日}
      - {id: decide, name: {zh: 决定, en: Decision}, phase: decision, limit: 1 工作日}
      - {id: issue, name: {zh: 制证送达, en: Issue and delivery}, phase: issue, limit: 0.5 工作日, next: end}
    channels:
      - {type: window, address: {zh: 示例市政务服务中心二楼 12 号窗口, en: "Window 12, Example City Service Centre"}, hours: {zh: 工作日 9:00-17:00, en: "Working days 9:00-17:00"}}
      - {type: pc, name: {zh: 示例市政务服务网, en: Example City service portal}, url: https://www.example.cn/item}
    fees: []
    results:
      - {id: licence, name: {zh: 示例许可证, en: Example licence}, type: certificate, delivery: [window, mail], deliveryLimit: 5 工作日}
    services: {mailIn: true, booking: {available: true, url: https://www.example.cn/book}, progress: {url: https://www.example.cn/progress}}
    contacts:
      consultation: {phone: 0300-12340000}
      complaint: {phone: 12345}
    remedies:
      reconsideration: [{body: {zh: 示例市人民政府, en: Example City Government}}]
      litigation: [{body: {zh: 示例市中级人民法院, en: Example City Intermediate Court}}]
    faq:
      - {question: {zh: 可以邮寄材料吗？, en: May I send the papers by post?}, answer: {zh: 可以，请勾选邮寄。, en: "Yes, choose post."}}
      - {question: {zh: 材料不齐怎么办？, en: What if a paper is missing?}, answer: {zh: 窗口当场一次性告知。, en: "The counter says so at once."}}

    """
}
