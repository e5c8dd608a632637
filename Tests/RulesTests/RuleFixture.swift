import Foundation
import SourceText
import StandardRules

@testable import Rules

/// A rule set of a few rules, and documents to run it on.
struct RuleFixture {
  let library: RuleLibrary

  /// Loads rules given as `id: lines below the metadata`.
  init(
    _ rules: [String: String], vocabularies: [String: String] = [:], ownVocabularies: [String: String] = [:],
    kits: [String: String] = [:], ownKits: [String: String] = [:], profiles: [String: String] = [:],
    readsExamples: Bool = false, isObserved: Bool = false
  ) {
    let schemas = StandardRules.files.filter { $0.path.description.hasPrefix("schema/") }.map { path, text in
      RuleSourceFile(
        path: path.description, source: SourceFile(path: path.description, bytes: text.withUTF8Buffer { Array($0) }),
        isStandard: true)
    }
    let own = rules.map { id, body in
      RuleSourceFile(
        path: "own/\(id).yaml",
        source: SourceFile(path: "own/\(id).yaml", bytes: Array(RuleFixture.text(id, body).utf8)), isStandard: true)
    }
    func data(_ texts: [String: String], in folder: String, isStandard: Bool) -> [RuleSourceFile] {
      texts.map { id, body in
        let path = "\(folder)/\(id).yaml"
        return RuleSourceFile(
          path: path, source: SourceFile(path: path, bytes: Array(body.utf8)), isStandard: isStandard)
      }
    }
    let files =
      schemas + own + data(vocabularies, in: "own/vocabulary", isStandard: true)
      + data(ownVocabularies, in: "mine/vocabulary", isStandard: false)
      + data(kits, in: "own/kit", isStandard: true) + data(ownKits, in: "mine/kit", isStandard: false)
      + profiles.map { id, body in
        RuleSourceFile(
          path: "profiles/\(id).yaml", source: SourceFile(path: "profiles/\(id).yaml", bytes: Array(body.utf8)),
          isStandard: true)
      }
    library = RuleLibrary.load(
      files, authoring: AuthoringSchemas(files), normalize: nil, readsExamples: readsExamples,
      isObserved: isObserved)
  }

  /// A whole rule file from the lines that matter to a test.
  static func text(_ id: String, _ body: String) -> String {
    """
    id: \(id)
    summary: {zh: 测试, en: Test.}
    severity: error
    level: recommended
    status: {since: 0.1.0}
    message: {zh: 消息, en: message}
    why: {zh: 因, en: why}
    remedy: {zh: 法, en: how}
    sources: []
    note: {zh: 测试, en: test}
    ask: {zh: 问, en: ask}
    \(body.contains("examples:") ? "" : "examples: []")

    """ + body
  }

  /// Diagnostics of the set's files as `id text`, the text being what their range underlines.
  var faults: [String] {
    library.diagnostics.map { "\($0.rule) \(library.sources[$0.file]?.text(in: $0.range) ?? "")" }
  }

  /// Results on some files: `state text` for records, and counts of pass and not applicable.
  func run(_ files: [String: String], parameters: [(String, ParameterValue)] = []) -> RunResult {
    var configuration = Configuration.builtIn
    let values = parameters.map { (name: $0.0, value: $0.1, range: SourceRange(0, 0)) }
    configuration.rules = library.rules.map { ($0.page.id, RuleSetting(isOn: true, parameters: values)) }
    let sources = files.map { SourceFile(path: $0.key, bytes: Array($0.value.utf8)) }
    let context = LintContext(
      library: library, catalog: .init(registriesAmong: sources, library: library, textLanguage: "zh"),
      settings: SettingsResolver(library: library, configuration: configuration), textLanguage: "zh",
      today: "2025-06-01")
    return RunResult(CatalogSummaries.lint(sources, context))
  }

  /// Results on one document.
  func run(_ text: String, parameters: [(String, ParameterValue)] = []) -> RunResult {
    run(["a.yaml": text], parameters: parameters)
  }
}

/// What a run came to, in a form that tests compare.
struct RunResult {
  var pass = 0
  var notApplicable = 0
  /// `state underlined text` in order of file and offset.
  var records: [String] = []
  var messages: [String] = []
  var paths: [String] = []
  var related: [[String]] = []
  var faults: [String] = []
  var faultPaths: [String?] = []

  init(_ catalog: CatalogSummaries) {
    let sources = Dictionary(catalog.files.map { ($0.source.path, $0.source) }) { first, _ in first }
    for file in catalog.files {
      faultPaths += file.summary.faults.map(\.path)
      faults += file.summary.faults.map { "\($0.diagnostic.id) \(file.source.text(in: $0.diagnostic.range))" }
      for document in file.summary.documents {
        pass += document.tallies.reduce(0) { $0 + Int($1.pass) }
        notApplicable += document.tallies.reduce(0) { $0 + Int($1.notApplicable) }
        for result in document.results.sorted(by: { $0.range.start < $1.range.start }) {
          records.append("\(result.state.token) \(file.source.text(in: result.range))")
          messages.append(result.message.en)
          paths.append(result.path)
          related.append(result.related.map { (sources[$0.file ?? ""] ?? file.source).text(in: $0.range) })
        }
      }
    }
  }
}
