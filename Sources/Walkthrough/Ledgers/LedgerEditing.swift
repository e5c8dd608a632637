import DataTree
import Diagnostics
import Rules
import SourceText

/// Finds the edits that change cells of a ledger as an editor's hand would: in the way of writing that is there, with
/// not one byte more than needed.
struct LedgerEditing {
  /// The file.
  let text: LedgerText
  /// Its tree.
  let view: TreeView
  /// Its lines.
  let lines: SourceLines
  /// Whether new fields go below the row's id rather than to their place in the schema.
  let isCautious: Bool
  /// How the file ends its lines.
  let lineBreak: String

  /// Looks at a file.
  init(_ text: LedgerText, isCautious: Bool) {
    self.text = text
    self.isCautious = isCautious
    view = text.tree.view
    lines = SourceLines(bytes: text.source.bytes)
    lineBreak = String(decoding: lines.lineBreak(at: 0), as: UTF8.self)
  }

  /// What is to be done to one field.
  private enum Plan {
    /// It gets a value.
    case set(LedgerValue)
    /// The list in it gets more elements.
    case append([LedgerValue])
    /// The map in it gets fields.
    case merge([LedgerValue.Field])
  }

  /// The edits of some changes, for the file as it is; nil where one of them cannot be written.
  func edits(for changes: [LedgerChange]) -> [Edit]? {
    var edits: [Edit] = []
    var added: [[LedgerValue.Field]] = []
    var order: [String] = []
    var plans: [String: [(name: String, plan: Plan)]] = [:]
    for change in changes {
      if case .add(let fields) = change.action {
        added.append(fields)
        continue
      }
      if plans[change.row] == nil { order.append(change.row) }
      guard LedgerEditing.add(change.action, to: &plans[change.row, default: []]) else { return nil }
    }
    for row in order {
      guard let node = text.rowNode(row) else { return nil }
      // In the order of the schema, so that fields which are new stand in it, too.
      let plan = (plans[row] ?? []).enumerated().sorted {
        let ranks = (LedgerValue.rank(of: $0.element.name), LedgerValue.rank(of: $1.element.name))
        return ranks.0 == ranks.1 ? $0.offset < $1.offset : ranks.0 < ranks.1
      }
      for (_, change) in plan {
        guard let found = self.edits(change.name, change.plan, in: node) else { return nil }
        edits += found
      }
    }
    guard !added.isEmpty else { return edits }
    return addition(of: added).map { edits + $0 }
  }

  /// Collects what belongs to one field; false where two changes contradict each other.
  private static func add(_ action: LedgerChange.Action, to plans: inout [(name: String, plan: Plan)]) -> Bool {
    func replace(_ name: String, _ merge: (Plan?) -> Plan?) -> Bool {
      let place = plans.firstIndex { $0.name == name }
      guard let plan = merge(place.map { plans[$0].plan }) else { return false }
      if let place { plans[place].plan = plan } else { plans.append((name, plan)) }
      return true
    }
    switch action {
    case .set(let path, let value):
      guard let name = path.first, path.count <= 2 else { return false }
      if path.count == 1 { return replace(name) { $0 == nil ? .set(value) : nil } }
      return replace(name) { known in
        guard case .merge(let fields)? = known else {
          return known == nil ? .merge([LedgerValue.Field(path[1], value)]) : nil
        }
        return .merge(fields + [LedgerValue.Field(path[1], value)])
      }
    case .append(let name, let value):
      return replace(name) { known in
        guard case .append(let values)? = known else { return known == nil ? .append([value]) : nil }
        return .append(values + [value])
      }
    case .add: return false
    }
  }

  private func edits(_ name: String, _ plan: Plan, in map: NodeID) -> [Edit]? {
    guard view.kind(map) == .map, isWrittenHere(map) else { return nil }
    let entry = view.entries(map).first { view.string($0.key) == name }
    switch plan {
    case .set(let value):
      guard let entry else { return insertion(name, value, in: map).map { [$0] } }
      return replacement(of: entry, with: value, isInFlow: isFlow(map))
    case .append(let values):
      guard let entry else { return insertion(name, .list(values), in: map).map { [$0] } }
      if view.kind(entry.value) == .null {
        return replacement(of: entry, with: .list(values), isInFlow: isFlow(map))
      }
      return append(values, to: entry.value).map { [$0] }
    case .merge(let fields):
      let whole = LedgerValue.map(Dictionary(fields.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 }))
      guard let entry else { return insertion(name, whole, in: map).map { [$0] } }
      if view.kind(entry.value) == .null { return replacement(of: entry, with: whole, isInFlow: isFlow(map)) }
      var edits: [Edit] = []
      for field in LedgerValue.ordered(Dictionary(fields.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })) {
        guard let found = self.edits(field.name, .set(field.value), in: entry.value) else { return nil }
        edits += found
      }
      return edits
    }
  }

  // MARK: Fields that are there

  private func replacement(of entry: Entry, with value: LedgerValue, isInFlow: Bool) -> [Edit]? {
    guard isWrittenHere(entry.value) else { return nil }
    if LedgerValue(view, entry.value) == value { return [] }
    let node = view[entry.value]
    let written = ScalarText.write(value, isInFlow: isInFlow)
    if node.kind == .null, node.range.isEmpty { return [filling(entry, with: written)] }
    if case .list(let values) = value, node.kind == .list {
      guard case .list(let old) = LedgerValue(view, entry.value) else { return nil }
      if !old.isEmpty, values.count > old.count, values.starts(with: old) {
        return append(Array(values[old.count...]), to: entry.value).map { [$0] }
      }
    }
    if case .text(let words) = value, node.kind == .string, words.unicodeScalars.allSatisfy(ScalarText.isPrintable),
      let edit = ScalarRewriting(view: view, source: text.source).edit(entry.value, to: words)
    {
      return [edit]
    }
    // From behind the colon where a block begins below it: a value on one line follows its key.
    let end = end(of: entry.value)
    let start = node.isCollection && node.style == .block ? behindColon(entry) : Int(node.range.start)
    guard start <= end, !hasComment(start..<end) else { return nil }
    let blank = start == Int(node.range.start) || written.isEmpty ? "" : " "
    return [Edit(range: SourceRange(start..<end), replacement: blank + written)]
  }

  /// Writes a value behind a key that has none.
  private func filling(_ entry: Entry, with written: String) -> Edit {
    let colon = behindColon(entry)
    let hasColon = colon > Int(view[entry.key].range.end)
    let place = SourceRange(colon..<colon)
    return Edit(range: place, replacement: (hasColon ? " " : ": ") + written)
  }

  /// The offset behind the colon of a key; behind the key where it has none.
  private func behindColon(_ entry: Entry) -> Int {
    let end = Int(view[entry.key].range.end)
    var index = end
    while let byte = lines.byte(at: index), lines.isBlank(byte) || lines.isBreak(byte) { index += 1 }
    return lines.byte(at: index) == UInt8(ascii: ":") ? index + 1 : end
  }

  /// Whether a comment may stand in a stretch; a `#` inside quotes is taken for one, too.
  private func hasComment(_ range: Range<Int>) -> Bool {
    range.contains { index in
      lines.bytes[index] == UInt8(ascii: "#")
        && (index == range.lowerBound || lines.isBlank(lines.bytes[index - 1]) || lines.isBreak(lines.bytes[index - 1]))
    }
  }

  // MARK: Fields that are new

  private func insertion(_ name: String, _ value: LedgerValue, in map: NodeID) -> Edit? {
    let entries = view.entries(map).filter { $0.key != $0.value && isWrittenHere($0.key) }
    guard let before = predecessor(of: name, among: entries, isFlow: isFlow(map)) else { return nil }
    if isFlow(map) {
      let place = end(of: before.value)
      let written = ", " + ScalarText.fields([LedgerValue.Field(name, value)])
      return Edit(range: SourceRange(place..<place), replacement: written)
    }
    guard let first = entries.first, let indent = indent(of: Int(view[first.key].range.start)) else { return nil }
    let written = LedgerEditing.lines(LedgerValue.Field(name, value)).map { String(repeating: " ", count: indent) + $0 }
    return wholeLines(written, below: end(of: before))
  }

  /// The field below which, or behind which, a new one goes: the last that belongs before it and ends where nothing
  /// can be mistaken for a part of it.
  private func predecessor(of name: String, among entries: [Entry], isFlow: Bool) -> Entry? {
    let own = LedgerValue.rank(of: name)
    let solid = entries.filter { entry in
      let node = view[entry.value]
      if node.style == .literal || node.style == .folded { return false }
      return !isFlow || isWrittenHere(entry.value) && !(node.kind == .null && node.range.isEmpty)
    }
    if isCautious { return solid.first }
    return solid.last { LedgerValue.rank(of: view.string($0.key)) <= own } ?? solid.first
  }

  /// The column of a key that only blanks and dashes stand before; nil where something else does.
  private func indent(of offset: Int) -> Int? {
    let start = lines.start(of: offset)
    guard lines.bytes[start..<offset].allSatisfy({ $0 == 0x20 || $0 == UInt8(ascii: "-") }) else { return nil }
    return offset - start
  }

  /// A field as lines: a list goes below its key, all else beside it.
  static func lines(_ field: LedgerValue.Field) -> [String] {
    let key = ScalarText.text(field.name, isInFlow: false) + ":"
    if case .list(let values) = field.value, !values.isEmpty {
      return [key] + values.map { "  - " + ScalarText.write($0, isInFlow: false) }
    }
    let written = ScalarText.write(field.value, isInFlow: false)
    return [written.isEmpty ? key : key + " " + written]
  }

  /// Lines of their own below the line on which something ends.
  func wholeLines(_ written: [String], below end: Int) -> Edit {
    let place = lines.next(after: end)
    let isAtLineStart = place == 0 || lines.isBreak(lines.bytes[place - 1])
    let replacement =
      isAtLineStart ? written.map { $0 + lineBreak }.joined() : written.map { lineBreak + $0 }.joined()
    return Edit(range: SourceRange(place..<place), replacement: replacement)
  }

  // MARK: Places

  /// Whether a node stands in this place, not behind an alias.
  func isWrittenHere(_ node: NodeID) -> Bool { view[node].flags.isDisjoint(with: [.behindAlias, .supplied]) }

  /// Whether a collection is written between brackets.
  func isFlow(_ node: NodeID) -> Bool { view[node].style == .flow }

  /// Where an entry ends.
  private func end(of entry: Entry) -> Int {
    view.kind(entry.value) == .null && view[entry.value].range.isEmpty
      ? behindColon(entry) : max(end(of: entry.value), Int(view[entry.key].range.end))
  }

  /// Where a node ends, without the line breaks that a block scalar takes with it.
  func end(of node: NodeID) -> Int {
    if let alias = text.tree.aliasRange(of: node) { return Int(alias.end) }
    let content = view[node]
    if content.isCollection, content.style == .block {
      if let last = view.entries(node).last { return end(of: last) }
      if let last = view.elements(node).last { return max(end(of: last), Int(content.range.start)) }
    }
    var end = Int(content.range.end)
    guard content.style == .literal || content.style == .folded else { return end }
    while end > Int(content.range.start), lines.isBreak(lines.bytes[end - 1]) || lines.isBlank(lines.bytes[end - 1]) {
      end -= 1
    }
    return end
  }
}
