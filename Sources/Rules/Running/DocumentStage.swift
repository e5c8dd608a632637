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
  package var catalog: CatalogContext { registries.value }
  private let registries: Deferred<CatalogContext>
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

  /// The same for a catalog whose registries are read when they are needed.
  package init(
    library: RuleLibrary, defining files: DefiningFiles, settings: SettingsResolver, textLanguage: String,
    today: String, base: BaseCatalog? = nil
  ) {
    self.init(
      library: library, registries: files.context, settings: settings, textLanguage: textLanguage, today: today,
      base: base, mutation: nil, coverage: nil)
  }

  /// The same with a mutation or a log, for tests of rules.
  init(
    library: RuleLibrary, catalog: CatalogContext, settings: SettingsResolver, textLanguage: String, today: String,
    base: BaseCatalog? = nil, mutation: Bool?, coverage: CoverageLog?
  ) {
    self.init(
      library: library, registries: Deferred { catalog }, settings: settings, textLanguage: textLanguage,
      today: today, base: base, mutation: mutation, coverage: coverage)
  }

  private init(
    library: RuleLibrary, registries: Deferred<CatalogContext>, settings: SettingsResolver, textLanguage: String,
    today: String, base: BaseCatalog?, mutation: Bool?, coverage: CoverageLog?
  ) {
    self.library = library
    self.registries = registries
    self.settings = settings
    self.textLanguage = textLanguage
    self.today = today
    self.base = base
    self.mutation = mutation
    self.coverage = coverage
  }
}

/// Room for one document that is being judged.
private final class DocumentSlot {
  /// The document's tree.
  @exclusivity(unchecked) var tree: DataTree
  /// Runs the rules on it.
  let runner: RuleRunner
  /// Reads its earlier state.
  let baseReader: BaseReader?
  /// The document's file.
  @exclusivity(unchecked) var source: SourceFile?
  /// What the document is called.
  @exclusivity(unchecked) var name = DocumentName(kind: "", id: "")
  /// Its file among those of the call, and its position among the file's documents.
  @exclusivity(unchecked) var place = (file: 0, document: 0)

  /// Work done here.
  var counters: WorkCounters {
    var counters = runner.counters
    counters.parses += baseReader?.parses ?? 0
    return counters
  }

  /// Makes room.
  init(_ context: LintContext, sharing other: RuleRunner?) {
    tree = DataTree(symbols: context.library.symbols)
    runner = RuleRunner(context, sharing: other)
    baseReader = context.base.map { BaseReader($0, library: context.library) }
  }
}

/// Reads files and judges each document by itself: a pure function of its bytes, those of its earlier state, rules and
/// settings, one for each worker.
package final class DocumentStage {
  /// Documents that are judged together: so many that a rule's own memory is read seldom, so few that theirs stays near.
  package static let batchSize = 16
  /// Bytes of text after which documents are judged though there is room for more, and bytes of a tree whose slot is
  /// given back.
  private static let batchBytes = 4 << 20

  private let context: LintContext
  private let kept: KeptDocuments?
  private let reading: DocumentReading
  /// Room for documents, made when it is first needed.
  @exclusivity(unchecked) private var slots: [DocumentSlot] = []
  /// The slots' runners, without references to count.
  @exclusivity(unchecked) private var runners: [Unmanaged<RuleRunner>] = []
  /// How many slots there may be.
  private let slotCount: Int
  /// Slots with a document that waits to be judged, the first so many.
  @exclusivity(unchecked) private var taken = 0
  /// Bytes of their text.
  @exclusivity(unchecked) private var takenBytes = 0
  /// What is known of the files of the call.
  @exclusivity(unchecked) private var summaries: [FileSummary] = []
  private var parses = 0
  /// Work of slots that are no more.
  private var spent = WorkCounters()

  /// Makes a worker.
  /// - Parameter kept: where documents are left that the catalog stage will ask for.
  package init(_ context: LintContext, keeping kept: KeptDocuments? = nil) {
    self.context = context
    self.kept = kept
    reading = DocumentReading(
      shapes: context.library.shapes, context: context.catalog, symbols: context.library.symbols,
      textLanguage: context.textLanguage)
    // Earlier states are read in the order of their files, each file once.
    slotCount = context.base == nil ? DocumentStage.batchSize : 1
  }

  /// The first slot without a document.
  private func freeSlot() -> DocumentSlot {
    if taken == slots.count {
      let slot = DocumentSlot(context, sharing: slots.first?.runner)
      slots.append(slot)
      runners.append(.passUnretained(slot.runner))
    }
    return slots[taken]
  }

  /// Work done since the start.
  package var counters: WorkCounters {
    var counters = spent
    for slot in slots { counters += slot.counters }
    counters.parses += parses
    return counters
  }

  /// Lints a file.
  /// - Parameter path: the file's path relative to the configuration's folder, for overrides.
  package func lint(_ source: SourceFile, path: String) -> FileSummary { lint([(source, path)])[0] }

  /// Lints files, several documents at a time.
  /// - Parameter files: the files with their paths relative to the configuration's folder, for overrides.
  /// - Returns: as many summaries, in the same order.
  package func lint(_ files: [(source: SourceFile, path: String)]) -> [FileSummary] {
    summaries = Array(repeating: FileSummary(), count: files.count)
    for (index, file) in files.enumerated() { read(file.source, path: file.path, index) }
    judge()
    defer { summaries = [] }
    return summaries
  }

  /// Reads the documents of a file; they are judged once all slots are taken.
  private func read(_ source: SourceFile, path: String, _ index: Int) {
    var documents = YAMLDocuments(source)
    var comments = SuppressionReader(source, library: context.library)
    var faultCount = 0
    while let document = documents.next(into: freeSlot().tree) {
      parses += 1
      summaries[index].documentCount += 1
      append(documents.diagnostics[faultCount...], to: &summaries[index], document: nil)
      faultCount = documents.diagnostics.count
      let slot = slots[taken]
      guard !slot.tree.isEmpty else { continue }
      guard document.isUsable else {
        summaries[index].unreadableIDs.append(DocumentHeader(slot.tree.view, source: source).name.id)
        continue
      }
      guard read(document, source, path, &comments, &summaries[index], into: slot) else { continue }
      slot.place = (index, summaries[index].documents.count - 1)
      taken += 1
      takenBytes += Int(document.range.end - document.range.start)
      if taken == slotCount || takenBytes > DocumentStage.batchBytes { judge() }
    }
    append(documents.diagnostics[faultCount...], to: &summaries[index], document: nil)
  }

  /// Judges the documents in the slots and puts what was found where it belongs.
  private func judge() {
    runners.withUnsafeBufferPointer { RuleRunner.run(UnsafeBufferPointer(rebasing: $0[..<taken])) }
    for index in 0..<taken {
      let slot = slots[index]
      let (file, document) = slot.place
      summaries[file].documents[document].results = slot.runner.records
      summaries[file].documents[document].tallies = slot.runner.tallies
      summaries[file].documents[document].facts = slot.runner.facts
      summaries[file].documents[document].pending = slot.runner.pending
      // One large document after another would leave each slot with the memory of the largest.
      let isLarge = slot.tree.byteCount > DocumentStage.batchBytes
      if let kept { keep(slot, document, in: kept) }
      slot.source = nil
      if isLarge { renewSlot(index) }
    }
    taken = 0
    takenBytes = 0
  }

  /// Gives back what a slot has grown to.
  private func renewSlot(_ index: Int) {
    spent += slots[index].counters
    slots[index] = DocumentSlot(context, sharing: slots[index].runner)
    runners[index] = .passUnretained(slots[index].runner)
  }

  private func append(_ diagnostics: ArraySlice<Diagnostic>, to summary: inout FileSummary, document: Int?) {
    for diagnostic in diagnostics {
      summary.faults.append(FileSummary.Fault(diagnostic: diagnostic, document: document))
    }
  }

  /// Reads a document under its schema and prepares to judge it; false where there is nothing to judge.
  private func read(
    _ document: YAMLDocument, _ source: SourceFile, _ path: String, _ comments: inout SuppressionReader,
    _ summary: inout FileSummary, into slot: DocumentSlot
  ) -> Bool {
    let library = context.library
    let tree = slot.tree
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
      append([fault], to: &summary, document: position)
      return false
    }
    let faults = ShapeFaults.find(in: tree, under: library.schemas[kind], source: source, prefix: "schema")
    for fault in faults {
      summary.faults.append(
        FileSummary.Fault(
          diagnostic: fault.diagnostic, document: position, path: fault.path, anchor: fault.anchor))
    }
    if header.name.kind == "Catalog" { append(profileFaults(tree.view), to: &summary, document: position) }
    let references = reading.read(tree)
    append(references[...], to: &summary, document: position)
    summary.documents[position].overview = DocumentOverview(tree.view)
    let scope = DocumentScope(
      tree: tree, source: source, kind: kind,
      hasShapeFaults: !references.isEmpty || faults.contains { ShapeFaults.canFailExpressions($0.diagnostic) },
      settings: settings)
    scope.base = slot.baseReader?.document(comparedIn: scope, header.name, path: path) ?? .none
    slot.source = source
    slot.name = header.name
    slot.runner.beginQueue(scope)
    return true
  }

  /// Leaves a document to the catalog stage, which will judge it again or look at it for another.
  private func keep(_ slot: DocumentSlot, _ position: Int, in kept: KeptDocuments) {
    let isWaiting = !slot.runner.pending.isEmpty
    if isWaiting { kept.want(slot.runner.asked) }
    guard let source = slot.source, isWaiting || kept.wants(slot.name.id),
      kept.keep(slot.tree, of: source, document: position)
    else { return }
    slot.tree = DataTree(symbols: context.library.symbols)
  }
}

extension DocumentStage {
  /// Says that the `Catalog` document at hand asks for a profile that does not exist.
  private func profileFaults(_ view: TreeView) -> ArraySlice<Diagnostic> {
    guard let name = TreeFields(view).text("profile"), context.library.profile(named: name.text) == nil else {
      return []
    }
    let message = Messages.unknownProfile(name.text, nearest: context.library.nearestProfile(to: name.text))
    return [Diagnostic(id: "catalog-profile", message: message, range: view[name.node].range)]
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
    kindNode = view.value(of: .root, named: "kind").flatMap { view[$0].isCollection ? nil : $0 }
    let id = view.value(of: .root, named: "id").flatMap { view[$0].isCollection ? nil : $0 }
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
