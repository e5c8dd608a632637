internal import ArgumentParser
internal import Diagnostics
internal import Reports
internal import Rules
internal import Walkthrough
internal import Workspace

/// `guidelint ledger …`: the rectification ledger (整改台账).
struct LedgerCommand: DocumentedCommand {
  /// Name, abstract and verbs.
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "ledger",
      abstract: words("整改台账：把问题逐条记下，跟到销号。", "The rectification ledger: problems followed until they are closed."),
      subcommands: [
        LedgerUpdateCommand.self, LedgerShowCommand.self, LedgerSetCommand.self, LedgerCloseCommand.self,
        LedgerExportCommand.self, LedgerImportCommand.self,
      ])
  }

  /// What stands at the end of the help page.
  static let examples = [
    "guidelint ledger update --catalog catalog/",
    "guidelint ledger show --overdue",
    words(
      "guidelint ledger close L-3f9a01c2 --by 李某", "guidelint ledger close L-3f9a01c2 --by Li"),
  ]
}

/// Which ledger is meant, for verbs that name rows or files first.
struct LedgerOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      words("台账文件（默认目录中唯一的台账）", "The ledger (default: the catalog's only one)"), valueName: "file"))
  var ledger: String?

  @Option(
    help: ArgumentHelp(words("目录所在文件夹（默认当前文件夹）", "Folder of the catalog (default: this folder)"), valueName: "folder"))
  var catalog: String?

  /// The place as the run takes it.
  var place: LedgerPlace {
    var place = LedgerPlace()
    place.ledger = ledger
    place.catalog = catalog
    return place
  }
}

/// What the verbs say when they are done.
enum LedgerTalk {
  /// Writes the changed ledger, or shows how it would change; says what came of it, and exits.
  /// - Parameter isOpen: whether something waits for a person's decision (exit 1).
  static func finish(
    _ result: LedgerUpdateResult, dryRun: Bool, _ options: LanguageOptions, isOpen: Bool = false,
    summary: (LedgerFile) -> [LocalizedText]
  ) throws {
    let environment = ProcessEnvironment.current()
    let language = options.language?.language ?? result.language ?? processLanguage
    var messages = result.messages
    if let file = result.file, let text = result.text, !result.hasFailed {
      if dryRun {
        let color = environment.outputIsTerminal && !environment.refusesColor
        StandardOutput.write(
          UnifiedDiff.text(file.name, from: file.before ?? [], to: text.source.bytes, color: color))
      } else if file.before != text.source.bytes {
        let files = LedgerFiles(environment: environment, fileSystem: DiskFileSystem())
        if let failure = files.write(text, over: file) { messages.append(failure) }
      }
    }
    if let lost = StandardOutput.failure { messages.append(lost) }
    for message in messages { printError(message.text[language]) }
    let hasFailed = messages.contains(where: \.isFailure) || result.text == nil
    if let file = result.file, !hasFailed { for line in summary(file) { printError(line[language]) } }
    if hasFailed, result.file != nil {
      printError(words("台账没有改动（退出码 2）。", "The ledger was left as it is (exit 2)."))
    }
    throw ExitCode(hasFailed ? 2 : isOpen ? 1 : 0)
  }
}

/// `guidelint ledger update`
struct LedgerUpdateCommand: DocumentedCommand {
  /// Name and abstract.
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "update",
      abstract: words(
        "把检查和走流程的结果记入台账：新问题加一行，已改好的转待复核，再次出现的重新打开；不删除，不销号。",
        "Enters what lint and walks say: new rows, mended ones to review; deletes and closes none."))
  }

  /// What stands at the end of the help page.
  static let examples = [
    "guidelint ledger update --catalog catalog/",
    "guidelint ledger update catalog/ledger.yaml --dry-run",
    words(
      "guidelint ledger update --min-severity error --department 市监局",
      "guidelint ledger update --min-severity error --department market"),
  ]

  @Argument(
    help: ArgumentHelp(
      words(
        "台账文件（默认目录中唯一的台账，没有则新建 ledger.yaml）", "The ledger (default: the catalog's only one, else a new ledger.yaml)"),
      valueName: "ledger"))
  var ledger: String?

  @Option(
    help: ArgumentHelp(words("目录所在文件夹（默认当前文件夹）", "Folder of the catalog (default: this folder)"), valueName: "folder"))
  var catalog: String?

  @Option(
    help: ArgumentHelp(
      words("此级别及以上才加行：error、warning（默认）、info", "Least severity that gets a row: error, warning (default), info"),
      valueName: "level"))
  var minSeverity: ShownLevel = .warning

  @Option(help: ArgumentHelp(words("只涉及这些规则（编号、规则包或通配符）", "Only these rules (id, pack or glob)"), valueName: "rule"))
  var rule: [String] = []

  @Option(help: ArgumentHelp(words("只涉及这些事项或“一件事”", "Only these items and bundles"), valueName: "id"))
  var item: [String] = []

  @Option(help: ArgumentHelp(words("只涉及这些单位的事项", "Only items of these departments"), valueName: "name"))
  var department: [String] = []

  @Option(
    help: ArgumentHelp(
      words("限期整改的天数（默认 30）；能立行立改的为 7 天", "Days until a row is due (default 30); 7 where a fix is at hand"),
      valueName: "n"))
  var dueDays = 30

  @Flag(help: ArgumentHelp(words("只显示会怎样改动，不写文件", "Show what would change and write nothing")))
  var dryRun = false

  @OptionGroup var configurationOptions: ConfigurationOptions

  @OptionGroup var dayOptions: DayOptions

  @OptionGroup var languageOptions: LanguageOptions

  /// Refuses days that do not exist, and deadlines that are past from the start.
  func validate() throws {
    if !(0...3_650).contains(dueDays) {
      throw ValidationError(
        words("--due-days 应在 0 至 3650 之间，现为 \(dueDays)。", "--due-days must be 0 to 3650, not \(dueDays)."))
    }
  }

  /// Updates, writes or shows, exits.
  func run() throws {
    var request = LedgerUpdateRequest()
    request.place.ledger = ledger
    request.place.catalog = catalog
    request.place.configurationPath = configurationOptions.path
    request.place.today = dayOptions.today
    request.minSeverity = minSeverity.severity
    request.rules = commaSeparated(rule)
    request.documents = commaSeparated(item)
    request.departments = commaSeparated(department)
    request.dueDays = dueDays
    let result = LedgerUpdateRun(
      request: request, environment: ProcessEnvironment.current(), fileSystem: DiskFileSystem()
    ).run()
    try LedgerTalk.finish(result, dryRun: dryRun, languageOptions) { file in
      let outcome = result.outcome
      var lines = outcome.gone.map { Messages.ledgerRowGone($0.row, $0.document) }
      if !outcome.unjudged.isEmpty { lines.append(Messages.ledgerRowsUnjudged(outcome.unjudged)) }
      if !outcome.accepted.isEmpty { lines.append(Messages.ledgerRowsAccepted(outcome.accepted)) }
      lines.append(Messages.ledgerUpdated(file.name, outcome))
      return lines
    }
  }
}
