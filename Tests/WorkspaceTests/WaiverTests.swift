import Diagnostics
import Rules
import Testing

@testable import Workspace

/// Decisions that end: what they accept, when they end, and what is wrong with them.
@Suite struct WaiverTests {
  private static func waiver(
    _ rule: String = "bad-word", _ item: String = "a", from: String = "2026-01-01", to: String = "2026-06-30",
    more: String = ""
  ) -> String {
    "  - {rule: \(rule), item: \(item), owner: 市局, reason: 等待文件, granted: \(from), expires: \(to)\(more)}\n"
  }

  private static func desk(_ waivers: String..., items: [String: String] = [:]) -> Desk {
    var files = items.isEmpty ? ["a.yaml": item("a", "差", "好")] : items
    files["guidelint-waivers.yaml"] = "waivers:\n" + waivers.joined()
    return Desk(files)
  }

  @Test func aWaiverEndsOnItsDay() throws {
    let desk = Self.desk(Self.waiver(to: "2026-06-30"))
    let days: [(today: String, words: [String], faults: [String], exitCode: Int32, state: WaiverState)] = [
      ("2025-12-31", ["差 fail"], [], 1, .pending),
      ("2026-01-01", ["差 waiver"], [], 0, .active),
      ("2026-05-30", ["差 waiver"], [], 0, .active),
      ("2026-05-31", ["差 waiver"], ["waiver-ending 2026-06-30"], 0, .nearExpiry),
      ("2026-06-30", ["差 waiver"], ["waiver-ending 2026-06-30"], 0, .nearExpiry),
      ("2026-07-01", ["差 fail"], [], 1, .expired),
    ]
    for day in days {
      let linted = desk.lint { $0.today = day.today }
      #expect(linted.words() == day.words, "\(day.today)")
      #expect(linted.faults() == day.faults, "\(day.today)")
      #expect(linted.exitCode == day.exitCode, "\(day.today)")
      let status = try #require(linted.outcome.decisions.first?.outcome.waivers.first)
      #expect(status.state == day.state && status.covered.count == (day.state == .pending ? 0 : 1), "\(day.today)")
    }
    let accepted = try #require(desk.lint().outcome.report.diagnostics.first { $0.state == .waived }?.acceptance)
    #expect(accepted.owner == "市局" && accepted.reason == "等待文件" && accepted.expires == "2026-06-30")
    #expect(accepted.file == "guidelint-waivers.yaml")
  }

  @Test func aFaultWhoseWaiverIsOverSaysSo() throws {
    let linted = Self.desk(Self.waiver()).lint { $0.today = "2026-07-01" }
    let label = try #require(linted.outcome.report.diagnostics.first?.related.last)
    #expect(label.file == "guidelint-waivers.yaml")
    #expect(linted.text(label.range, in: "guidelint-waivers.yaml") == "2026-06-30")
    #expect(label.text?.en == "this waiver expired on 2026-06-30 (owner: 市局), so the fault counts again")
  }

  @Test func theFileSaysHowEarlyToWarn() {
    let text = "warnDays: 3\nwaivers:\n" + Self.waiver(to: "2026-06-18")
    let desk = Desk(["a.yaml": item("a", "差"), "guidelint-waivers.yaml": text])
    #expect(desk.lint { $0.today = "2026-06-14" }.faults().isEmpty)
    #expect(desk.lint { $0.today = "2026-06-15" }.faults() == ["waiver-ending 2026-06-18"])
  }

  @Test func rulesItemsAndPathsSelect() {
    let items = ["a.yaml": item("a", "差", "坏"), "b.yaml": item("bb", "坏怪")]
    let far = "2027-01-01"
    let cases: [(String, [String])] = [
      (Self.waiver("bad-word", "a", to: far), ["差 waiver", "坏 waiver", "坏 fail", "怪 fail"]),
      (Self.waiver("rules", "'b*'", to: far), ["差 fail", "坏 fail", "坏 waiver", "怪 waiver"]),
      (Self.waiver("'*-word'", "'*'", to: far), ["差 waiver", "坏 waiver", "坏 waiver", "怪 waiver"]),
      (
        Self.waiver("bad-word", "a", to: far, more: ", path: \"$['conditions'][1]\""),
        ["差 fail", "坏 waiver", "坏 fail", "怪 fail"]
      ),
    ]
    for (waiver, words) in cases { #expect(Self.desk(waiver, items: items).lint().words() == words, "\(waiver)") }
  }

  @Test func aStablePathSelectsWhateverIsInsertedAbove() throws {
    func text(_ lines: String) -> [String: String] {
      ["a.yaml": "kind: ServiceItem\nid: a\nmaterials:\n\(lines)  - {id: form, name: 差}\n  - {id: copy, name: 坏}\n"]
    }
    let waiver = Self.waiver(to: "2027-01-01", more: ", path: '$.materials[form]'")
    #expect(Self.desk(waiver, items: text("")).lint().words() == ["差 waiver", "坏 fail"])
    let inserted = text("  - {id: new, name: 坏}\n")
    #expect(Self.desk(waiver, items: inserted).lint().words() == ["坏 fail", "差 waiver", "坏 fail"])
  }

  @Test func aWaiverThatSelectsNothingIsRemarkedOn() {
    let far = "2027-01-01"
    let cases = [
      (Self.waiver("bad-wrod", to: far), "waiver-unknown-rule bad-wrod"),
      (Self.waiver("bad-word", "ab", to: far), "waiver-unknown-item ab"),
      (Self.waiver("bad-word", "'z*'", to: far), "waiver-unknown-item 'z*'"),
      (Self.waiver("odd-word", to: far), "waiver-unused {rule: odd-word"),
      (Self.waiver("odd-word"), "waiver-unused {rule: odd-word"),
      (Self.waiver("yaml-syntax", to: far), "waiver-locked yaml-syntax"),
    ]
    for (waiver, fault) in cases {
      let found = Self.desk(waiver).lint { $0.today = "2026-07-10" }.faults()
      #expect(found.count == 1 && found[0].hasPrefix(fault), "\(waiver) \(found)")
    }
    // Of what was not looked at nobody can tell.
    let other = Self.desk(Self.waiver("odd-word", to: far))
    #expect(other.lint { $0.only = ["bad-word"] }.faults().isEmpty)
    let two = Self.desk(
      Self.waiver("odd-word", "b", to: far), items: ["a.yaml": item("a", "好"), "b.yaml": item("b", "好")])
    #expect(two.lint { $0.paths = ["a.yaml"] }.faults().isEmpty)
    #expect(two.lint { $0.paths = ["b.yaml"] }.faults().count == 1)
    #expect(two.lint { $0.excluded = ["b.yaml"] }.faults().isEmpty)
  }

  @Test func aLockedRuleIsNotWaived() {
    let configuration = "root: true\nextends: [./rules]\nrules: {bad-word: {severity: error, locked: true}}\n"
    let waivers = "waivers:\n" + Self.waiver()
    let desk = Desk(
      ["a.yaml": item("a", "坏"), "guidelint-waivers.yaml": waivers], configuration: configuration)
    let linted = desk.lint()
    #expect(linted.words() == ["坏 fail"])
    #expect(linted.faults() == ["waiver-locked bad-word"])
    #expect(linted.exitCode == 2)
  }

  @Test func faultsOfTheFileHaveTheirPlaceAndFailTheRun() {
    let cases = [
      ("waivers: [{rule: bad-word}]\n", 5, "waiver-missing-field"),
      ("waivers:\n" + Self.waiver(to: "2026-02-30"), 1, "waiver-format 2026-02-30"),
      ("waivers:\n" + Self.waiver(to: "2025-02-28"), 1, "waiver-dates 2025-02-28"),
      ("waivers:\n" + Self.waiver(more: ", ownr: x"), 1, "waiver-unknown-key ownr"),
      ("waivers:\n" + Self.waiver().replacing("等待文件", with: "' '"), 1, "waiver-pattern ' '"),
      ("waiver: []\n", 2, "waiver-"),
      ("waivers: [\n", 1, "yaml-syntax"),
    ]
    for (text, count, first) in cases {
      let linted = Desk(["a.yaml": item("a", "好"), "guidelint-waivers.yaml": text]).lint()
      let found = linted.faults(in: "guidelint-waivers.yaml").filter { !$0.hasPrefix("waiver-unused") }
      #expect(found.count == count && found.contains { $0.hasPrefix(first) }, "\(text) \(found)")
      #expect(linted.exitCode == 2, "\(text)")
    }
  }
}
