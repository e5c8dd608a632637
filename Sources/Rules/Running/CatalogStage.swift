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

  private let context: LintContext
  private let summaries: CatalogSummaries
  private let reading: DocumentReading
  private let runner: RuleRunner
  private let tree: DataTree
  private var loaded: [CatalogSummaries.Place: DataTree] = [:]
  private var treeIndex: [CatalogSummaries.Place: UInt32] = [:]
  private var parses = 0

  /// Makes a worker.
  package init(_ context: LintContext, _ summaries: CatalogSummaries) {
    self.context = context
    self.summaries = summaries
    tree = DataTree(symbols: context.library.symbols)
    reading = DocumentReading(
      shapes: context.library.shapes, context: context.catalog, symbols: context.library.symbols,
      textLanguage: context.textLanguage)
    runner = RuleRunner(context)
    runner.evaluation.lookup = self
  }

  /// Work done since the start.
  package var counters: WorkCounters {
    var counters = runner.counters
    counters.parses = parses
    return counters
  }

  /// Runs the pending rules of one document.
  package func judge(_ place: CatalogSummaries.Place) -> (results: [RuleResult], tallies: [RuleTally]) {
    let file = summaries.files[place.file]
    let document = file.summary.documents[place.document]
    treeIndex.removeAll(keepingCapacity: true)
    if loaded.count > CatalogStage.keptDocuments { loaded.removeAll(keepingCapacity: true) }
    guard read(place, into: tree), let kind = context.library.kind(named: document.name.kind) else { return ([], []) }
    let hasFaults = file.summary.faults.contains { $0.document == place.document }
    let scope = DocumentScope(
      tree: tree, source: file.source, kind: kind, hasShapeFaults: hasFaults, settings: document.settings)
    runner.run(.catalog(document.pending), on: scope)
    return (runner.records, runner.tallies)
  }

  /// The document with an id, read when it is first asked for.
  package func document(withID id: UnsafeBufferPointer<UInt8>, in evaluation: Evaluation) -> FoundDocument {
    let name = String(decoding: id, as: UTF8.self)
    guard let place = summaries.places[name] else {
      return summaries.unreadableIDs.contains(name) ? .unreadable : .missing
    }
    if let index = treeIndex[place] { return .root(NodeReference(tree: index, node: .root)) }
    let known = loaded[place]
    let found = known ?? DataTree(symbols: context.library.symbols)
    if known == nil {
      guard read(place, into: found) else { return .unreadable }
      loaded[place] = found
    }
    let index = UInt32(evaluation.trees.count)
    evaluation.trees.append(found.view)
    treeIndex[place] = index
    return .root(NodeReference(tree: index, node: .root))
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
