internal import Catalog
internal import Diagnostics
internal import Encoding
internal import Rules

/// Writes a comparison as Markdown: a table of items, of bundles and of departments, and the sums.
struct ComparisonMarkdown: ~Copyable {
  private let comparison: CatalogComparison
  private let words: ComparisonWords
  private let showsAll: Bool
  private var output: ByteWriter

  /// Prepares to write.
  init(_ comparison: CatalogComparison, _ words: ComparisonWords, showsAll: Bool, sink: @escaping ByteSink) {
    self.comparison = comparison
    self.words = words
    self.showsAll = showsAll
    output = ByteWriter(sink: sink)
  }

  /// Writes everything.
  mutating func write() {
    output.write("# \(words.words("改动对照", "What changed")): \(escaped(words.heading(comparison)))\n\n")
    output.write("- \(words.population(comparison.items, isBundles: false))\n")
    output.write("- \(words.population(comparison.bundles, isBundles: true))\n")
    let documents = comparison.shown(showsAll)
    for isBundles in [false, true] {
      let part = documents.filter { $0.isBundle == isBundles }
      guard !part.isEmpty else { continue }
      begin(words.section(isBundles: isBundles))
      for document in part { row(document) }
    }
    let departments = comparison.shownDepartments(showsAll)
    if !departments.isEmpty {
      begin(words.departments, shares: true)
      for group in departments { row(group, words.name(of: group)) }
    }
    if documents.isEmpty { output.write("\n\(words.nothing)\n") }
    begin(words.totals, shares: true)
    row(comparison.items, words.section(isBundles: false))
    if comparison.bundles.before + comparison.bundles.after > 0 {
      row(comparison.bundles, words.section(isBundles: true), hasShares: false)
    }
    output.write("\n\(words.sumRemark)\n")
    output.flush()
  }

  /// Writes a heading and the head of a table.
  private mutating func begin(_ title: String, shares: Bool = false) {
    var heads = [words.words("名称", "name")] + Measure.allCases.map { words.name(of: $0) }
    if shares { heads += Share.allCases.map { words.name(of: $0) } }
    output.write("\n## \(title)\n\n| \(heads.joined(separator: " | ")) |\n")
    output.write("|---|" + String(repeating: "--:|", count: heads.count - 1) + "\n")
  }

  private mutating func row(_ document: ComparedDocument) {
    var name = "\(escaped(document.title[words.language])) `\(document.name.id)`"
    if !document.catalog.isEmpty { name = "\(escaped(document.catalog)): " + name }
    if document.state != .kept { name += " **\(words.name(of: document.state))**" }
    let state = document.state
    row(
      [name]
        + document.figures.map { figure in
          // What came or went has one value, not a change.
          state == .kept ? cell(figure) : words.value(figure.after ?? figure.before)
        })
    for variant in document.variants where variant.figures.contains(where: \.isChanged) {
      row(["— \(escaped(words.variant(variant.name)))"] + variant.figures.map { cell($0) })
    }
  }

  private mutating func row(_ group: ComparedGroup, _ name: String, hasShares: Bool = true) {
    var cells = [escaped(name)] + group.sums.map { $0.documents == 0 ? "" : cell($0.figure) }
    for share in group.shares {
      let (before, after) = (words.portion(share.before), words.portion(share.after))
      cells.append(!hasShares ? "" : before == after ? after : "\(before) → **\(after)**")
    }
    row(cells)
  }

  private mutating func row(_ cells: [String]) { output.write("| \(cells.joined(separator: " | ")) |\n") }

  /// A value, or both with the change where they differ.
  private func cell(_ figure: ComparedFigure) -> String {
    switch figure.direction {
    case .absent: return words.value(nil)
    case .same: return words.value(figure.after)
    default:
      let values = words.values(figure)
      return "\(values.before) → **\(values.after)** \(words.change(figure))"
    }
  }

  /// Text that stays in its cell and says nothing to Markdown.
  private func escaped(_ text: String) -> String {
    var result = ""
    for scalar in VisibleText.line(text).unicodeScalars {
      if ["|", "\\", "`", "*", "_", "<", "[", "#"].contains(scalar) { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    return result
  }
}
