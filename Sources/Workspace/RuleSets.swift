internal import Foundation
package import Rules
internal import SourceText
internal import StandardRules

/// The rule sets of a process: the shipped one and those that configurations name.
package final class RuleSets {
  private let fileSystem: any FileSystem
  private let workingDirectory: String
  private let standard: [RuleSourceFile]
  private let authoring: AuthoringSchemas
  private let readsExamples: Bool
  private let isObserved: Bool
  private var loaded: [[String]: RuleLibrary] = [:]
  /// Folders of own packs that could not be read.
  package private(set) var failures: [FileFailure] = []

  /// Prepares the shipped set.
  /// - Parameter isObserved: whether the coverage of examples will be asked for.
  package init(
    fileSystem: any FileSystem, workingDirectory: String, readsExamples: Bool = false, isObserved: Bool = false
  ) {
    self.fileSystem = fileSystem
    self.workingDirectory = workingDirectory
    self.readsExamples = readsExamples
    self.isObserved = isObserved
    standard = StandardRules.files.map { path, text in
      let bytes = text.withUTF8Buffer { Array($0) }
      return RuleSourceFile(
        path: path.description, source: SourceFile(path: "rules/\(path)", bytes: bytes), isStandard: true,
        isTested: !readsExamples && !isObserved)
    }
    authoring = AuthoringSchemas(standard)
  }

  /// The shipped set alone.
  package var standardLibrary: RuleLibrary { library([]) }

  /// Reads a configuration and, unless only its files matter, checks it against the rules that it names, own packs
  /// included.
  func read(_ source: SourceFile, folder: String, checksRules: Bool) -> (Configuration, [ReportedDiagnostic]) {
    let (configuration, faults) = authoring.readConfiguration(source, folder: folder)
    guard faults.isEmpty, checksRules else { return (configuration, faults) }
    return (configuration, library(for: configuration).check(configuration))
  }

  /// The set that a configuration asks for.
  package func library(for configuration: Configuration) -> RuleLibrary {
    library(configuration.packPaths.map { PathName.absolute($0, in: configuration.folder ?? workingDirectory) })
  }

  /// The shipped set and the packs in some folders, given by absolute path.
  package func library(_ folders: [String]) -> RuleLibrary {
    if let known = loaded[folders] { return known }
    var files = standard
    for folder in folders {
      do throws(FileFailure) {
        try collect(folder, below: folder, into: &files)
      } catch {
        failures.append(error)
      }
    }
    let library = RuleLibrary.load(
      files, authoring: authoring, normalize: compatibilityForm, readsExamples: readsExamples,
      isObserved: isObserved)
    loaded[folders] = library
    return library
  }

  private func collect(_ folder: String, below root: String, into files: inout [RuleSourceFile]) throws(FileFailure) {
    for (name, kind) in try fileSystem.list(folder) where name.utf8.first != UInt8(ascii: ".") {
      let path = folder + "/" + name
      if kind == .folder {
        try collect(path, below: root, into: &files)
      } else if kind == .file, PathName.isDocument(name) {
        let displayed = PathName.displayed(path, in: workingDirectory)
        // A rule directly in the folder belongs to the pack that the folder is.
        let relative = PathName.name(of: root) + "/" + (PathName.relative(path, to: root) ?? name)
        files.append(
          RuleSourceFile(
            path: relative, source: SourceFile(path: displayed, bytes: try fileSystem.read(path)),
            isStandard: false))
      }
    }
  }
}

/// Unicode normalization form KC, which FoundationEssentials does not have.
@Sendable
private func compatibilityForm(_ text: String) -> String { text.precomposedStringWithCompatibilityMapping }
