package import Diagnostics
import SourceText

/// A file that fixes have changed.
package struct FixedFile: Sendable {
  /// Path as reports print it.
  package var path: String
  /// Its bytes before the first fix.
  package var before: [UInt8]
  /// Its bytes now.
  package var after: [UInt8]
  /// What was repaired, pass by pass.
  package var passes: [FixSelection] = []
}

/// What came of fixing a catalog.
package struct FixOutcome: Sendable {
  /// The files that changed, by path.
  package var files: [FixedFile] = []
  /// Diagnostics whose fixes were taken back, because the fault stayed or an error came.
  package var rejected: [ReportedDiagnostic] = []
  /// What is said of the catalog as it is now.
  package var report: LintReport
}

/// Repairs files pass by pass until nothing is left that can be repaired.
///
/// A pass applies what can be applied together, then everything is judged again. Where a file is worse than before, its
/// fixes are taken back and tried in halves, down to the one that is at fault.
package struct FixLoop {
  /// Most passes that make edits.
  static let maximumPasses = 10
  /// Most judgements, for files whose fixes must be tried in parts.
  static let maximumTrials = 60

  /// Judges the catalog with these bytes in place of those on disk, by path.
  package typealias Judge = (_ changed: [String: [UInt8]]) -> LintReport

  /// Which fixes may be applied at all.
  let applicabilities: Set<Applicability>
  /// Whether a fix is wanted; asked once for each.
  let isWanted: (ReportedDiagnostic, LintReport) -> Bool
  private let judge: Judge

  /// What has happened so far.
  private struct Progress {
    /// The outcome as it grows.
    var outcome: FixOutcome
    /// Bytes of changed files.
    var texts: [String: [UInt8]] = [:]
    /// How many fixes of a file are tried together, where not all.
    var limits: [String: Int] = [:]
    /// How many files are tried together.
    var fileLimit = Int.max
    /// Fixes that were taken back, and those that nobody wants.
    var closed: Set<DiagnosticKey> = []
    /// Fixes that somebody has agreed to.
    var agreed: Set<DiagnosticKey> = []
    /// Diagnostics that nobody wants to fix, whatever their number among those that are alike: the number changes when
    /// others of them go.
    var unwanted: Set<DiagnosticKey> = []
  }

  /// Prepares to fix; every fix of the given kinds is wanted unless `isWanted` says otherwise.
  package init(
    applying applicabilities: Set<Applicability>,
    isWanted: @escaping (ReportedDiagnostic, LintReport) -> Bool = { _, _ in true }, judge: @escaping Judge
  ) {
    self.applicabilities = applicabilities
    self.isWanted = isWanted
    self.judge = judge
  }

  /// Fixes what a first report says of the catalog.
  package func run(_ report: LintReport) -> FixOutcome {
    var progress = Progress(outcome: FixOutcome(report: report))
    var passes = 0
    for _ in 0..<FixLoop.maximumTrials where passes < FixLoop.maximumPasses {
      let batch = batch(&progress)
      guard !batch.isEmpty else { break }
      if attempt(batch, &progress) { passes += 1 }
    }
    progress.outcome.files.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    return progress.outcome
  }

  /// What is applied next: for each file, the fixes that go together.
  private func batch(_ progress: inout Progress) -> [(path: String, selection: FixSelection)] {
    let report = progress.outcome.report
    let unwanted = progress.unwanted
    var byFile: [String: [ReportedDiagnostic]] = [:]
    for diagnostic in report.diagnostics {
      guard diagnostic.state == .fail, let fix = diagnostic.fix, applicabilities.contains(fix.applicability),
        !progress.closed.contains(diagnostic.key),
        progress.agreed.contains(diagnostic.key) || !unwanted.contains(FixLoop.alike(diagnostic))
      else { continue }
      byFile[diagnostic.file, default: []].append(diagnostic)
    }
    var batch: [(path: String, selection: FixSelection)] = []
    for path in byFile.keys.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
      guard batch.count < progress.fileLimit, let source = report.sources[path] else { continue }
      let wanted = (byFile[path] ?? []).filter { isWanted($0, report, &progress) }
      let limit = progress.limits[path] ?? .max
      let selection = FixSelection(wanted, in: source.bytes, limit: limit)
      if !selection.edits.isEmpty { batch.append((path, selection)) }
    }
    return batch
  }

  private func isWanted(_ diagnostic: ReportedDiagnostic, _ report: LintReport, _ progress: inout Progress) -> Bool {
    if progress.agreed.contains(diagnostic.key) { return true }
    if isWanted(diagnostic, report) {
      progress.agreed.insert(diagnostic.key)
      return true
    }
    progress.closed.insert(diagnostic.key)
    progress.unwanted.insert(FixLoop.alike(diagnostic))
    return false
  }

  /// The key that a diagnostic shares with those that differ from it in their number only.
  private static func alike(_ diagnostic: ReportedDiagnostic) -> DiagnosticKey {
    var key = diagnostic.key
    key.ordinal = 0
    return key
  }

  /// Applies a batch and keeps what holds; false where nothing does.
  private func attempt(_ batch: [(path: String, selection: FixSelection)], _ progress: inout Progress) -> Bool {
    let report = progress.outcome.report
    var trial = progress.texts
    for (path, selection) in batch { trial[path] = selection.apply(to: report.sources[path]?.bytes ?? []) }
    let after = judge(trial)
    let known = FixLoop.byFile(report)
    let found = FixLoop.byFile(after)
    let changed = Set(batch.map(\.path))
    let isHarmless = found.allSatisfy { file, diagnostics in
      changed.contains(file) || FixCheck(known[file] ?? [], repairing: []).passes(diagnostics)
    }
    if !isHarmless, batch.count > 1 {
      // Which file's change is felt elsewhere shows when fewer are changed together.
      progress.fileLimit = batch.count / 2
      return false
    }
    var kept: Set<String> = []
    for (path, selection) in batch {
      let check = FixCheck(known[path] ?? [], repairing: selection.diagnostics)
      if isHarmless, check.passes(found[path] ?? []) {
        kept.insert(path)
        keep(selection, path, trial[path] ?? [], &progress)
      } else {
        takeBack(selection, path, &progress)
      }
    }
    if isHarmless { progress.fileLimit = progress.fileLimit < Int.max / 2 ? progress.fileLimit * 2 : .max }
    progress.outcome.report = FixLoop.merged(report, after, without: changed.subtracting(kept))
    return !kept.isEmpty
  }

  private func keep(_ selection: FixSelection, _ path: String, _ bytes: [UInt8], _ progress: inout Progress) {
    let before = progress.outcome.report.sources[path]?.bytes ?? []
    progress.texts[path] = bytes
    progress.agreed.subtract(selection.diagnostics.map(\.key))
    if let limit = progress.limits[path] { progress.limits[path] = limit * 2 }
    let index: Int
    if let known = progress.outcome.files.firstIndex(where: { $0.path == path }) {
      index = known
    } else {
      index = progress.outcome.files.count
      progress.outcome.files.append(FixedFile(path: path, before: before, after: before))
    }
    progress.outcome.files[index].after = bytes
    progress.outcome.files[index].passes.append(selection)
  }

  private func takeBack(_ selection: FixSelection, _ path: String, _ progress: inout Progress) {
    if selection.diagnostics.count == 1 {
      progress.outcome.rejected += selection.diagnostics
      progress.closed.insert(selection.diagnostics[0].key)
    } else {
      progress.limits[path] = selection.diagnostics.count / 2
    }
  }

  private static func byFile(_ report: LintReport) -> [String: [ReportedDiagnostic]] {
    Dictionary(grouping: report.diagnostics, by: \.file)
  }

  /// The later report, with what the earlier one says of files whose change was taken back.
  private static func merged(_ earlier: LintReport, _ later: LintReport, without files: Set<String>) -> LintReport {
    guard !files.isEmpty else { return later }
    var report = later
    report.diagnostics = later.diagnostics.filter { !files.contains($0.file) }
    report.diagnostics += earlier.diagnostics.filter { files.contains($0.file) }
    for file in files { report.sources[file] = earlier.sources[file] }
    return report
  }
}
