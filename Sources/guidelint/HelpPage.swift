internal import Encoding
internal import ArgumentParser
import Foundation
internal import Reports

/// The help of one verb in the language of the process, made from ArgumentParser's own description and the examples.
enum HelpPage {
  /// Columns of a page; a terminal has at least as many.
  private static let width = 80
  /// Columns before the explanations.
  private static let indent = 27

  /// The page for the verb that the arguments name: one screen for `--help`, everything for `help VERB`.
  static func text(for arguments: [String]) -> String {
    let verbs = arguments.filter { !$0.hasPrefix("-") && $0 != "help" }
    let description = CommandDescription.program().find(verbs)
    let command = type(at: description.path.split(separator: " ").dropFirst().map(String.init))
    return text(of: description, command, isWhole: arguments.first == "help")
  }

  /// The type behind a path of verbs; the root for an unknown one.
  static func type(at verbs: [String]) -> any ParsableCommand.Type {
    var found: any ParsableCommand.Type = GuidelintCommand.self
    for verb in verbs {
      guard let next = found.configuration.subcommands.first(where: { $0.configuration.commandName == verb }) else {
        return found
      }
      found = next
    }
    return found
  }

  /// The examples of a verb.
  static func examples(of command: any ParsableCommand.Type) -> [String] {
    (command as? any DocumentedCommand.Type)?.examples ?? LintCommand.examples
  }

  private static func text(
    of description: CommandDescription, _ command: any ParsableCommand.Type, isWhole: Bool
  ) -> String {
    var lines = paragraph(description.abstract ?? "")
    if isWhole, let discussion = description.discussion { lines += [""] + paragraph(discussion) }
    lines += ["", words("用法：", "USAGE: ") + description.usage]
    let rare = isWhole ? [] : (command as? any DocumentedCommand.Type)?.rareOptions ?? []
    let common = (description.positionals + description.options).filter { !rare.contains($0.longName) }
    if !common.isEmpty { lines += ["", words("选项：", "OPTIONS:")] }
    for argument in common { lines += row(argument.label, argument.summary) }
    if !rare.isEmpty {
      let names = description.options.map(\.longName).filter(rare.contains).joined(separator: words("、", ", "))
      let page = "guidelint help \(description.path.split(separator: " ").dropFirst().joined(separator: " "))"
      lines += [""] + paragraph(words("另有 \(names)，说明见 \(page)。", "Also \(names): see \(page)."))
    }
    if !description.shownCommands.isEmpty { lines += ["", words("子命令：", "COMMANDS:")] }
    for verb in description.shownCommands {
      let isDefault = description.commandName == "guidelint" && verb.commandName == "lint"
      lines += row(verb.commandName + (isDefault ? words("（默认）", " (default)") : ""), verb.abstract ?? "")
    }
    lines += ["", words("示例：", "EXAMPLES:")] + examples(of: command).map { "  \($0)" }
    return lines.joined(separator: "\n")
  }

  private static func paragraph(_ text: String) -> [String] { LineWrapping.lines(of: text, width: width) }

  /// A label with its explanation beside it, or below where the label is long.
  private static func row(_ label: String, _ text: String) -> [String] {
    let space = indent - 2 - DisplayWidth.of(label)
    let lines = LineWrapping.lines(of: text, width: width, first: indent, hanging: indent)
    let margin = String(repeating: " ", count: indent)
    guard let first = lines.first, space >= 1 else { return ["  " + label] + lines.map { margin + $0 } }
    return ["  " + label + String(repeating: " ", count: space) + first] + lines.dropFirst().map { margin + $0 }
  }

  /// An error of the command line with the way to the help.
  static func usageError(_ message: String) -> String {
    let label = words("错误：", "error: ")
    return label + translatedError(message) + "\n"
      + words("用 guidelint --help 查看用法。", "See guidelint --help for how to use it.")
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
