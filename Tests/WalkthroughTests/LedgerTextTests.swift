import SourceText
import Testing
import Walkthrough

struct LedgerTextTests {
  static func read(_ text: String) throws -> LedgerText {
    try LedgerText(SourceFile(path: "ledger.yaml", bytes: Array(text.utf8)))
  }

  private func edited(_ text: String, _ changes: [LedgerChange]) throws -> String {
    let (result, refused) = try LedgerTextTests.read(text).applying(changes)
    #expect(refused.isEmpty, "\(refused)")
    return String(decoding: result.source.bytes, as: UTF8.self)
  }

  private let event = LedgerRow.Event(date: "2026-12-01", state: .working, by: "王某", note: "已布置: 窗口")

  @Test func aCellIsChangedInPlaceAndAHistoryIsBegun() throws {
    let text = """
      kind: Ledger   # 台账
      id: q4
      rows:
        # 第一条
        - id: a
          problem: "窗口另要复印件"   # 原话
          state: open    # 待定
          # 以下由牵头单位填
          owner:
        - {id: b, state: 'open'}   # 第二条

      """
    let result = try edited(
      text,
      [
        .set("a", "state", "working"), .set("a", "owner", "王某"), .set("a", "due", "2026-12-31"), .note("a", event),
        .set("b", "state", "working"), .note("b", event), .note("b", event),
      ])
    #expect(
      result == """
        kind: Ledger   # 台账
        id: q4
        rows:
          # 第一条
          - id: a
            problem: "窗口另要复印件"   # 原话
            state: working    # 待定
            # 以下由牵头单位填
            owner: 王某
            due: 2026-12-31
            history:
              - {date: 2026-12-01, state: working, by: 王某, note: "已布置: 窗口"}
          - {id: b, state: 'working', history: [{date: 2026-12-01, state: working, by: 王某, note: "已布置: 窗口"}, {date: 2026-12-01, state: working, by: 王某, note: "已布置: 窗口"}]}   # 第二条

        """)
  }

  @Test func listsGrowInTheirOwnStyle() throws {
    let text = """
      kind: Ledger
      id: q4
      rows:
      - id: a
        proof:
        - 照片 # 一
        # 二
        history:
            -
              date: 2026-11-01
              state: open
      - id: b
        proof: [ a.jpg,
                 b.jpg ]
        partners: []
      """
    let result = try edited(
      text,
      [
        LedgerChange(row: "a", .append("proof", .text("- 复查"))), .note("a", event),
        LedgerChange(row: "b", .append("proof", .text("c, d"))),
        LedgerChange(row: "b", .set(["partners"], .list([.text("住建局"), .text("公安局")]))),
      ])
    #expect(
      result == """
        kind: Ledger
        id: q4
        rows:
        - id: a
          proof:
          - 照片 # 一
          - "- 复查"
          # 二
          history:
              -
                date: 2026-11-01
                state: open
              - {date: 2026-12-01, state: working, by: 王某, note: "已布置: 窗口"}
        - id: b
          proof: [ a.jpg,
                   b.jpg,
                   "c, d" ]
          partners: [住建局, 公安局]
        """)
  }

  @Test(arguments: [
    ("rows: []   # 还没有\n", "rows:   # 还没有\n  - id: n\n    problem: 新\n"),
    ("rows:\n", "rows:\n  - id: n\n    problem: 新\n"), ("", "rows:\n  - id: n\n    problem: 新\n"),
    (
      "rows:\n-   id: a\n    note: |\n      一\n\n# 完\n",
      "rows:\n-   id: a\n    note: |\n      一\n-   id: n\n    problem: 新\n\n# 完\n"
    ),
    ("rows: [{id: a}]", "rows: [{id: a}, {id: n, problem: 新}]"),
    ("rows:\n  - id: a\n    # 注\n  # 末\n", "rows:\n  - id: a\n    # 注\n  - id: n\n    problem: 新\n  # 末\n"),
    ("rows:\r\n  - {id: a}", "rows:\r\n  - {id: a}\r\n  - id: n\r\n    problem: 新"),
    (
      "rows:\n  - id: a\n...\n---\nkind: Other\n",
      "rows:\n  - id: a\n  - id: n\n    problem: 新\n...\n---\nkind: Other\n"
    ),
  ])
  func aRowIsAddedAtTheEnd(_ before: String, _ after: String) throws {
    let isWindows = before.utf8.contains(0x0D)
    let head = isWindows ? "\u{FEFF}kind: Ledger\r\nid: q4\r\n" : "kind: Ledger\nid: q4\n"
    let row = LedgerChange(
      row: "n", .add([LedgerValue.Field("id", .text("n")), LedgerValue.Field("problem", .text("新"))]))
    #expect(try edited(head + before, [row]) == head + after)
  }

  @Test func whatCannotBeChangedAloneIsRefusedAndTheRestIsDone() throws {
    let text = """
      kind: Ledger
      id: q4
      x-text: &text 老问题
      x-row: &row {id: c, state: open}
      rows:
        - id: a
          problem: *text
        - id: b
          state: open
        - *row
        - {id: d}
        - {id: d}

      """
    let changes: [LedgerChange] = [
      .set("a", "problem", "新问题"), .set("b", "state", "review"), .set("c", "state", "review"),
      .set("d", "state", "review"), .set("e", "state", "review"),
    ]
    let (result, refused) = try LedgerTextTests.read(text).applying(changes)
    #expect(
      String(decoding: result.source.bytes, as: UTF8.self)
        == text.replacing("id: b\n    state: open", with: "id: b\n    state: review"))
    #expect(refused.count == 4 && refused.allSatisfy { $0.id == "ledger-edit-refused" })
    for (row, diagnostic) in zip(["a", "c", "d", "e"], refused) {
      #expect(diagnostic.message.zh.contains("“\(row)”") && diagnostic.message.en.contains("“\(row)”"))
    }
    #expect(throws: LedgerText.Fault.self) { try LedgerTextTests.read("kind: Ledger\nid: [") }
    #expect(throws: LedgerText.Fault.self) { try LedgerTextTests.read("kind: Catalog\nid: a\n") }
  }

  /// Texts that an editor, a spreadsheet or somebody with bad intent may put into a cell.
  static let texts = [
    "窗口", "2026-12-31", "", " ", "=1+1", "<script>alert(1)</script>", "a: b", "# 不是注释", "a # b", "- x", "[x", "{", "'",
    "\"", "\\n", "两行\n第二行", "制表\t符", "true", "12", "null", "~", "*a", "&a", "!x", "%x", "@x", "`x", "|", ">", "?", ":",
    "a:", "x,y", "]}", "\u{2028}", "\u{85}", "\u{FEFF}", "\u{202E}abc", "\u{7}", "😀", "尾 ", "---", "...", "<<",
  ]

  @Test func everyByteOutsideTheEditStaysAndTheTextReadsAsIntended() throws {
    var random = Seeded(7)
    var done = 0
    for round in 0..<400 {
      let (text, ids) = GeneratedLedger.make(&random)
      let ledger = try LedgerTextTests.read(text)
      let row = ids[Int(random.next() % UInt64(ids.count))]
      let words = LedgerTextTests.texts[Int(random.next() % UInt64(LedgerTextTests.texts.count))]
      let changes: [LedgerChange] =
        switch random.next() % 5 {
        case 0: [.set(row, "state", "review"), .note(row, event)]
        case 1: [.set(row, "measure", words)]
        case 2: [LedgerChange(row: row, .append("proof", .text(words))), .set(row, "note", words)]
        case 3: [LedgerChange(row: row, .set(["extension", "until"], .text("2027-01-01"))), .set(row, "owner", words)]
        default:
          [
            LedgerChange(
              row: "N", .add([LedgerValue.Field("id", .text("N")), LedgerValue.Field("problem", .text(words))]))
          ]
        }
      let (result, refused) = ledger.applying(changes)
      // A comment inside the cell at hand is a reason to leave it; nothing else that is generated is.
      #expect(refused.isEmpty, "round \(round): \(changes)\n\(text)")
      if !refused.isEmpty { continue }
      done += 1
      try check(result, against: ledger, changes, text, "round \(round)")
    }
    #expect(done > 300)
  }

  /// What was there stays in its order, byte for byte; rows that were not spoken of mean the same.
  private func check(
    _ result: LedgerText, against before: LedgerText, _ changes: [LedgerChange], _ text: String, _ name: String
  ) throws {
    let after = String(decoding: result.source.bytes, as: UTF8.self)
    let changed = Set(changes.map(\.row))
    let rows = result.ledger.rows.filter { !changed.contains($0.id) }
    #expect(rows == before.ledger.rows.filter { !changed.contains($0.id) }, "\(name)\n\(after)")
    for change in changes {
      let row = try #require(result.ledger.row(change.row), "\(name)")
      switch change.action {
      case .set(["state"], _): #expect(row.state == .review)
      case .set(["measure"], .text(let words)): #expect(row.measure == words, "\(name)\n\(after)")
      case .set(["note"], .text(let words)): #expect(row.note == words, "\(name)\n\(after)")
      case .set(["owner"], .text(let words)): #expect(row.owner == words, "\(name)\n\(after)")
      case .set: #expect(row.postponement?.until == "2027-01-01", "\(name)\n\(after)")
      case .append("history", _): #expect(row.history.last == event, "\(name)\n\(after)")
      case .append(_, .text(let words)): #expect(row.proof.last == words, "\(name)\n\(after)")
      case .append: break
      case .add: #expect(result.ledger.rows.last == row, "\(name)\n\(after)")
      }
    }
    // Comments and the cells beside are there still, and as often.
    for mark in ["# 注", "x-own"]
    where !LedgerTextTests.texts.contains(where: { after.contains($0) && $0.contains(mark) }) {
      #expect(after.components(mark) == text.components(mark), "\(name): \(mark)\n\(text)\n->\n\(after)")
    }
    let isWindows = text.utf8.contains(0x0D)
    #expect(!isWindows || after.utf8.count { $0 == 0x0A } == after.utf8.count { $0 == 0x0D }, "\(name)")
    // Doing it again with the same value changes nothing.
    let again = changes.filter { if case .set = $0.action { true } else { false } }
    #expect(result.applying(again).text.source.bytes == result.source.bytes, "\(name)\n\(after)")
  }
}

extension String {
  /// How often a text occurs.
  fileprivate func components(_ mark: String) -> Int { ranges(of: mark).count }
}

/// Numbers that are the same in every run.
struct Seeded: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return (state ^ state >> 29) &* 0xBF58_476D_1CE4_E5B9 >> 17
  }
}

/// Ledgers as people write them: rows by indentation and between brackets, comments, quotes, blocks of text, CRLF, BOM.
enum GeneratedLedger {
  static func make(_ random: inout Seeded) -> (text: String, ids: [String]) {
    func pick<Value>(_ values: [Value]) -> Value { values[Int(random.next() % UInt64(values.count))] }
    let newline = pick(["\n", "\n", "\r\n"])
    let indent = pick(["", "  ", "    "])
    let gap = pick([" ", "   "])
    var lines = ["kind: Ledger", "# 注：全区", "id: q4", pick(["name: 台账", "name: {zh: 台账, en: Ledger}"]), "rows:"]
    var ids: [String] = []
    for number in 0..<(1 + Int(random.next() % 5)) {
      let id = "r\(number)"
      ids.append(id)
      if pick([true, false, false]) { lines.append(indent + "# 注：下面一行") }
      if pick([true, false, false]) {
        let rest = pick([
          "", ", state: open", ", measure: 手写, proof: [a.jpg]", ", x-own: {a: [1, 2]}", ", note: '手写', measure: ",
          ",\(newline)\(indent)    problem: \"手写 {id}\"", ", extension: {reason: 手写}",
        ])
        lines.append("\(indent)-\(gap){id: \(id)\(rest)}" + pick(["", "  # 注"]))
        continue
      }
      var fields = ["id: \(id)" + pick(["", " # 注"])]
      for field in [
        pick([
          ["problem: 手写"], ["problem: |", "  手写", "  第二行"], ["problem: >-", "  手写", "", "  段"],
          ["problem: 手写", "  续行"],
        ]),
        pick([
          [], ["measure:"], ["measure: \"手写\\t\"  # 注"], ["measure: null"],
          ["measure: 手写: 是"].map { $0.replacing(": 是", with: "") },
        ]),
        pick([[], ["owner: 12"], ["owner: '手写''s'"], ["owner:   "]]),
        pick([[], ["x-own:", "  a: 1", "  # 注", "  b: [1,", "    2]"]]),
        pick([["state: open"], [], ["state: \"working\" # 注"]]),
        pick([[], ["proof: [a]"], ["proof:", "- a", "- b # 注"], ["proof: []"], ["proof:", "  - >", "    手写"]]),
        pick([[], ["extension:", "  reason: 手写"], ["extension:"], ["extension: {until: 2026-12-01} # 注"]]),
        pick([[], ["note: |+", "  手写", ""], ["note: |-", "    手写"], ["note: ~"]]),
        pick([
          [], ["history:", "  - {date: 2026-10-01, state: open}"],
          ["history: [{date: 2026-10-01, state: open, by: 手写}]"],
        ]),
      ] { fields += field }
      for (place, field) in fields.enumerated() {
        let start = place == 0 ? "-" + gap : String(repeating: " ", count: gap.utf8.count + 1)
        lines.append(field.isEmpty ? "" : indent + start + field)
      }
      if pick([true, false, false]) { lines.append(indent + "    # 注：行尾") }
      if pick([true, false, false]) { lines.append("") }
    }
    if pick([true, false]) { lines.append("x-own: 1 # 注") }
    let end = pick(["", newline, newline + "# 完" + newline, newline + newline])
    let text = lines.joined(separator: newline) + end
    return (pick([true, false, false]) ? "\u{FEFF}" + text : text, ids)
  }
}
