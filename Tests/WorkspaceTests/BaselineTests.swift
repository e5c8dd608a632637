import Diagnostics
import Rules
import SourceText
import Testing

@testable import Workspace

/// Old faults that do not fail a run: written, compared, pruned.
@Suite struct BaselineTests {
  private static let name = "guidelint-baseline.jsonl"

  @Test func whatWasThereIsAcceptedAndWhatIsNewFails() throws {
    let desk = Desk(["a.yaml": item("a", "差甲", "差乙"), "b.yaml": item("b", "好")])
    #expect(desk.lint().exitCode == 1)
    #expect(try desk.update(.write) == ["\(Self.name): 2, 2, 0"])
    #expect(desk.lint().words() == ["差 baseline", "差 baseline"])
    #expect(desk.lint().exitCode == 0)
    desk.write(item("b", "坏"), to: "b.yaml")
    let linted = desk.lint()
    #expect(linted.words() == ["差 baseline", "差 baseline", "坏 fail"])
    #expect(linted.exitCode == 1)
    #expect(desk.lint { $0.baseline = "none" }.words() == ["差 fail", "差 fail", "坏 fail"])
  }

  @Test func aLineHoldsNoCountAndNoPlaceInTheFile() throws {
    let desk = Desk(["b.yaml": item("b", "差"), "a.yaml": item("a", "差\"乙", "甲")])
    _ = try desk.update(.write)
    let text = try #require(desk.text(Self.name))
    let lines = text.split(separator: "\n")
    #expect(text.hasSuffix("\n") && lines.count == 2 && lines == lines.sorted())
    #expect(lines[0].hasPrefix("{\"document\":\"a\",\"rule\":\"bad-word\",\"path\":\"$.conditions[~"))
    #expect(lines[0].hasSuffix("\",\"ordinal\":1}"))
    for above in ["", String(repeating: "# 说明\n", count: 10)] {
      desk.write(above + item("a", "新", "差\"乙", "甲"), to: "a.yaml")
      #expect(try desk.update(.write) == ["\(Self.name): 2, 0, 0"])
      #expect(desk.text(Self.name) == text)
    }
  }

  @Test func aFixThatCancelsANewFaultIsSeen() throws {
    let desk = Desk(["a.yaml": item("a", "差甲", "好乙")])
    _ = try desk.update(.write)
    desk.write(item("a", "好甲", "坏乙"), to: "a.yaml")
    let linted = desk.lint()
    #expect(linted.words() == ["坏 fail"])
    let compared = desk.lint { $0.baselinePurpose = .compare }
    let comparison = try #require(compared.outcome.decisions.first?.outcome.baseline)
    #expect(comparison.new.count == 1 && comparison.stale.count == 1 && comparison.known.isEmpty)
    #expect(linted.messages.contains { $0.contains("1 line of the baseline") })
    let strict = desk.lint { $0.isBaselineStrict = true }
    #expect(strict.faults().count == 1 && strict.faults()[0].hasPrefix("baseline-stale {\"document\":\"a\""))
    desk.write(item("a", "好甲", "好乙"), to: "a.yaml")
    #expect(desk.lint().exitCode == 0)
    #expect(desk.lint { $0.isBaselineStrict = true }.exitCode == 1)
    #expect(try desk.update(.prune) == ["\(Self.name): 0, 0, 1"])
    #expect(desk.lint { $0.isBaselineStrict = true }.exitCode == 0)
  }

  @Test func equalFaultsAreToldApart() throws {
    let desk = Desk(["a.yaml": item("a", "差甲", "差甲")])
    _ = try desk.update(.write)
    desk.write(item("a", "差甲", "差甲", "差甲"), to: "a.yaml")
    #expect(desk.lint().words() == ["差 baseline", "差 baseline", "差 fail"])
    desk.write(item("a", "差甲"), to: "a.yaml")
    #expect(try desk.update(.prune) == ["\(Self.name): 1, 0, 1"])
  }

  @Test func onlyWhatWasLookedAtIsStale() throws {
    let desk = Desk(["a.yaml": item("a", "差怪"), "b.yaml": item("b", "差"), "c.yaml": item("c", "差")])
    _ = try desk.update(.write)
    for name in ["a", "b", "c"] { desk.write(item(name, "好"), to: name + ".yaml") }
    #expect(try desk.update(.prune) { $0.paths = ["b.yaml"] } == ["\(Self.name): 3, 0, 1"])
    #expect(try desk.update(.prune) { $0.only = ["odd-word"] } == ["\(Self.name): 2, 0, 1"])
    #expect(try desk.update(.prune) { $0.excluded = ["a.yaml"] } == ["\(Self.name): 1, 0, 1"])
    desk.write("kind: ServiceItem\nid: a\nname: [\n", to: "a.yaml")
    #expect(try desk.update(.prune) == ["\(Self.name): 1, 0, 0"])
    // Not even its id can be read here.
    desk.write("[\n", to: "a.yaml")
    #expect(try desk.update(.prune) == ["\(Self.name): 1, 0, 0"])
    // A document that is gone leaves lines behind that only a look at everything can tell to be stale.
    desk.write(item("d", "好"), to: "a.yaml")
    #expect(try desk.update(.prune) { $0.paths = ["b.yaml"] } == ["\(Self.name): 1, 0, 0"])
    #expect(try desk.update(.prune) == ["\(Self.name): 0, 0, 1"])
  }

  @Test func aPartialWriteKeepsTheRest() throws {
    let desk = Desk(["a.yaml": item("a", "差怪"), "b.yaml": item("b", "差")])
    #expect(try desk.update(.write) { $0.paths = ["a.yaml"] } == ["\(Self.name): 2, 2, 0"])
    #expect(try desk.update(.write) { $0.paths = ["b.yaml"] } == ["\(Self.name): 3, 1, 0"])
    #expect(try desk.update(.write) { $0.only = ["odd-word"] } == ["\(Self.name): 3, 0, 0"])
  }

  @Test func orderAndWorkersDoNotMatter() throws {
    var files: [String: String] = [:]
    for number in 0..<20 { files["\(number).yaml"] = item("i\(number)", "差怪", "差\(number % 3)", "差1", "差1") }
    let desk = Desk(files)
    _ = try desk.update(.write) { $0.jobs = 1 }
    let text = try #require(desk.text(Self.name))
    let expected = desk.lint().words()
    var lines = text.split(separator: "\n").map(String.init)
    var seed: UInt64 = 7
    for round in 0..<8 {
      for index in lines.indices.dropLast() {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        lines.swapAt(index, index + Int(seed >> 33) % (lines.count - index))
      }
      desk.write(lines.joined(separator: round % 2 == 0 ? "\n" : "\r\n") + "\n\n", to: Self.name)
      let linted = desk.lint { $0.jobs = 1 + round }
      #expect(linted.words() == expected && linted.exitCode == 0)
      _ = try desk.update(.write) { $0.jobs = 1 + round }
      #expect(desk.text(Self.name) == text)
    }
  }

  @Test func aMalformedLineIsNamed() {
    let good = "{\"document\":\"a\",\"rule\":\"r\",\"path\":\"$\",\"value\":\"0000000000000000\",\"ordinal\":1}"
    let bad = [
      "x", "{}", "[]", good + ",", good.replacing("\"ordinal\":1", with: "\"ordinal\":0"),
      good.replacing("0000000000000000", with: "0"), good.replacing("\"rule\":\"r\",", with: ""),
      good.replacing("}", with: ",\"line\":4}"), good.replacing("\"a\"", with: "\"a"), "<<<<<<< HEAD",
      good.replacing("\"a\"", with: "\"\\ud800\""), good.replacing("\"a\"", with: "7"),
    ]
    for line in bad {
      let linted = Desk(["a.yaml": item("a", "好"), Self.name: "\(good)\n\(line)\n\(good)\n"]).lint()
      #expect(linted.faults(in: Self.name) == ["baseline-malformed \(line)"])
      #expect(linted.exitCode == 2)
      #expect(linted.outcome.report.diagnostics.first?.message.en.hasPrefix("Line 2 is") == true)
    }
    let written =
      "  {\"ordinal\": 1, \"value\":\"0000000000000000\" , \"path\":\"$\",\"rule\":\"r\", \"document\":\"\\u0061\\/\\n\"} "
    #expect(Desk(["a.yaml": item("a", "好"), Self.name: written]).lint().faults().isEmpty)
  }

  @Test func everyKeySurvivesItsLine() {
    for document in ["a", "甲\"\\", "😀\u{2028}\t\n\u{1}"] {
      let key = DiagnosticKey(
        rule: "r", document: document, place: StablePlace(path: "$.a[甲 \"b\"]", value: .max), ordinal: 12)
      let source = SourceFile(path: "b", bytes: Baseline.text(of: [key, key]))
      let (baseline, faults) = Baseline.read(source)
      #expect(baseline.entries.map(\.key) == [key] && faults.isEmpty)
    }
  }

  @Test func commentsComeFirstThenWaiversThenTheBaseline() throws {
    let desk = Desk(["a.yaml": item("a", "差甲", "差乙", "差丙")])
    _ = try desk.update(.write)
    desk.write(item("a", "差甲 # guidelint: allow bad-word -- 理由", "差乙", "差丙"), to: "a.yaml")
    let path = ", path: \"$['conditions'][1]\""
    func waivers(until day: String) -> String {
      "waivers:\n  - {rule: bad-word, item: a, owner: o, reason: r, granted: 2026-01-01, expires: \(day)\(path)}\n"
    }
    desk.write(waivers(until: "2027-01-01"), to: "guidelint-waivers.yaml")
    let linted = desk.lint()
    #expect(linted.words() == ["差 suppression", "差 waiver", "差 baseline"])
    #expect(linted.outcome.report.counts.waived == 3)
    // What was waived fails again when its time is over, whatever the baseline once knew.
    desk.write(waivers(until: "2026-06-01"), to: "guidelint-waivers.yaml")
    #expect(desk.lint().words() == ["差 suppression", "差 fail", "差 baseline"])
    #expect(try desk.update(.write) == ["\(Self.name): 1, 0, 2"])
  }

  @Test func neitherLockedRulesNorFaultsOfTheFileGetIn() throws {
    let configuration = "root: true\nextends: [./rules]\nrules: {odd-word: {severity: error, locked: true}}\n"
    let broken = "kind: ServiceItem\nid: b\nname: 差 # guidelint: alow x -- y\n---\nname: [\n"
    let desk = Desk(["a.yaml": item("a", "差怪"), "b.yaml": broken], configuration: configuration)
    #expect(try desk.update(.write) == ["\(Self.name): 2, 2, 0"])
    let linted = desk.lint()
    #expect(linted.words() == ["差 baseline", "怪 fail", "差 baseline"])
    #expect(linted.faults().map { $0.prefix(12) } == ["suppression-", "yaml-syntax "])
  }

  @Test func eachCatalogHasItsOwn() throws {
    let desk = Desk([
      "a.yaml": item("a", "差"), "sub/guidelint.yaml": "extends: [../rules]\n", "sub/a.yaml": item("a", "差"),
    ])
    #expect(try desk.update(.write) == ["\(Self.name): 1, 1, 0", "sub/\(Self.name): 1, 1, 0"])
    #expect(desk.lint().words() == ["差 baseline", "差 baseline"])
    desk.write("", to: Self.name)
    #expect(desk.lint().words() == ["差 fail", "差 baseline"])
    let named = desk.lint { $0.baseline = "sub/\(Self.name)" }
    #expect(named.exitCode == 2 && named.messages.contains { $0.contains("is for one catalog") })
    let one = desk.lint {
      $0.baseline = "sub/\(Self.name)"
      $0.paths = ["sub"]
    }
    #expect(one.words() == ["差 baseline"])
    #expect(desk.lint { $0.baseline = "missing.jsonl" }.exitCode == 2)
  }
}

extension Linted {
  /// What is said besides, in English.
  var messages: [String] { outcome.messages.map(\.text.en) }
}
