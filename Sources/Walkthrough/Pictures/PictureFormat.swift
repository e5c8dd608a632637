package import Diagnostics
internal import Drawing
package import Encoding
package import Rules

/// What `graph` writes.
package enum PictureFormat: String, Sendable, CaseIterable {
  /// A flowchart of Mermaid.
  case mermaid
  /// A graph of Graphviz.
  case dot
  /// A picture.
  case svg
}

/// The picture of a document: of an item its process, of a bundle its members, and where it has none, its process.
package struct DocumentPicture: Sendable {
  /// What is drawn.
  private let drawing: GraphDrawing

  /// Wraps a drawing.
  private init(drawing: GraphDrawing) { self.drawing = drawing }

  /// What came of looking for a picture.
  package enum Outcome: Sendable {
    /// There is one.
    case picture(DocumentPicture)
    /// The document has neither steps nor members.
    case nothingToDraw
    /// The document has variants, but not that one; with the nearest that it has.
    case variantUnknown(nearest: String?)
    /// There is no such document, or it cannot be read.
    case unreadable
  }

  /// Makes the picture of a document.
  /// - Parameters:
  ///   - variant: id of one of its variants, whose way alone is shown; nil for all.
  ///   - showsSteps: whether a bundle is shown by its own steps instead of its members.
  package static func find(_ name: DocumentName, variant: String?, showsSteps: Bool, in documents: CatalogDocuments)
    -> Outcome
  {
    if name.kind == "Bundle", variant == nil, !showsSteps, let drawing = MemberPicture.drawing(of: name, in: documents)
    {
      return .picture(DocumentPicture(drawing: drawing))
    }
    let outcome = documents.read(name) { document -> Outcome in
      let known = document.fields.elements("variants").compactMap { TreeFields(document.view, $0).string("id") }
      if let variant, !known.contains(variant) {
        return .variantUnknown(nearest: nearestName(to: variant, among: known) ?? known.first)
      }
      let drawing = ProcessPicture.drawing(of: document, variant: variant)
      return drawing.map { .picture(DocumentPicture(drawing: $0)) } ?? .nothingToDraw
    }
    return outcome ?? .unreadable
  }

  /// Nodes of a picture on the page of a rule at most.
  private static let largestExample = 24

  /// The picture of a document in an example, where it says where steps lead or which members wait; nil for others, of
  /// which a picture would show no more than the list.
  package init?(example document: CatalogDocuments.Document) {
    let fields = document.fields
    func says(_ key: String, in list: String) -> Bool {
      fields.elements(list).contains { fields.view.value(of: $0, at: key) != nil }
    }
    let found =
      if says("needs", in: "members") {
        MemberPicture.drawing(of: document)
      } else if says("next", in: "steps") {
        ProcessPicture.drawing(of: document)
      } else {
        GraphDrawing?.none
      }
    guard let found, !found.edges.isEmpty, found.nodes.count <= DocumentPicture.largestExample else { return nil }
    drawing = found
  }

  /// It as a flowchart of Mermaid.
  package func mermaid(_ language: Language) -> String {
    GraphMermaid.text(drawing, language: language == .zh ? "zh" : "en")
  }

  /// Whether it is too large for a picture, with what it has; Mermaid and Graphviz lay out what they are given.
  package var excess: (nodes: Int, edges: Int)? {
    guard case .tooLarge(let nodes, let edges) = GraphPicture(drawing) else { return nil }
    return (nodes, edges)
  }

  /// Writes it.
  package func write(as format: PictureFormat, _ language: Language, to sink: @escaping ByteSink) {
    let tag: StaticString = language == .zh ? "zh" : "en"
    switch format {
    case .mermaid: GraphMermaid.write(drawing, language: tag, to: sink)
    case .dot: GraphDOT.write(drawing, language: tag, to: sink)
    case .svg:
      guard case .laidOut(let layout) = GraphPicture(drawing.only(tag)) else { return }
      layout.writeFile(language: tag, to: sink)
    }
  }
}
