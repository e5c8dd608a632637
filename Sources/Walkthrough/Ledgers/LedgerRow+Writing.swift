import Diagnostics
import Rules

extension LedgerRow {
  /// The row as the file holds it: what is not known is not written.
  package var fields: [LedgerValue.Field] {
    var fields: [LedgerValue.Field] = []
    func add(_ name: String, _ text: String?) {
      if let text, !text.isEmpty { fields.append(LedgerValue.Field(name, .text(text))) }
    }
    add("id", id)
    add("source", source?.rawValue)
    add("key", key)
    add("foundOn", foundOn)
    add("foundBy", foundBy)
    add("document", document)
    add("code", code)
    if let title { fields.append(LedgerValue.Field("title", LedgerRow.value(of: title))) }
    add("place", place)
    add("rule", rule)
    add("problem", problem)
    add("severity", severity?.token)
    add("defect", defect?.rawValue)
    if let alike { fields.append(LedgerValue.Field("alike", .plain("\(alike)"))) }
    add("cause", cause)
    add("measure", measure)
    add("advice", advice)
    add("lead", lead)
    if !partners.isEmpty { fields.append(LedgerValue.Field("partners", .list(partners.map { .text($0) }))) }
    add("leader", leader)
    add("owner", owner)
    add("type", type?.rawValue)
    add("due", due)
    add("progress", progress)
    add("state", state.rawValue)
    if !proof.isEmpty { fields.append(LedgerValue.Field("proof", .list(proof.map { .text($0) }))) }
    add("note", note)
    if !history.isEmpty { fields.append(LedgerValue.Field("history", .list(history.map(\.value)))) }
    return fields
  }

  private static func value(of title: LocalizedText) -> LedgerValue {
    title.zh == title.en ? .text(title.zh) : .map(["zh": .text(title.zh), "en": .text(title.en)])
  }
}

extension Ledger {
  /// The text of a new ledger without rows.
  package func newFile() -> String {
    var text = "kind: Ledger\nid: \(ScalarText.text(id, isInFlow: false))\n"
    if let name {
      text +=
        "name: {zh: \(ScalarText.text(name.zh, isInFlow: true)), en: \(ScalarText.text(name.en, isInFlow: true))}\n"
    }
    if let round { text += "round: \(ScalarText.text(round, isInFlow: false))\n" }
    return text + "rows: []\n"
  }
}
