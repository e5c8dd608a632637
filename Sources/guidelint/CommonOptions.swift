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

/// The configuration that several verbs may be told.
struct ConfigurationOptions: ParsableArguments {
  @Option(
    name: [.customShort("c"), .customLong("config")],
    help: ArgumentHelp(
      words("配置文件（默认向上查找 guidelint.yaml）", "Configuration (default: the nearest guidelint.yaml)"), valueName: "file"))
  var path: String?
}

/// The day that several verbs may be told.
struct DayOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      words("规则所见的“今天”，YYYY-MM-DD", "The day that rules see as today, YYYY-MM-DD"), valueName: "date"))
  var today: String?

  /// Refuses a day that does not exist.
  func validate() throws { try Self.check(today, "--today") }

  /// Refuses text that is no day.
  static func check(_ text: String?, _ option: String) throws {
    guard let text, CalendarDay(text) == nil else { return }
    throw ValidationError(
      words("\(option) 应为 YYYY-MM-DD 形式的日期，现为“\(text)”。", "\(option) must be a date as YYYY-MM-DD, not “\(text)”."))
  }
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
