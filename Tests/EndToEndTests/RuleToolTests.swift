import TestSupport
import Testing

/// The tools of rule authors, run as they would run them.
@Suite struct RuleToolTests {
  private let rule = """
    id: visits-two
    summary: {zh: 跑两次, en: Two visits.}
    severity: warning
    level: recommended
    status: {since: 0.1.0}
    for: ServiceItem
    require: item.visits < 2 || has(item.visitReason)
    at: '@.visits'
    message: {zh: '要跑 {item.visits} 次', en: '{item.visits} visits.'}
    why: {zh: 多跑一次, en: One more trip.}
    remedy: {zh: 合并, en: Merge them.}
    sources: []
    note: {zh: 试用, en: A trial.}
    ask: {zh: 跑了几次？, en: How many visits?}
    examples:
      - name: once
        ok: |
          kind: ServiceItem
          visits: 1
      - name: twice
        bad: |
          kind: ServiceItem
          visits: 2
          #~      ^ visits-two

    """

  @Test func coverageNamesWhatNoExampleReaches() throws {
    let folder = try TemporaryFolder()
    try folder.write(rule, to: "own/visits-two.yaml")
    let result = try Guidelint("rule", "test", "./own", "--coverage").in(folder).run()
    #expect(result.exitCode == 0, "\(result.everything)")
    #expect(result.text.contains("own/visits-two.yaml:7:29: In no example is “has(item.visitReason)” true."))
    #expect(result.talk.contains("The examples reach 4 of 5 outcomes."))
  }

  @Test func deadEntriesOfAnOwnVocabularyFailTheTest() throws {
    let folder = try TemporaryFolder()
    try folder.write(rule, to: "own/visits-two.yaml")
    try folder.write("id: own\nkind: words\nentries: [尽快]\n", to: "own/vocabulary/own.yaml")
    let result = try Guidelint("rule", "test", "./own").in(folder).run()
    #expect(result.exitCode == 1, "\(result.everything)")
    #expect(result.text.contains("own/vocabulary/own.yaml:1:5: No rule uses the vocabulary “own”."))
  }

  @Test func pagesOfOwnRulesShowTheirFinding() throws {
    let folder = try TemporaryFolder()
    try folder.write(rule, to: "own/visits-two.yaml")
    let result = try Guidelint("rule", "docs", "./own", "--output", "pages").in(folder).run()
    #expect(result.exitCode == 0, "\(result.everything)")
    let page = try #require(folder.text("pages/visits-two.md"))
    #expect(page.contains("2 | visits: 2\n  |         ^"))
    #expect(page.contains("警告[visits-two]：要跑 2 次"))
    #expect(try #require(folder.text("pages/README.md")).contains("[visits-two](visits-two.md)"))
  }

  @Test func theSameSeedDrawsTheSameFindings() throws {
    let folder = try TemporaryFolder()
    for number in 1...9 {
      try folder.write("kind: ServiceItem\nid: item-\(number)\nname: 事项\n", to: "items/\(number).yaml")
    }
    func draw(_ seed: String, _ path: String) throws -> Guidelint.Outcome {
      try Guidelint("rule", "sample", "steps-missing", path, "--count", "3", "--seed", seed).in(folder).run()
    }
    let first = try draw("1", "items")
    #expect(first.exitCode == 0 && first.talk.contains("3 of 9 findings drawn with seed 1."), "\(first.everything)")
    #expect(try draw("1", "items").text == first.text)
    #expect(try draw("2", "items").text != first.text)
    #expect(try draw("1", "nowhere").exitCode == 2)
  }
}
