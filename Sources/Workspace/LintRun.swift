internal import Catalog
internal import Rules
internal import SourceText

/// One run of the linter, from listed paths to a report.
package struct LintRun {
  private let request: LintRequest
  private let environment: ProcessEnvironment
  private let fileSystem: any FileSystem
  /// Files above this size are not read at all; the parser refuses them by the same bound.
  static let largestFile = 16 << 20

  /// Prepares a run.
  package init(request: LintRequest, environment: ProcessEnvironment, fileSystem: any FileSystem) {
    self.request = request
    self.environment = environment
    self.fileSystem = fileSystem
  }

  /// Finds, reads, judges and reports.
  package func run() -> LintOutcome {
    let sets = RuleSets(fileSystem: fileSystem, workingDirectory: environment.workingDirectory)
    let reader = ConfigurationReader(
      fileSystem: fileSystem, workingDirectory: environment.workingDirectory, sets: sets)
    var assembly = ReportAssembly(workingDirectory: environment.workingDirectory)
    var flags = RuleOverrides()
    flags.only = request.only
    flags.skip = request.skip
    for fault in flags.read(severities: request.severities, parameters: request.parameters) { assembly.fail(fault) }
    let explicit = explicitConfiguration(reader, &assembly)
    if assembly.hasFailed { return assembly.outcome() }
    let against = request.against.map { PathName.absolute($0, in: environment.workingDirectory) }
    let compared = against.flatMap {
      ComparedVersion(fileSystem: fileSystem, folder: $0).load(sets, environment, jobs: jobs, &assembly)
    }
    if assembly.hasFailed { return assembly.outcome() }
    var discovery = CatalogDiscovery(
      fileSystem: fileSystem, workingDirectory: environment.workingDirectory, excluded: GlobList(request.excluded),
      reader: reader, leaving: against)
    let found = discovery.find(request.paths.isEmpty ? ["."] : request.paths, explicit: explicit)
    for failure in found.failures + reader.failures { assembly.fail(Messages.cannotRead(failure)) }
    for path in found.emptyPaths { assembly.fail(Messages.nothingMatched(path)) }
    assembly.add(reader.diagnostics + found.warnings, sources: reader.sources)
    if let against,
      (found.catalogs.compactMap(\.configuration.folder) + listed).contains(where: { isSame($0, against) })
    {
      assembly.remark(Messages.againstItself(request.against ?? ""))
    }
    for catalog in found.catalogs { lint(catalog, sets, flags, compared, &assembly) }
    if let compared { remarkGone(from: compared, found.catalogs, &assembly) }
    for failure in sets.failures { assembly.fail(Messages.cannotRead(failure)) }
    return assembly.outcome()
  }

  private func explicitConfiguration(_ reader: ConfigurationReader, _ assembly: inout ReportAssembly) -> Configuration?
  {
    guard let path = request.configurationPath else { return nil }
    do throws(FileFailure) {
      return try reader.read(PathName.absolute(path, in: environment.workingDirectory))
    } catch {
      assembly.fail(Messages.cannotRead(FileFailure(path: path, reason: error.reason)))
      return nil
    }
  }

  private func lint(
    _ catalog: CatalogFiles, _ sets: RuleSets, _ flags: RuleOverrides, _ compared: ComparedVersion.Loaded?,
    _ assembly: inout ReportAssembly
  ) {
    let library = sets.library(for: catalog.configuration)
    if catalog.configuration.file == nil { assembly.remark(Messages.noConfiguration) }
    assembly.language = catalog.configuration.language ?? assembly.language
    assembly.add(library.diagnostics, sources: library.sources)
    let faults = flags.faults(in: library)
    for fault in faults { assembly.fail(fault) }
    // With a broken rule set or a misspelt flag the results would mean something else than what was asked.
    guard faults.isEmpty, !library.diagnostics.contains(where: { $0.severity == .error }) else { return }
    let loading = CatalogLoading(fileSystem: fileSystem, environment: environment, jobs: jobs)
    let sources = loading.read(catalog.files)
    for failure in sources.failures { assembly.fail(Messages.cannotRead(failure)) }
    let registries = CatalogContext(
      registriesAmong: sources.files.map(\.source), library: library, textLanguage: catalog.configuration.textLanguage)
    let settings = SettingsResolver(
      library: library, configuration: catalog.configuration, catalogProfile: registries.profile, flags: flags)
    let base = compared.flatMap { earlierState(of: catalog, in: $0, library, &assembly) }
    if let broken = base?.brokenFiles, !broken.isEmpty { assembly.remark(Messages.againstUnreadable(broken)) }
    let context = LintContext(
      library: library, catalog: registries, settings: settings, textLanguage: catalog.configuration.textLanguage,
      today: request.today ?? environment.today, base: base)
    let folders = base == nil ? [] : listedFolders
    let linted = CatalogLint(context: context, jobs: jobs).run(sources.files) { path in
      isRemovalReported(path, below: folders, in: catalog.configuration)
    }
    assembly.add(linted, library: library, settings: settings)
  }

  /// The earlier state of a catalog; where none or several may be it, the run fails rather than guesses.
  private func earlierState(
    of catalog: CatalogFiles, in compared: ComparedVersion.Loaded, _ library: RuleLibrary,
    _ assembly: inout ReportAssembly
  ) -> BaseCatalog? {
    let place = place(of: catalog)
    let fitting = compared.fitting(place)
    if let part = fitting.first, fitting.count == 1 {
      let prefix = compared.prefix(of: part, for: catalog, listed: listedStart(of: catalog))
      return compared.base(part, of: catalog.configuration, at: prefix, library: library, jobs: jobs)
    }
    let shown = shown(place.folder ?? listed.first ?? environment.workingDirectory)
    let possible = fitting.isEmpty ? compared.folders : fitting.map { compared.folders[$0] }
    let folders = possible.map(self.shown).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    assembly.fail(
      fitting.isEmpty
        ? Messages.againstNoCatalog(shown, at: place.path, in: request.against ?? "", folders: folders)
        : Messages.againstSeveralCatalogs(shown, in: request.against ?? "", folders: folders))
    return nil
  }

  /// Mentions the catalogs of the version compared with that would stand below a listed folder and do not.
  private func remarkGone(
    from compared: ComparedVersion.Loaded, _ catalogs: [CatalogFiles], _ assembly: inout ReportAssembly
  ) {
    var known: Set<Int> = []
    var starts: Set<String> = []
    for place in catalogs.map(place) {
      let fitting = compared.fitting(place)
      known.formUnion(fitting)
      if let folder = place.folder, fitting.count == 1 {
        starts.formUnion(compared.start(of: folder, comparedWith: fitting[0]).map { [$0] } ?? [])
      }
    }
    let folders = listedFolders
    let gone = compared.folders.indices.filter { part in
      !known.contains(part)
        && starts.contains { start in
          let path = compared.path(of: part, below: start)
          return folders.contains { PathName.isInside(path, $0) }
        }
    }
    if !gone.isEmpty { assembly.remark(Messages.againstGone(gone.map { shown(compared.folders[$0]) })) }
  }

  private func place(of catalog: CatalogFiles) -> CatalogPlace {
    CatalogPlace(
      of: catalog.configuration, isExplicit: request.configurationPath != nil, fileSystem: fileSystem)
  }

  /// The one listed folder with which the paths of a catalog's files begin, since its configuration lies elsewhere.
  private func listedStart(of catalog: CatalogFiles) -> String? {
    guard listed.count == 1, let folder = listedFolders.first else { return nil }
    if let root = catalog.configuration.folder, PathName.isInside(folder, root) || PathName.isInside(root, folder) {
      return nil
    }
    return shown(folder)
  }

  private func shown(_ path: String) -> String { PathName.displayed(path, in: environment.workingDirectory) }

  /// Whether two paths lead to one folder.
  private func isSame(_ path: String, _ other: String) -> Bool {
    guard path != other else { return true }
    guard let first = try? fileSystem.resolved(path), let second = try? fileSystem.resolved(other) else { return false }
    return first == second
  }

  /// The listed paths, absolute.
  private var listed: [String] {
    (request.paths.isEmpty ? ["."] : request.paths).map { PathName.absolute($0, in: environment.workingDirectory) }
  }

  /// Those of the listed paths that are folders.
  private var listedFolders: [String] {
    listed.filter { (try? fileSystem.status($0, followsLinks: true))?.kind == .folder }
  }

  /// Whether a file that is gone lay below a listed folder; without a configuration above it nobody knows where.
  private func isRemovalReported(_ path: String, below folders: [String], in configuration: Configuration) -> Bool {
    guard let root = configuration.folder,
      folders.contains(where: { PathName.isInside($0, root) || PathName.isInside(root, $0) })
    else { return !folders.isEmpty }
    return folders.contains { PathName.isInside(root + "/" + path, $0) }
  }

  private var jobs: Int { request.jobs ?? environment.processorCount }
}
