internal import Diagnostics
package import Rules

/// A catalog as the walkthrough sees it: its documents by name, and what the linter says of them.
package struct WalkCatalog: Sendable {
  /// Its configuration.
  package let configuration: Configuration
  /// The rules and kits that govern it.
  package let library: RuleLibrary
  /// Its documents.
  package let documents: BaseCatalog
  /// What the linter says; nil where nobody asked.
  package let lint: LintOutcome?
  /// Absolute path of its folder.
  package let folder: String
  /// The day that rules see.
  package let today: CalendarDay

  /// A reader of its documents, for one worker.
  package func reader() -> CatalogDocuments { CatalogDocuments(documents, library: library) }

  /// The failures that the linter reports of each document, in order of file and place.
  package func failures() -> [DocumentName: [ReportedDiagnostic]] {
    var failures: [DocumentName: [ReportedDiagnostic]] = [:]
    for diagnostic in lint?.report.diagnostics ?? [] where diagnostic.state == .fail {
      if let name = diagnostic.document, !name.id.isEmpty { failures[name, default: []].append(diagnostic) }
    }
    return failures
  }

  /// The nearest id to one that no item or bundle has.
  package func nearestID(to id: String) -> String? {
    nearestName(to: id, among: documents.names(ofKinds: ["ServiceItem", "Bundle"]).map(\.id))
  }
}

/// Loads the catalog of a folder for the walkthrough.
package struct WalkCatalogLoading {
  /// The folder; relative to the working directory.
  package var folder = "."
  /// Configuration that `--config` names.
  package var configurationPath: String?
  /// Whether the catalog is linted.
  package var lints = true
  /// The day that rules see; nil = today.
  package var today: String?
  /// Number of workers; nil = one for each core.
  package var jobs: Int?
  /// What earlier runs found out.
  package var cache = CacheChoice.besideConfiguration
  private let environment: ProcessEnvironment
  private let fileSystem: any FileSystem

  /// Prepares to load the catalog of the working directory.
  package init(environment: ProcessEnvironment, fileSystem: any FileSystem) {
    self.environment = environment
    self.fileSystem = fileSystem
  }

  /// Finds, reads and lints the catalog; nil, with a failure among the messages, where there is none or several.
  package func load(_ messages: inout [RunMessage]) -> WalkCatalog? {
    let sets = RuleSets(fileSystem: fileSystem, workingDirectory: environment.workingDirectory)
    let reader = ConfigurationReader(
      fileSystem: fileSystem, workingDirectory: environment.workingDirectory, sets: sets)
    var explicit: Configuration?
    if let configurationPath {
      do throws(FileFailure) {
        explicit = try reader.read(PathName.absolute(configurationPath, in: environment.workingDirectory))
      } catch {
        fail(Messages.cannotRead(FileFailure(path: configurationPath, reason: error.reason)), &messages)
        return nil
      }
    }
    guard let files = files(reader, explicit, &messages) else { return nil }
    let read = CatalogLoading(fileSystem: fileSystem, environment: environment, jobs: workers).read(files.files)
    for failure in read.failures { fail(Messages.cannotRead(failure), &messages) }
    let configuration = files.configuration
    let library = sets.library(for: configuration)
    let documents = BaseCatalog(
      reading: read.files, library: library, textLanguage: configuration.textLanguage, jobs: workers)
    guard let day = CalendarDay(today ?? environment.today) else { return nil }
    let lint = lints ? lint(files, &messages) : nil
    return WalkCatalog(
      configuration: configuration, library: library, documents: documents, lint: lint,
      folder: configuration.folder ?? PathName.absolute(folder, in: environment.workingDirectory), today: day)
  }

  /// The files of the one catalog that is meant: the one that governs the folder, else the only one below it.
  private func files(
    _ reader: ConfigurationReader, _ explicit: Configuration?, _ messages: inout [RunMessage]
  ) -> CatalogFiles? {
    var discovery = CatalogDiscovery(
      fileSystem: fileSystem, workingDirectory: environment.workingDirectory, excluded: GlobList([]), reader: reader)
    let found = discovery.find([folder], explicit: explicit)
    for failure in found.failures + reader.failures { fail(Messages.cannotRead(failure), &messages) }
    for path in found.emptyPaths { fail(Messages.nothingMatched(path), &messages) }
    let place = PathName.absolute(folder, in: environment.workingDirectory)
    let governing = explicit ?? discovery.governing(place)
    if let catalog = found.catalogs.first(where: { $0.configuration.file == governing.file }) { return catalog }
    if found.catalogs.count == 1 { return found.catalogs[0] }
    let folders = found.catalogs.compactMap(\.configuration.folder).map {
      PathName.displayed($0, in: environment.workingDirectory)
    }
    if !folders.isEmpty { fail(Messages.severalCatalogs(below: folder, folders), &messages) }
    return nil
  }

  /// Lints the files of one catalog, and not those of another that lies below it.
  private func lint(_ files: CatalogFiles, _ messages: inout [RunMessage]) -> LintOutcome {
    var request = LintRequest()
    request.paths = files.files.map(\.path)
    request.configurationPath = configurationPath
    request.today = today
    request.jobs = jobs
    request.cache = cache
    let outcome = LintRun(request: request, environment: environment, fileSystem: fileSystem).run()
    messages += outcome.messages.filter { !messages.contains($0) }
    return outcome
  }

  private func fail(_ text: LocalizedText, _ messages: inout [RunMessage]) {
    let message = RunMessage(isFailure: true, text: text)
    if !messages.contains(message) { messages.append(message) }
  }

  private var workers: Int { jobs ?? environment.processorCount }
}
