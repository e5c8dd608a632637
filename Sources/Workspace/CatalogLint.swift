internal import Diagnostics
internal import Rules
internal import SourceText

/// A catalog after both stages.
struct LintedCatalog {
  /// Its files with what was said of them.
  var files: [CatalogSummaries.File]
  /// Whether each file is reported.
  var isReported: [Bool]
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
  func run(_ files: [LoadedFile]) -> LintedCatalog {
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
    for (place, outcome) in zip(waiting, judged) { catalog.merge(outcome.results, outcome.tallies, at: place) }
    for judged in CatalogGroups(context, snapshot).judge() { catalog.merge(judged) }
    var counters = WorkCounters()
    for work in documentWork + catalogWork { counters += work }
    return LintedCatalog(files: catalog.files, isReported: files.map(\.isReported), counters: counters)
  }
}
