internal import ArgumentParser
internal import Diagnostics
import Foundation
internal import Reports
internal import Rules
internal import Workspace

/// `guidelint fix [PATH…]`
struct FixCommand: DocumentedCommand {
  /// Name and abstract.
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "fix",
      abstract: words("自动修改查出的问题，只改有把握的字节。", "Repairs findings; touches only the bytes that it must."))
  }

  /// What stands at the end of the help page.
  static let examples = [
    "guidelint fix --diff catalog/",
    "guidelint fix items/ --only text-halfwidth-punctuation",
    "guidelint fix -i items/food-business-licence.yaml",
  ]

  @Argument(
    help: ArgumentHelp(
      words("文件或文件夹（默认当前文件夹）；- 读标准输入", "Files and folders (default: this folder); - reads standard input"),
      valueName: "path"))
  var paths: [String] = []

  @Flag(
    help: ArgumentHelp(
      words("只显示会怎样修改，不写文件；有可改之处时退出码为 1", "Show what would change and write nothing; exits with 1 if anything would")))
  var diff = false

  @Flag(
    help: ArgumentHelp(
      words("也做可能改变意思的修改", "Also apply fixes that may change the meaning")))
  var unsafe = false

  @Flag(
    name: [.customShort("i"), .long],
    help: ArgumentHelp(
      words("在终端上逐条询问，也提供须由人补全的修改", "Ask one by one on a terminal; offers those too that a person must complete")))
  var interactive = false

  @OptionGroup var configurationOptions: ConfigurationOptions

  @Option(
    help: ArgumentHelp(
      words("只改这些规则查出的问题（编号、规则包或通配符）", "Only findings of these rules (id, pack or glob)"),
      valueName: "rule"))
  var only: [String] = []

  @Option(help: ArgumentHelp(words("不改这些规则查出的问题", "Leave findings of these rules"), valueName: "rule"))
  var skip: [String] = []

  @Option(
    name: .customLong("set"),
    help: ArgumentHelp(words("设置规则参数", "Set a rule's parameter"), valueName: "rule.param=value"))
  var parameters: [String] = []

  @Option(help: ArgumentHelp(words("不改的文件（gitignore 写法）", "Files to leave out (gitignore syntax)"), valueName: "glob"))
  var exclude: [String] = []

  @Option(
    help: ArgumentHelp(
      words(
        "标准输入的内容按这个文件名检查，结果写到标准输出",
        "Name under which standard input is judged; the result goes to standard output"),
      valueName: "name"))
  var stdinFilename: String?

  @Option(
    name: [.customShort("j", allowingJoined: true), .long],
    help: ArgumentHelp(words("并行数（默认按处理器核数）", "Workers (default: one per core)"), valueName: "n"))
  var jobs: Int?

  @OptionGroup var dayOptions: DayOptions

  @Option(
    help: ArgumentHelp(
      words("颜色：auto、always、never（默认 auto）", "Colours: auto, always, never (default: auto)"), valueName: "when"))
  var color: ColorMode = .auto

  @OptionGroup var languageOptions: LanguageOptions

  /// Whether the one text to fix comes from standard input.
  private var readsInput: Bool { paths == ["-"] }

  /// Refuses what no run could honour.
  func validate() throws {
    if let jobs, jobs < 1 {
      throw ValidationError(words("-j 应为正整数，现为 \(jobs)。", "-j must be a positive number, not \(jobs)."))
    }
    if paths.contains("-"), !readsInput {
      throw ValidationError(words("- 不能与其他路径同用。", "- stands alone, without other paths."))
    }
    if readsInput != (stdinFilename != nil) {
      throw ValidationError(
        words(
          "从标准输入读取时写 - 和 --stdin-filename 文件名，两者缺一不可。",
          "To read standard input, give both - and --stdin-filename NAME."))
    }
    if interactive, diff || readsInput {
      throw ValidationError(
        words("-i 不能与 --diff 或标准输入同用。", "-i goes neither with --diff nor with standard input."))
    }
    if interactive, isatty(0) != 1 || isatty(2) != 1 {
      throw ValidationError(words("-i 须在终端上运行。", "-i needs a terminal."))
    }
  }

  /// Fixes, writes or shows, exits.
  func run() throws {
    let environment = ProcessEnvironment.current()
    let request = makeRequest()
    let run = FixRun(request: request, environment: environment, fileSystem: DiskFileSystem())
    let spoken = languageOptions.language?.language ?? processLanguage
    let dialogue = FixDialogue(language: spoken, color: usesColor(environment))
    let result = interactive ? run.run { dialogue.isWanted($0, in: $1) } : run.run()
    let language = languageOptions.language?.language ?? result.language ?? processLanguage
    var messages = result.messages
    guard var outcome = result.outcome else {
      for message in messages { printError(message.text[language]) }
      throw ExitCode(2)
    }
    if diff {
      for file in outcome.files {
        let difference = UnifiedDiff.text(file.path, from: file.before, to: file.after, color: usesColor(environment))
        StandardOutput.write(difference)
      }
    } else if readsInput {
      StandardOutput.write(outcome.files.first?.after ?? request.input ?? [])
    } else {
      let written = run.write(outcome)
      messages += written.failures
      outcome.files.removeAll { written.unwritten.contains($0.path) }
    }
    if let lost = StandardOutput.failure { messages.append(lost) }
    for message in messages { printError(message.text[language]) }
    let summary = FixSummary(outcome, applying: request.applicabilities, isDryRun: diff)
    printError(summary.line[language])
    let isTrusted = outcome.report.isComplete && !messages.contains(where: \.isFailure)
    let wouldChange = diff && outcome.files.contains { $0.before != $0.after }
    throw ExitCode(!isTrusted ? 2 : wouldChange ? 1 : 0)
  }

  private func makeRequest() -> FixRequest {
    var lint = LintRequest()
    lint.paths = readsInput ? [stdinFilename ?? "-"] : paths
    lint.configurationPath = configurationOptions.path
    lint.excluded = exclude
    lint.only = commaSeparated(only)
    lint.skip = commaSeparated(skip)
    lint.parameters = parameters
    lint.jobs = jobs
    // What the baseline holds is old, not accepted: it is there to be repaired.
    lint.baseline = "none"
    lint.today = dayOptions.today
    var request = FixRequest(lint: lint)
    if unsafe || interactive { request.applicabilities.insert(.unsafe) }
    if interactive { request.applicabilities.insert(.suggestion) }
    if readsInput { request.input = Array(FileHandle.standardInput.readDataToEndOfFile()) }
    return request
  }

  private func usesColor(_ environment: ProcessEnvironment) -> Bool {
    switch color {
    case .always: true
    case .never: false
    case .auto: environment.outputIsTerminal && !environment.refusesColor
    }
  }
}
