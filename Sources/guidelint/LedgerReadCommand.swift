internal import ArgumentParser
internal import Diagnostics
internal import Rules
internal import Walkthrough
internal import Workspace

/// Which rows of a ledger are shown.
struct LedgerFilters: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      words("只要这些状态，如 open、整改中", "Only these states, such as open or review"), valueName: "state"))
  var state: [String] = []

  @Option(
    help: ArgumentHelp(
      words("只要这些来源，如 walk、linter、hotline", "Only these sources, such as walk, linter or hotline"), valueName: "source")
  )
  var source: [String] = []

  @Option(help: ArgumentHelp(words("只要这些单位牵头或配合的", "Only rows that these units lead or help with"), valueName: "name"))
  var department: [String] = []

  @Option(help: ArgumentHelp(words("只要这些事项或“一件事”的", "Only rows of these items and bundles"), valueName: "id"))
  var document: [String] = []

  @Flag(help: ArgumentHelp(words("只要逾期未办的", "Only rows whose deadline has passed")))
  var overdue = false

  @OptionGroup var dayOptions: DayOptions

  /// Refuses states, sources and days that there are not.
  func validate() throws {
    _ = try selection()
  }

  /// The filters as values.
  func selection() throws -> LedgerSelection {
    var selection = LedgerSelection()
    for name in commaSeparated(state) {
      guard let state = LedgerState(words: name) else {
        throw ValidationError(
          LedgerFilters.unknown("--state", name, LedgerState.allCases.map { ($0.rawValue, $0.label) }))
      }
      selection.states.insert(state)
    }
    for name in commaSeparated(source) {
      let found = LedgerRow.Source.allCases.first {
        $0.rawValue == name || $0.label.zh == name || $0.label.en == name
      }
      guard let found else {
        throw ValidationError(
          LedgerFilters.unknown("--source", name, LedgerRow.Source.allCases.map { ($0.rawValue, $0.label) }))
      }
      selection.sources.insert(found)
    }
    selection.departments = department
    selection.documents = Set(commaSeparated(document))
    selection.isOverdue = overdue
    return selection
  }

  private static func unknown(_ option: String, _ name: String, _ known: [(token: String, label: LocalizedText)])
    -> String
  {
    let zh = known.map { "\($0.token)（\($0.label.zh)）" }.joined(separator: "、")
    let en = known.map(\.token).joined(separator: ", ")
    return words("\(option) 没有“\(name)”，可用：\(zh)。", "\(option) has no “\(name)”; there are: \(en).")
  }
}

/// `guidelint ledger show`
struct LedgerShowCommand: DocumentedCommand {
  /// Name and abstract.
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "show", abstract: words("在终端上列出台账的行。", "Lists rows of the ledger on the terminal."))
  }

  /// What stands at the end of the help page.
  static let examples = [
    "guidelint ledger show --catalog catalog/",
    "guidelint ledger show catalog/ledger.yaml --overdue",
    words(
      "guidelint ledger show --state review --department 市监局",
      "guidelint ledger show --state review --department market"),
  ]

  @Argument(
    help: ArgumentHelp(words("台账文件（默认目录中唯一的台账）", "The ledger (default: the catalog's only one)"), valueName: "ledger"))
  var ledger: String?

  @Option(
    help: ArgumentHelp(words("目录所在文件夹（默认当前文件夹）", "Folder of the catalog (default: this folder)"), valueName: "folder"))
  var catalog: String?

  @OptionGroup var filters: LedgerFilters

  @OptionGroup var languageOptions: LanguageOptions

  /// Reads, prints, exits.
  func run() throws {
    let environment = ProcessEnvironment.current()
    var run = LedgerReadRun(environment: environment, fileSystem: DiskFileSystem())
    run.place.ledger = ledger
    run.place.catalog = catalog
    run.place.today = filters.dayOptions.today
    run.selection = try filters.selection()
    run.language = languageOptions.language?.language
    let result = run.run(standard: processLanguage)
    for message in result.messages { printError(message.text[result.language]) }
    guard let table = result.tables?.whole else { throw ExitCode(2) }
    for line in table.lines(width: environment.outputWidth ?? 100) { print(line) }
    printError(result.file + (result.language == .zh ? "：" : ": ") + table.summary[result.language])
  }
}
