package import DataTree
package import Diagnostics

/// Reads named fields of one map of a document or of a rule, pack or configuration file; shape faults are reported
/// elsewhere.
package struct TreeFields {
  /// The file's tree, which the reader keeps alive.
  package let view: TreeView
  /// The map; one of another kind has no fields.
  package let node: NodeID

  /// Reads fields of the root unless another map is named.
  package init(_ view: TreeView, _ node: NodeID = .root) {
    self.view = view
    self.node = node
  }

  /// The value under a key, unless it has none.
  package func value(_ key: String) -> NodeID? {
    guard let value = view.value(of: node, at: key), view.kind(value) != .null else { return nil }
    return value
  }

  /// The text of a scalar field as written.
  package func text(_ key: String) -> WrittenText? {
    value(key).flatMap { written($0) }
  }

  /// The text of a scalar field as a plain string.
  package func string(_ key: String) -> String? { text(key)?.text }

  /// A text, or a list of texts.
  package func texts(_ key: String) -> [WrittenText] {
    guard let value = value(key) else { return [] }
    if view.kind(value) == .list { return view.elements(value).compactMap { written($0) } }
    return written(value).map { [$0] } ?? []
  }

  /// A text in both languages; a plain text stands for both.
  package func localized(_ key: String) -> LocalizedText? {
    value(key).flatMap { localized(at: $0) }
  }

  /// The text of a node in both languages; a plain text stands for both.
  package func localized(at node: NodeID) -> LocalizedText? {
    if view.kind(node) != .map { return written(node).map { LocalizedText(zh: $0.text, en: $0.text) } }
    let fields = TreeFields(view, node)
    guard let zh = fields.string("zh") ?? fields.string("en") else { return nil }
    return LocalizedText(zh: zh, en: fields.string("en") ?? zh)
  }

  /// A truth value.
  package func bool(_ key: String) -> Bool? {
    guard let value = value(key), view.kind(value) == .bool else { return nil }
    return view[value].bool
  }

  /// A whole number.
  package func int(_ key: String) -> Int? {
    guard let value = value(key), view.kind(value) == .int else { return nil }
    return Int(exactly: view[value].int)
  }

  /// The entries of a map field, in the order written.
  package func entries(_ key: String) -> [(key: WrittenText, value: NodeID)] {
    guard let value = value(key) else { return [] }
    return view.entries(value).map { (WrittenText(text: view.string($0.key), node: $0.key), $0.value) }
  }

  /// The elements of a list field.
  package func elements(_ key: String) -> [NodeID] {
    value(key).map { Array(view.elements($0)) } ?? []
  }

  /// The text of a scalar node.
  package func written(_ node: NodeID) -> WrittenText? {
    guard !view[node].isCollection else { return nil }
    return WrittenText(text: view.string(node), node: node)
  }

  /// The value of a parameter, whatever its type.
  func parameterValue(_ node: NodeID) -> ParameterValue? {
    let content = view[node]
    switch content.kind {
    case .int: return .int(content.int)
    case .double: return .double(content.double)
    case .bool: return .bool(content.bool)
    case .string: return .string(view.string(node))
    case .list: return .list(view.elements(node).compactMap { written($0)?.text })
    case .null, .map, .opaque: return nil
    }
  }
}
