import DataTree
import Diagnostics
import JSONSchema
import SourceText

/// Repairs of faults of shape.
enum ShapeFix {
  /// The repair of a misspelt key or token; nil for other faults, and where the nearest name is a guess.
  static func fix(of fault: SchemaFault, in view: TreeView, source: SourceFile) -> Fix? {
    switch fault.detail {
    case .unknownKey(_, let nearest, _):
      guard let key = fault.key, let nearest, view.value(of: view[key].parent, at: nearest) == nil else { return nil }
      return respelling(key, as: nearest, in: view, source: source)
    case .notAllowed(_, _, let nearest):
      return respelling(fault.node, as: nearest, in: view, source: source)
    default: return nil
    }
  }

  /// Writes the name that was meant. One slip of the hand is beyond doubt; a short name has too many neighbours.
  static func respelling(_ node: NodeID, as name: String?, in view: TreeView, source: SourceFile) -> Fix? {
    guard let name, !view[node].isCollection else { return nil }
    let distance = nameDistance(from: view.string(node), to: name)
    guard name.utf8.count >= 4 || distance == 0,
      let edit = ScalarRewriting(view: view, source: source).edit(node, to: name)
    else { return nil }
    return Fix(title: Messages.respell(name), applicability: distance <= 1 ? .safe : .unsafe, edits: [edit])
  }
}
