internal import ArgumentParser
internal import Diagnostics
internal import Reports
internal import Rules
internal import Workspace

/// `guidelint [lint] [PATH…]`
struct LintCommand: ParsableCommand {
  /// Name and abstract.
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "lint",
      abstract: words("检查目录（默认命令）。", "Checks a catalog; the default verb."))
  }

  /// What stands at the end of the help page.
  static let examples = [
    "guidelint lint catalog/",
    "guidelint lint items/food-business-licence.yaml --only materials,limit-promised-missing",
    "guidelint lint -f json -o report.json --fail-level warning",
  ]

  @Argument(help: ArgumentHelp(words("文件或文件夹（默认当前文件夹）", "Files and folders (default: this folder)"), valueName: "path"))
  var paths: [String] = []

  @Option(
    name: [.customShort("c"), .customLong("config")],
    help: ArgumentHelp(
      words("配置文件（默认向上查找 guidelint.yaml）", "Configuration (default: the nearest guidelint.yaml)"), valueName: "file"))
  var configurationPath: String?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      words("输出格式：text 或 json，可重复，可写 json=文件", "text or json; repeatable; json=FILE writes a file"),
      valueName: "name[=file]"))
  var format: [String] = []

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(words("只有一种格式时的输出文件", "Where to write, if there is one format"), valueName: "file"))
  var output: String?

  @Option(
    help: ArgumentHelp(words("只运行这些规则（编号、规则包或通配符）", "Run only these rules (id, pack or glob)"), valueName: "rule"))
  var only: [String] = []

  @Option(help: ArgumentHelp(words("不运行这些规则", "Leave these rules out"), valueName: "rule"))
  var skip: [String] = []

  @Option(
    name: .customLong("set"),
    help: ArgumentHelp(words("设置规则参数", "Set a rule's parameter"), valueName: "rule.param=value"))
  var parameters: [String] = []

  @Option(
    name: .customLong("severity"),
    help: ArgumentHelp(
      words("设置规则的严重程度：error、warning、info 或 off", "Set a rule's severity: error, warning, info or off"),
      valueName: "rule=severity"))
  var severities: [String] = []

  @Option(
    help: ArgumentHelp(
      words(
        "达到此严重程度即判不通过（退出码 1）：error、warning、info、never（默认 error）",
        "Lowest severity that fails (exit 1): error, warning, info, never (default: error)"), valueName: "level"))
  var failLevel: FailLevel = .error

  @Option(
    help: ArgumentHelp(
      words("与此文件夹中的旧版目录对照，检查改动", "Compare with the older catalog in this folder, and judge the change"),
      valueName: "folder"))
  var against: String?

  @Option(help: ArgumentHelp(words("不检查的文件（gitignore 写法）", "Files to leave out (gitignore syntax)"), valueName: "glob"))
  var exclude: [String] = []

  @Option(
    name: [.customShort("j", allowingJoined: true), .long],
    help: ArgumentHelp(words("并行数（默认按处理器核数）", "Workers (default: one per core)"), valueName: "n"))
  var jobs: Int?

  @Option(help: ArgumentHelp(words("规则所见的“今天”，YYYY-MM-DD", "The day that rules see, YYYY-MM-DD"), valueName: "date"))
  var today: String?

  @Option(
    help: ArgumentHelp(
      words("颜色：auto、always、never（默认 auto）", "Colours: auto, always, never (default: auto)"), valueName: "when"))
  var color: ColorMode = .auto

  @Flag(help: ArgumentHelp(words("不使用缓存", "Do not use a cache")))
  var noCache = false

  @Option(
    name: .customLong("cache-dir"), help: ArgumentHelp(words("缓存文件夹", "Folder of the cache"), valueName: "folder"))
  var cacheFolder: String?

  @OptionGroup var languageOptions: LanguageOptions

  /// Refuses values that no run could honour.
  func validate() throws {
    if let jobs, jobs < 1 {
      throw ValidationError(words("-j 应为正整数，现为 \(jobs)。", "-j must be a positive number, not \(jobs)."))
    }
    if let today, !isDate(today) {
      throw ValidationError(
        words("--today 应为 YYYY-MM-DD 形式的日期，现为“\(today)”。", "--today must be a date as YYYY-MM-DD, not “\(today)”."))
    }
    _ = try outputs()
  }

  /// Lints, reports, exits.
  func run() throws {
    let start = ContinuousClock.now
    let environment = ProcessEnvironment.current()
    let files = DiskFileSystem()
    let outcome = LintRun(request: request, environment: environment, fileSystem: files).run()
    let language = languageOptions.language?.language ?? outcome.language ?? processLanguage
    var outcomeMessages = outcome.messages
    for target in try outputs() {
      let options = ReportOptions(
        language: language, color: target.file == nil && usesColor(environment), width: environment.outputWidth)
      let inputs = paths + (configurationPath.map { [$0] } ?? [])
      if let failure = ReportOutput(files, environment, inputs: inputs).write(
        outcome.report, as: target.format, to: target.file, options: options)
      {
        outcomeMessages.append(failure)
      }
    }
    for message in outcomeMessages { printError(message.text[language]) }
    let elapsed = ContinuousClock.now - start
    let verdict = Verdict(
      report: outcome.report, messages: outcomeMessages, failLevel: failLevel.severity,
      milliseconds: Int(elapsed / .milliseconds(1)))
    printError(verdict.lastLine[language])
    throw ExitCode(verdict.exitCode)
  }

  private var request: LintRequest {
    var request = LintRequest()
    request.paths = paths
    request.configurationPath = configurationPath
    request.excluded = exclude
    request.against = against
    request.only = commaSeparated(only)
    request.skip = commaSeparated(skip)
    request.parameters = parameters
    request.severities = commaSeparated(severities)
    request.jobs = jobs
    request.today = today
    return request
  }

  private func usesColor(_ environment: ProcessEnvironment) -> Bool {
    switch color {
    case .always: true
    case .never: false
    case .auto: environment.outputIsTerminal && !environment.refusesColor
    }
  }

  /// The formats asked for with their files; two outputs to one place are refused.
  private func outputs() throws -> [(format: ReportFormat, file: String?)] {
    var outputs: [(format: ReportFormat, file: String?)] = []
    for value in commaSeparated(format) {
      let parts = value.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      guard let format = ReportFormat(token: parts[0]) else {
        let known = ReportFormat.allCases.map(\.token)
        throw ValidationError(unknownFormat(parts[0], known))
      }
      outputs.append((format, parts.count > 1 ? parts[1] : nil))
    }
    if outputs.isEmpty { outputs = [(.text, nil)] }
    if let output {
      guard outputs.count == 1, outputs[0].file == nil else {
        throw ValidationError(
          words("-o 只能与单个 -f 同用；多个格式请写 -f 名称=文件。", "-o goes with a single -f; for several, write -f name=file."))
      }
      outputs[0].file = output
    }
    let folder = ProcessEnvironment.current().workingDirectory
    let places = outputs.map { $0.file.map { PathName.absolute($0, in: folder) } ?? "" }
    guard Set(places).count == places.count else {
      throw ValidationError(
        words("两个格式不能写到同一处；请写 -f 名称=文件。", "Two formats cannot go to one place; write -f name=file."))
    }
    return outputs
  }

  private func unknownFormat(_ name: String, _ known: [String]) -> String {
    let hint = nearestName(to: name, among: known).map { words("是否指 \($0)？", " Did you mean \($0)?") } ?? ""
    let list = known.joined(separator: words("、", ", "))
    return words("没有“\(name)”这种格式，可用：\(list)。\(hint)", "There is no format “\(name)”; there are: \(list).\(hint)")
  }

  private func isDate(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [4, 2, 2], parts.allSatisfy({ $0.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } }),
      let month = Int(parts[1]), let day = Int(parts[2])
    else { return false }
    guard let year = Int(parts[0]), (1...12).contains(month) else { return false }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return (1...lengths[month - 1]).contains(day)
  }
}
