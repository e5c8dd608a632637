internal import Diagnostics
internal import Rules
internal import SourceText

/// Puts the parts of a run together into one report.
struct ReportAssembly {
  /// Language that a configuration asks for.
  var language: Language?
  private let workingDirectory: String
  private var messages: [RunMessage] = []
  private var diagnostics: [ReportedDiagnostic] = []
  private var sources: [String: SourceFile] = [:]
  private var rules: [String: RuleSummary] = [:]
  private var fileCount = 0
  private var documentCount = 0
  private var documents: [DocumentName: DocumentOverview] = [:]
  private var packTitles: [String: LocalizedText] = [:]
  private var isComplete = true
  private var counters = WorkCounters()
  private var decisions: [CatalogDecisions] = []
  private var change: ChangeSummary?

  /// Starts without a part.
  init(workingDirectory: String) { self.workingDirectory = workingDirectory }

  /// Whether something has failed that leaves nothing to lint.
  var hasFailed: Bool { messages.contains(where: \.isFailure) }

  /// Notes that the run cannot be trusted, and why.
  mutating func fail(_ text: LocalizedText) { add(RunMessage(isFailure: true, text: text)) }

  /// Notes something that a person should know.
  mutating func remark(_ text: LocalizedText) { add(RunMessage(isFailure: false, text: text)) }

  private mutating func add(_ message: RunMessage) {
    if !messages.contains(message) { messages.append(message) }
  }

  /// Adds faults of rule files and configurations; errors among them make the run untrustworthy.
  mutating func add(_ found: [ReportedDiagnostic], sources files: [String: SourceFile]) {
    diagnostics += found
    sources.merge(files) { known, _ in known }
    if found.contains(where: { $0.severity == .error }) { isComplete = false }
  }

  /// Adds a catalog: its diagnostics in order, each told from those that are alike, then what was decided about them.
  /// - Parameters:
  ///   - decided: what people decided about it; nil leaves every failure as it is.
  ///   - changed: what is left out where only a change is reported.
  mutating func add(
    _ linted: LintedCatalog, library: RuleLibrary, settings: SettingsResolver, decided: DecidedCatalog? = nil,
    changed: ChangedOnly? = nil
  ) {
    counters += linted.counters
    let tallies = TallySums(count: library.pages.count)
    for sums in linted.tallySums { tallies.add(sums) }
    var found: [ReportedDiagnostic] = []
    var bySource = FoundSources(among: linted.files)
    documents.reserveCapacity(documents.count + linted.files.count)
    for (file, isReported) in zip(linted.files, linted.isReported) {
      let before = found.count
      if isReported { add(file, library, tallies, &found) } else { addLimits(of: file, &found) }
      if found.count > before { bySource.add(file.source) }
    }
    for source in linted.baseSources { bySource.add(source) }
    for file in linted.removed {
      for document in file.summary.documents { add(document, of: file, library, tallies, &found) }
    }
    putInOrder(&found)
    DiagnosticKey.number(&found)
    // What is unused or stale is judged on everything that was found, then the change decides what is shown.
    if let decided { accept(decided, &found, &bySource) }
    if let changed { keep(changed, &found, linted) }
    for (index, count) in tallies.counts.enumerated() where settings.base.isOn(index) || count != ResultCounts() {
      note(library.pages[index], severity: settings.base.severity(of: index), count)
    }
    for pack in library.packs { packTitles[pack.id] = pack.title }
    // By index: to copy a diagnostic counts two dozen references.
    for index in found.indices {
      rules[found[index].rule]?.counts.add(found[index].state)
      if index == 0 || found[index].file != found[index - 1].file { keepSource(found[index].file, &bySource) }
      for label in found[index].related { if let path = label.file { keepSource(path, &bySource) } }
    }
    if diagnostics.isEmpty { diagnostics = found } else { diagnostics += found }
  }

  /// Turns what was decided into waived results, and adds what is to be said of the decisions.
  private mutating func accept(
    _ decided: DecidedCatalog, _ found: inout [ReportedDiagnostic], _ known: inout FoundSources
  ) {
    let outcome = decided.decisions.apply(to: &found, of: decided.catalog)
    let baseline = decided.decisions.baseline
    decisions.append(CatalogDecisions(baselinePath: decided.baselinePath, baseline: baseline, outcome: outcome))
    for source in [decided.decisions.waivers?.source, baseline?.source] {
      if let source { known.add(source) }
    }
    if let baseline, !decided.decisions.isBaselineStrict, !outcome.baseline.stale.isEmpty {
      remark(Messages.baselineStale(outcome.baseline.stale.count, in: baseline.source.path))
    }
    if outcome.diagnostics.contains(where: { $0.state == .error }) { isComplete = false }
    found += outcome.diagnostics
  }

  /// Leaves out what was there before the change.
  private mutating func keep(
    _ changed: ChangedOnly, _ found: inout [ReportedDiagnostic], _ linted: LintedCatalog
  ) {
    var summary = change ?? ChangeSummary()
    summary.documents += changed.changes.counts
    summary.leftOut += changed.apply(to: &found, removedFiles: Set(linted.removed.map(\.source.path)))
    change = summary
  }

  private mutating func keepSource(_ path: String, _ known: inout FoundSources) {
    if sources[path] == nil, let source = known.source(at: path) { sources[path] = source }
  }

  private mutating func note(_ page: Rule.Page, severity: Severity, _ counts: ResultCounts) {
    var summary =
      rules[page.id]
      ?? RuleSummary(
        id: page.id, pack: page.pack, summary: page.summary, severity: severity, aspect: page.aspect,
        defect: page.defect, explanation: page.explanation)
    summary.counts += counts
    rules[page.id] = summary
  }

  /// Reports the bounds reached in a file that is only loaded: what it would have told the others is missing.
  private mutating func addLimits(of file: CatalogSummaries.File, _ found: inout [ReportedDiagnostic]) {
    for fault in file.summary.faults where isLimit(fault) { add(fault, of: file, &found) }
  }

  /// Whether a bound was reached, so that something was not looked at.
  private func isLimit(_ fault: FileSummary.Fault) -> Bool { fault.diagnostic.id.hasSuffix("-limit") }

  /// Adds a fault of text, shape or reference.
  private mutating func add(
    _ fault: FileSummary.Fault, of file: CatalogSummaries.File, _ found: inout [ReportedDiagnostic]
  ) {
    if isLimit(fault) { isComplete = false }
    let diagnostic = fault.diagnostic
    var reported = ReportedDiagnostic(
      rule: diagnostic.id, severity: diagnostic.severity, message: diagnostic.message, file: file.source.path,
      range: diagnostic.range, document: fault.document.map { file.summary.documents[$0].name }, path: fault.path,
      anchor: fault.anchor ?? StablePlace(text: file.source.text(in: diagnostic.range).utf8),
      related: diagnostic.related, remedy: diagnostic.remedy, fix: diagnostic.fix)
    reported.nameDocument(orFile: file.path)
    found.append(reported)
  }

  private mutating func add(
    _ file: CatalogSummaries.File, _ library: RuleLibrary, _ tallies: TallySums,
    _ found: inout [ReportedDiagnostic]
  ) {
    fileCount += 1
    documentCount += file.summary.documentCount
    for fault in file.summary.faults { add(fault, of: file, &found) }
    for document in file.summary.documents { add(document, of: file, library, tallies, &found) }
  }

  private mutating func add(
    _ document: DocumentSummary, of file: CatalogSummaries.File, _ library: RuleLibrary,
    _ tallies: TallySums, _ found: inout [ReportedDiagnostic]
  ) {
    tallies.add(document.tallies)
    if !document.name.id.isEmpty { documents[document.name] = document.overview }
    for result in document.results {
      if result.state == .error { isComplete = false }
      var reported = ReportedDiagnostic(
        rule: library.pages[result.rule].id, state: result.state,
        severity: document.settings.severity(of: result.rule), message: result.message, file: file.source.path,
        range: result.range, document: document.name, path: result.path, anchor: result.anchor,
        related: result.related, fix: result.fix)
      reported.isLocked = document.settings.isLocked(result.rule)
      reported.nameDocument(orFile: file.path)
      found.append(reported)
    }
  }

  /// The finished report.
  mutating func outcome() -> LintOutcome {
    var sorted = rules.values.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
    for index in sorted.indices { sorted[index].packTitle = packTitles[sorted[index].pack] }
    let positions = Dictionary(sorted.enumerated().map { ($1.id, $0) }) { first, _ in first }
    // Taken out, so that they are not copied when they are numbered.
    var ordered = diagnostics
    diagnostics = []
    putInOrder(&ordered)
    for index in ordered.indices { ordered[index].ruleIndex = positions[ordered[index].rule] }
    let report = LintReport(
      version: Tool.version, isComplete: isComplete && !hasFailed, fileCount: fileCount,
      documentCount: documentCount, rules: sorted, diagnostics: ordered, sources: sources, documents: documents,
      failures: messages.filter(\.isFailure).map(\.text))
    return LintOutcome(
      report: report, messages: messages, language: language, counters: counters, decisions: decisions, change: change)
  }

  /// Sorts diagnostics by file and place; small keys are moved about rather than the diagnostics.
  private func putInOrder(_ diagnostics: inout [ReportedDiagnostic]) {
    if isInOrder(diagnostics) { return }
    let ranks = fileRanks(of: diagnostics)
    var keys = diagnostics.indices.map { index in
      (file: ranks[index], start: diagnostics[index].range.start, index: index)
    }
    keys.sort { left, right in
      if left.file != right.file { return left.file < right.file }
      if left.start != right.start { return left.start < right.start }
      return ReportAssembly.precedesInPlace(diagnostics[left.index], diagnostics[right.index])
    }
    // Each is moved to its place along the circles of the permutation; to copy them would count many references.
    var sources = keys.map(\.index)
    for start in sources.indices {
      var place = start
      while sources[place] != start {
        let source = sources[place]
        diagnostics.swapAt(place, source)
        sources[place] = place
        place = source
      }
      sources[place] = place
    }
  }

  /// For each diagnostic the position of its file among all files.
  private func fileRanks(of diagnostics: [ReportedDiagnostic]) -> [Int] {
    var ranks: [Int] = []
    ranks.reserveCapacity(diagnostics.count)
    // Files come one after the other, as a rule, so that each need only be held against the one before.
    for index in diagnostics.indices {
      guard index > 0, let last = ranks.last else {
        ranks.append(0)
        continue
      }
      if diagnostics[index].file == diagnostics[index - 1].file {
        ranks.append(last)
      } else if PathName.precedes(diagnostics[index - 1].file, diagnostics[index].file) {
        ranks.append(last + 1)
      } else {
        break
      }
    }
    if ranks.count == diagnostics.count { return ranks }
    let files = Set(diagnostics.map(\.file)).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let known = Dictionary(files.enumerated().map { ($1, $0) }) { first, _ in first }
    return diagnostics.map { known[$0.file] ?? 0 }
  }

  /// Whether every diagnostic comes after the one before, as those of a single catalog do.
  private func isInOrder(_ diagnostics: [ReportedDiagnostic]) -> Bool {
    for index in diagnostics.indices.dropFirst() {
      let (left, right) = (index - 1, index)
      if diagnostics[left].file != diagnostics[right].file {
        guard PathName.precedes(diagnostics[left].file, diagnostics[right].file) else { return false }
      } else if diagnostics[left].range.start != diagnostics[right].range.start {
        guard diagnostics[left].range.start < diagnostics[right].range.start else { return false }
      } else if ReportAssembly.precedesInPlace(diagnostics[right], diagnostics[left]) {
        return false
      }
    }
    return true
  }

  // The message decides last, so that the order is total whatever the workers did.
  private static func precedesInPlace(_ left: ReportedDiagnostic, _ right: ReportedDiagnostic) -> Bool {
    if left.rule != right.rule { return left.rule.utf8.lexicographicallyPrecedes(right.rule.utf8) }
    if left.range.end != right.range.end { return left.range.end < right.range.end }
    return left.message.zh.utf8.lexicographicallyPrecedes(right.message.zh.utf8)
  }
}

/// The files of a catalog by their paths: those in which something was found, and all others once one of them is asked
/// for.
private struct FoundSources {
  private var known: [String: SourceFile] = [:]
  private var others: [CatalogSummaries.File]

  /// Starts without a file in which something was found.
  init(among files: [CatalogSummaries.File]) { others = files }

  /// Adds a file.
  mutating func add(_ source: SourceFile) { known[source.path] = source }

  /// The file at a path.
  mutating func source(at path: String) -> SourceFile? {
    if let source = known[path] { return source }
    for file in others where known[file.source.path] == nil { known[file.source.path] = file.source }
    others = []
    return known[path]
  }
}

extension ReportedDiagnostic {
  /// Names the document of the key by its file where it has no id: from the catalog's folder, so that the key is the same
  /// wherever the tool is started.
  fileprivate mutating func nameDocument(orFile path: String) {
    if document?.id.isEmpty ?? true { key.document = path }
  }
}

/// The tool itself.
package enum Tool {
  /// Version, as reports and `--version` print it.
  package static let version = "0.1.0"
}
