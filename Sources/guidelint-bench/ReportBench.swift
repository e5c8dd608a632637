import Diagnostics
import Foundation
import Reports
import Rules
import Workspace

/// What reports cost beside the lint, and what a run costs in which nothing changed.
struct ReportBench {
  private let options: BenchOptions
  private let files = DiskFileSystem()

  /// Prepares a run.
  init(_ options: BenchOptions) { self.options = options }

  /// Times every format on as many diagnostics as are asked for, then cold and warm runs.
  func run() throws {
    let catalog = SyntheticCatalog(
      items: options.number("--items", 5000), bundles: options.number("--bundles", 100),
      seed: UInt64(options.number("--seed", 1)))
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("guidelint-bench-\(getpid())")
    _ = try catalog.write(to: folder)
    defer { try? FileManager.default.removeItem(at: folder) }
    var request = LintRequest()
    request.paths = [folder.path]
    request.jobs = options.number("--jobs", 2)
    let (outcome, cold) = timed { lint(request) }
    printReports(of: outcome.report, lint: cold.processor)
    request.cache = .folder(folder.path + "/.cache")
    let (_, filling) = timed { write(lint(request).report) }
    let warm = (0..<max(1, options.number("--rounds", 5))).map { _ in timed { write(lint(request).report) }.time }
    let best = warm.min { $0.wall < $1.wall } ?? filling
    print("cold run that fills the cache, text report: \(Measure.figure(filling.wall)) s of wall time")
    print(
      "warm run, nothing changed, text report:     \(Measure.figure(best.wall)) s of wall time, "
        + "\(Measure.figure(best.processor)) s of CPU")
  }

  private func lint(_ request: LintRequest) -> LintOutcome {
    LintRun(request: request, environment: .current(), fileSystem: files).run()
  }

  private func write(_ report: LintReport) {
    ReportFormat.text.reporter.write(report, options: ReportOptions(language: .zh)) { _ in }
  }

  /// Times every format on the report's diagnostics, repeated until there are enough.
  private func printReports(of report: LintReport, lint: Double) {
    var report = report
    let wanted = options.number("--diagnostics", 50_000)
    guard !report.diagnostics.isEmpty else { return }
    let found = report.diagnostics
    report.diagnostics = (0..<wanted).map { found[$0 % found.count] }
    print("reports of \(wanted) diagnostics, beside \(Measure.figure(lint)) s of CPU for the lint of all files")
    for format in ReportFormat.allCases {
      var size = 0
      let (_, time) = timed {
        format.reporter.write(report, options: ReportOptions(language: .zh)) { size += $0.count }
      }
      let name = format.token.padding(toLength: 10, withPad: " ", startingAt: 0)
      print("  \(name) \(Measure.figure(time.processor)) s of CPU, \(size / 1024) KB")
    }
  }

  private func timed<Result>(_ work: () -> Result) -> (result: Result, time: (wall: Double, processor: Double)) {
    let wall = Date()
    let processor = Measure.processSeconds()
    let result = work()
    return (result, (Date().timeIntervalSince(wall), Measure.processSeconds() - processor))
  }
}
