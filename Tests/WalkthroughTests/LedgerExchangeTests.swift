import Diagnostics
import Foundation
import Rules
import SourceText
import TestSupport
import Testing
import Walkthrough

/// What leaves a ledger for spreadsheets, pages and units, and what comes back.
struct LedgerExchangeTests {
  private let text = """
    kind: Ledger
    id: q4
    round: 2026年第四季度
    lists: [问题表]
    rows:
      - {id: a, problem: '=1+1', lead: 市监局, state: working, due: 2026-11-30, code: '000131'}
      - id: b   # 手写
        problem: "<script>alert('x')</script>\\n第二行, \\"引\\"; |竖|"
        lead: ../市监局/..
        state: review
        proof: [照片]
        measure: 减一份

    """

  private func table(_ text: LedgerText) throws -> LedgerTable {
    let day = try #require(CalendarDay("2026-12-01"))
    return .whole(text.ledger, rows: text.ledger.rows, today: day, language: .zh)
  }

  private func csv(_ text: LedgerText) throws -> String {
    var bytes: [UInt8] = []
    try table(text).writeCSV { bytes.append(contentsOf: $0) }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func merged(
    _ text: LedgerText, _ csv: String, taking side: LedgerImport.Side? = nil
  ) throws -> (text: LedgerText, outcome: LedgerImport.Outcome) {
    let day = try #require(CalendarDay("2026-12-02"))
    let outcome = LedgerImport(into: text.ledger, by: "王某", on: day, note: nil, taking: side, language: .zh)
      .merge(Array(csv.utf8), named: "表.csv")
    let (result, refused) = text.applying(outcome.changes)
    #expect(refused.isEmpty)
    return (result, outcome)
  }

  /// The table with other words in one cell.
  private func replaced(_ csv: String, _ old: String, _ new: String) -> String {
    #expect(csv.ranges(of: old).count == 1, "\(csv)")
    return csv.replacing(old, with: new)
  }

  @Test func aTableThatComesBackUnchangedChangesNothing() throws {
    let ledger = try LedgerTextTests.read(text)
    let sent = try csv(ledger)
    #expect(sent.hasPrefix("\u{FEFF}编号,") && sent.contains("\"'=1+1\"") && sent.contains("000131"))
    for back in [
      sent, String(sent.dropFirst()), sent.replacing("2026-11-30", with: "2026/11/30"),
      sent.replacing("\r\n", with: "\n"),
    ] {
      let (result, outcome) = try merged(ledger, back)
      #expect(outcome.faults.isEmpty && outcome.conflicts.isEmpty && outcome.unchanged == 2, "\(outcome)")
      #expect(result.source.bytes == ledger.source.bytes)
    }
  }

  @Test func filledInCellsAreTakenAndOtherHandsKept() throws {
    let ledger = try LedgerTextTests.read(text)
    let sent = try csv(ledger)
    let back = replaced(replaced(sent, "减一份", "减两份"), "2026-11-30", "2026年12月31日")
    let (result, outcome) = try merged(ledger, back)
    #expect(outcome.changed == ["a", "b"] && outcome.conflicts.isEmpty, "\(outcome)")
    #expect(result.ledger.row("b")?.measure == "减两份" && result.ledger.row("a")?.due == "2026-12-31")
    #expect(result.ledger.row("a")?.history.last?.by == "王某")
    #expect(String(decoding: result.source.bytes, as: UTF8.self).contains("- id: b   # 手写"))
    // Meanwhile somebody else has filled in another cell: both stay.
    let meanwhile = ledger.applying([.set("b", "owner", "李某"), .set("a", "note", "加急")]).text
    let both = try merged(meanwhile, back)
    #expect(both.outcome.conflicts.isEmpty && both.text.ledger.row("b")?.owner == "李某")
    #expect(both.text.ledger.row("b")?.measure == "减两份" && both.text.ledger.row("a")?.note == "加急")
  }

  @Test func aCellThatBothChangedIsShownAndLeft() throws {
    let ledger = try LedgerTextTests.read(text)
    let back = replaced(try csv(ledger), "减一份", "减两份")
    let meanwhile = ledger.applying([.set("b", "measure", "不再收取")]).text
    let (result, outcome) = try merged(meanwhile, back)
    let conflict = try #require(outcome.conflicts.first)
    #expect(conflict.row == "b" && conflict.field == .measure && conflict.line == 3)
    #expect(conflict.ours == "不再收取" && conflict.theirs == "减两份" && conflict.sentence.zh.contains("不再收取"))
    #expect(result.source.bytes == meanwhile.source.bytes)
    #expect(try merged(meanwhile, back, taking: .theirs).text.ledger.row("b")?.measure == "减两份")
    #expect(try merged(meanwhile, back, taking: .ours).text.source.bytes == meanwhile.source.bytes)
  }

  @Test func faultsAreNamedWithTheirPlaceAndNothingIsMerged() throws {
    let ledger = try LedgerTextTests.read(text)
    for (table, word) in [
      ("编号,整改时限\na,下周\n", "第 2 行第 2 列"), ("编号;状态\na;整改\n", "整改中"), ("编号\t责任人\nx\t王某\n", "“x”"),
      ("编号,责任\na,王某\n", "责任人"), ("责任人\n王某\n", "编号"), ("编号,责任人\na,王某\na,李某\n", "第 2 行已经"),
      ("编号,状态\na,已销号\n", "验收人"), ("编号,状态\na,已销号\n", "“a”"), ("编号,状态,验收人,销号时间\na,已销号,李某,2026/12/1\n", "待复核"),
      ("编号,责任人\na,\"王某\n", "引号"), ("", "没有内容"),
    ] {
      // Without the column of digests nobody can tell whose cell is older.
      let (result, outcome) = try merged(ledger, table, taking: .theirs)
      #expect(outcome.faults.contains { $0.zh.contains(word) }, "\(table) \(outcome.faults)")
      #expect(result.source.bytes == ledger.source.bytes)
    }
    let day = try #require(CalendarDay("2026-12-02"))
    let merge = LedgerImport(into: ledger.ledger, by: nil, on: day, note: nil, taking: nil, language: .zh)
    let faults = merge.merge([0xB1, 0xE0, 0xBA, 0xC5, 0x2C], named: "表.csv").faults
    #expect(faults.count == 1 && faults[0].zh.contains("GBK") && faults[0].en.contains("CSV UTF-8"))
    let closed = try merged(ledger, "编号,状态,验收人,销号时间\nb,已销号,李某,2026/12/1\n", taking: .theirs)
    #expect(closed.outcome.faults.isEmpty && closed.text.ledger.row("b")?.state == .closed)
    #expect(closed.text.ledger.row("b")?.closedBy == "李某" && closed.text.ledger.row("b")?.closedOn == "2026-12-01")
  }

  @Test func anApplicantsNumberIsNotKept() throws {
    let ledger = try LedgerTextTests.read(text)
    let back = replaced(try csv(ledger), "减一份", "已电话告知申请人，13912345678")
    let (result, outcome) = try merged(ledger, back)
    #expect(outcome.masked == 1 && result.ledger.row("b")?.measure?.contains("13912345678") == false, "\(outcome)")
    #expect(try merged(result, back).text.source.bytes == result.source.bytes)
  }

  @Test func anOverdueRowShowsTheDeadlineThatHasPassed() throws {
    let ledger = try LedgerTextTests.read(
      "kind: Ledger\nid: l\nrows:\n  - {id: a, due: 2026-07-31, state: extension, "
        + "extension: {until: 2026-10-31, approver: 李某, reason: 等系统}}\n")
    let table = try table(ledger)
    var bytes: [UInt8] = []
    var page = LedgerPage([table], title: table.title, version: "1", language: .zh) { bytes.append(contentsOf: $0) }
    page.write()
    let html = String(decoding: bytes, as: UTF8.self)
    #expect(html.contains("2026-10-31（逾期）") && !html.contains("2026-07-31（逾期）"), "\(html.suffix(1500))")
  }

  @Test func nothingInACellCommandsAPageATableOrAFolder() throws {
    let ledger = try LedgerTextTests.read(text)
    let table = try table(ledger)
    var bytes: [UInt8] = []
    var page = LedgerPage([table], title: table.title, version: "1", language: .zh) { bytes.append(contentsOf: $0) }
    page.write()
    let html = String(decoding: bytes, as: UTF8.self)
    #expect(
      !html.contains("<script") && html.contains("&lt;script&gt;alert('x')&lt;/script&gt;"), "\(html.suffix(1500))")
    #expect(html.contains("2026-11-30（逾期）") && html.contains("（2026年第四季度）"))
    let style = try #require(
      html.components(separatedBy: "<style>").dropFirst().first?.components(separatedBy: "</style>")[0])
    let digest = Data(SHA256.digest(Array(style.utf8))).base64EncodedString()
    #expect(html.contains("sha256-\(digest)"), "the digest is sha256-\(digest)")
    #expect(!html.contains("script-src") && !html.contains("http://") && !html.contains("https://"))
    let markdown = table.markdown()
    #expect(
      markdown.contains("\\<script\\>") && markdown.contains("\\|竖\\|") && markdown.split(separator: "\n").count == 6)
    let slips = LedgerSlip.slips(of: ledger.ledger, rows: table.rows, today: table.today, language: .zh)
    #expect(slips.map(\.fileName) == ["市监局", "---市监局---"])
    #expect(slips[0].markdown().contains("工作提示单：市监局"))
    let lists = LedgerTable.lists(ledger.ledger, kit: nil, rows: table.rows, today: table.today, language: .zh)
    #expect(lists.map(\.title.zh) == ["问题表", "措施清单", "责任清单"])
    #expect(table.sheet().choices.count == 3 && table.sheet().rows.count == 5)
    for width in [40, 80, 120] {
      for line in table.lines(width: width) { #expect(line.unicodeScalars.allSatisfy { $0.value >= 0x20 }) }
    }
  }
}
