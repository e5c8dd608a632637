public import DataTree

/// The one canonical path of a node (RFC 9535 2.7), such as `$['materials'][1]['name']`.
public enum NormalizedPath {
  /// The path of a node below `root`, which every path begins at.
  ///
  /// A wrapper that reading put around a short form adds no step to what is written inside it; a supplied node has the
  /// path that it would have if the long form were written.
  public static func text(of id: NodeID, in view: TreeView, root: NodeID = .root) -> String {
    var path: [UInt8] = []
    path.reserveCapacity(96)
    append(id, in: view, root: root, to: &path)
    return String(decoding: path, as: UTF8.self)
  }

  /// Appends the path of a node, which is that of its parent and one step more; trees are not deep.
  private static func append(_ id: NodeID, in view: TreeView, root: NodeID, to path: inout [UInt8]) {
    guard id != root, id != .root else { return path.append(UInt8(ascii: "$")) }
    let isSupplied = view[id].flags.contains(.supplied)
    let step = isSupplied ? (parent: view[id].parent, child: id) : view.pathParent(id)
    append(step.parent, in: view, root: root, to: &path)
    append(step, in: view, to: &path)
  }

  /// Appends the index or quoted name that leads from a parent to its child.
  private static func append(_ step: (parent: NodeID, child: NodeID), in view: TreeView, to path: inout [UInt8]) {
    if let position = view.elements(step.parent).firstIndex(of: step.child) {
      path.append(UInt8(ascii: "["))
      append(position, to: &path)
      path.append(UInt8(ascii: "]"))
    } else if let entry = view.entries(step.parent).first(where: { $0.value == step.child }) {
      path += openingBytes
      let name = view.text(entry.key)
      if name.allSatisfy({ $0 > UInt8(ascii: "'") && $0 != UInt8(ascii: "\\") }) {
        path.append(contentsOf: name)
      } else {
        for byte in name { appendEscaped(byte, to: &path) }
      }
      path += closingBytes
    }
  }

  /// What stands before a name.
  private static let openingBytes = Array("['".utf8)
  /// What stands behind a name.
  private static let closingBytes = Array("']".utf8)

  /// Appends a number in digits; positions are small, and paths are made for every diagnostic.
  private static func append(_ number: Int, to path: inout [UInt8]) {
    if number >= 10 { append(number / 10, to: &path) }
    path.append(UInt8(ascii: "0") + UInt8(number % 10))
  }

  /// Appends one byte of a name; of several ways to escape it the standard fixes one.
  private static func appendEscaped(_ byte: UInt8, to path: inout [UInt8]) {
    if byte > UInt8(ascii: "'"), byte != UInt8(ascii: "\\") { return path.append(byte) }
    switch byte {
    case 0x08: path += "\\b".utf8
    case 0x09: path += "\\t".utf8
    case 0x0A: path += "\\n".utf8
    case 0x0C: path += "\\f".utf8
    case 0x0D: path += "\\r".utf8
    case UInt8(ascii: "'"), UInt8(ascii: "\\"): path += [UInt8(ascii: "\\"), byte]
    case 0..<0x20:
      let code = String(byte, radix: 16)
      path += (byte < 16 ? "\\u000" : "\\u00").utf8
      path += code.utf8
    default: path.append(byte)
    }
  }
}
