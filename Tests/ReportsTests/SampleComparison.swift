import Catalog
import Diagnostics
import Reports
import Rules

/// A comparison with everything that one can hold.
enum SampleComparison {
  /// Figures as text: steps, materials, statutory, promised, visits, fees, windows; `-` is not stated.
  static func measures(_ text: String) -> ItemMeasures {
    let words = text.split(separator: ",").map { $0.trimmingPrefix(" ") }.map(String.init)
    func count(_ index: Int) -> Int? { Int(words[index]) }
    var measures = ItemMeasures()
    (measures.steps, measures.materials) = (count(0), count(1))
    measures.statutory = TimeLimit(words[2])
    measures.promised = TimeLimit(words[3])
    (measures.visits, measures.fees, measures.windows) = (count(4), count(5), count(6))
    return measures
  }

  static func version(_ text: String, _ shares: Set<Share> = [], isActive: Bool = true) -> ComparedDocument.Version {
    ComparedDocument.Version(measures: measures(text), isActive: isActive, shares: shares)
  }

  static let bureau = LocalizedText(zh: "市市场监督管理局", en: "Market Regulation")
  static let transport = LocalizedText(zh: "市交通运输局 | <b>", en: "Transport | <b>")

  static let full = CatalogComparison(
    [
      ComparedDocument(
        name: DocumentName(kind: "ServiceItem", id: "food-business-licence"), catalog: "",
        title: LocalizedText(zh: "食品经营许可", en: "Food business licence"), department: bureau,
        before: version("4, 5, 10 工作日, 5 工作日, 1, 0, 1", [.fullyOnline]),
        after: version("3, 6, 10 工作日, 15 自然日, 0, 0, 1", [.fullyOnline, .zeroVisit]),
        variants: [
          ComparedDocument.Variant(
            name: LocalizedText(zh: "新办", en: "New"),
            figures: ComparedFigure.all(
              before: measures("4, 5, 10 工作日, 5 工作日, 1, 0, 1"), after: measures("3, 6, 10 工作日, 4 工作日, 0, 0, 1")))
        ]),
      ComparedDocument(
        name: DocumentName(kind: "ServiceItem", id: "signboard"), catalog: "",
        title: LocalizedText(zh: "=店招设置“指引”,一", en: "=Signboards \"guidance\", one"), department: bureau,
        before: version("-, -, 20 日, -, -, 0, -"), after: version("2, -, 20 工作日, 即办, 2, -, -", [.instant])),
      ComparedDocument(
        name: DocumentName(kind: "ServiceItem", id: "freight"), catalog: "second",
        title: LocalizedText(zh: "道路货物运输经营许可", en: "Road freight licence"), department: transport,
        before: version("5, 5, 20 工作日, 5 工作日, 0, 1, 1", [.zeroVisit]), after: nil),
      ComparedDocument(
        name: DocumentName(kind: "ServiceItem", id: "cargo"), catalog: "second",
        title: LocalizedText(zh: "货运备案", en: "Freight filing"), department: transport, before: nil,
        after: version("1, 2, 5 工作日, 即办, 0, 0, 1", [.instant, .zeroVisit, .fullyOnline])),
      ComparedDocument(
        name: DocumentName(kind: "ServiceItem", id: "same"), catalog: "", title: LocalizedText(zh: "不变", en: "Same"),
        department: nil, before: version("1, 1, 5 工作日, 1 工作日, 0, 0, 1", [.zeroVisit]),
        after: version("1, 1, 5 工作日, 1 工作日, 0, 0, 1", [.zeroVisit])),
      ComparedDocument(
        name: DocumentName(kind: "Bundle", id: "restaurant"), catalog: "",
        title: LocalizedText(zh: "开餐馆“一件事”", en: "Opening a restaurant"), department: bureau,
        before: version("9, 12, 30 工作日, 12 工作日, 1, 0, 2"), after: version("7, 9, 30 工作日, 8 工作日, 1, 0, 1")),
    ], beforeName: LocalizedText(zh: "HEAD~4", en: "HEAD~4"), afterName: LocalizedText(zh: "工作区", en: "working tree"))

  static let empty = CatalogComparison(
    [], beforeName: LocalizedText(zh: "HEAD", en: "HEAD"), afterName: LocalizedText(zh: "工作区", en: "working tree"))

  static func render(
    _ comparison: CatalogComparison, as format: ComparisonFormat, language: Language = .zh, showsAll: Bool = false
  ) -> [UInt8] {
    var output: [UInt8] = []
    format.write(comparison, options: ReportOptions(language: language), showsAll: showsAll) {
      output.append(contentsOf: $0)
    }
    return output
  }
}
