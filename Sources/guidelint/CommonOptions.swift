internal import ArgumentParser
internal import Diagnostics
internal import Reports
internal import Rules
internal import Workspace

/// Options that several verbs share.
struct LanguageOptions: ParsableArguments {
  @Option(
    name: .customLong("lang"),
    help: ArgumentHelp(
      words("输出语言：zh 或 en（默认按系统语言，无法判断时为 zh）", "Language of messages: zh or en (default: the locale's, else zh)"),
      valueName: "zh|en"))
  var language: LanguageToken?
}

/// A language as the command line writes it.
enum LanguageToken: String, ExpressibleByArgument {
  case zh, en

  /// The language.
  var language: Language { self == .zh ? .zh : .en }
}

/// When to colour the text report.
enum ColorMode: String, ExpressibleByArgument, CaseIterable {
  case auto, always, never
}

/// What the text report puts together, as the command line writes it.
enum GroupingToken: String, ExpressibleByArgument, CaseIterable {
  case file, item, rule

  /// The grouping.
  var grouping: ReportGrouping {
    switch self {
    case .file: .file
    case .item: .item
    case .rule: .rule
    }
  }
}

/// The lowest severity that makes a run fail.
enum FailLevel: String, ExpressibleByArgument, CaseIterable {
  case error, warning, info, never

  /// The severity; nil for `never`.
  var severity: Severity? { Severity(token: rawValue) }
}

/// Splits repeated values that may hold commas.
func commaSeparated(_ values: [String]) -> [String] {
  values.flatMap { $0.split(separator: ",").map(String.init) }
}

/// Ends the process where outputs are not as they can be written.
func refuse(_ faults: [RunMessage], _ language: Language) throws {
  guard !faults.isEmpty else { return }
  printError(HelpPage.usageError(faults.map { $0.text[language] }.joined(separator: "\n")))
  throw ExitCode(2)
}
