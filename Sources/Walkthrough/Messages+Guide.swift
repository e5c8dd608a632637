internal import Diagnostics

/// The words of a guide's fields, as a checklist puts them into sentences.
extension Messages {
  /// Whether a material has to be handed in.
  static func need(_ token: String) -> LocalizedText? {
    switch token {
    case "required": LocalizedText(zh: "必要", en: "required")
    case "optional": LocalizedText(zh: "非必要", en: "optional")
    case "deferrable": LocalizedText(zh: "可容缺后补", en: "may follow later")
    default: nil
    }
  }

  /// By when a material that may follow later has to be there.
  static func deferral(_ limit: LocalizedText) -> LocalizedText {
    LocalizedText(zh: "可容缺，\(limit.zh)内补齐", en: "may follow within \(limit.en)")
  }

  /// In which form a material is handed in.
  static func form(_ token: String) -> LocalizedText? {
    switch token {
    case "original": LocalizedText(zh: "原件", en: "original")
    case "copy": LocalizedText(zh: "复印件", en: "copy")
    case "original-and-copy": LocalizedText(zh: "原件和复印件", en: "original and copy")
    case "copy-checked": LocalizedText(zh: "验原件收复印件", en: "copy, checked against the original")
    default: nil
    }
  }

  /// How many are handed in.
  static func copies(_ count: Int) -> LocalizedText {
    LocalizedText(zh: "\(count) 份", en: "\(count) of it")
  }

  /// How many originals and how many copies are handed in.
  static func copies(originals: Int?, copies: Int?) -> LocalizedText? {
    switch (originals, copies) {
    case (let originals?, let copies?):
      LocalizedText(zh: "原件 \(originals) 份、复印件 \(copies) 份", en: "originals: \(originals), copies: \(copies)")
    case (let originals?, nil): LocalizedText(zh: "原件 \(originals) 份", en: "originals: \(originals)")
    case (nil, let copies?): LocalizedText(zh: "复印件 \(copies) 份", en: "copies: \(copies)")
    case (nil, nil): nil
    }
  }

  /// On what a material is.
  static func medium(_ token: String) -> LocalizedText? {
    switch token {
    case "paper": LocalizedText(zh: "纸质", en: "on paper")
    case "electronic": LocalizedText(zh: "电子", en: "electronic")
    case "either": LocalizedText(zh: "纸质或者电子", en: "on paper or electronic")
    default: nil
    }
  }

  /// Why a material need not be handed in.
  static func exemption(_ token: String) -> LocalizedText? {
    switch token {
    case "e-licence": LocalizedText(zh: "免提交（电子证照）", en: "not handed in: e-licence")
    case "data-sharing": LocalizedText(zh: "免提交（数据共享）", en: "not handed in: shared data")
    case "internal-check": LocalizedText(zh: "免提交（内部核查）", en: "not handed in: checked by the office")
    case "commitment": LocalizedText(zh: "免提交（告知承诺）", en: "not handed in: a signed commitment instead")
    case "member-result": LocalizedText(zh: "免提交（成员事项的结果）", en: "not handed in: result of another member")
    default: nil
    }
  }

  /// One of several materials is enough.
  static func oneOf(_ names: [LocalizedText]) -> LocalizedText {
    LocalizedText(
      zh: "任选其一：" + names.map(\.zh).joined(separator: "、"), en: "one of: " + names.map(\.en).joined(separator: ", "))
  }

  /// In which situation something applies.
  static func situation(_ question: LocalizedText, _ answers: [LocalizedText]) -> LocalizedText {
    LocalizedText(
      zh: "限“\(question.zh)”答“\(answers.map(\.zh).joined(separator: "”“"))”",
      en: "only if “\(question.en)” is answered “\(answers.map(\.en).joined(separator: "” or “"))”")
  }

  /// Yes or no.
  static func answer(_ isYes: Bool) -> LocalizedText {
    isYes ? LocalizedText(zh: "是", en: "yes") : LocalizedText(zh: "否", en: "no")
  }

  /// Who acts where it is not the authority.
  static func actor(_ token: String) -> LocalizedText? {
    switch token {
    case "applicant": LocalizedText(zh: "申请人", en: "applicant")
    case "third-party": LocalizedText(zh: "第三方", en: "third party")
    default: nil
    }
  }

  /// What is special about a step.
  static func special(_ token: String) -> LocalizedText? {
    switch token {
    case "hearing": LocalizedText(zh: "听证", en: "hearing")
    case "tender": LocalizedText(zh: "招标", en: "tender")
    case "auction": LocalizedText(zh: "拍卖", en: "auction")
    case "examination": LocalizedText(zh: "检验", en: "examination")
    case "testing": LocalizedText(zh: "检测", en: "testing")
    case "quarantine": LocalizedText(zh: "检疫", en: "quarantine")
    case "appraisal": LocalizedText(zh: "鉴定", en: "appraisal")
    case "expert-review": LocalizedText(zh: "专家评审", en: "expert review")
    case "site-check": LocalizedText(zh: "现场勘验", en: "check on site")
    default: nil
    }
  }

  /// A step for which the applicant has to come.
  static let onSite = LocalizedText(zh: "申请人要到现场", en: "the applicant has to be there")
  /// 法定办结时限
  static let statutoryLimit = LocalizedText(zh: "法定办结时限", en: "Statutory time limit")
  /// 承诺办结时限
  static let promisedLimit = LocalizedText(zh: "承诺办结时限", en: "Promised time limit")
  /// 到办事现场次数
  static let visits = LocalizedText(zh: "到办事现场次数", en: "Visits to the office")
  /// 收费
  static let fee = LocalizedText(zh: "收费", en: "Fees")
  /// `fees: []`
  static let free = LocalizedText(zh: "不收费", en: "free of charge")

  /// How often one has to come.
  static func visits(_ count: Int) -> LocalizedText {
    LocalizedText(zh: "\(count) 次", en: count == 1 ? "1 visit" : "\(count) visits")
  }

  /// How often one has to come on one channel.
  static func visits(_ count: Int, on channel: LocalizedText) -> LocalizedText {
    LocalizedText(zh: "\(channel.zh) \(count) 次", en: "\(channel.en): \(count)")
  }

  /// For which variants a line is.
  static func only(_ variants: [LocalizedText]) -> LocalizedText {
    LocalizedText(
      zh: "限" + variants.map(\.zh).joined(separator: "、"), en: "only for " + variants.map(\.en).joined(separator: ", "))
  }

  /// Something that a variant has of its own.
  static func of(_ variant: LocalizedText, _ about: LocalizedText) -> LocalizedText {
    LocalizedText(zh: "\(about.zh)（\(variant.zh)）", en: "\(about.en) (\(variant.en))")
  }

  /// Who need not pay.
  static func waiver(_ text: LocalizedText) -> LocalizedText {
    LocalizedText(zh: "减免：\(text.zh)", en: "waived: \(text.en)")
  }

  /// Where one pays.
  static func payment(_ ways: [LocalizedText]) -> LocalizedText {
    LocalizedText(
      zh: ways.map(\.zh).joined(separator: "或者") + "缴费", en: "paid " + ways.map(\.en).joined(separator: " or "))
  }

  /// One way of paying.
  static func paymentWay(_ token: String) -> LocalizedText? {
    switch token {
    case "window": LocalizedText(zh: "窗口", en: "at the counter")
    case "online": LocalizedText(zh: "网上", en: "online")
    default: nil
    }
  }

  /// One way in which a result is handed over.
  static func delivery(_ token: String) -> LocalizedText? {
    switch token {
    case "window": LocalizedText(zh: "窗口领取", en: "collected at the counter")
    case "mail": LocalizedText(zh: "邮寄", en: "by post")
    case "electronic": LocalizedText(zh: "电子送达", en: "electronically")
    default: nil
    }
  }

  /// How soon a result is handed over.
  static func deliveredWithin(_ limit: LocalizedText) -> LocalizedText {
    LocalizedText(zh: "作出决定后送达：\(limit.zh)", en: "handed over after the decision: \(limit.en)")
  }

  /// How long a result holds.
  static func validFor(_ limit: LocalizedText) -> LocalizedText {
    LocalizedText(zh: "有效期：\(limit.zh)", en: "valid: \(limit.en)")
  }

  /// A member that an applicant may leave out.
  static let optionalMember = LocalizedText(zh: "可不办", en: "optional")
}

/// The words of channels and contacts.
extension Messages {
  /// Name of a type of channel.
  static func channelType(_ token: String) -> LocalizedText {
    switch token {
    case "window": LocalizedText(zh: "窗口", en: "Counter")
    case "pc": LocalizedText(zh: "网站", en: "Website")
    case "app": LocalizedText(zh: "手机应用", en: "Mobile app")
    case "mini-program": LocalizedText(zh: "小程序", en: "Mini-program")
    case "kiosk": LocalizedText(zh: "自助终端", en: "Kiosk")
    case "mail": LocalizedText(zh: "邮寄", en: "Post")
    case "home": LocalizedText(zh: "上门", en: "Home visit")
    case "video": LocalizedText(zh: "视频", en: "Video")
    case "hotline": LocalizedText(zh: "热线", en: "Hotline")
    default: LocalizedText(zh: token, en: token)
    }
  }

  /// What a line says of a channel.
  static func line(of name: LocalizedText, _ part: GuideLine.Subject) -> LocalizedText {
    switch part {
    case .hours: LocalizedText(zh: "\(name.zh)办理时间", en: "\(name.en), opening hours")
    case .phone: LocalizedText(zh: "\(name.zh)电话", en: "\(name.en), telephone")
    case .link: LocalizedText(zh: "\(name.zh)网址", en: "\(name.en), address on the web")
    default: LocalizedText(zh: "\(name.zh)地址", en: "\(name.en), address")
    }
  }

  /// Whom a contact is for.
  static func contact(_ kind: String) -> LocalizedText {
    switch kind {
    case "consultation": LocalizedText(zh: "咨询", en: "Enquiries")
    case "complaint": LocalizedText(zh: "投诉", en: "Complaints")
    case "english": LocalizedText(zh: "英语服务", en: "English service")
    default: LocalizedText(zh: kind, en: kind)
    }
  }
}
