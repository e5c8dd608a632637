internal import Diagnostics
internal import Rules
internal import SourceText
internal import Walkthrough

/// One run of checklists: a catalog is linted, the documents are chosen, and each gets what is to be compared and asked.
package struct ChecklistRun {
  private let request: ChecklistRequest
  private let environment: ProcessEnvironment
  private let fileSystem: any FileSystem

  /// Prepares a run.
  package init(request: ChecklistRequest, environment: ProcessEnvironment, fileSystem: any FileSystem) {
    self.request = request
    self.environment = environment
    self.fileSystem = fileSystem
  }

  /// Reads, lints, chooses and assembles.
  package func run() -> ChecklistOutcome {
    var outcome = ChecklistOutcome()
    let choice = DocumentChoice(request: request, environment: environment, fileSystem: fileSystem)
    guard !request.documents.isEmpty || request.hasFilter else {
      outcome.messages.append(RunMessage(isFailure: true, text: Messages.noDocumentNamed))
      return outcome
    }
    var loading = WalkCatalogLoading(environment: environment, fileSystem: fileSystem)
    loading.folder = choice.folder
    loading.configurationPath = request.configurationPath
    loading.today = request.today
    loading.jobs = request.jobs
    loading.cache = request.cache
    guard let catalog = loading.load(&outcome.messages), let lint = catalog.lint else { return outcome }
    outcome.language = lint.language ?? catalog.configuration.language
    outcome.kits = catalog.library.kits
    outcome.day = catalog.today
    var faults: [LocalizedText] = []
    let reading = OccasionReading(request: request, kits: catalog.library.kits)
    let occasion = reading.occasion(&faults)
    let guides = choice.guides(of: catalog, &faults)
    let occasions = guides.map { reading.fitted(occasion, to: $0, isOnly: guides.count == 1, &outcome.messages) }
    if faults.isEmpty, let variant = request.variant, occasions.allSatisfy({ $0.variant == nil }) {
      faults.append(Messages.unknownVariant(variant, known: guides.flatMap(\.variants).map(\.id)))
    }
    guard faults.isEmpty else {
      outcome.messages += faults.map { RunMessage(isFailure: true, text: $0) }
      return outcome
    }
    if !lint.report.isComplete {
      outcome.messages.append(RunMessage(isFailure: true, text: Messages.aimsIncomplete))
    }
    outcome.checklists = checklists(of: guides, occasions, catalog, lint.report)
    return outcome
  }

  /// Assembles on all workers.
  private func checklists(
    of guides: [Guide], _ occasions: [Checklist.Occasion], _ catalog: WalkCatalog, _ report: LintReport
  ) -> [Checklist] {
    let assembly = ChecklistAssembly(library: catalog.library, rules: report.rules, version: Tool.version)
    let failures = catalog.failures()
    let isFull = request.isFull
    return parallelMap(
      count: guides.count, jobs: request.jobs ?? environment.processorCount,
      makeState: { (lines: FaultLines(report.sources), documents: catalog.reader()) }, finish: { _ in 0 }
    ) { worker, index in
      let guide = guides[index]
      let lines = worker.lines
      let placed = (failures[guide.name] ?? []).map { ChecklistAssembly.Failure($0, line: lines.line(of: $0)) }
      var checklist = assembly.checklist(of: guide, failures: placed, occasion: occasions[index], isFull: isFull)
      checklist.picture = worker.documents.picture(of: guide.name, variant: occasions[index].variant)
      return checklist
    }.results
  }
}

/// Reads from a request what is known of the walk.
struct OccasionReading {
  /// What is asked.
  let request: ChecklistRequest
  /// What walks are made of.
  let kits: [String: Kit]

  /// What is known of every walk; a name that nothing has is a fault.
  func occasion(_ faults: inout [LocalizedText]) -> Checklist.Occasion {
    var occasion = Checklist.Occasion()
    occasion.mode = entry(request.mode, of: "modes", Messages.unknownMode, &faults)
    occasion.persona = entry(request.persona, of: "personas", Messages.unknownPersona, &faults)
    occasion.channel = request.channel
    let types = Checklist.channelTypes
    if let channel = request.channel, !types.contains(channel) {
      faults.append(Messages.unknownChannel(channel, nearest: nearestName(to: channel, among: types), known: types))
    }
    occasion.variant = request.variant
    occasion.round = request.round
    occasion.date = request.date
    return occasion
  }

  /// The entry of a kit with an id, or with a name in either language.
  private func entry(
    _ name: String?, of kit: String, _ unknown: (String, String?, [String]) -> LocalizedText,
    _ faults: inout [LocalizedText]
  ) -> Kit.Entry? {
    guard let name else { return nil }
    let entries = kits[kit]?.entries ?? []
    if let entry = entries.first(where: { $0.id == name || $0.name.zh == name || $0.name.en == name }) { return entry }
    let ids = entries.map(\.id)
    faults.append(unknown(name, nearestName(to: name, among: ids + entries.map(\.name.zh)), ids))
    return nil
  }

  /// What is known of the walk of one document: a variant that it has not is left out, and that is said.
  func fitted(
    _ occasion: Checklist.Occasion, to guide: Guide, isOnly: Bool, _ messages: inout [RunMessage]
  ) -> Checklist.Occasion {
    var occasion = occasion
    if let variant = occasion.variant, !guide.variants.contains(where: { $0.id == variant }) {
      occasion.variant = nil
      if !isOnly {
        messages.append(RunMessage(isFailure: false, text: Messages.documentWithoutVariant(guide.name.id, variant)))
      }
    }
    if let channel = occasion.channel, !guide.lines.contains(where: { $0.channel == channel }) {
      messages.append(RunMessage(isFailure: false, text: Messages.documentWithoutChannel(guide.name.id, channel)))
    }
    return occasion
  }
}

/// Tells the lines of faults, each file divided once by a worker.
private final class FaultLines {
  private let sources: [String: SourceFile]
  private var latest: (path: String, lines: LineMap)?

  /// Reads the files of a report.
  init(_ sources: [String: SourceFile]) { self.sources = sources }

  /// The line on which a diagnostic begins; 1 where its file is not at hand.
  func line(of diagnostic: ReportedDiagnostic) -> Int {
    if latest?.path != diagnostic.file {
      latest = sources[diagnostic.file].map { (diagnostic.file, LineMap($0.bytes)) }
    }
    guard let latest, latest.path == diagnostic.file else { return 1 }
    return latest.lines.line(at: diagnostic.range.start)
  }
}
