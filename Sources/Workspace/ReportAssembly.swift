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
  private var isComplete = true
  private var counters = WorkCounters()

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

  /// Adds a catalog.
  mutating func add(_ linted: LintedCatalog, library: RuleLibrary, settings: SettingsResolver) {
    counters += linted.counters
    var counts = [ResultCounts](repeating: ResultCounts(), count: library.rules.count)
    var bySource: [String: SourceFile] = [:]
    for (file, isReported) in zip(linted.files, linted.isReported) {
      bySource[file.source.path] = file.source
      if isReported { add(file, library, &counts) } else { addLimits(of: file) }
    }
    for source in linted.baseSources { bySource[source.path] = source }
    for file in linted.removed {
      for document in file.summary.documents { add(document, of: file, library, &counts) }
    }
    for (index, count) in counts.enumerated() where settings.base.isOn(index) || count != ResultCounts() {
      note(library.rules[index].page, severity: settings.base.severity(of: index), count)
    }
    for diagnostic in diagnostics {
      keepSource(diagnostic.file, bySource)
      for label in diagnostic.related { if let path = label.file { keepSource(path, bySource) } }
    }
  }

  private mutating func keepSource(_ path: String, _ known: [String: SourceFile]) {
    if sources[path] == nil, let source = known[path] { sources[path] = source }
  }

  private mutating func note(_ page: Rule.Page, severity: Severity, _ counts: ResultCounts) {
    var summary =
      rules[page.id]
      ?? RuleSummary(
        id: page.id, summary: page.summary, severity: severity, aspect: page.aspect, defect: page.defect,
        why: page.why, remedy: page.remedy, sources: page.sources)
    summary.counts += counts
    rules[page.id] = summary
  }

  /// Reports the bounds reached in a file that is only loaded: what it would have told the others is missing.
  private mutating func addLimits(of file: CatalogSummaries.File) {
    for fault in file.summary.faults where isLimit(fault) { add(fault, of: file) }
  }

  /// Whether a bound was reached, so that something was not looked at.
  private func isLimit(_ fault: FileSummary.Fault) -> Bool { fault.diagnostic.id.hasSuffix("-limit") }

  /// Adds a fault of text, shape or reference.
  private mutating func add(_ fault: FileSummary.Fault, of file: CatalogSummaries.File) {
    if isLimit(fault) { isComplete = false }
    diagnostics.append(
      ReportedDiagnostic(
        rule: fault.diagnostic.id, severity: fault.diagnostic.severity, message: fault.diagnostic.message,
        file: file.source.path, range: fault.diagnostic.range,
        document: fault.document.map { file.summary.documents[$0].name }, path: fault.path,
        related: fault.diagnostic.related, remedy: fault.diagnostic.remedy))
  }

  private mutating func add(
    _ file: CatalogSummaries.File, _ library: RuleLibrary, _ counts: inout [ResultCounts]
  ) {
    fileCount += 1
    documentCount += file.summary.documentCount
    for fault in file.summary.faults { add(fault, of: file) }
    for document in file.summary.documents { add(document, of: file, library, &counts) }
  }

  private mutating func add(
    _ document: DocumentSummary, of file: CatalogSummaries.File, _ library: RuleLibrary,
    _ counts: inout [ResultCounts]
  ) {
    for (rule, tally) in document.tallies.enumerated() {
      counts[rule].pass += Int(tally.pass)
      counts[rule].notApplicable += Int(tally.notApplicable)
    }
    for result in document.results {
      counts[result.rule].add(result.state)
      if result.state == .error { isComplete = false }
      diagnostics.append(
        ReportedDiagnostic(
          rule: library.rules[result.rule].page.id, state: result.state,
          severity: document.settings.severity(of: result.rule),
          message: result.message, file: file.source.path, range: result.range, document: document.name,
          path: result.path, related: result.related))
    }
  }

  /// The finished report.
  func outcome() -> LintOutcome {
    let sorted = rules.values.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
    let positions = Dictionary(sorted.enumerated().map { ($1.id, $0) }) { first, _ in first }
    var ordered = inOrder(diagnostics)
    for index in ordered.indices { ordered[index].ruleIndex = positions[ordered[index].rule] }
    let report = LintReport(
      version: Tool.version, isComplete: isComplete && !hasFailed, fileCount: fileCount,
      documentCount: documentCount, rules: sorted, diagnostics: ordered, sources: sources)
    return LintOutcome(report: report, messages: messages, language: language, counters: counters)
  }

  /// Sorts diagnostics by file and place; small keys are moved about rather than the diagnostics.
  private func inOrder(_ diagnostics: [ReportedDiagnostic]) -> [ReportedDiagnostic] {
    let files = Set(diagnostics.map(\.file)).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let ranks = Dictionary(files.enumerated().map { ($1, $0) }) { first, _ in first }
    var keys = diagnostics.indices.map { index in
      (file: ranks[diagnostics[index].file] ?? 0, start: diagnostics[index].range.start, index: index)
    }
    keys.sort { left, right in
      if left.file != right.file { return left.file < right.file }
      if left.start != right.start { return left.start < right.start }
      return ReportAssembly.precedesInPlace(diagnostics[left.index], diagnostics[right.index])
    }
    return keys.map { diagnostics[$0.index] }
  }

  // The message decides last, so that the order is total whatever the workers did.
  private static func precedesInPlace(_ left: ReportedDiagnostic, _ right: ReportedDiagnostic) -> Bool {
    if left.rule != right.rule { return left.rule.utf8.lexicographicallyPrecedes(right.rule.utf8) }
    if left.range.end != right.range.end { return left.range.end < right.range.end }
    return left.message.zh.utf8.lexicographicallyPrecedes(right.message.zh.utf8)
  }
}

/// The tool itself.
package enum Tool {
  /// Version, as reports and `--version` print it.
  package static let version = "0.1.0"
}
