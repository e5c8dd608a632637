internal import Diagnostics
internal import Encoding
internal import Rules

extension HTMLReport {
  /// Writes a card for each rule that found something: what its diagnostics share, said once.
  mutating func writeRules() {
    guard tally.entries.contains(where: { $0.ruleIndex != nil }) else { return }
    page.begin("section")
    page.attribute("id", literal: "rules")
    page.attribute("aria-labelledby", literal: "rules-title")
    page.begin("h2")
    page.attribute("id", literal: "rules-title")
    both(Messages.ruleCards)
    page.end()
    page.endLine()
    for entry in tally.entries {
      guard let index = entry.ruleIndex, let number = cardNumbers[index] else { continue }
      writeCard(of: report.rules[index], number: number, entry.counts)
    }
    page.end()
    page.endLine()
  }

  /// Writes the card of one rule.
  private mutating func writeCard(of rule: RuleSummary, number: Int, _ counts: ClassCounts) {
    page.begin("article", class: "rule")
    page.attribute("id", prefix: "r", number)
    page.attribute("data-rule", VisibleText.line(rule.id))
    page.begin("h3")
    both(rule.summary)
    page.end()
    page.endLine()
    page.begin("p", class: "facts")
    page.begin("b", class: TallyClass(rule.severity).style)
    both(Messages.label(Messages.name(of: rule.severity)))
    page.end()
    page.begin("code")
    visible(rule.id)
    page.end()
    both(Messages.label(Messages.name(of: rule.aspect)))
    if let defect = rule.defect { both(Messages.label(defect.name)) }
    if let title = rule.packTitle { both(title) }
    both(Messages.places(counts.total))
    page.end()
    page.endLine()
    if rule.why != nil || rule.remedy != nil || !rule.sources.isEmpty { writeExplanation(of: rule) }
    page.end()
    page.endLine()
  }

  /// Writes why, what to do, and the law.
  private mutating func writeExplanation(of rule: RuleSummary) {
    page.begin("dl")
    entry(Messages.whyTitle, rule.why)
    entry(Messages.remedyTitle, rule.remedy)
    if !rule.sources.isEmpty {
      term(Messages.sourceTitle)
      for source in rule.sources { write(source) }
    }
    page.end()
  }

  /// Writes one text of a card under its name.
  private mutating func entry(_ name: LocalizedText, _ text: LocalizedText?) {
    guard let text else { return }
    term(name)
    page.begin("dd")
    both(text)
    page.end()
    page.endLine()
  }

  /// Writes the name of what follows.
  private mutating func term(_ name: LocalizedText) {
    page.begin("dt")
    both(name)
    page.end()
  }

  /// Writes a legal source; only an address of the web becomes a link.
  private mutating func write(_ source: LegalSource) {
    page.begin("dd")
    var cited = source
    cited.url = nil
    if let url = source.url, isWebAddress(url) {
      page.begin("a")
      page.attribute("href", url)
      page.attribute("rel", literal: "noreferrer")
      visible(cited.citation)
      page.end()
    } else {
      visible(source.citation)
    }
    page.end()
    page.endLine()
  }

  /// Whether an address is one that a reader may follow: `javascript:` and the like are shown as text, and so is what
  /// holds anything but visible ASCII characters.
  private func isWebAddress(_ url: String) -> Bool {
    ["https://", "http://"].contains { url.utf8.starts(with: $0.utf8) }
      && url.utf8.allSatisfy { (0x21...0x7E).contains($0) }
  }
}

extension TallyClass {
  /// The class of open diagnostics of a severity.
  init(_ severity: Severity) {
    switch severity {
    case .error: self = .error
    case .warning: self = .warning
    case .info: self = .info
    }
  }
}
