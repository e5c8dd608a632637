internal import Catalog
internal import Diagnostics
internal import Rules

extension Messages {
  /// What the offline page of a checklist says.
  enum Page {
    /// What the page is.
    static let checklist = LocalizedText(zh: "走流程检查单", en: "Walk checklist")
    /// What several are.
    static let checklists = LocalizedText(zh: "走流程检查单", en: "Walk checklists")
    /// The kind of document that is walked.
    static let itemChecklist = LocalizedText(zh: "走流程检查单 · 事项", en: "Walk checklist · item")
    /// The kind of document that is walked.
    static let bundleChecklist = LocalizedText(zh: "走流程检查单 · 一件事", en: "Walk checklist · bundle")
    /// Link past what stands above.
    static let skipToChecklist = LocalizedText(zh: "跳到检查单", en: "Skip to the checklist")
    /// What can still be done where no script runs.
    static let noScript = LocalizedText(
      zh: "这里不能运行脚本，填了不会保存。可以打印出来手填；要在屏幕上填写，请用浏览器打开这个文件。",
      en:
        "Scripts do not run here, so nothing that you fill in is kept. Print the page and fill it in by pen, or open the "
        + "file in a browser.")
    /// Title of the list of several.
    static func choose(_ count: Int) -> LocalizedText {
      LocalizedText(zh: "选一份检查单（共 \(count) 份）", en: "Choose one of \(count) checklists")
    }
    /// 实施编码
    static func code(_ code: String) -> LocalizedText { LocalizedText(zh: "实施编码 \(code)", en: "Code \(code)") }
    /// 事项版本
    static func guideVersion(_ version: Int) -> LocalizedText {
      LocalizedText(zh: "指南版本 \(version)", en: "Guide version \(version)")
    }

    /// Heading of the circumstances.
    static let circumstances = LocalizedText(zh: "基本情况", en: "Circumstances")
    /// Field.
    static let date = LocalizedText(zh: "日期", en: "Date")
    /// Field.
    static let mode = LocalizedText(zh: "方式", en: "Mode")
    /// Field.
    static let channel = LocalizedText(zh: "渠道", en: "Channel")
    /// Field.
    static let persona = LocalizedText(zh: "体验身份", en: "Coming as")
    /// Field.
    static let variant = LocalizedText(zh: "办理项", en: "Variant")
    /// Field.
    static let reviewer = LocalizedText(zh: "体验人", en: "Reviewer")
    /// Field.
    static let role = LocalizedText(zh: "职务身份", en: "Role")
    /// Field.
    static let unit = LocalizedText(zh: "单位", en: "Unit")
    /// Field.
    static let place = LocalizedText(zh: "地点", en: "Place")
    /// The clock times by their fields.
    static let times: [(StaticString, LocalizedText)] = [
      ("times.ticket", LocalizedText(zh: "取号", en: "Ticket")),
      ("times.called", LocalizedText(zh: "叫号", en: "Called")),
      ("times.accepted", LocalizedText(zh: "受理", en: "Accepted")),
      ("times.left", LocalizedText(zh: "离场", en: "Left")),
    ]
    /// Button that fills in the time.
    static let now = LocalizedText(zh: "现在", en: "Now")
    /// The types of channels that a record may name.
    static let channels: [Kit.Entry] = [
      ("window", "窗口", "Counter"), ("pc", "网站", "Website"), ("app", "手机应用", "Mobile app"),
      ("mini-program", "小程序", "Mini-program"), ("kiosk", "自助终端", "Kiosk"), ("mail", "邮寄", "Post"),
      ("home", "上门", "Home visit"), ("video", "视频", "Video"), ("hotline", "热线", "Hotline"),
    ].map { Kit.Entry(id: $0.0, name: LocalizedText(zh: $0.1, en: $0.2)) }

    /// 走前
    static let before = LocalizedText(zh: "走前 · 瞄准问题", en: "Before · what to aim at")
    /// What the aims are.
    static let beforeHint = LocalizedText(zh: "程序已经查出、值得当面核实的", en: "found in the guide; see whether it shows")
    /// There are none.
    static let nothingToAimAt = LocalizedText(zh: "程序没有查出问题。", en: "Nothing was found in the guide.")
    /// How many more there are than are printed.
    static func moreAims(_ count: Int, isFull: Bool) -> LocalizedText {
      LocalizedText(
        zh: "另有 \(count) 条，" + (isFull ? "见附页。" : "见屏幕上的检查单。"),
        en: "\(count) more, " + (isFull ? "see the annex." : "see the checklist on screen."))
    }
    /// Annex.
    static let annex = LocalizedText(zh: "附页 · 程序查出的问题", en: "Annex · what was found in the guide")
    /// What the annex is for.
    static let annexHint = LocalizedText(zh: "不用再到现场证明", en: "needs no proof on the spot")
    /// The picture of a process.
    static let process = LocalizedText(zh: "办理流程图", en: "The process as a picture")
    /// The picture of a bundle.
    static let members = LocalizedText(zh: "成员事项关系图", en: "The members as a picture")
    /// A severity in a word.
    static func name(of severity: Severity) -> LocalizedText {
      switch severity {
      case .error: LocalizedText(zh: "错误", en: "Error")
      case .warning: LocalizedText(zh: "警告", en: "Warning")
      case .info: LocalizedText(zh: "提示", en: "Note")
      }
    }

    /// 走中
    static let during = LocalizedText(zh: "走中 · 逐项对照", en: "During · compare")
    /// How to compare.
    static let duringHint = LocalizedText(zh: "指南怎么写，现场怎么做", en: "what the guide says, and what you meet")
    /// Column.
    static let written = LocalizedText(zh: "指南写的", en: "In the guide")
    /// Column.
    static let found = LocalizedText(zh: "现场实际", en: "Found")
    /// Column.
    static let verdict = LocalizedText(zh: "是否一致", en: "Does it agree?")
    /// Column.
    static let note = LocalizedText(zh: "说明", en: "Note")
    /// What the answers of a line are.
    static let lineAnswers: [(value: StaticString, label: LocalizedText)] = [
      ("same", LocalizedText(zh: "一致", en: "Same")), ("differs", LocalizedText(zh: "不一致", en: "Differs")),
      ("untested", LocalizedText(zh: "未涉及", en: "Not met")),
    ]
    /// What the answers of a question are.
    static let questionAnswers: [(value: StaticString, label: LocalizedText)] = [
      ("good", LocalizedText(zh: "没问题", en: "Fine")), ("problem", LocalizedText(zh: "有问题", en: "Problem")),
      ("untested", LocalizedText(zh: "未涉及", en: "Not met")),
    ]
    /// What the answers of a stage are.
    static let stageAnswers: [(value: StaticString, label: LocalizedText)] = [
      ("good", LocalizedText(zh: "顺", en: "Fine")), ("problem", LocalizedText(zh: "卡", en: "Stuck")),
      ("untested", LocalizedText(zh: "未走", en: "Skipped")),
    ]
    /// Button that takes a photograph.
    static let photo = LocalizedText(zh: "拍照", en: "Photo")
    /// Heading.
    static let extra = LocalizedText(zh: "指南之外另要的材料", en: "Asked for, but not in the guide")
    /// Why it matters.
    static let extraHint = LocalizedText(zh: "最要紧的一类问题", en: "the gravest finding")
    /// Field.
    static let extraName = LocalizedText(zh: "材料名称", en: "What was asked for")
    /// Field.
    static let extraNote = LocalizedText(zh: "谁要的、什么理由", en: "By whom, and why")
    /// Button.
    static let addExtra = LocalizedText(zh: "再加一份", en: "Add another")
    /// Heading.
    static let stages = LocalizedText(zh: "走到哪一步，顺不顺", en: "Stage by stage")
    /// What is asked of each stage.
    static let stagesHint = LocalizedText(zh: "在哪里卡住了", en: "where did it get stuck?")
    /// Heading.
    static let questions = LocalizedText(zh: "要人去看去问的", en: "What only a person can see")
    /// Who answers.
    static let questionsHint = LocalizedText(zh: "程序答不了", en: "no program can answer")
    /// What kind of thing a line is about.
    static func name(of subject: GuideLine.Subject) -> LocalizedText {
      switch subject {
      case .material: LocalizedText(zh: "材料", en: "Paper")
      case .step: LocalizedText(zh: "环节", en: "Step")
      case .limit: LocalizedText(zh: "时限", en: "Limit")
      case .visits: LocalizedText(zh: "跑动", en: "Visits")
      case .fee: LocalizedText(zh: "收费", en: "Fee")
      case .address: LocalizedText(zh: "地点", en: "Address")
      case .hours: LocalizedText(zh: "时间", en: "Hours")
      case .phone: LocalizedText(zh: "电话", en: "Phone")
      case .link: LocalizedText(zh: "网址", en: "Link")
      case .result: LocalizedText(zh: "结果", en: "Result")
      case .member: LocalizedText(zh: "成员", en: "Member")
      }
    }
  }
}
