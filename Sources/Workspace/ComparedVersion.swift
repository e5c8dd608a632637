internal import Catalog
internal import Rules
internal import SourceText

/// The version of a catalog that a run compares with, as a folder behind some file system.
///
/// A folder on the disk is one; another state of the catalog becomes one when a `FileSystem` lists and reads it.
struct ComparedVersion {
  /// Where its files are.
  let fileSystem: any FileSystem
  /// Absolute path of its folder.
  let folder: String

  /// A catalog of the version with its files read.
  fileprivate struct Part {
    /// What its own configuration says of files and languages.
    var configuration: Configuration
    /// Its files.
    var files: [LoadedFile]
  }

  /// Everything that was read, by catalog.
  struct Loaded {
    /// The folder compared against.
    fileprivate let folder: String
    /// The catalogs in order of their folder.
    fileprivate let parts: [Part]

    /// The folders of the catalogs, absolute.
    var folders: [String] { parts.map { $0.configuration.folder ?? folder } }

    /// Which of the catalogs may be the earlier state of one that stands at a place.
    func fitting(_ place: CatalogPlace) -> [Int] {
      let places = folders.map { PathName.relative($0, to: folder) ?? "" }
      return place.fitting(
        places, below: folder, isBare: parts.contains { $0.configuration.file == nil })
    }

    /// The folder that stands for the one compared against, where a catalog is compared with one of the version's.
    func start(of catalog: String, comparedWith part: Int) -> String? {
      guard let place = PathName.relative(folders[part], to: folder) else { return catalog }
      return catalog.hasSuffix("/" + place) ? PathName.normalized(String(catalog.dropLast(place.count + 1))) : nil
    }

    /// Where one of the version's catalogs would stand below such a folder.
    func path(of part: Int, below start: String) -> String {
      PathName.relative(folders[part], to: folder).map { PathName.absolute($0, in: start) } ?? start
    }

    /// The earlier state of a catalog, read.
    /// - Parameters:
    ///   - part: its position among the catalogs of the version.
    ///   - place: what stands before the paths of its files to make them those of the catalog.
    func base(
      _ part: Int, of configuration: Configuration, at place: String, library: RuleLibrary, jobs: Int
    ) -> BaseCatalog {
      let files = parts[part].files.map { file in
        var file = file
        file.relativePath = place + file.relativePath
        return file
      }
      let own = parts[part].configuration
      return BaseCatalog(
        reading: files, library: library, textLanguage: (own.file == nil ? configuration : own).textLanguage,
        jobs: jobs)
    }

    /// Where the files of one of the catalogs belong in the catalog whose earlier state it is, with a slash at the end.
    ///
    /// A folder without a configuration may be a part of an older catalog: its last names tell which.
    /// - Parameter listed: the one folder that was listed, as reports print it, where the catalog's own paths begin so.
    func prefix(of part: Int, for catalog: CatalogFiles, listed: String?) -> String {
      if let listed { return listed == "." ? "" : listed + "/" }
      guard parts[part].configuration.file == nil else { return "" }
      var names = folder.split(separator: "/")[...]
      while !names.isEmpty {
        let place = names.joined(separator: "/")
        let isPart = catalog.files.contains { $0.isReported && PathName.relative($0.relativePath, to: place) != nil }
        let isWhole = parts[part].files.contains { PathName.relative($0.relativePath, to: place) != nil }
        if isPart { return isWhole ? "" : place + "/" }
        names = names.dropFirst()
      }
      return ""
    }
  }

  /// Finds and reads the files that the version's own configurations select; nil where they cannot be trusted.
  func load(
    _ sets: RuleSets, _ environment: ProcessEnvironment, jobs: Int, _ assembly: inout ReportAssembly
  ) -> Loaded? {
    let shown = PathName.displayed(folder, in: environment.workingDirectory)
    do throws(FileFailure) {
      guard try fileSystem.status(folder, followsLinks: true).kind == .folder else {
        assembly.fail(Messages.againstNoFolder(shown))
        return nil
      }
    } catch {
      assembly.fail(Messages.cannotRead(FileFailure(path: shown, reason: error.reason)))
      return nil
    }
    // Rules that the old configuration names may be gone by now, and nobody can mend the past.
    let reader = ConfigurationReader(
      fileSystem: fileSystem, workingDirectory: environment.workingDirectory, sets: sets, checksRules: false)
    var discovery = CatalogDiscovery(
      fileSystem: fileSystem, workingDirectory: environment.workingDirectory, excluded: GlobList([]), reader: reader,
      root: folder)
    let found = discovery.find([folder], explicit: nil)
    for failure in found.failures + reader.failures { assembly.fail(Messages.cannotRead(failure)) }
    for path in found.emptyPaths {
      assembly.fail(Messages.nothingMatched(PathName.displayed(path, in: environment.workingDirectory)))
    }
    for fault in reader.diagnostics where fault.rule.hasPrefix("yaml-") && fault.severity == .error {
      assembly.fail(Messages.againstConfiguration(fault.file))
    }
    let loading = CatalogLoading(fileSystem: fileSystem, environment: environment, jobs: jobs)
    let parts = found.catalogs.map { catalog in
      let loaded = loading.read(catalog.files)
      for failure in loaded.failures { assembly.fail(Messages.cannotRead(failure)) }
      return Part(configuration: catalog.configuration, files: loaded.files)
    }
    return Loaded(folder: folder, parts: parts)
  }
}
