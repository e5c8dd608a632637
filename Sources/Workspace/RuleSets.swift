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
  private var preloading: PreloadedLibrary?
  private var own: [[String]: [RuleSourceFile]] = [:]
  /// Folders of own packs that could not be read.
  package private(set) var failures: [FileFailure] = []

  /// Prepares the shipped set.
  /// - Parameters:
  ///   - isObserved: whether the coverage of examples will be asked for.
  ///   - hasShippedRules: whether the set has its rules, or only its schemas.
  package init(
    fileSystem: any FileSystem, workingDirectory: String, readsExamples: Bool = false, isObserved: Bool = false,
    hasShippedRules: Bool = true
  ) {
    self.fileSystem = fileSystem
    self.workingDirectory = workingDirectory
    self.readsExamples = readsExamples
    self.isObserved = isObserved
    let shipped = StandardRules.files.filter { hasShippedRules || $0.path.description.hasPrefix("schema/") }
    standard = shipped.map { path, text in
      let bytes = text.withUTF8Buffer { Array($0) }
      return RuleSourceFile(
        path: path.description, source: SourceFile(path: "rules/\(path)", bytes: bytes), isStandard: true,
        isTested: !readsExamples && !isObserved)
    }
    authoring = AuthoringSchemas(standard)
  }

  /// Begins to load the shipped set on another core, for a run that is bound to ask for it.
  func preload() {
    let files = standard
    let (authoring, readsExamples, isObserved) = (authoring, readsExamples, isObserved)
    preloading = PreloadedLibrary {
      RuleLibrary.load(
        files, authoring: authoring, normalize: compatibilityForm, readsExamples: readsExamples,
        isObserved: isObserved)
    }
  }

  /// Has the shipped set compiled as soon as it is loaded, for a run that is likely to judge documents.
  func compileAhead() { preloading?.compile() }

  /// The shipped set alone.
  package var standardLibrary: RuleLibrary { library([]) }

  /// Reads a configuration's own file and checks its shape.
  func read(_ source: SourceFile, folder: String) -> (Configuration, [ReportedDiagnostic]) {
    authoring.readConfiguration(source, folder: folder)
  }

  /// The set that a configuration asks for.
  package func library(for configuration: Configuration) -> RuleLibrary { library(configuration.packPaths) }

  /// The files of a configuration's set that are not shipped.
  func ownFiles(for configuration: Configuration) -> [RuleSourceFile] { own[configuration.packPaths] ?? [] }

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
    let preloaded = files.count == standard.count ? preloading?.library : nil
    let library =
      preloaded
      ?? RuleLibrary.load(
        files, authoring: authoring, normalize: compatibilityForm, readsExamples: readsExamples,
        isObserved: isObserved)
    loaded[folders] = library
    own[folders] = files.filter { !$0.isStandard }
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
