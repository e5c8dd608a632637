internal import Diagnostics
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
}

/// Runs both stages of the linter over the files of one catalog, on all workers.
struct CatalogLint {
  /// Rules, settings and registries of the run.
  let context: LintContext
  /// Number of workers.
  let jobs: Int

  /// Lints the files.
  /// - Parameter isRemovalReported: whether a file that is gone would have been reported at its path.
  func run(_ files: [LoadedFile], isRemovalReported: (String) -> Bool) -> LintedCatalog {
    let context = context
    let (summaries, documentWork) = parallelMap(
      count: files.count, jobs: jobs, makeState: { DocumentStage(context) }, finish: { $0.counters }
    ) { stage, index in
      let file = files[index]
      guard let size = file.refusedSize else { return stage.lint(file.source, path: file.relativePath) }
      var summary = FileSummary()
      let fault = Diagnostic(
        id: "yaml-size-limit", message: Messages.fileTooLarge(size, limit: LintRun.largestFile),
        range: SourceRange(0, 0))
      summary.faults = [FileSummary.Fault(diagnostic: fault)]
      return summary
    }
    var catalog = CatalogSummaries(
      zip(files, summaries).map { CatalogSummaries.File(source: $0.source, path: $0.relativePath, summary: $1) })
    let waiting = catalog.waiting
    let snapshot = catalog
    let (judged, catalogWork) = parallelMap(
      count: waiting.count, jobs: jobs, makeState: { CatalogStage(context, snapshot) }, finish: { $0.counters }
    ) { stage, index in stage.judge(waiting[index]) }
    let gone = (context.base?.removed(from: snapshot, library: context.library) ?? []).filter { place in
      context.base.map { isRemovalReported($0.files[place.file].path) } ?? false
    }
    let (removed, removalWork) = parallelMap(
      count: gone.count, jobs: jobs, makeState: { CatalogStage(context, snapshot) }, finish: { $0.counters }
    ) { stage, index in stage.judgeRemoved(gone[index]) }
    for (place, outcome) in zip(waiting, judged) { catalog.merge(outcome.results, outcome.tallies, at: place) }
    for judged in CatalogGroups(context, snapshot).judge() { catalog.merge(judged) }
    var counters = WorkCounters()
    for work in documentWork + catalogWork + removalWork { counters += work }
    return LintedCatalog(
      files: catalog.files, isReported: files.map(\.isReported), removed: removed.compactMap { $0 },
      baseSources: context.base?.files.map(\.source) ?? [], counters: counters)
  }
}
