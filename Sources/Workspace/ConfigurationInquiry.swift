internal import Catalog
package import Diagnostics
internal import Rules
internal import SourceText

/// Answers which configuration governs what, without a lint.
package struct ConfigurationInquiry {
  private let environment: ProcessEnvironment
  private let fileSystem: any FileSystem
  private let sets: RuleSets
  private let reader: ConfigurationReader
  /// Configuration that `--config` names.
  private let explicitPath: String?

  /// A file that a run would read.
  package struct ListedFile: Sendable {
    /// Path as reports print it.
    package var path: String
    /// The configuration that governs it; nil where none does.
    package var configuration: String?
    /// Whether diagnostics in it would be reported, or it would only be loaded for the others.
    package var isReported: Bool
  }

  /// What was asked for, and what is wrong.
  package struct Answer<Content: Sendable>: Sendable {
    /// What was asked for.
    package var content: Content
    /// Why it may not be whole, each making the process exit with 2.
    package var failures: [LocalizedText] = []
    /// Faults of configurations and rules as `file:line:column: message`.
    package var faults: [LocalizedText] = []
    /// Language that the configuration asks for.
    package var language: Language?
  }

  /// Prepares to answer.
  package init(environment: ProcessEnvironment, fileSystem: any FileSystem, configurationPath: String? = nil) {
    self.environment = environment
    self.fileSystem = fileSystem
    explicitPath = configurationPath
    sets = RuleSets(fileSystem: fileSystem, workingDirectory: environment.workingDirectory)
    reader = ConfigurationReader(fileSystem: fileSystem, workingDirectory: environment.workingDirectory, sets: sets)
  }

  /// The files that a run over some paths would read, by catalog and path.
  package func files(_ paths: [String], excluding excluded: [String]) -> Answer<[ListedFile]> {
    var answer = Answer<[ListedFile]>(content: [])
    let found = discover(paths, excluding: excluded, &answer.failures)
    for catalog in found {
      answer.language = catalog.configuration.language ?? answer.language
      answer.content += catalog.files.map { file in
        ListedFile(
          path: PathName.displayed(file.path, in: environment.workingDirectory),
          configuration: catalog.configuration.file, isReported: file.isReported)
      }
    }
    finish(&answer)
    return answer
  }

  /// What holds below the working directory, or for each document of one file.
  package func settings(of file: String?) -> Answer<[EffectiveConfiguration]> {
    var answer = Answer<[EffectiveConfiguration]>(content: [])
    guard let catalog = catalog(of: file, &answer.failures) else {
      finish(&answer)
      return answer
    }
    let configuration = catalog.configuration
    answer.language = configuration.language
    let library = sets.library(for: configuration)
    let loading = CatalogLoading(fileSystem: fileSystem, environment: environment, jobs: environment.processorCount)
    let loaded = loading.read(catalog.files)
    // Only the Catalog document can choose a profile besides, and it is looked for in vain where the file names one.
    let registries = CatalogContext(
      registriesAmong: loaded.files.map(\.source), library: library, textLanguage: configuration.textLanguage)
    let resolver = SettingsResolver(
      library: library, configuration: configuration, catalogProfile: registries.profile)
    let shown = file.map {
      PathName.displayed(PathName.absolute($0, in: environment.workingDirectory), in: environment.workingDirectory)
    }
    let subject = loaded.files.first { $0.source.path == shown }
    let names = subject.map { BaseCatalog.File($0.source, path: $0.relativePath, library: library).names } ?? []
    let documents: [DocumentName?] = names.isEmpty ? [nil] : names
    answer.content = documents.map { document in
      EffectiveConfiguration(
        configuration, library: library, resolver: resolver, document: document, path: subject?.relativePath ?? "")
    }
    finish(&answer)
    return answer
  }

  /// The catalog that a file or the working directory belongs to, be it without a document.
  private func catalog(of file: String?, _ failures: inout [LocalizedText]) -> CatalogFiles? {
    if let file { return discover([file], excluding: [], &failures).first }
    var discovery = discovery(excluding: [])
    let folder = environment.workingDirectory
    guard let governing = explicit(&failures) ?? (failures.isEmpty ? discovery.governing(folder) : nil) else {
      return nil
    }
    let found = discovery.find(["."], explicit: governing.file == nil ? nil : governing)
    return found.catalogs.first { $0.configuration.file == governing.file }
      ?? CatalogFiles(configuration: governing, files: [])
  }

  private func discover(_ paths: [String], excluding excluded: [String], _ failures: inout [LocalizedText])
    -> [CatalogFiles]
  {
    let explicit = explicit(&failures)
    guard failures.isEmpty else { return [] }
    var discovery = discovery(excluding: excluded)
    let found = discovery.find(paths.isEmpty ? ["."] : paths, explicit: explicit)
    failures += found.failures.map(Messages.cannotRead) + found.emptyPaths.map(Messages.nothingMatched)
    return found.catalogs
  }

  private func discovery(excluding excluded: [String]) -> CatalogDiscovery {
    CatalogDiscovery(
      fileSystem: fileSystem, workingDirectory: environment.workingDirectory, excluded: GlobList(excluded),
      reader: reader)
  }

  private func explicit(_ failures: inout [LocalizedText]) -> Configuration? {
    guard let explicitPath else { return nil }
    do throws(FileFailure) {
      return try reader.read(PathName.absolute(explicitPath, in: environment.workingDirectory))
    } catch {
      failures.append(Messages.cannotRead(FileFailure(path: explicitPath, reason: error.reason)))
      return nil
    }
  }

  private func finish<Content>(_ answer: inout Answer<Content>) {
    reader.checkRules()
    answer.failures += (reader.failures + sets.failures).map(Messages.cannotRead)
    for diagnostic in reader.diagnostics where diagnostic.severity == .error {
      let place = reader.sources[diagnostic.file].map { source in
        let position = LineMap(source.bytes).position(at: diagnostic.range.start, in: source.bytes)
        return ":\(position.line):\(position.column)"
      }
      let start = diagnostic.file + (place ?? "") + ": "
      answer.faults.append(
        LocalizedText(zh: start + diagnostic.message.zh, en: start + diagnostic.message.en))
    }
  }
}
