internal import Diagnostics
internal import Rules

/// Every sentence that reports add to what rules and readers say.
enum Messages {
  /// Introduces what a fault costs the applicant.
  static let why = LocalizedText(zh: "为什么：", en: "why: ")
  /// Introduces what is to be done.
  static let remedy = LocalizedText(zh: "怎么改：", en: "how to fix: ")
  /// Introduces the law.
  static let source = LocalizedText(zh: "依据：", en: "source: ")
  /// Introduces the reason of a waiver.
  static let waiver = LocalizedText(zh: "豁免理由：", en: "waived because: ")
  /// Stands between counts.
  static let countSeparator = LocalizedText(zh: "、", en: ", ")
  /// Heads the columns of the table of aspects.
  static let tableHeader = [
    LocalizedText(zh: "方面", en: "aspect"), LocalizedText(zh: "规则", en: "rules"),
    LocalizedText(zh: "符合", en: "pass"), LocalizedText(zh: "不符合", en: "fail"),
    LocalizedText(zh: "不适用", en: "n/a"),
  ]
  /// Says that the catalog is clean.
  static let noFindings = LocalizedText(zh: "未发现问题。", en: "No findings.")
  /// Says that there was nothing to judge.
  static let nothingRead = LocalizedText(
    zh: "没有读到任何文档，未作检查。", en: "No document was read, so nothing was checked.")
  /// Says that the run's verdict must not be relied on.
  static let incomplete = LocalizedText(
    zh: "本次检查不完整，结果不能作为结论。", en: "This run is incomplete: its result is not a verdict.")

  /// What stands before the message: severity, rule and, where it is not a plain failure, the state; of a failure also
  /// whether a safe fix is at hand.
  static func header(
    severity: Severity, rule: String?, state: ResultState, isFixable: Bool = false
  ) -> LocalizedText {
    let name = name(of: severity)
    let rule = rule.map { "[\($0)]" } ?? ""
    let remark: LocalizedText
    switch state {
    case .waived: remark = LocalizedText(zh: "（已豁免）", en: " (waived)")
    case .error: remark = LocalizedText(zh: "（未能判断）", en: " (not evaluated)")
    case .fail where isFixable: remark = LocalizedText(zh: "（可自动修改）", en: " (fixable)")
    case .pass, .fail, .notApplicable: remark = LocalizedText(zh: "", en: "")
    }
    return LocalizedText(zh: "\(name.zh)\(rule)\(remark.zh)：", en: "\(name.en)\(rule)\(remark.en): ")
  }

  /// The word for a severity.
  static func name(of severity: Severity) -> LocalizedText {
    switch severity {
    case .error: LocalizedText(zh: "错误", en: "error")
    case .warning: LocalizedText(zh: "警告", en: "warning")
    case .info: LocalizedText(zh: "提示", en: "info")
    }
  }

  /// The reviewers' name of an aspect; rules without one are about codes and format.
  static func name(of aspect: Aspect?) -> LocalizedText {
    aspect?.name ?? LocalizedText(zh: "编码与格式", en: "codes and format")
  }

  /// Heads a group of diagnostics.
  static func heading(_ name: String, places: Int) -> LocalizedText {
    LocalizedText(zh: "\(name)（\(places) 处）", en: "\(name) (\(plural(places, "place", "places")))")
  }

  /// Heads the table of the rules with most diagnostics.
  static let frequentHeader = [
    LocalizedText(zh: "最常见的问题", en: "most frequent"), LocalizedText(zh: "处数", en: "places"),
  ]

  /// Says that a range goes on below the line that is shown.
  static func goesOn(toLine line: Int) -> LocalizedText {
    LocalizedText(zh: "延续到第 \(line) 行", en: "goes on to line \(line)")
  }

  /// Says how many related places are left out.
  static func furtherPlaces(_ count: Int) -> LocalizedText {
    LocalizedText(zh: "另有 \(count) 处", en: plural(count, "more place", "more places"))
  }

  /// A number of diagnostics of one severity.
  static func count(_ count: Int, of severity: Severity) -> LocalizedText {
    switch severity {
    case .error: LocalizedText(zh: "\(count) 个错误", en: plural(count, "error", "errors"))
    case .warning: LocalizedText(zh: "\(count) 个警告", en: plural(count, "warning", "warnings"))
    case .info: LocalizedText(zh: "\(count) 条提示", en: "\(count) info")
    }
  }

  /// A number of waived results.
  static func waivedCount(_ count: Int) -> LocalizedText {
    LocalizedText(zh: "\(count) 条已豁免", en: "\(count) waived")
  }

  /// A number of results that the baseline accepts.
  static func baselineCount(_ count: Int) -> LocalizedText {
    LocalizedText(zh: "基线内 \(count) 条（不逐条列出）", en: "\(count) in the baseline (not listed)")
  }

  /// A number of results that could not be judged.
  static func unevaluatedCount(_ count: Int) -> LocalizedText {
    LocalizedText(zh: "\(count) 条未能判断", en: "\(count) not evaluated")
  }

  /// The sentence around the counts by severity.
  static func found(_ list: String) -> LocalizedText {
    LocalizedText(zh: "发现 \(list)。", en: "Found \(list).")
  }

  /// Says how many failures `guidelint fix` can repair, and how many more with `--unsafe`.
  static func fixable(_ safe: Int, unsafe: Int) -> LocalizedText {
    var text = LocalizedText(
      zh: "其中 \(safe) 处可用 guidelint fix 自动修改", en: "\(safe) can be repaired by guidelint fix")
    if unsafe > 0 {
      text.zh += "，另有 \(unsafe) 处加 --unsafe 可以修改"
      text.en += ", \(unsafe) more with --unsafe"
    }
    return LocalizedText(zh: text.zh + "。", en: text.en + ".")
  }

  /// The sentence around the counts of what is no plain failure.
  static func besides(_ list: String) -> LocalizedText {
    LocalizedText(zh: "另有 \(list)。", en: "Besides: \(list).")
  }

  /// Says what was read and how many rules judged it.
  static func checked(files: Int, documents: Int, rules: Int) -> LocalizedText {
    LocalizedText(
      zh: "检查了 \(files) 个文件、\(documents) 份文档，用了 \(rules) 条规则。",
      en: "Checked \(plural(files, "file", "files")) with \(plural(documents, "document", "documents")) "
        + "against \(plural(rules, "rule", "rules")).")
  }

  /// An English count with its noun.
  private static func plural(_ count: Int, _ one: String, _ many: String) -> String {
    "\(count) \(count == 1 ? one : many)"
  }
}
