import Foundation
import TestSupport
import Testing

/// Comments, waivers and baselines with the real binary.
@Suite struct DecisionTests {
  private static let waivers = """
    waivers:
      - rule: visits-too-many
        item: second
        owner: 市政务服务局
        approver: 李局
        reason: "=系统改造, \\"一期\\"|完成前"
        granted: 2026-01-01
        expires: 2026-06-30
      - {rule: visits-too-many, item: first, owner: 市局, reason: 旧事项, granted: 2026-01-01, expires: 2026-12-31}

    """

  private func catalog(_ more: [String: String] = [:]) throws -> TemporaryFolder {
    let files = ["first.yaml": Sample.item("first", visits: 1), "second.yaml": Sample.item("second", visits: 2)]
    return try Sample.catalog(files.merging(more) { $1 })
  }

  @Test func aBaselineFromItsFirstLineToItsLast() throws {
    let folder = try catalog()
    func run(_ words: String) throws -> Guidelint.Outcome {
      try Guidelint(arguments: words.split(separator: " ").map(String.init)).in(folder).run()
    }
    #expect(try run("baseline compare").text == "+ second.yaml:4:9 visits-too-many It takes 2 visits.\n")
    #expect(try run("baseline compare").exitCode == 1)
    let written = try run("baseline write")
    #expect(written.exitCode == 0 && written.text == "guidelint-baseline.jsonl: 1 line (1 added, 0 dropped).\n")
    let accepted = try run("lint")
    #expect(accepted.exitCode == 0 && accepted.text.contains("Besides: 1 in the baseline (not listed)."))
    #expect(accepted.talk.contains("0 fail") && accepted.talk.contains("1 waived"))
    #expect(try run("lint --baseline none").exitCode == 1)
    #expect(try run("lint --baseline guidelint-baseline.jsonl").exitCode == 0)
    #expect(try run("lint --baseline missing.jsonl").exitCode == 2)
    try folder.write(Sample.item("first", visits: 3), to: "first.yaml")
    try folder.write(Sample.item("second", visits: 1), to: "second.yaml")
    let swapped = try run("baseline compare")
    #expect(swapped.exitCode == 1 && swapped.talk == "1 new, 0 in the baseline, 1 stale.\n")
    #expect(swapped.text.split(separator: "\n").map { $0.prefix(8) } == ["+ first.", "- second"])
    try folder.write(Sample.item("first", visits: 1), to: "first.yaml")
    let stale = try run("lint")
    #expect(stale.exitCode == 0 && stale.talk.contains("note: 1 line of the baseline"))
    #expect(try run("lint --baseline-strict").exitCode == 1)
    #expect(try run("baseline compare").exitCode == 0)
    #expect(try run("baseline compare --baseline-strict").exitCode == 1)
    #expect(try run("baseline prune").text == "guidelint-baseline.jsonl: 0 lines (0 added, 1 dropped).\n")
    #expect(try run("lint --baseline-strict").exitCode == 0)
  }

  @Test func aBaselineIsLeftAloneWhereTheRunIsNotComplete() throws {
    let folder = try catalog(["guidelint-baseline.jsonl": "<<<<<<< ours\n"])
    for verb in ["write", "prune", "compare"] {
      let outcome = try Guidelint("baseline", verb).in(folder).run()
      #expect(outcome.exitCode == 2 && outcome.talk.contains("guidelint-baseline.jsonl:1:1"), "\(outcome.everything)")
    }
    #expect(folder.text("guidelint-baseline.jsonl") == "<<<<<<< ours\n")
    #expect(try Guidelint("lint").in(folder).run().exitCode == 2)
    let onInput = try Guidelint("baseline", "write", "--baseline", "first.yaml").in(folder).run()
    #expect(onInput.exitCode == 2 && folder.text("first.yaml") == Sample.item("first", visits: 1))
  }

  @Test func everyFormSaysWhoAcceptedWhat() throws {
    let folder = try catalog(["guidelint-waivers.yaml": Self.waivers])
    let text = try Guidelint("lint", "--today", "2026-06-15").in(folder).run()
    #expect(text.exitCode == 0, "\(text.everything)")
    for part in ["(waived)", "owner: 市政务服务局, until 2026-06-30", "waiver-ending", "(15 days left", "waiver-unused"] {
      #expect(text.text.contains(part), "\(part) is missing in\n\(text.text)")
    }
    let json = try Guidelint("lint", "--today", "2026-06-15", "-f", "json").in(folder).run()
    for part in ["\"kind\": \"waiver\"", "\"owner\": \"市政务服务局\"", "\"expires\": \"2026-06-30\""] {
      #expect(json.text.contains(part), "\(part) is missing in\n\(json.text)")
    }
    let expired = try Guidelint("lint", "--today", "2026-07-01").in(folder).run()
    #expect(expired.exitCode == 1)
    #expect(expired.text.contains("::: guidelint-waivers.yaml:8:14"), "\(expired.text)")
    #expect(expired.text.contains("this waiver expired on 2026-06-30"))
  }

  @Test func theListOfWaiversInEveryForm() throws {
    let folder = try catalog(["guidelint-waivers.yaml": Self.waivers])
    func list(_ format: String, on day: String = "2026-06-15") throws -> String {
      let outcome = try Guidelint("waiver", "report", "--today", day, "--format", format).in(folder).run()
      #expect(outcome.exitCode == 0 && outcome.errors.isEmpty, "\(outcome.everything)")
      return outcome.text
    }
    let text = try list("text")
    for part in [
      "guidelint-waivers.yaml:2  visits-too-many  second", "near expiry: 2026-01-01 to 2026-06-30 (15 days left)",
      "owner: 市政务服务局, approved by 李局", "covers 1 fault\n    second visits-too-many $.visits",
      "2 waivers: near expiry 1, unused 1.",
    ] { #expect(text.contains(part), "\(part) is missing in\n\(text)") }
    #expect(try list("text", on: "2026-07-02").contains("expired: 2026-01-01 to 2026-06-30 (2 days ago)"))
    #expect(try list("text", on: "2025-07-02").contains("not yet in force"))
    let rows = try list("csv").components(separatedBy: "\r\n")
    #expect(rows.count == 4 && rows[0].hasPrefix("\u{FEFF}\"state\",\"rule\"") && rows[3].isEmpty)
    #expect(
      rows[1].contains("\"'=系统改造, \"\"一期\"\"|完成前\"") && rows[1].hasSuffix(",\"15\",\"1\",\"guidelint-waivers.yaml:2\""))
    let table = try list("markdown").split(separator: "\n")
    #expect(table.count == 4 && table[2].contains("一期\"\\|完成前"), "\(table)")
    let object = try JSONDecoder().decode(WaiverList.self, from: Data(list("json").utf8))
    #expect(object.today == "2026-06-15" && object.waivers.map(\.state) == ["near-expiry", "unused"])
    #expect(object.waivers[0].covered.map(\.document) == ["second"] && object.waivers[0].daysLeft == 15)
    let file = try Guidelint("waiver", "report", "-o", "list.txt", "--lang", "zh").in(folder).run()
    #expect(file.exitCode == 0 && file.output.isEmpty)
    #expect(folder.text("list.txt")?.contains("共 2 条豁免") == true)
    #expect(try Guidelint("waiver", "report", "-o", "first.yaml").in(folder).run().exitCode == 2)
    try folder.write("waivers: [{rule: x}]\n", to: "guidelint-waivers.yaml")
    let faulty = try Guidelint("waiver", "report").in(folder).run()
    #expect(faulty.exitCode == 2 && faulty.talk.contains("guidelint-waivers.yaml:1:11"), "\(faulty.everything)")
  }

  private struct WaiverList: Decodable {
    struct Waiver: Decodable {
      var state: String
      var daysLeft: Int
      var covered: [Covered]
    }
    struct Covered: Decodable { var document: String }
    var today: String
    var waivers: [Waiver]
  }

  @Test func aCommentInAFile() throws {
    let comment = " # guidelint: allow visits-too-many -- 法院要求两次到场\n"
    let folder = try catalog(["second.yaml": Sample.item("second", visits: 2).dropLast() + comment])
    let outcome = try Guidelint("lint").in(folder).run()
    #expect(outcome.exitCode == 0 && outcome.text.contains("waived because: 法院要求两次到场"), "\(outcome.everything)")
    try folder.write(Sample.item("second", visits: 1).dropLast() + comment, to: "second.yaml")
    let unused = try Guidelint("lint", "--fail-level", "warning").in(folder).run()
    #expect(unused.exitCode == 1 && unused.text.contains("suppression-unused"), "\(unused.everything)")
  }
}
