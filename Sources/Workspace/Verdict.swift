package import Diagnostics
package import Rules

/// How a run ends: its exit code and the one line that says why.
package struct Verdict: Sendable {
  /// 0 = passed, 1 = failed, 2 = cannot be trusted.
  package let exitCode: Int32
  /// Files, rules, results by state, and why the process exits as it does.
  package let lastLine: LocalizedText

  /// Judges a run. 2 wins over 1.
  /// - Parameter milliseconds: wall time that the run took.
  package init(report: LintReport, messages: [RunMessage], failLevel: Severity?, milliseconds: Int) {
    let isTrusted = report.isComplete && !messages.contains(where: \.isFailure)
    let failing = report.diagnostics.count { diagnostic in
      guard diagnostic.state == .fail, let failLevel else { return false }
      return diagnostic.severity >= failLevel
    }
    exitCode = !isTrusted ? 2 : failing > 0 ? 1 : 0
    let counts = report.counts
    let zh: String
    let en: String
    switch exitCode {
    case 2:
      zh = "结论不可信：检查未能完整进行（退出码 2）。"
      en = "the verdict cannot be trusted, because the run is not complete (exit 2)."
    case 1:
      zh = "不通过：\(failing) 处达到 \(failLevel?.token ?? "") 及以上（退出码 1）。"
      en = "failed: \(failing) at or above \(failLevel?.token ?? "") (exit 1)."
    default:
      zh = "通过（退出码 0）。"
      en = "passed (exit 0)."
    }
    lastLine = LocalizedText(
      zh: "文件 \(report.fileCount) 个，规则 \(report.rules.count) 条；"
        + "符合 \(counts.pass)，不符合 \(counts.fail)，不适用 \(counts.notApplicable)，已豁免 \(counts.waived)，"
        + "出错 \(counts.error)；用时 \(Verdict.seconds(milliseconds)) 秒。" + zh,
      en: "\(Verdict.counted(report.fileCount, "file")), \(Verdict.counted(report.rules.count, "rule")); "
        + "\(counts.pass) pass, \(counts.fail) fail, \(counts.notApplicable) not applicable, "
        + "\(counts.waived) waived, \(counts.error) error; \(Verdict.seconds(milliseconds)) s; " + en)
  }

  private static func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

  private static func seconds(_ milliseconds: Int) -> String {
    let hundredths = (milliseconds + 5) / 10
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }
}
