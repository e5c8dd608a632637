package import Diagnostics
package import Encoding
import Rules

/// Tables of a ledger as one page that needs no network, made to be printed on A3 and to be read on a telephone.
package struct LedgerPage: ~Copyable {
  private let tables: [LedgerTable]
  private let title: LocalizedText
  private let version: String
  private let language: Language
  private var page: HTMLWriter

  /// Prepares to stream a page.
  package init(
    _ tables: [LedgerTable], title: LocalizedText, version: String, language: Language, to sink: @escaping ByteSink
  ) {
    self.tables = tables
    self.title = title
    self.version = version
    self.language = language
    page = HTMLWriter(sink: sink)
  }

  /// Writes the page from top to bottom.
  package mutating func write() {
    page.beginPage(
      PageHead(
        isChinese: language == .zh, titleZH: title.zh, titleEN: title.en, version: version,
        style: (LedgerPageStyle.text, LedgerPageStyle.digest), script: nil))
    page.begin("body")
    page.endLine()
    for index in tables.indices { write(tables[index], isFirst: index == 0) }
    page.finish()
  }

  private mutating func write(_ table: LedgerTable, isFirst: Bool) {
    page.begin("main")
    page.begin(isFirst ? "h1" : "h2")
    page.visible(table.title[language])
    page.end()
    page.begin("p")
    page.visible(table.summary[language])
    page.end()
    page.endLine()
    if !table.rows.isEmpty {
      let groups = table.list == nil ? LedgerPage.groups : table.columns.map { [$0] }
      page.begin("table")
      if table.list == nil { page.attribute("class", literal: "whole") }
      head(groups)
      page.begin("tbody")
      page.endLine()
      for row in table.rows { write(row, groups, of: table) }
      page.end()
      page.end()
      page.endLine()
    }
    page.end()
    page.endLine()
  }

  /// Columns of the whole ledger: what belongs together shares one, so that a row can be read across a page.
  private static let groups: [[LedgerField]] = [
    [.id, .source, .foundOn, .foundBy], [.title, .code, .place], [.problem, .defect, .severity, .alike], [.cause],
    [.measure, .advice], [.lead, .partners, .leader, .owner], [.type, .due, .until],
    [.state, .progress, .reason], [.proof], [.closedOn, .closedBy, .followUp, .satisfaction], [.note],
  ]

  private mutating func head(_ groups: [[LedgerField]]) {
    page.begin("thead")
    page.begin("tr")
    for group in groups {
      page.begin("th")
      page.attribute("scope", literal: "col")
      page.text(label(of: group))
      page.end()
    }
    page.end()
    page.end()
    page.endLine()
  }

  private func label(of group: [LedgerField]) -> String { group.first.map { $0.label[language] } ?? "" }

  private mutating func write(_ row: LedgerRow, _ groups: [[LedgerField]], of table: LedgerTable) {
    page.begin("tr")
    let isOverdue = row.isOverdue(on: table.today.text)
    if row.state == .closed { page.attribute("class", literal: "closed") }
    if isOverdue { page.attribute("class", literal: "overdue") }
    for group in groups {
      page.begin("td")
      page.attribute("data-label", label(of: group))
      for field in group {
        guard let text = table.cell(field, of: row) else { continue }
        page.begin("div")
        if field != group.first { page.element("b", field.label[language]) }
        for (place, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
          if place > 0 { page.void("br") }
          page.visible(String(line))
        }
        page.end()
      }
      page.end()
    }
    page.end()
    page.endLine()
  }
}
