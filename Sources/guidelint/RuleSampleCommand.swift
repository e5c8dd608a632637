internal import ArgumentParser
internal import Diagnostics
internal import Reports
internal import Rules
internal import Workspace

/// `guidelint rule sample RULE PATH…`
struct RuleSampleCommand: DocumentedCommand {
  /// Name and abstract.
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "sample",
      abstract: words("从真实目录中抽取一条规则的结果，供逐条核对。", "Draws findings of a rule on a real catalog, to be read one by one."))
  }

  /// What stands at the end of the help page.
  static let examples = [
    "guidelint rule sample material-catch-all catalog",
    "guidelint rule sample phone-same catalog --count 20 --seed 4",
    "guidelint rule sample steps-missing catalog/as-found --lang en",
  ]

  @Argument(help: ArgumentHelp(words("规则编号", "Rule id"), valueName: "rule"))
  var rule: String

  @Argument(help: ArgumentHelp(words("目录的文件或文件夹", "Files or folders of the catalog"), valueName: "path"))
  var paths: [String]

  @Option(name: .shortAndLong, help: ArgumentHelp(words("抽取多少条", "How many to draw"), valueName: "n"))
  var count = 20

  @Option(
    help: ArgumentHelp(words("随机种子；同一种子抽到同样的结果", "Seed; the same one draws the same findings"), valueName: "n"))
  var seed: UInt64 = 1

  @OptionGroup var languageOptions: LanguageOptions

  /// Refuses to draw nothing.
  func validate() throws {
    if count < 1 { throw ValidationError(words("--count 应为正整数。", "--count must be a positive number.")) }
  }

  /// Lints with this rule alone and prints what was drawn; exits with 2 where the run is incomplete.
  func run() throws {
    let environment = ProcessEnvironment.current()
    var request = LintRequest()
    request.paths = paths
    request.only = [rule]
    let outcome = LintRun(request: request, environment: environment, fileSystem: DiskFileSystem()).run()
    let language = languageOptions.language?.language ?? outcome.language ?? processLanguage
    var report = outcome.report
    let all = report.diagnostics.filter { $0.rule == rule }.count
    let isComplete = report.isComplete
    for message in outcome.messages where message.isFailure { printError(message.text[language]) }
    report.diagnostics = report.sample(of: rule, count: count, seed: seed)
    let options = ReportOptions(language: language, width: environment.outputWidth)
    var bytes: [UInt8] = []
    TextReporter().writeDiagnostics(of: report, options: options) { bytes.append(contentsOf: $0) }
    print(String(decoding: bytes, as: UTF8.self), terminator: "")
    printError(
      words(
        "共 \(all) 条，抽取 \(report.diagnostics.count) 条（种子 \(seed)）。",
        "\(report.diagnostics.count) of \(all) findings drawn with seed \(seed)."))
    if !isComplete { throw ExitCode(2) }
  }
}
