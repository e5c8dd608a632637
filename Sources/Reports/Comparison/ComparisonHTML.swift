internal import Catalog
internal import Diagnostics
internal import Encoding
internal import Rules

/// Writes a comparison as one page that needs no network and no script: tables with bars drawn as SVG.
struct ComparisonHTML: ~Copyable {
  private let comparison: CatalogComparison
  private let words: ComparisonWords
  private let showsAll: Bool
  private var output: ByteWriter

  /// Width of the longest bar.
  private static let barLength = 160.0

  /// Prepares to write.
  init(_ comparison: CatalogComparison, _ words: ComparisonWords, showsAll: Bool, sink: @escaping ByteSink) {
    self.comparison = comparison
    self.words = words
    self.showsAll = showsAll
    output = ByteWriter(sink: sink)
  }

  /// Writes everything.
  mutating func write() {
    let title = words.words("改动对照", "What changed") + ": " + words.heading(comparison)
    output.write("<!DOCTYPE html>\n<html lang=\"\(words.words("zh", "en"))\">\n<head>\n<meta charset=\"utf-8\">\n")
    output.write("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
    output.write("<title>\(escaped(title))</title>\n<style>\n\(ComparisonHTML.style)</style>\n</head>\n<body>\n")
    output.write("<h1>\(escaped(title))</h1>\n<p>\(words.population(comparison.items, isBundles: false))<br>\n")
    output.write("\(words.population(comparison.bundles, isBundles: true))</p>\n")
    totals()
    let documents = comparison.shown(showsAll)
    if documents.isEmpty { output.write("<p>\(words.nothing)</p>\n") }
    for isBundles in [false, true] {
      let part = documents.filter { $0.isBundle == isBundles }
      guard !part.isEmpty else { continue }
      begin(words.section(isBundles: isBundles))
      for document in part { row(document) }
      output.write("</tbody>\n</table>\n")
    }
    let departments = comparison.shownDepartments(showsAll)
    if !departments.isEmpty {
      begin(words.departments)
      for group in departments {
        row("<th scope=\"row\">\(escaped(words.name(of: group)))</th>", group.sums.map(\.figure))
      }
      output.write("</tbody>\n</table>\n")
    }
    output.write("<p class=\"remark\">\(escaped(words.sumRemark))</p>\n</body>\n</html>\n")
    output.flush()
  }

  /// Writes the sums and shares with a bar for each version.
  private mutating func totals() {
    output.write("<h2>\(words.totals)</h2>\n<table class=\"totals\">\n<tbody>\n")
    for sum in comparison.items.sums where sum.documents > 0 {
      let (before, after) = (length(sum.figure.before), length(sum.figure.after))
      let values = words.values(sum.figure)
      let label =
        words.name(of: sum.figure.measure) + words.words("（\(sum.documents) 个）", " (of \(sum.documents))")
      total(label, values, words.change(sum.figure), before, after, longest: max(before ?? 0, after ?? 0))
    }
    for share in comparison.items.shares where share.after.total + share.before.total > 0 {
      let values = (words.portion(share.before), words.portion(share.after))
      total(words.name(of: share.share), values, "", share.before.percent, share.after.percent, longest: 100)
    }
    output.write("</tbody>\n</table>\n")
  }

  private mutating func total(
    _ label: String, _ values: (before: String, after: String), _ change: String, _ before: Double?, _ after: Double?,
    longest: Double
  ) {
    output.write("<tr><th scope=\"row\">\(escaped(label))</th><td>\(escaped(values.before))</td>")
    output.write("<td>\(escaped(values.after))</td><td>\(escaped(change))</td><td>")
    if let before, let after, longest > 0 {
      output.write("<svg width=\"164\" height=\"22\" role=\"img\" aria-label=\"")
      output.write("\(escaped(values.before)) → \(escaped(values.after))\">")
      bar(before / longest, at: 1, "before")
      bar(after / longest, at: 12, "after")
      output.write("</svg>")
    }
    output.write("</td></tr>\n")
  }

  private mutating func bar(_ share: Double, at top: Int, _ name: String) {
    let length = Decimals.text(max(1, min(1, share) * ComparisonHTML.barLength))
    output.write("<rect class=\"\(name)\" x=\"1\" y=\"\(top)\" width=\"\(length)\" height=\"9\"/>")
  }

  /// What a bar is as long as; limits in working days.
  private func length(_ figure: Figure?) -> Double? {
    switch figure {
    case nil: nil
    case .count(let count): Double(count)
    case .share(let percent): percent
    case .limit(let limit): limit.workingDayHundredths.map(Double.init)
    }
  }

  /// Writes a heading and the head of a table.
  private mutating func begin(_ title: String) {
    output.write("<h2>\(escaped(title))</h2>\n<table>\n<thead><tr><th scope=\"col\">\(words.words("名称", "name"))</th>")
    for measure in Measure.allCases { output.write("<th scope=\"col\">\(words.name(of: measure))</th>") }
    output.write("</tr></thead>\n<tbody>\n")
  }

  private mutating func row(_ document: ComparedDocument) {
    var name = escaped(document.title[words.language]) + "<br><code>\(escaped(document.name.id))</code>"
    if !document.catalog.isEmpty { name += " <small>\(escaped(document.catalog))</small>" }
    if let department = document.department { name += "<br><small>\(escaped(department[words.language]))</small>" }
    if document.state != .kept {
      name += " <strong class=\"\(document.state.rawValue)\">\(words.name(of: document.state))</strong>"
    }
    // What came or went has one value, not a change.
    let figures = document.figures.map { figure in
      guard document.state != .kept else { return figure }
      let value = figure.after ?? figure.before
      return ComparedFigure(figure.measure, before: value, after: value)
    }
    row("<th scope=\"row\">\(name)</th>", figures)
    for variant in document.variants where variant.figures.contains(where: \.isChanged) {
      row("<th scope=\"row\" class=\"variant\">\(escaped(words.variant(variant.name)))</th>", variant.figures)
    }
  }

  private mutating func row(_ head: String, _ figures: [ComparedFigure]) {
    output.write("<tr>" + head)
    for figure in figures { cell(figure) }
    output.write("</tr>\n")
  }

  private mutating func cell(_ figure: ComparedFigure) {
    guard figure.isChanged else {
      output.write(figure.direction == .absent ? "<td class=\"absent\">" : "<td>")
      output.write(escaped(words.value(figure.after)) + "</td>")
      return
    }
    let better = figure.measure == .cut ? ComparedFigure.Direction.higher : .lower
    let name = figure.isRise ? "rise" : figure.direction == better ? "fall" : "changed"
    let values = words.values(figure)
    output.write("<td class=\"\(name)\">\(escaped(values.before)) → <b>\(escaped(values.after))</b><br><small>")
    output.write(escaped(words.change(figure)) + "</small></td>")
  }

  /// Text in which nothing is markup.
  private func escaped(_ text: String) -> String {
    var result = ""
    for scalar in VisibleText.line(text).unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static let style = """
    body { font: 15px/1.6 "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; margin: 2em auto;
      max-width: 72em; padding: 0 1em; color: #1b1b1b; background: #fff; }
    h1 { font-size: 1.4em; } h2 { font-size: 1.15em; margin-top: 1.6em; }
    table { border-collapse: collapse; width: 100%; }
    table.totals { width: auto; }
    th, td { border-bottom: 1px solid #d5d8dc; padding: .35em .6em; text-align: left; vertical-align: top; }
    thead th { border-bottom: 2px solid #7f8c8d; }
    th[scope=row] { font-weight: normal; }
    .variant { padding-left: 1.6em; color: #4d5656; }
    .absent, .remark, small { color: #626b6b; }
    .rise b, .rise small, .removed { color: #a93226; } .fall b, .fall small, .added { color: #1d6f42; }
    rect.before { fill: #aab7b8; } rect.after { fill: #1f618d; }
    code { font-size: .9em; }
    @media print { body { margin: 0; max-width: none; font-size: 9pt; } tr { break-inside: avoid; } @page { size: A4 landscape; } }

    """
}
