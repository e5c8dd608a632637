internal import Catalog
internal import Diagnostics
internal import Rules
internal import SourceText

extension LintRun {
  /// The versions that a run compares with, read.
  struct Earlier {
    /// The folder of `--against`.
    var folder: ComparedVersion.Loaded?
    /// The revision that rules compare with.
    var revision: EarlierRevision.Loaded?
    /// The version whose documents are not reported.
    var since: EarlierRevision.Loaded?
    /// How many of the catalogs have an earlier state.
    var compared = 0
    /// What is wrong with catalogs that have none, if nothing at all is compared.
    var unmatched: [Unmatched] = []
  }

  /// A catalog without an earlier state.
  struct Unmatched {
    /// What is wrong where the folder compared with holds nothing that belongs to the run.
    var failure: LocalizedText
    /// What is said where other catalogs are compared.
    var remark: LocalizedText
  }

  /// Reads the revisions that a run compares with.
  func loadRevisions(
    _ versions: RunVersions, for catalogs: [CatalogFiles], explicit: Configuration?, _ sets: RuleSets,
    _ earlier: inout Earlier, _ assembly: inout ReportAssembly
  ) {
    func load(_ revision: EarlierRevision) -> EarlierRevision.Loaded {
      revision.load(
        for: catalogs, listed: listed, explicit: explicit, excluded: request.excluded, sets: sets, environment,
        jobs: jobs, &assembly)
    }
    earlier.since = versions.since.map(load)
    guard case .revision(let revision) = versions.compared else { return }
    let loaded = revision.name == versions.since?.name ? earlier.since : load(revision)
    let gone = loaded?.foldersGone(below: listedFolders) ?? []
    if !gone.isEmpty { assembly.remark(Messages.againstGone(gone.map { "\(revision.name):\(shown($0))" })) }
    earlier.revision = loaded
  }

  /// The earlier state of a catalog in a revision, for rules that compare.
  func earlierState(
    of catalog: CatalogFiles, in revision: EarlierRevision.Loaded, _ library: RuleLibrary,
    _ assembly: inout ReportAssembly
  ) -> BaseCatalog? {
    guard let state = revision.state(of: catalog, listed: listed, environment) else {
      assembly.remark(Messages.newCatalog(shown(ofCatalog: catalog), in: revision.name))
      return nil
    }
    return revision.base(state, library: library, jobs: jobs, environment)
  }

  /// What is left out of a catalog's diagnostics, where only a change is reported.
  func changedOnly(
    since: EarlierRevision.Loaded, _ catalog: CatalogFiles, _ files: [LoadedFile], _ linted: LintedCatalog,
    _ context: LintContext, _ settings: SettingsResolver
  ) -> ChangedOnly {
    let state = since.state(of: catalog, listed: listed, environment)
    let before = state?.files ?? []
    let known = Dictionary(before.map { ($0.relativePath, $0.source.bytes) }) { first, _ in first }
    let later = Dictionary(files.map { ($0.relativePath, $0.source.bytes) }) { first, _ in first }
    let library = context.library
    let reported = Set(zip(linted.files, linted.isReported).filter(\.1).map(\.0.source.path))
    let present = Presence(linted)
    let folders = listedFolders
    let changes = DocumentChanges(
      from: contents(of: before.filter { later[$0.relativePath] != $0.source.bytes }, library),
      to: contents(of: files.filter { known[$0.relativePath] != $0.source.bytes }, library),
      isReported: reported.contains
    ) { name, path in
      !present.mayHold(name, path: path) && isRemovalReported(path, below: folders, in: catalog.configuration)
    }
    let jobs = jobs
    let workingDirectory = environment.workingDirectory
    return ChangedOnly(changes: changes) {
      guard let state else { return [] }
      let textLanguage = state.configuration.textLanguage
      let earlier = LintContext(
        library: library,
        catalog: CatalogContext(
          registriesAmong: before.map(\.source), library: library, textLanguage: textLanguage),
        settings: settings, textLanguage: textLanguage, today: context.today)
      let linted = CatalogLint(context: earlier, jobs: jobs).run(before) { _ in false }
      var assembly = ReportAssembly(workingDirectory: workingDirectory)
      assembly.add(linted, library: library, settings: settings)
      return Set(assembly.outcome().report.diagnostics.map(\.key))
    }
  }

  private func contents(of files: [LoadedFile], _ library: RuleLibrary) -> [DocumentContents] {
    parallelMap(count: files.count, jobs: jobs, makeState: { () }, finish: { _ in 0 }) { _, index in
      DocumentContents(files[index].source, path: files[index].relativePath, library: library)
    }.results
  }

  private func shown(ofCatalog catalog: CatalogFiles) -> String {
    shown(catalog.configuration.folder ?? listed.first ?? environment.workingDirectory)
  }
}

/// Which documents a catalog has, or may have in parts that cannot be read.
private struct Presence {
  /// Documents that were read.
  private var names: Set<DocumentName> = []
  /// Ids of those with a YAML error.
  private var unreadableIDs: Set<String> = []
  /// Files with an error that may hide more.
  private var brokenPaths: Set<String> = []

  /// Collects the documents of a catalog.
  init(_ linted: LintedCatalog) {
    for file in linted.files {
      names.formUnion(file.summary.documents.map(\.name))
      unreadableIDs.formUnion(file.summary.unreadableIDs)
      let isBroken = file.summary.faults.contains {
        $0.diagnostic.severity == .error && $0.diagnostic.id.hasPrefix("yaml-")
      }
      if isBroken { brokenPaths.insert(file.path) }
    }
  }

  /// Whether a document of the earlier version at this path is, or may be, still there.
  func mayHold(_ name: DocumentName, path: String) -> Bool {
    names.contains(name) || unreadableIDs.contains(name.id) || brokenPaths.contains(path)
  }
}
