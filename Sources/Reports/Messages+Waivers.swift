internal import Diagnostics
internal import Rules

/// The words of the list of waivers.
extension Messages {
  /// Introduces who answers for a waiver.
  static let owner = LocalizedText(zh: "责任人：", en: "owner: ")
  /// Says that nothing is waived.
  static let noWaivers = LocalizedText(
    zh: "没有豁免（guidelint-waivers.yaml 不存在或为空）。", en: "There are no waivers (no guidelint-waivers.yaml, or an empty one)."
  )
  /// Heads the columns of the tables.
  static let waiverHeader = [
    LocalizedText(zh: "状态", en: "state"), LocalizedText(zh: "规则", en: "rule"),
    LocalizedText(zh: "文档", en: "document"), LocalizedText(zh: "位置", en: "path"),
    LocalizedText(zh: "责任人", en: "owner"), LocalizedText(zh: "批准人", en: "approver"),
    LocalizedText(zh: "理由", en: "reason"), LocalizedText(zh: "批准日期", en: "granted"),
    LocalizedText(zh: "到期日期", en: "expires"), LocalizedText(zh: "剩余天数", en: "days left"),
    LocalizedText(zh: "涉及问题", en: "covers"), LocalizedText(zh: "写在", en: "stated at"),
  ]

  /// The word for a state.
  static func name(of state: WaiverState) -> LocalizedText {
    switch state {
    case .active: LocalizedText(zh: "有效", en: "active")
    case .nearExpiry: LocalizedText(zh: "即将到期", en: "near expiry")
    case .expired: LocalizedText(zh: "已到期", en: "expired")
    case .pending: LocalizedText(zh: "尚未生效", en: "not yet in force")
    case .unused: LocalizedText(zh: "未使用", en: "unused")
    }
  }

  /// The state of a waiver with its days.
  static func name(of status: WaiverStatus) -> LocalizedText {
    let name = name(of: status.state)
    let (granted, expires) = (status.waiver.granted.value.text, status.waiver.expires.value.text)
    let days = abs(status.daysLeft)
    let rest =
      status.daysLeft < 0
      ? LocalizedText(zh: "已过 \(days) 天", en: "\(days) \(days == 1 ? "day" : "days") ago")
      : LocalizedText(zh: "还有 \(days) 天", en: "\(days) \(days == 1 ? "day" : "days") left")
    return LocalizedText(
      zh: "\(name.zh)：\(granted) 至 \(expires)（\(rest.zh)）", en: "\(name.en): \(granted) to \(expires) (\(rest.en))")
  }

  /// Who agreed to a waiver, behind its owner.
  static func approvedBy(_ name: String) -> LocalizedText {
    LocalizedText(zh: "，批准人：\(name)", en: ", approved by \(name)")
  }

  /// How many results a waiver covers.
  static func covered(_ count: Int, state: WaiverState) -> LocalizedText {
    let things = count == 1 ? "1 fault" : "\(count) faults"
    return state == .expired
      ? LocalizedText(zh: "涉及 \(count) 个问题，已重新计入", en: "\(things), which \(count == 1 ? "counts" : "count") again")
      : LocalizedText(zh: "涉及 \(count) 个问题", en: "covers \(things)")
  }

  /// How many waivers there are.
  static func waiverTotal(_ count: Int, _ states: String) -> LocalizedText {
    LocalizedText(zh: "共 \(count) 条豁免：\(states)。", en: "\(count) \(count == 1 ? "waiver" : "waivers"): \(states).")
  }

  /// Who accepted a result, and until when, behind the reason.
  static func waiverTerms(owner: String?, expires: String?) -> LocalizedText {
    let zh = [owner.map { "责任人：\($0)" }, expires.map { "至 \($0)" }].compactMap { $0 }
    let en = [owner.map { "owner: \($0)" }, expires.map { "until \($0)" }].compactMap { $0 }
    return LocalizedText(
      zh: zh.isEmpty ? "" : "（\(zh.joined(separator: "，"))）", en: en.isEmpty ? "" : " (\(en.joined(separator: ", ")))")
  }
}
