internal import ArgumentParser
internal import Diagnostics
internal import Rules

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
