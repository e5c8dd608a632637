package import Diagnostics
package import Encoding
package import Rules

/// One offline page that holds checklists: filled in on a phone or tablet, or printed and filled in by pen.
///
/// It loads nothing and sends nothing. What is filled in leaves it as a walk's record, which `walk import` reads, or as
/// a copy of the page itself.
package struct ChecklistPage: Sendable {
  /// What the page offers besides the checklists.
  package struct Options: Sendable {
    /// The language shown first.
    package var language: Language
    /// By which version the page is made.
    package var version: String
    /// Whether the print may go beyond one sheet, with an annex of what the linter found.
    package var isFull = false
    /// Modes to choose from, entries of the kit `modes`.
    package var modes: [Kit.Entry] = []
    /// Personas to choose from.
    package var personas: [Kit.Entry] = []
    /// Roles of reviewers to choose from.
    package var roles: [Kit.Entry] = []

    /// A page of the default size that offers no choice yet.
    package init(language: Language, version: String) {
      self.language = language
      self.version = version
    }
  }

  /// What is walked, in order.
  package var checklists: [Checklist]
  /// What the page offers besides.
  package var options: Options

  /// Makes a page of checklists.
  package init(_ checklists: [Checklist], options: Options) {
    self.checklists = checklists
    self.options = options
  }

  /// Streams the page.
  package func write(to sink: @escaping ByteSink) {
    var writer = ChecklistWriter(self, sink: sink)
    writer.write()
  }

  /// What tells this page from every other: two pages from one folder share the browser's store.
  var key: String {
    var hash = StablePlace.hash(of: options.version.utf8)
    for checklist in checklists {
      hash = StablePlace.hash(of: checklist.guide.name.id.utf8, seed: hash)
      for text in [checklist.occasion.date, checklist.occasion.round, checklist.occasion.channel] {
        hash = StablePlace.hash(of: (text ?? "\n").utf8, seed: hash)
      }
      for id in checklist.lines.map(\.id) + checklist.questions.map(\.id) {
        hash = StablePlace.hash(of: id.utf8, seed: hash)
      }
    }
    return StablePlace.digits(hash)
  }
}

/// One page while it is written.
struct ChecklistWriter: ~Copyable {
  /// What is written.
  let content: ChecklistPage
  /// Takes the elements.
  var page: HTMLWriter
  /// Number of the checklist at hand, from 1.
  var number = 0
  /// Number of the row at hand, from 1, which names its radio buttons.
  var row = 0

  /// Begins a page.
  init(_ content: ChecklistPage, sink: @escaping ByteSink) {
    self.content = content
    page = HTMLWriter(sink: sink)
  }

  /// Language shown first.
  var language: Language { content.options.language }

  /// Writes the page from top to bottom.
  mutating func write() {
    page.beginPage(
      PageHead(
        isChinese: language == .zh, titleZH: title.zh, titleEN: title.en, version: content.options.version,
        style: (ChecklistStyle.text, ChecklistStyle.digest), script: (ChecklistScript.text, ChecklistScript.digest)))
    page.begin("body")
    page.attribute("data-page", content.key)
    page.endLine()
    page.languageChoice(isChinese: language == .zh)
    writeMasthead()
    page.begin("main")
    page.attribute("id", literal: "main")
    page.endLine()
    if content.checklists.count > 1 { writeChooser() }
    for checklist in content.checklists {
      number += 1
      row = 0
      write(checklist)
    }
    page.end()
    page.endLine()
    writeBar()
    writeWords()
    page.begin("script")
    page.raw(ChecklistScript.text)
    page.end()
    page.endLine()
    page.finish()
  }

  /// Title of the window: of one checklist its item.
  private var title: LocalizedText {
    guard content.checklists.count == 1, let name = content.checklists.first?.guide.title else {
      return Messages.Page.checklists
    }
    return LocalizedText(
      zh: "\(Messages.Page.checklist.zh)：\(VisibleText.line(name.zh))",
      en: "\(Messages.Page.checklist.en): \(VisibleText.line(name.en))")
  }

  /// Writes a text in both languages.
  mutating func both(_ text: LocalizedText, in name: StaticString = "span", class style: StaticString? = nil) {
    page.both(zh: text.zh, en: text.en, in: name, class: style)
  }

  /// Writes what the page is, and room for what this viewer can do, which only the script finds out.
  private mutating func writeMasthead() {
    page.begin("header", class: "masthead")
    page.begin("a", class: "skip")
    page.attribute("href", literal: "#main")
    both(Messages.Page.skipToChecklist)
    page.end()
    page.begin("h1")
    both(Messages.Page.checklist)
    page.end()
    page.languageLabels()
    page.begin("div", class: "can")
    page.attribute("id", literal: "can")
    page.attribute("role", literal: "status")
    page.end()
    page.begin("noscript")
    both(Messages.Page.noScript, in: "p", class: "warn")
    page.end()
    page.end()
    page.endLine()
  }

  /// Writes the list of several checklists.
  private mutating func writeChooser() {
    page.begin("nav")
    page.attribute("id", literal: "chooser")
    page.attribute("aria-labelledby", literal: "chooser-title")
    page.begin("h2")
    page.attribute("id", literal: "chooser-title")
    both(Messages.Page.choose(content.checklists.count))
    page.end()
    page.begin("ol")
    for (index, checklist) in content.checklists.enumerated() {
      page.begin("li")
      page.begin("a")
      page.attribute("href", prefix: "#w", index + 1)
      both(checklist.guide.title, class: "name")
      if let department = checklist.guide.department { both(department, class: "dept") }
      page.begin("span", class: "count")
      page.end()
      page.end()
      page.end()
      page.endLine()
    }
    page.end()
    page.end()
    page.endLine()
  }

  /// Writes the bar that stays in view: how far one has come, and the way out.
  private mutating func writeBar() {
    page.begin("div", class: "bar")
    page.attribute("id", literal: "bar")
    page.flag("hidden")
    page.begin("div", class: "progress")
    page.attribute("role", literal: "progressbar")
    page.attribute("aria-valuemin", literal: "0")
    page.attribute("aria-labelledby", literal: "done-count")
    page.begin("i")
    page.end()
    page.end()
    page.begin("p")
    page.attribute("id", literal: "done-count")
    page.end()
    page.begin("p", class: "kept")
    page.attribute("id", literal: "kept")
    page.attribute("role", literal: "status")
    page.end()
    button("all", Messages.Page.backToList, class: "plain")
    button("save", Messages.Page.saveRecord, class: "main")
    page.end()
    page.endLine()
  }

  /// Writes a button that the script gives its work.
  mutating func button(_ action: StaticString, _ label: LocalizedText, class style: StaticString) {
    page.begin("button", class: style)
    page.attribute("type", literal: "button")
    page.attribute("data-do", literal: action)
    both(label)
    page.end()
  }

  /// Writes the sentences that the script shows when their time comes.
  private mutating func writeWords() {
    page.begin("div")
    page.attribute("id", literal: "words")
    page.flag("hidden")
    for (key, text) in Messages.Page.scriptWords {
      page.begin("p")
      page.attribute("data-w", literal: key)
      both(text)
      page.end()
      page.endLine()
    }
    page.end()
    page.endLine()
  }
}
