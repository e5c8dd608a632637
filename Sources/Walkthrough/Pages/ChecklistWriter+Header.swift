internal import Diagnostics
internal import Drawing
internal import Encoding
internal import Rules

extension ChecklistWriter {
  /// Writes one checklist.
  mutating func write(_ checklist: Checklist) {
    let guide = checklist.guide
    page.begin("article", class: "walk")
    page.attribute("id", prefix: "w", number)
    page.attribute("data-field", literal: guide.name.kind == "Bundle" ? "bundle" : "item")
    page.attribute("data-document", guide.name.id)
    if let version = guide.version { page.attribute("data-version", version) }
    if let round = checklist.occasion.round { page.attribute("data-round", VisibleText.line(round)) }
    let isFull = content.options.isFull
    page.attribute("data-zh", SheetFit.density(of: checklist, in: .zh, isFull: isFull))
    page.attribute("data-en", SheetFit.density(of: checklist, in: .en, isFull: isFull))
    page.attribute("aria-labelledby", prefix: "w", number, suffix: "-title")
    page.endLine()
    writeTitle(checklist)
    writeCircumstances(checklist)
    writeAims(checklist)
    writeComparison(checklist)
    writeQuestions(checklist)
    writeAfter(checklist)
    writeEnding()
    if content.options.isFull { writeAnnex(checklist) }
    writePicture(checklist)
    page.end()
    page.endLine()
  }

  /// Writes name, authority and codes.
  private mutating func writeTitle(_ checklist: Checklist) {
    let guide = checklist.guide
    page.begin("header", class: "head")
    both(
      guide.name.kind == "Bundle" ? Messages.Page.bundleChecklist : Messages.Page.itemChecklist, in: "p",
      class: "kicker")
    page.begin("h2")
    page.attribute("id", prefix: "w", number, suffix: "-title")
    both(guide.title)
    page.end()
    page.begin("p", class: "facts")
    if let department = guide.department { both(department) }
    if let variant = checklist.occasion.variant.flatMap({ id in guide.variants.first { $0.id == id } }) {
      both(variant.name)
    }
    if let code = guide.code { both(Messages.Page.code(code)) }
    if let version = guide.version { both(Messages.Page.guideVersion(version)) }
    if let round = checklist.occasion.round { both(LocalizedText(zh: round, en: round)) }
    page.end()
    page.end()
    page.endLine()
  }

  /// Writes who walks, when, where, as whom, and the clock times.
  private mutating func writeCircumstances(_ checklist: Checklist) {
    let occasion = checklist.occasion
    let options = content.options
    page.begin("section", class: "who")
    heading("who", Messages.Page.circumstances)
    page.begin("div", class: "fields")
    field("date", Messages.Page.date, type: "date", value: occasion.date)
    choice("mode", Messages.Page.mode, offered(options.modes, occasion.mode), chosen: occasion.mode?.id)
    choice("channel", Messages.Page.channel, Messages.Page.channels, chosen: occasion.channel)
    choice("persona", Messages.Page.persona, offered(options.personas, occasion.persona), chosen: occasion.persona?.id)
    if checklist.guide.variants.count > 1, occasion.variant == nil {
      let variants = checklist.guide.variants.map { Kit.Entry(id: $0.id, name: $0.name) }
      choice("variant", Messages.Page.variant, variants, chosen: nil)
    }
    field("reviewer.name", Messages.Page.reviewer)
    choice("reviewer.role", Messages.Page.role, options.roles, chosen: nil)
    field("reviewer.unit", Messages.Page.unit)
    field("place", Messages.Page.place)
    page.end()
    page.begin("div", class: "fields times")
    for (name, label) in Messages.Page.times {
      page.begin("div", class: "time")
      field(name, label, type: "time")
      button("now", Messages.Page.now, class: "now")
      page.end()
    }
    page.end()
    page.end()
    page.endLine()
    // The variant that is walked, where nobody has to choose it.
    if let variant = occasion.variant {
      page.void("input")
      page.attribute("type", literal: "hidden")
      page.attribute("data-f", literal: "variant")
      page.attribute("value", variant)
      page.endLine()
    }
  }

  /// The choices of a kit; one that the checklist was made for is among them.
  private func offered(_ entries: [Kit.Entry], _ chosen: Kit.Entry?) -> [Kit.Entry] {
    guard let chosen, !entries.contains(where: { $0.id == chosen.id }) else { return entries }
    return [chosen] + entries
  }

  /// Writes the heading of a part.
  mutating func heading(_ part: StaticString, _ title: LocalizedText, hint: LocalizedText? = nil) {
    page.begin("h3")
    both(title)
    if let hint { both(hint, class: "hint") }
    page.end()
    page.endLine()
  }

  /// Writes one line of text to be filled in.
  mutating func field(_ name: StaticString, _ label: LocalizedText, type: StaticString = "text", value: String? = nil) {
    page.begin("label", class: "f")
    both(label, class: "name")
    page.void("input")
    // A clock time is typed as figures: the colon is hard to find on the keyboards of telephones.
    page.attribute("type", literal: type.description == "time" ? "text" : type)
    if type.description == "time" {
      page.attribute("inputmode", literal: "numeric")
      page.attribute("maxlength", literal: "5")
    }
    page.attribute("data-f", literal: name)
    page.attribute("autocomplete", literal: "off")
    if let value { page.attribute("value", value) }
    ink(value)
    page.end()
    page.endLine()
  }

  /// Writes a choice from a list.
  private mutating func choice(
    _ name: StaticString, _ label: LocalizedText, _ entries: [Kit.Entry], chosen: String?
  ) {
    guard !entries.isEmpty else { return }
    page.begin("label", class: "f")
    both(label, class: "name")
    page.begin("select")
    page.attribute("data-f", literal: name)
    page.begin("option")
    page.attribute("value", literal: "")
    page.end()
    for entry in entries where entry.group == nil { option(entry, isChosen: entry.id == chosen) }
    var groups: [LocalizedText] = []
    for group in entries.compactMap(\.group) where !groups.contains(group) { groups.append(group) }
    for group in groups {
      page.begin("optgroup")
      page.attribute("label", group[language])
      page.attribute("data-zh", group.zh)
      page.attribute("data-en", group.en)
      for entry in entries where entry.group == group { option(entry, isChosen: entry.id == chosen) }
      page.end()
    }
    page.end()
    ink(entries.first { $0.id == chosen }?.name[language])
    page.end()
    page.endLine()
  }

  /// Writes one choice; the script puts it into the language shown.
  private mutating func option(_ entry: Kit.Entry, isChosen: Bool) {
    page.begin("option")
    page.attribute("value", entry.id)
    page.attribute("data-zh", VisibleText.line(entry.name.zh))
    page.attribute("data-en", VisibleText.line(entry.name.en))
    if isChosen { page.flag("selected") }
    page.visible(entry.name[language])
    page.end()
  }

  /// Writes the ruled place that takes the place of a control on paper; the script copies there what was typed.
  mutating func ink(_ text: String? = nil) {
    page.begin("span", class: "ink")
    page.attribute("aria-hidden", literal: "true")
    if let text { page.visible(text) }
    page.end()
  }

  /// Writes 走前: what the linter found, to aim at.
  private mutating func writeAims(_ checklist: Checklist) {
    page.begin("section", class: "aims")
    heading("aims", Messages.Page.before, hint: Messages.Page.beforeHint)
    if checklist.aims.isEmpty {
      both(Messages.Page.nothingToAimAt, in: "p", class: "none")
    } else {
      page.begin("ul")
      for (index, aim) in checklist.aims.enumerated() { write(aim, isPrinted: index < SheetFit.printedAims) }
      page.end()
      let rest = checklist.aims.count - SheetFit.printedAims
      if rest > 0 { both(Messages.Page.moreAims(rest, isFull: content.options.isFull), in: "p", class: "rest") }
    }
    page.end()
    page.endLine()
  }

  /// Writes one finding.
  private mutating func write(_ aim: Checklist.Aim, isPrinted: Bool) {
    page.begin("li", class: isPrinted ? nil : "screen")
    page.begin("b", class: style(of: aim.severity))
    both(Messages.Page.name(of: aim.severity))
    page.end()
    both(aim.message)
    page.end()
    page.endLine()
  }

  /// The class that colours a severity.
  private func style(of severity: Severity) -> StaticString {
    switch severity {
    case .error: "e"
    case .warning: "w"
    case .info: "i"
    }
  }

  /// Writes what the linter proved, with what to do about it.
  private mutating func writeAnnex(_ checklist: Checklist) {
    let proved = checklist.annex.isEmpty ? checklist.aims : checklist.annex
    guard !proved.isEmpty else { return }
    page.begin("section", class: "annex")
    heading("annex", Messages.Page.annex, hint: Messages.Page.annexHint)
    page.begin("ol")
    for aim in proved {
      page.begin("li")
      page.begin("p")
      page.begin("b", class: style(of: aim.severity))
      both(Messages.Page.name(of: aim.severity))
      page.end()
      both(aim.message)
      page.end()
      if let remedy = aim.remedy { both(remedy, in: "p", class: "remedy") }
      page.begin("p", class: "place")
      page.visible("\(aim.place) · \(aim.rule)")
      page.end()
      page.end()
      page.endLine()
    }
    page.end()
    page.end()
    page.endLine()
  }

  /// Writes the way through the process, which a reviewer may unfold; the sheet for the pocket has no room for it.
  private mutating func writePicture(_ checklist: Checklist) {
    guard let drawing = checklist.picture, case .laidOut(let layout) = GraphPicture(drawing) else { return }
    page.begin("section", class: content.options.isFull ? "way annex" : "way")
    page.begin("details")
    if content.options.isFull { page.flag("open") }
    page.begin("summary")
    both(checklist.guide.name.kind == "Bundle" ? Messages.Page.members : Messages.Page.process)
    page.end()
    layout.write(to: &page, prefix: "way\(number)")
    page.end()
    page.end()
    page.endLine()
  }
}
