package import Catalog
import DataTree
package import SourceText
import TextPatterns
import YAMLReader

/// The files whose `Registry` and `Catalog` documents others take values from, with what a run must know of them before
/// it judges anything; the values themselves are read when the first document is judged.
package struct DefiningFiles: Sendable {
  /// The files.
  package let sources: [SourceFile]
  /// The `profile` of the first `Catalog` document that has one.
  package let profile: String?
  /// What documents inherit.
  let context: Deferred<CatalogContext>

  /// Finds the files among those that may hold such documents.
  package init(among candidates: [SourceFile], library: RuleLibrary, textLanguage: String) {
    var sources: [SourceFile] = []
    var profile: String?
    let tree = DataTree(symbols: .empty)
    for source in candidates {
      var defines = false
      var documents = YAMLDocuments(source)
      while let document = documents.next(into: tree) {
        guard let kind = CatalogContext.definingKind(document, tree, source) else { continue }
        defines = true
        // A key without a value states nothing, as everywhere.
        if kind == "Catalog", profile == nil, let node = tree.view.value(of: .root, named: "profile"),
          !tree.view[node].isCollection, tree.view.kind(node) != .null
        {
          profile = tree.view.string(node)
        }
      }
      if defines { sources.append(source) }
    }
    self.sources = sources
    self.profile = profile
    context = Deferred { [sources] in
      sources.isEmpty
        ? .empty : CatalogContext(registriesAmong: sources, library: library, textLanguage: textLanguage)
    }
  }
}

extension CatalogContext {
  /// The kind of a document that others take values from; nil for every other one.
  fileprivate static func definingKind(
    _ document: YAMLDocument, _ tree: DataTree, _ source: SourceFile
  ) -> String? {
    guard document.isUsable, !tree.isEmpty else { return nil }
    let kind = DocumentHeader(tree.view, source: source).name.kind
    return kind == "Registry" || kind == "Catalog" ? kind : nil
  }

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
        guard CatalogContext.definingKind(document, tree, source) != nil else { continue }
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
