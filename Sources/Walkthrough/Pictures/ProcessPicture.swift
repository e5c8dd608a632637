internal import Catalog
internal import DataTree
internal import Diagnostics
package import Drawing
package import Rules

/// The process of an item or bundle as a drawing.
package enum ProcessPicture {
  /// The drawing of a document's process; nil where it states no steps.
  /// - Parameter variant: id of one of its variants, whose way alone is shown; nil for all.
  package static func drawing(of document: CatalogDocuments.Document, variant: String? = nil) -> GraphDrawing? {
    let fields = document.fields
    let chosen = variant.flatMap { id in
      fields.elements("variants").first { TreeFields(fields.view, $0).string("id") == id }
    }
    guard variant == nil || chosen != nil, let outline = ProcessOutline(document.measured, variant: chosen) else {
      return nil
    }
    let name = fields.localized("name") ?? LocalizedText(zh: document.name.id, en: document.name.id)
    return drawing(
      of: outline,
      title: PictureWords.process(
        name, variant: chosen.flatMap { TreeFields(fields.view, $0).localized("name") ?? .same(variant) }))
  }

  /// The drawing of a process, between its start and its end.
  static func drawing(of outline: ProcessOutline, title: LocalizedText) -> GraphDrawing {
    let end = outline.steps.count + 1
    var nodes = [
      GraphDrawing.Node(
        id: "start", kind: .start, label: ChartText(PictureWords.start),
        isOnLongestPath: outline.steps.first?.isOnLongestPath ?? false)
    ]
    nodes += outline.steps.map(node)
    var edges: [GraphDrawing.Edge] = []
    if let first = outline.steps.first {
      edges.append(GraphDrawing.Edge(0, 1, isOnLongestPath: first.isOnLongestPath))
    }
    edges += outline.edges.map { edge in
      GraphDrawing.Edge(
        edge.source + 1, edge.target.map { $0 + 1 } ?? end, label: edge.condition.map { ChartText($0) },
        isBack: edge.isBack, isOnLongestPath: edge.isOnLongestPath)
    }
    if outline.edges.contains(where: { $0.target == nil }) {
      nodes.append(
        GraphDrawing.Node(
          id: "end", kind: .end, label: ChartText(PictureWords.end),
          isOnLongestPath: outline.edges.contains { $0.target == nil && $0.isOnLongestPath }))
    }
    return GraphDrawing(
      title: ChartText(title), phases: PictureWords.phases.map { ChartText($0.name) }, nodes: nodes, edges: edges,
      key: GraphDrawing.Key(
        longestPath: ChartText(PictureWords.longestPath), wayBack: ChartText(PictureWords.wayBack)))
  }

  /// A step with who does it, within which time, and what is special about it.
  private static func node(_ step: ProcessOutline.Step) -> GraphDrawing.Node {
    let actor: LocalizedText?
    switch step.actor {
    case "applicant": actor = step.owner ?? PictureWords.applicant
    case "third-party": actor = step.owner ?? PictureWords.thirdParty
    default: actor = step.owner
    }
    var marks: [GraphDrawing.Mark] = []
    if let special = step.special {
      marks.append(GraphDrawing.Mark(.special, ChartText(PictureWords.procedure(special))))
    }
    // A check on site is on site, and need not say so twice.
    if step.isOnSite, step.special != "site-check" {
      let words = step.actor == "applicant" ? PictureWords.visit : PictureWords.onSite
      marks.append(GraphDrawing.Mark(.onSite, ChartText(words)))
    }
    return GraphDrawing.Node(
      id: step.id, label: ChartText(step.name), detail: ChartText(joining: [actor, step.limit.map { $0.words }]),
      phase: step.phase.flatMap { phase in PictureWords.phases.firstIndex { $0.token == phase } }, marks: marks,
      isOnLongestPath: step.isOnLongestPath)
  }
}

extension TimeLimit {
  /// Its words in both languages.
  var words: LocalizedText { LocalizedText(zh: describe(inChinese: true), en: describe(inChinese: false)) }
}

extension LocalizedText {
  /// A name that is the same in both languages; nil for none.
  static func same(_ text: String?) -> LocalizedText? { text.map { LocalizedText(zh: $0, en: $0) } }
}
