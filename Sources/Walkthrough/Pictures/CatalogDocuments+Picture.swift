package import Drawing
package import Rules

extension CatalogDocuments {
  /// What a page shows of a document: the members of a bundle, else the process of an item; nil where it states neither.
  /// - Parameter variant: id of the variant whose way alone is shown; nil for all.
  package func picture(of name: DocumentName, variant: String? = nil) -> GraphDrawing? {
    if name.kind == "Bundle" { return MemberPicture.drawing(of: name, in: self) }
    return read(name) { ProcessPicture.drawing(of: $0, variant: variant) } ?? nil
  }
}
