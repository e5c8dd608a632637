package import Rules
package import SourceText

/// Reads `guidelint.yaml` files with everything that they extend, and keeps what is wrong with them.
package final class ConfigurationReader {
  private let fileSystem: any FileSystem
  private let workingDirectory: String
  private let sets: RuleSets
  private let checksRules: Bool
  /// Files as written, by absolute path; several catalogs may extend the same one.
  private var known: [String: Configuration] = [:]
  /// Files whose own settings were checked, by displayed path.
  private var checked: Set<String> = []
  /// Diagnostics in configurations; the errors among them make the run fail.
  package private(set) var diagnostics: [ReportedDiagnostic] = []
  /// Configuration files that are there and cannot be read; each makes the run fail.
  package private(set) var failures: [FileFailure] = []
  /// The configuration files that were read, by displayed path.
  package private(set) var sources: [String: SourceFile] = [:]

  /// Configurations that are still to be checked against rules, each with the files that it is made of.
  private var unchecked: [(configuration: Configuration, layers: [Configuration])] = []

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

  /// The configuration in a file, given by absolute path, with everything that it extends.
  package func read(_ path: String) throws(FileFailure) -> Configuration {
    let before = diagnostics.count
    let own = try file(path)
    var extended = ExtendedConfigurations(reader: self, fileSystem: fileSystem)
    extended.collect(own, trail: [path])
    var configuration = own
    configuration.inherit(extended.configurations, packs: extended.packs)
    configuration.isRefused = configuration.layers.contains(where: \.isRefused)
    note(extended.faults)
    if checksRules, !diagnostics[before...].contains(where: { $0.severity == .error }) {
      unchecked.append((configuration, extended.configurations + [own]))
    }
    return configuration
  }

  /// Checks the configurations read so far against the rules that they name, which takes the rule sets: whoever has
  /// other work to do does that first, while the sets are loaded.
  package func checkRules() {
    let waiting = unchecked
    unchecked = []
    for (configuration, layers) in waiting {
      let library = sets.library(for: configuration)
      // Each file is checked as written: what it inherits stands elsewhere.
      for layer in layers {
        if let file = layer.file, checked.insert(file).inserted { note(library.check(layer)) }
      }
      note(library.lockFaults(of: configuration))
    }
  }

  /// What one file says by itself.
  func file(_ path: String) throws(FileFailure) -> Configuration {
    if let known = known[path] { return known }
    let bytes = try fileSystem.read(path)
    let source = SourceFile(path: PathName.displayed(path, in: workingDirectory), bytes: bytes)
    var (configuration, faults) = sets.read(source, folder: PathName.folder(of: path))
    sources[source.path] = source
    let refusal = configuration.refusal(of: Tool.version)
    configuration.isRefused = refusal != nil
    // A file for another version may well have keys that this one does not know.
    note(refusal.map { refusal in faults.filter { !$0.rule.hasPrefix("config-") } + [refusal] } ?? faults)
    known[path] = configuration
    return configuration
  }

  private func note(_ found: [ReportedDiagnostic]) {
    for diagnostic in found {
      let isKnown = diagnostics.contains {
        $0.key == diagnostic.key && $0.file == diagnostic.file && $0.range == diagnostic.range
      }
      if !isKnown { diagnostics.append(diagnostic) }
    }
  }
}
