internal import Rules
internal import SourceText

/// A revision of the repository that a run compares with.
///
/// Its files stand at the paths where the working tree has them, so that each catalog is compared with what stood there.
struct EarlierRevision {
  /// Its files; nil where the repository has no commit yet, so that nothing was there.
  let snapshot: GitSnapshot?
  /// What it is called in paths and messages.
  let name: String

  /// The catalogs of a revision with their files.
  struct Loaded {
    /// What the revision is called.
    let name: String
    /// Absolute path of the repository's top.
    fileprivate let top: String
    /// Its catalogs: configuration and absolute paths of the files.
    fileprivate var catalogs: [CatalogFiles] = []
    /// The files by absolute path, named as the working tree names them.
    fileprivate var files: [String: LoadedFile] = [:]
    /// The folders of the later version's catalogs.
    fileprivate var laterFolders: Set<String> = []
  }

  /// The earlier state of one catalog.
  struct State {
    /// Its files, with paths as the later catalog counts and prints them.
    var files: [LoadedFile]
    /// Its configuration.
    var configuration: Configuration
  }

  /// Finds and reads the files that the revision's own configurations select, for the catalogs of the later version.
  /// - Parameters:
  ///   - listed: absolute paths that the run reads.
  ///   - explicit: the configuration that `--config` names, which governs both versions.
  func load(
    for catalogs: [CatalogFiles], listed: [String], explicit: Configuration?, excluded: [String], sets: RuleSets,
    _ environment: ProcessEnvironment, jobs: Int, _ assembly: inout ReportAssembly
  ) -> Loaded {
    var loaded = Loaded(name: name, top: snapshot?.top ?? "/")
    loaded.laterFolders = Set(catalogs.compactMap(\.configuration.folder))
    guard let snapshot else { return loaded }
    let reader = ConfigurationReader(
      fileSystem: snapshot, workingDirectory: environment.workingDirectory, sets: sets, checksRules: false)
    var discovery = CatalogDiscovery(
      fileSystem: snapshot, workingDirectory: environment.workingDirectory, excluded: GlobList(excluded),
      reader: reader)
    // What is new was not there to be found.
    let paths = (loaded.laterFolders.sorted() + listed).filter { path in
      (try? snapshot.status(path, followsLinks: true)).map { $0.kind == .file || $0.kind == .folder } ?? false
    }
    let found = discovery.find(paths, explicit: explicit)
    for failure in found.failures + reader.failures { assembly.fail(Messages.cannotRead(shown(failure))) }
    for fault in reader.diagnostics where fault.rule.hasPrefix("yaml-") && fault.severity == .error {
      assembly.fail(Messages.againstConfiguration("\(name):\(fault.file)"))
    }
    loaded.catalogs = found.catalogs
    let loading = CatalogLoading(fileSystem: snapshot, environment: environment, jobs: jobs)
    let all = found.catalogs.flatMap(\.files)
    let read = loading.read(all)
    for failure in read.failures { assembly.fail(Messages.cannotRead(shown(failure))) }
    let byName = Dictionary(read.files.map { ($0.source.path, $0) }) { first, _ in first }
    for file in all {
      let displayed = PathName.displayed(file.path, in: environment.workingDirectory)
      if let content = byName[displayed] { loaded.files[file.path] = content }
    }
    return loaded
  }

  private func shown(_ failure: FileFailure) -> FileFailure {
    FileFailure(path: "\(name):\(failure.path)", reason: failure.reason)
  }
}

extension EarlierRevision.Loaded {
  /// What stood where a catalog stands; nil where nothing did.
  func state(of catalog: CatalogFiles, listed: [String], _ environment: ProcessEnvironment) -> EarlierRevision.State? {
    let folder = catalog.configuration.folder
    if let folder, let same = catalogs.first(where: { $0.configuration.folder == folder }) {
      return state(same.files.map(\.path), same.configuration, below: folder, environment)
    }
    // What has a configuration of its own by now, or had none yet, was part of what stood above it.
    var paths: [String] = []
    for earlier in catalogs where !laterFolders.contains(earlier.configuration.folder ?? "") {
      paths += earlier.files.map(\.path).filter { path in
        folder.map { PathName.isInside(path, $0) } ?? listed.contains { PathName.isInside(path, $0) }
      }
    }
    if let folder {
      for above in catalogs {
        guard let other = above.configuration.folder, laterFolders.contains(other), PathName.isInside(folder, other)
        else { continue }
        paths += above.files.map(\.path).filter { PathName.isInside($0, folder) }
      }
    }
    guard !paths.isEmpty else { return nil }
    return state(paths, catalog.configuration, below: folder, environment)
  }

  /// Folders of catalogs that stood below some folders and have no later one at their place or above it.
  func foldersGone(below folders: [String]) -> [String] {
    catalogs.compactMap(\.configuration.folder).filter { folder in
      !laterFolders.contains { PathName.isInside(folder, $0) } && folders.contains { PathName.isInside(folder, $0) }
    }
  }

  private func state(
    _ paths: [String], _ configuration: Configuration, below folder: String?, _ environment: ProcessEnvironment
  ) -> EarlierRevision.State? {
    var found: [LoadedFile] = []
    for path in Set(paths).sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
      guard var file = files[path] else { continue }
      file.relativePath = folder.flatMap { PathName.relative(path, to: $0) } ?? file.source.path
      found.append(file)
    }
    return EarlierRevision.State(files: found, configuration: configuration)
  }

  /// A state with files named as `REVISION:path`, which is how git names them, so that reports tell them from today's.
  func base(_ state: EarlierRevision.State, library: RuleLibrary, jobs: Int, _ environment: ProcessEnvironment)
    -> BaseCatalog
  {
    let files = state.files.map { file in
      var file = file
      let path = PathName.absolute(file.source.path, in: environment.workingDirectory)
      let below = PathName.relative(path, to: top) ?? file.source.path
      file.source = SourceFile(path: "\(name):\(below)", bytes: file.source.bytes)
      return file
    }
    return BaseCatalog(reading: files, library: library, textLanguage: state.configuration.textLanguage, jobs: jobs)
  }
}

extension BaseCatalog {
  /// Puts the files of an earlier version together, with the names of their documents.
  convenience init(reading files: [LoadedFile], library: RuleLibrary, textLanguage: String, jobs: Int) {
    let headers = parallelMap(count: files.count, jobs: jobs, makeState: { () }, finish: { _ in 0 }) { _, index in
      let file = files[index]
      return file.refusedSize == nil
        ? BaseCatalog.File(file.source, path: file.relativePath, library: library)
        : BaseCatalog.File(refused: file.source, path: file.relativePath)
    }.results
    self.init(headers, library: library, textLanguage: textLanguage)
  }
}
