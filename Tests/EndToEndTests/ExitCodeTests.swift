import TestSupport
import Testing

/// What a run that can be trusted exits with.
@Suite struct ExitCodeTests {
  private struct Situation {
    var name: String
    var visits: Int
    var severity = "error"
    var arguments: [String] = []
    var exitCode: Int32
  }

  @Test func findingsAgainstTheFailLevel() throws {
    let situations = [
      Situation(name: "clean", visits: 1, exitCode: 0),
      Situation(name: "finding", visits: 2, exitCode: 1),
      Situation(name: "never fails", visits: 2, arguments: ["--fail-level", "never"], exitCode: 0),
      Situation(name: "a warning passes", visits: 2, severity: "warning", exitCode: 0),
      Situation(
        name: "unless asked", visits: 2, severity: "warning", arguments: ["--fail-level", "warning"], exitCode: 1),
      Situation(name: "info", visits: 2, severity: "info", arguments: ["--fail-level", "info"], exitCode: 1),
      Situation(
        name: "raised", visits: 2, severity: "info", arguments: ["--severity", "visits-too-many=error"], exitCode: 1),
      Situation(name: "lowered", visits: 2, arguments: ["--severity", "visits-too-many=info"], exitCode: 0),
      Situation(name: "switched off", visits: 2, arguments: ["--severity", "visits-too-many=off"], exitCode: 0),
      Situation(name: "skipped", visits: 2, arguments: ["--skip", "visits-too-many"], exitCode: 0),
      Situation(name: "only", visits: 2, arguments: ["--only", "visits-*"], exitCode: 1),
      Situation(name: "left out", visits: 2, arguments: ["--exclude", "second.yaml"], exitCode: 0),
      Situation(
        name: "says nothing of the cache", visits: 1, arguments: ["--no-cache", "--cache-dir", "c"], exitCode: 0),
      Situation(name: "a day", visits: 1, arguments: ["--today", "2026-05-01"], exitCode: 0),
    ]
    for situation in situations {
      let folder = try Sample.catalog(
        [
          "first.yaml": Sample.item("first", visits: 1),
          "second.yaml": Sample.item("second", visits: situation.visits),
        ], severity: situation.severity)
      for verb in [["lint"], []] {
        let outcome = try Guidelint(arguments: verb + situation.arguments).in(folder).run()
        #expect(outcome.exitCode == situation.exitCode, "\(situation.name)\n\(outcome.everything)")
        let isOneLine = outcome.talk.split(separator: "\n").count == 1
        #expect(isOneLine && outcome.talk.hasSuffix("\n"), "\(situation.name): one last line\n\(outcome.talk)")
      }
    }
  }

  @Test func aFindingIsShownWithItsPlace() throws {
    let folder = try Sample.catalog(["items/second.yaml": Sample.item("second", visits: 2)])
    let outcome = try Guidelint("lint", "items").in(folder).run()
    for part in ["items/second.yaml:4:9", "visits: 2", "visits-too-many", "It takes 2 visits.", "Merge the visits."] {
      #expect(outcome.text.contains(part), "\(part) is missing in\n\(outcome.text)")
    }
    let chinese = try Guidelint("lint", "items", "--lang", "zh").in(folder).run()
    for part in ["items/second.yaml:4:9", "要跑 2 次", "合并环节。"] {
      #expect(chinese.text.contains(part), "\(part) is missing in\n\(chinese.text)")
    }
  }

  @Test func languageComesFromTheFlagThenTheLocale() throws {
    let folder = try Sample.catalog(["a.yaml": Sample.item("a", visits: 1)])
    let expectations: [(locale: String?, flag: String?, isChinese: Bool)] = [
      ("zh_CN.UTF-8", nil, true), ("en_GB.UTF-8", nil, false), ("C", nil, true), (nil, nil, true),
      ("zh_CN.UTF-8", "en", false), ("en_GB.UTF-8", "zh", true),
    ]
    for (locale, flag, isChinese) in expectations {
      let outcome = try Guidelint(arguments: ["lint"] + (flag.map { ["--lang", $0] } ?? [])).in(folder).locale(locale)
        .run()
      #expect(outcome.talk.contains("退出码 0") == isChinese, "\(locale ?? "-") \(flag ?? "-")\n\(outcome.talk)")
    }
  }

  @Test func colourOnlyWhereAskedFor() throws {
    let folder = try Sample.catalog(["a.yaml": Sample.item("a", visits: 2)])
    let plain = try Guidelint("lint").in(folder).run()
    #expect(!plain.output.contains(0x1B))
    let coloured = try Guidelint("lint", "--color", "always").in(folder).setting("NO_COLOR", to: nil).run()
    #expect(coloured.output.contains(0x1B))
  }

  @Test func severalFormatsAtOnce() throws {
    let folder = try Sample.catalog(["a.yaml": Sample.item("a", visits: 2)])
    let both = try Guidelint("lint", "-f", "text", "-f", "json=report.json").in(folder).run()
    #expect(both.exitCode == 1, "\(both.everything)")
    let json = try Guidelint("lint", "-f", "json").in(folder).run()
    let text = try Guidelint("lint").in(folder).run()
    #expect(both.text == text.text)
    #expect(folder.text("report.json") == json.text)
  }
}
