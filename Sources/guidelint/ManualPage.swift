internal import Workspace

/// The man page, written in roff from the same description as the help.
enum ManualPage {
  /// The page in the language of the process.
  static func text() -> String {
    let program = CommandDescription.program()
    var lines = [
      ".TH GUIDELINT 1 \"\" \"guidelint \(Tool.version)\" \"\(words("用户命令", "User Commands"))\"",
      // Chinese lines have no spaces to widen, and Latin words in them are not to be broken.
      ".ad l", ".nh", ".SH \(words("名称", "NAME"))", "guidelint \\- " + escaped(program.abstract ?? ""),
      ".SH \(words("概要", "SYNOPSIS"))",
    ]
    for verb in program.shownCommands {
      lines += [".B " + escaped(verb.path), ".br"]
    }
    lines.removeLast()
    lines += section(words("说明", "DESCRIPTION"), description)
    lines.append(".SH \(words("子命令", "COMMANDS"))")
    for verb in program.shownCommands { lines += self.lines(of: verb) }
    lines.append(".SH \(words("退出码", "EXIT STATUS"))")
    for (code, meaning) in exitCodes { lines += [".TP", ".B \(code)", escaped(meaning)] }
    lines.append(".SH \(words("文件", "FILES"))")
    for (file, meaning) in files { lines += [".TP", ".I " + escaped(file), escaped(meaning)] }
    lines.append(".SH \(words("环境变量", "ENVIRONMENT"))")
    for (name, meaning) in variables { lines += [".TP", ".B " + escaped(name), escaped(meaning)] }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func lines(of verb: CommandDescription) -> [String] {
    var lines = [".SS " + escaped(verb.usage), escaped(verb.abstract ?? "")]
    if let discussion = verb.discussion { lines += [".PP", escaped(discussion)] }
    for argument in verb.positionals + verb.options where argument.longName != "--help" {
      lines += [".TP", ".B " + escaped(argument.label), escaped(argument.summary)]
    }
    if verb.shownCommands.isEmpty {
      lines += [".PP", words("示例：", "Examples:")]
      let path = verb.path.split(separator: " ").dropFirst().map(String.init)
      for example in HelpPage.examples(of: HelpPage.type(at: path)) {
        lines += [".PP", ".RS", ".nf", escaped(example), ".fi", ".RE"]
      }
    }
    for part in verb.shownCommands { lines += self.lines(of: part) }
    return lines
  }

  private static func section(_ title: String, _ paragraphs: [String]) -> [String] {
    [".SH " + title] + paragraphs.flatMap { [".PP", escaped($0)] }
  }

  /// Text that roff takes for nothing but text.
  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for character in text {
      switch character {
      case "\\": escaped += "\\e"
      case "-": escaped += "\\-"
      case "\n": escaped += "\n.br\n"
      default: escaped.append(character)
      }
    }
    // A control character at the start of a line would be a request.
    return escaped.hasPrefix(".") || escaped.hasPrefix("'") ? "\\&" + escaped : escaped
  }

  private static var description: [String] {
    [
      words(
        "检查用 YAML 写的政务服务办事指南（ServiceItem）和“一件事”（Bundle）：字段与格式、环节与时限、材料、收费、渠道，以及它们之间是否一致。",
        "Checks government service guides (ServiceItem) and bundles of services (Bundle) written in YAML: fields and "
          + "formats, steps and time limits, materials, fees, channels, and whether they agree with each other."),
      words(
        "配置文件是 guidelint.yaml，从被检查的文件所在文件夹向上查找；没有配置时按推荐规则检查。",
        "The configuration is guidelint.yaml, looked for from the folder of the checked file upward; without one the "
          + "recommended rules are used."),
    ]
  }

  private static var exitCodes: [(String, String)] {
    [
      ("0", words("检查完整，没有达到判定级别的问题。", "The run is complete and nothing reaches the fail level.")),
      (
        "1",
        words("检查完整，有达到判定级别的问题。", "The run is complete and something reaches the fail level.")
      ),
      (
        "2",
        words(
          "结论不可信：选项、配置或规则有误，路径不存在或读不了，没有可检查的文件，达到了上限，或内部出错。",
          "The verdict cannot be trusted: a bad flag, configuration or rule, a path that is missing or cannot be read, "
            + "nothing to check, a bound that was reached, or an internal error.")
      ),
    ]
  }

  private static var files: [(String, String)] {
    [
      ("guidelint.yaml", words("目录的配置。", "The configuration of a catalog.")),
      (
        "guidelint-waivers.yaml",
        words("豁免清单：规则、事项、责任人、理由和期限。", "Waivers: rule, item, owner, reason and expiry.")
      ),
      ("guidelint-baseline.jsonl", words("基线：既有问题。", "The baseline: faults that were there before.")),
    ]
  }

  private static var variables: [(String, String)] {
    [
      ("LC_ALL, LC_MESSAGES, LANG", words("输出语言。", "The language of messages.")),
      ("NO_COLOR", words("设置后不使用颜色。", "Turns colours off.")),
      ("CI", words("设置后不显示进度。", "Turns the progress line off.")),
    ]
  }
}
