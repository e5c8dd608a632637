internal import Catalog
internal import Dispatch
internal import Rules
internal import SourceText

/// One run of the linter, from listed paths to a report.
package struct LintRun {
  /// What the command line asks.
  let request: LintRequest
  /// The surroundings; paths are relative to its working directory.
  let environment: ProcessEnvironment
  private var fileSystem: any FileSystem
  private let progress: ProgressLine?
  /// Whether the shipped rules are loaded; tests of the run itself do without and start sooner.
  var hasShippedRules = true
  /// Files above this size are not read at all; the parser refuses them by the same bound.
  package static let largestFile = 16 << 20

  /// Prepares a run.
  package init(
    request: LintRequest, environment: ProcessEnvironment, fileSystem: any FileSystem, progress: ProgressLine? = nil
  ) {
    self.progress = progress
    self.request = request
    self.environment = environment
    self.fileSystem = fileSystem
  }

  /// Finds, reads, judges and reports.
  package func run() -> LintOutcome {
    var assembly = ReportAssembly(workingDirectory: environment.workingDirectory)
    let resolver = VersionResolver(request: request, environment: environment, fileSystem: fileSystem)
    guard let versions = resolver.resolve(&assembly) else { return assembly.outcome() }
    var run = self
    run.fileSystem = versions.current
    return run.lint(versions, disk: fileSystem, assembly)
  }

  /// Lints what the current version holds.
  private func lint(_ versions: RunVersions, disk: any FileSystem, _ started: ReportAssembly) -> LintOutcome {
    var assembly = started
    let sets = RuleSets(
      fileSystem: fileSystem, workingDirectory: environment.workingDirectory, hasShippedRules: hasShippedRules)
    if jobs > 1 { sets.preload() }
    let reader = ConfigurationReader(
      fileSystem: fileSystem, workingDirectory: environment.workingDirectory, sets: sets)
    var flags = RuleOverrides()
    flags.only = request.only
    flags.skip = request.skip
    for fault in flags.read(severities: request.severities, parameters: request.parameters) { assembly.fail(fault) }
    let explicit = explicitConfiguration(reader, &assembly)
    if assembly.hasFailed { return assembly.outcome() }
    var earlier = Earlier()
    var against: String?
    if case .folder(let folder) = versions.compared {
      against = folder
      earlier.folder = ComparedVersion(fileSystem: disk, folder: folder).load(sets, environment, jobs: jobs, &assembly)
    }
    if assembly.hasFailed { return assembly.outcome() }
    var discovery = CatalogDiscovery(
      fileSystem: fileSystem, workingDirectory: environment.workingDirectory, excluded: GlobList(request.excluded),
      reader: reader, leaving: against)
    let found = discovery.find(request.paths.isEmpty ? ["."] : request.paths, explicit: explicit)
    for failure in found.failures + reader.failures { assembly.fail(Messages.cannotRead(failure)) }
    for path in found.emptyPaths { assembly.fail(Messages.nothingMatched(path)) }
    let place = CachePlace(request, environment, disk)
    let isNew = against != nil || !found.catalogs.allSatisfy { place.holdsRun(under: $0.configuration) }
    if jobs > 1, isNew { sets.compileAhead() }
    // The rule set is loaded meanwhile.
    let loading = CatalogLoading(fileSystem: fileSystem, environment: environment, jobs: jobs)
    let loaded = found.catalogs.map { $0.configuration.isRefused ? ([], []) : loading.read($0.files) }
    reader.checkRules()
    assembly.add(reader.diagnostics + found.warnings, sources: reader.sources)
    if let against,
      (found.catalogs.compactMap(\.configuration.folder) + listed).contains(where: { isSame($0, against) })
    {
      assembly.remark(Messages.againstItself(request.against ?? ""))
    }
    if let baseline = request.baseline, baseline != "none", found.catalogs.count > 1 {
      assembly.fail(Messages.baselineOfSeveral(baseline, catalogs: found.catalogs.count))
      return assembly.outcome()
    }
    loadRevisions(versions, for: found.catalogs, explicit: explicit, sets, &earlier, &assembly)
    for (catalog, sources) in zip(found.catalogs, loaded) {
      lint(catalog, sources, sets, reader, flags, disk, &earlier, &assembly)
    }
    remarkUnmatched(earlier, &assembly)
    if let folder = earlier.folder { remarkGone(from: folder, found.catalogs, &assembly) }
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
    _ catalog: CatalogFiles, _ sources: (files: [LoadedFile], failures: [FileFailure]), _ sets: RuleSets,
    _ reader: ConfigurationReader, _ flags: RuleOverrides, _ disk: any FileSystem, _ earlier: inout Earlier,
    _ assembly: inout ReportAssembly
  ) {
    // Whoever wrote it for another version meant other things by it; the diagnostic stands in the report already.
    if catalog.configuration.isRefused { return }
    let library = sets.library(for: catalog.configuration)
    if catalog.configuration.file == nil { assembly.remark(Messages.noConfiguration) }
    assembly.language = catalog.configuration.language ?? assembly.language
    assembly.add(library.diagnostics, sources: library.sources)
    let faults = flags.faults(in: library)
    for fault in faults { assembly.fail(fault) }
    // With a broken rule set or a misspelt flag the results would mean something else than what was asked.
    guard faults.isEmpty, !library.diagnostics.contains(where: { $0.severity == .error }) else { return }
    for failure in sources.failures { assembly.fail(Messages.cannotRead(failure)) }
    let registries = DefiningFiles(
      among: sources.files.filter(\.mayDefine).map(\.source), library: library,
      textLanguage: catalog.configuration.textLanguage)
    let settings = SettingsResolver(
      library: library, configuration: catalog.configuration, catalogProfile: registries.profile, flags: flags)
    let locked = settings.lockedFlags()
    for fault in locked { assembly.fail(fault) }
    guard locked.isEmpty else { return }
    let base = base(of: catalog, &earlier, library, &assembly)
    if let broken = base?.brokenFiles, !broken.isEmpty { assembly.remark(Messages.againstUnreadable(broken)) }
    let context = LintContext(
      library: library, defining: registries, settings: settings, textLanguage: catalog.configuration.textLanguage,
      today: request.today ?? environment.today, base: base)
    let folders = base == nil ? [] : listedFolders
    let place = CachePlace(request, environment, disk)
    let cache = place.cache(
      for: context, catalog.configuration, rules: sets.ownFiles(for: catalog.configuration),
      configurations: reader.sources, registries: registries.sources)
    let lint = CatalogLint(context: context, jobs: jobs, cache: cache, progress: progress)
    let linted = lint.run(sources.files) { path in
      isRemovalReported(path, below: folders, in: catalog.configuration)
    }
    assembly.add(library.lateFaults, sources: library.lateSources)
    let changed = earlier.since.map { changedOnly(since: $0, catalog, sources.files, linted, context, settings) }
    let files = DecisionFiles(fileSystem: fileSystem, workingDirectory: environment.workingDirectory)
    let decided = DecidedCatalog(
      catalog: ReviewedCatalog(
        library: library, settings: settings, files: linted.files, isReported: linted.isReported,
        isWhole: sources.failures.isEmpty && isLoadedWhole(catalog), hasBase: base != nil),
      decisions: files.read(for: catalog.configuration, request, library, today: context.today, &assembly),
      baselinePath: files.baselinePath(for: catalog.configuration, request))
    assembly.add(linted, library: library, settings: settings, decided: decided, changed: changed)
    // What thousands of documents came to is let go of beside what follows.
    if jobs > 1 {
      DispatchQueue.global().async { [decided = consume decided, linted = consume linted] in
        withExtendedLifetime((decided, linted)) {}
      }
    }
  }

  /// Whether no flag or listed path left a part of a catalog out; without a configuration it is the working directory's.
  private func isLoadedWhole(_ catalog: CatalogFiles) -> Bool {
    guard request.excluded.isEmpty else { return false }
    return catalog.configuration.folder != nil
      || listed.contains { PathName.isInside(environment.workingDirectory, $0) }
  }

  /// The earlier state of a catalog, from a folder or a revision.
  private func base(
    of catalog: CatalogFiles, _ earlier: inout Earlier, _ library: RuleLibrary, _ assembly: inout ReportAssembly
  ) -> BaseCatalog? {
    if let folder = earlier.folder { return earlierState(of: catalog, in: folder, library, &earlier, &assembly) }
    return earlier.revision.flatMap { earlierState(of: catalog, in: $0, library, &assembly) }
  }

  /// The earlier state of a catalog; where several may be it, the run fails rather than guesses.
  private func earlierState(
    of catalog: CatalogFiles, in compared: ComparedVersion.Loaded, _ library: RuleLibrary, _ earlier: inout Earlier,
    _ assembly: inout ReportAssembly
  ) -> BaseCatalog? {
    let place = place(of: catalog)
    let fitting = compared.fitting(place)
    if let part = fitting.first, fitting.count == 1 {
      earlier.compared += 1
      let prefix = compared.prefix(of: part, for: catalog, listed: listedStart(of: catalog))
      return compared.base(part, of: catalog.configuration, at: prefix, library: library, jobs: jobs)
    }
    let shown = shown(place.folder ?? listed.first ?? environment.workingDirectory)
    let possible = fitting.isEmpty ? compared.folders : fitting.map { compared.folders[$0] }
    let folders = possible.map(self.shown).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let version = request.against ?? ""
    if fitting.isEmpty {
      earlier.unmatched.append(
        Unmatched(
          failure: Messages.againstNoCatalog(shown, at: place.path, in: version, folders: folders),
          remark: Messages.newCatalog(shown, in: version)))
    } else {
      assembly.fail(Messages.againstSeveralCatalogs(shown, in: version, folders: folders))
    }
    return nil
  }

  /// A catalog that the version lacks is new where others are compared; where none is, the folder is not the right one.
  private func remarkUnmatched(_ earlier: Earlier, _ assembly: inout ReportAssembly) {
    for catalog in earlier.unmatched {
      if earlier.compared > 0 { assembly.remark(catalog.remark) } else { assembly.fail(catalog.failure) }
    }
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

  /// A path as reports print it.
  func shown(_ path: String) -> String { PathName.displayed(path, in: environment.workingDirectory) }

  /// Whether two paths lead to one folder.
  private func isSame(_ path: String, _ other: String) -> Bool {
    guard path != other else { return true }
    guard let first = try? fileSystem.resolved(path), let second = try? fileSystem.resolved(other) else { return false }
    return first == second
  }

  /// The listed paths, absolute.
  var listed: [String] {
    (request.paths.isEmpty ? ["."] : request.paths).map { PathName.absolute($0, in: environment.workingDirectory) }
  }

  /// Those of the listed paths that are folders.
  var listedFolders: [String] {
    listed.filter { (try? fileSystem.status($0, followsLinks: true))?.kind == .folder }
  }

  /// Whether a file that is gone lay below a listed folder; without a configuration above it nobody knows where.
  func isRemovalReported(_ path: String, below folders: [String], in configuration: Configuration) -> Bool {
    guard let root = configuration.folder,
      folders.contains(where: { PathName.isInside($0, root) || PathName.isInside(root, $0) })
    else { return !folders.isEmpty }
    return folders.contains { PathName.isInside(root + "/" + path, $0) }
  }

  /// Number of workers.
  var jobs: Int { request.jobs ?? environment.processorCount }
}
