internal import ArgumentParser
internal import Diagnostics
internal import Walkthrough
internal import Workspace

/// `guidelint ledger set`
struct LedgerSetCommand: DocumentedCommand {
  /// Name and abstract.
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "set",
      abstract: words(
        "填写台账的格子：责任人、时限、措施、进展、状态等，并记入办理经过。",
        "Fills in cells of rows, such as owner, due or state, and notes it in their history."))
  }

  /// What stands at the end of the help page.
  static let examples = [
    words(
      "guidelint ledger set L-3f9a01c2 owner=王某 due=2026-12-31 state=working",
      "guidelint ledger set L-3f9a01c2 owner=Wang due=2026-12-31 state=working"),
    words(
      "guidelint ledger set W-5b0c77e1 责任人=王某 状态=整改中 --by 李某",
      "guidelint ledger set W-5b0c77e1 owner=Wang state=working --by Li"),
    "guidelint ledger set W-5b0c77e1 proof=photo.jpg state=review",
  ]

  @Argument(
    help: ArgumentHelp(
      words("行编号，然后是 列=内容；列可写 owner 或“责任人”", "Ids of rows, then column=content, such as owner=…"),
      valueName: "row|column=content"))
  var arguments: [String]

  @OptionGroup var options: LedgerOptions

  @Option(help: ArgumentHelp(words("经办人", "Who does it"), valueName: "name"))
  var by: String?

  @Option(help: ArgumentHelp(words("日期，YYYY-MM-DD（默认今天）", "The day, YYYY-MM-DD (default: today)"), valueName: "date"))
  var on: String?

  @Option(help: ArgumentHelp(words("记入办理经过的说明", "What the history says of it"), valueName: "text"))
  var note: String?

  @Flag(help: ArgumentHelp(words("只显示会怎样改动，不写文件", "Show what would change and write nothing")))
  var dryRun = false

  @OptionGroup var languageOptions: LanguageOptions

  private var rows: [String] { arguments.filter { !$0.utf8.contains(UInt8(ascii: "=")) } }

  /// Reads the cells; refuses columns that there are not.
  private func cells() throws -> [LedgerAct.Cell] {
    try arguments.filter { $0.utf8.contains(UInt8(ascii: "=")) }.map { text in
      let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      guard let field = LedgerField(words: parts[0]) else {
        let known = LedgerField.allCases.flatMap { [$0.rawValue, $0.label.zh] }
        let message = LedgerField.unknown(parts[0], nearest: nearestName(to: parts[0], among: known))
        throw ValidationError(message[processLanguage])
      }
      return LedgerAct.Cell(field, parts[1])
    }
  }

  /// Refuses a line without rows, cells or a real day.
  func validate() throws {
    try DayOptions.check(on, "--on")
    guard !rows.isEmpty, try !cells().isEmpty else {
      throw ValidationError(
        words(
          "请写行编号和要填的内容，如 L-3f9a01c2 owner=王某。", "Name rows and what to fill in, such as L-3f9a01c2 owner=王某."))
    }
  }

  /// Fills in, writes or shows, exits.
  func run() throws {
    try perform(.fill(cells()), rows: rows, options, by: by, on: on, note: note, dryRun: dryRun, languageOptions)
  }
}

/// `guidelint ledger close`
struct LedgerCloseCommand: DocumentedCommand {
  /// Name and abstract.
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "close",
      abstract: words(
        "销号：验收人看过佐证后，把“待复核”的行销掉。", "Closes rows that wait for review, once somebody has looked at their proof."))
  }

  /// What stands at the end of the help page.
  static let examples = [
    words(
      "guidelint ledger close L-3f9a01c2 --by 李某", "guidelint ledger close L-3f9a01c2 --by Li"),
    words(
      "guidelint ledger close L-3f9a01c2 W-5b0c77e1 --by 李某 --on 2026-12-10",
      "guidelint ledger close L-3f9a01c2 W-5b0c77e1 --by Li --on 2026-12-10"),
    words(
      "guidelint ledger close W-5b0c77e1 --by 李某 --satisfaction 5",
      "guidelint ledger close W-5b0c77e1 --by Li --satisfaction 5"),
  ]

  @Argument(help: ArgumentHelp(words("行编号", "Ids of rows"), valueName: "row"))
  var rows: [String]

  @OptionGroup var options: LedgerOptions

  @Option(help: ArgumentHelp(words("验收人", "Who accepts it"), valueName: "name"))
  var by: String

  @Option(help: ArgumentHelp(words("日期，YYYY-MM-DD（默认今天）", "The day, YYYY-MM-DD (default: today)"), valueName: "date"))
  var on: String?

  @Option(help: ArgumentHelp(words("记入办理经过的说明", "What the history says of it"), valueName: "text"))
  var note: String?

  @Option(help: ArgumentHelp(words("满意度：1 至 5 分或者文字", "Satisfaction: 1 to 5, or words"), valueName: "score"))
  var satisfaction: String?

  @Option(help: ArgumentHelp(words("回访情况", "What came of the follow-up"), valueName: "text"))
  var followUp: String?

  @Flag(help: ArgumentHelp(words("只显示会怎样改动，不写文件", "Show what would change and write nothing")))
  var dryRun = false

  @OptionGroup var languageOptions: LanguageOptions

  /// Refuses days that do not exist.
  func validate() throws { try DayOptions.check(on, "--on") }

  /// Closes, writes or shows, exits.
  func run() throws {
    try perform(
      .close(satisfaction: satisfaction, followUp: followUp), rows: rows, options, by: by, on: on, note: note,
      dryRun: dryRun, languageOptions)
  }
}

/// Does something to rows.
private func perform(
  _ act: LedgerActRun.Act, rows: [String], _ options: LedgerOptions, by: String?, on: String?, note: String?,
  dryRun: Bool, _ languageOptions: LanguageOptions
) throws {
  var run = LedgerActRun(act, environment: ProcessEnvironment.current(), fileSystem: DiskFileSystem())
  run.place = options.place
  run.rows = rows
  run.by = by
  run.on = on
  run.note = note
  let result = run.run()
  try LedgerTalk.finish(result, dryRun: dryRun, languageOptions) { file in
    [Messages.ledgerRowsChanged(file.name, result.outcome.refreshed, unchanged: result.outcome.unchanged)]
  }
}
