package import Diagnostics

extension Sheet {
  /// A checklist as a sheet of A4 that is filled in on a screen, with drop-downs, or by pen.
  package init(_ checklist: Checklist, language: Language) {
    var draft = ChecklistSheetDraft(PaperChecklist(checklist, language: language), isFull: checklist.isFull)
    draft.write()
    self = draft.sheet
  }
}

/// A checklist's sheet while it is written.
private struct ChecklistSheetDraft {
  /// What was written so far.
  private(set) var sheet: Sheet
  private let paper: PaperChecklist

  /// Columns: what kind of thing, what the guide says, what is found, whether they agree, note; and the ids of records,
  /// which are not printed.
  private static let widths: [Double] = [9, 42, 22, 10, 21, 24]
  private static let printed = 5

  /// Begins a sheet.
  init(_ paper: PaperChecklist, isFull: Bool) {
    self.paper = paper
    sheet = Sheet(name: paper.name, widths: ChecklistSheetDraft.widths)
    sheet.page.footer = paper.footer
    sheet.page.tall = isFull ? 4 : 1
    sheet.page.printedColumns = ChecklistSheetDraft.printed
  }

  /// Writes it from top to bottom.
  mutating func write() {
    add([Sheet.Cell(paper.title, .title, span: 5)])
    writeFacts()
    writeAims()
    writeComparison()
    writeQuestions()
    writeAfter()
    writeAnnex()
    add([Sheet.Cell(paper.say(Messages.Paper.privacy), .remark, span: 5)])
  }

  /// Two circumstances in a row.
  private mutating func writeFacts() {
    for start in stride(from: 0, to: paper.facts.count, by: 2) {
      var cells: [Sheet.Cell] = []
      for (column, fact) in paper.facts[start..<min(start + 2, paper.facts.count)].enumerated() {
        let value = fact.value.isEmpty ? nil : fact.value
        cells.append(Sheet.Cell(fact.label, .label))
        cells.append(Sheet.Cell(value, value == nil ? .entry : Sheet.Style(), span: column == 0 ? 1 : 2))
      }
      // The label of the second pair stands in a wider column.
      if cells.count == 2 { cells[1].span = 4 }
      add(cells)
    }
    if !paper.prompts.isEmpty {
      add([Sheet.Cell(paper.prompts.joined(separator: paper.semicolon), .remark, span: 5)])
    }
  }

  private mutating func writeAims() {
    part(Messages.Paper.before)
    if paper.aims.isEmpty { add([Sheet.Cell(paper.say(Messages.Paper.nothing), span: 5)]) }
    for aim in paper.aims {
      add([Sheet.Cell(aim.severity, .label), Sheet.Cell(paper.sentence(aim), span: 4)])
    }
    if paper.furtherAims > 0, paper.annex.isEmpty {
      add([Sheet.Cell(paper.say(Messages.Paper.more(paper.furtherAims)), .remark, span: 5)])
    }
  }

  private mutating func writeComparison() {
    part(Messages.Paper.during)
    columns([""] + Messages.Paper.columns.map(paper.say))
    let first = sheet.rows.count
    for line in paper.lines {
      add([Sheet.Cell(line.tag, .label), Sheet.Cell(paper.sentence(line))] + blanks(3), id: line.id)
    }
    choose(Messages.Paper.findings, rows: first..<sheet.rows.count)
    for _ in 0..<2 {
      add(
        [Sheet.Cell(paper.say(Messages.Paper.extra), .label, span: 2), Sheet.Cell(nil, .entry, span: 3)], id: "extra")
    }
    if let omitted = paper.omitted { add([Sheet.Cell(omitted, .remark, span: 5)]) }
  }

  /// The stages of the channel and the questions, which a person answers alike.
  private mutating func writeQuestions() {
    let parts = [
      (Messages.Paper.stages, Messages.Paper.passages, paper.stages),
      (Messages.Paper.questions, Messages.Paper.answers, paper.questions),
    ]
    for (title, answers, questions) in parts where !questions.isEmpty {
      add([
        Sheet.Cell(paper.say(title), .part, span: 3), Sheet.Cell(paper.say(Messages.Paper.columns[2]), .heading),
        Sheet.Cell(paper.say(Messages.Paper.columns[3]), .heading),
      ])
      let first = sheet.rows.count
      for question in questions {
        add([Sheet.Cell(question.text, span: 3)] + blanks(2), id: question.id)
      }
      choose(answers, rows: first..<sheet.rows.count)
    }
  }

  private mutating func writeAfter() {
    part(Messages.Paper.after)
    let first = sheet.rows.count
    for score in paper.scores {
      let anchors = [("5", score.best), ("1", score.worst)].filter { !$0.1.isEmpty }.map { "\($0.0) = \($0.1)" }
      add(
        [
          Sheet.Cell(score.name, .label), Sheet.Cell(anchors.joined(separator: paper.semicolon), span: 2),
          Sheet.Cell(nil, .score), Sheet.Cell(nil, .entry),
        ], id: "scores.\(score.id)")
    }
    if !paper.scores.isEmpty {
      sheet.choices.append(
        Sheet.Choice(rows: first...sheet.rows.count - 1, columns: 3...3, options: (1...5).map { String($0) }))
    }
    entry(Messages.Paper.outcome, id: "outcome")
    sheet.choices.append(
      Sheet.Choice(
        rows: sheet.rows.count - 1...sheet.rows.count - 1, columns: 2...2,
        options: Messages.Paper.outcomes.map(paper.say)))
    for (obstacle, id) in zip(Messages.Paper.obstacles, ["cannot", "hard", "refused"]) {
      entry(obstacle, id: "obstacles.\(id)")
    }
    entry(Messages.Paper.suggestion, id: "suggestions", lines: 3)
    entry(Messages.Paper.conclusion, id: "conclusion", lines: 2)
  }

  private mutating func writeAnnex() {
    guard !paper.annex.isEmpty else { return }
    part(Messages.Paper.annex)
    let titles = Messages.Paper.annexColumns.map(paper.say)
    add([
      Sheet.Cell(titles[0], .heading), Sheet.Cell(titles[1], .heading), Sheet.Cell(titles[2], .heading, span: 2),
      Sheet.Cell(titles[3], .heading),
    ])
    for finding in paper.annex {
      add([
        Sheet.Cell(finding.severity, .label), Sheet.Cell(finding.message), Sheet.Cell(finding.remedy, span: 2),
        Sheet.Cell(finding.place),
      ])
    }
  }

  // MARK: Rows

  /// Adds a row, with the id of what it is about beside the printed columns.
  private mutating func add(_ cells: [Sheet.Cell], id: String? = nil, lines: Int? = nil) {
    let used = cells.reduce(0) { $0 + $1.span }
    let gap = Array(repeating: Sheet.Cell(nil, .bare), count: max(0, ChecklistSheetDraft.printed - used))
    sheet.rows.append(Sheet.Row(cells + gap + (id.map { [Sheet.Cell($0, .id)] } ?? []), lines: lines))
  }

  private mutating func part(_ title: LocalizedText) { add([Sheet.Cell(paper.say(title), .part, span: 5)]) }

  private mutating func columns(_ titles: [String]) { add(titles.map { Sheet.Cell($0, .heading) }) }

  /// A label with room for a sentence.
  private mutating func entry(_ label: LocalizedText, id: String, lines: Int? = nil) {
    add([Sheet.Cell(paper.say(label), .label, span: 2), Sheet.Cell(nil, .entry, span: 3)], id: id, lines: lines)
  }

  private func blanks(_ count: Int) -> [Sheet.Cell] { Array(repeating: Sheet.Cell(nil, .entry), count: count) }

  /// Offers answers in the column that says whether reality agrees.
  private mutating func choose(_ answers: [LocalizedText], rows: Range<Int>) {
    guard !rows.isEmpty else { return }
    sheet.choices.append(
      Sheet.Choice(rows: rows.lowerBound...rows.upperBound - 1, columns: 3...3, options: answers.map(paper.say)))
  }
}

extension Sheet.Style {
  /// What stands before a value.
  fileprivate static let label = Sheet.Style {
    $0.isBold = true
    $0.size = 9
    $0.fill = .part
  }
  /// The id of a line, for whoever carries the answers over.
  fileprivate static let id = Sheet.Style {
    $0.isFramed = false
    $0.isWrapped = false
    $0.size = 8
  }
  /// A cell that is not there.
  fileprivate static let bare = Sheet.Style { $0.isFramed = false }
  /// A cell for a figure.
  fileprivate static let score = Sheet.Style {
    $0.fill = .entry
    $0.alignment = .center
  }
}
