internal import Catalog
internal import Diagnostics
internal import Encoding
internal import Rules

/// Writes a comparison for a terminal: below each document one line for each figure, in columns that line up.
struct ComparisonTextReport: ~Copyable {
  /// One figure, in words.
  private struct Row {
    /// What is counted.
    var label: String
    /// Its earlier value.
    var before: String
    /// Its later value.
    var after: String
    /// By how much it changed.
    var change = ""
    /// How it stands out.
    var style = TextStyle.plain
  }

  /// A heading and the figures below it.
  private struct Block {
    /// The heading.
    var heading: String
    /// The figures.
    var rows: [Row]
  }

  private let comparison: CatalogComparison
  private let words: ComparisonWords
  private let options: ReportOptions
  private let showsAll: Bool
  private let width: Int
  /// Wider values take a line of their own, so that the others line up beside each other.
  private static let widestValue = 20
  private var output: ByteWriter

  /// Prepares to write.
  init(
    _ comparison: CatalogComparison, _ words: ComparisonWords, _ options: ReportOptions, showsAll: Bool,
    sink: @escaping ByteSink
  ) {
    self.comparison = comparison
    self.words = words
    self.options = options
    self.showsAll = showsAll
    width = max(40, options.width ?? 80)
    output = ByteWriter(sink: sink)
  }

  /// Writes everything.
  mutating func write() {
    line(words.heading(comparison), .strong)
    line(words.population(comparison.items, isBundles: false))
    line(words.population(comparison.bundles, isBundles: true))
    let documents = comparison.shown(showsAll)
    for isBundles in [false, true] {
      section(
        words.section(isBundles: isBundles),
        documents.filter { $0.isBundle == isBundles }.map { block($0) })
    }
    section(words.departments, comparison.shownDepartments(showsAll).map { block($0, words.name(of: $0)) })
    if documents.isEmpty { line(words.nothing, .success) }
    section(
      words.totals,
      [
        block(comparison.items, words.section(isBundles: false)),
        block(comparison.bundles, words.section(isBundles: true)),
      ]
      .filter { !$0.rows.isEmpty })
    for wrapped in LineWrapping.lines(of: words.sumRemark, width: width) { line(wrapped, .faint) }
    output.flush()
  }

  /// Writes a heading with its blocks; nothing where there are none.
  private mutating func section(_ title: String, _ blocks: [Block]) {
    guard !blocks.isEmpty else { return }
    line("")
    line("== \(title)", .strong)
    let widths = blocks.flatMap(\.rows).reduce(into: [0, 0, 0, 0]) { widths, row in
      guard !ComparisonTextReport.isWide(row) else { return }
      for (column, cell) in [row.label, row.before, row.after, row.change].enumerated() {
        widths[column] = max(widths[column], DisplayWidth.of(cell))
      }
    }
    for block in blocks {
      for wrapped in LineWrapping.lines(of: VisibleText.line(block.heading), width: width) { line(wrapped, .strong) }
      for row in block.rows { write(row, widths) }
    }
  }

  /// Writes a figure; where the columns would be wider than the output, it takes a line for each value.
  private mutating func write(_ row: Row, _ widths: [Int]) {
    if 2 + widths.reduce(0, +) + 7 <= width, !ComparisonTextReport.isWide(row) {
      let text =
        "  " + pad(row.label, widths[0], left: true) + "  " + pad(row.before, widths[1], left: false) + " → "
        + pad(row.after, widths[2], left: true) + "  " + row.change
      line(trimmed(text), row.style)
      return
    }
    line("  " + row.label, row.style)
    line(trimmed("    \(row.before) → \(row.after)  \(row.change)"), row.style)
  }

  private static func isWide(_ row: Row) -> Bool {
    max(DisplayWidth.of(row.before), DisplayWidth.of(row.after)) > widestValue
  }

  private func pad(_ text: String, _ width: Int, left: Bool) -> String {
    let spaces = String(repeating: " ", count: max(0, width - DisplayWidth.of(text)))
    return left ? text + spaces : spaces + text
  }

  private func trimmed(_ text: String) -> String {
    var text = text[...]
    while text.utf8.last == UInt8(ascii: " ") { text.removeLast() }
    return String(text)
  }

  private mutating func line(_ text: String, _ style: TextStyle = .plain) {
    output.write(style.apply(to: text, color: options.color))
    output.write(UInt8(ascii: "\n"))
  }

  // MARK: Blocks

  private func block(_ document: ComparedDocument) -> Block {
    var heading = document.title[words.language] + "  " + document.name.id
    if !document.catalog.isEmpty { heading = document.catalog + ": " + heading }
    if let department = document.department { heading += words.department(department) }
    if document.state != .kept { heading = "[\(words.name(of: document.state))] " + heading }
    var rows = document.figures.filter { isShown($0, in: document) }.map { figure in
      let name = words.name(of: figure.measure)
      guard document.state != .kept else { return row(figure, name) }
      // What came or went has no other value; that is not the same as one that is not stated.
      let before = document.before == nil ? "—" : words.value(figure.before)
      return Row(label: name, before: before, after: document.after == nil ? "—" : words.value(figure.after))
    }
    for variant in document.variants {
      let changed = variant.figures.filter(\.isChanged)
      // What a variant shares with the whole is said already.
      let own = changed.filter { figure in !document.figures.contains { $0 == figure } }
      for figure in own {
        let name = VisibleText.line(variant.name[words.language])
        rows.append(row(figure, words.name(of: figure.measure) + words.words("（\(name)）", " (\(name))")))
      }
    }
    return Block(heading: heading, rows: rows)
  }

  /// Of what came or went, everything that is stated is told.
  private func isShown(_ figure: ComparedFigure, in document: ComparedDocument) -> Bool {
    if document.state != .kept { return showsAll && (figure.before != nil || figure.after != nil) }
    return showsAll || figure.isChanged
  }

  private func block(_ group: ComparedGroup, _ heading: String) -> Block {
    let isTotal = group.name == nil
    var rows = group.sums.filter { $0.documents > 0 && (isTotal || showsAll || $0.figure.isChanged) }.map { sum in
      row(
        sum.figure, words.name(of: sum.figure.measure) + words.words("（\(sum.documents) 个）", " (of \(sum.documents))"))
    }
    if group.shares.isEmpty || heading == words.section(isBundles: true) { return Block(heading: heading, rows: rows) }
    for share in group.shares where share.before.total + share.after.total > 0 {
      guard isTotal || showsAll || share.isChanged else { continue }
      rows.append(row(share))
    }
    return Block(heading: heading, rows: rows)
  }

  private func row(_ figure: ComparedFigure, _ label: String) -> Row {
    let values = words.values(figure)
    let better = figure.measure == .cut ? ComparedFigure.Direction.higher : .lower
    let style: TextStyle =
      figure.isRise ? .error : figure.direction == better ? .success : .plain
    return Row(
      label: label, before: values.before, after: values.after, change: words.change(figure), style: style)
  }

  private func row(_ share: ComparedGroup.ComparedShare) -> Row {
    let change = ComparedFigure(
      .cut, before: share.before.percent.map(Figure.share), after: share.after.percent.map(Figure.share))
    return Row(
      label: words.name(of: share.share), before: words.portion(share.before), after: words.portion(share.after),
      change: words.change(change), style: change.direction == .higher ? .success : .plain)
  }
}
