package import Catalog
import DataTree
import Diagnostics
import JSONPath
package import SourceText
import YAMLReader

/// What all workers of a run share.
package struct LintContext: Sendable {
  /// The rules.
  package let library: RuleLibrary
  /// Registries and the catalog's defaults.
  package let catalog: CatalogContext
  /// Settings of each document.
  package let settings: SettingsResolver
  /// Language of plain strings in documents.
  package let textLanguage: String
  /// The day that rules see.
  package let today: String
  /// The version compared against; nil where nothing is compared.
  package let base: BaseCatalog?
  /// What `require` is taken for, whatever it says: how tests of rules find examples that test nothing.
  let mutation: Bool?
  /// Is told what examples reach; nil in all other runs.
  let coverage: CoverageLog?
  /// Nanoseconds of a steady clock, for a run that times each rule; nil in all other runs.
  package var clock: (@Sendable () -> UInt64)?

  /// Collects what a run needs.
  package init(
    library: RuleLibrary, catalog: CatalogContext, settings: SettingsResolver, textLanguage: String, today: String,
    base: BaseCatalog? = nil
  ) {
    self.init(
      library: library, catalog: catalog, settings: settings, textLanguage: textLanguage, today: today, base: base,
      mutation: nil, coverage: nil)
  }

  /// The same with a mutation or a log, for tests of rules.
  init(
    library: RuleLibrary, catalog: CatalogContext, settings: SettingsResolver, textLanguage: String, today: String,
    base: BaseCatalog? = nil, mutation: Bool?, coverage: CoverageLog?
  ) {
    self.library = library
    self.catalog = catalog
    self.settings = settings
    self.textLanguage = textLanguage
    self.today = today
    self.base = base
    self.mutation = mutation
    self.coverage = coverage
  }
}

/// Reads files and judges each document by itself: a pure function of its bytes, those of its earlier state, rules and
/// settings, one for each worker.
package final class DocumentStage {
  private let context: LintContext
  @exclusivity(unchecked) private var tree: DataTree
  private let kept: KeptDocuments?
  private let reading: DocumentReading
  private let runner: RuleRunner
  private let baseReader: BaseReader?
  private var parses = 0

  /// Makes a worker.
  /// - Parameter kept: where documents are left that the catalog stage will ask for.
  package init(_ context: LintContext, keeping kept: KeptDocuments? = nil) {
    self.context = context
    self.kept = kept
    tree = DataTree(symbols: context.library.symbols)
    reading = DocumentReading(
      shapes: context.library.shapes, context: context.catalog, symbols: context.library.symbols,
      textLanguage: context.textLanguage)
    runner = RuleRunner(context)
    baseReader = context.base.map { BaseReader($0, library: context.library) }
  }

  /// Work done since the start.
  package var counters: WorkCounters {
    var counters = runner.counters
    counters.parses = parses + (baseReader?.parses ?? 0)
    return counters
  }

  /// Lints a file.
  /// - Parameter path: the file's path relative to the configuration's folder, for overrides.
  package func lint(_ source: SourceFile, path: String) -> FileSummary {
    var summary = FileSummary()
    var documents = YAMLDocuments(source)
    var comments = SuppressionReader(source, library: context.library)
    var faultCount = 0
    while let document = documents.next(into: tree) {
      parses += 1
      summary.documentCount += 1
      append(documents.diagnostics[faultCount...], to: &summary, document: nil)
      faultCount = documents.diagnostics.count
      guard !tree.isEmpty else { continue }
      if document.isUsable {
        lint(document, source, path, &comments, &summary)
      } else {
        summary.unreadableIDs.append(DocumentHeader(tree.view, source: source).name.id)
      }
    }
    append(documents.diagnostics[faultCount...], to: &summary, document: nil)
    return summary
  }

  private func append(_ diagnostics: ArraySlice<Diagnostic>, to summary: inout FileSummary, document: Int?) {
    for diagnostic in diagnostics {
      summary.faults.append(FileSummary.Fault(diagnostic: diagnostic, document: document))
    }
  }

  private func lint(
    _ document: YAMLDocument, _ source: SourceFile, _ path: String, _ comments: inout SuppressionReader,
    _ summary: inout FileSummary
  ) {
    let library = context.library
    let header = DocumentHeader(tree.view, source: source)
    let settings = context.settings.settings(path: path, kind: header.name.kind, id: header.name.id)
    let position = summary.documents.count
    summary.documents.append(
      DocumentSummary(
        index: document.index, name: header.name, idRange: header.idRange, results: [], tallies: [], facts: [],
        pending: [], settings: settings))
    // Before the document is read under its schema, which adds what is not written.
    let decided = comments.read(in: document.range, tree.view, settings, position: position)
    summary.suppressions += decided.suppressions
    append(decided.faults[...], to: &summary, document: position)
    guard let kind = library.kind(named: header.name.kind) else {
      let fault = header.kindFault(known: library.kinds, source: source)
      return append([fault], to: &summary, document: position)
    }
    let faults = ShapeFaults.find(in: tree, under: library.schemas[kind], source: source, prefix: "schema")
    for fault in faults {
      summary.faults.append(
        FileSummary.Fault(
          diagnostic: fault.diagnostic, document: position, path: fault.path, anchor: fault.anchor))
    }
    if header.name.kind == "Catalog" { append(profileFaults(), to: &summary, document: position) }
    let references = reading.read(tree)
    append(references[...], to: &summary, document: position)
    summary.documents[position].overview = DocumentOverview(tree.view)
    let scope = DocumentScope(
      tree: tree, source: source, kind: kind,
      hasShapeFaults: !references.isEmpty || faults.contains { ShapeFaults.canFailExpressions($0.diagnostic) },
      settings: settings)
    scope.base = baseReader?.document(comparedIn: scope, header.name, path: path) ?? .none
    runner.run(.document, on: scope)
    summary.documents[position].results = runner.records
    summary.documents[position].tallies = runner.tallies
    summary.documents[position].facts = runner.facts
    summary.documents[position].pending = runner.pending
    if let kept { keep(header.name, of: source, position, in: kept) }
  }

  /// Leaves the document at hand to the catalog stage, which will judge it again or look at it for another.
  private func keep(_ name: DocumentName, of source: SourceFile, _ position: Int, in kept: KeptDocuments) {
    let isWaiting = !runner.pending.isEmpty
    if isWaiting { kept.want(runner.asked) }
    guard isWaiting || kept.wants(name.id), kept.keep(tree, of: source, document: position) else { return }
    tree = DataTree(symbols: context.library.symbols)
  }
}

extension DocumentStage {
  /// Says that the `Catalog` document at hand asks for a profile that does not exist.
  private func profileFaults() -> ArraySlice<Diagnostic> {
    guard let name = TreeFields(tree.view).text("profile"), context.library.profile(named: name.text) == nil else {
      return []
    }
    let message = Messages.unknownProfile(name.text, nearest: context.library.nearestProfile(to: name.text))
    return [Diagnostic(id: "catalog-profile", message: message, range: tree.view[name.node].range)]
  }
}

/// Kind and id of a document, read before its shape is known to be valid.
struct DocumentHeader {
  /// Kind and id as written; empty where they are not stated.
  let name: DocumentName
  /// What a diagnostic about the id underlines.
  let idRange: SourceRange
  private let kindNode: NodeID?
  private let view: TreeView

  /// Reads the header of a document; `source` gives the first line where there is no id.
  init(_ view: TreeView, source: SourceFile) {
    self.view = view
    kindNode = view.value(of: .root, at: "kind").flatMap { view[$0].isCollection ? nil : $0 }
    let id = view.value(of: .root, at: "id").flatMap { view[$0].isCollection ? nil : $0 }
    name = DocumentName(kind: kindNode.map { view.string($0) } ?? "", id: id.map { view.string($0) } ?? "")
    idRange = id.map { view[$0].range } ?? view.underline(.root, in: source)
  }

  /// Says that the kind is missing or unknown.
  func kindFault(known: [String], source: SourceFile) -> Diagnostic {
    guard view.kind(.root) == .map else {
      return Diagnostic(
        id: "schema-root", message: Messages.rootIsNoMap(known), range: view.underline(.root, in: source))
    }
    guard let kindNode, view[kindNode].kind != .null else {
      return Diagnostic(
        id: "schema-kind-missing", message: Messages.kindMissing(known), range: view.underline(.root, in: source))
    }
    return Diagnostic(
      id: "schema-kind-unknown", message: Messages.unknownKind(name.kind, known: known), range: view[kindNode].range,
      fix: ShapeFix.respelling(
        kindNode, as: nearestName(to: name.kind, among: known), in: view, source: source))
  }
}
