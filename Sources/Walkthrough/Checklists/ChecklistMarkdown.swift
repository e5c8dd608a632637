package import Diagnostics
package import Encoding

/// Writes checklists as Markdown: tables that are filled in by hand or in a text editor. Nothing that a document says is
/// taken for markup.
package struct ChecklistMarkdown {
  private let checklists: [Checklist]
  private let language: Language

  /// Prepares some checklists in one language.
  package init(_ checklists: [Checklist], language: Language) {
    self.checklists = checklists
    self.language = language
  }

  /// Streams the text.
  package func write(to sink: @escaping ByteSink) {
    var output = ByteWriter(sink: sink)
    for (index, checklist) in checklists.enumerated() {
      if index > 0 { output.write(literal: "\n") }
      var writer = ChecklistMarkdownWriter(PaperChecklist(checklist, language: language))
      writer.write()
      output.write(writer.text)
    }
    output.flush()
  }
}

/// One checklist while it is written.
private struct ChecklistMarkdownWriter {
  /// What was written so far.
  private(set) var text = ""
  private let paper: PaperChecklist

  /// Begins a checklist.
  init(_ paper: PaperChecklist) { self.paper = paper }

  /// Writes it from top to bottom.
  mutating func write() {
    heading("# ", paper.title)
    writeFacts()
    heading("## ", paper.say(Messages.Paper.before))
    writeAims()
    heading("## ", paper.say(Messages.Paper.during))
    writeComparison()
    writeStages()
    writeQuestions()
    heading("## ", paper.say(Messages.Paper.after))
    writeAfter()
    if !paper.annex.isEmpty { writeAnnex() }
    text += "\n\(escaped(paper.footer))\n"
  }

  /// Two pairs of label and value in a row.
  private mutating func writeFacts() {
    var rows: [[String]] = []
    for start in stride(from: 0, to: paper.facts.count, by: 2) {
      var row: [String] = []
      for fact in paper.facts[start..<min(start + 2, paper.facts.count)] {
        row += [strong(fact.label), escaped(fact.value)]
      }
      while row.count < 4 { row.append("") }
      rows.append(row)
    }
    guard let first = rows.first else { return }
    table(first, [11, 48, 10, 31], Array(rows.dropFirst()))
    if !paper.prompts.isEmpty { text += "\n\(escaped(paper.prompts.joined(separator: paper.semicolon)))\n" }
  }

  private mutating func writeAims() {
    if paper.aims.isEmpty { text += "\(escaped(paper.say(Messages.Paper.nothing)))\n" }
    for (index, aim) in paper.aims.enumerated() {
      text += "\(index + 1). \(strong(aim.severity)) \(escaped(paper.sentence(aim)))\n"
    }
    if paper.furtherAims > 0, paper.annex.isEmpty {
      text += "\n\(escaped(paper.say(Messages.Paper.more(paper.furtherAims))))\n"
    }
  }

  private mutating func writeComparison() {
    let boxes = paper.boxes(Messages.Paper.findings)
    var rows = paper.lines.map { ["\(strong($0.tag)) \(escaped(paper.sentence($0)))", "", boxes, ""] }
    for _ in 0..<2 { rows.append([strong(paper.say(Messages.Paper.extra)), "", "", ""]) }
    table(Messages.Paper.columns.map { escaped(paper.say($0)) }, [47, 17, 20, 16], rows)
    if let omitted = paper.omitted { text += "\n\(escaped(omitted))\n" }
  }

  private mutating func writeStages() {
    guard !paper.stages.isEmpty else { return }
    let boxes = paper.boxes(Array(Messages.Paper.passages.prefix(2)))
    let stages = paper.stages.map { "\(escaped($0.text)) \(boxes)" }.joined(separator: paper.semicolon)
    text += "\n\(strong(paper.say(Messages.Paper.stages)))\(paper.colon)\(stages)\n"
  }

  private mutating func writeQuestions() {
    guard !paper.questions.isEmpty else { return }
    let boxes = paper.boxes(Messages.Paper.answers)
    text += "\n"
    table(
      [Messages.Paper.questions, Messages.Paper.columns[2], Messages.Paper.columns[3]].map { escaped(paper.say($0)) },
      [58, 21, 21], paper.questions.map { [escaped($0.text), boxes, ""] })
  }

  private mutating func writeAfter() {
    table(
      Messages.Paper.scoreColumns.map { escaped(paper.say($0)) }, [12, 17, 38, 33],
      paper.scores.map { [escaped($0.name), "□1 □2 □3 □4 □5", escaped($0.best), escaped($0.worst)] })
    text += "\n"
    var rows = Messages.Paper.obstacles.map { [strong(paper.say($0)), ""] }
    rows += [[strong(paper.say(Messages.Paper.suggestion)), ""], [strong(paper.say(Messages.Paper.conclusion)), ""]]
    table([strong(paper.say(Messages.Paper.outcome)), paper.boxes(Messages.Paper.outcomes)], [24, 76], rows)
    text += "\n\(escaped(paper.say(Messages.Paper.privacy)))\n"
  }

  private mutating func writeAnnex() {
    heading("## ", paper.say(Messages.Paper.annex))
    table(
      Messages.Paper.annexColumns.map { escaped(paper.say($0)) }, [8, 40, 32, 20],
      paper.annex.map { [$0.severity, $0.message, $0.remedy ?? "", $0.place].map(escaped) })
  }

  // MARK: Markdown

  private mutating func heading(_ marks: String, _ words: String) {
    if !text.isEmpty { text += "\n" }
    text += "\(marks)\(escaped(words))\n\n"
  }

  /// A table of cells that are Markdown already; as many dashes as a column has of a hundred parts, which is how Word is
  /// told its width.
  private mutating func table(_ header: [String], _ widths: [Int], _ rows: [[String]]) {
    text += "| \(header.joined(separator: " | ")) |\n"
    text += "|" + widths.map { String(repeating: "-", count: $0) + "|" }.joined() + "\n"
    for row in rows { text += "| \(row.joined(separator: " | ")) |\n" }
  }

  private func strong(_ words: String) -> String { words.isEmpty ? "" : "**\(escaped(words))**" }

  /// A text on one line in which nothing is markup.
  private func escaped(_ words: String) -> String {
    let line = words.split(whereSeparator: \.isNewline).joined(separator: " ")
    return MarkdownText.collected { MarkdownText.write(line, to: &$0) }
  }
}
