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

  /// All words in one language.
  struct Wording: Sendable {
    /// BCP 47 tag; nil for words that are the same in all languages.
    var language: StaticString?
    /// Lines of the name.
    var label: [String]
    /// Lines of the second line.
    var detail: [String]
    /// Lines of the note.
    var note: [String]
    /// The marks.
    var marks: [PlacedMark] = []
    /// Width of each row of marks.
    var markWidths: [Int] = []

    /// Pixels from the top of the first line to the end of the last row of marks.
    var height: Int {
      var height = max(1, label.count) * NodeText.labelPitch
      if !detail.isEmpty { height += detail.count * NodeText.detailPitch + 3 }
      if !note.isEmpty { height += note.count * NodeText.detailPitch + 3 }
      if !markWidths.isEmpty { height += markWidths.count * NodeText.markPitch + 2 }
      return height
    }
  }

  /// The words in each language.
  private(set) var wordings: [Wording] = []
  /// Height of the node.
  let height: Int
  /// Width of the node.
  let width: Int

  /// Pixels of the name's letters.
  static let labelSize = 14
  /// The same as far as width goes: they are bold.
  private static let boldSize = 15
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
  /// Lines that owner and limit, or a condition, take at most.
  static let maximumSmallLines = 6

  /// Breaks the words of a node for a box of a width.
  init(_ node: GraphDrawing.Node, width: Int) {
    let room = width - 2 * NodeText.sidePadding - NodeText.inset(of: node)
    let label = TextLines(node.label, width: room, size: NodeText.boldSize, maximum: NodeText.maximumLines)
    let small = [node.detail, node.note].map { text in
      text.map { TextLines($0, width: room, size: NodeText.detailSize, maximum: NodeText.maximumSmallLines) } ?? .none
    }
    let texts = [node.label, node.detail, node.note].compactMap { $0 } + node.marks.map(\.text)
    let languages: [StaticString?] = texts.allSatisfy { $0.variants.count < 2 } ? [nil] : ["zh", "en"]
    for language in languages {
      var wording = Wording(
        language: language, label: label.lines(in: language), detail: small[0].lines(in: language),
        note: small[1].lines(in: language))
      NodeText.place(node.marks, room: room, in: &wording)
      wordings.append(wording)
    }
    if node.kind == .start || node.kind == .end {
      self.width = min(width, max(84, label.width(size: NodeText.boldSize) + 44))
      height = max(1, label.height) * NodeText.labelPitch + 14
    } else {
      self.width = width
      height = (wordings.map(\.height).max() ?? 0) + 2 * NodeText.padding
    }
  }

  /// The width in which no word of a node has to be broken, and no mark cut.
  static func leastWidth(_ node: GraphDrawing.Node) -> Int {
    let small = [node.detail, node.note].compactMap { $0 }.map { TextLines.widestWord(of: $0, size: detailSize) }
    let marks = node.marks.flatMap { mark in
      mark.text.variants.map { TextMeasure.width(GraphText.plain($0.text)) * markSize / 100 + 29 }
    }
    let widest = ([TextLines.widestWord(of: node.label, size: boldSize)] + small + marks).max() ?? 0
    return widest + 2 * sidePadding + inset(of: node)
  }

  /// What the outline takes from the width: the phase's edge, or the bars of an external member.
  static func inset(of node: GraphDrawing.Node) -> Int {
    switch node.kind {
    case .external: 16
    case .start, .end: 0
    case .step, .member: node.phase == nil ? 0 : edgeWidth
    }
  }

  /// Sets marks in rows.
  private static func place(_ marks: [GraphDrawing.Mark], room: Int, in wording: inout Wording) {
    var used = 0
    for (position, mark) in marks.enumerated() {
      let words = wording.language.map { mark.text.text(in: $0) } ?? mark.text.variants.first?.text ?? ""
      let line = TextLines(ChartText(words), width: room - 28, size: markSize, maximum: 1)
      let width = min(room, line.width(size: markSize) + 28)
      if wording.markWidths.isEmpty || used + 6 + width > room {
        wording.markWidths.append(0)
        used = 0
      } else {
        used += 6
      }
      wording.marks.append(
        PlacedMark(
          mark: position, text: line.wordings.first?.lines.first ?? "", x: used, row: wording.markWidths.count - 1,
          width: width))
      used += width
      wording.markWidths[wording.markWidths.count - 1] = used
    }
  }
}
