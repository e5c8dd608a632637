package import Rules

/// A file that belongs to a catalog.
package struct CatalogFile: Hashable, Sendable {
  /// Absolute path.
  package var path: String
  /// Path below the configuration's folder, for globs; the displayed path where there is no configuration.
  package var relativePath: String
  /// Whether diagnostics in it are reported; files that are only loaded give ids, facts and registry entries.
  package var isReported: Bool
}

/// The files under one configuration.
package struct CatalogFiles: Sendable {
  /// The configuration that governs them.
  package var configuration: Configuration
  /// The files, sorted by path.
  package var files: [CatalogFile]
}

/// What a search for catalogs found.
package struct Discovery: Sendable {
  /// The catalogs, in order of their configuration's folder.
  package var catalogs: [CatalogFiles] = []
  /// Paths that could not be used; each makes the run fail.
  package var failures: [FileFailure] = []
  /// Patterns of configurations that take no file.
  package var warnings: [ReportedDiagnostic] = []
  /// Listed folders below which no document was found.
  package var emptyPaths: [String] = []
}

/// Finds which files make up the catalogs that the listed paths touch.
///
/// The nearest `guidelint.yaml` above a file governs it whole. Its folder is the catalog's root: everything below is
/// loaded, what was listed is reported. Without one, the catalog is exactly what was listed.
package struct CatalogDiscovery {
  private let fileSystem: any FileSystem
  private let workingDirectory: String
  private let excluded: GlobList
  private let reader: ConfigurationReader
  /// Folder that a walk does not enter: the version compared against is no part of the catalog.
  private let left: String?
  /// The same folder by the path by which the walk comes to it.
  private var entrance: String?
  /// Folder above which no configuration is looked for; without one of its own it is a catalog all the same.
  private let root: String?
  private var configurations: [String: Configuration?] = [:]
  private var found: [String: Group] = [:]
  private var result = Discovery()
  /// Folders all of whose files have been found and are reported.
  private var walked: Set<String> = []

  /// The files under one configuration: a reference, so that adding one file copies none.
  private final class Group {
    let configuration: Configuration
    /// Whether each file is reported, by path.
    private(set) var files: [String: Bool] = [:]
    /// The files in the order found, which is nearly that of their paths.
    private(set) var order: [String] = []
    /// Patterns of the configuration, by position, that have taken nothing yet.
    var unmatched: Set<Int>

    init(_ configuration: Configuration) {
      self.configuration = configuration
      unmatched = Set(configuration.patterns.indices.filter { !configuration.patterns[$0].glob.isNegated })
    }

    /// Adds a file; once reported, it stays so.
    func add(_ path: String, isReported: Bool) {
      let known = isReported ? files.updateValue(true, forKey: path) : files[path]
      if !isReported, known == nil { files[path] = false }
      if known == nil { order.append(path) }
    }

    /// Strikes out the patterns that take a file, or a folder or something that could stand in it.
    func strike(_ path: String, isFolder: Bool) {
      for position in unmatched {
        let glob = configuration.patterns[position].glob
        let isTaken =
          isFolder ? glob.matches(folder: path) || glob.matches(file: path + "/x.yaml") : glob.matches(file: path)
        if isTaken { unmatched.remove(position) }
      }
    }
  }

  /// Prepares a search.
  /// - Parameters:
  ///   - excluded: relative to the working directory.
  ///   - left: absolute path of a folder that is not walked, by whatever path it is reached.
  ///   - root: absolute path of a folder that is a catalog whatever lies above it.
  package init(
    fileSystem: any FileSystem, workingDirectory: String, excluded: GlobList, reader: ConfigurationReader,
    leaving left: String? = nil, root: String? = nil
  ) {
    self.left = left.map { (try? fileSystem.resolved($0)) ?? $0 }
    self.root = root
    self.fileSystem = fileSystem
    self.workingDirectory = workingDirectory
    self.excluded = excluded
    self.reader = reader
  }

  /// Diagnostics in configuration files, and the files themselves.
  package var configurationReader: ConfigurationReader { reader }

  /// Searches from the listed paths; `explicit` is the configuration that `--config` names.
  package mutating func find(_ paths: [String], explicit: Configuration?) -> Discovery {
    for path in paths {
      do throws(FileFailure) {
        try add(path, explicit: explicit)
      } catch {
        result.failures.append(error)
      }
    }
    loadRoots()
    result.warnings = found.sorted { $0.key < $1.key }.flatMap { _, group in
      group.configuration.warnings(ofUnmatched: group.unmatched)
    }
    result.catalogs = found.sorted { $0.key < $1.key }.map { _, group in
      CatalogFiles(configuration: group.configuration, files: files(of: group))
    }
    return result
  }

  /// The configuration that governs a folder.
  package mutating func governing(_ folder: String) -> Configuration { configuration(governing: folder) }

  private func files(of group: Group) -> [CatalogFile] {
    group.order.sorted(by: PathName.precedes).map { path in
      let relative = group.configuration.folder.flatMap { PathName.relative(path, to: $0) }
      return CatalogFile(
        path: path, relativePath: relative ?? PathName.displayed(path, in: workingDirectory),
        isReported: group.files[path] ?? false)
    }
  }

  private mutating func add(_ listed: String, explicit: Configuration?) throws(FileFailure) {
    let path = PathName.absolute(listed, in: workingDirectory)
    let status: FileStatus
    do throws(FileFailure) {
      status = try fileSystem.status(path, followsLinks: true)
    } catch {
      throw FileFailure(path: listed, reason: error.reason)
    }
    switch status.kind {
    case .file:
      let governing = explicit ?? configuration(governing: PathName.folder(of: path))
      // A hook that passes every changed file passes configurations and rules too: they are checked as what they are.
      let isOwn = PathName.ownNames.contains(PathName.name(of: path)) || isInOwnPack(path, of: governing)
      if !isOwn { note(path, governing, true) }
    case .folder:
      let governing = explicit ?? configuration(governing: path)
      let before = reportedCount
      entrance = entrance(below: path)
      try walk(path, under: governing, isReported: true, followsNested: explicit == nil)
      if reportedCount == before { result.emptyPaths.append(listed) }
    case .link, .other:
      throw FileFailure(path: listed, reason: .notRegular)
    }
  }

  /// A walk follows no links: only the folder where it begins can be reached through one.
  private func entrance(below folder: String) -> String? {
    guard let left, let start = try? fileSystem.resolved(folder) else { return left }
    return PathName.relative(left, to: start).map { PathName.absolute($0, in: folder) }
  }

  private var reportedCount = 0

  private mutating func loadRoots() {
    for (_, group) in found.sorted(by: { $0.key < $1.key }) {
      guard let folder = group.configuration.folder else { continue }
      // A second walk would find nothing new, but for patterns that were passed before the first file was found.
      if walked.contains(folder), group.unmatched.isEmpty { continue }
      entrance = entrance(below: folder)
      // A folder that cannot be listed was reported already if it was asked for.
      try? walk(folder, under: group.configuration, isReported: false, followsNested: true)
    }
  }

  private mutating func walk(
    _ folder: String, under governing: Configuration, isReported: Bool, followsNested: Bool
  ) throws(FileFailure) {
    let content = try fileSystem.list(folder)
    if isReported, followsNested { walked.insert(folder) }
    var group = found[governing.file ?? ""]
    for (name, kind) in content where name.utf8.first != UInt8(ascii: ".") {
      let path = folder == "/" ? "/" + name : folder + "/" + name
      // There is none before the first file is found, here or further below.
      if group == nil { group = found[governing.file ?? ""] }
      if let group, !group.unmatched.isEmpty {
        group.strike(relative(path, governing), isFolder: kind == .folder)
      }
      switch kind {
      case .file where PathName.isDocument(name):
        guard isWanted(path, by: governing), !isExcluded(file: path) else { continue }
        if let group { note(path, in: group, isReported: isReported) } else { note(path, governing, isReported) }
      case .folder:
        let shown = PathName.displayed(path, in: workingDirectory)
        if path == entrance { continue }
        guard !governing.exclude.matches(folder: place(path, governing)), !excluded.matches(folder: shown) else {
          continue
        }
        if isOwnPack(path, of: governing) { continue }
        // A pattern such as `drafts/**` takes a nested configuration along with everything else below.
        if governing.exclude.matches(file: place(path + "/guidelint.yaml", governing)) { continue }
        let nested = followsNested ? configuration(in: path) : nil
        // A folder with a configuration of its own is a catalog of its own.
        if let nested, !isReported, nested.file != governing.file { continue }
        do throws(FileFailure) {
          try walk(path, under: nested ?? governing, isReported: isReported, followsNested: followsNested)
        } catch {
          // The rest is walked all the same; what could not be looked into makes the run fail.
          result.failures.append(FileFailure(path: shown, reason: error.reason))
        }
      case .file, .link, .other: continue
      }
    }
  }

  private func isWanted(_ path: String, by governing: Configuration) -> Bool {
    if governing.include.isEmpty, governing.exclude.isEmpty { return true }
    let place = place(path, governing)
    return (governing.include.isEmpty || governing.include.matches(file: place))
      && !governing.exclude.matches(file: place)
  }

  private func isInOwnPack(_ path: String, of governing: Configuration) -> Bool {
    governing.packPaths.contains { PathName.isInside(path, $0) }
  }

  // Rules that a configuration names are no documents of its catalog.
  private func isOwnPack(_ path: String, of governing: Configuration) -> Bool {
    governing.packPaths.contains(path)
  }

  private func isExcluded(file path: String) -> Bool {
    !excluded.isEmpty && excluded.matches(file: PathName.displayed(path, in: workingDirectory))
  }

  private func relative(_ path: String, _ governing: Configuration) -> String {
    governing.folder.flatMap { PathName.relative(path, to: $0) } ?? PathName.displayed(path, in: workingDirectory)
  }

  /// Where a file stands to the patterns of a configuration; one that lies elsewhere, which `--config` makes possible,
  /// stands below it by its displayed path.
  private func place(_ path: String, _ governing: Configuration) -> String {
    guard let folder = governing.folder, PathName.relative(path, to: folder) == nil else { return path }
    return folder + "/" + PathName.displayed(path, in: workingDirectory)
  }

  private mutating func note(_ path: String, _ governing: Configuration, _ isReported: Bool) {
    let key = governing.file ?? ""
    let group = found[key] ?? Group(governing)
    if group.files.isEmpty { found[key] = group }
    note(path, in: group, isReported: isReported)
  }

  private mutating func note(_ path: String, in group: Group, isReported: Bool) {
    if isReported { reportedCount += 1 }
    group.add(path, isReported: isReported)
  }

  private mutating func configuration(governing folder: String) -> Configuration {
    var current = folder
    while true {
      if let found = configuration(in: current) { return found }
      if current == root {
        var bare = Configuration.builtIn
        bare.folder = root
        return bare
      }
      let isRepository = (try? fileSystem.status(current + "/.git", followsLinks: false)) != nil
      if current == "/" || isRepository { return .builtIn }
      current = PathName.folder(of: current)
    }
  }

  private mutating func configuration(in folder: String) -> Configuration? {
    if let known = configurations[folder] { return known }
    let read = reader.read(inFolder: folder)
    configurations[folder] = .some(read)
    return read
  }
}
