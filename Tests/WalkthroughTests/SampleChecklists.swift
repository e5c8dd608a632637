import Diagnostics
import Rules

@testable import Walkthrough

/// Checklists as the default of a large item gives them.
enum SampleChecklists {
  /// A text in both languages.
  static func text(_ zh: String, _ en: String) -> LocalizedText { LocalizedText(zh: zh, en: en) }

  /// Lines of a licence: twenty, as many as one sheet is meant to hold.
  static let lines: [GuideLine] = {
    var lines: [GuideLine] = []
    func add(
      _ id: String, _ subject: GuideLine.Subject, _ about: LocalizedText, _ written: LocalizedText? = nil
    ) {
      lines.append(GuideLine(id: id, subject: subject, about: about, written: written, variants: nil, channel: nil))
    }
    add(
      "material.form", .material, text("食品经营许可申请书", "Application form"),
      text("原件 1 份，可在线填写", "1 original; may be filled in online"))
    add(
      "material.id", .material, text("法定代表人身份证明", "Identity of the legal representative"),
      text("电子证照核验，免提交", "checked electronically, nothing to hand in"))
    add(
      "material.plan", .material, text("与食品经营相适应的主要设备设施布局、操作流程文件", "Layout of equipment and description of operations"),
      text("复印件 1 份，加盖公章", "1 copy with the company's seal"))
    add("material.rules", .material, text("食品安全规章制度目录清单", "List of food safety rules"), text("复印件 1 份", "1 copy"))
    add(
      "material.proxy", .material, text("授权委托书", "Power of attorney"), text("仅委托代办时提交", "only where an agent applies"))
    add("step.accept", .step, text("受理", "Acceptance"), text("市场监管局窗口，1 个工作日", "counter, 1 working day"))
    add("step.review", .step, text("审查", "Review"), text("许可科，3 个工作日", "licensing section, 3 working days"))
    add(
      "step.inspect", .step, text("现场核查", "On-site inspection"),
      text("监管所，2 个工作日（不需核查的除外）", "local office, 2 working days (unless exempt)"))
    add("step.decide", .step, text("决定并送达", "Decision and delivery"), text("1 个工作日", "1 working day"))
    add("limit.statutory", .limit, text("法定办结时限", "Statutory limit"), text("20 个工作日", "20 working days"))
    add("limit.promised", .limit, text("承诺办结时限", "Promised limit"), text("7 个工作日", "7 working days"))
    add("visits", .visits, text("到现场次数", "Visits"), text("0 次（网上办）或 1 次", "none online, else one"))
    add("fees", .fee, text("收费", "Fees"), text("不收费", "none"))
    add(
      "channel.window.1.address", .address, text("市民中心一楼综合窗口", "Citizens' centre, ground floor"),
      text("红谷滩区丰和中大道 1268 号市民中心 1 楼 A 区 12—18 号窗口", "1268 Fenghe Middle Avenue, hall A, counters 12 to 18"))
    add(
      "channel.window.1.hours", .hours, text("办理时间", "Hours"),
      text("工作日 9:00—12:00，13:30—17:00；周六 9:00—12:00", "Mon-Fri 9:00-12:00, 13:30-17:00; Sat 9:00-12:00"))
    add(
      "channel.pc.1.url", .link, text("网上办理入口", "Online application"),
      text("https://zwfw.example.gov.cn/item/food", "https://zwfw.example.gov.cn/item/food"))
    add(
      "contact.consultation.1.phone", .phone, text("咨询电话（打一次）", "Enquiries (ring once)"),
      text("0791-83986666", "0791-83986666"))
    add("contact.complaint.1.phone", .phone, text("投诉电话（打一次）", "Complaints (ring once)"), text("12345", "12345"))
    add(
      "contact.english.1.phone", .phone, text("英文咨询（打一次）", "English enquiries (ring once)"),
      text("0791-83986667", "0791-83986667"))
    add(
      "result.licence", .result, text("食品经营许可证", "Food business licence"),
      text("电子证照，可邮寄纸质证", "electronic; paper by post on request"))
    return lines
  }()

  /// Findings to aim at.
  static let aims: [Checklist.Aim] = [
    Checklist.Aim(
      rule: "english-guide-missing", severity: .error,
      message: text("涉外事项没有英文版指南。", "This item serves foreigners, but has no English guide."),
      remedy: text("补充英文版，至少包括名称、材料、地点、时间和电话。", "Add an English version with name, papers, place, hours and phone."),
      place: "items/food.yaml:3", line: nil),
    Checklist.Aim(
      rule: "material-catch-all", severity: .warning,
      message: text("材料“其他有关材料”是兜底条款，申请人无法准备。", "“Other relevant papers” is a catch-all that nobody can prepare."),
      remedy: text("逐项写明，或者删去。", "Name each paper, or drop it."), place: "items/food.yaml:41", line: "material.other"),
    Checklist.Aim(
      rule: "visit-reason-missing", severity: .warning,
      message: text("要到现场 1 次，没有写明为什么。", "One visit is needed, and no reason is given."), remedy: nil,
      place: "items/food.yaml:88", line: "visits"),
    Checklist.Aim(
      rule: "hours-missing", severity: .info, message: text("自助终端没有写开放时间。", "The kiosk's hours are not stated."),
      remedy: nil, place: "items/food.yaml:95", line: nil),
  ]

  /// The four aspects.
  static let scores: [Checklist.Score] = [
    Checklist.Score(
      aspect: .clarity, name: text("懂不懂", "Clear?"),
      anchors: [
        1: text("看不懂，要反复问", "cannot be understood"), 3: text("问一次就明白", "clear after asking once"),
        5: text("一看就懂，无需询问", "clear without asking"),
      ]),
    Checklist.Score(
      aspect: .flow, name: text("通不通", "Does it flow?"),
      anchors: [1: text("没办成", "not done"), 5: text("一次办成，无需询问", "done at one go, no question asked")]),
    Checklist.Score(
      aspect: .efficiency, name: text("高不高", "Quick?"),
      anchors: [1: text("反复跑、久等不办", "many visits, long waits"), 5: text("比承诺的更快", "quicker than promised")]),
    Checklist.Score(
      aspect: .experience, name: text("好不好", "Well served?"),
      anchors: [1: text("受冷落、被推诿", "brushed off"), 5: text("主动帮、有人管", "helped without asking")]),
  ]

  /// A checklist of an item.
  static func item(
    _ id: String = "food-business-licence", title: LocalizedText = text("食品经营许可（核发）", "Food business licence (new)"),
    lines: [GuideLine] = lines
  ) -> Checklist {
    let guide = Guide(
      name: DocumentName(kind: "ServiceItem", id: id), title: title, code: "11360100014600000X3440125001000",
      version: 3,
      department: text("示例市市场监督管理局", "Administration for Market Regulation"), isActive: true, isHighFrequency: true,
      variants: [], members: [], lines: lines, measures: .init(), before: nil, file: "items/food.yaml")
    var occasion = Checklist.Occasion()
    occasion.mode = modes[0]
    occasion.channel = "window"
    occasion.round = "2026年第四季度"
    return Checklist(
      guide: guide, occasion: occasion, aims: aims, lines: lines, questions: questions, stages: stages, scores: scores,
      version: "1.2.3")
  }

  /// A checklist whose every text would like to be something else.
  static let hostile: Checklist = {
    let evil = "<script>window.hacked=1</script>\"'><img src=x onerror=window.hacked=1> \u{202E}</title></style>"
    let both = LocalizedText(zh: evil, en: evil)
    var checklist = item("evil", title: both)
    checklist.guide.code = evil
    checklist.guide.department = both
    checklist.occasion.round = evil
    checklist.aims = [
      Checklist.Aim(rule: "x", severity: .error, message: both, remedy: both, place: evil, line: nil)
    ]
    checklist.lines = [
      GuideLine(id: "a\"b", subject: .material, about: both, written: both, variants: nil, channel: nil),
      GuideLine(
        id: "link", subject: .link, about: both, written: LocalizedText(zh: "javascript:window.hacked=1", en: "x"),
        variants: nil, channel: nil),
    ]
    checklist.questions = [Checklist.Question(id: "ask.x", ask: both, aspect: nil, alike: [])]
    checklist.stages = [Checklist.Stage(id: "stage.x", name: both)]
    checklist.scores[0].anchors = [1: both, 5: both]
    return checklist
  }()

  /// Questions for the counter.
  static let questions: [Checklist.Question] = [
    (
      "hall.enquiry", "有没有综合咨询窗口？简单问题是不是不用排队？", "Is there an enquiry counter, so that a simple question needs no queue?"
    ),
    ("hall.once", "材料不齐时，是不是一次性告知全部要补的？", "If papers are missing, are you told of all of them at once?"),
    ("ask.tolerance", "工作人员知不知道哪些材料可以容缺后补？", "Do clerks know which papers may follow later?"),
    ("ask.form", "申请书有没有空白表和填写样例？看了会不会填？", "Are there a blank form and a filled sample, and do they help?"),
    ("hall.elderly", "不会用手机的老人，有没有人工通道和人帮？", "Is there a person to help the elderly who have no smartphone?"),
    ("hall.attitude", "服务态度怎么样？有没有推诿？", "How were you treated? Were you sent from desk to desk?"),
  ].map { Checklist.Question(id: $0.0, ask: text($0.1, $0.2), aspect: nil, alike: []) }

  /// The way through a hall.
  static let stages: [Checklist.Stage] = [
    ("queue", "进门排号", "Ticket"), ("enquiry", "咨询引导", "Enquiry"), ("hand-in", "递交材料", "Papers"),
    ("form", "填表登记", "Forms"), ("review", "受理审批", "Acceptance"), ("leave", "评价离场", "Rating, leaving"),
  ].map { Checklist.Stage(id: "stage.\($0.0)", name: text($0.1, $0.2)) }

  /// Ways to walk.
  static let modes: [Kit.Entry] = {
    var incognito = Kit.Entry(id: "incognito", name: text("暗访", "Incognito"))
    let accompanied = Kit.Entry(id: "accompanied", name: text("陪同办", "Accompanied"))
    var tracking = Kit.Entry(id: "full-tracking", name: text("全链式追踪", "Full tracking"))
    tracking.group = text("六大行动", "The six actions")
    incognito.description = text("不打招呼，以普通群众身份去办", "Unannounced, as anybody would come")
    return [incognito, accompanied, tracking]
  }()

  /// A page of checklists.
  static func page(_ checklists: [Checklist] = [item()], language: Language = .zh, isFull: Bool = false)
    -> ChecklistPage
  {
    var options = ChecklistPage.Options(language: language, version: "1.2.3")
    options.isFull = isFull
    options.modes = modes
    options.personas = [
      Kit.Entry(id: "citizen", name: text("普通群众", "Citizen")), Kit.Entry(id: "elderly", name: text("老年人", "Elderly")),
    ]
    options.roles = [
      Kit.Entry(id: "leader", name: text("单位主要负责人", "Head of the unit")),
      Kit.Entry(id: "deputy", name: text("人大代表", "Deputy")),
    ]
    return ChecklistPage(checklists, options: options)
  }

  /// The text of a page.
  static func render(_ page: ChecklistPage) -> String {
    var bytes: [UInt8] = []
    page.write { bytes.append(contentsOf: $0) }
    return String(decoding: bytes, as: UTF8.self)
  }
}
