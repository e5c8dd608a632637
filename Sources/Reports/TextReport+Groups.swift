internal import Encoding
internal import Diagnostics
internal import Rules

extension TextReport {
  /// Columns of a heading's frame at most.
  private static let frameLimit = 72

  /// Writes the diagnostics in the order that the options ask for. A baseline may hold thousands of faults; who wants
  /// to see those asks for another format.
  mutating func writeDiagnostics() {
    let listed = report.diagnostics.indices.filter { report.diagnostics[$0].acceptance?.kind != .baseline }
    switch grouping {
    case .file: for index in listed { write(report.diagnostics[index]) }
    case .item: writeByItem(listed)
    case .rule: writeByRule(listed)
    }
  }

  /// Writes the diagnostics of some files, but for those that the baseline holds.
  mutating func writeFiles(_ range: Range<Int>) {
    for index in range where report.diagnostics[index].acceptance?.kind != .baseline {
      write(report.diagnostics[index])
    }
  }

  /// Writes each document's diagnostics below its title, department and file.
  private mutating func writeByItem(_ listed: [Int]) {
    for group in DocumentGroup.all(listed, of: report) {
      var lines = [Messages.heading(group.title(in: report), places: group.members.count)[language]]
      if let department = group.overview(in: report)?.department { lines.append(department) }
      if let document = group.document, !document.id.isEmpty { lines.append(document.kind + " " + document.id) }
      if group.document != nil { lines.append(group.file) }
      writeHeading(lines, .strong)
      for index in group.members { write(report.diagnostics[index], in: .item) }
    }
  }

  /// Writes each rule's explanation once, then its places; the gravest rules first, then those with most places.
  private mutating func writeByRule(_ listed: [Int]) {
    var members: [String: [Int]] = [:]
    for index in listed { members[report.diagnostics[index].rule, default: []].append(index) }
    let entries = ReportTally(report).entries
    for severity in Severity.allCases.reversed() {
      for entry in entries {
        guard let indices = members[entry.id],
          indices.map({ report.diagnostics[$0].severity }).max() == severity
        else { continue }
        writeRuleHeading(entry, severity, places: indices.count)
        for index in indices { write(report.diagnostics[index], in: .rule) }
      }
    }
  }

  /// Writes what a rule is about, why, what to do, and the law.
  private mutating func writeRuleHeading(_ entry: ReportTally.Entry, _ severity: Severity, places: Int) {
    let rule = entry.ruleIndex.map { report.rules[$0] }
    let name = Messages.name(of: severity)[language] + " " + entry.id
    var lines = [Messages.heading(name, places: places)[language]]
    if let summary = rule?.summary { lines.append(summary[language]) }
    writeHeading(lines, TextStyle(severity))
    guard let rule, rule.why != nil || rule.remedy != nil || !rule.sources.isEmpty else { return }
    explain(entry.ruleIndex, gutter: 1)
    endLine()
  }

  /// Writes lines in a frame that is open to the right, so that it holds whatever width a terminal gives a character.
  private mutating func writeHeading(_ lines: [String], _ style: TextStyle) {
    let edge = "+" + String(repeating: "-", count: min(width, Self.frameLimit) - 1)
    line(edge, .frame)
    for (index, text) in lines.enumerated() {
      for wrapped in LineWrapping.lines(of: text, width: width - 2) {
        write("| ", .frame)
        line(wrapped, index == 0 ? style : .plain)
      }
    }
    line(edge, .frame)
    endLine()
  }
}
