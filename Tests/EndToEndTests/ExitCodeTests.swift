import TestSupport
import Testing

/// What a person sees of a run besides its exit code, which `ExitCodeTableTests` lists.
@Suite struct ExitCodeTests {
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
