package import Diagnostics
internal import Encoding
package import Rules

/// An example of a rule with what the tool says of it.
package struct ShownExample: Sendable {
  /// The example.
  package var example: RuleExample
  /// The documents as a user would write them, without mark lines.
  package var text: String
  /// Its findings; nil for an example that has none.
  package var report: LintReport?
  /// The documents once they are fixed; nil where nothing is shown.
  package var fixed: String?
  /// Flowcharts of Mermaid for documents whose steps or members are a graph.
  package var pictures: [String] = []

  /// Shows an example.
  package init(example: RuleExample, text: String, report: LintReport?, fixed: String? = nil) {
    self.example = example
    self.text = text
    self.report = report
    self.fixed = fixed
  }
}

/// Writes the page of a rule in Markdown, in Chinese and English.
package struct RulePageWriter {
  /// Columns of the findings that pages show.
  private static let width = 96

  private let page: Rule.Page
  private var markdown = MarkdownWriter()

  /// The page of a rule.
  /// - Parameters:
  ///   - bad: an example that fails.
  ///   - ok: the same matter put right, or another example that holds.
  ///   - fixed: an example that shows what the rule's fix does.
  package static func text(
    _ page: Rule.Page, pack: LocalizedText, bad: ShownExample?, ok: ShownExample?, fixed: ShownExample? = nil
  ) -> String {
    var writer = RulePageWriter(page)
    writer.writeFacts(pack: pack)
    writer.writeTexts()
    writer.writeSources()
    writer.writeParameters()
    if let bad { writer.write(bad, Messages.wrongExample) }
    if let ok { writer.write(ok, Messages.rightExample) }
    if let fix = page.fix { writer.write(fix, fixed) }
    writer.writeExceptions()
    return writer.markdown.text
  }

  private init(_ page: Rule.Page) { self.page = page }

  private mutating func heading(_ words: LocalizedText) { markdown.heading(2, "\(words.zh) · \(words.en)") }

  private mutating func writeFacts(pack: LocalizedText) {
    markdown.line(Messages.generated)
    markdown.heading(1, page.id)
    markdown.endParagraph()
    markdown.line("**\(MarkdownWriter.escaped(page.summary.zh))**<br>")
    markdown.line("**\(MarkdownWriter.escaped(page.summary.en))**")
    markdown.tableHeader(["", ""])
    fact(Messages.severity, "\(Messages.name(of: page.severity).zh) · \(page.severity.token)")
    fact(Messages.level, MarkdownWriter.code(page.level.rawValue))
    fact(Messages.pack, "[\(page.pack)](README.md#\(page.pack)) \(pack.zh) · \(pack.en)")
    fact(Messages.documents, page.kinds.map(MarkdownWriter.code).joined(separator: " "))
    if page.aspect != nil {
      let name = Messages.name(of: page.aspect)
      fact(Messages.question, "\(name.zh) · \(name.en)")
    }
    if let defect = page.defect {
      let name = defect.name
      fact(Messages.defectClass, "\(name.zh) · \(name.en)")
    }
    if !page.profiles.isEmpty { fact(Messages.profiles, page.profiles.map(MarkdownWriter.code).joined(separator: " ")) }
  }

  private mutating func fact(_ name: LocalizedText, _ value: String) {
    markdown.row(["\(name.zh) · \(name.en)", value])
  }

  private mutating func writeTexts() {
    for (title, text) in [
      (Messages.whyTitle, page.why), (Messages.remedyTitle, page.remedy), (Messages.askTitle, page.ask),
    ] {
      guard let text else { continue }
      heading(title)
      both(text)
    }
  }

  private mutating func both(_ text: LocalizedText) {
    markdown.paragraph(text.zh)
    markdown.paragraph(text.en)
  }

  private mutating func writeSources() {
    heading(Messages.sourceTitle)
    markdown.endParagraph()
    for source in page.sources { markdown.item(source.citation) }
    if let note = page.note { both(note) }
  }

  private mutating func writeParameters() {
    guard !page.parameters.isEmpty else { return }
    heading(Messages.parametersTitle)
    markdown.tableHeader(
      [Messages.parameterName, Messages.parameterType, Messages.parameterDefault, Messages.parameterMeaning]
        .map { "\($0.zh) · \($0.en)" })
    for parameter in page.parameters {
      let value = parameter.defaultValue.map { MarkdownWriter.escaped($0.words) } ?? "–"
      let meaning = "\(parameter.description.zh)<br>\(MarkdownWriter.escaped(parameter.description.en))"
      markdown.row([MarkdownWriter.code(parameter.name), parameter.kind.rawValue, value, meaning])
    }
  }

  private mutating func write(_ shown: ShownExample, _ title: LocalizedText) {
    heading(title)
    markdown.paragraph(shown.example.name)
    markdown.code(shown.text, language: "yaml")
    for file in shown.example.files {
      markdown.paragraph(MarkdownWriter.code(file.path))
      markdown.code(file.text, language: "yaml")
    }
    for picture in shown.pictures { markdown.code(picture, language: "mermaid") }
    guard let report = shown.report else { return }
    for language in [Language.zh, .en] {
      var bytes: [UInt8] = []
      let options = ReportOptions(language: language, width: RulePageWriter.width)
      TextReporter().writeDiagnostics(of: report, options: options) { bytes.append(contentsOf: $0) }
      markdown.code(String(decoding: bytes, as: UTF8.self), language: "text")
    }
  }

  /// Says what the fix does, and shows it on an example.
  private mutating func write(_ fix: RuleFixPage, _ shown: ShownExample?) {
    heading(Messages.fixTitle)
    markdown.paragraph("\(fix.title.zh)。\(Messages.explanation(of: fix.applicability).zh)")
    markdown.paragraph("Fix: \(fix.title.en). \(Messages.explanation(of: fix.applicability).en)")
    guard let shown, let fixed = shown.fixed else { return }
    let difference = UnifiedDiff.text("example.yaml", from: Array(shown.text.utf8), to: Array(fixed.utf8))
    markdown.code(String(decoding: difference, as: UTF8.self), language: "diff")
  }

  private mutating func writeExceptions() {
    heading(Messages.allowTitle)
    both(Messages.allow)
    var lines = ["overrides:", "  - items: [some-item]"]
    lines.append("    rules: {\(page.id): off}")
    markdown.code(lines.joined(separator: "\n"), language: "yaml")
    if let parameter = page.parameters.first, let value = parameter.defaultValue {
      both(Messages.setParameter)
      markdown.code("rules:\n  \(page.id): {params: {\(parameter.name): \(value.words)}}", language: "yaml")
    }
  }
}
