package import Encoding

/// Writes a drawing as a flowchart of Mermaid, which repositories and wikis show.
package enum GraphMermaid {
  /// The flowchart in one language.
  package static func text(_ drawing: GraphDrawing, language: StaticString) -> String {
    var lines = ["flowchart TD"]
    for (position, node) in drawing.nodes.enumerated() {
      lines.append("  n\(position + 1)" + shape(of: node, words: words(of: node, language)))
    }
    for edge in drawing.edges {
      let arrow = edge.isBack ? "-.->" : edge.isOnLongestPath ? "==>" : "-->"
      let label = edge.label.map { "|\"\(escaped(shown($0.text(in: language))))\"|" } ?? ""
      lines.append("  n\(edge.source + 1) \(arrow)\(label) n\(edge.target + 1)")
    }
    let main = names(of: drawing) { $0.isOnLongestPath }
    if !main.isEmpty { lines += ["  classDef main stroke-width:3px", "  class \(main) main"] }
    let dashed = names(of: drawing) { node in node.marks.contains { $0.symbol == .optional } }
    if !dashed.isEmpty { lines += ["  classDef optional stroke-dasharray:6 3", "  class \(dashed) optional"] }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Writes the flowchart to a file or standard output.
  package static func write(_ drawing: GraphDrawing, language: StaticString, to sink: @escaping ByteSink) {
    var output = ByteWriter(sink: sink)
    output.write(text(drawing, language: language))
    output.flush()
  }

  /// The names of some nodes, as a list.
  private static func names(of drawing: GraphDrawing, where isMeant: (GraphDrawing.Node) -> Bool) -> String {
    drawing.nodes.indices.filter { isMeant(drawing.nodes[$0]) }.map { "n\($0 + 1)" }.joined(separator: ",")
  }

  /// Name, second line and marks; each on a line of its own.
  private static func words(of node: GraphDrawing.Node, _ language: StaticString) -> String {
    var lines = [node.label.text(in: language)]
    lines += [node.detail, node.note].compactMap { $0?.text(in: language) }
    lines += node.marks.map { $0.symbol.sign + " " + $0.text.text(in: language) }
    return lines.map { escaped(shown($0)) }.joined(separator: "<br/>")
  }

  /// The node's outline around its words.
  private static func shape(of node: GraphDrawing.Node, words: String) -> String {
    switch node.kind {
    case .start, .end: return "([\"\(words)\"])"
    case .external: return "[[\"\(words)\"]]"
    case .step, .member:
      return node.marks.contains { $0.symbol == .special } ? "{{\"\(words)\"}}" : "[\"\(words)\"]"
    }
  }

  /// A text on one line; Mermaid refuses an empty one.
  private static func shown(_ text: String) -> String {
    let plain = GraphText.plain(text)
    return plain.isEmpty ? " " : plain
  }

  /// Text in which nothing is taken for syntax, markup or a directive: every ASCII mark but a few is written by its
  /// number, and a dot where it would make a list of what follows.
  private static func escaped(_ text: String) -> String {
    var escaped = ""
    let scalars = Array(text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", " ", ",", "/", "(", ")", "?", "'": escaped.unicodeScalars.append(scalar)
      case "." where index + 1 < scalars.count && scalars[index + 1] != " ": escaped.unicodeScalars.append(scalar)
      case "-" where index > 0 && index + 1 < scalars.count && scalars[index + 1] != "-":
        escaped.unicodeScalars.append(scalar)
      case "\0"..."\u{7F}": escaped += "#\(scalar.value);"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}

extension GraphDrawing.Symbol {
  /// A character that stands for it where nothing can be drawn.
  var sign: String {
    switch self {
    case .onSite: "◉"
    case .special: "⧗"
    case .optional: "○"
    case .external: "↗"
    }
  }
}
