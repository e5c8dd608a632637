package import DataTree

/// Finds in another version of a document what stands at the same place.
///
/// A key leads to the same key; an element of a list is found by its id, else by its name, and by its position only where
/// it has neither, so that what was moved is found and what was replaced is not.
package final class Counterpart {
  /// The version that the places are in.
  private let view: TreeView
  /// The version that is searched; both trees have the same symbols.
  private let other: TreeView
  /// The keys of documents.
  private let keys: ReadingKeys
  /// Elements of long lists by id and by name.
  private var indices: [NodeID: Index] = [:]

  /// The first element with each id and each name of one list.
  private struct Index {
    /// Elements by id.
    var ids: [[UInt8]: NodeID] = [:]
    /// Elements by name.
    var names: [[UInt8]: NodeID] = [:]
  }

  /// Up to this length a list is searched from its beginning.
  private static let shortList = 24

  /// Prepares to look from one version into another.
  package init(from view: TreeView, in other: TreeView, shapes: Shapes) {
    self.view = view
    self.other = other
    keys = shapes.keys
  }

  /// The node at the same place; nil where the other version has none.
  package func node(_ node: NodeID) -> NodeID? {
    guard other.nodeCount > 0 else { return nil }
    var path: [NodeID] = []
    var current = node
    while current != .root {
      path.append(current)
      current = view[current].parent
    }
    var found = NodeID.root
    for step in path.reversed() {
      guard let next = child(step, of: found) else { return nil }
      found = next
    }
    return found
  }

  /// What corresponds to a node below a parent of the other version.
  private func child(_ node: NodeID, of parent: NodeID) -> NodeID? {
    if let entry = view.entry(holding: node) {
      if entry.symbol != .unknown { return other.value(of: parent, at: entry.symbol) }
      return other.value(of: parent, at: view.text(entry.key))
    }
    let elements = other.elements(parent)
    if let id = scalar(of: node, at: keys.id, in: view) {
      guard elements.count <= Counterpart.shortList else { return index(of: parent).ids[Array(id)] }
      return elements.first { scalar(of: $0, at: keys.id, in: other).map { equalBytes($0, id) } ?? false }
    }
    if let name = name(of: node, in: view) {
      guard elements.count <= Counterpart.shortList else { return index(of: parent).names[Array(name)] }
      return elements.first { self.name(of: $0, in: other).map { equalBytes($0, name) } ?? false }
    }
    return view.position(of: node).flatMap { $0 < elements.count ? elements[$0] : nil }
  }

  /// The elements of a long list of the other version, put in order at the first question.
  private func index(of list: NodeID) -> Index {
    if let known = indices[list] { return known }
    var index = Index()
    for element in other.elements(list) {
      if let id = scalar(of: element, at: keys.id, in: other).map(Array.init), index.ids[id] == nil {
        index.ids[id] = element
      }
      if let name = name(of: element, in: other).map(Array.init), index.names[name] == nil {
        index.names[name] = element
      }
    }
    indices[list] = index
    return index
  }

  /// The text of a scalar field; nil where there is none.
  private func scalar(of map: NodeID, at key: Symbol, in view: TreeView) -> UnsafeBufferPointer<UInt8>? {
    view.value(of: map, at: key).flatMap { view[$0].isCollection || view.kind($0) == .null ? nil : view.text($0) }
  }

  /// The name of a list's element in its first language.
  private func name(of element: NodeID, in view: TreeView) -> UnsafeBufferPointer<UInt8>? {
    guard let name = view.value(of: element, at: keys.name) else { return nil }
    guard view.kind(name) == .map else { return view.kind(name) == .string ? view.text(name) : nil }
    return view.entries(name).first.flatMap { view.kind($0.value) == .string ? view.text($0.value) : nil }
  }
}
