package import Rules
package import SourceText

/// Reads `guidelint.yaml` files and keeps what is wrong with them.
package final class ConfigurationReader {
  private let fileSystem: any FileSystem
  private let workingDirectory: String
  private let sets: RuleSets
  private let checksRules: Bool
  /// Diagnostics in configurations; each makes the run fail.
  package private(set) var diagnostics: [ReportedDiagnostic] = []
  /// Configuration files that are there and cannot be read; each makes the run fail.
  package private(set) var failures: [FileFailure] = []
  /// The configuration files that were read, by displayed path.
  package private(set) var sources: [String: SourceFile] = [:]

  /// Prepares to read configurations and, unless only their files matter, check them against the rules that they name.
  package init(fileSystem: any FileSystem, workingDirectory: String, sets: RuleSets, checksRules: Bool = true) {
    self.fileSystem = fileSystem
    self.workingDirectory = workingDirectory
    self.sets = sets
    self.checksRules = checksRules
  }

  /// The configuration in a folder; nil when there is none. A faulty one governs all the same: its faults are kept.
  package func read(inFolder folder: String) -> Configuration? {
    let path = folder == "/" ? "/guidelint.yaml" : folder + "/guidelint.yaml"
    do throws(FileFailure) {
      return try read(path)
    } catch {
      if error.reason != .missing {
        failures.append(FileFailure(path: PathName.displayed(path, in: workingDirectory), reason: error.reason))
      }
      return nil
    }
  }

  /// The configuration in a file.
  package func read(_ path: String) throws(FileFailure) -> Configuration {
    let bytes = try fileSystem.read(path)
    let source = SourceFile(path: PathName.displayed(path, in: workingDirectory), bytes: bytes)
    let (configuration, faults) = sets.read(source, folder: PathName.folder(of: path), checksRules: checksRules)
    sources[source.path] = source
    diagnostics += faults
    return configuration
  }
}
