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
    page.beginDocument()
    page.begin("html")
    page.attribute("lang", tag(of: language))
    page.endLine()
    writeHead()
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

  /// BCP 47 tag of a language for the page as a whole; single texts say `zh`, by which they are shown or hidden.
  private func tag(of language: Language) -> String { language == .zh ? "zh-Hans" : "en" }

  /// Writes title, policy and style.
  private mutating func writeHead() {
    page.begin("head")
    page.endLine()
    meta("charset", "utf-8")
    // Nothing is loaded from anywhere; the page's own style and script are known by their digests.
    page.void("meta")
    page.attribute("http-equiv", literal: "Content-Security-Policy")
    page.attribute(
      "content",
      "default-src 'none'; img-src data:; style-src '\(PageStyle.digest)'; script-src '\(PageScript.digest)'; "
        + "base-uri 'none'; form-action 'none'")
    page.endLine()
    page.void("meta")
    page.attribute("name", literal: "viewport")
    page.attribute("content", literal: "width=device-width, initial-scale=1")
    page.endLine()
    page.void("meta")
    page.attribute("name", literal: "generator")
    page.attribute("content", "guidelint \(report.version)")
    page.endLine()
    // Without an icon of its own, a browser asks the server for one.
    page.void("link")
    page.attribute("rel", literal: "icon")
    page.attribute("href", literal: "data:,")
    page.endLine()
    page.begin("title")
    page.attribute("data-zh", Messages.pageTitle.zh)
    page.attribute("data-en", Messages.pageTitle.en)
    page.text(Messages.pageTitle[language])
    page.end()
    page.endLine()
    page.begin("style")
    page.raw(PageStyle.text)
    page.end()
    page.endLine()
    page.end()
    page.endLine()
  }

  /// Writes a `meta` with one attribute.
  private mutating func meta(_ name: StaticString, _ value: String) {
    page.void("meta")
    page.attribute(name, value)
    page.endLine()
  }

  /// Writes the two switches that show a language; they stand before everything that they switch, their labels in the
  /// masthead.
  private mutating func writeLanguageChoice() {
    for choice in Language.allCases {
      page.void("input")
      page.attribute("type", literal: "radio")
      page.attribute("name", literal: "lang")
      page.attribute("class", literal: "choice")
      page.attribute("id", "lang-\(choice.rawValue)")
      page.attribute("aria-label", choice == .zh ? "中文" : "English")
      if choice == language { page.flag("checked") }
      page.endLine()
    }
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
    page.begin("p", class: "languages")
    for choice in Language.allCases {
      page.begin("label")
      page.attribute("for", "lang-\(choice.rawValue)")
      page.text(choice == .zh ? "中文" : "English")
      page.end()
    }
    page.end()
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
