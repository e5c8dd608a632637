internal import DataTree

/// One loaded file: its tree, and what each node of it is to a reader of schemas.
struct SchemaDocument {
  /// The file's name, which is its base URI.
  let name: String
  /// The tree as the caller read it; it must not change while the library lives.
  let tree: DataTree
  /// The resource that each node belongs to, by index of the node.
  var resourceOf: [Int32]
  /// Whether a node stands where a schema is expected.
  var isSchema: [Bool]

  /// A fragment that leads to a node, for locations in faults: `#/properties/name`.
  func pointer(to node: NodeID) -> String {
    let view = tree.view
    var steps: [String] = []
    var current = node
    while current != .root {
      if let entry = view.entry(holding: current) {
        steps.append(SchemaDocument.escaped(view.string(entry.key)))
      } else if let position = view.position(of: current) {
        steps.append(String(position))
      }
      current = view[current].parent
    }
    return "#" + steps.reversed().map { "/" + $0 }.joined()
  }

  /// The node that a JSON pointer names below `root`, percent-decoded already; nil when there is none.
  func node(at pointer: String, from root: NodeID) -> NodeID? {
    let view = tree.view
    var current = root
    for step in pointer.split(separator: "/", omittingEmptySubsequences: false).dropFirst() {
      let name = SchemaDocument.unescaped(step)
      if let value = view.value(of: current, at: name) {
        current = value
      } else if let index = Int(name), view.elements(current).indices.contains(index) {
        current = view.elements(current)[index]
      } else {
        return nil
      }
    }
    return current
  }

  /// A name as a step of a JSON pointer (RFC 6901).
  private static func escaped(_ name: String) -> String {
    guard name.utf8.contains(where: { $0 == 0x2F || $0 == 0x7E }) else { return name }
    return name.utf8.reduce(into: [UInt8]()) { bytes, byte in
      switch byte {
      case 0x7E: bytes += [0x7E, 0x30]
      case 0x2F: bytes += [0x7E, 0x31]
      default: bytes.append(byte)
      }
    }.text
  }

  /// The name that a step of a JSON pointer stands for.
  private static func unescaped(_ step: Substring) -> String {
    guard step.utf8.contains(0x7E) else { return String(step) }
    var output: [UInt8] = []
    var afterTilde = false
    for byte in step.utf8 {
      if afterTilde {
        output.append(byte == 0x31 ? 0x2F : 0x7E)
        if byte != 0x30, byte != 0x31 { output.append(byte) }
        afterTilde = false
      } else if byte == 0x7E {
        afterTilde = true
      } else {
        output.append(byte)
      }
    }
    return output.text
  }
}

extension [UInt8] {
  /// The bytes read as UTF-8.
  var text: String { String(decoding: self, as: UTF8.self) }
}

/// A schema with a URI of its own: a file, or a schema with `$id`.
struct SchemaResource {
  /// The absolute URI, or the file's name; without fragment.
  let uri: String
  /// Index of the document that holds it.
  let document: Int
  /// Its outermost schema.
  let root: NodeID
  /// Schemas by `$anchor` and `$dynamicAnchor`.
  var anchors: [String: NodeID] = [:]
  /// Schemas by `$dynamicAnchor` alone.
  var dynamicAnchors: [String: NodeID] = [:]
}

/// A node of one of the documents.
struct SchemaPlace: Hashable {
  /// Index of the document.
  var document: Int
  /// The node.
  var node: NodeID
}
