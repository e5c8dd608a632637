internal import ArgumentParser
internal import Rules

/// `guidelint explain RULE`
struct ExplainCommand: DocumentedCommand {
  /// Name and abstract.
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "explain",
      abstract: words("说明一条规则：缘由、改法、依据、示例。", "Explains a rule: why, how to fix, source, examples."))
  }

  /// What stands at the end of the help page.
  static let examples = [
    "guidelint explain english-guide-missing",
    "guidelint explain material-duplicate --lang en",
    "guidelint explain limits",
  ]

  @OptionGroup var selection: RuleSelection

  /// Refuses to explain nothing.
  func validate() throws {
    if selection.names.isEmpty { throw ValidationError(words("请写明规则编号。", "Name a rule.")) }
  }

  /// Prints the pages.
  func run() throws {
    let rules = try selection.load(readsExamples: true).rules
    for (index, rule) in rules.enumerated() {
      if index > 0 { print("") }
      print(RulePage.text(rule.page, language: selection.language))
    }
  }
}
