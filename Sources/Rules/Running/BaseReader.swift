import Catalog
import DataTree
import SourceText
import YAMLReader

/// The earlier state of the document at hand, as rules see it.
enum BaseDocument {
  /// There is none: nothing is compared, or the document is new.
  case none
  /// It cannot be read, so that nothing is known of it.
  case unreadable
  /// Its tree after reading, its file, and whether its shape is at fault.
  case document(DataTree, SourceFile, hasShapeFaults: Bool)
}

/// Reads documents of a base, one at a time into the same tree: one for each worker.
final class BaseReader {
  /// A file that is read on from where the last document ended.
  private final class OpenFile {
    let file: Int
    var documents: YAMLDocuments
    var next = 0

    init(_ file: Int, _ source: SourceFile) {
      self.file = file
      documents = YAMLDocuments(source)
    }
  }

  private let base: BaseCatalog
  private let library: RuleLibrary
  private let reading: DocumentReading
  private let tree: DataTree
  private var open: OpenFile?
  /// Documents parsed since the start.
  private(set) var parses = 0

  /// Makes a reader.
  init(_ base: BaseCatalog, library: RuleLibrary) {
    self.base = base
    self.library = library
    tree = DataTree(symbols: library.symbols)
    reading = DocumentReading(
      shapes: library.shapes, context: base.catalog, symbols: library.symbols, textLanguage: base.textLanguage)
  }

  /// The earlier state of the document of a scope, read only if a rule that is on compares; good until the next call.
  /// - Parameter path: its file relative to its configuration's folder.
  func document(comparedIn scope: DocumentScope, _ name: DocumentName, path: String) -> BaseDocument {
    let isRead = library.baseRulesByKind[scope.kind].contains { scope.settings.states[$0].isOn }
    guard isRead else { return .none }
    switch base.find(name, path: path) {
    case .missing: return .none
    case .unreadable: return .unreadable
    case .place(let place): return document(at: place, kind: scope.kind)
    }
  }

  /// The document at a place; its tree is good until the next call.
  func document(at place: CatalogSummaries.Place, kind: Int) -> BaseDocument {
    let file = base.files[place.file]
    guard parse(file.documents[place.document].index, of: place.file, file.source), !tree.isEmpty else {
      return .unreadable
    }
    let faults = ShapeFaults.find(in: tree, under: library.schemas[kind], source: file.source, prefix: "schema")
    let references = reading.read(tree)
    let canFail = !references.isEmpty || faults.contains { ShapeFaults.canFailExpressions($0.diagnostic) }
    return .document(tree, file.source, hasShapeFaults: canFail)
  }

  // Documents are asked for in the order of the later version, which is nearly that of the base.
  private func parse(_ wanted: Int, of file: Int, _ source: SourceFile) -> Bool {
    if open?.file != file || (open?.next ?? 0) > wanted { open = OpenFile(file, source) }
    guard let open else { return false }
    while let document = open.documents.next(into: tree) {
      parses += 1
      open.next = document.index + 1
      if document.index == wanted { return document.isUsable }
    }
    self.open = nil
    return false
  }
}
