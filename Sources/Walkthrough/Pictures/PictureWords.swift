internal import Diagnostics
internal import Drawing

/// The words of process pictures.
enum PictureWords {
  /// The phases of a process with what they are called, in order.
  static let phases: [(token: String, name: LocalizedText)] = [
    ("application", LocalizedText(zh: "申请", en: "Application")),
    ("acceptance", LocalizedText(zh: "受理", en: "Acceptance")),
    ("review", LocalizedText(zh: "审查", en: "Review")),
    ("decision", LocalizedText(zh: "决定", en: "Decision")),
    ("issue", LocalizedText(zh: "颁证", en: "Issue")),
    ("delivery", LocalizedText(zh: "送达", en: "Delivery")),
    ("follow-up", LocalizedText(zh: "事后监管", en: "Follow-up")),
  ]

  /// The special procedures with what they are called.
  private static let procedures: [String: LocalizedText] = [
    "hearing": LocalizedText(zh: "听证", en: "Hearing"),
    "tender": LocalizedText(zh: "招标", en: "Tender"),
    "auction": LocalizedText(zh: "拍卖", en: "Auction"),
    "examination": LocalizedText(zh: "检验", en: "Examination"),
    "testing": LocalizedText(zh: "检测", en: "Testing"),
    "quarantine": LocalizedText(zh: "检疫", en: "Quarantine"),
    "appraisal": LocalizedText(zh: "鉴定", en: "Appraisal"),
    "expert-review": LocalizedText(zh: "专家评审", en: "Expert review"),
    "site-check": LocalizedText(zh: "现场核查", en: "On-site check"),
  ]

  /// What a special procedure is called; one that the format does not know keeps its name.
  static func procedure(_ token: String) -> LocalizedText {
    procedures[token] ?? LocalizedText(zh: token, en: token)
  }

  /// Where a process begins.
  static let start = LocalizedText(zh: "开始", en: "Start")
  /// Where a process ends.
  static let end = LocalizedText(zh: "办结", en: "End")
  /// Whoever applies.
  static let applicant = LocalizedText(zh: "申请人", en: "Applicant")
  /// Neither applicant nor office.
  static let thirdParty = LocalizedText(zh: "第三方机构", en: "Third party")
  /// The applicant has to come.
  static let visit = LocalizedText(zh: "到场办理", en: "In person")
  /// An office works on site.
  static let onSite = LocalizedText(zh: "现场", en: "On site")
  /// The applicant may leave it out.
  static let optional = LocalizedText(zh: "可选", en: "Optional")
  /// Handled outside the catalog.
  static let external = LocalizedText(zh: "目录外办理", en: "Outside the catalog")
  /// What thick lines are in a process.
  static let longestPath = LocalizedText(zh: "最长路径", en: "Longest path")
  /// What thick lines are among members.
  static let longestWait = LocalizedText(zh: "耗时最长的先后次序", en: "The order that takes longest")
  /// What dashed lines are in a process.
  static let wayBack = LocalizedText(zh: "退回", en: "Back to an earlier step")
  /// What dashed lines are among members.
  static let circle = LocalizedText(zh: "互相等待", en: "Waiting for each other")

  /// What stands before a condition.
  static func condition(_ words: LocalizedText) -> LocalizedText {
    LocalizedText(zh: "◇ " + words.zh, en: "◇ " + words.en)
  }

  /// The title of a process, of one variant or of all.
  static func process(_ name: LocalizedText, variant: LocalizedText?) -> LocalizedText {
    guard let variant else { return LocalizedText(zh: "\(name.zh)：办理流程", en: "\(name.en): process") }
    return LocalizedText(zh: "\(name.zh)（\(variant.zh)）：办理流程", en: "\(name.en) (\(variant.en)): process")
  }

  /// The title of the members of a bundle.
  static func members(_ name: LocalizedText) -> LocalizedText {
    LocalizedText(zh: "\(name.zh)：成员事项", en: "\(name.en): members")
  }
}

extension ChartText {
  /// A text of the document in both languages.
  init(_ text: LocalizedText) { self.init(zh: text.zh, en: text.en) }

  /// Parts of one line, in both languages; nil where there are none.
  init?(joining parts: [LocalizedText?]) {
    let parts = parts.compactMap { $0 }
    guard !parts.isEmpty else { return nil }
    self.init(
      zh: parts.map(\.zh).joined(separator: " · "), en: parts.map(\.en).joined(separator: " · "))
  }
}
