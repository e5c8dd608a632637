internal import Diagnostics
package import Encoding
package import Rules

/// Writes one page for a browser without network: overview with charts, every diagnostic with its source line, and a
/// card for each rule that found something. It shows both languages, one at a time, and needs no script to be read.
///
/// What all diagnostics of a rule share stands once, in its card; so thousands of them make a page of a few megabytes.
package struct HTMLReporter: Reporter {
  /// Makes a reporter; it has no settings of its own.
  package init() {}

  /// Streams the page; the language of `options` is shown first.
  package func write(
    _ report: LintReport, options: ReportOptions, locator: SourceLocator, to sink: @escaping ByteSink
  ) {
    var page = HTMLReport(report: report, language: options.language, locator: locator, sink: sink)
    page.write()
  }
}

/// One page while it is written.
struct HTMLReport: ~Copyable {
  /// What is reported.
  let report: LintReport
  /// Language shown first.
  let language: Language
  /// The diagnostics, counted.
  let tally: ReportTally
  /// The diagnostics by document.
  let groups: [DocumentGroup]
  /// Numbers of the rules' cards, by index into `LintReport.rules`; nil for rules without one.
  let cardNumbers: [Int?]
  /// Takes the elements.
  var page: HTMLWriter
  /// Turns offsets into lines.
  let locator: SourceLocator

  /// Begins a page.
  init(report: LintReport, language: Language, locator: SourceLocator, sink: @escaping ByteSink) {
    self.report = report
    self.language = language
    tally = ReportTally(report)
    groups = DocumentGroup.all(of: report)
    var numbers = [Int?](repeating: nil, count: report.rules.count)
    for (number, index) in tally.entries.compactMap(\.ruleIndex).enumerated() { numbers[index] = number + 1 }
    cardNumbers = numbers
    page = HTMLWriter(sink: sink)
    self.locator = locator
  }

  /// Writes the page from top to bottom.
  mutating func write() {
    page.beginPage(
      PageHead(
        isChinese: language == .zh, titleZH: Messages.pageTitle.zh, titleEN: Messages.pageTitle.en,
        version: report.version, style: (PageStyle.text, PageStyle.digest), script: (PageScript.text, PageScript.digest)
      ))
    page.begin("body")
    page.endLine()
    writeLanguageChoice()
    writeMasthead()
    page.begin("main")
    page.attribute("id", literal: "main")
    page.endLine()
    writeOverview()
    if !report.diagnostics.isEmpty {
      writeFindings()
      writeRules()
    }
    page.end()
    page.endLine()
    writeFooter()
    page.begin("script")
    page.raw(PageScript.text)
    page.end()
    page.endLine()
    page.finish()
  }

  /// Writes the language switches before everything that they switch, and a link past them.
  private mutating func writeLanguageChoice() {
    page.languageChoice(isChinese: language == .zh)
    page.begin("a", class: "skip")
    page.attribute("href", literal: "#main")
    both(Messages.skip)
    page.end()
    page.endLine()
  }

  /// Writes title, what was checked, the way round the page, and the labels of the language switches.
  private mutating func writeMasthead() {
    page.begin("header", class: "masthead")
    page.begin("div")
    page.begin("h1")
    both(Messages.pageTitle)
    page.end()
    if report.documentCount > 0 || !report.diagnostics.isEmpty {
      both(
        Messages.checked(files: report.fileCount, documents: report.documentCount, rules: report.rules.count),
        in: "p")
    }
    page.end()
    page.languageLabels()
    if !report.diagnostics.isEmpty { writeNavigation() }
    page.end()
    page.endLine()
  }

  /// Writes links to the parts of the page.
  private mutating func writeNavigation() {
    page.begin("nav")
    page.attribute("aria-label", Messages.navigation[language])
    for (target, words) in [
      ("#overview", Messages.overview), ("#findings", Messages.findings), ("#rules", Messages.ruleCards),
    ] {
      page.begin("a")
      page.attribute("href", target)
      both(words)
      page.end()
    }
    page.end()
  }

  /// Writes by what the page was made.
  private mutating func writeFooter() {
    page.begin("footer")
    both(Messages.madeBy(version: report.version), in: "p")
    page.end()
    page.endLine()
  }
}
