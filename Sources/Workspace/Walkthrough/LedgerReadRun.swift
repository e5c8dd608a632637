package import Diagnostics
internal import Rules
package import Walkthrough

/// Reads a ledger to show or export it.
package struct LedgerReadRun {
  /// What is read.
  package struct Result {
    /// The ledger; nil where there is none.
    package var ledger: Ledger?
    /// The rows that are asked for.
    package var rows: [LedgerRow] = []
    /// The ledger's path as people read it.
    package var file = ""
    /// The lists of the kit; nil where no catalog was read.
    package var tables: (whole: LedgerTable, lists: [LedgerTable], slips: [LedgerSlip])?
    /// What a person should know.
    package var messages: [RunMessage] = []
    /// Language of the output.
    package var language = Language.zh
  }

  /// Which ledger is meant.
  package var place = LedgerPlace()
  /// Which rows are shown.
  package var selection = LedgerSelection()
  /// Language that was asked for.
  package var language: Language?
  private let environment: ProcessEnvironment
  private let fileSystem: any FileSystem

  /// Prepares to read.
  package init(environment: ProcessEnvironment, fileSystem: any FileSystem) {
    self.environment = environment
    self.fileSystem = fileSystem
  }

  /// Reads the ledger and what kits say of its lists.
  package func run(standard: Language) -> Result {
    var result = Result()
    let files = LedgerFiles(environment: environment, fileSystem: fileSystem)
    guard let catalog = files.catalog(place, lints: false, &result.messages) else {
      result.language = language ?? standard
      return result
    }
    result.language = language ?? catalog.configuration.language ?? standard
    guard let file = files.open(place, in: catalog, makesNew: false, &result.messages) else { return result }
    let ledger = file.text.ledger
    result.ledger = ledger
    result.file = file.name
    result.rows = selection.rows(of: ledger, on: catalog.today)
    let kit = catalog.library.kits["lists"]
    result.tables = (
      .whole(ledger, rows: result.rows, today: catalog.today, language: result.language),
      LedgerTable.lists(ledger, kit: kit, rows: result.rows, today: catalog.today, language: result.language),
      LedgerSlip.slips(of: ledger, rows: result.rows, today: catalog.today, language: result.language)
    )
    return result
  }
}
