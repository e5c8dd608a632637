import Diagnostics

/// Rules about documents that only the version compared against has.
extension CatalogStage {
  /// Judges a document that is gone, as a file of the base that holds nothing else; nil where it cannot be read.
  package func judgeRemoved(_ place: CatalogSummaries.Place) -> CatalogSummaries.File? {
    guard let base = context.base, let baseReader else { return nil }
    let file = base.files[place.file]
    let header = file.documents[place.document]
    guard let kind = context.library.kind(named: header.name.kind),
      case .document(let tree, let source, let hasFaults) = baseReader.document(at: place, kind: kind)
    else { return nil }
    forgetDocuments()
    let settings = context.settings.settings(path: file.path, kind: header.name.kind, id: header.name.id)
    let scope = DocumentScope(
      tree: tree, source: source, kind: kind, hasShapeFaults: hasFaults, settings: settings)
    runner.run(.removal, on: scope)
    var summary = FileSummary()
    var results = runner.records
    let label = Label(file: source.path, range: header.idRange, text: Messages.removedHere)
    for index in results.indices { results[index].related.insert(label, at: 0) }
    summary.documents = [
      DocumentSummary(
        index: header.index, name: header.name, idRange: header.idRange, results: results, tallies: runner.tallies,
        facts: [], pending: [], settings: settings)
    ]
    return CatalogSummaries.File(source: source, path: file.path, summary: summary)
  }
}
