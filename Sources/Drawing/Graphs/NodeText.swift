/// What is written into a node, broken into lines, and the room that it takes.
struct NodeText: Sendable {
  /// Where a mark stands in one language.
  struct PlacedMark: Sendable {
    /// Position of the mark at its node.
    var mark: Int
    /// Its words.
    var text: String
    /// Distance from the left end of its row.
    var x: Int
    /// Its row.
    var row: Int
    /// Its width.
    var width: Int
  }

  /// The marks in one language.
  struct MarkRows: Sendable {
    /// BCP 47 tag; nil for a text that is the same in all languages.
    var language: StaticString?
    /// The marks.
    var marks: [PlacedMark]
    /// Width of each row.
    var widths: [Int]
  }

  /// The name.
  let label: TextLines
  /// The second line.
  let detail: TextLines
  /// The marks, in each language.
  let marks: [MarkRows]
  /// Height of the node.
  let height: Int
  /// Width of the node.
  let width: Int

  /// Pixels of the name's letters.
  static let labelSize = 14
  /// Pixels from one line of the name to the next.
  static let labelPitch = 20
  /// Pixels of the letters of second lines and labels of edges.
  static let detailSize = 12
  /// Pixels from one such line to the next.
  static let detailPitch = 17
  /// Pixels of the letters of marks.
  static let markSize = 11
  /// Height of a mark.
  static let markHeight = 18
  /// Pixels from one row of marks to the next.
  static let markPitch = 22
  /// Width of the edge that tells the phase.
  static let edgeWidth = 20
  /// Room above and below the words.
  static let padding = 10
  /// Room beside the words.
  static let sidePadding = 10
  /// Lines that a name takes at most.
  static let maximumLines = 3

  /// Breaks the words of a node for a box of a width.
  init(_ node: GraphDrawing.Node, width: Int) {
    let isTerminal = node.kind == .start || node.kind == .end
    let room = width - 2 * NodeText.sidePadding - NodeText.inset(of: node)
    label = TextLines(node.label, width: room, size: NodeText.labelSize, maximum: NodeText.maximumLines)
    detail =
      node.detail.map {
        TextLines($0, width: room, size: NodeText.detailSize, maximum: NodeText.maximumLines)
      } ?? .none
    marks = NodeText.rows(node.marks, room: room)
    if isTerminal {
      self.width = min(width, max(84, label.width(size: NodeText.labelSize) + 44))
      height = max(1, label.height) * NodeText.labelPitch + 14
      return
    }
    self.width = width
    var height = 2 * NodeText.padding + max(1, label.height) * NodeText.labelPitch
    if detail.height > 0 { height += detail.height * NodeText.detailPitch + 3 }
    let rows = marks.map(\.widths.count).max() ?? 0
    if rows > 0 { height += rows * NodeText.markPitch + 3 }
    self.height = height
  }

  /// What the outline takes from the width: the phase's edge, or the bars of an external member.
  static func inset(of node: GraphDrawing.Node) -> Int {
    switch node.kind {
    case .external: 16
    case .start, .end: 0
    case .step, .member: node.phase == nil ? 0 : edgeWidth
    }
  }

  /// Sets marks in rows, in each language.
  private static func rows(_ marks: [GraphDrawing.Mark], room: Int) -> [MarkRows] {
    guard !marks.isEmpty else { return [] }
    let isSame = marks.allSatisfy { $0.text.variants.count == 1 }
    let languages: [StaticString?] = isSame ? [nil] : ["zh", "en"]
    return languages.map { language in
      var rows = MarkRows(language: language, marks: [], widths: [])
      var used = 0
      for (position, mark) in marks.enumerated() {
        let words = language.map { mark.text.text(in: $0) } ?? mark.text.variants.first?.text ?? ""
        let line = TextLines(ChartText(words), width: room - 26, size: markSize, maximum: 1)
        let width = min(room, line.width(size: markSize) + 26)
        if rows.widths.isEmpty || used + 6 + width > room {
          rows.widths.append(0)
          used = 0
        } else {
          used += 6
        }
        rows.marks.append(
          PlacedMark(
            mark: position, text: line.wordings.first?.lines.first ?? "", x: used, row: rows.widths.count - 1,
            width: width))
        used += width
        rows.widths[rows.widths.count - 1] = used
      }
      return rows
    }
  }
}
