import DataTree

extension DocumentOverview {
  /// Reads name and authority of a document that was read under its schema.
  init(_ view: TreeView) {
    self.init(
      title: DocumentOverview.words(of: view.value(of: .root, named: "name"), in: view),
      department: DocumentOverview.words(of: view.value(of: .root, named: "department"), in: view))
  }

  /// What a text, a localized text or something named says, in Chinese where it does.
  private static func words(of node: NodeID?, in view: TreeView) -> String? {
    guard let node else { return nil }
    guard view.kind(node) == .map else {
      return view[node].isCollection || view.kind(node) == .null ? nil : view.string(node)
    }
    let inner = view.value(of: node, named: "name") ?? view.value(of: node, named: "zh")
    guard let child = inner ?? view.entries(node).first?.value, view.kind(child) != .map || inner != nil else {
      return nil
    }
    return words(of: child, in: view)
  }
}
