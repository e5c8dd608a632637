import DataTree
import Diagnostics
import SourceText
import YAMLReader

/// Reads all documents of a text, each into a tree of its own.
struct Reading {
  var file: SourceFile
  var documents: [YAMLDocument] = []
  var trees: [DataTree] = []
  var diagnostics: [Diagnostic]

  init(_ text: String, keys: [String] = [], limits: YAMLLimits = .standard) {
    self.init(bytes: Array(text.utf8), keys: keys, limits: limits)
  }

  init(bytes: [UInt8], keys: [String] = [], limits: YAMLLimits = .standard) {
    file = SourceFile(path: "test.yaml", bytes: bytes)
    var symbols = SymbolTable.Builder()
    for key in keys { _ = symbols.intern(key) }
    let table = symbols.freeze()
    var reader = YAMLDocuments(file, limits: limits)
    while true {
      let tree = DataTree(symbols: table)
      guard let document = reader.next(into: tree) else { break }
      documents.append(document)
      trees.append(tree)
    }
    diagnostics = reader.diagnostics
  }

  /// The ids of the diagnostics, with the text that each underlines.
  var marked: [String] { diagnostics.map { "\($0.id) <\(file.text(in: $0.range))>" } }

  /// The node at a path of keys and positions.
  func node(_ path: String..., document: Int = 0) -> NodeID {
    let view = trees[document].view
    var id = NodeID.root
    for step in path {
      if view.kind(id) == .list {
        id = view.elements(id)[Int(step) ?? 0]
      } else if let value = view.value(of: id, at: step) {
        id = value
      }
    }
    return id
  }

  /// The source text of a node.
  func source(_ id: NodeID, document: Int = 0) -> String { file.text(in: trees[document].view[id].range) }
}

/// A tree as JSON with sorted nothing: keys in order, numbers as Swift prints them.
func json(_ view: TreeView, _ id: NodeID = .root) -> String {
  switch view.kind(id) {
  case .map:
    "{" + view.entries(id).map { quoted(view.string($0.key)) + ":" + json(view, $0.value) }.joined(separator: ",") + "}"
  case .list: "[" + view.elements(id).map { json(view, $0) }.joined(separator: ",") + "]"
  case .null: "null"
  case .bool: view[id].bool ? "true" : "false"
  case .int: String(view[id].int)
  case .double: "\(view[id].double)"
  default: quoted(view.string(id))
  }
}

private func quoted(_ text: String) -> String {
  var result = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": result += "\\\""
    case "\\": result += "\\\\"
    case "\n": result += "\\n"
    case "\t": result += "\\t"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result + "\""
}
