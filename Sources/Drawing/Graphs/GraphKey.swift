internal import Encoding

/// What stands below a picture: the phases with their digits, and what thick and dashed lines are.
struct GraphKey {
  /// One explanation.
  private enum Entry {
    /// A phase, by position.
    case phase(Int)
    /// A thick line.
    case longestPath
    /// A dashed line.
    case wayBack
  }

  /// An explanation with its place in one language.
  private struct PlacedEntry {
    /// What is explained.
    var entry: Entry
    /// The words.
    var text: String
    /// Its left end.
    var x: Int
    /// Its row.
    var row: Int
  }

  /// The explanations in each language.
  private var wordings: [(language: StaticString?, entries: [PlacedEntry])] = []
  /// Width of the longest row.
  private(set) var width = 0
  /// Height of the whole, with the room above and below; 0 where there is nothing to explain.
  private(set) var height = 0

  /// Pixels from one row to the next.
  private static let pitch = 24
  /// Width of what stands before the words.
  private static let signWidth = 24
  /// Room between two explanations.
  private static let gap = 16

  /// Sets the explanations that a drawing needs in rows.
  init(_ drawing: GraphDrawing, emphasizes: Bool, hasWayBack: Bool, room: Int) {
    var entries: [(entry: Entry, text: ChartText)] = drawing.usedPhases.map { (.phase($0), drawing.phases[$0]) }
    if emphasizes { entries.append((.longestPath, drawing.key.longestPath)) }
    if hasWayBack { entries.append((.wayBack, drawing.key.wayBack)) }
    guard !entries.isEmpty else { return }
    let isSame = entries.allSatisfy { $0.text.variants.count == 1 }
    let languages: [StaticString?] = isSame ? [nil] : ["zh", "en"]
    var rows = 0
    for language in languages {
      var placed: [PlacedEntry] = []
      var (x, row) = (0, 0)
      for (entry, text) in entries {
        let words = GraphText.plain(language.map { text.text(in: $0) } ?? text.joined, limit: 40)
        let own = GraphKey.signWidth + TextMeasure.width(words) * NodeText.detailSize / 100
        if x > 0, x + own > room { (x, row) = (0, row + 1) }
        placed.append(PlacedEntry(entry: entry, text: words, x: x, row: row))
        width = max(width, x + own)
        x += own + GraphKey.gap
      }
      wordings.append((language, placed))
      rows = max(rows, row + 1)
    }
    height = rows * GraphKey.pitch + GraphLayout.margin
  }

  /// Writes the key below everything else.
  func write(y: Int, to page: inout HTMLWriter) {
    for (language, entries) in wordings {
      page.begin("g", class: "g-key")
      if let language { page.attribute("lang", literal: language) }
      for entry in entries {
        let x = GraphLayout.margin + entry.x
        let middle = y + entry.row * GraphKey.pitch + GraphKey.pitch / 2
        write(entry.entry, x: x, middle: middle, to: &page)
        page.begin("text", class: "g-tiny")
        page.attribute("x", x + GraphKey.signWidth)
        page.attribute("y", middle + 4)
        page.text(entry.text)
        page.end()
      }
      page.end()
      page.endLine()
    }
  }

  /// Writes what stands before the words.
  private func write(_ entry: Entry, x: Int, middle: Int, to page: inout HTMLWriter) {
    switch entry {
    case .phase(let phase):
      page.rectangle(
        GraphLayout.Box(x: x, y: middle - 8, width: 16, height: 16), radius: 3, style: PhaseStyle.style(phase))
      page.begin("text", class: "g-digit")
      page.attribute("x", x + 8)
      page.attribute("y", middle + 4)
      page.text(phase + 1)
      page.end()
    case .longestPath: page.shape("M\(x) \(middle)h18", style: "g-line g-main")
    case .wayBack: page.shape("M\(x) \(middle)h18", style: "g-line g-back")
    }
  }
}
