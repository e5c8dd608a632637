package import Diagnostics
package import Rules

/// What a person does to a row: cells that are filled in, a state that changes, and the event that says so.
package struct LedgerAct: Sendable {
  /// Why it is not done.
  package struct Refusal: Error, Hashable, Sendable {
    /// The row, with what is missing.
    package var text: LocalizedText
  }

  /// A cell with a person's words for it.
  package struct Cell: Hashable, Sendable {
    /// The column.
    package var field: LedgerField
    /// The words.
    package var words: String

    /// Fills in a cell.
    package init(_ field: LedgerField, _ words: String) {
      self.field = field
      self.words = words
    }
  }

  /// Who does it.
  private let by: String?
  /// When.
  private let day: CalendarDay
  /// What is said about it.
  private let note: String?
  /// Whether the language of events is Chinese.
  private let language: Language

  /// Names the person and the day.
  package init(by: String?, on day: CalendarDay, note: String?, language: Language) {
    self.by = by
    self.day = day
    self.note = note
    self.language = language
  }

  // MARK: Filling in

  /// The changes that fill in some cells of a row; none where they say so already.
  package func fill(_ cells: [Cell], in row: LedgerRow) throws(Refusal) -> [LedgerChange] {
    var changes: [LedgerChange] = []
    var told: [String] = []
    var values: [LedgerField: LedgerValue] = [:]
    for cell in cells {
      guard cell.field.isEditable else {
        throw Refusal(text: Messages.notForPeople(row.id, cell.field.label))
      }
      let value: LedgerValue
      do throws(LedgerField.Fault) {
        value = try cell.field.value(of: cell.words)
      } catch {
        throw Refusal(text: Messages.inRow(row.id, error.text))
      }
      guard value != row.value(cell.field) else { continue }
      if cell.field == .proof {
        changes += proofs(value, in: row)
      } else {
        changes.append(LedgerChange(row: row.id, .set(cell.field.path, value)))
      }
      values[cell.field] = value
      // The event's own state says what the state has become.
      if cell.field != .state { told.append(Messages.cellBecomes(cell.field.label, cell.words)[language]) }
    }
    guard !changes.isEmpty else { return [] }
    var state = row.state
    if let next = values[.state]?.words.flatMap({ LedgerState(rawValue: $0) }) {
      try check(row, becomes: next, with: values)
      state = next
    }
    let words = note ?? (told.isEmpty ? nil : told.joined(separator: language == .zh ? "；" : "; "))
    return changes + [.note(row.id, LedgerRow.Event(date: day.text, state: state, by: by, note: words))]
  }

  /// Proof is only added.
  private func proofs(_ value: LedgerValue, in row: LedgerRow) -> [LedgerChange] {
    guard case .list(let values) = value else { return [] }
    return values.filter { $0.words.map { !row.proof.contains($0) } ?? false }
      .map { LedgerChange(row: row.id, .append("proof", $0)) }
  }

  /// Whether a state may follow, and whether what it needs is there.
  private func check(_ row: LedgerRow, becomes state: LedgerState, with values: [LedgerField: LedgerValue])
    throws(Refusal)
  {
    func has(_ field: LedgerField) -> Bool { (values[field] ?? row.value(field)).isFilled }
    if state == .closed { throw Refusal(text: Messages.closingIsAnAct(row.id)) }
    guard row.state.successors.contains(state) else {
      throw Refusal(text: Messages.stateCannotFollow(row.id, row.state, state))
    }
    let missing: [LedgerField] =
      switch state {
      case .review: [.proof]
      case .postponed: [.until, .approver, .extensionReason]
      case .rejected, .returned: [.reason]
      case .open, .working, .closed: []
      }
    if let field = missing.first(where: { !has($0) }) {
      throw Refusal(text: Messages.stateNeeds(row.id, state, field))
    }
    if row.state == .closed || row.state == .rejected, note == nil {
      throw Refusal(text: Messages.reopeningNeedsNote(row.id))
    }
  }

  // MARK: Closing

  /// The changes that close a row, which a person has looked at: it waits for review and has proof.
  package func close(_ row: LedgerRow, satisfaction: String? = nil, followUp: String? = nil) throws(Refusal)
    -> [LedgerChange]
  {
    guard let by, !by.isEmpty else { throw Refusal(text: Messages.closingNeedsName(row.id)) }
    guard row.state == .review else { throw Refusal(text: Messages.notForClosing(row.id, row.state)) }
    guard !row.proof.isEmpty else { throw Refusal(text: Messages.closingNeedsProof(row.id)) }
    var changes: [LedgerChange] = [
      .set(row.id, "state", LedgerState.closed.rawValue), .set(row.id, "closedOn", day.text),
      .set(row.id, "closedBy", by),
    ]
    for (field, words) in [(LedgerField.satisfaction, satisfaction), (.followUp, followUp)] {
      guard let words else { continue }
      do throws(LedgerField.Fault) {
        changes.append(LedgerChange(row: row.id, .set(field.path, try field.value(of: words))))
      } catch {
        throw Refusal(text: Messages.inRow(row.id, error.text))
      }
    }
    return changes + [.note(row.id, LedgerRow.Event(date: day.text, state: .closed, by: by, note: note))]
  }
}

extension LedgerValue {
  /// Whether there is something in it.
  fileprivate var isFilled: Bool {
    switch self {
    case .empty: false
    case .text(let words), .plain(let words): !words.isEmpty
    case .list(let values): !values.isEmpty
    case .map(let fields): !fields.isEmpty
    }
  }
}

extension LedgerRow {
  /// What the file holds for a column that people fill in.
  func value(_ field: LedgerField) -> LedgerValue {
    switch field {
    case .partners: partners.isEmpty ? .empty : .list(partners.map { .text($0) })
    case .proof: proof.isEmpty ? .empty : .list(proof.map { .text($0) })
    case .state: .text(state.rawValue)
    case .type: type.map { .text($0.rawValue) } ?? .empty
    case .defect: defect.map { .text($0.rawValue) } ?? .empty
    case .satisfaction: satisfaction.map { Int($0) == nil ? .text($0) : .plain($0) } ?? .empty
    default: cell(field, .zh).map { .text($0) } ?? .empty
    }
  }
}
