import DataTree
import Diagnostics

/// Reads what people read out of fields.
extension TreeView {
  /// A text in both languages; a language that is missing has the words of the other.
  func localized(_ map: NodeID, _ key: String) -> LocalizedText? {
    guard let node = value(of: map, at: key) else { return nil }
    return localized(node)
  }

  /// A text in both languages, at a node.
  func localized(_ node: NodeID) -> LocalizedText? {
    guard kind(node) == .map else { return word(node).map { LocalizedText(zh: $0, en: $0) } }
    let zh = value(of: node, at: "zh").flatMap { word($0) }
    let en = value(of: node, at: "en").flatMap { word($0) }
    guard let first = zh ?? en else { return nil }
    return LocalizedText(zh: first, en: en ?? first)
  }

  /// What something with a `name` is called, such as a department; a text is its own name.
  func named(_ map: NodeID, _ key: String) -> LocalizedText? {
    guard let node = value(of: map, at: key) else { return nil }
    return kind(node) == .map ? localized(node, "name") ?? localized(node) ?? localized(node, "id") : localized(node)
  }

  /// A scalar field as written.
  func word(_ map: NodeID, _ key: String) -> String? { value(of: map, at: key).flatMap { word($0) } }

  /// A scalar as written; nil for collections and for nothing.
  func word(_ node: NodeID) -> String? {
    self[node].isCollection || kind(node) == .null || text(node).isEmpty ? nil : string(node)
  }

  /// Whether a field is `true`.
  func isTrue(_ map: NodeID, _ key: String) -> Bool {
    value(of: map, at: key).map { kind($0) == .bool && self[$0].bool } ?? false
  }

  /// A limit that reading has understood, other than 无.
  func limit(_ map: NodeID, _ key: String) -> TimeLimit? {
    guard let node = value(of: map, at: key), kind(node) == .opaque else { return nil }
    let limit = TimeLimit(bits: self[node].bits)
    return limit == .none ? nil : limit
  }
}
