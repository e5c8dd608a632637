internal import Diagnostics
internal import Rules

/// What a run reads and what it compares with.
struct RunVersions {
  /// What `--against` compares with.
  enum Compared {
    /// A folder on the disk, by absolute path.
    case folder(String)
    /// A revision.
    case revision(EarlierRevision)
  }

  /// Where the catalog is read: the disk, or the index.
  var current: any FileSystem
  /// The version that rules compare with; nil where they compare with nothing.
  var compared: Compared?
  /// The version whose documents are not reported; nil where everything is.
  var since: EarlierRevision?
}

/// Finds the versions that a request names.
struct VersionResolver {
  /// What was asked.
  let request: LintRequest
  /// The surroundings.
  let environment: ProcessEnvironment
  /// The disk.
  let fileSystem: any FileSystem

  /// Asks git where there is something to ask; nil where the run cannot begin.
  func resolve(_ assembly: inout ReportAssembly) -> RunVersions? {
    var versions = RunVersions(current: fileSystem)
    let folder = request.against.map { PathName.absolute($0, in: environment.workingDirectory) }
    let isFolder = folder.map(isFolder) ?? false
    if let folder, isFolder { versions.compared = .folder(folder) }
    if request.against?.isEmpty ?? false {
      assembly.fail(Messages.badRevisionName(""))
      return nil
    }
    let needsGit = request.since != nil || request.isStaged || folder != nil && !isFolder
    do throws(GitFailure) {
      guard needsGit else {
        try remarkTwin(&assembly, isFolder: isFolder)
        return versions
      }
      return try resolve(versions, folder: folder, isFolder: isFolder, &assembly)
    } catch {
      assembly.fail(error.text)
      return nil
    }
  }

  /// Resolves what needs a repository.
  private func resolve(
    _ known: RunVersions, folder: String?, isFolder: Bool, _ assembly: inout ReportAssembly
  ) throws(GitFailure) -> RunVersions? {
    var versions = known
    let program = GitProgram(variables: environment.gitVariables)
    let repository: GitRepository
    do throws(GitFailure) {
      repository = try GitRepository(around: start, program, fileSystem)
    } catch {
      // A folder that does not exist is the likelier slip where there is no repository at all.
      guard let folder, !isFolder, request.since == nil, !request.isStaged else { throw error }
      assembly.fail(missing(folder, error))
      return nil
    }
    if request.isStaged { versions.current = try repository.index(outside: fileSystem) }
    if let since = request.since {
      versions.since = try revision(since, in: repository, &assembly)
    } else if request.isStaged {
      versions.since = try head(of: repository, &assembly)
    }
    if let against = request.against, let folder, !isFolder {
      do throws(GitFailure) {
        versions.compared = .revision(try revision(against, in: repository, &assembly))
      } catch {
        assembly.fail(missing(folder, error))
        return nil
      }
    } else if versions.compared == nil, let since = versions.since {
      versions.compared = .revision(since)
    }
    return versions
  }

  /// A revision with its files listed.
  func revision(_ name: String, in repository: GitRepository, _ assembly: inout ReportAssembly) throws(GitFailure)
    -> EarlierRevision
  {
    let commit = try repository.commit(name)
    if commit.isAmbiguous { assembly.remark(Messages.ambiguousRevision(name)) }
    return EarlierRevision(snapshot: try repository.files(of: commit), name: commit.name)
  }

  /// The last commit, or nothing where there is none.
  private func head(of repository: GitRepository, _ assembly: inout ReportAssembly) throws(GitFailure)
    -> EarlierRevision
  {
    guard try repository.hasCommit() else {
      assembly.remark(Messages.stagedWithoutCommit)
      return EarlierRevision(snapshot: nil, name: "HEAD")
    }
    return try revision("HEAD", in: repository, &assembly)
  }

  /// Says that `--against` leads nowhere: as a folder where it is written like a path, else as a revision too.
  private func missing(_ folder: String, _ failure: GitFailure) -> LocalizedText {
    let written = request.against ?? ""
    let shown = PathName.displayed(folder, in: environment.workingDirectory)
    if (try? fileSystem.status(folder, followsLinks: true)) != nil { return Messages.againstNoFolder(shown) }
    if case .unknownRevision = failure { return Messages.againstNothing(written, failure.text) }
    if case .noRepository = failure { return Messages.cannotRead(FileFailure(path: shown, reason: .missing)) }
    return Messages.againstNothing(written, failure.text)
  }

  /// Mentions that the folder compared with bears the name of a revision, where that is a plain name.
  private func remarkTwin(_ assembly: inout ReportAssembly, isFolder: Bool) throws(GitFailure) {
    guard isFolder, let name = request.against, !environment.gitVariables.isEmpty,
      name.utf8.allSatisfy({ $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: ".") })
    else { return }
    let program = GitProgram(variables: environment.gitVariables)
    guard let repository = try? GitRepository(around: start, program, fileSystem),
      (try? repository.commit(name)) != nil
    else { return }
    assembly.remark(Messages.againstFolderWins(name))
  }

  private func isFolder(_ path: String) -> Bool {
    (try? fileSystem.status(path, followsLinks: true))?.kind == .folder
  }

  /// The folder from which the repository is looked for: the first listed one that is there.
  var start: String {
    let listed = (request.paths.first ?? ".")
    var folder = PathName.absolute(listed, in: environment.workingDirectory)
    while folder != "/", !isFolder(folder) { folder = PathName.folder(of: folder) }
    return folder
  }
}
