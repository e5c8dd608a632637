import Diagnostics

/// What reading and editing a ledger says.
extension Messages {
  /// A file without a ledger.
  static func noLedger(in path: String, id: String?) -> LocalizedText {
    LocalizedText(
      zh: "“\(path)”中没有" + (id.map { "编号为“\($0)”的" } ?? "") + "整改台账（kind: Ledger）。",
      en: "“\(path)” holds no ledger (kind: Ledger)" + (id.map { " with the id “\($0)”" } ?? "") + ".")
  }

  /// A row whose cells cannot be changed without touching more.
  static func editRefused(_ row: String) -> LocalizedText {
    LocalizedText(
      zh: "第“\(row)”行没有改动：按现在的写法（例如别名，或者夹在中间的注释），改一格会动到别的内容；请用编辑器修改这一行。",
      en:
        "Row “\(row)” was left as it is: the way it is written (an alias, or a comment in between, say) does not let one "
        + "cell be changed alone. Edit the row by hand.")
  }

  /// What a severity is called.
  static func severity(_ severity: Severity) -> LocalizedText {
    switch severity {
    case .error: LocalizedText(zh: "错误", en: "error")
    case .warning: LocalizedText(zh: "警告", en: "warning")
    case .info: LocalizedText(zh: "提示", en: "info")
    }
  }

  /// What a ledger without a name is called.
  static let ledger = LocalizedText(zh: "整改台账", en: "Rectification ledger")
  /// Behind a deadline that has passed.
  static let overdueMark = LocalizedText(zh: "（逾期）", en: " (overdue)")
  /// Above the answer of a unit.
  static let slipAnswer = LocalizedText(zh: "整改反馈（请填写）", en: "Answer (to be filled in)")
  /// In place of a unit that no row names.
  static let noUnit = LocalizedText(zh: "未定牵头单位", en: "no lead unit")

  /// How many rows there are in each state.
  static func ledgerSummary(
    _ count: Int, _ states: [(label: LocalizedText, count: Int)], overdue: Int, on day: String
  ) -> LocalizedText {
    let zh = states.map { "\($0.label.zh) \($0.count)" }.joined(separator: "，")
    let en = states.map { "\($0.count) \($0.label.en)" }.joined(separator: ", ")
    return LocalizedText(
      zh: "截至 \(day)，共 \(count) 项" + (zh.isEmpty ? "" : "：\(zh)") + (overdue > 0 ? "；逾期 \(overdue) 项" : "") + "。",
      en: "\(day): \(count) \(count == 1 ? "row" : "rows")" + (en.isEmpty ? "" : ": \(en)")
        + (overdue > 0 ? "; \(overdue) overdue" : "") + ".")
  }

  /// Heading of a slip.
  static func slipTitle(_ unit: String, round: String?) -> LocalizedText {
    LocalizedText(
      zh: "工作提示单：\(unit)" + (round.map { "（\($0)）" } ?? ""), en: "Work slip: \(unit)" + (round.map { " (\($0))" } ?? "")
    )
  }

  /// What a slip asks for.
  static func slipRequest(_ count: Int, on day: String) -> LocalizedText {
    LocalizedText(
      zh: "截至 \(day)，下列 \(count) 个问题由你单位牵头整改。请逐条查明成因、定出措施，在时限前改好并反馈；能立行立改的即时整改，同类问题一并查改。",
      en:
        "As of \(day) your unit leads on the \(count) \(count == 1 ? "problem" : "problems") below. Find the cause of each, "
        + "set a measure, mend it by its deadline and report back; look for the same elsewhere.")
  }
}
