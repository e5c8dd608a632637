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
