import Catalog
import DataTree
import Diagnostics
package import SourceText
import YAMLReader

/// The version of a catalog that a run compares with: where each of its documents stands, so that one is read only when a
/// rule asks for it.
package final class BaseCatalog: Sendable {
  /// One file with the names of its documents.
  package struct File: Sendable {
    /// Its bytes.
    package let source: SourceFile
    /// Its path as the catalog compared with it counts paths, so that one file in both has one path.
    package let path: String
    /// Its readable documents: position in the file, kind and id, and where the id stands.
    let documents: [(index: Int, name: DocumentName, idRange: SourceRange)]
    /// Ids of documents with a YAML error, as far as they were read.
    let unreadableIDs: [String]
    /// Whether all of its documents could be read.
    package let isWhole: Bool

    /// Kind and id of its readable documents.
    package var names: [DocumentName] { documents.map(\.name) }

    /// A file that was refused, so that nothing is known of its documents.
    package init(refused source: SourceFile, path: String) {
      self.source = source
      self.path = path
      documents = []
      unreadableIDs = []
      isWhole = false
    }

    /// Reads the names of a file's documents.
    package init(_ source: SourceFile, path: String, library: RuleLibrary) {
      self.source = source
      self.path = path
      var documents: [(index: Int, name: DocumentName, idRange: SourceRange)] = []
      var unreadable: [String] = []
      var isWhole = true
      let tree = DataTree(symbols: library.symbols)
      var parsed = YAMLDocuments(source)
      while let document = parsed.next(into: tree) {
        if !document.isUsable { isWhole = false }
        guard !tree.isEmpty else { continue }
        let header = DocumentHeader(tree.view, source: source)
        if document.isUsable {
          documents.append((document.index, header.name, header.idRange))
        } else if !header.name.id.isEmpty {
          unreadable.append(header.name.id)
        }
      }
      self.documents = documents
      unreadableIDs = unreadable
      // A fault outside every document, such as a wrong encoding, hides them all.
      self.isWhole = isWhole && !parsed.diagnostics.contains { $0.severity == .error }
    }
  }

  /// What a look-up comes to.
  enum Finding {
    /// The document stands here.
    case place(CatalogSummaries.Place)
    /// The base has no such document.
    case missing
    /// It may have one, in a part that could not be read.
    case unreadable
  }

  /// The files, in order of path.
  package let files: [File]
  /// The base's own registries and defaults.
  let catalog: CatalogContext
  /// Language of plain strings in its documents.
  let textLanguage: String
  private let places: [DocumentName: CatalogSummaries.Place]
  private let unreadableIDs: Set<String>
  private let brokenPaths: Set<String>

  /// Puts the files of a base together; of two documents with one kind and id the first counts, as in every catalog.
  package init(_ files: [File], library: RuleLibrary, textLanguage: String) {
    self.files = files
    self.textLanguage = textLanguage
    catalog = CatalogContext(
      registriesAmong: files.map(\.source), library: library, textLanguage: textLanguage)
    var places: [DocumentName: CatalogSummaries.Place] = [:]
    for (file, content) in files.enumerated() {
      for (position, document) in content.documents.enumerated()
      where !document.name.id.isEmpty && places[document.name] == nil {
        places[document.name] = CatalogSummaries.Place(file: file, document: position)
      }
    }
    self.places = places
    unreadableIDs = Set(files.flatMap(\.unreadableIDs))
    brokenPaths = Set(files.filter { !$0.isWhole }.map(\.path))
  }

  /// Looks for the earlier state of a document.
  /// - Parameter path: the document's file relative to its configuration's folder; a broken file of the base at the same
  ///   path may hold what is not found.
  func find(_ name: DocumentName, path: String) -> Finding {
    guard !name.id.isEmpty else { return .missing }
    if let place = places[name] { return .place(place) }
    return unreadableIDs.contains(name.id) || brokenPaths.contains(path) ? .unreadable : .missing
  }

  /// The files that could not be read whole, as reports print them.
  package var brokenFiles: [String] { files.filter { !$0.isWhole }.map(\.source.path) }

  /// Documents that a catalog no longer has, for which rules ask, in order of file and place.
  ///
  /// What cannot be read is not taken for gone.
  package func removed(from catalog: CatalogSummaries, library: RuleLibrary) -> [CatalogSummaries.Place] {
    var present: Set<DocumentName> = []
    var brokenPaths: Set<String> = []
    for file in catalog.files {
      for document in file.summary.documents { present.insert(document.name) }
      let isBroken = file.summary.faults.contains {
        $0.diagnostic.severity == .error && $0.diagnostic.id.hasPrefix("yaml-")
      }
      if isBroken { brokenPaths.insert(file.path) }
    }
    return files.enumerated().flatMap { file, content in
      content.documents.enumerated().compactMap { position, document in
        let place = CatalogSummaries.Place(file: file, document: position)
        guard let kind = library.kind(named: document.name.kind), !library.removalRulesByKind[kind].isEmpty,
          places[document.name] == place, !present.contains(document.name),
          !catalog.unreadableIDs.contains(document.name.id), !brokenPaths.contains(content.path)
        else { return nil }
        return place
      }
    }
  }
}
