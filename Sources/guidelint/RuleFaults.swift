internal import Diagnostics
internal import Rules
internal import SourceText

/// Faults of rule files and examples, one line each with file, line and column.
enum RuleFaults {
  /// Prints what is wrong with the files of a set.
  static func printAll(_ library: RuleLibrary, language: Language) {
    for diagnostic in library.diagnostics {
      let place = library.sources[diagnostic.file].map { position(diagnostic.range, in: $0) } ?? ""
      let remedy = diagnostic.remedy.map { " " + $0[language] } ?? ""
      printError("\(diagnostic.file)\(place): \(diagnostic.message[language])\(remedy) [\(diagnostic.rule)]")
    }
  }

  /// The line for a failed example.
  static func line(_ failure: RuleTester.Failure, of rule: Rule, language: Language) -> String {
    let place = position(failure.range, in: rule.page.source)
    let example = failure.example.isEmpty ? "" : words("示例“\(failure.example)”：", "example “\(failure.example)”: ")
    return "\(rule.page.source.path)\(place): \(example)\(failure.message[language])"
  }

  /// The line for a part that no example reaches.
  static func line(_ gap: RuleCoverage.Gap, of rule: Rule, language: Language) -> String {
    "\(rule.page.source.path)\(position(gap.range, in: rule.page.source)): \(gap.message[language])"
  }

  /// The line for an entry of a vocabulary that does nothing.
  static func line(_ failure: VocabularyTester.Failure, language: Language) -> String {
    "\(failure.file.path)\(position(failure.range, in: failure.file)): \(failure.message[language])"
  }

  private static func position(_ range: SourceRange, in source: SourceFile) -> String {
    let position = LineMap(source.bytes).position(at: range.start, in: source.bytes)
    return ":\(position.line):\(position.column)"
  }
}
