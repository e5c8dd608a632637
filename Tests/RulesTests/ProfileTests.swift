import SourceText
import Testing

@testable import Rules

/// Two rules, one of them for one region, and three profiles.
private let regional = RuleFixture(
  [
    "everywhere": """
    for: ServiceItem
    params: {most: {type: integer, default: 3, description: {zh: 上限, en: most}}}
    require: item.visits <= params.most
    """,
    "only-there": "profiles: [zhejiang]\nfor: ServiceItem\nrequire: item.visits == 0",
  ],
  profiles: [
    "national": "id: national\ntitle: {zh: 全国, en: National}\nrules: {everywhere: {params: {most: 2}}}",
    "zhejiang": """
    id: zhejiang
    title: {zh: 浙江, en: Zhejiang}
    extends: national
    rules: {everywhere: {severity: info, params: {most: 1}}}
    """,
    "quiet": "id: quiet\ntitle: {zh: 静, en: Quiet}\nrules: {everywhere: off, only-there: warning}",
  ])

/// Severity of each rule that is on, and the parameter that counts.
private func settings(_ profile: String?, catalog: String? = nil, rules: [String] = []) -> [String] {
  var configuration = Configuration.builtIn
  configuration.profile = profile.map { ($0, SourceRange(0, 0)) }
  configuration.rules = rules.map { ($0, RuleSetting(isOn: true)) }
  let settings = SettingsResolver(library: regional.library, configuration: configuration, catalogProfile: catalog).base
  return regional.library.rules.indices.filter { settings.isOn($0) }.map {
    "\(regional.library.rules[$0].page.id) \(settings.severity(of: $0).token)"
  }
}

@Test func aRuleOfOneRegionTakesPartOnlyThere() {
  #expect(regional.faults == [])
  #expect(settings(nil) == ["everywhere error"])
  #expect(settings("zhejiang") == ["everywhere info", "only-there error"])
  #expect(settings("national", rules: ["only-there"]) == ["everywhere error", "only-there error"])
}

@Test func aProfileTurnsRulesOffButNoneOn() {
  #expect(settings("quiet") == [])
}

@Test func theConfigurationsProfileWinsOverTheCatalogs() {
  #expect(settings(nil, catalog: "zhejiang") == ["everywhere info", "only-there error"])
  #expect(settings("national", catalog: "zhejiang") == ["everywhere error"])
}

@Test func aProfileStartsFromAnother() {
  var configuration = Configuration.builtIn
  configuration.profile = ("zhejiang", SourceRange(0, 0))
  let chain = regional.library.profiles(upTo: "zhejiang").map(\.id)
  #expect(chain == ["national", "zhejiang"])
}

@Test func profilesAreCheckedWithTheRules() {
  let fixture = RuleFixture(
    ["r": "profiles: [guangdon]\nfor: ServiceItem\nrequire: 'true'"],
    profiles: [
      "guangdong": "id: guangdong\ntitle: {zh: 粤, en: Guangdong}\nextends: shanghai\nrules: {q: off}",
      "shanghai": "id: shanghai\ntitle: {zh: 沪, en: Shanghai}\nextends: guangdong",
    ])
  #expect(
    Set(fixture.faults) == [
      "rule-profile r", "config-unknown-rule q", "rule-profile guangdong", "rule-profile shanghai",
    ])
  #expect(fixture.library.diagnostics.contains { $0.message.en.contains("Did you mean guangdong?") })
}

@Test func theCatalogsProfileMustExist() {
  let result = regional.run("kind: Catalog\nid: c\nname: 目录\nprofile: zhejang")
  #expect(result.faults == ["catalog-profile zhejang"])
}

@Test func theProfileIsThatOfTheFirstCatalogThatNamesOne() {
  let silent = ["profile:", "profile: ~", "profile: {}", "note: 无"]
  for line in silent {
    let sources = [("a.yaml", line), ("b.yaml", "profile: zhejiang"), ("c.yaml", "profile: shanghai")].map {
      path, line in
      SourceFile(path: path, bytes: Array("kind: Catalog\nid: \(path)\n\(line)\n".utf8))
    }
    let files = DefiningFiles(among: sources, library: regional.library, textLanguage: "zh")
    #expect(files.profile == "zhejiang", "\(line)")
    #expect(files.sources.count == 3)
  }
}
