import Diagnostics
import Rules
import SourceText
import Testing
import Walkthrough

struct LedgerUpdateTests {
  private static let subject = LedgerUpdate.Subject(
    name: DocumentName(kind: "ServiceItem", id: "shop"), title: LocalizedText(zh: "开店", en: "Opening a shop"),
    code: "0001", department: LocalizedText(zh: "市监局", en: "Market authority"), file: "items/shop.yaml",
    digest: "00000000000000aa")

  private func finding(
    _ rule: String = "copies", path: String = "$.materials[form].copies", value: UInt64 = 1, ordinal: Int = 1,
    severity: Severity = .warning
  ) -> LedgerFinding? {
    var diagnostic = ReportedDiagnostic(
      rule: rule, severity: severity, message: LocalizedText(zh: "要 \(value) 份", en: "\(value) copies"),
      file: "items/shop.yaml", range: SourceRange(0, 0), document: LedgerUpdateTests.subject.name,
      anchor: StablePlace(path: path, value: value))
    diagnostic.key.ordinal = ordinal
    return LedgerFinding(diagnostic, of: nil)
  }

  private func walk(_ id: String, on date: String, _ change: (inout WalkRecord) -> Void) -> WalkRecord {
    var walk = WalkRecord(id: id, document: LedgerUpdateTests.subject.name)
    walk.date = date
    change(&walk)
    return walk
  }

  private func line(_ result: WalkRecord.Finding) -> WalkRecord.Line {
    var line = WalkRecord.Line(id: "limit.promised")
    line.about = "承诺办结时限"
    line.written = "5 工作日"
    line.found = "10 工作日"
    line.result = result
    return line
  }

  /// A ledger's file brought up to date; the text reads as intended, or the update would have been refused.
  private func updated(
    _ text: LedgerText, _ findings: [LedgerFinding?] = [], walks: [WalkRecord] = [], on day: String = "2026-12-01",
    digest: String = "00000000000000aa", isThere: Bool = true, hasRun: Bool = true,
    _ change: (inout LedgerUpdate.Options) -> Void = { _ in }
  ) throws -> (text: LedgerText, outcome: LedgerUpdate.Outcome) {
    var options = LedgerUpdate.Options(today: try #require(CalendarDay(day)))
    change(&options)
    var subject = LedgerUpdateTests.subject
    subject.digest = digest
    let outcome = LedgerUpdate(
      text.ledger, findings: findings.compactMap(\.self), walks: walks, subjects: isThere ? [subject] : [], kits: [:],
      options: options, hasRun: { _, _ in hasRun }
    ).run()
    let (result, refused) = text.applying(outcome.changes)
    #expect(refused.isEmpty)
    return (result, outcome)
  }

  private func empty() throws -> LedgerText { try LedgerTextTests.read("kind: Ledger\nid: q4\nrows: []\n") }

  /// What a person does to the only row.
  private func acted(_ text: LedgerText, _ changes: (LedgerAct, LedgerRow) throws -> [LedgerChange]) throws
    -> LedgerText
  {
    let day = try #require(CalendarDay("2026-12-05"))
    let act = LedgerAct(by: "李某", on: day, note: "已看", language: .zh)
    return text.applying(try changes(act, text.ledger.rows[0])).text
  }

  @Test func aFindingBecomesARowThatIsReviewedClosedAndTakenUpAnew() throws {
    var (text, outcome) = try updated(try empty(), [finding()])
    let first = text.ledger.rows[0]
    #expect(outcome.added == [first.id] && first.id.hasPrefix("L-") && first.id.utf8.count == 10)
    #expect(first.state == .open && first.lead == "市监局" && first.due == "2026-12-31" && first.alike == 1)
    #expect(first.key == "copies/shop/$.materials[form].copies#0000000000000001" && first.code == "0001")
    let again = try updated(text, [finding()], on: "2026-12-02")
    #expect(again.text.source.bytes == text.source.bytes && again.outcome.unchanged == 1)
    // Mended: up for review with proof, once.
    (text, outcome) = try updated(text, on: "2026-12-03")
    #expect(outcome.toReview == [first.id] && text.ledger.rows[0].state == .review)
    #expect(
      text.ledger.rows[0].proof == ["2026-12-03 检查：规则 copies 已通过；文件 items/shop.yaml，摘要 00000000000000aa"])
    #expect(try updated(text, on: "2026-12-04").text.source.bytes == text.source.bytes)
    let reviewed = text
    // Closed by a person; it comes back and is open again.
    text = try acted(text) { try $0.close($1, satisfaction: "5") }
    let closed = text.ledger.rows[0]
    #expect(
      closed.state == .closed && closed.closedBy == "李某" && closed.closedOn == "2026-12-05"
        && closed.satisfaction == "5")
    #expect(try updated(text, on: "2026-12-06").outcome.closed == 1)
    (text, outcome) = try updated(text, [finding()], on: "2026-12-07")
    #expect(outcome.reopened == [first.id] && text.ledger.rows[0].state == .open)
    #expect(text.ledger.rows[0].history.map(\.state) == ["open", "review", "closed", "open"])
    // Back while it waits for review: returned, with the reason.
    let returned = try updated(reviewed, [finding()], on: "2026-12-04").text.ledger.rows[0]
    #expect(returned.state == .returned && returned.reason?.isEmpty == false)
  }

  @Test func aPersonWhoSendsARowBackIsNotOverruledByTheSameText() throws {
    var text = try updated(try empty(), [finding()]).text
    text = try updated(text, on: "2026-12-03").text
    text = try acted(text) {
      try $0.fill([LedgerAct.Cell(.state, "退回重改"), LedgerAct.Cell(.reason, "窗口照旧要两份")], in: $1)
    }
    #expect(try updated(text, on: "2026-12-06").text.source.bytes == text.source.bytes)
    let mended = try updated(text, on: "2026-12-07", digest: "00000000000000bb")
    #expect(mended.outcome.toReview.count == 1 && mended.text.ledger.rows[0].proof.count == 2)
  }

  @Test func equalFaultsChangedValuesAndOrderAreKeptApart() throws {
    let twice = [finding(), finding(ordinal: 2)]
    let text = try updated(try empty(), twice).text
    #expect(text.ledger.rows.count == 2 && Set(text.ledger.rows.map(\.id)).count == 2)
    #expect(text.ledger.rows.map(\.alike) == [2, 2])
    #expect(try updated(text, twice.reversed()).text.source.bytes == text.source.bytes)
    let one = try updated(text, [finding()], on: "2026-12-02")
    #expect(one.outcome.toReview == [text.ledger.rows[1].id] && one.text.ledger.rows[0].alike == 1)
    // Another wrong value at the same place is the same problem; the row's own words stay.
    let single = try updated(try empty(), [finding()]).text
    let changed = try updated(single, [finding(value: 3)], on: "2026-12-02")
    let row = changed.text.ledger.rows[0]
    #expect(changed.outcome.added.isEmpty && changed.text.ledger.rows.count == 1 && row.problem == "要 1 份")
    #expect(row.key?.hasSuffix("#0000000000000003") == true && row.history.last?.note == "内容有改动，仍有问题：要 3 份")
    #expect(try updated(changed.text, [finding(value: 3)]).text.source.bytes == changed.text.source.bytes)
  }

  @Test func whatIsNotKnownIsSaidAndNotClosed() throws {
    let text = try updated(try empty(), [finding()]).text
    let gone = try updated(text, isThere: false)
    #expect(gone.outcome.gone.map(\.document) == ["shop"] && gone.text.source.bytes == text.source.bytes)
    let unjudged = try updated(text, hasRun: false)
    #expect(unjudged.outcome.unjudged.count == 1 && unjudged.text.source.bytes == text.source.bytes)
    let rejected = try acted(text) {
      try $0.fill([LedgerAct.Cell(.state, "rejected"), LedgerAct.Cell(.reason, "依法须两份")], in: $1)
    }
    #expect(try updated(rejected, [finding()]).text.source.bytes == rejected.source.bytes)
    #expect(try updated(rejected).text.source.bytes == rejected.source.bytes)
  }

  @Test func onlyWhatIsAskedForIsJudged() throws {
    let found = [finding(severity: .info), finding("visits", path: "$.visits")]
    #expect(try updated(try empty(), found).outcome.added.count == 1)
    #expect(try updated(try empty(), found) { $0.minSeverity = .info }.outcome.added.count == 2)
    let text = try updated(try empty(), found) { $0.rules = ["visits"] }.text
    #expect(text.ledger.rows.map(\.rule) == ["visits"])
    #expect(try updated(text) { $0.rules = ["copies"] }.text.source.bytes == text.source.bytes)
    #expect(try updated(text) { $0.documents = ["other"] }.text.source.bytes == text.source.bytes)
  }

  @Test func aWalkBecomesRowsAndALaterOneProves() throws {
    let first = walk("w-1", on: "2026-10-15") {
      $0.channel = "window"
      $0.place = "A12"
      $0.unit = "营商办"
      $0.mode = "incognito"
      $0.lines = [line(.differs)]
      $0.extra = [WalkRecord.Extra(name: "房东身份证复印件", note: "口头要求")]
      $0.cannot = "系统打不开"
      $0.suggestions = ["增设自助终端"]
      var reply = WalkRecord.Reply(id: "hall.seats")
      reply.ask = "有没有座位？"
      reply.result = .problem
      $0.answers = [reply]
    }
    var (text, outcome) = try updated(try empty(), walks: [first])
    #expect(
      outcome.added.count == 5 && text.ledger.rows.allSatisfy { $0.source == .walk && $0.foundOn == "2026-10-15" })
    let row = text.ledger.rows[0]
    #expect(row.problem == "承诺办结时限：指南写“5 工作日”，现场为“10 工作日”" && row.place == "窗口：A12")
    #expect(row.foundBy == "营商办，incognito" && row.key == "walk/shop/limit.promised" && row.defect == .opaqueProcess)
    #expect(text.ledger.rows[1].type == .immediate && text.ledger.rows[1].severity == .error)
    #expect(text.ledger.rows.last?.type == .standing && text.ledger.rows.last?.advice == "增设自助终端")
    #expect(try updated(text, walks: [first], on: "2026-12-02").text.source.bytes == text.source.bytes)
    let second = walk("w-10", on: "2026-12-03") { $0.lines = [line(.same)] }
    (text, outcome) = try updated(text, walks: [second, first], on: "2026-12-04")
    #expect(outcome.toReview == [row.id] && text.ledger.rows[0].proof == ["2026-12-03 走流程 w-10：与指南一致，没有问题"])
    #expect(try updated(text, walks: [first, second], on: "2026-12-05").text.source.bytes == text.source.bytes)
    text = try acted(text) { try $0.close($1) }
    #expect(try updated(text, walks: [first, second], on: "2026-12-06").text.source.bytes == text.source.bytes)
    let third = walk("w-11", on: "2026-12-09") { $0.lines = [line(.differs)] }
    (text, outcome) = try updated(text, walks: [first, second, third], on: "2026-12-10")
    #expect(outcome.reopened == [row.id] && text.ledger.rows[0].state == .open)
    #expect(try updated(text, walks: [first, second, third], on: "2026-12-11").text.source.bytes == text.source.bytes)
  }

  @Test func statesFollowOneAnotherAsTheTableSays() {
    let table: [LedgerState: Set<LedgerState>] = [
      .open: [.working, .review, .postponed, .rejected], .working: [.review, .postponed, .rejected],
      .postponed: [.working, .review, .rejected], .review: [.closed, .returned, .working],
      .returned: [.working, .review, .postponed, .rejected], .closed: [.open], .rejected: [.open],
    ]
    for state in LedgerState.allCases {
      #expect(Set(state.successors) == table[state])
      #expect(LedgerState(words: state.label.zh) == state && LedgerState(words: state.rawValue) == state)
    }
  }

  @Test func aStateNeedsWhatItNeeds() throws {
    let text = try updated(try empty(), [finding()]).text
    for (cells, word) in [
      ([LedgerAct.Cell(.state, "待复核")], "proof"), ([LedgerAct.Cell(.state, "申请延期")], "extension.until"),
      ([LedgerAct.Cell(.state, "不予采纳")], "reason"), ([LedgerAct.Cell(.state, "已销号")], "ledger close"),
      ([LedgerAct.Cell(.state, "退回重改")], "退回重改"), ([LedgerAct.Cell(.due, "下周")], "下周"),
      ([LedgerAct.Cell(.alike, "3")], "举一反三"), ([LedgerAct.Cell(.state, "整改")], "整改中"),
      ([LedgerAct.Cell(.satisfaction, "9")], "9"),
    ] {
      do {
        _ = try acted(text) { try $0.fill(cells, in: $1) }
        Issue.record("\(cells)")
      } catch let refusal as LedgerAct.Refusal {
        #expect(refusal.text.zh.contains(word), "\(refusal.text.zh)")
      }
    }
    #expect(throws: LedgerAct.Refusal.self) { try acted(text) { try $0.close($1) } }
    let done = try acted(text) {
      try $0.fill(
        [
          LedgerAct.Cell(.until, "2027年1月31日"), LedgerAct.Cell(.approver, "陈某"),
          LedgerAct.Cell(.extensionReason, "系统改造"), LedgerAct.Cell(.state, "extension"),
          LedgerAct.Cell(.partners, "住建局、公安局"),
        ], in: $1)
    }.ledger.rows[0]
    #expect(done.state == .postponed && done.deadline == "2027-01-31" && done.partners == ["住建局", "公安局"])
    #expect(done.history.last?.by == "李某" && !done.isOverdue(on: "2027-01-31") && done.isOverdue(on: "2027-02-01"))
  }
}
