internal import Diagnostics
internal import Reports
internal import Rules

/// Asks on the terminal which fixes are wanted.
final class FixDialogue {
  private let language: Language
  private let color: Bool
  /// The answer to everything that is still to be asked; nil while each is asked.
  private var standing: Bool?

  /// Asks in a language.
  init(language: Language, color: Bool) {
    self.language = language
    self.color = color
  }

  /// Shows a finding with what its fix would change, and asks; the end of input is “quit”.
  func isWanted(_ diagnostic: ReportedDiagnostic, in report: LintReport) -> Bool {
    if let standing { return standing }
    guard let fix = diagnostic.fix, let source = report.sources[diagnostic.file] else { return false }
    let selection = FixSelection([diagnostic], in: source.bytes)
    let difference = UnifiedDiff.text(
      diagnostic.file, from: source.bytes, to: selection.apply(to: source.bytes), color: color)
    printError("\(diagnostic.severity.token)[\(diagnostic.rule)]: \(diagnostic.message[language])")
    printError(String(decoding: difference.dropLast(), as: UTF8.self))
    while true {
      let answers = say("[y 是 / n 否 / a 全部 / q 结束]", "[y/n/a/q]")
      printError("\(fix.title[language])\(remark(fix.applicability)) \(answers)")
      switch readLine()?.lowercased() {
      case "y", "yes", "是": return true
      case "n", "no", "否": return false
      case "a", "all", "全部":
        standing = true
        return true
      case "q", "quit", "结束", nil:
        standing = false
        return false
      default:
        printError(say("请回答 y、n、a 或 q。", "Please answer y, n, a or q."))
      }
    }
  }

  private func remark(_ applicability: Applicability) -> String {
    switch applicability {
    case .safe: say("？", "?")
    case .unsafe: say("（可能改变意思）？", " (may change the meaning)?")
    case .suggestion: say("（须由人补全）？", " (to be completed by hand)?")
    }
  }

  private func say(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }
}
