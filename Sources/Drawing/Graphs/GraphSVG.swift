package import Encoding

/// Writes a layout as SVG, inline in a page or as a file of its own.
extension GraphLayout {
  /// Writes the picture into a page whose style has `GraphStyle.text`.
  /// - Parameter prefix: what ids in it begin with, so that a page may have several.
  package func write(to page: inout HTMLWriter, prefix: String) {
    let writer = GraphWriter(self)
    // What scrolls has to be reached by keyboard.
    if writer.isWide {
      page.begin("div", class: "graph-frame")
      page.attribute("tabindex", 0)
      page.attribute("role", literal: "group")
      page.attribute("aria-labelledby", prefix + "-title")
    }
    writer.begin(&page, prefix: prefix)
    writer.writeTitles(to: &page, prefix: prefix)
    writer.writeContent(to: &page)
    page.end()
    if writer.isWide { page.end() }
    page.endLine()
  }

  /// Writes the picture as a file.
  /// - Parameter language: the language of all words in it, which `GraphDrawing.only` sees to.
  package func writeFile(language: StaticString, to sink: @escaping ByteSink) {
    var page = HTMLWriter(sink: sink)
    page.raw(literal: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    let writer = GraphWriter(self)
    writer.begin(&page, prefix: "graph")
    page.attribute("xmlns", literal: "http://www.w3.org/2000/svg")
    page.attribute("lang", literal: language)
    writer.writeTitles(to: &page, prefix: "graph")
    page.begin("style")
    page.raw(GraphStyle.file)
    page.end()
    page.begin("rect", class: "g-paper")
    page.attribute("width", literal: "100%")
    page.attribute("height", literal: "100%")
    page.end()
    page.endLine()
    writer.writeContent(to: &page)
    page.finish()
  }
}

/// Writes the parts of a picture.
struct GraphWriter {
  /// What is written.
  let layout: GraphLayout
  /// Whether thick lines tell anything: where all lines are on the longest path, they do not.
  let emphasizes: Bool
  /// The key below the picture.
  private let key: GraphKey

  /// Wider pictures are not shrunk on a telephone, but scrolled.
  private static let narrowWidth = 480
  /// Still wider ones are shrunk less.
  private static let middleWidth = 760

  /// Prepares a layout to be written.
  init(_ layout: GraphLayout) {
    self.layout = layout
    let edges = layout.drawing.edges
    emphasizes =
      edges.contains(where: \.isOnLongestPath)
      && zip(edges, layout.routes).contains { !$0.isOnLongestPath && !$1.isBack }
    key = GraphKey(
      layout.drawing, emphasizes: emphasizes, hasWayBack: layout.routes.contains(where: \.isBack),
      room: max(layout.width, 256) - 2 * GraphLayout.margin)
  }

  /// Width of the whole.
  private var width: Int { max(layout.width, key.width + 2 * GraphLayout.margin) }
  /// Height of the whole.
  private var height: Int { layout.height + key.height }
  /// Whether a telephone scrolls it.
  var isWide: Bool { width > GraphWriter.narrowWidth }

  /// Opens the picture; attributes may follow.
  func begin(_ page: inout HTMLWriter, prefix: String) {
    page.begin(
      "svg",
      class: width <= GraphWriter.narrowWidth
        ? "graph" : width <= GraphWriter.middleWidth ? "graph g-wide" : "graph g-wider")
    page.attribute("viewBox", "0 0 \(width) \(height)")
    page.attribute("width", width)
    page.attribute("height", height)
    page.attribute("role", literal: "img")
    page.attribute("aria-labelledby", prefix + "-title")
    page.attribute("aria-describedby", prefix + "-words")
  }

  /// Writes what the picture shows, in words.
  func writeTitles(to page: inout HTMLWriter, prefix: String) {
    page.begin("title")
    page.attribute("id", prefix + "-title")
    page.text(GraphText.plain(layout.drawing.title.joined))
    page.end()
    page.begin("desc")
    page.attribute("id", prefix + "-words")
    page.text(words)
    page.end()
    page.endLine()
  }

  /// All nodes with where they lead, in each language.
  private var words: String {
    let drawing = layout.drawing
    let chinese = drawing.description({ GraphText.plain($0.text(in: "zh")) }, arrow: " → ", stop: "；")
    let english = drawing.description({ GraphText.plain($0.text(in: "en")) }, arrow: " → ", stop: "; ")
    return chinese == english || drawing.title.variants.count < 2 ? chinese : chinese + "\n" + english
  }

  /// Writes lines, nodes and key.
  func writeContent(to page: inout HTMLWriter) {
    let left = (width - layout.width) / 2
    page.begin("g")
    if left > 0 { page.attribute("transform", "translate(\(left) 0)") }
    page.endLine()
    for emphasis in [false, true] {
      for (edge, route) in zip(layout.drawing.edges, layout.routes)
      where (edge.isOnLongestPath && emphasizes) == emphasis { write(route, isEmphasized: emphasis, to: &page) }
    }
    for (edge, route) in zip(layout.drawing.edges, layout.routes) where route.label != nil {
      writeWords(of: edge, route, to: &page)
    }
    for node in layout.boxes.indices {
      NodeWriter(
        node: layout.drawing.nodes[node], box: layout.boxes[node], text: layout.texts[node],
        isEmphasized: emphasizes && layout.drawing.nodes[node].isOnLongestPath
      ).write(to: &page)
    }
    page.end()
    page.endLine()
    key.write(y: layout.height, to: &page)
  }

  /// Writes a line with its head.
  private func write(_ route: GraphLayout.Route, isEmphasized: Bool, to page: inout HTMLWriter) {
    guard let end = route.points.last, route.points.count > 1 else { return }
    let before = route.points[route.points.count - 2]
    let (dx, dy) = ((end.x - before.x).signum(), (end.y - before.y).signum())
    var points = route.points
    // The head covers the line's last part; a thick line would show beside its tip.
    points[points.count - 1] = GraphLayout.Point(x: end.x - dx * 6, y: end.y - dy * 6)
    page.begin("path", class: route.isBack ? "g-line g-back" : isEmphasized ? "g-line g-main" : "g-line")
    page.attribute("d", GraphWriter.path(points))
    page.end()
    page.begin("path", class: isEmphasized ? "g-head g-main" : "g-head")
    let (x, y) = (end.x - dx * 9, end.y - dy * 9)
    page.attribute(
      "d", "M\(end.x) \(end.y)L\(x - dy * 5) \(y - dx * 5)L\(x + dy * 5) \(y + dx * 5)Z")
    page.end()
    page.endLine()
  }

  /// A line through corners, which are rounded.
  static func path(_ points: [GraphLayout.Point]) -> String {
    guard let first = points.first, let last = points.last else { return "" }
    var path = "M\(first.x) \(first.y)"
    for index in points.indices.dropFirst().dropLast() {
      let (before, corner, after) = (points[index - 1], points[index], points[index + 1])
      let (inX, inY) = (corner.x - before.x, corner.y - before.y)
      let (outX, outY) = (after.x - corner.x, after.y - corner.y)
      let radius = min(8, (abs(inX) + abs(inY)) / 2, (abs(outX) + abs(outY)) / 2)
      path += "L\(corner.x - inX.signum() * radius) \(corner.y - inY.signum() * radius)"
      path += "Q\(corner.x) \(corner.y) \(corner.x + outX.signum() * radius) \(corner.y + outY.signum() * radius)"
    }
    return path + "L\(last.x) \(last.y)"
  }

  /// Writes the words of a line on a patch of paper, so that the line ends before them and goes on after them.
  private func writeWords(of edge: GraphDrawing.Edge, _ route: GraphLayout.Route, to page: inout HTMLWriter) {
    guard let box = route.label else { return }
    page.begin("g", class: "g-words")
    if let label = edge.label { page.tooltip(GraphText.plain(label.joined)) }
    page.rectangle(box, radius: 3, style: "g-paper")
    for wording in route.words.wordings {
      page.begin("g")
      if let language = wording.language { page.attribute("lang", literal: language) }
      page.lines(
        wording.lines, x: box.middle, y: box.y + (box.height - wording.lines.count * NodeText.detailPitch) / 2,
        pitch: NodeText.detailPitch, size: NodeText.detailSize, style: "g-small")
      page.end()
    }
    page.end()
    page.endLine()
  }
}

extension HTMLWriter {
  /// Writes a rectangle with round corners.
  mutating func rectangle(_ box: GraphLayout.Box, radius: Int, style: StaticString) {
    begin("rect", class: style)
    attribute("x", box.x)
    attribute("y", box.y)
    attribute("width", box.width)
    attribute("height", box.height)
    if radius > 0 { attribute("rx", radius) }
    end()
  }

  /// Writes lines below each other, each around a middle from left to right.
  mutating func lines(_ lines: [String], x: Int, y: Int, pitch: Int, size: Int, style: StaticString) {
    begin("text", class: style)
    for (position, line) in lines.enumerated() {
      begin("tspan")
      attribute("x", x)
      // Letters stand on their baseline, which is about a third of their size below their middle.
      attribute("y", y + position * pitch + pitch / 2 + size * 36 / 100)
      text(line)
      end()
    }
    end()
  }

  /// Writes a shape.
  mutating func shape(_ path: String, style: StaticString) {
    begin("path", class: style)
    attribute("d", path)
    end()
  }
}
