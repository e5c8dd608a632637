internal import Catalog
internal import Diagnostics
internal import Encoding
internal import Rules

/// Writes a comparison for a spreadsheet: UTF-8 with a byte order mark, one row for each document, department and sum
/// (RFC 4180). Limits stand as written and, where it is certain, in working days.
struct ComparisonCSV: ~Copyable {
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
    output.write("\u{FEFF}")
    row(heads)
    for document in comparison.shown(showsAll) {
      row(start(document, variant: "") + document.figures.flatMap { cells($0) })
      for variant in document.variants where showsAll || variant.figures.contains(where: \.isChanged) {
        row(start(document, variant: variant.name[words.language]) + variant.figures.flatMap { cells($0) })
      }
    }
    for group in comparison.shownDepartments(showsAll) {
      row(
        [
          words.words("部门", "department"), "", "", ComparisonCSV.harmless(group.name?[words.language] ?? ""), "", "",
          "",
        ]
          + group.sums.flatMap { cells($0.figure) })
    }
    for (group, isBundles) in [(comparison.items, false), (comparison.bundles, true)] {
      row(
        [words.totals, "", "", words.section(isBundles: isBundles), "", "", ""]
          + group.sums.flatMap { cells($0.figure) }
      )
    }
    for share in comparison.items.shares {
      row([words.name(of: share.share), "", "", words.portion(share.before), words.portion(share.after)])
    }
    output.flush()
  }

  private var heads: [String] {
    let first = [
      words.words("类型", "kind"), words.words("编号", "id"), words.words("目录", "catalog"), words.words("名称", "name"),
      words.words("业务办理项", "variant"), words.words("部门", "department"), words.words("状态", "state"),
    ]
    let (before, after) = (words.words("（改前）", " before"), words.words("（改后）", " after"))
    let days = words.words("（工作日）", " (working days)")
    return first
      + Measure.allCases.flatMap { measure -> [String] in
        let name = words.name(of: measure)
        guard measure == .statutory || measure == .promised else { return [name + before, name + after] }
        return [name + before, name + before + days, name + after, name + after + days]
      }
  }

  private func start(_ document: ComparedDocument, variant: String) -> [String] {
    [
      document.name.kind, document.name.id, document.catalog, document.title[words.language], variant,
      document.department?[words.language] ?? "", words.name(of: document.state),
    ].map { ComparisonCSV.harmless($0) }
  }

  private func cells(_ figure: ComparedFigure) -> [String] {
    [figure.before, figure.after].flatMap { value -> [String] in
      guard figure.measure == .statutory || figure.measure == .promised else { return [words.value(value)] }
      guard case .limit(let limit) = value else { return [words.value(value), ""] }
      return [words.value(value), limit.workingDayHundredths.map { Decimals.text(hundredths: $0) } ?? ""]
    }
  }

  private mutating func row(_ cells: [String]) {
    output.write(cells.map { ComparisonCSV.quoted($0) }.joined(separator: ","))
    output.write("\r\n")
  }

  /// Text from a document; what a spreadsheet would take for a formula begins with an apostrophe.
  private static func harmless(_ text: String) -> String {
    guard let first = text.utf8.first, "=+-@\t\r".utf8.contains(first) else { return text }
    return "'" + text
  }

  /// A cell in quotes where it needs them.
  private static func quoted(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: ",") || $0 < 0x20 }) else {
      return text
    }
    var result = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" { result += "\"" }
      result.unicodeScalars.append(scalar)
    }
    return result + "\""
  }
}
