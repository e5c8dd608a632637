internal import ArgumentParser
internal import Diagnostics
internal import Reports
internal import Rules
internal import Workspace

/// `guidelint waiver …`: decisions to bear a fault for a time.
struct WaiverCommand: DocumentedCommand {
  /// Name, abstract and verbs.
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "waiver",
      abstract: words("查看豁免（guidelint-waivers.yaml）。", "Shows waivers (guidelint-waivers.yaml)."),
      subcommands: [WaiverReportCommand.self])
  }

  /// What stands at the end of the help page.
  static var examples: [String] { WaiverReportCommand.examples }
}

/// The forms of the list, as the command line writes them.
extension WaiverReport.Format: ExpressibleByArgument {}

/// `guidelint waiver report`
struct WaiverReportCommand: DocumentedCommand {
  /// Name and abstract.
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "report",
      abstract: words(
        "列出全部豁免：是否有效、何时到期、涉及哪些问题。", "Lists all waivers: whether each holds, until when, and what it covers."))
  }

  /// What stands at the end of the help page.
  static let examples = [
    "guidelint waiver report catalog/",
    "guidelint waiver report --format csv -o waivers.csv",
    "guidelint waiver report --format markdown --today 2026-12-31",
  ]

  @Argument(help: ArgumentHelp(words("文件或文件夹（默认当前文件夹）", "Files and folders (default: this folder)"), valueName: "path"))
  var paths: [String] = []

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      words("格式：text、markdown、csv、json（默认 text）", "text, markdown, csv or json (default: text)"), valueName: "name"))
  var format: WaiverReport.Format = .text

  @Option(name: .shortAndLong, help: ArgumentHelp(words("写到文件", "Where to write"), valueName: "file"))
  var output: String?

  @Option(
    name: [.customShort("c"), .customLong("config")],
    help: ArgumentHelp(
      words("配置文件（默认向上查找 guidelint.yaml）", "Configuration (default: the nearest guidelint.yaml)"), valueName: "file"))
  var configurationPath: String?

  @Option(
    help: ArgumentHelp(
      words("按哪一天判断，YYYY-MM-DD（默认今天）", "The day to judge by, YYYY-MM-DD (default: today)"), valueName: "date"))
  var today: String?

  @OptionGroup var languageOptions: LanguageOptions

  /// Refuses days that do not exist, and files that the list must not replace.
  func validate() throws {
    if let today, CalendarDay(today) == nil {
      throw ValidationError(
        words("--today 应为 YYYY-MM-DD 形式的日期，现为“\(today)”。", "--today must be a date as YYYY-MM-DD, not “\(today)”."))
    }
    if let output, PathName.isYAML(PathName.name(of: output)) || PathName.name(of: output) == PathName.baselineName {
      throw ValidationError(
        words("-o 不能写到“\(output)”，以免覆盖文档、豁免或者基线。", "-o must not replace “\(output)”, a YAML file or the baseline."))
    }
  }

  /// Lints and lists; an expired waiver fails a lint, not this list. Exits with 2 where the run is not complete.
  func run() throws {
    let environment = ProcessEnvironment.current()
    var request = LintRequest()
    request.paths = paths
    request.configurationPath = configurationPath
    request.baseline = "none"
    request.today = today
    let outcome = LintRun(request: request, environment: environment, fileSystem: DiskFileSystem()).run()
    let language = languageOptions.language?.language ?? outcome.language ?? processLanguage
    for message in outcome.messages where message.isFailure { printError(message.text[language]) }
    for diagnostic in outcome.report.diagnostics where diagnostic.state == .error {
      let place = BaselineOptions.place(of: diagnostic, in: outcome.report)
      printError("\(place): \(diagnostic.message[language]) [\(diagnostic.rule)]")
    }
    let report = WaiverReport(
      outcome.decisions.flatMap(\.outcome.waivers), today: today ?? environment.today, language: language)
    let bytes = report.bytes(as: format)
    if let output {
      do throws(FileFailure) {
        try DiskFileSystem().write(bytes, to: PathName.absolute(output, in: environment.workingDirectory))
      } catch {
        printError(Messages.cannotWrite(output, error.reason)[language])
        throw ExitCode(2)
      }
    } else {
      StandardOutput.write(bytes)
      if let lost = StandardOutput.failure {
        printError(lost.text[language])
        throw ExitCode(2)
      }
    }
    if !outcome.report.isComplete { throw ExitCode(2) }
  }
}
