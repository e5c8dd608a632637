import Foundation
import Rules
import Workspace

/// Why nothing was measured.
enum BenchFailure: Error {
  /// The folder of `--catalog` holds no YAML file.
  case noFiles(String)
}

/// A full lint of a catalog against a bare loop over libyaml's events of the same files.
struct LintBench {
  private let options: BenchOptions
  private let files = DiskFileSystem()

  /// Prepares a run.
  init(_ options: BenchOptions) { self.options = options }

  /// Times both and prints the figures.
  func run() throws {
    let folder = try prepareCatalog()
    defer {
      if !options.has("--catalog"), !options.has("--keep") { try? FileManager.default.removeItem(at: folder) }
    }
    let walker = FileManager.default.enumerator(atPath: folder.path)
    let paths = (walker?.compactMap { $0 as? String } ?? []).filter { $0.hasSuffix(".yaml") }.sorted()
      .map { folder.path + "/" + $0 }
    guard !paths.isEmpty else { throw BenchFailure.noFiles(folder.path) }
    var bare = Double.infinity
    var full = Double.infinity
    var fullWall = Double.infinity
    var last: LintOutcome?
    for _ in 0..<max(1, options.number("--rounds", 3)) {
      let start = Measure.processSeconds()
      let events = paths.reduce(0) { $0 + BareLoop.events(of: (try? files.read($1)) ?? []) }
      let middle = Measure.processSeconds()
      let wall = Date()
      var request = LintRequest()
      request.paths = [folder.path]
      request.jobs = options.number("--jobs", 2)
      let outcome = LintRun(request: request, environment: .current(), fileSystem: files).run()
      let end = Measure.processSeconds()
      bare = min(bare, middle - start)
      full = min(full, end - middle)
      fullWall = min(fullWall, Date().timeIntervalSince(wall))
      last = outcome
      print(
        "round: \(events) events, bare \(Measure.figure(middle - start)) s, lint \(Measure.figure(end - middle)) s of CPU"
      )
    }
    print("bare libyaml loop: \(Measure.figure(bare)) s of CPU")
    print("full lint:         \(Measure.figure(full)) s of CPU, \(Measure.figure(fullWall)) s of wall time")
    print("ratio:             \(Measure.figure(full / bare))")
    print("peak memory:       \(Measure.peakMegabytes()) MB")
    if let last { printWork(last) }
  }

  /// The catalog that is named, or a new one.
  private func prepareCatalog() throws -> URL {
    if let named = options.text("--catalog") { return URL(fileURLWithPath: named) }
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("guidelint-bench-\(getpid())")
    let catalog = SyntheticCatalog(
      items: options.number("--items", 5000), bundles: options.number("--bundles", 100),
      seed: UInt64(options.number("--seed", 1)))
    let size = try catalog.write(to: folder)
    if options.has("--keep") { print("kept in \(folder.path)") }
    print("catalog: \(catalog.items) items, \(catalog.bundles) bundles, \(size / 1024) KB, seed \(catalog.seed)")
    return folder
  }

  /// Prints how much was done, which a change of speed should not change.
  private func printWork(_ outcome: LintOutcome) {
    let (counters, counts) = (outcome.counters, outcome.report.counts)
    print(
      "work: \(counters.parses) parses, \(counters.selections) selector evaluations, "
        + "\(counters.expressionSteps) expression steps")
    print(
      "results: \(counts.pass) pass, \(counts.fail) fail, \(counts.notApplicable) not applicable, "
        + "\(counts.error) error; complete: \(outcome.report.isComplete)")
  }
}
