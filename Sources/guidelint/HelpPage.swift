internal import ArgumentParser
import Foundation

/// The help of one verb in the language of the process: ArgumentParser's page with headings translated and examples.
enum HelpPage {
  /// The page for the verb that the arguments name.
  static func text(for arguments: [String]) -> String {
    let verbs = arguments.filter { !$0.hasPrefix("-") && $0 != "help" }
    let verb = verbs.first ?? ""
    let page: String
    let examples: [String]
    switch (verb, verbs.dropFirst().first) {
    case ("lint", _):
      page = GuidelintCommand.helpMessage(for: LintCommand.self, columns: 100)
      examples = LintCommand.examples
    case ("rule", let ruleWord):
      let ruleVerb = ruleVerb(ruleWord)
      page = GuidelintCommand.helpMessage(for: ruleVerb.command, columns: 100)
      examples = ruleVerb.examples
    case ("explain", _):
      page = GuidelintCommand.helpMessage(for: ExplainCommand.self, columns: 100)
      examples = ExplainCommand.examples
    default:
      page = GuidelintCommand.helpMessage(columns: 100)
      examples = LintCommand.examples
    }
    return translated(withoutValueLists(page)).trimmingCharacters(in: .newlines) + "\n\n"
      + words("示例：", "EXAMPLES:") + "\n" + examples.map { "  \($0)" }.joined(separator: "\n")
  }

  /// An error of the command line with the way to the help.
  static func usageError(_ message: String) -> String {
    let label = words("错误：", "error: ")
    return label + translatedError(message) + "\n"
      + words("用 guidelint --help 查看用法。", "See guidelint --help for how to use it.")
  }

  /// The verb below `rule` that a word names, with examples of its own.
  private static func ruleVerb(_ word: String?) -> (command: any ParsableCommand.Type, examples: [String]) {
    switch word {
    case "list": (RuleListCommand.self, RuleListCommand.examples)
    case "show": (RuleShowCommand.self, RuleShowCommand.examples)
    case "test": (RuleTestCommand.self, RuleTestCommand.examples)
    case "new": (RuleNewCommand.self, RuleNewCommand.examples)
    default: (RuleCommand.self, RuleCommand.examples)
    }
  }

  // Our own words for an option name its values and default; ArgumentParser would repeat them in English.
  private static func withoutValueLists(_ page: String) -> String {
    var page = page
    while let start = page.range(of: "(values:"), let end = page.range(of: ")", range: start.upperBound..<page.endIndex)
    {
      let before = page[..<start.lowerBound].lastIndex { !$0.isWhitespace }
      page.removeSubrange((before.map { page.index(after: $0) } ?? start.lowerBound)..<end.upperBound)
    }
    return page
  }

  private static let headings = [
    ("OVERVIEW: ", ""), ("USAGE: ", "用法："), ("ARGUMENTS:", "参数："), ("OPTIONS:", "选项："),
    ("SUBCOMMANDS:", "子命令："), ("Show the version.", "显示版本。"), ("Show help information.", "显示帮助。"),
    ("<subcommand>", "<子命令>"), ("[<options>]", "[<选项>]"), ("lint (default)          ", "lint（默认）            "),
  ]

  private static func translated(_ page: String) -> String {
    guard processLanguage == .zh else { return page }
    var lines: [String] = []
    for line in page.split(separator: "\n", omittingEmptySubsequences: false) {
      var line = String(line)
      if line.contains("See 'guidelint help") { line = "  用 guidelint <子命令> --help 查看详细说明。" }
      for (en, zh) in headings {
        if let range = line.range(of: en) { line.replaceSubrange(range, with: zh) }
      }
      lines.append(line)
    }
    return lines.joined(separator: "\n")
  }

  private static let errorWordings = [
    ("Unknown option ", "没有这个选项："), ("Missing value for ", "选项缺少取值："),
    ("Missing expected argument ", "缺少参数："), ("Unexpected argument ", "多余的参数："),
    ("The value ", "取值 "), (" is invalid for ", " 不适用于 "),
  ]

  private static func translatedError(_ message: String) -> String {
    guard processLanguage == .zh else { return message }
    return errorWordings.reduce(message) { $0.replacingOccurrences(of: $1.0, with: $1.1) }
  }
}
