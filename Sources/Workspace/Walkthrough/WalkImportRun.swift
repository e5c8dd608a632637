package import Diagnostics
internal import Catalog
internal import Rules
internal import SourceText
internal import Walkthrough

/// What the command line asks of an import.
package struct WalkImportRequest: Sendable {
  /// Saved records and filled pages.
  package var files: [String] = []
  /// The folder of the catalog.
  package var catalog = "."
  /// Configuration that `--config` names.
  package var configurationPath: String?
  /// Folder of the records, below the catalog's.
  package var target = "walks"

  /// An import into the working directory's catalog.
  package init() {}
}

/// What an import brought.
package struct WalkImportOutcome: Sendable {
  /// What happened and what failed, in order.
  package var messages: [RunMessage] = []
  /// Records that were written.
  package var written = 0
  /// Records that the catalog had already.
  package var known = 0
  /// Language that the configuration asks for.
  package var language: Language?

  /// 0 when every record is in the catalog now, 2 when one is not.
  package var exitCode: Int32 { messages.contains(where: \.isFailure) ? 2 : 0 }
}

/// Takes walks into a catalog: masks personal data, gives each record a file of its own and its photographs a folder, and
/// never replaces what is there.
package struct WalkImportRun {
  /// Bytes of one file at most: a page of several walks with their photographs.
  private static let limit = 96 << 20

  private let request: WalkImportRequest
  private let environment: ProcessEnvironment
  private let fileSystem: any FileSystem

  /// Prepares an import.
  package init(request: WalkImportRequest, environment: ProcessEnvironment, fileSystem: any FileSystem) {
    self.request = request
    self.environment = environment
    self.fileSystem = fileSystem
  }

  /// Reads, masks, writes.
  package func run() -> WalkImportOutcome {
    var outcome = WalkImportOutcome()
    var loading = WalkCatalogLoading(environment: environment, fileSystem: fileSystem)
    loading.folder = request.catalog
    loading.configurationPath = request.configurationPath
    loading.lints = false
    guard let catalog = loading.load(&outcome.messages) else {
      if outcome.messages.isEmpty { fail(Messages.nothingMatched(request.catalog), &outcome) }
      return outcome
    }
    outcome.language = catalog.configuration.language
    let store: WalkStore
    do throws(FileFailure) {
      store = try WalkStore(catalog, target: request.target, files: fileSystem)
    } catch {
      fail(Messages.walksOutside(request.target, catalog: request.catalog), &outcome)
      return outcome
    }
    for file in request.files { importFile(file, catalog, store, &outcome) }
    return outcome
  }

  /// Takes the records of one file.
  private func importFile(
    _ name: String, _ catalog: WalkCatalog, _ store: WalkStore, _ outcome: inout WalkImportOutcome
  ) {
    let bytes: [UInt8]
    do throws(FileFailure) {
      switch try fileSystem.read(PathName.absolute(name, in: environment.workingDirectory), upTo: Self.limit) {
      case .bytes(let content): bytes = content
      case .tooLarge(let size): return fail(Messages.walkFileTooLarge(name, size, limit: Self.limit), &outcome)
      }
    } catch {
      return fail(Messages.cannotRead(FileFailure(path: name, reason: error.reason)), &outcome)
    }
    let saved = SavedWalks(SourceFile(path: name, bytes: bytes))
    let faulty = report(faultsOf: saved, catalog, &outcome)
    if saved.walks.isEmpty, faulty.isEmpty { fail(Messages.noWalks(name, isPage: saved.isPage), &outcome) }
    for walk in saved.walks where !faulty.contains(walk.source.path) { take(walk, catalog, store, &outcome) }
  }

  /// Says what is wrong with the shape of records; gives back the sources that have such a fault.
  private func report(
    faultsOf saved: SavedWalks, _ catalog: WalkCatalog, _ outcome: inout WalkImportOutcome
  ) -> Set<String> {
    let registries = CatalogContext(
      registriesAmong: [], library: catalog.library, textLanguage: catalog.configuration.textLanguage)
    let settings = SettingsResolver(library: catalog.library, configuration: catalog.configuration)
    let stage = DocumentStage(
      LintContext(
        library: catalog.library, catalog: registries, settings: settings,
        textLanguage: catalog.configuration.textLanguage, today: environment.today))
    var faulty: Set<String> = []
    for source in saved.sources {
      let summary = stage.lint(source, path: source.path)
      let kinds = Set(summary.documents.map(\.name.kind))
      let lines = LineMap(source.bytes)
      for fault in summary.faults where fault.diagnostic.severity == .error {
        faulty.insert(source.path)
        let place = lines.position(at: fault.diagnostic.range.start, in: source.bytes)
        fail(Messages.walkFault("\(source.path):\(place.line):\(place.column)", fault.diagnostic.message), &outcome)
      }
      for kind in kinds.subtracting(["Walkthrough", ""]).sorted() where !faulty.contains(source.path) {
        faulty.insert(source.path)
        fail(Messages.notAWalk(source.path, kind: kind), &outcome)
      }
    }
    return faulty
  }

  /// Masks one record and writes it, unless the catalog has it already.
  private func take(
    _ walk: SavedWalks.Walk, _ catalog: WalkCatalog, _ store: WalkStore, _ outcome: inout WalkImportOutcome
  ) {
    var walk = walk
    let place = walk.source.path
    guard let guide = catalog.guide(walk.record.document) else {
      let id = walk.record.document.id
      return fail(Messages.walkOfUnknown(place, id, nearest: catalog.nearestID(to: id)), &outcome)
    }
    let before = walk.record.masked
    walk.record.maskPersonalData(guide: guide)
    let masked = walk.record.masked - before
    do throws(FileFailure) {
      switch try store.add(walk) {
      case .known(let path):
        outcome.known += 1
        say(Messages.walkKnown(place, path), &outcome)
      case .written(let path, let photos):
        outcome.written += 1
        say(Messages.walkWritten(place, path, photos: photos, masked: masked), &outcome)
      case .renamed(let path, let id, let photos):
        outcome.written += 1
        say(Messages.walkWritten(place, path, photos: photos, masked: masked), &outcome)
        say(Messages.walkRenamed(walk.record.id, id), &outcome)
      }
      if walk.refusedPhotos > 0 { say(Messages.photosRefused(place, walk.refusedPhotos), &outcome) }
    } catch {
      fail(Messages.cannotWrite(error.path, error.reason), &outcome)
    }
  }

  private func fail(_ text: LocalizedText, _ outcome: inout WalkImportOutcome) {
    outcome.messages.append(RunMessage(isFailure: true, text: text))
  }

  private func say(_ text: LocalizedText, _ outcome: inout WalkImportOutcome) {
    outcome.messages.append(RunMessage(isFailure: false, text: text))
  }
}

extension WalkCatalog {
  /// What a document tells the applicant; nil where the catalog has no such document.
  func guide(_ name: DocumentName) -> Guide? { reader().read(name) { Guide($0) } }
}
