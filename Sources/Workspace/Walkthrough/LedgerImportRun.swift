internal import Diagnostics
internal import Rules
package import Walkthrough

/// One run of `guidelint ledger import`, from a spreadsheet to the text that the ledger is to have.
package struct LedgerImportRun {
  /// Which ledger is meant.
  package var place = LedgerPlace()
  /// The spreadsheet.
  package var file: String
  /// Whose cells count in conflicts.
  package var side: LedgerImport.Side?
  /// Who fills in.
  package var by: String?
  /// When, YYYY-MM-DD; nil = today.
  package var on: String?
  private let environment: ProcessEnvironment
  private let fileSystem: any FileSystem

  /// Prepares to read a spreadsheet.
  package init(_ file: String, environment: ProcessEnvironment, fileSystem: any FileSystem) {
    self.file = file
    self.environment = environment
    self.fileSystem = fileSystem
  }

  /// Merges; with a fault in the spreadsheet nothing is.
  package func run() -> (result: LedgerUpdateResult, conflicts: [LedgerImport.Conflict]) {
    var result = LedgerUpdateResult()
    let files = LedgerFiles(environment: environment, fileSystem: fileSystem)
    var catalog: WalkCatalog?
    if place.ledger == nil {
      catalog = files.catalog(place, lints: false, &result.messages)
      result.language = catalog?.configuration.language
      if result.hasFailed { return (result, []) }
    }
    guard let ledger = files.open(place, in: catalog, makesNew: false, &result.messages),
      let bytes = read(&result.messages), let day = CalendarDay(on ?? environment.today)
    else { return (result, []) }
    result.file = ledger
    let language: Language = catalog?.configuration.textLanguage == "en" ? .en : .zh
    let note = Messages.importedFrom(PathName.name(of: file))[language]
    let merge = LedgerImport(
      into: ledger.text.ledger, by: by, on: day, note: note, taking: side, language: language)
    let outcome = merge.merge(bytes, named: file)
    result.messages += outcome.faults.map { RunMessage(isFailure: true, text: $0) }
    if outcome.masked > 0 {
      result.messages.append(RunMessage(isFailure: false, text: Messages.ledgerMasked(outcome.masked)))
    }
    result.outcome.refreshed = outcome.changed
    result.outcome.unchanged = outcome.unchanged
    guard !result.hasFailed else { return (result, outcome.conflicts) }
    let (text, refused) = ledger.text.applying(outcome.changes)
    result.text = text
    result.messages += refused.map { files.message($0, in: ledger.text.source.bytes, ledger.name) }
    return (result, outcome.conflicts)
  }

  private func read(_ messages: inout [RunMessage]) -> [UInt8]? {
    do throws(FileFailure) {
      let path = PathName.absolute(file, in: environment.workingDirectory)
      guard case .bytes(let bytes) = try fileSystem.read(path, upTo: LintRun.largestFile) else {
        throw FileFailure(path: file, reason: .system("> 16 MiB"))
      }
      return bytes
    } catch {
      let text = Messages.cannotRead(FileFailure(path: file, reason: error.reason))
      messages.append(RunMessage(isFailure: true, text: text))
      return nil
    }
  }
}
