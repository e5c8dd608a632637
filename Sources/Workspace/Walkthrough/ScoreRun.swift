package import Diagnostics
internal import Rules
package import Walkthrough

/// What the command line asks of a report of scores.
package struct ScoreRequest: Sendable {
  /// The folder of the catalog.
  package var catalog = "."
  /// Configuration that `--config` names.
  package var configurationPath: String?
  /// Name of the round; nil for all walks.
  package var round: String?
  /// Folder or revision that the four cuts are counted against; nil = what documents state of the time before.
  package var against: String?
  /// The day; nil = today.
  package var today: String?
  /// Number of workers; nil = one for each core.
  package var jobs: Int?
  /// What earlier runs found out.
  package var cache = CacheChoice.besideConfiguration

  /// A report of the working directory's catalog.
  package init() {}
}

/// What a report of scores brought.
package struct ScoreOutcome: Sendable {
  /// The report; nil where the run failed before there was one.
  package var report: ScoreReport?
  /// Failures and remarks.
  package var messages: [RunMessage]
  /// Language that the configuration asks for.
  package var language: Language?
  /// Whether the scores can be trusted.
  package var isComplete: Bool
}

/// One report of scores: a catalog is linted, its walks and ledgers are read, and all is counted.
package struct ScoreRun {
  private let request: ScoreRequest
  private let environment: ProcessEnvironment
  private let fileSystem: any FileSystem

  /// Prepares a report.
  package init(request: ScoreRequest, environment: ProcessEnvironment, fileSystem: any FileSystem) {
    self.request = request
    self.environment = environment
    self.fileSystem = fileSystem
  }

  /// Reads and counts.
  package func run() -> ScoreOutcome {
    var messages: [RunMessage] = []
    var loading = WalkCatalogLoading(environment: environment, fileSystem: fileSystem)
    loading.folder = request.catalog
    loading.configurationPath = request.configurationPath
    loading.today = request.today
    loading.jobs = request.jobs
    loading.cache = request.cache
    guard let catalog = loading.load(&messages), let lint = catalog.lint else {
      return ScoreOutcome(messages: messages, isComplete: false)
    }
    let walks = catalog.walks(of: request.round)
    if let round = request.round, walks.isEmpty {
      let known = Set(catalog.walks().compactMap(\.round)).sorted()
      messages.append(RunMessage(isFailure: false, text: Messages.roundWithoutWalk(round, known: known)))
    }
    let cuts = cuts(&messages)
    let sources = ScoreReport.Sources(
      guides: catalog.guides(), failures: catalog.failures(), rules: lint.report.rules, walks: walks,
      rows: catalog.ledgers().flatMap(\.rows))
    var report = ScoreReport(
      sources, round: request.round, cuts: cuts, kits: catalog.library.kits, unreadable: catalog.documents.brokenFiles,
      today: catalog.today, version: Tool.version)
    let reader = catalog.reader()
    for name in catalog.documents.names(ofKinds: ["Bundle"]) { report.pictures[name.id] = reader.picture(of: name) }
    let isComplete = lint.report.isComplete && !messages.contains(where: \.isFailure)
    return ScoreOutcome(
      report: report, messages: messages, language: lint.language ?? catalog.configuration.language,
      isComplete: isComplete)
  }

  /// The comparison with an earlier version, where one is named.
  private func cuts(_ messages: inout [RunMessage]) -> CatalogComparison? {
    guard let against = request.against else { return nil }
    var compared = CompareRequest()
    compared.catalog = request.catalog
    compared.base = against
    compared.jobs = request.jobs
    let outcome = CompareRun(request: compared, environment: environment, fileSystem: fileSystem).run()
    messages += outcome.messages.filter { !messages.contains($0) }
    return outcome.comparison
  }
}
