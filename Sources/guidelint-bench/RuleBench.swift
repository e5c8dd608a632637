import Foundation
import Rules
import SourceText
import Workspace

/// What each rule costs, over the items and bundles of a synthetic catalog.
struct RuleBench {
  private let options: BenchOptions

  /// Prepares a run.
  init(_ options: BenchOptions) { self.options = options }

  /// Prints the rules by their time for each document, the slowest first.
  func run() {
    let documents = SyntheticCatalog(
      items: options.number("--items", 1000), bundles: options.number("--bundles", 20),
      seed: UInt64(options.number("--seed", 1))
    ).documents()
    let library = RuleSets(fileSystem: DiskFileSystem(), workingDirectory: "/").standardLibrary
    var configuration = Configuration.builtIn
    configuration.extends = [("standard/all", SourceRange(0, 0))]
    var context = LintContext(
      library: library, catalog: .init(registriesAmong: documents, library: library, textLanguage: "zh"),
      settings: SettingsResolver(library: library, configuration: configuration), textLanguage: "zh",
      today: "2025-06-01")
    context.clock = {
      var time = timespec()
      clock_gettime(CLOCK_MONOTONIC, &time)
      return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
    }
    let overhead = clockOverhead(context.clock)
    var counters = WorkCounters()
    for _ in 0..<max(1, options.number("--rounds", 3)) {
      let stage = DocumentStage(context)
      let files = stride(from: 0, to: documents.count, by: DocumentStage.batchSize).flatMap { start in
        let batch = documents[start..<min(start + DocumentStage.batchSize, documents.count)]
        return zip(batch, stage.lint(batch.map { ($0, $0.path) })).map {
          CatalogSummaries.File(source: $0, path: $0.path, summary: $1)
        }
      }
      counters += stage.counters
      let catalog = CatalogSummaries(files)
      let last = CatalogStage(context, catalog)
      for place in catalog.waiting { _ = last.judge(place) }
      counters += last.counters
    }
    print(library, counters, documentCount: documents.count * max(1, options.number("--rounds", 3)), overhead)
  }

  private func print(_ library: RuleLibrary, _ counters: WorkCounters, documentCount: Int, _ overhead: Double) {
    let times = zip(library.rules, counters.nanoseconds).map { rule, time in
      (id: rule.page.id, microseconds: max(0, Double(time) / Double(documentCount) - overhead) / 1000)
    }
    Swift.print("\(times.count) rules, \(documentCount) documents; µs of each rule for each document:")
    for time in times.sorted(by: { $0.microseconds > $1.microseconds }) {
      Swift.print("  \(Measure.figure(time.microseconds))  \(time.id)")
    }
    Swift.print("  \(Measure.figure(times.reduce(0) { $0 + $1.microseconds }))  together")
  }

  /// Nanoseconds that two readings of the clock take by themselves.
  private func clockOverhead(_ clock: (@Sendable () -> UInt64)?) -> Double {
    guard let clock else { return 0 }
    let start = clock()
    for _ in 0..<100_000 { _ = clock() }
    return Double(clock() - start) / 100_000
  }
}
