package import Encoding
package import Rules

/// Writes rows for programs: the fields and words of the file.
package enum LedgerJSON {
  /// Writes a ledger with some of its rows.
  package static func write(
    _ ledger: Ledger, rows: [LedgerRow], today: CalendarDay, to sink: @escaping ByteSink
  ) {
    var json = JSONWriter(sink: sink)
    json.beginObject()
    json.member("id", ledger.id)
    if let name = ledger.name {
      json.key("name")
      json.beginObject(inline: true)
      json.member("zh", name.zh)
      json.member("en", name.en)
      json.endObject()
    }
    if let round = ledger.round { json.member("round", round) }
    json.member("today", today.text)
    json.key("rows")
    json.beginArray()
    for row in rows {
      json.beginObject()
      for field in row.allFields {
        json.key(escaping: field.name)
        write(field.value, to: &json)
      }
      json.member("overdue", row.isOverdue(on: today.text))
      json.endObject()
    }
    json.endArray()
    json.endObject()
    json.finish()
  }

  private static func write(_ value: LedgerValue, to json: inout JSONWriter) {
    switch value {
    case .empty: json.null()
    case .text(let words): json.string(words)
    case .plain(let words):
      if let number = Int(words) { json.int(number) } else { json.string(words) }
    case .list(let values):
      json.beginArray(inline: values.count < 2)
      for value in values { write(value, to: &json) }
      json.endArray()
    case .map(let fields):
      json.beginObject(inline: true)
      for field in LedgerValue.ordered(fields) {
        json.key(escaping: field.name)
        write(field.value, to: &json)
      }
      json.endObject()
    }
  }
}

extension LedgerRow {
  /// Every field, those of a settled row included.
  fileprivate var allFields: [LedgerValue.Field] {
    var all = fields
    let place = all.firstIndex { $0.name == "note" || $0.name == "history" } ?? all.count
    var more: [LedgerValue.Field] = []
    for field in [LedgerField.closedOn, .closedBy, .reason, .followUp] {
      if let text = rawText(field) { more.append(LedgerValue.Field(field.rawValue, .text(text))) }
    }
    if value(.satisfaction) != .empty { more.append(LedgerValue.Field("satisfaction", value(.satisfaction))) }
    if let postponement {
      var parts: [String: LedgerValue] = [:]
      if let until = postponement.until { parts["until"] = .text(until) }
      if let approver = postponement.approver { parts["approver"] = .text(approver) }
      if let reason = postponement.reason { parts["reason"] = .text(reason) }
      more.append(LedgerValue.Field("extension", .map(parts)))
    }
    all.insert(contentsOf: more, at: place)
    return all
  }

  private func rawText(_ field: LedgerField) -> String? {
    switch field {
    case .closedOn: closedOn
    case .closedBy: closedBy
    default: cell(field, .zh)
    }
  }
}
