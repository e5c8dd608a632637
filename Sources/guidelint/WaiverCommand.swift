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

  @OptionGroup var configurationOptions: ConfigurationOptions

  @OptionGroup var dayOptions: DayOptions

  @OptionGroup var languageOptions: LanguageOptions

  /// Refuses days that do not exist, and files that the list must not replace.
  func validate() throws {
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
    request.configurationPath = configurationOptions.path
    request.baseline = "none"
    request.today = dayOptions.today
    let outcome = LintRun(request: request, environment: environment, fileSystem: DiskFileSystem()).run()
    let language = languageOptions.language?.language ?? outcome.language ?? processLanguage
    for message in outcome.messages where message.isFailure { printError(message.text[language]) }
    for diagnostic in outcome.report.diagnostics where diagnostic.state == .error {
      let place = BaselineOptions.place(of: diagnostic, in: outcome.report)
      printError("\(place): \(diagnostic.message[language]) [\(diagnostic.rule)]")
    }
    let report = WaiverReport(
      outcome.decisions.flatMap(\.outcome.waivers), today: dayOptions.today ?? environment.today, language: language)
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
