package import Catalog
package import DataTree
package import Diagnostics
package import SourceText

/// Reads the documents of a loaded catalog by name, one at a time into the same tree: one for each worker.
package final class CatalogDocuments {
  /// A document under its schema, with what registries and the catalog supply; good while it is handed over.
  package struct Document {
    /// Kind and id.
    package let name: DocumentName
    /// Its tree.
    package let view: TreeView
    /// Its file.
    package let source: SourceFile
    /// The schemas that it was read under.
    package let shapes: Shapes
    /// Where the other documents are; nil where it stands alone.
    private let documents: CatalogDocuments?

    /// Hands over a document that was read.
    init(
      name: DocumentName, view: TreeView, source: SourceFile, shapes: Shapes, documents: CatalogDocuments? = nil
    ) {
      self.name = name
      self.view = view
      self.source = source
      self.shapes = shapes
      self.documents = documents
    }

    /// What is counted of it.
    package var measured: MeasuredItem { MeasuredItem(view, shapes: shapes) }
    /// Its fields.
    package var fields: TreeFields { TreeFields(view) }

    /// A place of the catalog's registries, such as a hall with its telephone; good as long as the document.
    package func place(_ id: String) -> TreeFields? {
      documents?.catalog.catalog.registered(id, in: .places).map { TreeFields($0.view, $0.node) }
    }

    /// What another document of the catalog is called; nil where there is none that can be read.
    package func title(of name: DocumentName) -> LocalizedText? { documents?.title(of: name) }
  }

  /// The catalog.
  package let catalog: BaseCatalog
  private let library: RuleLibrary
  private let reader: BaseReader
  /// Reads other documents while one is handed over.
  private lazy var neighbours = CatalogDocuments(catalog, library: library)
  private var titles: [DocumentName: LocalizedText] = [:]

  /// Makes a reader.
  package init(_ catalog: BaseCatalog, library: RuleLibrary) {
    self.catalog = catalog
    self.library = library
    reader = BaseReader(catalog, library: library)
  }

  /// Hands over the document with a name; nil where there is none that can be read.
  package func read<Result>(_ name: DocumentName, _ body: (Document) -> Result) -> Result? {
    guard case .place(let place) = catalog.find(name, path: ""), let kind = library.kind(named: name.kind),
      case .document(let tree, let source, _) = reader.document(at: place, kind: kind)
    else { return nil }
    // What a view points to lives as long as its tree.
    return withExtendedLifetime(tree) {
      body(Document(name: name, view: tree.view, source: source, shapes: library.shapes, documents: self))
    }
  }

  /// The department that the catalog's registries have under an id.
  package func department(_ id: String) -> LocalizedText? {
    guard let entry = catalog.catalog.registered(id, in: .departments) else { return nil }
    return TreeFields(entry.view, entry.node).localized("name")
  }

  /// What a document is called, read once.
  fileprivate func title(of name: DocumentName) -> LocalizedText? {
    if let known = titles[name] { return known }
    let title = neighbours.read(name) { $0.fields.localized("name") } ?? nil
    titles[name] = title
    return title
  }
}

extension BaseCatalog {
  /// Kind and id of the documents of some kinds that bear an id, in order of file and place; of two with one name the
  /// first counts.
  package func names(ofKinds kinds: Set<String>) -> [DocumentName] {
    var known: Set<DocumentName> = []
    return files.flatMap { file in
      file.names.filter { kinds.contains($0.kind) && !$0.id.isEmpty && known.insert($0).inserted }
    }
  }

  /// The documents with an id, whatever their kind, such as an item and the bundle that was named alike.
  package func names(withID id: String) -> [DocumentName] {
    names(ofKinds: ["ServiceItem", "Bundle"]).filter { $0.id == id }
  }
}
