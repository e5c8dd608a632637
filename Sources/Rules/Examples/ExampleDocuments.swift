import Catalog
import DataTree
import SourceText
import YAMLReader

extension RuleTester {
  /// Hands over the documents of an example, one after the other and read as rules see them, whether they have an id or
  /// not; those of its further files are left out.
  package func read<Result>(
    documentsOf example: RuleExample, _ body: (CatalogDocuments.Document) -> Result
  ) -> [Result] {
    let files = [(LittleCatalog.ownPath, example.text)] + example.files.map { ($0.path, $0.text) }
    let sources = files.map { SourceFile(path: $0.0, bytes: Array(MarkedText($0.1).text.utf8)) }
    let language = Configuration.builtIn.textLanguage
    let catalog = BaseCatalog(
      sources.map { BaseCatalog.File($0, path: $0.path, library: library) }, library: library, textLanguage: language)
    let reading = DocumentReading(
      shapes: library.shapes, context: catalog.catalog, symbols: library.symbols, textLanguage: language)
    let neighbours = CatalogDocuments(catalog, library: library)
    let tree = DataTree(symbols: library.symbols)
    var documents = YAMLDocuments(sources[0])
    var results: [Result] = []
    while let document = documents.next(into: tree) {
      guard document.isUsable, !tree.isEmpty else { continue }
      let name = DocumentHeader(tree.view, source: sources[0]).name
      guard library.kind(named: name.kind) != nil else { continue }
      _ = reading.read(tree)
      results.append(
        body(
          CatalogDocuments.Document(
            name: name, view: tree.view, source: sources[0], shapes: library.shapes, documents: neighbours)))
    }
    return results
  }
}
