internal import ArgumentParser
internal import Diagnostics
internal import Rules
internal import Walkthrough
internal import Workspace

/// `guidelint checklist ITEM|BUNDLE…`
struct ChecklistCommand: DocumentedCommand {
  /// Name and abstract.
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "checklist",
      abstract: words(
        "生成走流程检查单：指南写的、现场实际、是否一致。", "Makes checklists for walks: what the guide says, and what you find."))
  }

  /// What stands at the end of the help page.
  static let examples = [
    "guidelint checklist food-business-licence --catalog catalog/ -f html=walk.html",
    "guidelint checklist small-shop --catalog catalog/ --channel window --full",
    "guidelint checklist --high-frequency --catalog catalog/ -f word -o walks/",
  ]

  /// Options that the short page only lists.
  static let rareOptions: [String] = ["--round", "--date", "--template", "--config", "--today", "--lang"]

  @Argument(
    help: ArgumentHelp(words("事项或“一件事”的编号，或者其文件", "Ids of items or bundles, or their files"), valueName: "item"))
  var documents: [String] = []

  @Flag(help: ArgumentHelp(words("全部在用的事项和“一件事”", "Every item and bundle in use")))
  var all = false

  @Option(
    help: ArgumentHelp(
      words("只取这个部门的：登记编号，或名称的一部分", "Only those of a department: its id or a part of its name"),
      valueName: "name"))
  var department: String?

  @Flag(help: ArgumentHelp(words("只取高频的", "Only those used very often")))
  var highFrequency = false

  @Flag(help: ArgumentHelp(words("只取程序查出问题的", "Only those in which the linter finds something")))
  var failed = false

  @Option(help: ArgumentHelp(words("办理项，例如 new", "Variant applied for, such as new"), valueName: "id"))
  var variant: String?

  @Option(help: ArgumentHelp(words("以什么身份，例如 elderly", "As whom one comes, such as elderly"), valueName: "id"))
  var persona: String?

  @Option(help: ArgumentHelp(words("渠道，例如 window、pc、app", "Channel, such as window, pc, app"), valueName: "type"))
  var channel: String?

  @Option(
    help: ArgumentHelp(words("体验方式，例如 incognito（暗访）", "How one walks, such as incognito"), valueName: "id"))
  var mode: String?

  @Option(help: ArgumentHelp(words("写在单上的轮次", "Round, printed on the checklist"), valueName: "name"))
  var round: String?

  @Option(help: ArgumentHelp(words("写在单上的日期，YYYY-MM-DD", "Day of the walk, YYYY-MM-DD"), valueName: "date"))
  var date: String?

  @Flag(
    help: ArgumentHelp(
      words("完整版，最多四页，附程序查实的问题（默认一页）", "Up to four pages, with what the linter proved (default: one page)")))
  var full = false

  @Option(
    help: ArgumentHelp(words("目录所在文件夹（默认当前文件夹）", "Folder of the catalog (default: this folder)"), valueName: "folder"))
  var catalog: String?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      words(
        "输出格式：markdown、xlsx、word、html，可重复，可写 html=文件",
        "markdown, xlsx, word or html; repeatable; html=FILE writes a file"), valueName: "name[=file]"))
  var format: [String] = []

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      words("输出到文件；写“文件夹/”则每份一个文件", "File to write; FOLDER/ for a file of each checklist"), valueName: "place"))
  var output: String?

  @Option(
    help: ArgumentHelp(
      words("Word 样式取自这个 .docx 文件", "Take the styles of Word from this .docx file"), valueName: "file"))
  var template: String?

  @OptionGroup var configurationOptions: ConfigurationOptions

  @OptionGroup var dayOptions: DayOptions

  @OptionGroup var languageOptions: LanguageOptions

  /// Refuses days that do not exist and outputs that cannot be.
  func validate() throws {
    try DayOptions.check(date, "--date")
    _ = try targets()
  }

  /// Chooses, writes, exits.
  func run() throws {
    let environment = ProcessEnvironment.current()
    let files = RecordingFileSystem(DiskFileSystem())
    let outcome = ChecklistRun(request: request, environment: environment, fileSystem: files).run()
    let language = languageOptions.language?.language ?? outcome.language ?? processLanguage
    var messages = outcome.messages
    if let day = outcome.day, !outcome.checklists.isEmpty {
      let wanted = try targets()
      let output = ChecklistOutput(
        wanted.targets, folder: wanted.folder, checklists: outcome.checklists, kits: outcome.kits, language: language,
        day: day,
        template: template, files, environment)
      messages += output.write(inputs: Set(files.pathsRead))
    }
    for message in messages { printError(message.text[language]) }
    let hasFailed = outcome.hasFailed || messages.contains(where: \.isFailure)
    printError(lastLine(outcome.checklists.count, hasFailed)[language])
    throw ExitCode(hasFailed ? 2 : 0)
  }

  private var request: ChecklistRequest {
    var request = ChecklistRequest()
    request.documents = documents
    request.isAll = all
    request.department = department
    request.isHighFrequencyOnly = highFrequency
    request.isFailedOnly = failed
    request.variant = variant
    request.persona = persona
    request.channel = channel
    request.mode = mode
    request.round = round
    request.date = date
    request.isFull = full
    request.catalog = catalog
    request.configurationPath = configurationOptions.path
    request.today = dayOptions.today
    return request
  }

  private func lastLine(_ count: Int, _ hasFailed: Bool) -> LocalizedText {
    hasFailed
      ? LocalizedText(zh: "检查单没有生成完（退出码 2）。", en: "The checklists are not complete (exit 2).")
      : LocalizedText(zh: "生成检查单 \(count) 份。", en: "\(count) checklist\(count == 1 ? "" : "s") made.")
  }

  /// The formats with their files, and the folder of those that have a file for each checklist.
  private func targets() throws -> (targets: [ChecklistOutput.Target], folder: String?) {
    // Several formats without a file go to one folder, which is no conflict.
    let folder = output.flatMap { isFolder($0) ? $0 : nil }
    var targets = try format.flatMap { try FormatTargets<ChecklistFormat>([$0], standard: .markdown).targets }
      .map { ChecklistOutput.Target($0.format, file: $0.file) }
    if targets.isEmpty { targets = [ChecklistOutput.Target(.markdown, file: nil)] }
    if let output, folder == nil {
      guard let position = targets.firstIndex(where: { $0.file == nil }) else {
        throw ValidationError(
          words("-o 与 -f 名称=文件 说的是同一件事，请只写一个。", "-o and -f name=file say the same; write one of them."))
      }
      targets[position].file = output
    }
    guard folder == nil else { return (targets, folder) }
    if let binary = targets.first(where: { $0.file == nil && $0.format.isBinary }) {
      let (name, file) = (binary.format.rawValue, "walk.\(binary.format.suffix)")
      throw ValidationError(words("\(name) 要写到文件：-f \(name)=\(file)。", "\(name) goes to a file: -f \(name)=\(file)."))
    }
    if targets.count(where: { $0.file == nil }) > 1 {
      throw ValidationError(
        words("两个格式不能写到同一处；请写 -f 名称=文件。", "Two formats cannot go to one place; write -f name=file."))
    }
    return (targets, nil)
  }

  private func isFolder(_ path: String) -> Bool {
    if path.hasSuffix("/") { return true }
    let absolute = PathName.absolute(path, in: ProcessEnvironment.current().workingDirectory)
    return (try? DiskFileSystem().status(absolute, followsLinks: true))?.kind == .folder
  }
}
