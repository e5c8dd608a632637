package import Diagnostics
package import Rules

/// How a run ends: its exit code and the one line that says why.
package struct Verdict: Sendable {
  /// 0 = passed, 1 = failed, 2 = cannot be trusted.
  package let exitCode: Int32
  /// Files, rules, results by state, and why the process exits as it does.
  package let lastLine: LocalizedText

  /// Judges a run. 2 wins over 1.
  /// - Parameters:
  ///   - failLevel: lowest severity that fails; nil for none.
  ///   - mostWarnings: how many warnings pass; nil for any number.
  ///   - isExitZero: whether a failed run exits with 0 all the same.
  ///   - change: what changed, where only that is reported.
  ///   - milliseconds: wall time that the run took.
  package init(
    report: LintReport, messages: [RunMessage], failLevel: Severity?, mostWarnings: Int? = nil,
    isExitZero: Bool = false, change: ChangeSummary? = nil, milliseconds: Int
  ) {
    let isTrusted = report.isComplete && !messages.contains(where: \.isFailure)
    let failed = report.diagnostics.indices.compactMap { index in
      report.diagnostics[index].state == .fail ? report.diagnostics[index].severity : nil
    }
    let failing = failed.count { severity in failLevel.map { severity >= $0 } ?? false }
    let warnings = failed.count { $0 == .warning }
    var reasons: [LocalizedText] = []
    if failing > 0, let failLevel { reasons.append(Messages.reached(failing, failLevel)) }
    if let mostWarnings, warnings > mostWarnings {
      reasons.append(Messages.tooManyWarnings(warnings, most: mostWarnings))
    }
    exitCode = !isTrusted ? 2 : reasons.isEmpty || isExitZero ? 0 : 1
    let reason: LocalizedText
    if !isTrusted {
      reason = Messages.notTrusted
    } else if reasons.isEmpty {
      reason = Messages.passed(failed.count, failLevel)
    } else {
      reason = isExitZero ? Messages.failedWithZero(reasons) : Messages.failed(reasons)
    }
    let counts = report.counts
    let changed = change.map(Messages.changed) ?? LocalizedText(zh: "", en: "")
    lastLine = LocalizedText(
      zh: "文件 \(report.fileCount) 个，规则 \(report.rules.count) 条；"
        + "符合 \(counts.pass)，不符合 \(counts.fail)，不适用 \(counts.notApplicable)，已豁免 \(counts.waived)，"
        + "出错 \(counts.error)；" + changed.zh + "用时 \(Verdict.seconds(milliseconds)) 秒。" + reason.zh,
      en: "\(Verdict.counted(report.fileCount, "file")), \(Verdict.counted(report.rules.count, "rule")); "
        + "\(counts.pass) pass, \(counts.fail) fail, \(counts.notApplicable) not applicable, "
        + "\(counts.waived) waived, \(counts.error) error; " + changed.en + "\(Verdict.seconds(milliseconds)) s; "
        + reason.en)
  }

  /// A number with an English noun, in the plural where there are several.
  static func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

  private static func seconds(_ milliseconds: Int) -> String {
    let hundredths = (milliseconds + 5) / 10
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }
}
