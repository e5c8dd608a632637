internal import Encoding
internal import Diagnostics
internal import Rules
internal import SourceText

extension TextReport {
  /// How many related places are shown; a group rule may name hundreds.
  private static let relatedLimit = 5

  /// Writes one diagnostic and the empty line after it; what the heading of its group says is left out.
  mutating func write(_ diagnostic: ReportedDiagnostic, in group: ReportGrouping = .file) {
    if currentFile != diagnostic.file {
      currentFile = diagnostic.file
      explained.removeAll(keepingCapacity: true)
    }
    writeHeader(of: diagnostic, in: group)
    let gutter = gutterWidth(of: diagnostic)
    writePlace(of: diagnostic, name: group == .item ? nil : name(of: diagnostic, in: group), gutter: gutter)
    if diagnostic.state == .waived {
      if let acceptance = diagnostic.acceptance, let reason = acceptance.reason {
        let terms = Messages.waiverTerms(owner: acceptance.owner, expires: acceptance.expires)
        note(Messages.waiver[language], reason + terms[language], gutter: gutter)
      }
    } else {
      writeExcerpt(
        of: diagnostic.range, in: diagnostic.file, mark: UInt8(ascii: "^"), TextStyle(diagnostic.severity),
        gutter: gutter)
      for label in diagnostic.related.prefix(Self.relatedLimit) {
        writeRelated(label, of: diagnostic, gutter: gutter)
      }
      let further = diagnostic.related.count - Self.relatedLimit
      if further > 0 { note(nil, Messages.furtherPlaces(further)[language], gutter: gutter) }
      if group == .rule {
        if let remedy = diagnostic.remedy { note(Messages.remedy[language], remedy[language], gutter: gutter) }
      } else {
        writeExplanation(of: diagnostic, gutter: gutter)
      }
    }
    endLine()
  }

  /// Writes severity, rule and message.
  private mutating func writeHeader(of diagnostic: ReportedDiagnostic, in group: ReportGrouping) {
    let style = diagnostic.state == .waived ? TextStyle.faint : TextStyle(diagnostic.severity)
    paragraph(diagnostic.message[language], label: header(of: diagnostic, in: group), labelStyle: style, hanging: 2)
  }

  /// Severity and rule, which are the same for many diagnostics.
  private mutating func header(of diagnostic: ReportedDiagnostic, in group: ReportGrouping) -> String {
    let isFixable = diagnostic.fix?.applicability == .safe
    let key = diagnostic.ruleIndex.map {
      RuleHeader(rule: $0, severity: diagnostic.severity, state: diagnostic.state, isFixable: isFixable, group: group)
    }
    if let key, let known = headers[key] { return known }
    let rule = group == .rule ? nil : VisibleText.line(diagnostic.rule)
    let header = Messages.header(
      severity: diagnostic.severity, rule: rule, state: diagnostic.state, isFixable: isFixable)[language]
    if let key { headers[key] = header }
    return header
  }

  /// What the document is called: kind and id, or its title where a rule's places are listed.
  private func name(of diagnostic: ReportedDiagnostic, in group: ReportGrouping) -> String? {
    guard let document = diagnostic.document else { return nil }
    if group == .rule, let title = report.documents[document]?.title { return VisibleText.line(title) }
    return VisibleText.line(document.id.isEmpty ? document.kind : document.kind + " " + document.id)
  }

  /// Writes where it is, and the document where that fits on the line.
  private mutating func writePlace(of diagnostic: ReportedDiagnostic, name: String?, gutter: Int) {
    output.write(UInt8(ascii: " "), count: gutter)
    write("--> ", .frame)
    let place = writePlace(diagnostic.range, in: diagnostic.file)
    if let name {
      let columns = gutter + 4 + place + 2 + DisplayWidth.of(name)
      if columns <= width { write("  " + name, .faint) }
    }
    endLine()
  }

  /// Writes a further place like the first one, but with a weaker underline.
  private mutating func writeRelated(_ label: Label, of diagnostic: ReportedDiagnostic, gutter: Int) {
    let file = label.file ?? diagnostic.file
    output.write(UInt8(ascii: " "), count: gutter)
    write("::: ", .frame)
    _ = writePlace(label.range, in: file)
    endLine()
    writeExcerpt(of: label.range, in: file, mark: UInt8(ascii: "-"), .frame, gutter: gutter)
    if let text = label.text { note(nil, text[language], gutter: gutter) }
  }

  /// Writes why, how to fix and the law, once per rule and file; a remedy of the diagnostic's own is always written.
  private mutating func writeExplanation(of diagnostic: ReportedDiagnostic, gutter: Int) {
    var isFirst = true
    if let index = diagnostic.ruleIndex { isFirst = explained.insert(index).inserted }
    if let remedy = diagnostic.remedy {
      if isFirst { explain(diagnostic.ruleIndex, gutter: gutter, ownRemedy: remedy) } else { note(remedy, gutter) }
    } else if isFirst {
      explain(diagnostic.ruleIndex, gutter: gutter)
    }
  }

  private mutating func note(_ remedy: LocalizedText, _ gutter: Int) {
    note(Messages.remedy[language], remedy[language], gutter: gutter)
  }

  /// Writes why, how to fix and the law of a rule.
  /// - Parameter ownRemedy: what stands in place of the rule's remedy.
  mutating func explain(_ index: Int?, gutter: Int, ownRemedy: LocalizedText? = nil) {
    if let index, ownRemedy == nil {
      write(Explanation(rule: index, gutter: gutter)) { $0.explain($0.report.rules[index], gutter, nil) }
    } else if let index {
      explain(report.rules[index], gutter, ownRemedy)
    } else if let ownRemedy {
      note(ownRemedy, gutter)
    }
  }

  private mutating func explain(_ rule: RuleSummary, _ gutter: Int, _ ownRemedy: LocalizedText?) {
    if let why = rule.why { note(Messages.why[language], why[language], gutter: gutter) }
    if let remedy = ownRemedy ?? rule.remedy { note(remedy, gutter) }
    for source in rule.sources { note(Messages.source[language], source.citation, gutter: gutter) }
  }

  /// Writes the source line and the marks below it; a file without text has no line to show.
  private mutating func writeExcerpt(
    of range: SourceRange, in path: String, mark: UInt8, _ style: TextStyle, gutter: Int
  ) {
    guard let file = locator.file(at: path), !file.source.bytes.isEmpty else { return }
    let excerpt = SourceExcerpt(of: range, in: file, width: width - gutter - 3)
    let number = String(excerpt.line)
    output.write(UInt8(ascii: " "), count: gutter - number.utf8.count)
    write(number + " | ", .frame)
    line(excerpt.text)
    output.write(UInt8(ascii: " "), count: gutter + 1)
    write("| ", .frame)
    output.write(UInt8(ascii: " "), count: excerpt.indent)
    if color {
      write(String(decoding: repeatElement(mark, count: excerpt.underline), as: UTF8.self), style)
    } else {
      output.write(mark, count: excerpt.underline)
    }
    endLine()
    if let last = excerpt.lastLine { note(nil, Messages.goesOn(toLine: last)[language], gutter: gutter) }
  }

  /// Writes a remark below the excerpt.
  private mutating func note(_ label: String?, _ text: String, gutter: Int) {
    let lead = String(repeating: " ", count: gutter + 1) + "= "
    paragraph(text, label: lead + (label ?? ""), labelStyle: .frame)
  }

  /// Writes file, line and column as editors and terminals recognize them.
  /// - Returns: the columns that they take.
  private mutating func writePlace(_ range: SourceRange, in path: String) -> Int {
    if shownFile?.path != path {
      let name = VisibleText.line(path)
      shownFile = (path, name, DisplayWidth.of(name))
    }
    guard let shownFile else { return 0 }
    output.write(shownFile.name)
    guard let file = locator.file(at: path) else { return shownFile.width }
    let position = file.position(at: range.start)
    output.write(UInt8(ascii: ":"))
    output.write(position.line)
    output.write(UInt8(ascii: ":"))
    output.write(position.column)
    return shownFile.width + 2 + Self.digits(position.line) + Self.digits(position.column)
  }

  /// How many digits a positive number has.
  private static func digits(_ number: Int) -> Int {
    var (digits, rest) = (1, number / 10)
    while rest > 0 { (digits, rest) = (digits + 1, rest / 10) }
    return digits
  }

  /// Columns of the widest line number that is shown with a diagnostic.
  private mutating func gutterWidth(of diagnostic: ReportedDiagnostic) -> Int {
    var highest = lineNumber(of: diagnostic.range, in: diagnostic.file)
    guard diagnostic.state != .waived else { return Self.digits(highest) }
    for label in diagnostic.related.prefix(Self.relatedLimit) {
      highest = max(highest, lineNumber(of: label.range, in: label.file ?? diagnostic.file))
    }
    return Self.digits(highest)
  }

  /// Line in which a range begins; 1 where the report does not carry the text.
  private mutating func lineNumber(of range: SourceRange, in path: String) -> Int {
    locator.file(at: path)?.position(at: range.start).line ?? 1
  }
}
