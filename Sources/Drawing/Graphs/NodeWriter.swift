internal import Encoding

/// Writes a node: an outline that tells what it is, its phase at the left edge, its words and marks.
struct NodeWriter {
  /// The node.
  let node: GraphDrawing.Node
  /// Its place.
  let box: GraphLayout.Box
  /// Its words.
  let text: NodeText
  /// Whether its outline is thick.
  let isEmphasized: Bool

  /// Pixels that the corners of a special step are cut by.
  private static let bevel = 10
  /// Radius of other corners.
  private static let radius = 8

  /// Writes it.
  func write(to page: inout HTMLWriter) {
    page.begin("g", class: isEmphasized ? "g-node g-main" : "g-node")
    page.tooltip(tooltip)
    writeOutline(to: &page)
    for wording in text.wordings {
      page.begin("g")
      if let language = wording.language { page.attribute("lang", literal: language) }
      write(wording, to: &page)
      page.end()
    }
    page.end()
    page.endLine()
  }

  /// Everything that is said about it.
  private var tooltip: String {
    var parts = [node.label.joined]
    parts += [node.detail, node.note].compactMap { $0?.joined }
    parts += node.marks.map(\.text.joined)
    return parts.map { GraphText.plain($0) }.joined(separator: "\n")
  }

  /// What stands left of the words; bars of external members stand on both sides.
  private var inset: Int { node.kind == .external ? 0 : NodeText.inset(of: node) }

  private var isSpecial: Bool { node.marks.contains { $0.symbol == .special } }
  private var isOptional: Bool { node.marks.contains { $0.symbol == .optional } }

  // MARK: Outline

  private func writeOutline(to page: inout HTMLWriter) {
    switch node.kind {
    case .start, .end:
      page.rectangle(box, radius: box.height / 2, style: node.kind == .start ? "g-box g-start" : "g-box g-end")
      return
    case .external: page.rectangle(box, radius: 2, style: "g-box")
    case .step, .member:
      if isSpecial {
        page.shape(beveled(width: box.width, isClosedRight: true), style: "g-box")
      } else {
        page.rectangle(box, radius: NodeWriter.radius, style: isOptional ? "g-box g-optional" : "g-box")
      }
    }
    if node.kind == .external {
      page.shape("M\(box.x + 7) \(box.y)v\(box.height)M\(box.right - 7) \(box.y)v\(box.height)", style: "g-bar")
    }
    if let phase = node.phase, inset > 0 {
      page.shape(isSpecial ? beveled(width: inset, isClosedRight: false) : edge, style: PhaseStyle.style(phase))
      page.begin("text", class: "g-digit")
      page.attribute("x", box.x + inset / 2)
      page.attribute("y", box.y + box.height / 2 + 4)
      page.text(phase + 1)
      page.end()
    }
  }

  /// The left part of the outline with cut corners, or all of it.
  private func beveled(width: Int, isClosedRight: Bool) -> String {
    let bevel = NodeWriter.bevel
    let right =
      isClosedRight
      ? "h\(width - 2 * bevel)l\(bevel) \(bevel)v\(box.height - 2 * bevel)l\(-bevel) \(bevel)"
      : "h\(width - bevel)v\(box.height)"
    return "M\(box.x) \(box.y + bevel)l\(bevel) \(-bevel)\(right)H\(box.x + bevel)l\(-bevel) \(-bevel)Z"
  }

  /// The left part of the outline with round corners.
  private var edge: String {
    let radius = NodeWriter.radius
    return "M\(box.x + inset) \(box.y)v\(box.height)H\(box.x + radius)a\(radius) \(radius) 0 0 1 \(-radius) \(-radius)"
      + "V\(box.y + radius)a\(radius) \(radius) 0 0 1 \(radius) \(-radius)Z"
  }

  // MARK: Words

  /// Writes name, second line, note and marks below each other, around the middle of the box.
  private func write(_ wording: NodeText.Wording, to page: inout HTMLWriter) {
    let x = box.middle + inset / 2
    var y = box.y + (box.height - wording.height) / 2
    page.lines(
      wording.label, x: x, y: y, pitch: NodeText.labelPitch, size: NodeText.labelSize, style: "g-label")
    y += max(1, wording.label.count) * NodeText.labelPitch + 3
    for lines in [wording.detail, wording.note] where !lines.isEmpty {
      page.lines(lines, x: x, y: y, pitch: NodeText.detailPitch, size: NodeText.detailSize, style: "g-small")
      y += lines.count * NodeText.detailPitch + 3
    }
    for mark in wording.marks {
      write(mark, x: x - wording.markWidths[mark.row] / 2 + mark.x, y: y + 2 + mark.row * NodeText.markPitch, to: &page)
    }
  }

  /// Writes a mark: its sign and its words.
  private func write(_ mark: NodeText.PlacedMark, x: Int, y: Int, to page: inout HTMLWriter) {
    page.rectangle(
      GraphLayout.Box(x: x, y: y, width: mark.width, height: NodeText.markHeight), radius: 9, style: "g-mark")
    page.begin("path", class: "g-symbol")
    page.attribute("transform", "translate(\(x + 8) \(y + 4))")
    page.attribute("d", literal: node.marks[mark.mark].symbol.path)
    page.end()
    page.begin("text", class: "g-tiny")
    page.attribute("x", x + 21)
    page.attribute("y", y + 13)
    page.text(mark.text)
    page.end()
  }
}

extension GraphDrawing.Symbol {
  /// Its outline in a square of ten pixels.
  fileprivate var path: StaticString {
    switch self {
    case .onSite:
      "M5 .5a3.6 3.6 0 0 1 3.6 3.6C8.6 6.6 5 9.8 5 9.8S1.4 6.6 1.4 4.1A3.6 3.6 0 0 1 5 .5ZM5 2.8v2.6M3.7 4.1h2.6"
    case .special:
      "M1.8.8h6.4M1.8 9.2h6.4M2.6.8c0 2.6 1.8 3 2.4 4.2C4.4 6.2 2.6 6.6 2.6 9.2M7.4.8c0 2.6-1.8 3-2.4 4.2C5.6 6.2 7.4 6.6 7.4 9.2"
    case .optional: "M5 1.2a3.8 3.8 0 1 1 0 7.6a3.8 3.8 0 1 1 0-7.6ZM3 5h4"
    case .external: "M4 1.8H1.2V8.8H8.2V6M5.8 1h3.2v3.2M9 1 4.6 5.4"
    }
  }
}

/// Colours of phases.
enum PhaseStyle {
  /// The class of a phase, by its position; more than seven begin anew.
  static func style(_ phase: Int) -> StaticString {
    let styles: [StaticString] = ["g-p1", "g-p2", "g-p3", "g-p4", "g-p5", "g-p6", "g-p7"]
    return styles[phase % styles.count]
  }
}
