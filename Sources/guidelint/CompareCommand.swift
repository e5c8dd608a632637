internal import ArgumentParser
internal import Diagnostics
internal import Reports
internal import Rules
internal import Workspace

/// `guidelint compare [BASE] [HEAD]`
struct CompareCommand: DocumentedCommand {
  /// Name and abstract.
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "compare",
      abstract: words(
        "对照两个版本：环节、材料、时限、收费、跑动次数、窗口的变化。",
        "Compares two versions: steps, materials, limits, fees, visits, windows."))
  }

  /// What stands at the end of the help page.
  static let examples = [
    "guidelint compare --catalog catalog/",
    "guidelint compare main --fail-on-rise -f markdown=change.md",
    "guidelint compare ../2025 ../2026 --all -f html=compare.html",
  ]

  @Argument(
    help: ArgumentHelp(
      words("旧版：文件夹或 git 版本（默认 HEAD；同名时取文件夹）", "Earlier version: folder or git revision (default: HEAD)"),
      valueName: "base"))
  var base: String?

  @Argument(
    help: ArgumentHelp(
      words("新版：文件夹或 git 版本（默认工作区）", "Later version: folder or git revision (default: the working tree)"),
      valueName: "head"))
  var head: String?

  @Option(
    help: ArgumentHelp(
      words("对照哪个文件夹的目录（默认当前文件夹）", "Folder of the catalog to compare (default: this folder)"), valueName: "folder"))
  var catalog: String?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      words(
        "输出格式：text、markdown、csv、json、html，可重复，可写 html=文件",
        "text, markdown, csv, json or html; repeatable; html=FILE writes a file"), valueName: "name[=file]"))
  var format: [String] = []

  @Flag(help: ArgumentHelp(words("任何一项数字上升即判不通过（退出码 1）", "Fail (exit 1) where any figure of any document rises")))
  var failOnRise = false

  @Flag(
    name: .long,
    help: ArgumentHelp(
      words("没有变动的也列出（--only-changed 只列变动的，为默认）", "List what did not change, too (--only-changed: the default)")))
  var all = false

  @Flag(help: .hidden)
  var onlyChanged = false

  @Option(
    help: ArgumentHelp(
      words("颜色：auto、always、never（默认 auto）", "Colours: auto, always, never (default: auto)"), valueName: "when"))
  var color: ColorMode = .auto

  @OptionGroup var languageOptions: LanguageOptions

  /// Refuses formats that there are not, and flags that contradict each other.
  func validate() throws {
    if all, onlyChanged {
      throw ValidationError(words("--all 与 --only-changed 不能同用。", "--all and --only-changed exclude each other."))
    }
    _ = try outputs()
  }

  /// Compares, writes, exits.
  func run() throws {
    let environment = ProcessEnvironment.current()
    let files = RecordingFileSystem(DiskFileSystem())
    let outputs = try outputs()
    let output = RenderedOutput(outputs.files, files, environment)
    var request = CompareRequest()
    request.catalog = catalog ?? "."
    request.base = base
    request.head = head
    let outcome = CompareRun(request: request, environment: environment, fileSystem: files).run()
    let language = languageOptions.language?.language ?? processLanguage
    try refuse(output.faults(inputs: files.pathsRead), language)
    var messages = outcome.messages
    if let comparison = outcome.comparison {
      for target in outputs.targets {
        let options = ReportOptions(
          language: language, color: target.file == nil && color.isOn(environment), width: environment.outputWidth)
        let failure = output.write(to: target.file) { sink in
          target.format.write(comparison, options: options, showsAll: all, to: sink)
        }
        if let failure { messages.append(failure) }
      }
    }
    for message in messages { printError(message.text[language]) }
    let hasFailed = outcome.hasFailed || messages.contains(where: \.isFailure)
    let rises = outcome.comparison?.rises ?? []
    if failOnRise, !hasFailed { for rise in rises { printError(line(rise, language)) } }
    let exitCode: Int32 = hasFailed ? 2 : failOnRise && !rises.isEmpty ? 1 : 0
    printError(lastLine(outcome.comparison, rises.count, exitCode)[language])
    throw ExitCode(exitCode)
  }

  /// A measure that rose, as one line.
  private func line(_ rise: CatalogComparison.Rise, _ language: Language) -> String {
    let words = ComparisonWords(language: language)
    let values = words.values(rise.figure)
    let variant = rise.variant.map { "（\($0.zh)）" } ?? ""
    let name = words.name(of: rise.figure.measure)
    return LocalizedText(
      zh: "上升：\(rise.document.id)\(variant) \(name) \(values.before) → \(values.after)",
      en: "rise: \(rise.document.id)\(rise.variant.map { " (\($0.en))" } ?? "") \(name) "
        + "\(values.before) → \(values.after)")[language]
  }

  private func lastLine(_ comparison: CatalogComparison?, _ rises: Int, _ exitCode: Int32) -> LocalizedText {
    let changed = comparison.map { $0.items.changed + $0.bundles.changed } ?? 0
    let added = comparison.map { $0.items.added + $0.bundles.added } ?? 0
    let removed = comparison.map { $0.items.removed + $0.bundles.removed } ?? 0
    let end: LocalizedText
    switch exitCode {
    case 2: end = LocalizedText(zh: "对照不完整，不能作为结论（退出码 2）。", en: "the comparison is not complete (exit 2).")
    case 1: end = LocalizedText(zh: "不通过（退出码 1）。", en: "failed (exit 1).")
    default: end = LocalizedText(zh: "完成（退出码 0）。", en: "done (exit 0).")
    }
    return LocalizedText(
      zh: "变动 \(changed) 个，新增 \(added) 个，删除 \(removed) 个；上升 \(rises) 处。" + end.zh,
      en: "\(changed) changed, \(added) added, \(removed) removed; \(rises) figure\(rises == 1 ? "" : "s") rose; "
        + end.en)
  }

  /// The formats asked for with their files.
  private func outputs() throws -> FormatTargets<ComparisonFormat> { try FormatTargets(format, standard: .text) }
}

extension ColorMode {
  /// Whether standard output is coloured.
  fileprivate func isOn(_ environment: ProcessEnvironment) -> Bool {
    switch self {
    case .always: true
    case .never: false
    case .auto: environment.outputIsTerminal && !environment.refusesColor
    }
  }
}
