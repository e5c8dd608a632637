import Catalog
package import Diagnostics
package import SourceText

/// Runs the examples of rules: documentation that cannot go stale.
package struct RuleTester {
  /// Something that an example promises and the rule does not do.
  package struct Failure: Hashable, Sendable {
    /// The example's name; empty for a fault of the rule as a whole.
    package var example: String
    /// What is wrong.
    package var message: LocalizedText
    /// Where, in the rule file.
    package var range: SourceRange
  }

  /// Holds the rules with their examples, and everything that running one needs.
  let library: RuleLibrary

  /// Prepares to test rules of a library that was loaded with its examples.
  package init(_ library: RuleLibrary) { self.library = library }

  /// Everything that is wrong with a rule's examples.
  /// - Parameter variants: changes to try each example with; mutations are tried on the plain text only.
  package func test(_ rule: Rule, variants: [ExampleVariant] = [.plain]) -> [Failure] {
    var failures: [Failure] = []
    for expectation in [ExampleExpectation.ok, .bad]
    where !rule.page.examples.contains(where: { $0.expectation == expectation }) {
      failures.append(
        Failure(example: "", message: Messages.exampleMissing(expectation), range: rule.page.idRange))
    }
    if rule.fix != nil, !rule.page.examples.contains(where: { $0.fixed != nil }) {
      failures.append(Failure(example: "", message: Messages.fixedMissing, range: rule.page.idRange))
    }
    for example in rule.page.examples {
      // What fails as it is written fails in every variant too: once is enough to be told.
      failures += variants.lazy.map { test(example, of: rule, $0) }.first { !$0.isEmpty } ?? []
      failures += testMutation(example, of: rule)
    }
    return failures
  }

  /// An example as a run of the linter.
  package struct Run: Sendable {
    /// The example's documents, without mark lines.
    package var text: String
    /// Further files, those of the version compared against included, without mark lines.
    package var furtherFiles: [(path: String, text: String)]
    /// What came out.
    package var catalog: CatalogSummaries
    /// The settings under which the rule ran.
    package var settings: SettingsResolver
    /// The files of the version compared against, for labels in them.
    package var base: [SourceFile]
  }

  /// The documents of an example once every fix of its rule is applied.
  package func fixed(_ example: RuleExample, of rule: Rule) -> String {
    FixedExample(example, of: rule, in: library).text
  }

  /// Runs an example as it is written.
  package func run(_ example: RuleExample, of rule: Rule) -> Run {
    let little = LittleCatalog(example, of: rule, in: library)
    return Run(
      text: MarkedText(example.text).text, furtherFiles: little.texts.dropFirst().map { ($0.path, $0.marked.text) },
      catalog: little.catalog, settings: little.settings, base: little.base)
  }

  private func test(_ example: RuleExample, of rule: Rule, _ variant: ExampleVariant) -> [Failure] {
    let run = ExampleRun(example, of: rule, in: library, variant: variant, mutation: nil)
    let isFixed = rule.fix != nil && example.expectation == .bad
    let complaints = isFixed ? FixedExample(example, of: rule, in: library, variant: variant).complaints : []
    return (run.complaints + complaints).map { complaint in
      let message =
        variant.name == ExampleVariant.plain.name ? complaint : Messages.inVariant(variant.name, complaint)
      return Failure(example: example.name, message: message, range: example.range)
    }
  }

  // A rule that says the same whatever `require` is, is not tested by its example.
  private func testMutation(_ example: RuleExample, of rule: Rule) -> [Failure] {
    let replacement: Bool
    switch example.expectation {
    case .bad: replacement = true
    case .ok: replacement = false
    case .na: return []
    }
    let run = ExampleRun(example, of: rule, in: library, variant: .plain, mutation: replacement)
    guard run.complaints.isEmpty else { return [] }
    return [Failure(example: example.name, message: Messages.mutationSurvived(replacement), range: example.range)]
  }
}
