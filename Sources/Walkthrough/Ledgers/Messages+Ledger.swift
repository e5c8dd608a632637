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
}
