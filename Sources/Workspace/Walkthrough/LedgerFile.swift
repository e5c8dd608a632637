package import Diagnostics
internal import Rules
internal import SourceText
package import Walkthrough

/// Which ledger is meant.
package struct LedgerPlace: Sendable {
  /// The file that was named; nil for the catalog's only ledger.
  package var ledger: String?
  /// The folder of the catalog; nil for that of the ledger, else the working directory.
  package var catalog: String?
  /// Configuration that `--config` names.
  package var configurationPath: String?
  /// The day that counts as today; nil = today.
  package var today: String?
  /// Number of workers; nil = one for each core.
  package var jobs: Int?

  /// The only ledger of the catalog in the working directory.
  package init() {}
}

/// A ledger's file, as it was when it was read.
package struct LedgerFile {
  /// What it holds.
  package var text: LedgerText
  /// Absolute path.
  package var path: String
  /// Its bytes on disk; nil where it is still to be made.
  package var before: [UInt8]?

  /// Path as people read it.
  package var name: String { text.source.path }
}

/// Finds, reads and writes ledgers.
package struct LedgerFiles {
  private let environment: ProcessEnvironment
  private let fileSystem: any FileSystem

  /// Works on a disk.
  package init(environment: ProcessEnvironment, fileSystem: any FileSystem) {
    self.environment = environment
    self.fileSystem = fileSystem
  }

  /// Loads the catalog that a ledger belongs to.
  package func catalog(_ place: LedgerPlace, lints: Bool, _ messages: inout [RunMessage]) -> WalkCatalog? {
    var loading = WalkCatalogLoading(environment: environment, fileSystem: fileSystem)
    loading.folder =
      place.catalog
      ?? place.ledger.map { PathName.displayed(PathName.folder(of: absolute($0)), in: environment.workingDirectory) }
      ?? "."
    loading.configurationPath = place.configurationPath
    loading.lints = lints
    loading.today = place.today
    loading.jobs = place.jobs
    return loading.load(&messages)
  }

  /// Reads the ledger that was named; where none was, the catalog's only one.
  /// - Parameter makesNew: whether a ledger that is not there is begun.
  package func open(
    _ place: LedgerPlace, in catalog: WalkCatalog?, makesNew: Bool, _ messages: inout [RunMessage]
  ) -> LedgerFile? {
    if let name = place.ledger { return read(absolute(name), id: nil, makesNew: makesNew, &messages) }
    guard let catalog else { return nil }
    let found = catalog.documents.files.flatMap { file in
      file.names.filter { $0.kind == "Ledger" }.map { (path: file.source.path, id: $0.id) }
    }
    if found.count > 1 {
      fail(Messages.severalLedgers(found.map(\.path)), &messages)
      return nil
    }
    if let only = found.first { return read(absolute(only.path), id: only.id, makesNew: false, &messages) }
    return read(catalog.folder + "/ledger.yaml", id: nil, makesNew: makesNew, &messages)
  }

  /// Writes a changed ledger, whole or not at all; one that somebody else has changed meanwhile stays.
  package func write(_ text: LedgerText, over file: LedgerFile) -> RunMessage? {
    do throws(FileFailure) {
      guard let before = file.before else {
        if (try? fileSystem.status(file.path, followsLinks: false)) != nil {
          return RunMessage(isFailure: true, text: Messages.changedMeanwhile(file.name))
        }
        try fileSystem.write(text.source.bytes, to: file.path)
        return nil
      }
      // A link stays; the file that it leads to is changed.
      let path = try fileSystem.resolved(file.path)
      if try !fileSystem.status(path, followsLinks: true).isWritable {
        throw FileFailure(path: file.name, reason: .denied)
      }
      guard try fileSystem.read(path) == before else {
        return RunMessage(isFailure: true, text: Messages.changedMeanwhile(file.name))
      }
      try fileSystem.write(text.source.bytes, to: path)
      return nil
    } catch {
      return RunMessage(isFailure: true, text: Messages.cannotWrite(file.name, error.reason))
    }
  }

  /// What is wrong in a ledger's file, with its line.
  package func message(_ diagnostic: Diagnostic, in bytes: [UInt8], _ name: String) -> RunMessage {
    let position = LineMap(bytes).position(at: diagnostic.range.start, in: bytes)
    let place = "\(name):\(position.line):\(position.column): "
    return RunMessage(
      isFailure: true,
      text: LocalizedText(zh: place + diagnostic.message.zh, en: place + diagnostic.message.en))
  }

  private func read(_ path: String, id: String?, makesNew: Bool, _ messages: inout [RunMessage]) -> LedgerFile? {
    let name = PathName.displayed(path, in: environment.workingDirectory)
    if (try? fileSystem.status(path, followsLinks: false)) == nil {
      guard makesNew else {
        fail(Messages.noLedgerYet(name), &messages)
        return nil
      }
      guard PathName.isDocument(PathName.name(of: path)) else {
        fail(Messages.ledgerNeedsYAML(name), &messages)
        return nil
      }
      return begin(path, name, &messages)
    }
    do throws(FileFailure) {
      switch try fileSystem.read(path, upTo: LintRun.largestFile) {
      case .tooLarge: throw FileFailure(path: name, reason: .system("> 16 MiB"))
      case .bytes(let bytes):
        guard let text = parse(bytes, name, id: id, &messages) else { return nil }
        return LedgerFile(text: text, path: path, before: bytes)
      }
    } catch {
      fail(Messages.cannotRead(FileFailure(path: name, reason: error.reason)), &messages)
      return nil
    }
  }

  private func begin(_ path: String, _ name: String, _ messages: inout [RunMessage]) -> LedgerFile? {
    var ledger = Ledger(id: "ledger")
    ledger.name = LocalizedText(zh: "整改台账", en: "Rectification ledger")
    return parse(Array(ledger.newFile().utf8), name, id: nil, &messages).map { LedgerFile(text: $0, path: path) }
  }

  private func parse(_ bytes: [UInt8], _ name: String, id: String?, _ messages: inout [RunMessage]) -> LedgerText? {
    do throws(LedgerText.Fault) {
      return try LedgerText(SourceFile(path: name, bytes: bytes), id: id)
    } catch {
      messages += error.diagnostics.map { message($0, in: bytes, name) }
      return nil
    }
  }

  private func fail(_ text: LocalizedText, _ messages: inout [RunMessage]) {
    messages.append(RunMessage(isFailure: true, text: text))
  }

  private func absolute(_ path: String) -> String { PathName.absolute(path, in: environment.workingDirectory) }
}
