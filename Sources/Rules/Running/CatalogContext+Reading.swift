package import Catalog
import DataTree
package import SourceText
import TextPatterns
import YAMLReader

extension CatalogContext {
  /// Reads the `Registry` and `Catalog` documents among some files.
  ///
  /// Only files that hold one of the two words are parsed: in a catalog of thousands of items that is a handful.
  package init(registriesAmong sources: [SourceFile], library: RuleLibrary, textLanguage: String) {
    var builder = CatalogContext.Builder(shapes: library.shapes, symbols: library.symbols)
    let reading = DocumentReading(
      shapes: library.shapes, context: .empty, symbols: library.symbols, textLanguage: textLanguage)
    let tree = DataTree(symbols: library.symbols)
    for source in sources {
      guard CatalogContext.mayDefine(source) else { continue }
      var documents = YAMLDocuments(source)
      while let document = documents.next(into: tree) {
        guard document.isUsable, !tree.isEmpty else { continue }
        let kind = DocumentHeader(tree.view, source: source).name.kind
        guard kind == "Registry" || kind == "Catalog" else { continue }
        _ = reading.read(tree)
        builder.add(tree, file: source.path)
      }
    }
    self = builder.build()
  }

  /// Whether a file may hold a `Registry` or `Catalog` document.
  package static func mayDefine(_ source: SourceFile) -> Bool {
    source.bytes.withUnsafeBufferPointer { bytes in definingKinds.contains { $0.matches(bytes) } }
  }

  // RE2 looks for a literal at the speed of memory.
  private static let definingKinds = ["Registry", "Catalog"].compactMap { try? TextPattern($0) }
}
