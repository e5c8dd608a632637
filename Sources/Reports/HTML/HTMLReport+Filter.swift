internal import Diagnostics
internal import Encoding
internal import Rules

extension HTMLReport {
  /// Writes the filter, hidden until the script is there to serve it; the script fills in departments and rules.
  mutating func writeFilter() {
    page.begin("form", class: "filter")
    page.attribute("id", literal: "filter")
    page.attribute("role", literal: "search")
    page.attribute("aria-label", Messages.filter[language])
    page.flag("hidden")
    page.endLine()
    select("department", Messages.department, [])
    select("rule", Messages.rule, [])
    select(
      "severity", Messages.severity,
      Severity.allCases.reversed().map { (TallyClass($0).style, Messages.label(Messages.name(of: $0))) })
    select(
      "state", Messages.state,
      [("f", Messages.openState)]
        + [TallyClass.waived, .baseline, .unevaluated].map { ($0.style, Messages.label(Messages.name(of: $0))) })
    beginField(Messages.search)
    page.void("input")
    page.attribute("type", literal: "search")
    page.attribute("name", literal: "words")
    page.attribute("autocomplete", literal: "off")
    page.end()
    page.begin("button")
    page.attribute("type", literal: "reset")
    both(Messages.clearFilter)
    page.end()
    page.endLine()
    page.begin("output")
    page.attribute("aria-live", literal: "polite")
    both(Messages.shown(of: report.diagnostics.count))
    page.end()
    page.end()
    page.endLine()
    page.begin("p", class: "nothing")
    page.attribute("id", literal: "nothing")
    page.flag("hidden")
    both(Messages.nothingShown)
    page.end()
    page.endLine()
    page.begin("template")
    page.attribute("id", literal: "only")
    page.begin("button", class: "only")
    page.attribute("type", literal: "button")
    both(Messages.onlyThisRule)
    page.end()
    page.end()
    page.endLine()
  }

  /// Opens a labelled field.
  private mutating func beginField(_ name: LocalizedText) {
    page.begin("label")
    both(name)
  }

  /// Writes a choice; its first option stands for everything.
  private mutating func select(
    _ field: StaticString, _ name: LocalizedText, _ options: [(value: StaticString, name: LocalizedText)]
  ) {
    beginField(name)
    page.begin("select")
    page.attribute("name", literal: field)
    for option in [(value: "", name: Messages.everything)] + options {
      page.begin("option")
      page.attribute("value", literal: option.value)
      page.attribute("data-zh", option.name.zh)
      page.attribute("data-en", option.name.en)
      page.text(option.name[language])
      page.end()
    }
    page.end()
    page.end()
    page.endLine()
  }
}
