internal import Diagnostics

extension Messages {
  /// Why a run's verdict means nothing.
  static let notTrusted = LocalizedText(
    zh: "结论不可信：检查未能完整进行（退出码 2）。",
    en: "the verdict cannot be trusted, because the run is not complete (exit 2).")

  /// How many diagnostics reach the level that fails.
  static func reached(_ count: Int, _ level: Severity) -> LocalizedText {
    LocalizedText(zh: "\(count) 处达到 \(level.token) 及以上", en: "\(count) at or above \(level.token)")
  }

  /// More warnings than `--max-warnings` lets pass.
  static func tooManyWarnings(_ count: Int, most: Int) -> LocalizedText {
    LocalizedText(
      zh: "警告 \(count) 处，超过 --max-warnings 允许的 \(most) 处",
      en: "\(count) \(count == 1 ? "warning" : "warnings") where --max-warnings allows \(most)")
  }

  /// A run that passes; diagnostics below the fail level are counted.
  static func passed(_ count: Int, _ level: Severity?) -> LocalizedText {
    if count == 0 { return LocalizedText(zh: "通过（退出码 0）。", en: "passed (exit 0).") }
    guard let level else {
      return LocalizedText(
        zh: "有 \(count) 处不符合，按 --fail-level never 通过（退出码 0）。",
        en: "passed with \(count) found, because of --fail-level never (exit 0).")
    }
    return LocalizedText(
      zh: "通过：\(count) 处均低于 \(level.token)（退出码 0）。", en: "passed: all \(count) below \(level.token) (exit 0).")
  }

  /// A run that fails.
  static func failed(_ reasons: [LocalizedText]) -> LocalizedText {
    let reason = joined(reasons)
    return LocalizedText(zh: "不通过：\(reason.zh)（退出码 1）。", en: "failed: \(reason.en) (exit 1).")
  }

  /// A run that fails and exits with 0.
  static func failedWithZero(_ reasons: [LocalizedText]) -> LocalizedText {
    let reason = joined(reasons)
    return LocalizedText(
      zh: "不通过：\(reason.zh)；按 --exit-zero 以 0 退出。", en: "failed: \(reason.en); exit 0 because of --exit-zero.")
  }

  private static func joined(_ reasons: [LocalizedText]) -> LocalizedText {
    LocalizedText(zh: reasons.map(\.zh).joined(separator: "；"), en: reasons.map(\.en).joined(separator: "; "))
  }

  /// The progress line.
  static func progress(_ done: Int, of total: Int) -> LocalizedText {
    // Rules and files are read before the first is checked.
    if total == 0 { return LocalizedText(zh: "正在读取规则和文件", en: "reading rules and files") }
    return LocalizedText(zh: "正在检查：\(done)/\(total) 个文件", en: "linting: \(done) of \(total) files")
  }
}
