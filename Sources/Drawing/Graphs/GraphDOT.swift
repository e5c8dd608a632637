package import Encoding

/// Writes a drawing in the language of Graphviz.
package enum GraphDOT {
  /// The graph in one language.
  package static func text(_ drawing: GraphDrawing, language: StaticString) -> String {
    let title = escaped(drawing.title.text(in: language))
    var lines = [
      "digraph \"\(title)\" {",
      "  graph [charset=\"UTF-8\", rankdir=TB, label=\"\(title)\", labelloc=t]",
      "  node [shape=box, style=rounded, fontname=\"Noto Sans CJK SC\"]",
      "  edge [fontname=\"Noto Sans CJK SC\", fontsize=11]",
    ]
    for (position, node) in drawing.nodes.enumerated() {
      lines.append("  n\(position + 1) [\(attributes(of: node, language).joined(separator: ", "))]")
    }
    for edge in drawing.edges {
      var attributes: [String] = []
      if let label = edge.label { attributes.append("label=\"\(escaped(label.text(in: language)))\"") }
      if edge.isOnLongestPath { attributes.append("penwidth=2.5") }
      if edge.isBack { attributes += ["style=dashed", "constraint=false"] }
      let list = attributes.isEmpty ? "" : " [\(attributes.joined(separator: ", "))]"
      lines.append("  n\(edge.source + 1) -> n\(edge.target + 1)\(list)")
    }
    return lines.joined(separator: "\n") + "\n}\n"
  }

  /// Writes the graph to a file or standard output.
  package static func write(_ drawing: GraphDrawing, language: StaticString, to sink: @escaping ByteSink) {
    var output = ByteWriter(sink: sink)
    output.write(text(drawing, language: language))
    output.flush()
  }

  /// What Graphviz is told of a node.
  private static func attributes(of node: GraphDrawing.Node, _ language: StaticString) -> [String] {
    var lines = [node.label.text(in: language)]
    lines += [node.detail, node.note].compactMap { $0?.text(in: language) }
    lines += node.marks.map { $0.symbol.sign + " " + $0.text.text(in: language) }
    var attributes = ["label=\"\(lines.map(escaped).joined(separator: "\\n"))\""]
    switch node.kind {
    case .start, .end: attributes += ["shape=oval", "style=\"\""]
    case .external: attributes += ["shape=box", "style=\"\"", "peripheries=2"]
    case .step, .member:
      if node.marks.contains(where: { $0.symbol == .special }) { attributes += ["shape=octagon", "style=\"\""] }
      if node.marks.contains(where: { $0.symbol == .optional }) { attributes.append("style=\"rounded,dashed\"") }
    }
    if node.isOnLongestPath { attributes.append("penwidth=2.5") }
    return attributes
  }

  /// Text within quotes: no quote, no escape such as `\N`, and no character by its HTML name.
  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in GraphText.plain(text).unicodeScalars {
      switch scalar {
      case "\"": escaped += "\\\""
      case "\\": escaped += "\\\\"
      case "&": escaped += "&amp;"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
