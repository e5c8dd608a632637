internal import ArgumentParser
internal import Diagnostics
internal import Rules
internal import Walkthrough
internal import Workspace

/// `guidelint ledger export`
struct LedgerExportCommand: DocumentedCommand {
  /// Name and abstract.
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "export",
      abstract: words("导出台账、三张清单或各单位的工作提示单。", "Exports the ledger, the three lists, or a slip for each unit."))
  }

  /// What stands at the end of the help page.
  static let examples = [
    "guidelint ledger export -f xlsx=ledger.xlsx",
    "guidelint ledger export --list all -f html=lists.html",
    "guidelint ledger export --slips slips -f word",
  ]

  @Argument(
    help: ArgumentHelp(words("台账文件（默认目录中唯一的台账）", "The ledger (default: the catalog's only one)"), valueName: "ledger"))
  var ledger: String?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      words(
        "格式：markdown（默认）、csv、xlsx、html、word、json，可重复，可写 csv=文件",
        "markdown (default), csv, xlsx, html, word or json; repeatable; csv=FILE writes a file"),
      valueName: "name[=file]"))
  var format: [String] = []

  @Option(
    help: ArgumentHelp(
      words("导出清单：problems、measures、duties 或 all", "Export lists: problems, measures, duties, or all"),
      valueName: "name"))
  var list: [String] = []

  @Option(
    help: ArgumentHelp(
      words("每个牵头单位一份工作提示单，写到这个文件夹", "Write a slip for each lead unit into this folder"), valueName: "folder"))
  var slips: String?

  @Option(
    help: ArgumentHelp(words("Word 样式取自这个 .docx 文件", "Take the styles of Word from this .docx file"), valueName: "file")
  )
  var template: String?

  @Option(
    help: ArgumentHelp(words("目录所在文件夹（默认当前文件夹）", "Folder of the catalog (default: this folder)"), valueName: "folder"))
  var catalog: String?

  @OptionGroup var filters: LedgerFilters

  @OptionGroup var languageOptions: LanguageOptions

  private func targets() throws -> FormatTargets<LedgerFormat> { try FormatTargets(format, standard: .markdown) }

  /// Refuses formats without the file that they need, and slips in formats that are none.
  func validate() throws {
    let targets = try targets().targets
    if slips != nil {
      guard targets.count == 1, targets[0].file == nil, [.markdown, .html, .word].contains(targets[0].format) else {
        throw ValidationError(
          words(
            "--slips 只与一种格式同用：-f markdown、-f html 或者 -f word，不写文件名。",
            "--slips goes with one format, without a file: -f markdown, -f html or -f word."))
      }
      return
    }
    if let target = targets.first(where: { $0.format.needsFile && $0.file == nil }) {
      let name = target.format.rawValue
      throw ValidationError(
        words(
          "\(name) 要写到文件：-f \(name)=文件.\(target.format.ending)。",
          "\(name) goes to a file: -f \(name)=file.\(target.format.ending)."))
    }
  }

  /// Reads, writes, exits.
  func run() throws {
    let environment = ProcessEnvironment.current()
    let files = RecordingFileSystem(DiskFileSystem())
    let targets = try targets()
    let output = RenderedOutput(targets.files, files, environment)
    var run = LedgerReadRun(environment: environment, fileSystem: files)
    run.place.ledger = ledger
    run.place.catalog = catalog
    run.place.today = filters.dayOptions.today
    run.selection = try filters.selection()
    run.language = languageOptions.language?.language
    let result = run.run(standard: processLanguage)
    let language = result.language
    for message in result.messages { printError(message.text[language]) }
    guard let ledger = result.ledger, let tables = result.tables else { throw ExitCode(2) }
    try refuse(output.faults(inputs: files.pathsRead), language)
    var export = LedgerExport(environment: environment, fileSystem: DiskFileSystem())
    export.template = template
    do throws(LedgerExport.Failure) {
      if let slips {
        let written = try export.write(tables.slips, targets.targets[0].format, to: slips)
        printError(Messages.ledgerSlipsWritten(written)[language])
        return
      }
      let chosen = try choose(tables.lists, tables.whole)
      for target in targets.targets {
        let folder = target.file.map { PathName.folder(of: PathName.absolute($0, in: environment.workingDirectory)) }
        let bytes = try export.bytes(
          chosen, of: ledger, rows: result.rows, target.format, in: folder ?? environment.workingDirectory)
        if let failure = output.write(to: target.file, { sink in bytes.withUnsafeBytes { sink($0) } }) {
          throw LedgerExport.Failure(text: failure.text)
        }
      }
    } catch {
      printError(error.text[language])
      throw ExitCode(2)
    }
  }

  /// The tables that are asked for.
  private func choose(_ lists: [LedgerTable], _ whole: LedgerTable) throws(LedgerExport.Failure) -> [LedgerTable] {
    guard !list.isEmpty else { return [whole] }
    var chosen: [LedgerTable] = []
    for name in commaSeparated(list) {
      if name == "all" {
        chosen += lists
      } else if let found = lists.first(where: { $0.list == name || $0.title.zh == name || $0.title.en == name }) {
        chosen.append(found)
      } else {
        let known = lists.compactMap(\.list)
        let nearest = nearestName(to: name, among: known)
        throw LedgerExport.Failure(text: Messages.unknownList(name, known, nearest: nearest))
      }
    }
    let hasCSV = try? targets().targets.contains { $0.format == .csv }
    if chosen.count > 1, hasCSV == true {
      throw LedgerExport.Failure(
        text: LocalizedText(zh: "csv 一个文件只放一张清单；请逐张导出。", en: "A csv file holds one list: export them one by one."))
    }
    return chosen
  }
}

/// `guidelint ledger import`
struct LedgerImportCommand: DocumentedCommand {
  /// Name and abstract.
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "import",
      abstract: words(
        "把各单位填好的 CSV 按行编号并入台账；两边都改过的格子逐一列出。",
        "Merges a filled-in CSV by row id; cells that both sides changed are shown one by one."))
  }

  /// What stands at the end of the help page.
  static let examples = [
    "guidelint ledger import ledger.csv --catalog catalog/",
    words(
      "guidelint ledger import ledger.csv --by 王某 --dry-run", "guidelint ledger import ledger.csv --by Wang --dry-run"),
    "guidelint ledger import ledger.csv --take theirs",
  ]

  @Argument(help: ArgumentHelp(words("填好的 CSV 文件", "The filled-in CSV file"), valueName: "file"))
  var file: String

  @OptionGroup var options: LedgerOptions

  @Option(
    help: ArgumentHelp(
      words("冲突时以谁为准：theirs（表格）或 ours（台账）", "Who wins conflicts: theirs (the table) or ours (the ledger)"),
      valueName: "side"))
  var take: LedgerImport.Side?

  @Option(help: ArgumentHelp(words("经办人", "Who fills in"), valueName: "name"))
  var by: String?

  @Option(help: ArgumentHelp(words("日期，YYYY-MM-DD（默认今天）", "The day, YYYY-MM-DD (default: today)"), valueName: "date"))
  var on: String?

  @Flag(help: ArgumentHelp(words("只显示会怎样改动，不写文件", "Show what would change and write nothing")))
  var dryRun = false

  @OptionGroup var languageOptions: LanguageOptions

  /// Refuses days that do not exist.
  func validate() throws { try DayOptions.check(on, "--on") }

  /// Merges, writes or shows, exits.
  func run() throws {
    var run = LedgerImportRun(file, environment: ProcessEnvironment.current(), fileSystem: DiskFileSystem())
    run.place = options.place
    run.side = take
    run.by = by
    run.on = on
    let (result, conflicts) = run.run()
    let isOpen = take == nil && !conflicts.isEmpty
    let summary = { (file: LedgerFile) -> [LocalizedText] in
      conflicts.map(\.sentence) + (isOpen ? [Messages.ledgerConflicts(conflicts.count)] : []) + [
        Messages.ledgerRowsChanged(file.name, result.outcome.refreshed, unchanged: result.outcome.unchanged)
      ]
    }
    try LedgerTalk.finish(result, dryRun: dryRun, languageOptions, isOpen: isOpen, summary: summary)
  }
}

extension LedgerImport.Side: ExpressibleByArgument {}
