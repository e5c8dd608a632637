import Diagnostics
package import Rules

/// The four cuts (四减): what documents ask now against what they state of the time before the reform.
package enum FourCuts {
  /// Compares each document that states earlier figures with itself; nil where none does.
  package static func comparison(of guides: [Guide]) -> CatalogComparison? {
    let documents = guides.compactMap { guide -> ComparedDocument? in
      guard let before = guide.before else { return nil }
      let shares: Set<Share> = []
      return ComparedDocument(
        name: guide.name, catalog: "", title: guide.title, department: guide.department,
        before: ComparedDocument.Version(measures: before, isActive: guide.isActive, shares: shares),
        after: ComparedDocument.Version(measures: guide.measures, isActive: guide.isActive, shares: shares))
    }
    guard !documents.isEmpty else { return nil }
    return CatalogComparison(
      documents, beforeName: LocalizedText(zh: "改革前", en: "before the reform"),
      afterName: LocalizedText(zh: "改革后", en: "after the reform"))
  }
}
