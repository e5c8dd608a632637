internal import Diagnostics
internal import Encoding
internal import Rules

extension ChecklistWriter {
  /// Writes 走中: what the guide says beside room for what is found, and for papers that were asked for besides.
  mutating func writeComparison(_ checklist: Checklist) {
    page.begin("section", class: "compare")
    heading("compare", Messages.Page.during, hint: Messages.Page.duringHint)
    page.begin("div", class: "columns")
    page.attribute("aria-hidden", literal: "true")
    for title in [Messages.Page.written, Messages.Page.found, Messages.Page.verdict, Messages.Page.note] {
      both(title, in: "span")
    }
    page.end()
    page.begin("ol", class: "lines")
    let isFull = content.options.isFull
    let printed = (
      zh: SheetFit.printedLines(of: checklist, in: .zh, isFull: isFull),
      en: SheetFit.printedLines(of: checklist, in: .en, isFull: isFull)
    )
    for (index, line) in checklist.lines.enumerated() {
      write(line, isCut: (zh: index >= printed.zh, en: index >= printed.en))
    }
    page.end()
    writeOmitted(checklist, printed, isFull: isFull)
    heading("extra", Messages.Page.extra, hint: Messages.Page.extraHint)
    page.begin("ol", class: "extras")
    for _ in 0..<SheetFit.blankExtras { writeExtra() }
    page.end()
    button("extra", Messages.Page.addExtra, class: "add")
    page.end()
    page.endLine()
  }

  /// Says how many lines are left out on the screen and, since the sheet may have room for fewer, on paper.
  private mutating func writeOmitted(_ checklist: Checklist, _ printed: (zh: Int, en: Int), isFull: Bool) {
    let omitted = checklist.omitted.lines
    if omitted > 0 { both(Messages.Paper.omitted(omitted, isFull: isFull), in: "p", class: "left-out") }
    let (zh, en) = (omitted + checklist.lines.count - printed.zh, omitted + checklist.lines.count - printed.en)
    let paper = LocalizedText(
      zh: zh > 0 ? Messages.Paper.omitted(zh, isFull: isFull).zh : "",
      en: en > 0 ? Messages.Paper.omitted(en, isFull: isFull).en : "")
    if zh + en > 0 { both(paper, in: "p", class: "rest") }
  }

  /// Writes one line of the guide; `isCut` tells for each language whether the sheet has no room for it.
  private mutating func write(_ line: GuideLine, isCut: (zh: Bool, en: Bool)) {
    row += 1
    page.begin("li", class: "row line")
    page.attribute("data-line", line.id)
    if isCut.zh || isCut.en {
      page.attribute(
        "data-off", [isCut.zh ? "zh" : nil, isCut.en ? "en" : nil].compactMap { $0 }.joined(separator: " "))
    }
    page.begin("div", class: "said")
    rowID()
    both(Messages.Page.name(of: line.subject), class: "tag")
    page.begin("b")
    both(line.about)
    page.end()
    if let written = line.written {
      page.begin("span", class: "written")
      if let target = SafeLink.target(of: written.zh, isPhone: line.subject == .phone) {
        page.begin("a")
        page.attribute("href", target)
        page.attribute("rel", literal: "noopener noreferrer")
        page.attribute("target", literal: "_blank")
        both(written)
        page.end()
      } else {
        both(written)
      }
      page.end()
    }
    page.end()
    note("found", Messages.Page.found)
    answers(Messages.Page.lineAnswers)
    note("note", Messages.Page.note)
    photos()
    page.end()
    page.endLine()
  }

  /// Names what a group of radio buttons is about.
  private mutating func rowID() { page.attribute("id", "w\(number)-r\(row)-t") }

  /// Writes the answers of a row as radio buttons.
  private mutating func answers(_ choices: [(value: StaticString, label: LocalizedText)]) {
    page.begin("div", class: "verdict")
    page.attribute("role", literal: "radiogroup")
    page.attribute("aria-labelledby", "w\(number)-r\(row)-t")
    for choice in choices { radio(choice.value, choice.label) }
    page.end()
  }

  /// Writes one radio button of the row at hand.
  private mutating func radio(_ value: StaticString, _ label: LocalizedText) {
    page.begin("label", class: value)
    page.void("input")
    page.attribute("type", literal: "radio")
    page.attribute("name", "w\(number)-r\(row)")
    page.attribute("value", literal: value)
    page.begin("span")
    both(label)
    page.end()
    page.end()
  }

  /// Writes a text of one line or more that belongs to a row.
  private mutating func note(_ name: StaticString, _ label: LocalizedText) {
    page.begin("label", class: name)
    both(label, class: "name")
    page.begin("textarea")
    page.attribute("rows", literal: "1")
    page.attribute("data-p", literal: name)
    page.end()
    ink()
    page.end()
  }

  /// Writes the way to take a photograph of what a row says.
  private mutating func photos() {
    page.begin("div", class: "photos")
    page.begin("label", class: "photo")
    both(Messages.Page.photo)
    page.void("input")
    page.attribute("type", literal: "file")
    page.attribute("accept", literal: "image/*")
    page.attribute("capture", literal: "environment")
    page.end()
    page.begin("ul")
    page.end()
    page.end()
  }

  /// Writes room for a paper that is not in the guide.
  private mutating func writeExtra() {
    page.begin("li", class: "row extra")
    note("what", Messages.Page.extraName)
    note("note", Messages.Page.extraNote)
    photos()
    page.end()
    page.endLine()
  }

  /// Writes what to ask and look at, and the way through the channel.
  mutating func writeQuestions(_ checklist: Checklist) {
    if !checklist.stages.isEmpty {
      page.begin("section", class: "ask stages")
      heading("stages", Messages.Page.stages, hint: Messages.Page.stagesHint)
      page.begin("ol")
      for stage in checklist.stages { writeQuestion(stage.id, stage.name, Messages.Page.stageAnswers) }
      page.end()
      page.end()
      page.endLine()
    }
    guard !checklist.questions.isEmpty else { return }
    page.begin("section", class: "ask questions")
    heading("questions", Messages.Page.questions, hint: Messages.Page.questionsHint)
    page.begin("ol")
    for question in checklist.questions { writeQuestion(question.id, question.ask, Messages.Page.questionAnswers) }
    page.end()
    page.end()
    page.endLine()
  }

  /// Writes one question.
  private mutating func writeQuestion(
    _ id: String, _ ask: LocalizedText, _ choices: [(value: StaticString, label: LocalizedText)]
  ) {
    row += 1
    page.begin("li", class: "row question")
    page.attribute("data-ask", id)
    page.begin("div", class: "said")
    rowID()
    both(ask)
    page.end()
    answers(choices)
    note("note", Messages.Page.note)
    photos()
    page.end()
    page.endLine()
  }

  /// Writes 走后: scores, how it ended, what stood in the way, suggestions and the conclusion.
  mutating func writeAfter(_ checklist: Checklist) {
    page.begin("section", class: "after")
    heading("after", Messages.Page.after, hint: Messages.Page.afterHint)
    page.begin("ol", class: "scores")
    for score in checklist.scores { write(score) }
    page.end()
    row += 1
    page.begin("div", class: "outcome")
    page.attribute("data-f", literal: "outcome")
    page.begin("b")
    rowID()
    both(Messages.Page.outcome)
    page.end()
    answers(Messages.Page.outcomes)
    page.end()
    page.endLine()
    page.begin("div", class: "obstacles")
    for (name, label) in Messages.Page.obstacles { long(name, label) }
    page.end()
    page.begin("ol", class: "suggestions")
    for _ in 0..<SheetFit.blankSuggestions {
      page.begin("li")
      long("suggestions", Messages.Page.suggestion)
      page.end()
    }
    page.end()
    button("suggestion", Messages.Page.addSuggestion, class: "add")
    long("conclusion", Messages.Page.conclusion)
    page.begin("div", class: "row evidence")
    page.begin("b")
    both(Messages.Page.evidence)
    page.end()
    photos()
    page.end()
    page.end()
    page.endLine()
  }

  /// Writes a text of the walk as a whole.
  private mutating func long(_ name: StaticString, _ label: LocalizedText) {
    page.begin("label", class: "long")
    both(label, class: "name")
    page.begin("textarea")
    page.attribute("rows", literal: "2")
    page.attribute("data-f", literal: name)
    page.end()
    ink()
    page.end()
    page.endLine()
  }

  /// Writes one aspect with its five scores.
  private mutating func write(_ score: Checklist.Score) {
    row += 1
    page.begin("li", class: "score")
    page.attribute("data-score", score.aspect.rawValue)
    page.begin("b")
    rowID()
    both(score.name)
    page.end()
    page.begin("div", class: "verdict")
    page.attribute("role", literal: "radiogroup")
    page.attribute("aria-labelledby", "w\(number)-r\(row)-t")
    for value in 1...5 {
      page.begin("label")
      if let anchor = score.anchors[value] {
        page.attribute("data-zh", VisibleText.line(anchor.zh))
        page.attribute("data-en", VisibleText.line(anchor.en))
      }
      page.void("input")
      page.attribute("type", literal: "radio")
      page.attribute("name", "w\(number)-r\(row)")
      page.attribute("value", value)
      page.begin("span")
      page.text(value)
      page.end()
      page.end()
    }
    page.end()
    page.begin("p", class: "anchors")
    for value in [5, 1] {
      if let anchor = score.anchors[value] {
        both(LocalizedText(zh: "\(value) = \(anchor.zh)", en: "\(value) = \(anchor.en)"))
      }
    }
    page.end()
    page.begin("p", class: "anchor")
    page.attribute("aria-live", literal: "polite")
    page.end()
    page.end()
    page.endLine()
  }

  /// Writes the ways in which what was filled in leaves the page.
  mutating func writeEnding() {
    page.begin("section", class: "finish")
    heading("finish", Messages.Page.finish)
    both(Messages.Page.finishHint, in: "p")
    page.begin("div", class: "actions")
    button("save", Messages.Page.saveRecord, class: "main")
    button("copy", Messages.Page.copyText, class: "plain")
    button("page", Messages.Page.savePage, class: "plain")
    button("print", Messages.Page.printPage, class: "plain")
    button("clear", Messages.Page.clear, class: "danger")
    page.end()
    page.begin("p", class: "said-done")
    page.attribute("role", literal: "status")
    page.end()
    page.begin("label", class: "text")
    page.flag("hidden")
    both(Messages.Page.textToCopy, class: "name")
    page.begin("textarea")
    page.attribute("rows", literal: "8")
    page.flag("readonly")
    page.end()
    page.end()
    page.end()
    page.endLine()
  }
}
