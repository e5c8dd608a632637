public import DataTree

/// The one canonical path of a node (RFC 9535 2.7), such as `$['materials'][1]['name']`.
public enum NormalizedPath {
  /// The path of a node below `root`, which every path begins at.
  ///
  /// A wrapper that reading put around a short form adds no step to what is written inside it; a supplied node has the
  /// path that it would have if the long form were written.
  public static func text(of id: NodeID, in view: TreeView, root: NodeID = .root) -> String {
    PathText.make { append(id, in: view, root: root, to: &$0) }
  }

  /// Appends the path of a node, which is that of its parent and one step more; trees are not deep.
  private static func append(_ id: NodeID, in view: TreeView, root: NodeID, to path: inout PathText) {
    guard id != root, id != .root else { return path.append(UInt8(ascii: "$")) }
    let isSupplied = view[id].flags.contains(.supplied)
    let step = isSupplied ? (parent: view[id].parent, child: id) : view.pathParent(id)
    append(step.parent, in: view, root: root, to: &path)
    append(step, in: view, to: &path)
  }

  /// Appends the index or quoted name that leads from a parent to its child.
  private static func append(_ step: (parent: NodeID, child: NodeID), in view: TreeView, to path: inout PathText) {
    if let position = view.elements(step.parent).firstIndex(of: step.child) {
      path.append(UInt8(ascii: "["))
      path.append(digits: UInt64(position))
      path.append(UInt8(ascii: "]"))
    } else if let entry = view.entries(step.parent).first(where: { $0.value == step.child }) {
      path.append("['")
      let name = view.text(entry.key)
      if name.allSatisfy({ $0 > UInt8(ascii: "'") && $0 != UInt8(ascii: "\\") }) {
        path.append(name)
      } else {
        for byte in name { appendEscaped(byte, to: &path) }
      }
      path.append("']")
    }
  }

  /// Appends one byte of a name; of several ways to escape it the standard fixes one.
  private static func appendEscaped(_ byte: UInt8, to path: inout PathText) {
    if byte > UInt8(ascii: "'"), byte != UInt8(ascii: "\\") { return path.append(byte) }
    switch byte {
    case 0x08: path.append("\\b")
    case 0x09: path.append("\\t")
    case 0x0A: path.append("\\n")
    case 0x0C: path.append("\\f")
    case 0x0D: path.append("\\r")
    case UInt8(ascii: "'"), UInt8(ascii: "\\"):
      path.append(UInt8(ascii: "\\"))
      path.append(byte)
    case 0..<0x20:
      path.append(byte < 16 ? "\\u000" : "\\u001")
      path.append((byte & 15) < 10 ? UInt8(ascii: "0") + (byte & 15) : UInt8(ascii: "a") + (byte & 15) - 10)
    default: path.append(byte)
    }
  }
}
