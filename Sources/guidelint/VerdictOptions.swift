internal import ArgumentParser
internal import Diagnostics

/// What of a run's results is shown, and which of them fail it.
struct VerdictOptions: ParsableArguments {
  @Option(
    name: .customLong("fail-level"),
    help: ArgumentHelp(
      words(
        "达到此级别即不通过（退出码 1）：error（默认）、warning、info、never",
        "Lowest severity that fails (exit 1): error (default), warning, info, never"), valueName: "level"))
  var statedLevel: FailLevel?

  @Flag(help: ArgumentHelp(words("有警告也不通过，即 --fail-level warning", "Warnings fail too: --fail-level warning")))
  var strict = false

  @Option(help: ArgumentHelp(words("警告超过 n 处即不通过", "More than n warnings fail"), valueName: "n"))
  var maxWarnings: Int?

  @Flag(help: ArgumentHelp(words("不通过时也以 0 退出（结论不可信时仍为 2）", "Exit 0 where it would be 1; 2 stays 2")))
  var exitZero = false

  @Option(
    help: ArgumentHelp(
      words("只显示此级别及以上：error、warning、info（默认）", "Show this severity and above: error, warning, info (default)"),
      valueName: "level"))
  var minLevel: ShownLevel = .info

  @Flag(name: .shortAndLong, help: ArgumentHelp(words("只输出结果，不输出小结和进度", "Print the diagnostics and nothing else")))
  var quiet = false

  /// The lowest severity that fails; nil for none.
  var failLevel: Severity? {
    if let statedLevel { return statedLevel.severity }
    return strict ? .warning : .error
  }

  /// Refuses flags that contradict each other.
  func validate() throws {
    if strict, let statedLevel, statedLevel != .warning {
      throw ValidationError(
        words(
          "--strict 就是 --fail-level warning，不能与 --fail-level \(statedLevel.rawValue) 同用。",
          "--strict is --fail-level warning and does not go with --fail-level \(statedLevel.rawValue)."))
    }
    if let maxWarnings, maxWarnings < 0 {
      throw ValidationError(
        words("--max-warnings 应为 0 或正整数，现为 \(maxWarnings)。", "--max-warnings must be 0 or more, not \(maxWarnings)."))
    }
    let judged = [failLevel, maxWarnings == nil ? nil : .warning].compactMap(\.self).min()
    if let judged, judged < minLevel.severity {
      throw ValidationError(
        words(
          "--min-level \(minLevel.rawValue) 会隐藏导致不通过的 \(judged.token) 结果，请一并调整判定级别。",
          "--min-level \(minLevel.rawValue) would hide the \(judged.token) results that can fail the run; "
            + "change one of the two."))
    }
  }
}

/// The lowest severity that is shown.
enum ShownLevel: String, ExpressibleByArgument, CaseIterable {
  case error, warning, info

  /// The severity.
  var severity: Severity { Severity(token: rawValue) ?? .info }
}
