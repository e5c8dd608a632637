internal import Diagnostics
package import Rules
internal import SourceText

/// What the command line asks of one comparison.
package struct CompareRequest: Sendable {
  /// The folder whose catalog is compared; the working directory unless another is named.
  package var catalog = "."
  /// Folder or revision of the earlier version; nil = the last commit.
  package var base: String?
  /// Folder or revision of the later version; nil = the working tree.
  package var head: String?
  /// Number of workers; nil = one for each core.
  package var jobs: Int?

  /// Compares the working tree with the last commit.
  package init() {}
}

/// What a comparison brought.
package struct CompareOutcome: Sendable {
  /// The comparison; nil where the run failed before there was one.
  package var comparison: CatalogComparison?
  /// Failures and remarks.
  package var messages: [RunMessage]

  /// Whether the comparison cannot be trusted.
  package var hasFailed: Bool { comparison == nil || messages.contains(where: \.isFailure) }
}

/// One comparison of two versions of a catalog.
package struct CompareRun {
  /// A version of the catalog.
  private struct Side {
    /// Where it is read.
    var fileSystem: any FileSystem
    /// Absolute path of its folder.
    var folder: String
    /// What it is called.
    var name: LocalizedText
    /// What stands before its paths in messages.
    var prefix = ""
    /// Whether configurations above the folder govern it.
    var isInPlace: Bool
  }

  private let request: CompareRequest
  private let environment: ProcessEnvironment
  private let fileSystem: any FileSystem

  /// Prepares a comparison.
  package init(request: CompareRequest, environment: ProcessEnvironment, fileSystem: any FileSystem) {
    self.request = request
    self.environment = environment
    self.fileSystem = fileSystem
  }

  /// Reads both versions and counts.
  package func run() -> CompareOutcome {
    var assembly = ReportAssembly(workingDirectory: environment.workingDirectory)
    let sides: (before: Side, after: Side)?
    do throws(GitFailure) {
      sides = try self.sides(&assembly)
    } catch {
      assembly.fail(error.text)
      sides = nil
    }
    guard let sides, !assembly.hasFailed else { return CompareOutcome(messages: assembly.outcome().messages) }
    let sets = RuleSets(fileSystem: fileSystem, workingDirectory: environment.workingDirectory)
    let library = sets.standardLibrary
    let before = catalogs(of: sides.before, sets, library, &assembly)
    let after = catalogs(of: sides.after, sets, library, &assembly)
    if before.isEmpty, after.isEmpty { assembly.fail(Messages.nothingMatched(shown(sides.after.folder))) }
    if assembly.hasFailed { return CompareOutcome(messages: assembly.outcome().messages) }
    noteBroken(before.values.flatMap(\.brokenFiles), after.values.flatMap(\.brokenFiles), &assembly)
    var documents: [ComparedDocument] = []
    for place in Set(before.keys).union(after.keys).sorted() {
      documents += compare(before[place], after[place], at: place, library, &assembly)
    }
    let comparison = CatalogComparison(documents, beforeName: sides.before.name, afterName: sides.after.name)
    return CompareOutcome(comparison: comparison, messages: assembly.outcome().messages)
  }

  /// Compares one catalog, on all workers.
  private func compare(
    _ before: BaseCatalog?, _ after: BaseCatalog?, at place: String, _ library: RuleLibrary,
    _ assembly: inout ReportAssembly
  ) -> [ComparedDocument] {
    let pairs = ComparisonStage.pairs(from: before, to: after, library: library)
    let outcomes = parallelMap(
      count: pairs.count, jobs: jobs,
      makeState: { ComparisonStage(from: before, to: after, catalog: place, library: library) }, finish: { _ in 0 }
    ) { stage, index in stage.compare(pairs[index]) }.results
    return outcomes.compactMap { outcome in
      switch outcome {
      case .compared(let document): return document
      case .excessive(let name):
        assembly.fail(Messages.tooMuchToCount(name.id))
        return nil
      }
    }
  }

  /// An old file that cannot be read is a remark; a new one leaves the comparison open.
  private func noteBroken(_ before: [String], _ after: [String], _ assembly: inout ReportAssembly) {
    if !before.isEmpty { assembly.remark(Messages.comparedUnreadable(before.sorted())) }
    if !after.isEmpty { assembly.fail(Messages.comparedUnreadable(after.sorted())) }
  }

  // MARK: Versions

  /// Finds both versions; nil where an operand leads nowhere.
  private func sides(_ assembly: inout ReportAssembly) throws(GitFailure) -> (Side, Side)? {
    let place = PathName.absolute(request.catalog, in: environment.workingDirectory)
    guard isFolder(place) else {
      let reason: FileFailure.Reason =
        (try? fileSystem.status(place, followsLinks: true)) == nil ? .missing : .notRegular
      assembly.fail(Messages.cannotRead(FileFailure(path: request.catalog, reason: reason)))
      return nil
    }
    let before = try side(request.base ?? "HEAD", isNamed: request.base != nil, at: place, &assembly)
    let after: Side?
    if let head = request.head {
      after = try side(head, isNamed: true, at: place, &assembly)
    } else {
      after = Side(
        fileSystem: fileSystem, folder: place, name: Messages.workingTree(shown(place)), isInPlace: true)
    }
    guard let before, let after else { return nil }
    return (before, after)
  }

  /// The version that an operand names: a folder that is there, else a revision.
  private func side(_ operand: String, isNamed: Bool, at place: String, _ assembly: inout ReportAssembly)
    throws(GitFailure) -> Side?
  {
    guard !operand.isEmpty else { throw .badName(operand) }
    let folder = PathName.absolute(operand, in: environment.workingDirectory)
    if isNamed, isFolder(folder) {
      return Side(
        fileSystem: fileSystem, folder: folder, name: LocalizedText(zh: operand, en: operand), isInPlace: false)
    }
    do throws(GitFailure) {
      let program = GitProgram(variables: environment.gitVariables)
      let repository = try GitRepository(around: place, program, fileSystem)
      let commit = try repository.commit(operand)
      if commit.isAmbiguous { assembly.remark(Messages.ambiguousRevision(operand)) }
      return Side(
        fileSystem: try repository.files(of: commit), folder: place,
        name: LocalizedText(zh: commit.name, en: commit.name),
        prefix: commit.name + ":", isInPlace: true)
    } catch {
      guard isNamed else { throw error }
      if case .badName = error { throw error }
      assembly.fail(Messages.operandNothing(operand, error.text))
      return nil
    }
  }

  /// Reads the catalogs below a version's folder, by their place below it.
  private func catalogs(
    of side: Side, _ sets: RuleSets, _ library: RuleLibrary, _ assembly: inout ReportAssembly
  ) -> [String: BaseCatalog] {
    let reader = ConfigurationReader(
      fileSystem: side.fileSystem, workingDirectory: environment.workingDirectory, sets: sets, checksRules: false)
    var discovery = CatalogDiscovery(
      fileSystem: side.fileSystem, workingDirectory: environment.workingDirectory, excluded: GlobList([]),
      reader: reader, root: side.isInPlace ? nil : side.folder)
    guard (try? side.fileSystem.status(side.folder, followsLinks: true))?.kind == .folder else {
      assembly.remark(Messages.newCatalog(shown(side.folder), in: side.name.zh))
      return [:]
    }
    let found = discovery.find([side.folder], explicit: nil)
    for failure in found.failures + reader.failures { assembly.fail(Messages.cannotRead(named(failure, side))) }
    for fault in reader.diagnostics where fault.rule.hasPrefix("yaml-") && fault.severity == .error {
      assembly.fail(Messages.againstConfiguration(side.prefix + fault.file))
    }
    let loading = CatalogLoading(fileSystem: side.fileSystem, environment: environment, jobs: jobs)
    var catalogs: [String: BaseCatalog] = [:]
    for catalog in found.catalogs {
      let read = loading.read(catalog.files)
      for failure in read.failures { assembly.fail(Messages.cannotRead(named(failure, side))) }
      let files = read.files.map { file in
        var file = file
        file.source = SourceFile(path: side.prefix + file.source.path, bytes: file.source.bytes)
        return file
      }
      let place = catalog.configuration.folder.flatMap { PathName.relative($0, to: side.folder) } ?? ""
      catalogs[place] = BaseCatalog(
        reading: files, library: library, textLanguage: catalog.configuration.textLanguage, jobs: jobs)
    }
    return catalogs
  }

  private func named(_ failure: FileFailure, _ side: Side) -> FileFailure {
    FileFailure(path: side.prefix + failure.path, reason: failure.reason)
  }

  private func isFolder(_ path: String) -> Bool {
    (try? fileSystem.status(path, followsLinks: true))?.kind == .folder
  }

  private func shown(_ path: String) -> String { PathName.displayed(path, in: environment.workingDirectory) }

  private var jobs: Int { request.jobs ?? environment.processorCount }
}
