internal import Diagnostics
internal import Encoding
internal import Rules
internal import SourceText

extension TallyClass {
  /// CSS class.
  var style: StaticString {
    switch self {
    case .error: "e"
    case .warning: "w"
    case .info: "i"
    case .waived: "v"
    case .baseline: "b"
    case .unevaluated: "x"
    }
  }
}

extension HTMLReport {
  /// How many related places are shown; a group rule may name hundreds.
  private static let relatedLimit = 5

  /// Writes the filter and every diagnostic, by document.
  mutating func writeFindings() {
    page.begin("section")
    page.attribute("id", literal: "findings")
    page.attribute("aria-labelledby", literal: "findings-title")
    page.begin("h2")
    page.attribute("id", literal: "findings-title")
    both(Messages.findings)
    page.end()
    page.endLine()
    writeFilter()
    for group in groups { write(group) }
    page.end()
    page.endLine()
  }

  /// Writes the diagnostics of a document under its name, department and file.
  private mutating func write(_ group: DocumentGroup) {
    page.begin("section", class: "doc")
    page.attribute("lang", literal: "zh-Hans")
    page.begin("header")
    page.begin("h3")
    visible(group.title(in: report))
    page.end()
    if let document = group.document {
      page.begin("p")
      if let department = group.overview(in: report)?.department {
        page.begin("span", class: "dept")
        visible(department)
        page.end()
      }
      if !document.id.isEmpty { code(document.id) }
      code(group.file)
      page.end()
    }
    page.end()
    page.endLine()
    page.begin("ol")
    page.endLine()
    for index in group.members {
      write(report.diagnostics[index])
      page.endLine()
    }
    page.end()
    page.end()
    page.endLine()
  }

  /// Writes a name in code letters.
  private mutating func code(_ name: String) {
    page.begin("code")
    visible(name)
    page.end()
  }

  /// Writes one diagnostic.
  private mutating func write(_ diagnostic: ReportedDiagnostic) {
    let kind = TallyClass(diagnostic)
    let badge = Messages.badge(diagnostic.severity, kind)
    page.begin("li", class: style(of: diagnostic.severity, kind))
    message(of: diagnostic, diagnostic.message.zh, "zh", badge.zh)
    message(of: diagnostic, diagnostic.message.en, "en", badge.en)
    writeRuleLink(of: diagnostic)
    writeExcerpt(of: diagnostic.range, in: diagnostic.file)
    // The lines of a baseline say no more than their badge.
    if let acceptance = diagnostic.acceptance, kind == .waived { note(Messages.accepted(acceptance), "note waiver") }
    if let remedy = diagnostic.remedy { note(Messages.remedy(remedy), "note") }
    // A stub says no more than the remedy, and thousands of them would make the page long.
    if let fix = diagnostic.fix, fix.applicability != .suggestion { note(Messages.fixable(fix), "note") }
    writeRelated(of: diagnostic)
    page.end()
  }

  /// CSS classes: the severity, then the state where it is not a plain failure.
  private func style(of severity: Severity, _ kind: TallyClass) -> StaticString {
    switch (severity, kind) {
    case (.error, .waived): "e v"
    case (.warning, .waived): "w v"
    case (.info, .waived): "i v"
    case (.error, .baseline): "e b"
    case (.warning, .baseline): "w b"
    case (.info, .baseline): "i b"
    case (.error, .unevaluated): "e x"
    case (.warning, .unevaluated): "w x"
    case (.info, .unevaluated): "i x"
    case (.error, _): "e"
    case (.warning, _): "w"
    case (.info, _): "i"
    }
  }

  /// Writes one wording of the message behind its severity.
  private mutating func message(
    of diagnostic: ReportedDiagnostic, _ text: String, _ tag: StaticString, _ severity: String
  ) {
    page.begin("p")
    page.attribute("lang", literal: tag)
    page.element("b", severity)
    prose(text)
    page.end()
  }

  /// Writes the rule id as a link to its card.
  private mutating func writeRuleLink(of diagnostic: ReportedDiagnostic) {
    let index = diagnostic.ruleIndex.flatMap { cardNumbers.indices.contains($0) ? $0 : nil }
    writeRuleLink(diagnostic.rule, index.flatMap { cardNumbers[$0] })
  }

  /// Writes a rule id, as a link where the rule has a card.
  mutating func writeRuleLink(_ id: String, _ card: Int?) {
    page.begin("a")
    if let card { page.attribute("href", prefix: "#r", card) }
    visible(id)
    page.end()
  }

  /// Writes a remark below the excerpt.
  private mutating func note(_ text: LocalizedText, _ style: StaticString) { both(text, in: "p", class: style) }

  /// Writes the further places that explain a diagnostic.
  private mutating func writeRelated(of diagnostic: ReportedDiagnostic) {
    guard !diagnostic.related.isEmpty else { return }
    page.begin("ul", class: "related")
    for label in diagnostic.related.prefix(Self.relatedLimit) {
      let file = label.file ?? diagnostic.file
      page.begin("li")
      if let text = label.text { both(text) } else { both(Messages.relatedPlace) }
      if file != diagnostic.file { code(file) }
      writeExcerpt(of: label.range, in: file)
      page.end()
    }
    let further = diagnostic.related.count - Self.relatedLimit
    if further > 0 {
      page.begin("li")
      both(Messages.furtherPlaces(further))
      page.end()
    }
    page.end()
  }

  /// Writes the line of a range, underlined, behind its number; a file without text has no line to show.
  private mutating func writeExcerpt(of range: SourceRange, in path: String) {
    guard let file = locator.file(at: path), !file.source.bytes.isEmpty else { return }
    let cut = LineCut(of: range, in: file)
    page.begin("pre")
    page.begin("b")
    page.text(cut.line)
    page.end()
    if cut.isCutLeft { page.raw(literal: "…") }
    file.source.bytes.withUnsafeBufferPointer { bytes in
      visible(UnsafeBufferPointer(rebasing: bytes[cut.shown.lowerBound..<cut.marked.lowerBound]))
      page.begin("mark")
      visible(UnsafeBufferPointer(rebasing: bytes[cut.marked]))
      page.end()
      visible(UnsafeBufferPointer(rebasing: bytes[cut.marked.upperBound..<cut.shown.upperBound]))
    }
    if cut.isCutRight { page.raw(literal: "…") }
    if let last = cut.lastLine {
      page.raw(literal: " ")
      both(Messages.goesOn(toLine: last), in: "small")
    }
    page.end()
  }
}
