import Diagnostics
import SourceText

@testable import Rules

extension RuleFixture {
  /// The text of one document once everything that can be repaired is; faults of shape included.
  func fixed(_ text: String) -> String {
    let outcome = fix(text)
    return outcome.files.first.map { String(decoding: $0.after, as: UTF8.self) } ?? text
  }

  /// What comes of repairing one document.
  func fix(_ text: String, applying: Set<Applicability> = Set(Applicability.allCases)) -> FixOutcome {
    var configuration = Configuration.builtIn
    configuration.rules = library.rules.map { ($0.page.id, RuleSetting(isOn: true)) }
    func judge(_ changed: [String: [UInt8]]) -> LintReport {
      let source = SourceFile(path: "a.yaml", bytes: changed["a.yaml"] ?? Array(text.utf8))
      let context = LintContext(
        library: library, catalog: .init(registriesAmong: [source], library: library, textLanguage: "zh"),
        settings: SettingsResolver(library: library, configuration: configuration), textLanguage: "zh",
        today: "2025-06-01")
      return CatalogSummaries.lint([source], context).report(isFixingFaults: true)
    }
    return FixLoop(applying: applying, judge: judge).run(judge([:]))
  }

  /// The same text with CRLF, with a byte order mark, and with both.
  static func variants(_ text: String) -> [String] {
    let breaks = String(text.unicodeScalars.flatMap { $0 == "\n" ? ["\r", "\n"] : [$0] }.map(Character.init))
    return [text, breaks, "\u{FEFF}" + text, "\u{FEFF}" + breaks]
  }
}
