internal import Diagnostics
package import Rules
internal import SourceText

/// Reads what was decided about a catalog: the files beside its configuration.
struct DecisionFiles {
  /// Name of the file with waivers.
  static let waivers = "guidelint-waivers.yaml"
  /// Name of the file with accepted faults.
  static let baseline = "guidelint-baseline.jsonl"

  /// Where the files are.
  let fileSystem: any FileSystem
  /// Folder that paths are shown relative to, and that holds the files of a catalog without configuration.
  let workingDirectory: String

  /// Reads the decisions about a catalog; what is wrong with the files makes the run untrustworthy.
  func read(
    for configuration: Configuration, _ request: LintRequest, _ library: RuleLibrary, today: String,
    _ assembly: inout ReportAssembly
  ) -> Decisions {
    var decisions = Decisions(
      isBaselineStrict: request.isBaselineStrict, collectsNew: request.baselinePurpose != .lint, today: today)
    let folder = configuration.folder ?? workingDirectory
    if let source = source(PathName.absolute(DecisionFiles.waivers, in: folder), isOptional: true, &assembly) {
      let (file, faults) = library.readWaivers(source)
      assembly.add(faults, sources: [source.path: source])
      decisions.waivers = file
    }
    if let path = baselinePath(for: configuration, request) {
      let isOptional = request.baseline == nil || request.baselinePurpose == .write
      if let source = source(path, isOptional: isOptional, &assembly) {
        let (baseline, faults) = Baseline.read(source)
        assembly.add(faults, sources: [source.path: source])
        decisions.baseline = baseline
      }
    }
    return decisions
  }

  /// Absolute path of a catalog's baseline; nil where none is wanted.
  func baselinePath(for configuration: Configuration, _ request: LintRequest) -> String? {
    guard let named = request.baseline else {
      return PathName.absolute(DecisionFiles.baseline, in: configuration.folder ?? workingDirectory)
    }
    return named == "none" ? nil : PathName.absolute(named, in: workingDirectory)
  }

  private func source(_ path: String, isOptional: Bool, _ assembly: inout ReportAssembly) -> SourceFile? {
    let shown = PathName.displayed(path, in: workingDirectory)
    do throws(FileFailure) {
      return SourceFile(path: shown, bytes: try fileSystem.read(path))
    } catch {
      let isExpected = isOptional && error.reason == .missing
      if !isExpected { assembly.fail(Messages.cannotRead(FileFailure(path: shown, reason: error.reason))) }
      return nil
    }
  }
}

/// A linted catalog with what people decided about it.
struct DecidedCatalog {
  /// What the run looked at.
  var catalog: ReviewedCatalog
  /// What the files beside the configuration say.
  var decisions: Decisions
  /// Absolute path of the baseline; nil where none is wanted.
  var baselinePath: String?
}

/// What was decided about one catalog of a run, and where its baseline is.
package struct CatalogDecisions: Sendable {
  /// Absolute path of the baseline; nil where none is wanted.
  package var baselinePath: String?
  /// The lines that the baseline holds; nil where there is no file.
  package var baseline: Baseline?
  /// What the decisions came to.
  package var outcome: Decisions.Outcome
}
