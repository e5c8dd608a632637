import DataTree

extension StablePlace {
  /// Places a node of a document as written; a node that the document does not spell out is placed at the deepest part
  /// of it that it does.
  init(of node: NodeID, in view: TreeView) {
    let written = view.deepestWritten(node)
    self.init(
      path: PathText.make { StablePlace.append(written, in: view, to: &$0) },
      value: view[written].isCollection || written != node ? 0 : StablePlace.hash(of: view.text(written)))
  }

  /// Appends the path of a node, which is that of its parent and one step more; trees are not deep.
  private static func append(_ node: NodeID, in view: TreeView, to path: inout PathText) {
    guard node != .root else { return path.append(UInt8(ascii: "$")) }
    let step = view.pathParent(node)
    append(step.parent, in: view, to: &path)
    append(step, in: view, to: &path)
  }

  private static func append(_ step: (parent: NodeID, child: NodeID), in view: TreeView, to path: inout PathText) {
    if view.kind(step.parent) == .list {
      path.append(UInt8(ascii: "["))
      appendName(of: step.child, in: view, to: &path)
      path.append(UInt8(ascii: "]"))
    } else if let entry = view.entries(step.parent).first(where: { $0.value == step.child }) {
      path.append(UInt8(ascii: "."))
      path.append(view.text(entry.key))
    }
  }

  /// What tells an element from its neighbours: its `id`, else a hash of its name, else of all that it says.
  private static func appendName(of element: NodeID, in view: TreeView, to path: inout PathText) {
    if let id = view.value(of: element, named: "id"), !view[id].isCollection, view.kind(id) != .null {
      path.append(view.text(id))
      return
    }
    path.append(UInt8(ascii: "~"))
    let naming =
      view.value(of: element, named: "ref") ?? view.value(of: element, named: "item")
      ?? view.value(of: element, named: "name")
    var left = 64
    let hash = hash(below: naming ?? element, in: view, seed: StablePlace.hash(of: EmptyCollection()), &left)
    path.append(hexadecimal: hash)
  }

  /// Hashes what a node says as written; what follows the first few dozen values tells nothing more.
  private static func hash(below node: NodeID, in view: TreeView, seed: UInt64, _ left: inout Int) -> UInt64 {
    left -= 1
    guard left > 0 else { return seed }
    var hash = seed
    switch view.kind(node) {
    case .map:
      for entry in view.entries(node) where !view[entry.value].flags.contains(.supplied) {
        hash = self.hash(below: entry.value, in: view, seed: hash, &left)
      }
    case .list:
      for child in view.elements(node) where !view[child].flags.contains(.supplied) {
        hash = self.hash(below: child, in: view, seed: hash, &left)
      }
    default:
      hash = StablePlace.hash(of: view.text(node), seed: hash)
      hash = StablePlace.hash(of: CollectionOfOne(0xFF), seed: hash)
    }
    return hash
  }
}
