internal import Encoding
internal import Diagnostics
internal import Rules

extension TextReport {
  /// Writes what the run comes to: a table per aspect, the diagnostics by severity, and what was read.
  mutating func writeSummary() {
    guard report.documentCount > 0 || !report.diagnostics.isEmpty else {
      sentence(Messages.nothingRead[language])
      writeCompleteness()
      return
    }
    writeFrequentRules()
    if !report.rules.isEmpty {
      for (index, row) in ColumnTable.lines(aspectRows(), width: width).enumerated() {
        line(row, index == 0 ? .strong : .plain)
      }
      endLine()
    }
    writeVerdict()
    writeFixable()
    let checked = Messages.checked(
      files: report.fileCount, documents: report.documentCount, rules: report.rules.count)
    sentence(checked[language])
    writeCompleteness()
  }

  /// How many diagnostics make a report long.
  private static let longReport = 50
  /// How many rules the table of a long report names.
  private static let ruleLimit = 10

  /// Names the rules that found most, where a report is too long to be seen at once.
  private mutating func writeFrequentRules() {
    guard report.diagnostics.count >= Self.longReport else { return }
    var rows = [Messages.frequentHeader.map { $0[language] }]
    for entry in ReportTally(report).entries.prefix(Self.ruleLimit) {
      rows.append([VisibleText.line(entry.id), String(entry.counts.total)])
    }
    for (index, row) in ColumnTable.lines(rows, width: width).enumerated() {
      line(row, index == 0 ? .strong : .plain)
    }
    endLine()
  }

  /// One row per aspect, and one for rules about codes if any ran.
  private func aspectRows() -> [[String]] {
    var rows = [Messages.tableHeader.map { $0[language] }]
    for aspect in Aspect.allCases { rows.append(aspectRow(aspect)) }
    if report.rules.contains(where: { $0.aspect == nil }) { rows.append(aspectRow(nil)) }
    return rows
  }

  /// Adds up the results of the rules of one aspect.
  private func aspectRow(_ aspect: Aspect?) -> [String] {
    let rules = report.rules.filter { $0.aspect == aspect }
    let counts = rules.reduce(into: ResultCounts()) { $0 += $1.counts }
    return [Messages.name(of: aspect)[language]]
      + [rules.count, counts.pass, counts.fail, counts.notApplicable].map(String.init)
  }

  /// Says how many diagnostics there are of each severity, or that there are none.
  private mutating func writeVerdict() {
    var bySeverity: [Severity: Int] = [:]
    var waived = 0
    var inBaseline = 0
    var unevaluated = 0
    // By index, here and below: to copy a diagnostic counts two dozen references.
    for index in report.diagnostics.indices {
      switch report.diagnostics[index].state {
      case .waived where report.diagnostics[index].acceptance?.kind == .baseline: inBaseline += 1
      case .waived: waived += 1
      case .error: unevaluated += 1
      case .fail, .pass, .notApplicable: bySeverity[report.diagnostics[index].severity, default: 0] += 1
      }
    }
    let separator = Messages.countSeparator[language]
    let found = Severity.allCases.reversed().compactMap { severity in
      bySeverity[severity].map { Messages.count($0, of: severity)[language] }
    }
    if let worst = bySeverity.keys.max() {
      sentence(Messages.found(found.joined(separator: separator))[language], TextStyle(worst))
    } else if unevaluated == 0, report.isComplete {
      sentence(Messages.noFindings[language], .success)
    }
    var besides: [String] = []
    if waived > 0 { besides.append(Messages.waivedCount(waived)[language]) }
    if inBaseline > 0 { besides.append(Messages.baselineCount(inBaseline)[language]) }
    if unevaluated > 0 { besides.append(Messages.unevaluatedCount(unevaluated)[language]) }
    guard !besides.isEmpty else { return }
    sentence(Messages.besides(besides.joined(separator: separator))[language], unevaluated > 0 ? .error : .plain)
  }

  /// Says what a machine can repair.
  private mutating func writeFixable() {
    var (safe, unsafe) = (0, 0)
    for index in report.diagnostics.indices where report.diagnostics[index].state == .fail {
      switch report.diagnostics[index].fix?.applicability {
      case .safe: safe += 1
      case .unsafe: unsafe += 1
      case .suggestion, nil: break
      }
    }
    if safe + unsafe > 0 { sentence(Messages.fixable(safe, unsafe: unsafe)[language]) }
  }

  /// Writes a wrapped paragraph in one style.
  private mutating func sentence(_ text: String, _ style: TextStyle = .plain) {
    for wrapped in LineWrapping.lines(of: text, width: width) { line(wrapped, style) }
  }

  /// Warns where the run could not judge everything.
  private mutating func writeCompleteness() {
    guard !report.isComplete else { return }
    sentence(Messages.incomplete[language], .error)
  }
}
