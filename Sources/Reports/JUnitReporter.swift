internal import Diagnostics
package import Encoding
package import Rules

/// Writes the XML of JUnit, in which build servers show tests: a suite for each file, a test for each rule that a
/// document of it does not meet, and a suite of the rules that all documents meet.
///
/// So the number of tests is that of the tests listed, and the run itself is a test that fails where the run is not
/// complete. How many results there are of each state stands in the properties of the suite of rules.
package struct JUnitReporter: Reporter {
  /// Makes a reporter; it has no settings of its own.
  package init() {}

  /// Streams the suites.
  package func write(
    _ report: LintReport, options: ReportOptions, locator: SourceLocator, to sink: @escaping ByteSink
  ) {
    var document = JUnitReport(report: report, language: options.language, locator: locator, sink: sink)
    document.write()
  }
}

/// One report while it is written.
private struct JUnitReport: ~Copyable {
  /// What is written.
  let report: LintReport
  /// Language of messages.
  let language: Language
  /// Turns offsets into lines and columns.
  let locator: SourceLocator
  /// Takes the elements.
  var xml: XMLWriter

  /// Begins a report.
  init(report: LintReport, language: Language, locator: SourceLocator, sink: @escaping ByteSink) {
    self.report = report
    self.language = language
    self.locator = locator
    xml = XMLWriter(sink: sink)
  }

  /// Writes the suites with their totals before them.
  mutating func write() {
    var suites: [JUnitSuite] = []
    var start = 0
    while start < report.diagnostics.count {
      let suite = JUnitSuite(of: report.diagnostics, from: start)
      suites.append(suite)
      start = suite.end
    }
    let passed = report.rules.filter { $0.counts.pass > 0 && $0.counts.fail + $0.counts.waived + $0.counts.error == 0 }
    let isEmpty = report.documentCount == 0 && report.rules.isEmpty && report.isComplete
    let rulesTests = isEmpty ? 0 : passed.count + 1
    let runErrors = report.isComplete ? 0 : 1
    xml.begin("testsuites")
    xml.attribute("name", "guidelint")
    xml.attribute("tests", suites.reduce(rulesTests) { $0 + $1.cases.count })
    xml.attribute("failures", suites.reduce(0) { $0 + $1.count(of: .fail) })
    xml.attribute("errors", suites.reduce(runErrors) { $0 + $1.count(of: .error) })
    for suite in suites { write(suite) }
    if !isEmpty { writeRules(passed, errors: runErrors) }
    xml.end()
    xml.finish()
  }

  /// Writes the suite of a file.
  private mutating func write(_ suite: JUnitSuite) {
    xml.begin("testsuite")
    xml.attribute("name", suite.file)
    xml.attribute("tests", suite.cases.count)
    xml.attribute("failures", suite.count(of: .fail))
    xml.attribute("errors", suite.count(of: .error))
    xml.attribute("skipped", suite.count(of: .waived))
    xml.attribute("file", suite.file)
    for testCase in suite.cases { write(testCase) }
    xml.end()
  }

  /// Writes what one rule says of one document; its gravest state decides, and all places are listed.
  private mutating func write(_ testCase: JUnitCase) {
    let indices = testCase.indices
    guard let first = indices.first(where: { report.diagnostics[$0].state == testCase.state }) else { return }
    let diagnostic = report.diagnostics[first]
    xml.begin("testcase")
    xml.attribute("name", diagnostic.rule)
    xml.attribute("classname", className(of: diagnostic))
    switch testCase.state {
    case .error: xml.begin("error")
    case .waived: xml.begin("skipped")
    case .pass, .fail, .notApplicable: xml.begin("failure")
    }
    xml.attribute("type", diagnostic.severity.token)
    let places = indices.count > 1 ? Messages.placesOfTest(indices.count)[language] + ": " : ""
    xml.attribute("message", places + Messages.stated(diagnostic, in: language))
    for index in indices { xml.text(text(of: report.diagnostics[index])) }
    if testCase.state != .waived, let remedy = report.remedy(of: diagnostic) {
      xml.text(Messages.remedy[language] + remedy[language] + "\n")
    }
    for source in report.rule(of: diagnostic)?.sources ?? [] {
      xml.text(Messages.source[language] + source.citation + "\n")
    }
    xml.end()
    xml.end()
  }

  /// Place and message on a line.
  private func text(of diagnostic: ReportedDiagnostic) -> String {
    let position = locator.start(of: diagnostic.range, in: diagnostic.file)
    let message = Messages.stated(diagnostic, in: language)
    return "\(diagnostic.file):\(position.line):\(position.column): \(message)\n"
  }

  /// The document, as readers group tests by it; the file where there is none.
  private func className(of diagnostic: ReportedDiagnostic) -> String {
    guard let document = diagnostic.document, !document.id.isEmpty else { return diagnostic.file }
    return document.kind + "." + document.id
  }

  /// Writes the rules that all documents meet, and whether the run came to its end.
  private mutating func writeRules(_ passed: [RuleSummary], errors: Int) {
    xml.begin("testsuite")
    xml.attribute("name", "guidelint")
    xml.attribute("tests", passed.count + 1)
    xml.attribute("failures", 0)
    xml.attribute("errors", errors)
    xml.attribute("skipped", 0)
    writeProperties()
    xml.begin("testcase")
    xml.attribute("name", "run-complete")
    xml.attribute("classname", "guidelint")
    if !report.isComplete {
      xml.begin("error")
      xml.attribute("message", Messages.incomplete[language])
      for failure in report.failures { xml.text(failure[language] + "\n") }
      xml.end()
    }
    xml.end()
    for rule in passed {
      xml.begin("testcase")
      xml.attribute("name", rule.id)
      xml.attribute("classname", "guidelint")
      xml.end()
    }
    xml.end()
  }

  /// Writes what the run counted.
  private mutating func writeProperties() {
    let counts = report.counts
    let figures: [(StaticString, Int)] = [
      ("files", report.fileCount), ("documents", report.documentCount), ("rules", report.rules.count),
      ("pass", counts.pass), ("fail", counts.fail), ("notApplicable", counts.notApplicable),
      ("waived", counts.waived), ("error", counts.error),
    ]
    xml.begin("properties")
    writeProperty("version", report.version)
    writeProperty("complete", report.isComplete ? "true" : "false")
    for (name, figure) in figures { writeProperty(name, String(figure)) }
    xml.end()
  }

  /// Writes one property.
  private mutating func writeProperty(_ name: StaticString, _ value: String) {
    xml.begin("property")
    xml.attribute("name", name.description)
    xml.attribute("value", value)
    xml.end()
  }
}

/// The diagnostics of one file, grouped by rule and document.
private struct JUnitSuite {
  /// Path of the file.
  let file: String
  /// Place behind its last diagnostic.
  let end: Int
  /// The groups, in order of their first diagnostic.
  private(set) var cases: [JUnitCase] = []

  /// Groups the diagnostics of the file that begins at `start`.
  init(of diagnostics: [ReportedDiagnostic], from start: Int) {
    let file = diagnostics[start].file
    var places: [Key: Int] = [:]
    var index = start
    while index < diagnostics.count, diagnostics[index].file == file {
      let key = Key(rule: diagnostics[index].rule, document: diagnostics[index].document)
      if let place = places[key] {
        cases[place].add(index, diagnostics[index].state)
      } else {
        places[key] = cases.count
        cases.append(JUnitCase(index, diagnostics[index].state))
      }
      index += 1
    }
    self.file = file
    end = index
  }

  /// What a test is about.
  private struct Key: Hashable {
    /// Id of the rule.
    var rule: String
    /// The document; nil where none could be read.
    var document: DocumentName?
  }

  /// Number of tests that ended in a state.
  func count(of state: ResultState) -> Int { cases.count { $0.state == state } }
}

/// The diagnostics of one rule in one document.
private struct JUnitCase {
  /// The gravest state: an error outweighs a failure, a failure what was accepted.
  private(set) var state: ResultState
  /// Places in the list of diagnostics.
  private(set) var indices: [Int]

  /// Begins with one diagnostic.
  init(_ index: Int, _ state: ResultState) {
    self.state = state
    indices = [index]
  }

  /// Adds another one.
  mutating func add(_ index: Int, _ state: ResultState) {
    indices.append(index)
    if self.state != .error, state != .waived { self.state = state }
  }
}
