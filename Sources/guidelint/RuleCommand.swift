internal import ArgumentParser
internal import Diagnostics
internal import Rules
internal import Workspace

/// `guidelint rule …`: the rule author's tools.
struct RuleCommand: DocumentedCommand {
  /// Name, abstract and verbs.
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "rule", abstract: words("规则作者的工具。", "Tools for authors of rules."),
      subcommands: [
        RuleListCommand.self, RuleShowCommand.self, RuleTestCommand.self, RuleNewCommand.self,
        RuleDocsCommand.self, RuleSampleCommand.self,
      ])
  }

  /// What stands at the end of the help page.
  static let examples = [
    "guidelint rule list --level correctness",
    "guidelint rule test ./rules",
    "guidelint rule new ./rules/materials/material-stamp-missing.yaml",
  ]
}

/// What the verbs about rules share: which rules, in which language.
struct RuleSelection: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      words(
        "规则编号或规则包；以 ./、../、/ 开头的是自有规则的文件夹",
        "Rule ids or packs; a path that begins with ./, ../ or / is a folder of your own rules"),
      valueName: "rule|folder"))
  var names: [String] = []

  @OptionGroup var languageOptions: LanguageOptions

  /// The language to speak.
  var language: Language { languageOptions.language?.language ?? processLanguage }

  /// Whether a whole set is asked for rather than some of its rules.
  var isWhole: Bool { names.allSatisfy(RuleSelection.isFolder) }

  /// Whether a name is that of a folder.
  private static func isFolder(_ name: String) -> Bool {
    ["./", "../", "/"].contains { name.hasPrefix($0) } || name == "."
  }

  /// The rules asked for; prints what is wrong and exits with 2 where a set cannot be loaded or a name is unknown.
  func load(readsExamples: Bool, isObserved: Bool = false) throws -> (library: RuleLibrary, rules: [Rule]) {
    let folders = names.filter(RuleSelection.isFolder)
    let wanted = names.filter { !folders.contains($0) }
    let environment = ProcessEnvironment.current()
    let sets = RuleSets(
      fileSystem: DiskFileSystem(), workingDirectory: environment.workingDirectory, readsExamples: readsExamples,
      isObserved: isObserved)
    let library = sets.library(folders.map { PathName.absolute($0, in: environment.workingDirectory) })
    for failure in sets.failures { printError(Messages.cannotRead(failure)[language]) }
    RuleFaults.printAll(library, language: language)
    if !sets.failures.isEmpty || library.diagnostics.contains(where: { $0.severity == .error }) { throw ExitCode(2) }
    var rules: [Rule] = []
    for name in wanted {
      let found = library.selection(name)
      if found.isEmpty {
        printError(Messages.unknownRule(name, nearest: library.nearest(to: name))[language])
        throw ExitCode(2)
      }
      rules += found.filter { rule in !rules.contains { $0 === rule } }
    }
    if wanted.isEmpty { rules = folders.isEmpty ? library.rules : library.rules.filter { !$0.page.isStandard } }
    return (library, rules)
  }
}

/// `guidelint rule list`
struct RuleListCommand: DocumentedCommand {
  /// Name and abstract.
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "list", abstract: words("列出规则。", "Lists rules."))
  }

  /// What stands at the end of the help page.
  static let examples = [
    "guidelint rule list",
    "guidelint rule list materials limits",
    "guidelint rule list --level correctness",
  ]

  @OptionGroup var selection: RuleSelection

  @Option(
    help: ArgumentHelp(
      words("只列此级别：correctness、recommended、all", "Only this level: correctness, recommended, all"), valueName: "level"))
  var level: String?

  /// Refuses levels that do not exist.
  func validate() throws {
    if let level, RuleLevel(rawValue: level) == nil {
      throw ValidationError(
        words(
          "没有“\(level)”这个级别，可用 correctness、recommended、all。",
          "There is no level “\(level)”; use correctness, recommended or all."))
    }
  }

  /// Prints one line for each rule: id, severity, level, pack, summary.
  func run() throws {
    let (_, rules) = try selection.load(readsExamples: false)
    let shown = rules.filter { level == nil || $0.page.level.rawValue == level }
    let width = shown.map(\.page.id.utf8.count).max() ?? 0
    for rule in shown {
      let page = rule.page
      let id = page.id + String(repeating: " ", count: width - page.id.utf8.count)
      let severity = padded(page.severity.token, 7)
      print(
        "\(id)  \(severity)  \(padded(page.level.rawValue, 11))  \(padded(page.pack, 9))  \(page.summary[selection.language])"
      )
    }
  }

  private func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.utf8.count))
  }
}

/// `guidelint rule show`
struct RuleShowCommand: DocumentedCommand {
  /// Name and abstract.
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "show", abstract: words("显示规则文件。", "Shows rule files."))
  }

  /// What stands at the end of the help page.
  static let examples = [
    "guidelint rule show material-duplicate",
    "guidelint rule show limits",
    "guidelint rule show ./rules",
  ]

  @OptionGroup var selection: RuleSelection

  /// Prints the files as they are.
  func run() throws {
    for rule in try selection.load(readsExamples: false).rules {
      print(String(decoding: rule.page.source.bytes, as: UTF8.self), terminator: "")
    }
  }
}

/// `guidelint rule test`
struct RuleTestCommand: DocumentedCommand {
  /// Name and abstract.
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "test", abstract: words("运行规则中的示例。", "Runs the examples of rules."))
  }

  /// What stands at the end of the help page.
  static let examples = [
    "guidelint rule test",
    "guidelint rule test material-duplicate",
    "guidelint rule test ./rules --coverage",
  ]

  @OptionGroup var selection: RuleSelection

  @Flag(
    help: ArgumentHelp(
      words("列出示例没有走到的部分", "Also list the parts of each rule that its examples do not reach")))
  var coverage = false

  /// Runs the examples; exits with 1 when one fails.
  func run() throws {
    let (library, rules) = try selection.load(readsExamples: true, isObserved: coverage)
    let tester = RuleTester(library)
    if coverage { printCoverage(rules, tester) }
    var failureCount = 0
    for rule in rules {
      let failures = tester.test(rule, variants: ExampleVariant.all)
      for failure in failures { print(RuleFaults.line(failure, of: rule, language: selection.language)) }
      failureCount += failures.count
    }
    // Entries of a vocabulary are judged by all examples that use it, so not where only some rules are tested.
    if selection.isWhole {
      let failures = VocabularyTester(library).test(isStandard: selection.names.isEmpty)
      for failure in failures { print(RuleFaults.line(failure, language: selection.language)) }
      failureCount += failures.count
    }
    let exampleCount = rules.reduce(0) { $0 + $1.page.examples.count }
    printError(
      words(
        "规则 \(rules.count) 条，示例 \(exampleCount) 个，失败 \(failureCount) 处。",
        "\(rules.count) rules, \(exampleCount) examples, \(failureCount) failures."))
    if failureCount > 0 { throw ExitCode(1) }
  }

  /// Prints what the examples do not reach, and how much they reach of each rule.
  private func printCoverage(_ rules: [Rule], _ tester: RuleTester) {
    var reached = 0
    var total = 0
    for rule in rules {
      guard let coverage = tester.coverage(of: rule) else { continue }
      reached += coverage.reachedCount
      total += coverage.totalCount
      for gap in coverage.gaps { print(RuleFaults.line(gap, of: rule, language: selection.language)) }
    }
    printError(
      words(
        "示例走到了 \(reached) 种情形，共 \(total) 种。",
        "The examples reach \(reached) of \(total) outcomes."))
  }
}

/// `guidelint rule new`
struct RuleNewCommand: DocumentedCommand {
  /// Name and abstract.
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "new", abstract: words("新建规则文件，示例可直接运行。", "Writes a new rule file whose examples run."))
  }

  /// What stands at the end of the help page.
  static let examples = [
    "guidelint rule new ./rules/materials/material-stamp-missing.yaml",
    "guidelint rule new ./draft/step-owner-missing.yaml",
    "guidelint rule new ../city-rules/fees/fee-standard-missing.yaml",
  ]

  @Argument(
    help: ArgumentHelp(
      words("要新建的文件，如 ./rules/materials/my-rule.yaml", "File to write, such as ./rules/materials/my-rule.yaml"),
      valueName: "file"))
  var path: String

  @OptionGroup var languageOptions: LanguageOptions

  /// Writes the file; an existing one is never touched.
  func run() throws {
    switch RuleScaffold.write(to: path, ProcessEnvironment.current(), DiskFileSystem()) {
    case .success(let message): print(message[processLanguage])
    case .failure(let failure):
      printError(failure.text[processLanguage])
      throw ExitCode(2)
    }
  }
}
