package import Diagnostics
internal import Rules
internal import Catalog
package import Walkthrough

/// What the command line asks of `guidelint ledger update`.
package struct LedgerUpdateRequest: Sendable {
  /// Which ledger, of which catalog.
  package var place = LedgerPlace()
  /// The least severity that gets a row.
  package var minSeverity = Severity.warning
  /// Rules, packs or globs; empty for all.
  package var rules: [String] = []
  /// Ids of items and bundles; empty for all.
  package var documents: [String] = []
  /// Names of departments; empty for all.
  package var departments: [String] = []
  /// Days until a row is due.
  package var dueDays = 30

  /// Takes everything from warnings upward.
  package init() {}
}

/// What a run brought; nothing is written yet.
package struct LedgerUpdateResult {
  /// The ledger as it was; nil where the run could not begin.
  package var file: LedgerFile?
  /// The ledger as it is to be.
  package var text: LedgerText?
  /// What became of its rows.
  package var outcome = LedgerUpdate.Outcome()
  /// What a person should know; a failure keeps the file from being written.
  package var messages: [RunMessage] = []
  /// Language that the configuration asks for.
  package var language: Language?

  /// Whether something failed.
  package var hasFailed: Bool { messages.contains(where: \.isFailure) }
}

/// One run of `guidelint ledger update`, from a catalog to the text that its ledger is to have.
package struct LedgerUpdateRun {
  private let request: LedgerUpdateRequest
  private let environment: ProcessEnvironment
  private let fileSystem: any FileSystem

  /// Prepares a run.
  package init(request: LedgerUpdateRequest, environment: ProcessEnvironment, fileSystem: any FileSystem) {
    self.request = request
    self.environment = environment
    self.fileSystem = fileSystem
  }

  /// Lints the catalog, reads its walks, and holds both against the ledger.
  package func run() -> LedgerUpdateResult {
    var result = LedgerUpdateResult()
    let files = LedgerFiles(environment: environment, fileSystem: fileSystem)
    guard let catalog = files.catalog(request.place, lints: true, &result.messages) else { return result }
    result.language = catalog.configuration.language
    guard !result.hasFailed, let report = catalog.lint?.report else { return result }
    // A ledger must not rest on half a look: what was not found would pass for mended.
    guard report.isComplete else {
      result.messages.append(RunMessage(isFailure: true, text: Messages.ledgerNotTouched))
      return result
    }
    guard let file = files.open(request.place, in: catalog, makesNew: true, &result.messages),
      let update = update(file.text.ledger, catalog, report, &result)
    else { return result }
    result.file = file
    result.outcome = update.run()
    let (text, refused) = file.text.applying(result.outcome.changes)
    result.text = text
    result.messages += refused.map { files.message($0, in: file.text.source.bytes, file.name) }
    return result
  }

  private func update(
    _ ledger: Ledger, _ catalog: WalkCatalog, _ report: LintReport, _ result: inout LedgerUpdateResult
  ) -> LedgerUpdate? {
    let summaries = Dictionary(report.rules.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let findings = report.diagnostics.compactMap { LedgerFinding($0, of: summaries[$0.rule]) }
    let walks = catalog.walks()
    var options = LedgerUpdate.Options(today: catalog.today)
    options.minSeverity = request.minSeverity
    options.dueDays = request.dueDays
    options.language = catalog.configuration.textLanguage == "en" ? .en : .zh
    guard select(&options, catalog, report, &result.messages) else { return nil }
    var wanted = Set(findings.map(\.document)).union(walks.map(\.document.id)).union(ledger.rows.compactMap(\.document))
    if !request.departments.isEmpty {
      wanted.formUnion(catalog.documents.names(ofKinds: LedgerUpdateRun.kinds).map(\.id))
    }
    let subjects = subjects(of: wanted, catalog)
    if !request.departments.isEmpty {
      let own = subjects.filter { isIn($0.department, request.departments) }.map(\.name.id)
      guard !own.isEmpty else {
        result.messages.append(RunMessage(isFailure: true, text: Messages.noDepartment(request.departments)))
        return nil
      }
      options.documents = options.documents.map { $0.intersection(own) } ?? Set(own)
    }
    return LedgerUpdate(
      ledger, findings: findings, walks: walks, subjects: subjects, kits: catalog.library.kits, options: options,
      hasRun: LedgerUpdateRun.hasRun(catalog, report))
  }

  /// Reads which rules and documents are asked for; false where one is unknown.
  private func select(
    _ options: inout LedgerUpdate.Options, _ catalog: WalkCatalog, _ report: LintReport, _ messages: inout [RunMessage]
  ) -> Bool {
    var isKnown = true
    if !request.rules.isEmpty {
      var ids: Set<String> = []
      for name in request.rules {
        let rules = catalog.library.rules(selectedBy: name).map { catalog.library.pages[$0].id }
        if rules.isEmpty, !report.diagnostics.contains(where: { $0.rule == name }) {
          let nearest = nearestName(to: name, among: catalog.library.pages.map(\.id))
          messages.append(RunMessage(isFailure: true, text: Messages.unknownRule(name, nearest: nearest)))
          isKnown = false
        }
        ids.formUnion(rules.isEmpty ? [name] : rules)
      }
      options.rules = ids
    }
    if !request.documents.isEmpty {
      for id in request.documents where catalog.documents.names(withID: id).isEmpty {
        messages.append(
          RunMessage(isFailure: true, text: Messages.unknownDocument(id, nearest: catalog.nearestID(to: id))))
        isKnown = false
      }
      options.documents = Set(request.documents)
    }
    return isKnown
  }

  private static let kinds: Set<String> = ["ServiceItem", "Bundle"]

  /// Reads what the ledger says of some documents.
  private func subjects(of wanted: Set<String>, _ catalog: WalkCatalog) -> [LedgerUpdate.Subject] {
    let names = catalog.documents.names(ofKinds: LedgerUpdateRun.kinds).filter { wanted.contains($0.id) }
    let folder = catalog.folder
    let workingDirectory = environment.workingDirectory
    return parallelMap(
      count: names.count, jobs: request.place.jobs ?? environment.processorCount, makeState: { catalog.reader() },
      finish: { _ in }
    ) { reader, index -> LedgerUpdate.Subject? in
      reader.read(names[index]) { document in
        let guide = Guide.heading(of: document)
        let path = PathName.absolute(document.source.path, in: workingDirectory)
        return LedgerUpdate.Subject(
          name: document.name, title: guide.title, code: guide.code, department: guide.department,
          file: PathName.relative(path, to: folder) ?? document.source.path,
          digest: StablePlace.digits(StablePlace.hash(of: document.source.bytes)))
      }
    }.results.compactMap(\.self)
  }

  private func isIn(_ department: LocalizedText?, _ names: [String]) -> Bool {
    guard let department else { return false }
    return names.contains { name in
      [department.zh, department.en].contains { $0 == name || $0.utf8.contains(name.utf8) }
    }
  }

  /// Whether a rule is on for a document, ran, and came to an end there.
  private static func hasRun(_ catalog: WalkCatalog, _ report: LintReport)
    -> @Sendable (
      String, LedgerUpdate.Subject
    ) -> Bool
  {
    let settings = SettingsResolver(library: catalog.library, configuration: catalog.configuration)
    let ran = Set(report.rules.map(\.id))
    var failed: Set<String> = []
    for diagnostic in report.diagnostics where diagnostic.state == .error {
      failed.insert("\(diagnostic.rule)/\(diagnostic.document?.id ?? "")")
    }
    let places = Dictionary(
      catalog.library.pages.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    let library = catalog.library
    return { [failed] rule, subject in
      guard let place = places[rule] else { return library.rules(selectedBy: rule).isEmpty && isBuiltIn(rule) }
      guard ran.contains(rule), !failed.contains("\(rule)/\(subject.name.id)") else { return false }
      return settings.settings(path: subject.file, kind: subject.name.kind, id: subject.name.id).isOn(place)
    }
  }

  /// Whether a fault is one of reading, which no rule file describes: it is looked for in whatever is read.
  private static func isBuiltIn(_ rule: String) -> Bool {
    ["yaml-", "schema-", "catalog-"].contains { rule.utf8.starts(with: $0.utf8) }
  }
}
