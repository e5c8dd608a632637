internal import ArgumentParser
internal import Diagnostics
internal import Reports
internal import Rules
internal import Workspace

/// `guidelint [lint] [PATH…]`
struct LintCommand: DocumentedCommand {
  /// Name and abstract.
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "lint",
      abstract: words("检查目录（默认命令）。", "Checks a catalog; the default verb."))
  }

  /// What stands at the end of the help page.
  static let examples = [
    "guidelint lint catalog/",
    "guidelint lint items/water-supply.yaml --only materials,visits-over-one",
    "guidelint lint -f json -o report.json --fail-level warning",
  ]

  /// What the one-screen help only lists.
  static let rareOptions = [
    "--set", "--severity", "--exclude", "--baseline-strict", "--group-by", "--stdin-filename", "--jobs", "--today",
    "--color", "--no-cache", "--cache-dir",
  ]

  @Argument(help: ArgumentHelp(words("文件或文件夹（默认当前文件夹）", "Files and folders (default: this folder)"), valueName: "path"))
  var paths: [String] = []

  @OptionGroup var configurationOptions: ConfigurationOptions

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      words(
        "输出格式，可重复，可写 json=文件：text、json、sarif、junit、checkstyle、github、gitlab、markdown、csv、html",
        "Repeatable; json=FILE writes a file: "
          + "text, json, sarif, junit, checkstyle, github, gitlab, markdown, csv, html"),
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

  @OptionGroup var verdictOptions: VerdictOptions

  @Option(
    help: ArgumentHelp(
      words(
        "与旧版对照，检查改动：文件夹或 git 版本（同名时取文件夹）",
        "Compare with an older version, and judge the change: a folder, else a git revision"), valueName: "folder|rev"))
  var against: String?

  @Option(
    help: ArgumentHelp(
      words(
        "基线文件（默认配置旁的 guidelint-baseline.jsonl；none 为不用）",
        "Baseline (default: guidelint-baseline.jsonl beside the configuration; none = without)"), valueName: "file"))
  var baseline: String?

  @Flag(help: ArgumentHelp(words("基线中有过时的行即判不通过", "Fail on lines of the baseline that have no fault")))
  var baselineStrict = false

  @Option(
    help: ArgumentHelp(
      words(
        "只报告此 git 版本以来的改动；REV... 表示与它的共同祖先",
        "Report only what changed since this git revision; REV... means since the common ancestor"), valueName: "rev"))
  var since: String?

  @Flag(help: ArgumentHelp(words("检查暂存区（而非工作区），只报告其中的改动", "Lint the index, and report only what it changes")))
  var staged = false

  @Option(help: ArgumentHelp(words("不检查的文件（gitignore 写法）", "Files to leave out (gitignore syntax)"), valueName: "glob"))
  var exclude: [String] = []

  @Option(
    name: .customLong("stdin-filename"),
    help: ArgumentHelp(
      words("路径为 - 时，标准输入代替哪个文件", "With the path -: the file that standard input stands for"), valueName: "name"))
  var inputName: String?

  @Option(
    name: [.customShort("j", allowingJoined: true), .long],
    help: ArgumentHelp(words("并行数（默认按处理器核数）", "Workers (default: one per core)"), valueName: "n"))
  var jobs: Int?

  @OptionGroup var dayOptions: DayOptions

  @Option(
    help: ArgumentHelp(
      words("颜色：auto、always、never（默认 auto）", "Colours: auto, always, never (default: auto)"), valueName: "when"))
  var color: ColorMode = .auto

  @Option(
    help: ArgumentHelp(
      words("文本报告按什么归类：file、item、rule（默认 file）", "Grouping of the text report: file, item, rule (default: file)"),
      valueName: "by"))
  var groupBy: GroupingToken = .file

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
    if paths.contains("-") != (inputName != nil) {
      throw ValidationError(
        words(
          "- 与 --stdin-filename NAME 须同时使用：标准输入的内容将代替该文件接受检查。",
          "- and --stdin-filename NAME go together: the text of standard input is linted in the place of that file."))
    }
    _ = try outputs()
  }

  /// Lints, reports, exits.
  func run() throws {
    let start = ContinuousClock.now
    let environment = ProcessEnvironment.current()
    let files = RecordingFileSystem(fileSystem(environment))
    let output = ReportOutput(try outputs(), files, environment)
    try refuse(output.faults(inputs: request.paths + (configurationOptions.path.map { [$0] } ?? [])), processLanguage)
    let progress = ProgressLine(environment, language: processLanguage, isQuiet: verdictOptions.quiet)
    let outcome = LintRun(request: request, environment: environment, fileSystem: files, progress: progress).run()
    progress.end()
    let language = languageOptions.language?.language ?? outcome.language ?? processLanguage
    try refuse(output.faults(inputs: files.pathsRead), language)
    var shown = outcome.report
    shown.keepDiagnostics(from: verdictOptions.minLevel.severity)
    var options = ReportOptions(
      language: language, color: usesColor(environment), width: environment.outputWidth)
    options.grouping = groupBy.grouping
    options.isBrief = verdictOptions.quiet
    let outcomeMessages = outcome.messages + output.write(shown, options: options)
    let elapsed = ContinuousClock.now - start
    let verdict = Verdict(
      report: outcome.report, messages: outcomeMessages, failLevel: verdictOptions.failLevel,
      mostWarnings: verdictOptions.maxWarnings, isExitZero: verdictOptions.exitZero, change: outcome.change,
      milliseconds: Int(elapsed / .milliseconds(1)))
    // Even a quiet run says why nothing of it can be trusted.
    let isTalkative = !verdictOptions.quiet || verdict.exitCode == 2
    for message in outcomeMessages where message.isFailure || isTalkative { printError(message.text[language]) }
    if isTalkative { printError(verdict.lastLine[language]) }
    withExtendedLifetime(outcome) { end(verdict.exitCode) }
  }

  private var request: LintRequest {
    var request = LintRequest()
    request.paths = paths.map { $0 == "-" ? inputName ?? $0 : $0 }
    request.configurationPath = configurationOptions.path
    request.excluded = exclude
    request.against = against
    request.since = since
    request.isStaged = staged
    request.only = commaSeparated(only)
    request.skip = commaSeparated(skip)
    request.parameters = parameters
    request.severities = commaSeparated(severities)
    request.baseline = baseline
    request.isBaselineStrict = baselineStrict
    request.jobs = jobs
    request.today = dayOptions.today
    request.cache = noCache ? .off : cacheFolder.map(CacheChoice.folder) ?? .besideConfiguration
    return request
  }

  /// The disk, under the text of standard input where that stands for a file.
  private func fileSystem(_ environment: ProcessEnvironment) -> any FileSystem {
    guard let inputName else { return DiskFileSystem() }
    let path = PathName.absolute(inputName, in: environment.workingDirectory)
    return OverlayFileSystem(DiskFileSystem(), files: [path: readStandardInput()], writesThrough: true)
  }

  private func usesColor(_ environment: ProcessEnvironment) -> Bool {
    switch color {
    case .always: true
    case .never: false
    case .auto: environment.outputIsTerminal && !environment.refusesColor
    }
  }

  /// The formats asked for with their files.
  private func outputs() throws -> [ReportTarget] {
    var outputs: [ReportTarget] = []
    for value in commaSeparated(format) {
      let parts = value.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      guard let format = ReportFormat(token: parts[0]) else {
        let known = ReportFormat.allCases.map(\.token)
        throw ValidationError(unknownFormat(parts[0], known))
      }
      if parts.count > 1, parts[1].isEmpty {
        throw ValidationError(
          words("-f \(value) 缺少文件名；请写 -f \(parts[0])=文件。", "-f \(value) lacks a file; write -f \(parts[0])=FILE."))
      }
      outputs.append(ReportTarget(format, file: parts.count > 1 ? parts[1] : nil))
    }
    if let output {
      if outputs.isEmpty { outputs = [ReportTarget(.text)] }
      guard outputs.count == 1, outputs[0].file == nil else {
        throw ValidationError(
          words("-o 只能与单个 -f 同用；多个格式请写 -f 名称=文件。", "-o goes with a single -f; for several, write -f name=file."))
      }
      outputs[0].file = output
    }
    return outputs
  }

  private func unknownFormat(_ name: String, _ known: [String]) -> String {
    let hint = nearestName(to: name, among: known).map { words("是否指 \($0)？", " Did you mean \($0)?") } ?? ""
    let list = known.joined(separator: words("、", ", "))
    return words("没有“\(name)”这种格式，可用：\(list)。\(hint)", "There is no format “\(name)”; there are: \(list).\(hint)")
  }
}
