import DataTree

/// What a ledger's YAML means, apart from how it is written: by this an edit is held against what was intended.
package indirect enum LedgerValue: Hashable, Sendable {
  /// Nothing: a key without a value.
  case empty
  /// A text.
  case text(String)
  /// A number or truth value, as written.
  case plain(String)
  /// Values in their order.
  case list([LedgerValue])
  /// Fields by name; their order means nothing.
  case map([String: LedgerValue])

  /// Reads a node with everything below it.
  init(_ view: TreeView, _ node: NodeID) {
    switch view.kind(node) {
    case .null: self = .empty
    case .string, .opaque: self = .text(view.string(node))
    case .bool, .int, .double: self = .plain(view.string(node))
    case .list: self = .list(view.elements(node).map { LedgerValue(view, $0) })
    case .map:
      self = .map(
        Dictionary(
          view.entries(node).map { (view.string($0.key), LedgerValue(view, $0.value)) }, uniquingKeysWith: { $1 }))
    }
  }

  /// The value of a field; nil where this is no map or does not have it.
  subscript(_ name: String) -> LedgerValue? {
    guard case .map(let fields) = self else { return nil }
    return fields[name]
  }

  /// The text of a scalar.
  package var words: String? {
    switch self {
    case .text(let words), .plain(let words): words
    case .empty, .list, .map: nil
    }
  }
}

/// One change of a ledger's file.
package struct LedgerChange: Hashable, Sendable {
  /// What is done.
  package enum Action: Hashable, Sendable {
    /// A field of the row gets a value; the path leads into `extension`.
    case set([String], LedgerValue)
    /// A list of the row, such as `history`, gets another element.
    case append(String, LedgerValue)
    /// The row itself is added at the end, its fields in this order.
    case add([LedgerValue.Field])
  }

  /// Id of the row.
  package var row: String
  /// What is done.
  package var action: Action

  /// Describes a change.
  package init(row: String, _ action: Action) {
    self.row = row
    self.action = action
  }

  /// Sets a field to a text.
  package static func set(_ row: String, _ field: String, _ text: String) -> LedgerChange {
    LedgerChange(row: row, .set([field], .text(text)))
  }

  /// Adds an event to the history of a row.
  package static func note(_ row: String, _ event: LedgerRow.Event) -> LedgerChange {
    LedgerChange(row: row, .append("history", event.value))
  }
}

extension LedgerValue {
  /// A field with its value.
  package struct Field: Hashable, Sendable {
    /// The key.
    package var name: String
    /// The value.
    package var value: LedgerValue

    /// Names a value.
    package init(_ name: String, _ value: LedgerValue) {
      self.name = name
      self.value = value
    }
  }

  /// The fields of a map inside a row in the order in which a ledger is written: that of the schema, then by name.
  static func ordered(_ fields: [String: LedgerValue]) -> [Field] {
    func rank(_ name: String) -> Int { innerOrder.firstIndex(of: name) ?? innerOrder.count }
    return fields.map { Field($0.key, $0.value) }.sorted {
      let ranks = (rank($0.name), rank($1.name))
      return ranks.0 == ranks.1 ? $0.name < $1.name : ranks.0 < ranks.1
    }
  }

  /// Place of a field among those of a row.
  static func rank(of name: String) -> Int { order.firstIndex(of: name) ?? order.count }

  /// The fields of a row in the order of the schema.
  private static let order = [
    "id", "source", "key", "foundOn", "foundBy", "document", "code", "title", "place", "rule", "problem", "severity",
    "defect", "alike", "cause", "measure", "advice", "lead", "partners", "leader", "owner", "type", "due", "progress",
    "state", "proof", "closedOn", "closedBy", "extension", "reason", "followUp", "satisfaction", "note", "history",
  ]

  /// The fields of titles, extensions and events, in the order of the schema.
  private static let innerOrder = ["zh", "en", "until", "approver", "reason", "date", "state", "by", "note"]
}

extension LedgerRow.Event {
  /// The event as the file holds it.
  var value: LedgerValue {
    var fields: [String: LedgerValue] = ["date": .text(date), "state": .text(state)]
    if let by { fields["by"] = .text(by) }
    if let note { fields["note"] = .text(note) }
    return .map(fields)
  }
}
