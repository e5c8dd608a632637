package import Diagnostics
package import Rules

/// What a run of `guidelint fix` comes to, in one line.
package struct FixSummary: Sendable {
  /// The line.
  package let line: LocalizedText

  /// Counts what was repaired and what is left.
  /// - Parameter isDryRun: whether nothing was written, because only the difference was asked for.
  package init(_ outcome: FixOutcome, applying applied: Set<Applicability>, isDryRun: Bool) {
    let files = outcome.files.filter { $0.before != $0.after }
    var byRule: [String: Int] = [:]
    for diagnostic in files.flatMap(\.passes).flatMap(\.diagnostics) { byRule[diagnostic.rule, default: 0] += 1 }
    let repaired = byRule.values.reduce(0, +)
    let rules = byRule.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\($0.key) \($0.value)" }
    let left = outcome.report.diagnostics.filter { $0.state == .fail }
    let offered = left.compactMap(\.fix?.applicability)
    func open(_ kind: Applicability) -> Int { applied.contains(kind) ? 0 : offered.count { $0 == kind } }
    let (unsafe, suggested, rejected) = (open(.unsafe), open(.suggestion), outcome.rejected.count)
    var zh = isDryRun ? "可以修改 \(repaired) 处" : "已修改 \(repaired) 处"
    var en = "\(isDryRun ? "would fix" : "fixed") \(Verdict.counted(repaired, "finding"))"
    if repaired > 0 {
      zh += "（\(rules.joined(separator: "，"))），涉及 \(files.count) 个文件"
      en += " in \(Verdict.counted(files.count, "file")) (\(rules.joined(separator: ", ")))"
    }
    zh += "；还有 \(left.count) 处没有修改"
    en += "; \(left.count) left"
    var rest: [(zh: String, en: String)] = []
    if unsafe > 0 { rest.append(("\(unsafe) 处加 --unsafe 可以修改", "\(unsafe) with --unsafe")) }
    if suggested > 0 { rest.append(("\(suggested) 处用 -i 逐条确认后可以修改", "\(suggested) with -i")) }
    if rejected > 0 { rest.append(("\(rejected) 处改后会有新的问题，已撤销", "\(rejected) taken back because they do harm")) }
    if !rest.isEmpty {
      zh += "，其中 " + rest.map(\.zh).joined(separator: "、")
      en += ", of which " + rest.map(\.en).joined(separator: ", ")
    }
    line = LocalizedText(zh: zh + "。", en: en + ".")
  }
}
