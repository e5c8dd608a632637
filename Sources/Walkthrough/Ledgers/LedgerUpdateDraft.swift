import Diagnostics
import Rules

/// An update while it is put together.
struct LedgerUpdateDraft {
  /// What is brought together.
  let update: LedgerUpdate
  /// What was found out so far.
  var outcome = LedgerUpdate.Outcome()
  /// Positions of the rows by key.
  private(set) var rows: [String: Int] = [:]
  /// Ids that are taken.
  private var ids: Set<String>
  /// Rows of which something was said.
  private var told: Set<String> = []
  /// New rows, which stand behind all others.
  private var added: [LedgerRow] = []

  /// Starts with the rows as they are.
  init(_ update: LedgerUpdate) {
    self.update = update
    ids = Set(update.ledger.rows.map(\.id))
    for (place, row) in update.ledger.rows.enumerated() {
      if let key = row.key, rows[key] == nil { rows[key] = place }
    }
  }

  // MARK: The linter

  /// Holds the linter's findings against the rows.
  mutating func judgeFindings() {
    var byRule: [String: Int] = [:]
    var byKey: [String: LedgerFinding] = [:]
    for finding in update.findings {
      byKey[finding.key] = finding
      if !finding.isAccepted { byRule[finding.rule, default: 0] += 1 }
    }
    var matched: Set<String> = []
    var found: [Int: LedgerFinding] = [:]
    for (place, row) in update.ledger.rows.enumerated() {
      if let key = row.key, let finding = byKey[key] {
        found[place] = finding
        matched.insert(key)
      }
    }
    matchPlaces(&found, &matched)
    for (place, row) in update.ledger.rows.enumerated() where row.source == .linter {
      judge(row, found[place], alike: found[place].flatMap { byRule[$0.rule] })
    }
    for finding in update.findings where !matched.contains(finding.key) && !finding.isAccepted {
      guard finding.severity >= update.options.minSeverity,
        update.isWanted(document: finding.document, rule: finding.rule)
      else { continue }
      add(row(of: finding, alike: byRule[finding.rule] ?? 1))
    }
  }

  /// A wrong value that became another wrong value at the same place is the same problem still.
  private func matchPlaces(_ found: inout [Int: LedgerFinding], _ matched: inout Set<String>) {
    var free: [String: [LedgerFinding]] = [:]
    for finding in update.findings where !matched.contains(finding.key) {
      if let place = finding.place { free[place, default: []].append(finding) }
    }
    for (place, row) in update.ledger.rows.enumerated() where row.source == .linter && found[place] == nil {
      guard let stem = row.key.flatMap(LedgerFinding.place(ofKey:)), let next = free[stem]?.first else { continue }
      free[stem]?.removeFirst()
      found[place] = next
      matched.insert(next.key)
    }
  }

  private mutating func judge(_ row: LedgerRow, _ finding: LedgerFinding?, alike: Int?) {
    guard let key = row.key, let (rule, document) = LedgerFinding.parts(ofKey: key),
      update.isWanted(document: document, rule: rule), row.state != .rejected
    else { return }
    guard let finding else { return judgeGone(row, rule: rule, document: document) }
    if finding.isAccepted {
      outcome.accepted.append(row.id)
      return
    }
    let language = update.options.language
    if finding.key != key {
      set(row, "key", finding.key)
      note(row, row.state.afterReturn, Messages.readsNow(finding.message)[language])
    } else if row.state.afterReturn != row.state {
      note(row, row.state.afterReturn, Messages.failsAgain(rule)[language])
    }
    reopen(row, Messages.failsAgain(rule)[language])
    refresh(row, alike: alike)
  }

  /// A finding that is not there any more: solved, if the rule looked.
  private mutating func judgeGone(_ row: LedgerRow, rule: String, document: String) {
    guard row.state.isPending else { return }
    guard let subject = update.subjects[document] else {
      outcome.gone.append((row.id, document))
      return
    }
    guard update.hasRun(rule, subject) else {
      outcome.unjudged.append(row.id)
      return
    }
    // A person who sent the row back looked at this very text; only another one is news.
    guard !row.proof.contains(where: { LedgerFinding.isNamed(subject.digest, in: $0) }) else { return }
    let options = update.options
    let proof = Messages.lintProof(rule, on: options.today.text, subject.file, digest: subject.digest)
    putUpForReview(row, proof: proof[options.language], note: Messages.lintPasses[options.language])
  }

  // MARK: Rows

  /// Puts a row up for review with its proof.
  mutating func putUpForReview(_ row: LedgerRow, proof: String, note words: String) {
    tell(row)
    setState(row, .review)
    outcome.changes.append(LedgerChange(row: row.id, .append("proof", .text(proof))))
    note(row, .review, words)
    outcome.toReview.append(row.id)
  }

  /// Takes a row up anew that was held for solved; its history says why.
  mutating func reopen(_ row: LedgerRow, _ reason: String) {
    let state = row.state.afterReturn
    guard state != row.state else { return }
    tell(row)
    setState(row, state)
    if state == .returned, row.reason == nil { set(row, "reason", reason) }
    outcome.reopened.append(row.id)
  }

  /// Writes the number of places like it.
  mutating func refresh(_ row: LedgerRow, alike: Int?) {
    guard let alike, row.alike != alike, row.state.isUnsettled else { return }
    outcome.changes.append(LedgerChange(row: row.id, .set(["alike"], .plain("\(alike)"))))
    if told.insert(row.id).inserted { outcome.refreshed.append(row.id) }
  }

  /// Adds an event of today.
  mutating func note(_ row: LedgerRow, _ state: LedgerState, _ words: String) {
    tell(row)
    let event = LedgerRow.Event(date: update.options.today.text, state: state, by: "guidelint", note: words)
    outcome.changes.append(.note(row.id, event))
  }

  /// Adds a new row, unless one with its key is there.
  mutating func add(_ row: LedgerRow) {
    guard let key = row.key, rows[key] == nil else { return }
    var row = row
    row.id = newID(row.source == .walk ? "W-" : "L-", key)
    rows[key] = update.ledger.rows.count + added.count
    added.append(row)
    outcome.added.append(row.id)
    outcome.changes.append(LedgerChange(row: row.id, .add(row.fields)))
  }

  /// Counts what there was nothing to say of.
  mutating func finish() -> LedgerUpdate.Outcome {
    outcome.closed = update.ledger.rows.count { $0.state == .closed && !told.contains($0.id) }
    outcome.unchanged = update.ledger.rows.count - told.count
    return outcome
  }

  private mutating func set(_ row: LedgerRow, _ field: String, _ text: String) {
    tell(row)
    outcome.changes.append(.set(row.id, field, text))
  }

  private mutating func setState(_ row: LedgerRow, _ state: LedgerState) { set(row, "state", state.rawValue) }

  private mutating func tell(_ row: LedgerRow) { told.insert(row.id) }

  /// An id that follows from the key, so that two people's updates name a row alike.
  private mutating func newID(_ prefix: String, _ key: String) -> String {
    let digits = StablePlace.digits(StablePlace.hash(of: key.utf8))
    for count in [8, 12, 16] where ids.insert(prefix + digits.suffix(count)).inserted {
      return prefix + digits.suffix(count)
    }
    var number = 2
    while !ids.insert("\(prefix)\(digits)-\(number)").inserted { number += 1 }
    return "\(prefix)\(digits)-\(number)"
  }

  // MARK: New rows of the linter

  private func row(of finding: LedgerFinding, alike: Int) -> LedgerRow {
    let options = update.options
    var row = LedgerRow(id: "")
    row.source = .linter
    row.key = finding.key
    row.rule = finding.rule
    row.problem = finding.message[options.language]
    row.severity = finding.severity
    row.defect = finding.defect
    row.alike = alike
    row.advice = finding.remedy?[options.language]
    describe(&row, document: finding.document)
    row.place = update.subjects[finding.document].map { Messages.guideFile($0.file)[options.language] }
    row.type = finding.isFixable ? .immediate : .dated
    row.due = options.today.adding(finding.isFixable ? options.immediateDays : options.dueDays).text
    begin(&row, on: options.today.text, by: Messages.linter[options.language], Messages.lintFinds[options.language])
    return row
  }

  /// Fills in what the ledger knows of the document.
  func describe(_ row: inout LedgerRow, document: String) {
    row.document = document
    guard let subject = update.subjects[document] else { return }
    row.code = subject.code
    row.title = subject.title
    row.lead = subject.department?[update.options.language]
  }

  /// Fills in who found it, and begins the history.
  func begin(_ row: inout LedgerRow, on day: String, by finder: String, _ words: String) {
    row.foundOn = day
    row.foundBy = finder
    row.history = [
      LedgerRow.Event(date: update.options.today.text, state: .open, by: "guidelint", note: words)
    ]
  }
}
