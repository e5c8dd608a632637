internal import ArgumentParser
internal import Diagnostics
internal import Workspace

/// `guidelint walk …`
struct WalkCommand: DocumentedCommand {
  /// Name, abstract and verbs.
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "walk", abstract: words("管理走流程记录。", "Records of walks."), subcommands: [WalkImportCommand.self])
  }

  /// What stands at the end of the help page.
  static let examples = [
    "guidelint walk import 2026-10-15-food-1.yaml --catalog catalog/",
    "guidelint walk import filled/*.html",
    "guidelint walk import record.yaml --to walks/2026-q4",
  ]
}

/// `guidelint walk import FILE…`
struct WalkImportCommand: DocumentedCommand {
  /// Name and abstract.
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "import",
      abstract: words(
        "把检查单页面保存的记录导入目录，遮盖个人信息。",
        "Takes records that the checklist's page saved into the catalog; masks personal data."))
  }

  /// What stands at the end of the help page.
  static let examples = [
    "guidelint walk import 2026-10-15-food-1.yaml --catalog catalog/",
    "guidelint walk import filled/*.html",
    "guidelint walk import record.yaml --to walks/2026-q4",
  ]

  @Argument(
    help: ArgumentHelp(
      words("保存的记录（YAML）或填好的页面（HTML）", "Saved records (YAML) or filled pages (HTML)"), valueName: "file"))
  var files: [String]

  @Option(
    help: ArgumentHelp(words("目录所在文件夹（默认当前文件夹）", "Folder of the catalog (default: this folder)"), valueName: "folder"))
  var catalog: String?

  @Option(
    help: ArgumentHelp(
      words("目录里放记录的文件夹（默认 walks）", "Folder of the records in the catalog (default: walks)"), valueName: "folder"))
  var to: String?

  @OptionGroup var configurationOptions: ConfigurationOptions

  @OptionGroup var languageOptions: LanguageOptions

  /// Imports and exits: 0 when every record is in the catalog now, 2 when one is not.
  func run() throws {
    var request = WalkImportRequest()
    request.files = files
    request.catalog = catalog ?? "."
    request.configurationPath = configurationOptions.path
    if let to { request.target = to }
    let outcome = WalkImportRun(request: request, environment: .current(), fileSystem: DiskFileSystem()).run()
    let language = languageOptions.language?.language ?? outcome.language ?? processLanguage
    for message in outcome.messages { printError(message.text[language]) }
    throw ExitCode(outcome.exitCode)
  }
}
