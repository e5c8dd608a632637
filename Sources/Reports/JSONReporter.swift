internal import Diagnostics
package import Encoding
package import Rules
internal import SourceText

/// Writes the report that programs read: everything, in both languages where messages are concerned.
package struct JSONReporter: Reporter {
  /// Makes a reporter; it has no settings of its own.
  package init() {}

  /// Streams the report as one JSON object.
  package func write(
    _ report: LintReport, options: ReportOptions, locator: SourceLocator, to sink: @escaping ByteSink
  ) {
    var document = JSONReport(report: report, language: options.language, locator: locator, sink: sink)
    document.write()
  }
}

/// One JSON report while it is written.
private struct JSONReport: ~Copyable {
  /// What is written.
  let report: LintReport
  /// Language of `message`, `why` and `remedy`.
  let language: Language
  /// Takes the values.
  var json: JSONWriter
  /// Turns offsets into lines and columns.
  let locator: SourceLocator

  /// Begins a report.
  init(report: LintReport, language: Language, locator: SourceLocator, sink: @escaping ByteSink) {
    self.report = report
    self.language = language
    json = JSONWriter(layout: .pretty, sink: sink)
    self.locator = locator
  }

  /// Writes the top-level members in the order of the contract.
  mutating func write() {
    json.beginObject()
    json.key("tool")
    json.beginObject(inline: true)
    json.member("name", "guidelint")
    json.member("version", report.version)
    json.endObject()
    json.member("complete", report.isComplete)
    writeSummary()
    json.key("rules")
    json.beginArray()
    for rule in report.rules { write(rule) }
    json.endArray()
    json.key("diagnostics")
    json.beginArray()
    for diagnostic in report.diagnostics { write(diagnostic) }
    json.endArray()
    json.endObject()
    json.finish()
  }

  /// Writes what was read and the counts over all rules.
  private mutating func writeSummary() {
    json.key("summary")
    json.beginObject(inline: true)
    json.member("files", report.fileCount)
    json.member("documents", report.documentCount)
    json.member("rules", report.rules.count)
    write(report.counts)
    json.endObject()
  }

  /// Writes the five counts as members of the open object.
  private mutating func write(_ counts: ResultCounts) {
    json.member("pass", counts.pass)
    json.member("fail", counts.fail)
    json.member("notApplicable", counts.notApplicable)
    json.member("waived", counts.waived)
    json.member("error", counts.error)
  }

  /// Writes a rule with its counts, on one line.
  private mutating func write(_ rule: RuleSummary) {
    json.beginObject(inline: true)
    json.member("id", rule.id)
    json.member("severity", rule.severity.token)
    json.member("aspect", rule.aspect?.rawValue)
    write(rule.counts)
    json.endObject()
  }

  /// Writes a diagnostic with all members; those that do not apply are null.
  private mutating func write(_ diagnostic: ReportedDiagnostic) {
    let rule = report.rule(of: diagnostic)
    json.beginObject()
    json.member("rule", diagnostic.rule)
    json.member("state", diagnostic.state.token)
    write(diagnostic.acceptance)
    json.member("severity", diagnostic.severity.token)
    json.member("aspect", rule?.aspect?.rawValue)
    json.member("defect", rule?.defect?.rawValue)
    json.member("message", diagnostic.message[language])
    write(diagnostic.message)
    json.member("file", diagnostic.file)
    write(diagnostic.range, in: diagnostic.file)
    write(diagnostic.document)
    json.member("path", diagnostic.path)
    json.member("fingerprint", diagnostic.key.fingerprint)
    writeRelated(of: diagnostic)
    json.member("why", rule?.why?[language])
    json.member("remedy", (diagnostic.remedy ?? rule?.remedy)?[language])
    write(rule?.sources ?? [])
    write(diagnostic.fix, in: diagnostic.file)
    json.endObject()
  }

  /// Writes who accepted a waived result, or null.
  private mutating func write(_ acceptance: Acceptance?) {
    json.key("waiver")
    guard let acceptance else { return json.null() }
    json.beginObject()
    json.member("kind", acceptance.kind.rawValue)
    json.member("reason", acceptance.reason)
    json.member("owner", acceptance.owner)
    json.member("expires", acceptance.expires)
    json.member("file", acceptance.file)
    json.endObject()
  }

  /// Writes how a diagnostic can be repaired, or null.
  private mutating func write(_ fix: Fix?, in path: String) {
    json.key("fix")
    guard let fix else { return json.null() }
    json.beginObject()
    json.member("applicability", fix.applicability.token)
    json.member("title", fix.title[language])
    json.key("edits")
    json.beginArray()
    for edit in fix.edits {
      json.beginObject()
      write(edit.range, in: path)
      json.member("replacement", edit.replacement)
      json.endObject()
    }
    json.endArray()
    json.endObject()
  }

  /// Writes both wordings, whatever language is asked for.
  private mutating func write(_ messages: LocalizedText) {
    json.key("messages")
    json.beginObject()
    json.member("zh", messages.zh)
    json.member("en", messages.en)
    json.endObject()
  }

  /// Writes a range; a file that the report does not carry is read as an empty one, as nothing of it can be named.
  private mutating func write(_ range: SourceRange, in path: String) {
    let file = locator.file(at: path)
    json.key("range")
    json.beginObject(inline: true)
    json.key("start")
    write(file?.position(at: range.start), offset: range.start)
    json.key("end")
    write(file?.position(at: range.end), offset: range.end)
    json.endObject()
  }

  /// Writes one end of a range.
  private mutating func write(_ position: Position?, offset: UInt32) {
    json.beginObject(inline: true)
    json.member("line", position?.line ?? 1)
    json.member("column", position?.column ?? 1)
    json.member("offset", Int(offset))
    json.endObject()
  }

  /// Writes the name of a document, or null where none could be read.
  private mutating func write(_ document: DocumentName?) {
    json.key("document")
    guard let document else { return json.null() }
    json.beginObject(inline: true)
    json.member("kind", document.kind)
    json.member("id", document.id)
    json.endObject()
  }

  /// Writes the further places, each with the file it is in.
  private mutating func writeRelated(of diagnostic: ReportedDiagnostic) {
    json.key("related")
    json.beginArray()
    for label in diagnostic.related {
      let file = label.file ?? diagnostic.file
      json.beginObject()
      json.member("file", file)
      write(label.range, in: file)
      json.member("message", label.text?[language])
      json.endObject()
    }
    json.endArray()
  }

  /// Writes the law behind a rule.
  private mutating func write(_ sources: [LegalSource]) {
    json.key("sources")
    json.beginArray()
    for source in sources {
      json.beginObject(inline: true)
      json.member("title", source.title)
      json.member("article", source.article)
      json.member("url", source.url)
      json.endObject()
    }
    json.endArray()
  }
}
