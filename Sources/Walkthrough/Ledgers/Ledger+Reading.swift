import DataTree
import Diagnostics
package import Rules

extension Ledger {
  /// Reads a document of kind `Ledger`.
  package init(_ document: CatalogDocuments.Document) { self.init(document.fields, id: document.name.id) }

  /// Reads the fields of a ledger; rows without an id are nobody's to follow, the linter reports them.
  package init(_ fields: TreeFields, id: String) {
    self.init(id: id)
    name = fields.localized("name")
    round = fields.string("round")
    lists = fields.elements("lists").compactMap { node in
      if fields.view.kind(node) != .map {
        return fields.written(node).map { LocalizedText(zh: $0.text, en: $0.text) }
      }
      let names = TreeFields(fields.view, node)
      guard let zh = names.string("zh") ?? names.string("en") else { return nil }
      return LocalizedText(zh: zh, en: names.string("en") ?? zh)
    }
    rows = fields.list("rows").compactMap { LedgerRow($0) }
  }
}

extension LedgerRow {
  /// Reads a row; nil where it has no id.
  package init?(_ fields: TreeFields) {
    guard let id = fields.string("id"), !id.isEmpty else { return nil }
    self.init(id: id)
    source = fields.string("source").flatMap(Source.init)
    key = fields.string("key")
    foundOn = fields.string("foundOn")
    foundBy = fields.string("foundBy")
    document = fields.string("document")
    code = fields.string("code")
    title = fields.localized("title")
    place = fields.string("place")
    rule = fields.string("rule")
    problem = fields.string("problem")
    severity = fields.string("severity").flatMap(Severity.init(token:))
    defect = fields.string("defect").flatMap(Defect.init)
    alike = fields.int("alike")
    readWork(fields)
    readOutcome(fields)
  }

  private mutating func readWork(_ fields: TreeFields) {
    cause = fields.string("cause")
    measure = fields.string("measure")
    advice = fields.string("advice")
    lead = fields.string("lead")
    partners = fields.texts("partners").map(\.text)
    leader = fields.string("leader")
    owner = fields.string("owner")
    type = fields.string("type").flatMap(Pace.init)
    due = fields.string("due")
    progress = fields.string("progress")
  }

  private mutating func readOutcome(_ fields: TreeFields) {
    state = fields.string("state").flatMap { LedgerState(rawValue: $0) } ?? .open
    proof = fields.texts("proof").map(\.text)
    closedOn = fields.string("closedOn")
    closedBy = fields.string("closedBy")
    if let below = fields.below("extension") {
      var granted = Postponement()
      granted.until = below.string("until")
      granted.approver = below.string("approver")
      granted.reason = below.string("reason")
      postponement = granted
    }
    reason = fields.string("reason")
    followUp = fields.string("followUp")
    satisfaction = fields.string("satisfaction")
    note = fields.string("note")
    history = fields.list("history").compactMap { event in
      guard let date = event.string("date"), let state = event.string("state") else { return nil }
      return Event(date: date, state: state, by: event.string("by"), note: event.string("note"))
    }
  }
}
