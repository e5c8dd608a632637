internal import Diagnostics
internal import Dispatch
internal import Rules
internal import SourceText

/// A catalog after both stages.
struct LintedCatalog {
  /// Its files with what was said of them.
  var files: [CatalogSummaries.File]
  /// Whether each file is reported.
  var isReported: [Bool]
  /// Files of the version compared against, each with one document that is gone.
  var removed: [CatalogSummaries.File]
  /// The sources of the version compared against, for labels in them.
  var baseSources: [SourceFile]
  /// Work done.
  var counters: WorkCounters
  /// By rule, tallies of the reported files that were added up already, in parts.
  var tallySums: [[SIMD2<UInt64>]] = []
}

/// Runs both stages of the linter over the files of one catalog, on all workers.
struct CatalogLint {
  /// Rules, settings and registries of the run.
  let context: LintContext
  /// Number of workers.
  let jobs: Int
  /// What earlier runs found out; nil where nothing is kept.
  var cache: LintCache?
  /// Where a person sees how far it is.
  var progress: ProgressLine?

  /// Lints the files.
  /// - Parameter isRemovalReported: whether a file that is gone would have been reported at its path.
  func run(_ files: [LoadedFile], isRemovalReported: (String) -> Bool) -> LintedCatalog {
    let kept = KeptDocuments()
    guard let cache else {
      let (summaries, work) = documentStage(files, keeping: kept, known: nil)
      return judge(files, summaries, work, kept, isRemovalReported)
    }
    let keeping = SummaryKeeping(cache: cache, context: context, jobs: jobs)
    let digests = cache.digests(of: files, jobs: jobs)
    // What is gone was not among the files, so it is judged each time.
    if context.base == nil, let last = keeping.lastRun(over: digests, files) {
      return LintedCatalog(files, last.summaries, tallySums: last.tallySums)
    }
    // Something is to be judged; the rules are compiled while it is looked up what.
    if jobs > 1 { DispatchQueue.global().async { [library = context.library] in library.compile() } }
    let (summaries, work) = documentStage(files, keeping: kept, known: keeping.documents(digests))
    // What rules say that turned out to be broken is not worth keeping.
    if context.library.lateFaults.isEmpty { keeping.keepDocuments(summaries, digests) }
    let linted = judge(files, summaries, work, kept, isRemovalReported)
    if context.base == nil, context.library.lateFaults.isEmpty { keeping.keepRun(linted.files.map(\.summary), digests) }
    return linted
  }

  /// Judges each document by itself, but for those files of which it is known what comes of it.
  private func documentStage(
    _ files: [LoadedFile], keeping kept: KeptDocuments, known: (@Sendable (Int, LoadedFile) -> FileSummary?)?
  ) -> (summaries: [FileSummary], work: [WorkCounters]) {
    let context = context
    let progress = progress
    progress?.expect(files.count)
    let order = context.library.readingOrder(of: files.map(\.source))
    // Smaller batches where there are few files, so that all workers have some.
    let size = max(1, min(DocumentStage.batchSize, order.count / (4 * max(1, jobs))))
    let batches = stride(from: 0, to: order.count, by: size).map { order[$0..<min($0 + size, order.count)] }
    let (found, work) = parallelMap(
      count: batches.count, jobs: jobs, makeState: { LazyStage(context, kept) }, finish: { $0.counters }
    ) { worker, batch in
      defer { progress?.advance(by: batches[batch].count) }
      return CatalogLint.lint(batches[batch], of: files, worker, known)
    }
    var summaries = Array(repeating: FileSummary(), count: files.count)
    for (index, summary) in zip(order, found.joined()) { summaries[index] = summary }
    return (summaries, work)
  }

  /// Lints some files, except those of which enough is known.
  private static func lint(
    _ indices: ArraySlice<Int>, of files: [LoadedFile], _ worker: LazyStage,
    _ known: (@Sendable (Int, LoadedFile) -> FileSummary?)?
  ) -> [FileSummary] {
    var unknown: [(position: Int, file: LoadedFile)] = []
    var summaries = indices.enumerated().map { position, index in
      if let summary = known?(index, files[index]) { return summary }
      guard let size = files[index].refusedSize else {
        unknown.append((position, files[index]))
        return FileSummary()
      }
      var summary = FileSummary()
      let fault = Diagnostic(
        id: "yaml-size-limit", message: Messages.fileTooLarge(size, limit: LintRun.largestFile),
        range: SourceRange(0, 0))
      summary.faults = [FileSummary.Fault(diagnostic: fault)]
      return summary
    }
    if unknown.isEmpty { return summaries }
    let linted = worker.stage.lint(unknown.map { ($0.file.source, $0.file.relativePath) })
    for (file, summary) in zip(unknown, linted) { summaries[file.position] = summary }
    return summaries
  }

  /// What documents say of one another.
  private struct CatalogJudgement {
    /// The documents that waited for others, with what became of them.
    var waiting: [(place: CatalogSummaries.Place, outcome: (results: [RuleResult], tallies: [RuleTally]))]
    /// Members of groups over the catalog.
    var members: [CatalogGroups.Judged]
    /// Documents of the version compared against that are gone.
    var removed: [CatalogSummaries.File]
    /// Work done.
    var work: [WorkCounters]
  }

  /// Judges what documents say of one another.
  private func judge(
    _ files: [LoadedFile], _ summaries: consuming [FileSummary], _ work: [WorkCounters], _ kept: KeptDocuments,
    _ isRemovalReported: (String) -> Bool
  ) -> LintedCatalog {
    var catalog = CatalogLint.catalog(files, consume summaries)
    // Nothing else holds the summaries when the results are merged: else thousands of them were copied.
    let judgement = judgement(of: catalog, kept, isRemovalReported)
    for (place, outcome) in judgement.waiting { catalog.merge(outcome.results, outcome.tallies, at: place) }
    for member in judgement.members { catalog.merge(member) }
    var counters = WorkCounters()
    for work in work + judgement.work { counters += work }
    return LintedCatalog(
      files: catalog.files, isReported: files.map(\.isReported), removed: judgement.removed,
      baseSources: context.base?.files.map(\.source) ?? [], counters: counters)
  }

  private static func catalog(_ files: [LoadedFile], _ summaries: consuming [FileSummary]) -> CatalogSummaries {
    CatalogSummaries(
      zip(files, summaries).map { CatalogSummaries.File(source: $0.source, path: $0.relativePath, summary: $1) })
  }

  private func judgement(
    of catalog: CatalogSummaries, _ kept: KeptDocuments, _ isRemovalReported: (String) -> Bool
  ) -> CatalogJudgement {
    let context = context
    let waiting = catalog.waiting
    let (judged, catalogWork) = parallelMap(
      count: waiting.count, jobs: jobs, makeState: { CatalogStage(context, catalog, kept: kept) },
      finish: { $0.counters }
    ) { stage, index in stage.judge(waiting[index]) }
    let gone = (context.base?.removed(from: catalog, library: context.library) ?? []).filter { place in
      context.base.map { isRemovalReported($0.files[place.file].path) } ?? false
    }
    let (removed, removalWork) = parallelMap(
      count: gone.count, jobs: jobs, makeState: { CatalogStage(context, catalog, kept: kept) },
      finish: { $0.counters }
    ) { stage, index in stage.judgeRemoved(gone[index]) }
    let groups = CatalogGroups(context, catalog)
    let rules = groups.rules
    let members = parallelMap(count: rules.count, jobs: jobs, makeState: { () }, finish: { _ in 0 }) { _, index in
      groups.judge(rules[index])
    }.results
    return CatalogJudgement(
      waiting: zip(waiting, judged).map { ($0, $1) }, members: members.flatMap { $0 },
      removed: removed.compactMap { $0 }, work: catalogWork + removalWork)
  }
}

/// A worker of the document stage that is made when the first file asks for it: where all are known, none is needed.
private final class LazyStage {
  private let context: LintContext
  private let kept: KeptDocuments
  private var made: DocumentStage?

  /// Prepares a worker.
  init(_ context: LintContext, _ kept: KeptDocuments) {
    self.context = context
    self.kept = kept
  }

  /// The worker.
  var stage: DocumentStage {
    if let made { return made }
    let stage = DocumentStage(context, keeping: kept)
    made = stage
    return stage
  }

  /// Work done since the start.
  var counters: WorkCounters { made?.counters ?? WorkCounters() }
}

extension LintedCatalog {
  /// A catalog of which everything was known.
  fileprivate init(_ files: [LoadedFile], _ summaries: [FileSummary], tallySums: [[SIMD2<UInt64>]]) {
    self.init(
      files: zip(files, summaries).map {
        CatalogSummaries.File(source: $0.source, path: $0.relativePath, summary: $1)
      },
      isReported: files.map(\.isReported), removed: [], baseSources: [], counters: WorkCounters(), tallySums: tallySums)
  }
}
