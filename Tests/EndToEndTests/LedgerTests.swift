import Foundation
import TestSupport
import Testing

/// The rectification ledger as people run it, from a finding to its closing.
@Suite struct LedgerTests {
  private func catalog(_ visits: Int = 2, _ files: [String: String] = [:]) throws -> TemporaryFolder {
    try Sample.catalog(
      ["items/a.yaml": Sample.item("a", visits: visits), "items/b.yaml": Sample.item("b", visits: 1)].merging(files) {
        $1
      })
  }

  /// The ids of the rows, in order.
  private func ids(_ folder: TemporaryFolder) -> [String] {
    (folder.text("ledger.yaml") ?? "").split(separator: "\n").compactMap { line in
      line.hasPrefix("  - id: ") ? String(line.dropFirst(8)) : nil
    }
  }

  @Test func aFindingIsFollowedUntilAPersonClosesIt() throws {
    let folder = try catalog()
    let begun = try Guidelint("ledger", "update", "--today", "2026-12-01").in(folder).run()
    #expect(begun.exitCode == 0 && begun.talk.contains("ledger.yaml: 1 added"), "\(begun.everything)")
    let id = try #require(ids(folder).first)
    let row = try #require(folder.text("ledger.yaml"))
    #expect(row.contains("problem: 要跑 2 次") && row.contains("due: 2026-12-31") && row.contains("title: 示例事项 a"))
    // By hand: a comment, an owner, words of one's own.
    try folder.write(
      row.replacing("    state: open", with: "    # 王某负责\n    state: working   # 已布置"), to: "ledger.yaml")
    let state = folder.state()["ledger.yaml"]
    let again = try Guidelint("ledger", "update", "--today", "2026-12-02").in(folder).run()
    #expect(again.exitCode == 0 && folder.state()["ledger.yaml"] == state, "\(again.everything)")
    let early = try Guidelint("ledger", "close", id, "--by", "李某").in(folder).run()
    #expect(early.exitCode == 2 && early.talk.contains("only what waits for review"), "\(early.everything)")
    #expect(folder.state()["ledger.yaml"] == state)
    // Mended.
    try folder.write(Sample.item("a", visits: 1), to: "items/a.yaml")
    let diff = try Guidelint("ledger", "update", "--today", "2026-12-03", "--dry-run").in(folder).run()
    #expect(diff.exitCode == 0 && diff.text.contains("+    state: review") && folder.state()["ledger.yaml"] == state)
    let mended = try Guidelint("ledger", "update", "--today", "2026-12-03").in(folder).run()
    #expect(mended.exitCode == 0 && mended.talk.contains("1 to review"), "\(mended.everything)")
    let text = try #require(folder.text("ledger.yaml"))
    #expect(text.contains("# 王某负责") && text.contains("state: review   # 已布置"))
    #expect(text.contains("2026-12-03 检查：规则 visits-too-many 已通过；文件 items/a.yaml，摘要 "))
    let second = folder.state()["ledger.yaml"]
    #expect(try Guidelint("ledger", "update", "--today", "2026-12-04").in(folder).run().exitCode == 0)
    #expect(folder.state()["ledger.yaml"] == second)
    let closed = try Guidelint(
      "ledger", "close", id, "--by", "李某", "--on", "2026-12-05", "--satisfaction", "5"
    ).in(folder).run()
    #expect(closed.exitCode == 0, "\(closed.everything)")
    let end = try #require(folder.text("ledger.yaml"))
    #expect(end.contains("closedBy: 李某") && end.contains("{date: 2026-12-05, state: closed, by: 李某}"))
    // Not mended for good.
    try folder.write(Sample.item("a", visits: 2), to: "items/a.yaml")
    let back = try Guidelint("ledger", "update", "--today", "2026-12-06").in(folder).run()
    #expect(back.talk.contains("1 reopened") && folder.text("ledger.yaml")?.contains("state: open   # 已布置") == true)
    let lint = try Guidelint("lint", "ledger.yaml", "-f", "json").in(folder).run()
    #expect(lint.exitCode == 0, "\(lint.everything)")
  }

  @Test func cellsAreSetAndShown() throws {
    let folder = try catalog()
    _ = try Guidelint("ledger", "update", "--today", "2026-12-01").in(folder).run()
    let id = try #require(ids(folder).first)
    let set = try Guidelint(
      "ledger", "set", id, "责任人=王某", "due=2026/12/2", "状态=整改中", "--by", "李某", "--on", "2026-12-01"
    ).in(folder).run()
    #expect(set.exitCode == 0, "\(set.everything)")
    #expect(folder.text("ledger.yaml")?.contains("owner: 王某") == true)
    #expect(folder.text("ledger.yaml")?.contains("due: 2026-12-02") == true)
    for (arguments, word) in [
      ([id, "ownr=x"], "owner"), ([id, "state=closed"], "ledger close"), (["L-0", "owner=x"], "no row"),
      ([id, "due=soon"], "soon"), ([id], "owner="),
    ] {
      let outcome = try Guidelint(arguments: ["ledger", "set"] + arguments).in(folder).run()
      #expect(outcome.exitCode == 2 && outcome.talk.contains(word), "\(arguments) \(outcome.everything)")
    }
    let late = try Guidelint("ledger", "show", "--overdue", "--today", "2026-12-03").in(folder).run()
    #expect(late.exitCode == 0 && late.text.contains(id) && late.text.contains("overdue"), "\(late.everything)")
    #expect(try Guidelint("ledger", "show", "--state", "closed").in(folder).run().text.isEmpty)
    let none = try Guidelint("ledger", "show", "--state", "done").in(folder).run()
    #expect(none.exitCode == 2 && none.talk.contains("working"))
  }

  @Test func exportsOpenElsewhereAndATableComesBack() throws {
    let folder = try catalog(
      2, ["items/a.yaml": Sample.item("a", visits: 2).replacing("示例事项 a", with: "'=1+1 <script>'")])
    _ = try Guidelint("ledger", "update", "--today", "2026-12-01").in(folder).run()
    for (format, name) in [("csv", "out.csv"), ("html", "out.html"), ("json", "out.json"), ("markdown", "out.md")] {
      let outcome = try Guidelint(
        "ledger", "export", "-f", "\(format)=\(name)", "--today", "2026-12-01", "--lang", "zh"
      )
      .in(folder).run()
      #expect(outcome.exitCode == 0, "\(outcome.everything)")
    }
    let html = try #require(folder.text("out.html"))
    #expect(!html.contains("<script") && html.contains("=1+1 &lt;script&gt;"))
    let csv = try #require(folder.text("out.csv"))
    #expect(csv.hasPrefix("\u{FEFF}编号,") && csv.contains("\"'=1+1 <script>\""))
    let state = folder.state()["ledger.yaml"]
    let same = try Guidelint("ledger", "import", "out.csv").in(folder).run()
    #expect(same.exitCode == 0 && folder.state()["ledger.yaml"] == state, "\(same.everything)")
    try folder.write(csv.replacing("2026-12-31", with: "2026/11/30"), to: "back.csv")
    let back = try Guidelint("ledger", "import", "back.csv", "--by", "王某").in(folder).run()
    #expect(back.exitCode == 0 && folder.text("ledger.yaml")?.contains("due: 2026-11-30") == true, "\(back.everything)")
    let id = try #require(ids(folder).first)
    _ = try Guidelint("ledger", "set", id, "due=2027-01-01").in(folder).run()
    try folder.write(csv.replacing("2026-12-31", with: "2026/11/29"), to: "late.csv")
    let conflict = try Guidelint("ledger", "import", "late.csv").in(folder).run()
    #expect(conflict.exitCode == 1 && conflict.talk.contains("2027-01-01") && conflict.talk.contains("2026/11/29"))
    #expect(folder.text("ledger.yaml")?.contains("due: 2027-01-01") == true)
    let slips = try Guidelint("ledger", "export", "--slips", "slips", "-f", "html").in(folder).run()
    #expect(slips.exitCode == 0 && slips.talk.contains("1 slip written"), "\(slips.everything)")
    #expect(try Guidelint("ledger", "export", "-f", "html=ledger.yaml").in(folder).run().exitCode == 2)
    #expect(try Guidelint("ledger", "export", "-f", "xlsx").in(folder).run().exitCode == 2)
    if let python = ExternalTool.python(with: "openpyxl") {
      let made = try Guidelint("ledger", "export", "-f", "xlsx=out.xlsx", "--list", "all").in(folder).run()
      #expect(made.exitCode == 0, "\(made.everything)")
      let script = """
        import openpyxl,sys
        b=openpyxl.load_workbook(sys.argv[1])
        w=b.worksheets[0]
        assert len([s for s in b.worksheets if s.sheet_state=='visible'])==3
        assert w.page_setup.paperSize==8 or w.page_setup.paperSize=='8'
        assert w.page_setup.orientation=='landscape' and w.print_title_rows=='$3:$3'
        cells=[c for r in w.iter_rows() for c in r if isinstance(c.value,str)]
        assert any('=1+1' in c.value for c in cells) and all(c.data_type!='f' for c in cells)
        """
      let checked = try python.run(["-c", script, folder.path + "/out.xlsx"])
      #expect(checked.exitCode == 0, "\(checked.output)")
    }
  }

  @Test func nothingIsWrittenWhereTheLedgerCannotBeTold() throws {
    let folder = try catalog()
    try folder.write("kind: Ledger\nid: one\n", to: "one.yaml")
    try folder.write("kind: Ledger\nid: two\n", to: "two.yaml")
    let several = try Guidelint("ledger", "update").in(folder).run()
    #expect(several.exitCode == 2 && several.talk.contains("one.yaml, two.yaml"), "\(several.everything)")
    let named = try Guidelint("ledger", "update", "two.yaml", "--today", "2026-12-01").in(folder).run()
    #expect(named.exitCode == 0 && folder.text("two.yaml")?.contains("source: linter") == true, "\(named.everything)")
    #expect(folder.text("one.yaml") == "kind: Ledger\nid: one\n")
    try folder.write("kind: Ledger\nid: two\nrows: [\n", to: "two.yaml")
    let broken = try Guidelint("ledger", "show", "two.yaml").in(folder).run()
    #expect(broken.exitCode == 2 && broken.talk.contains("two.yaml:"), "\(broken.everything)")
    let missing = try Guidelint("ledger", "show", "three.yaml").in(folder).run()
    #expect(missing.exitCode == 2 && missing.talk.contains("ledger update"), "\(missing.everything)")
    let misspelt = try Guidelint("ledger", "update", "one.yaml", "--rule", "visits-to-many").in(folder).run()
    #expect(misspelt.exitCode == 2 && misspelt.talk.contains("visits-too-many"), "\(misspelt.everything)")
  }

  @Test func aRunThatIsKilledLeavesTheOldLedgerOrTheNewOne() throws {
    let rows = (0..<3_000).map { "  - id: r\($0)   # 手写\n    problem: 第 \($0) 个问题\n" }.joined()
    let before = "kind: Ledger\nid: q4\nrows:\n" + rows
    let folder = try catalog(2, ["ledger.yaml": before])
    _ = try Guidelint("ledger", "update", "ledger.yaml", "--today", "2026-12-01").in(folder).run()
    let after = try #require(folder.text("ledger.yaml"))
    #expect(after.hasPrefix(before) && after.utf8.count > before.utf8.count)
    var generator = SystemRandomNumberGenerator()
    for round in 0..<6 {
      try folder.write(before, to: "ledger.yaml")
      let process = Process()
      process.executableURL = URL(filePath: try Guidelint.executable())
      process.arguments = ["ledger", "update", "ledger.yaml", "--today", "2026-12-01"]
      process.currentDirectoryURL = URL(filePath: folder.path)
      process.standardError = FileHandle.nullDevice
      process.standardOutput = FileHandle.nullDevice
      try process.run()
      // Killed once the new text is being written beside the old one, after a moment that differs from round to round.
      let draft = "\(folder.path)/ledger.yaml.guidelint-\(process.processIdentifier)"
      while process.isRunning, !FileManager.default.fileExists(atPath: draft) { usleep(100) }
      usleep(UInt32.random(in: 0...UInt32(200 + round * 400), using: &generator))
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      let found = folder.text("ledger.yaml")
      #expect(found == before || found == after, "round \(round)")
      try? FileManager.default.removeItem(atPath: draft)
    }
  }
}
