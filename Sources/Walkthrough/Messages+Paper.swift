internal import Diagnostics
internal import Rules

extension Messages {
  /// What a checklist says on paper: as Markdown, as a spreadsheet and as a Word file.
  enum Paper {
    /// What it is.
    static let title = LocalizedText(zh: "走流程检查单", en: "Walk checklist")
    /// What is filled in or known before, in the order of the sheet.
    static let department = LocalizedText(zh: "实施部门", en: "Department")
    /// 实施编码
    static let code = LocalizedText(zh: "实施编码", en: "Code")
    /// 事项版本
    static let version = LocalizedText(zh: "指南版本", en: "Guide version")
    /// The variant that is applied for.
    static let variant = LocalizedText(zh: "办理项", en: "Variant")
    /// The day.
    static let date = LocalizedText(zh: "日期", en: "Date")
    /// The round.
    static let round = LocalizedText(zh: "轮次", en: "Round")
    /// How it is walked.
    static let mode = LocalizedText(zh: "体验方式", en: "Mode")
    /// As whom.
    static let persona = LocalizedText(zh: "体验身份", en: "Coming as")
    /// Through which channel.
    static let channel = LocalizedText(zh: "渠道", en: "Channel")
    /// Who walks, with unit and role.
    static let reviewer = LocalizedText(zh: "体验人", en: "Reviewer")
    /// Where.
    static let place = LocalizedText(zh: "地点", en: "Place")
    /// Clock times.
    static let times = [
      LocalizedText(zh: "取号", en: "Ticket"), LocalizedText(zh: "叫号", en: "Called"),
      LocalizedText(zh: "受理", en: "Accepted"), LocalizedText(zh: "离场", en: "Left"),
    ]
    /// Heading of the clock times.
    static let clock = LocalizedText(zh: "时间", en: "Times")
    /// Room for a clock time.
    static let blankTime = LocalizedText(zh: "＿＿:＿＿", en: "__:__")
    /// What has to be chosen by hand.
    static let any = LocalizedText(zh: "不限", en: "any")

    /// 走前
    static let before = LocalizedText(zh: "走前：瞄准问题", en: "Before: what to aim at")
    /// There is nothing to aim at.
    static let nothing = LocalizedText(zh: "程序没有查出问题。", en: "The linter found nothing.")
    /// How many findings have no room.
    static func more(_ count: Int) -> LocalizedText {
      LocalizedText(zh: "另有 \(count) 类问题，见完整版（--full）。", en: "\(count) more kinds of findings: see --full.")
    }

    /// Other places of a fault.
    static func places(_ count: Int) -> LocalizedText {
      LocalizedText(zh: "（共 \(count) 处）", en: " (\(count) places)")
    }

    /// 走中
    static let during = LocalizedText(zh: "走中：逐项对照", en: "During: compare")
    /// Headings of the comparison.
    static let columns = [
      LocalizedText(zh: "指南写的", en: "In the guide"), LocalizedText(zh: "现场实际", en: "Found"),
      LocalizedText(zh: "是否一致", en: "Agrees?"), LocalizedText(zh: "说明", en: "Note"),
    ]
    /// What a line may come to.
    static let findings = [
      LocalizedText(zh: "一致", en: "same"), LocalizedText(zh: "不一致", en: "differs"),
      LocalizedText(zh: "未涉及", en: "not met"),
    ]
    /// What a question may come to.
    static let answers = [
      LocalizedText(zh: "没问题", en: "fine"), LocalizedText(zh: "有问题", en: "problem"),
      LocalizedText(zh: "未涉及", en: "not met"),
    ]
    /// What a stage may come to.
    static let passages = [
      LocalizedText(zh: "顺畅", en: "smooth"), LocalizedText(zh: "卡住", en: "stuck"),
      LocalizedText(zh: "未走到", en: "not reached"),
    ]
    /// 指南之外另要的材料
    static let extra = LocalizedText(zh: "指南之外另要的材料（最要紧）", en: "Asked for, but not in the guide (the gravest)")
    /// How many lines have no room.
    static func omitted(_ count: Int, isFull: Bool) -> LocalizedText {
      isFull
        ? LocalizedText(zh: "另有 \(count) 行没有列出。", en: "\(count) more lines are not listed.")
        : LocalizedText(zh: "另有 \(count) 行见完整版（--full）。", en: "\(count) more lines: see --full.")
    }
    /// Heading of the questions.
    static let questions = LocalizedText(zh: "要人去看去问的", en: "What only a person can see")
    /// Heading of the stages.
    static let stages = LocalizedText(zh: "走到哪一步，顺不顺", en: "Stage by stage")

    /// 走后
    static let after = LocalizedText(zh: "走后：打分、建议、结论", en: "After: scores, suggestions, conclusion")
    /// Headings of the scores.
    static let scoreColumns = [
      LocalizedText(zh: "评价", en: "Question"), LocalizedText(zh: "得分 1-5", en: "Score 1-5"),
      LocalizedText(zh: "5 分", en: "5"), LocalizedText(zh: "1 分", en: "1"),
    ]
    /// How it ended.
    static let outcome = LocalizedText(zh: "办成没有", en: "Was it done?")
    /// The three ends.
    static let outcomes = [
      LocalizedText(zh: "办成", en: "done"), LocalizedText(zh: "部分办成", en: "partly"),
      LocalizedText(zh: "没办成", en: "not done"),
    ]
    /// 办不了 / 很难办 / 不给办
    static let obstacles = [
      LocalizedText(zh: "哪个环节办不了", en: "Where it cannot be done"),
      LocalizedText(zh: "什么地方很难办", en: "Where it is hard"),
      LocalizedText(zh: "因为什么不给办", en: "Why it is refused"),
    ]
    /// A suggestion.
    static let suggestion = LocalizedText(zh: "建议（至少一条）", en: "Suggestion (at least one)")
    /// The conclusion.
    static let conclusion = LocalizedText(zh: "一句话结论", en: "Conclusion in one sentence")
    /// What must not be written down.
    static let privacy = LocalizedText(
      zh: "不记办事群众的姓名、证件号码和电话。", en: "Note no applicant's name, identity number or telephone.")

    /// Annex.
    static let annex = LocalizedText(
      zh: "附页：程序已经查实的问题，不用再到现场证明", en: "Annex: what the linter has proved, and needs no proof on the spot")
    /// Headings of the annex.
    static let annexColumns = [
      LocalizedText(zh: "级别", en: "Severity"), LocalizedText(zh: "问题", en: "Finding"),
      LocalizedText(zh: "怎么改", en: "Remedy"), LocalizedText(zh: "位置、规则", en: "Place, rule"),
    ]
    /// A severity in a word.
    static func name(of severity: Severity) -> LocalizedText {
      switch severity {
      case .error: LocalizedText(zh: "错误", en: "error")
      case .warning: LocalizedText(zh: "警告", en: "warning")
      case .info: LocalizedText(zh: "提示", en: "note")
      }
    }

    /// What kind of thing a line is.
    static func name(of subject: GuideLine.Subject) -> LocalizedText {
      switch subject {
      case .material: LocalizedText(zh: "材料", en: "Paper")
      case .step: LocalizedText(zh: "环节", en: "Step")
      case .limit: LocalizedText(zh: "时限", en: "Limit")
      case .visits: LocalizedText(zh: "跑动", en: "Visits")
      case .fee: LocalizedText(zh: "收费", en: "Fee")
      case .address: LocalizedText(zh: "地址", en: "Place")
      case .hours: LocalizedText(zh: "时间", en: "Hours")
      case .phone: LocalizedText(zh: "电话", en: "Phone")
      case .link: LocalizedText(zh: "网址", en: "Link")
      case .result: LocalizedText(zh: "结果", en: "Result")
      case .member: LocalizedText(zh: "成员", en: "Member")
      }
    }

    /// How a line is tried out, where it is not by looking.
    static func trial(_ subject: GuideLine.Subject) -> LocalizedText? {
      switch subject {
      case .phone: LocalizedText(zh: "拨打：接了吗", en: "dialled: answered?")
      case .link: LocalizedText(zh: "打开：能用吗", en: "opened: does it work?")
      default: nil
      }
    }

    /// What stands below each page.
    static func footer(_ version: String) -> LocalizedText {
      LocalizedText(zh: "guidelint \(version) 生成", en: "made by guidelint \(version)")
    }
  }
}
