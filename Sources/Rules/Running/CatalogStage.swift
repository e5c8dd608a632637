package import CEL
import Catalog
import DataTree
import Diagnostics
package import SourceText
import YAMLReader

/// The files of a catalog with what the document stage made of them, in order of path.
package struct CatalogSummaries: Sendable {
  /// One file.
  package struct File: Sendable {
    /// Its bytes.
    package var source: SourceFile
    /// Its path relative to the configuration's folder.
    package var path: String
    /// What the document stage made of it.
    package var summary: FileSummary

    /// Joins a file and its summary.
    package init(source: SourceFile, path: String, summary: FileSummary) {
      self.source = source
      self.path = path
      self.summary = summary
    }
  }

  /// A document's place.
  package struct Place: Hashable, Sendable {
    /// Position of its file.
    package var file: Int
    /// Position among the file's readable documents.
    package var document: Int

    /// Names a place.
    package init(file: Int, document: Int) {
      self.file = file
      self.document = document
    }
  }

  /// The files, in order of path.
  package var files: [File]
  /// The first document with each id.
  private(set) var places: [String: Place] = [:]
  /// Ids of documents with a YAML error.
  private(set) var unreadableIDs: Set<String> = []
  /// Ids of the rules by number; empty where nobody asks.
  var ruleIDs: [String] = []

  /// Collects files and notes ids that are used twice.
  package init(_ files: [File]) {
    self.files = files
    var catalogDocument: Place?
    for file in files.indices {
      unreadableIDs.formUnion(files[file].summary.unreadableIDs)
      for document in files[file].summary.documents.indices {
        let place = Place(file: file, document: document)
        let name = files[file].summary.documents[document].name
        if name.kind == "Catalog" {
          if let first = catalogDocument { noteSecondCatalog(place, first: first) } else { catalogDocument = place }
        }
        guard !name.id.isEmpty else { continue }
        if let first = places[name.id] { noteDuplicate(place, first: first) } else { places[name.id] = place }
      }
    }
  }

  /// The documents that wait for rules of the catalog stage.
  package var waiting: [Place] {
    files.indices.flatMap { file in
      files[file].summary.documents.indices.compactMap { document in
        files[file].summary.documents[document].pending.isEmpty ? nil : Place(file: file, document: document)
      }
    }
  }

  private mutating func noteDuplicate(_ place: Place, first: Place) {
    let document = files[place.file].summary.documents[place.document]
    let other = files[first.file].summary.documents[first.document]
    let label = Label(file: files[first.file].source.path, range: other.idRange, text: Messages.firstHere)
    let diagnostic = Diagnostic(
      id: "catalog-id-duplicate", message: Messages.idDuplicate(document.name.id, first: label.file ?? ""),
      range: document.idRange, related: [label])
    files[place.file].summary.faults.append(
      FileSummary.Fault(diagnostic: diagnostic, document: place.document, path: "$['id']"))
  }

  private mutating func noteSecondCatalog(_ place: Place, first: Place) {
    let document = files[place.file].summary.documents[place.document]
    let other = files[first.file].summary.documents[first.document]
    let label = Label(file: files[first.file].source.path, range: other.idRange, text: Messages.firstHere)
    let diagnostic = Diagnostic(
      id: "catalog-several", message: Messages.secondCatalog(first: label.file ?? ""), range: document.idRange,
      related: [label])
    files[place.file].summary.faults.append(FileSummary.Fault(diagnostic: diagnostic, document: place.document))
  }
}

/// Judges documents by rules that look at other documents, re-reading just those: one for each worker.
package final class CatalogStage: DocumentLookup {
  // A bundle names a handful of members, and neighbouring bundles often the same.
  private static let keptDocuments = 64

  /// Rules, settings and registries of the run.
  let context: LintContext
  /// Runs the rules; it looks other documents up here.
  let runner: RuleRunner
  /// Reads documents of the version compared against; nil where there is none.
  let baseReader: BaseReader?
  private let summaries: CatalogSummaries
  private let kept: KeptDocuments?
  private let reading: DocumentReading
  private let tree: DataTree
  private var loaded: [CatalogSummaries.Place: DataTree] = [:]
  // Documents of files that hold several, parsed together but not yet read under their schema.
  private var parsed: [CatalogSummaries.Place: DataTree] = [:]
  private var treeIndex: [CatalogSummaries.Place: UInt32] = [:]
  private var parses = 0

  /// Makes a worker.
  /// - Parameter kept: documents that need not be read again.
  package init(_ context: LintContext, _ summaries: CatalogSummaries, kept: KeptDocuments? = nil) {
    self.kept = kept
    self.context = context
    self.summaries = summaries
    tree = DataTree(symbols: context.library.symbols)
    reading = DocumentReading(
      shapes: context.library.shapes, context: context.catalog, symbols: context.library.symbols,
      textLanguage: context.textLanguage)
    runner = RuleRunner(context)
    baseReader = context.base.map { BaseReader($0, library: context.library) }
    runner.evaluation.lookup = self
  }

  /// Work done since the start.
  package var counters: WorkCounters {
    var counters = runner.counters
    counters.parses = parses + (baseReader?.parses ?? 0)
    return counters
  }

  /// Runs the pending rules of one document.
  package func judge(_ place: CatalogSummaries.Place) -> (results: [RuleResult], tallies: [RuleTally]) {
    let file = summaries.files[place.file]
    let document = file.summary.documents[place.document]
    forgetDocuments()
    guard let tree = ownTree(place), let kind = context.library.kind(named: document.name.kind) else { return ([], []) }
    let hasFaults = file.summary.faults.contains {
      $0.document == place.document && ShapeFaults.canFailExpressions($0.diagnostic)
    }
    let scope = DocumentScope(
      tree: tree, source: file.source, kind: kind, hasShapeFaults: hasFaults, settings: document.settings)
    scope.base = baseReader?.document(comparedIn: scope, document.name, path: file.path) ?? .none
    runner.run(.catalog(document.pending), on: scope)
    return (runner.records, runner.tallies)
  }

  /// The document that is judged: as the document stage left it, or read again.
  private func ownTree(_ place: CatalogSummaries.Place) -> DataTree? {
    if let known = kept?.document(of: summaries.files[place.file].source, place.document) { return known }
    return read(place, into: tree) ? tree : nil
  }

  /// Forgets where the trees of other documents are, and most of the trees, before the next document is judged.
  func forgetDocuments() {
    treeIndex.removeAll(keepingCapacity: true)
    guard loaded.count + parsed.count > CatalogStage.keptDocuments else { return }
    loaded.removeAll(keepingCapacity: true)
    parsed.removeAll(keepingCapacity: true)
  }

  /// The document with an id, read when it is first asked for.
  package func document(withID id: UnsafeBufferPointer<UInt8>, in evaluation: Evaluation) -> FoundDocument {
    let name = String(decoding: id, as: UTF8.self)
    guard let place = summaries.places[name] else {
      return summaries.unreadableIDs.contains(name) ? .unreadable : .missing
    }
    if let index = treeIndex[place] { return .root(NodeReference(tree: index, node: .root)) }
    guard let found = loaded[place] ?? load(place) else { return .unreadable }
    loaded[place] = found
    let index = UInt32(evaluation.trees.count)
    evaluation.trees.append(found.view)
    treeIndex[place] = index
    return .root(NodeReference(tree: index, node: .root))
  }

  private func load(_ place: CatalogSummaries.Place) -> DataTree? {
    if let known = kept?.document(of: summaries.files[place.file].source, place.document) { return known }
    if parsed[place] == nil, summaries.files[place.file].summary.documents.count > 1 { parse(place.file) }
    if let tree = parsed.removeValue(forKey: place) {
      _ = reading.read(tree)
      return tree.isEmpty ? nil : tree
    }
    let tree = DataTree(symbols: context.library.symbols)
    return read(place, into: tree) ? tree : nil
  }

  /// Parses a file to its end, as a bundle that names one document of it is likely to name more.
  private func parse(_ file: Int) {
    let positions = summaries.files[file].summary.documents.enumerated().map { ($1.index, $0) }
    let wanted = Dictionary(positions, uniquingKeysWith: { first, _ in first })
    var documents = YAMLDocuments(summaries.files[file].source)
    var tree = DataTree(symbols: context.library.symbols)
    while let document = documents.next(into: tree) {
      parses += 1
      guard let position = wanted[document.index] else { continue }
      parsed[CatalogSummaries.Place(file: file, document: position)] = tree
      tree = DataTree(symbols: context.library.symbols)
    }
  }

  private func read(_ place: CatalogSummaries.Place, into tree: DataTree) -> Bool {
    let file = summaries.files[place.file]
    let wanted = file.summary.documents[place.document].index
    var documents = YAMLDocuments(file.source)
    while let document = documents.next(into: tree) {
      parses += 1
      guard document.index == wanted else { continue }
      _ = reading.read(tree)
      return !tree.isEmpty
    }
    return false
  }
}
