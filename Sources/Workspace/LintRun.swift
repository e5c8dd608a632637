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
    var discovery = CatalogDiscovery(
      fileSystem: fileSystem, workingDirectory: environment.workingDirectory, excluded: GlobList(request.excluded),
      reader: reader)
    let found = discovery.find(request.paths.isEmpty ? ["."] : request.paths, explicit: explicit)
    for failure in found.failures + reader.failures { assembly.fail(Messages.cannotRead(failure)) }
    for path in found.emptyPaths { assembly.fail(Messages.nothingMatched(path)) }
    assembly.add(reader.diagnostics + found.warnings, sources: reader.sources)
    for catalog in found.catalogs { lint(catalog, sets, flags, &assembly) }
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
    _ catalog: CatalogFiles, _ sets: RuleSets, _ flags: RuleOverrides, _ assembly: inout ReportAssembly
  ) {
    let library = sets.library(for: catalog.configuration)
    if catalog.configuration.file == nil { assembly.remark(Messages.noConfiguration) }
    assembly.language = catalog.configuration.language ?? assembly.language
    assembly.add(library.diagnostics, sources: library.sources)
    let faults = flags.faults(in: library)
    for fault in faults { assembly.fail(fault) }
    // With a broken rule set or a misspelt flag the results would mean something else than what was asked.
    guard faults.isEmpty, !library.diagnostics.contains(where: { $0.severity == .error }) else { return }
    let settings = SettingsResolver(library: library, configuration: catalog.configuration, flags: flags)
    let loading = CatalogLoading(fileSystem: fileSystem, environment: environment, jobs: jobs)
    let sources = loading.read(catalog.files)
    for failure in sources.failures { assembly.fail(Messages.cannotRead(failure)) }
    let context = LintContext(
      library: library,
      catalog: CatalogContext(
        registriesAmong: sources.files.map(\.source), library: library,
        textLanguage: catalog.configuration.textLanguage),
      settings: settings, textLanguage: catalog.configuration.textLanguage,
      today: request.today ?? environment.today)
    let linted = CatalogLint(context: context, jobs: jobs).run(sources.files)
    assembly.add(linted, library: library, settings: settings)
  }

  private var jobs: Int { request.jobs ?? environment.processorCount }
}
