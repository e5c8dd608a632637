internal import Diagnostics
internal import Rules

/// Writes baselines from what a run found.
package struct BaselineUpdate: Sendable {
  /// What is done to a baseline.
  package enum Kind: Sendable {
    /// It takes every fault that there is.
    case write
    /// It loses the lines without a fault.
    case prune
  }

  /// What became of one baseline.
  package struct Result: Sendable {
    /// Path of the file, as it is shown.
    package var path: String
    /// Lines that it holds now.
    package var count: Int
    /// Lines that it did not hold before.
    package var added: Int
    /// Lines that it holds no more.
    package var dropped: Int
    /// Faults that no baseline takes.
    package var refused: Int
  }

  private let fileSystem: any FileSystem
  private let workingDirectory: String

  /// Prepares to write to a disk.
  package init(_ fileSystem: any FileSystem, workingDirectory: String) {
    self.fileSystem = fileSystem
    self.workingDirectory = workingDirectory
  }

  /// Rewrites the baselines of all catalogs of a run, each whole or not at all. Lines of which the run cannot tell stay.
  package func apply(_ kind: Kind, to decisions: [CatalogDecisions]) throws(FileFailure) -> [Result] {
    var results: [Result] = []
    for decided in decisions {
      guard let path = decided.baselinePath else { continue }
      let shown = PathName.displayed(path, in: workingDirectory)
      let comparison = decided.outcome.baseline
      var keys = Set(comparison.known + comparison.unjudged.map(\.key))
      if kind == .write { keys.formUnion(comparison.new.map(\.key)) }
      let before = Set(decided.baseline?.entries.map(\.key) ?? [])
      let bytes = Baseline.text(of: keys)
      // A catalog without faults needs no file, and an unchanged one no new date.
      if decided.baseline.map({ $0.source.bytes != bytes }) ?? !keys.isEmpty {
        do throws(FileFailure) {
          try fileSystem.write(bytes, to: path)
        } catch {
          throw FileFailure(path: shown, reason: error.reason)
        }
      }
      results.append(
        Result(
          path: shown, count: keys.count, added: keys.subtracting(before).count,
          dropped: before.subtracting(keys).count, refused: comparison.refused))
    }
    return results
  }
}
