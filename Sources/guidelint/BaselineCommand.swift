internal import ArgumentParser
internal import Diagnostics
internal import Rules
internal import SourceText
internal import Workspace

/// `guidelint baseline …`: adopt the linter on a catalog that has faults already.
struct BaselineCommand: DocumentedCommand {
  /// Name, abstract and verbs.
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "baseline",
      abstract: words("记下现有问题，使其不妨碍新的检查。", "Takes note of present faults, so that only new ones fail."),
      subcommands: [BaselineWriteCommand.self, BaselinePruneCommand.self, BaselineCompareCommand.self])
  }

  /// What stands at the end of the help page.
  static let examples = [
    "guidelint baseline write catalog/",
    "guidelint baseline compare catalog/",
    "guidelint baseline prune catalog/",
  ]
}

/// What the verbs about baselines share: which catalog is linted, how, and which file is meant.
struct BaselineOptions: ParsableArguments {
  @Argument(help: ArgumentHelp(words("文件或文件夹（默认当前文件夹）", "Files and folders (default: this folder)"), valueName: "path"))
  var paths: [String] = []

  @OptionGroup var configurationOptions: ConfigurationOptions

  @Option(
    help: ArgumentHelp(
      words(
        "基线文件（默认配置旁的 guidelint-baseline.jsonl）",
        "The baseline (default: guidelint-baseline.jsonl beside the configuration)"),
      valueName: "file"))
  var baseline: String?

  @Option(
    help: ArgumentHelp(words("只涉及这些规则（编号、规则包或通配符）", "Only these rules (id, pack or glob)"), valueName: "rule"))
  var only: [String] = []

  @Option(help: ArgumentHelp(words("不涉及这些规则", "Leave these rules out"), valueName: "rule"))
  var skip: [String] = []

  @Option(help: ArgumentHelp(words("不检查的文件（gitignore 写法）", "Files to leave out (gitignore syntax)"), valueName: "glob"))
  var exclude: [String] = []

  @Option(
    help: ArgumentHelp(
      words("与此旧版对照，使有关改动的规则也参与", "Compare with this older version, so that rules on change take part"),
      valueName: "folder"))
  var against: String?

  @OptionGroup var dayOptions: DayOptions

  @OptionGroup var languageOptions: LanguageOptions

  /// Refuses files that a baseline must not replace, and days that do not exist.
  func validate() throws {
    if let baseline, baseline == "none" || PathName.isYAML(PathName.name(of: baseline)) {
      throw ValidationError(
        words(
          "--baseline 应为基线文件，如 guidelint-baseline.jsonl，现为“\(baseline)”。",
          "--baseline takes a baseline such as guidelint-baseline.jsonl, not “\(baseline)”."))
    }
  }

  /// Lints; prints what kept the run from its end and exits with 2, since a baseline must not rest on half a look.
  func lint(for purpose: BaselinePurpose) throws -> (outcome: LintOutcome, language: Language) {
    var request = LintRequest()
    request.paths = paths
    request.configurationPath = configurationOptions.path
    request.baseline = baseline
    request.baselinePurpose = purpose
    request.only = commaSeparated(only)
    request.skip = commaSeparated(skip)
    request.excluded = exclude
    request.against = against
    request.today = dayOptions.today
    let environment = ProcessEnvironment.current()
    let outcome = LintRun(request: request, environment: environment, fileSystem: DiskFileSystem()).run()
    let language = languageOptions.language?.language ?? outcome.language ?? processLanguage
    for message in outcome.messages where message.isFailure { printError(message.text[language]) }
    guard outcome.report.isComplete else {
      for diagnostic in outcome.report.diagnostics
      where diagnostic.state == .error || diagnostic.rule.hasSuffix("-limit") {
        let place = BaselineOptions.place(of: diagnostic, in: outcome.report)
        printError("\(place): \(diagnostic.message[language]) [\(diagnostic.rule)]")
      }
      printError(Messages.baselineNotTouched[language])
      throw ExitCode(2)
    }
    for decided in outcome.decisions where decided.baseline == nil && purpose == .compare {
      let path = decided.baselinePath.map { PathName.displayed($0, in: environment.workingDirectory) } ?? ""
      printError(Messages.baselineMissing(path)[language])
    }
    return (outcome, language)
  }

  /// Rewrites the baselines and says what became of them.
  func update(_ kind: BaselineUpdate.Kind) throws {
    let (outcome, language) = try lint(for: kind == .write ? .write : .compare)
    let folder = ProcessEnvironment.current().workingDirectory
    do throws(FileFailure) {
      for result in try BaselineUpdate(DiskFileSystem(), workingDirectory: folder).apply(kind, to: outcome.decisions) {
        print(Messages.baselineUpdated(result)[language])
        if kind == .write, result.refused > 0 { printError(Messages.baselineRefused(result.refused)[language]) }
      }
    } catch {
      printError(Messages.cannotWrite(error.path, error.reason)[language])
      throw ExitCode(2)
    }
  }

  /// File, line and column of a diagnostic.
  static func place(of diagnostic: ReportedDiagnostic, in report: LintReport) -> String {
    guard let source = report.sources[diagnostic.file] else { return diagnostic.file }
    let position = LineMap(source.bytes).position(at: diagnostic.range.start, in: source.bytes)
    return "\(diagnostic.file):\(position.line):\(position.column)"
  }
}

/// `guidelint baseline write`
struct BaselineWriteCommand: DocumentedCommand {
  /// Name and abstract.
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "write", abstract: words("把现有问题全部记入基线。", "Takes every present fault into the baseline."))
  }

  /// What stands at the end of the help page.
  static let examples = [
    "guidelint baseline write catalog/",
    "guidelint baseline write --only materials catalog/",
    "guidelint baseline write --baseline legacy.jsonl items/",
  ]

  @OptionGroup var options: BaselineOptions

  /// Lints and writes.
  func run() throws { try options.update(.write) }
}

/// `guidelint baseline prune`
struct BaselinePruneCommand: DocumentedCommand {
  /// Name and abstract.
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "prune",
      abstract: words("从基线中删去问题已不存在的行，不增加任何行。", "Drops the baseline's lines without a fault, and adds none."))
  }

  /// What stands at the end of the help page.
  static let examples = [
    "guidelint baseline prune",
    "guidelint baseline prune catalog/",
    "guidelint baseline prune --only materials catalog/",
  ]

  @OptionGroup var options: BaselineOptions

  /// Lints and writes.
  func run() throws { try options.update(.prune) }
}

/// `guidelint baseline compare`
struct BaselineCompareCommand: DocumentedCommand {
  /// Name and abstract.
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "compare",
      abstract: words(
        "列出基线之外的新问题（+）和基线中已不存在的问题（-）；有新问题时退出码为 1。",
        "Lists new faults (+) and lines without one (-); exits with 1 where there are new ones."))
  }

  /// What stands at the end of the help page.
  static let examples = [
    "guidelint baseline compare catalog/",
    "guidelint baseline compare --baseline-strict",
    "guidelint baseline compare --only materials catalog/",
  ]

  @OptionGroup var options: BaselineOptions

  @Flag(help: ArgumentHelp(words("有过时的行时，退出码也为 1", "Exit with 1 for lines without a fault, too")))
  var baselineStrict = false

  /// Lints and compares; nothing is written.
  func run() throws {
    let (outcome, language) = try options.lint(for: .compare)
    var new = 0
    var stale = 0
    var known = 0
    for decided in outcome.decisions {
      let comparison = decided.outcome.baseline
      for diagnostic in comparison.new {
        let place = BaselineOptions.place(of: diagnostic, in: outcome.report)
        print("+ \(place) \(diagnostic.rule) \(diagnostic.message[language])")
      }
      for entry in comparison.stale {
        print("- \(entry.key.document) \(entry.key.rule) \(entry.key.place.path)")
      }
      new += comparison.new.count
      stale += comparison.stale.count
      known += comparison.known.count
    }
    printError(Messages.baselineCompared(new: new, known: known, stale: stale)[language])
    if new > 0 || baselineStrict && stale > 0 { throw ExitCode(1) }
  }
}
