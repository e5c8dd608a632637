internal import Diagnostics
internal import Rules
package import Walkthrough

/// What people do to rows: `guidelint ledger set` and `guidelint ledger close`.
package struct LedgerActRun {
  /// What is done.
  package enum Act: Sendable {
    /// Cells are filled in.
    case fill([LedgerAct.Cell])
    /// Rows are closed.
    case close(satisfaction: String?, followUp: String?)
  }

  /// Which ledger is meant.
  package var place = LedgerPlace()
  /// Ids of rows.
  package var rows: [String] = []
  /// What is done to each.
  package var act: Act
  /// Who does it.
  package var by: String?
  /// When, YYYY-MM-DD; nil = today.
  package var on: String?
  /// What is said about it.
  package var note: String?
  private let environment: ProcessEnvironment
  private let fileSystem: any FileSystem

  /// Prepares an act.
  package init(_ act: Act, environment: ProcessEnvironment, fileSystem: any FileSystem) {
    self.act = act
    self.environment = environment
    self.fileSystem = fileSystem
  }

  /// Finds what the ledger is to be; with one row that cannot be changed, none is.
  package func run() -> LedgerUpdateResult {
    var result = LedgerUpdateResult()
    let files = LedgerFiles(environment: environment, fileSystem: fileSystem)
    var catalog: WalkCatalog?
    if place.ledger == nil {
      catalog = files.catalog(place, lints: false, &result.messages)
      result.language = catalog?.configuration.language
      if result.hasFailed { return result }
    }
    guard let file = files.open(place, in: catalog, makesNew: false, &result.messages) else { return result }
    guard let day = CalendarDay(on ?? environment.today) else { return result }
    result.file = file
    let act = LedgerAct(by: by, on: day, note: note, language: catalog?.configuration.textLanguage == "en" ? .en : .zh)
    var changes: [LedgerChange] = []
    var known: Set<String> = []
    for id in rows where known.insert(id).inserted {
      guard let row = file.text.ledger.row(id) else {
        let nearest = nearestName(to: id, among: file.text.ledger.rows.map(\.id))
        fail(Messages.unknownRow(id, in: file.name, nearest: nearest), &result.messages)
        continue
      }
      do throws(LedgerAct.Refusal) {
        let found = try perform(act, on: row)
        changes += found
        if found.isEmpty { result.outcome.unchanged += 1 } else { result.outcome.refreshed.append(id) }
      } catch {
        fail(error.text, &result.messages)
      }
    }
    guard !result.hasFailed else { return result }
    let (text, refused) = file.text.applying(changes)
    result.text = text
    result.messages += refused.map { files.message($0, in: file.text.source.bytes, file.name) }
    return result
  }

  private func perform(_ act: LedgerAct, on row: LedgerRow) throws(LedgerAct.Refusal) -> [LedgerChange] {
    switch self.act {
    case .fill(let cells): try act.fill(cells, in: row)
    case .close(let satisfaction, let followUp): try act.close(row, satisfaction: satisfaction, followUp: followUp)
    }
  }

  private func fail(_ text: LocalizedText, _ messages: inout [RunMessage]) {
    messages.append(RunMessage(isFailure: true, text: text))
  }
}
