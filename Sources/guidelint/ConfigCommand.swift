internal import ArgumentParser
internal import Diagnostics
internal import Encoding
internal import Rules
internal import Workspace

/// `guidelint config …`
struct ConfigCommand: DocumentedCommand {
  /// Name, abstract and verbs.
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "config", abstract: words("查看配置。", "Shows configurations."),
      subcommands: [ConfigShowCommand.self])
  }

  /// What stands at the end of the help page.
  static let examples = ConfigShowCommand.examples
}

/// How a verb that answers a question writes its answer.
enum AnswerFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json
}

/// Prints what a writer writes.
private func printJSON(_ write: (@escaping ByteSink) -> Void) {
  var bytes: [UInt8] = []
  write { bytes.append(contentsOf: $0) }
  print(String(decoding: bytes, as: UTF8.self), terminator: "")
}

/// `guidelint config show [RULE…]`
struct ConfigShowCommand: DocumentedCommand {
  /// Name and abstract.
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "show",
      abstract: words("显示生效的配置，每个值都注明出自哪个文件哪一行。", "Shows each effective value and the file:line that it came from."))
  }

  /// What stands at the end of the help page.
  static let examples = [
    "guidelint config show",
    "guidelint config show steps-over-target limits",
    "guidelint config show --file items/water-supply.yaml --format json",
  ]

  @Argument(
    help: ArgumentHelp(words("只显示这些规则（编号、规则包或通配符）", "Only these rules (id, pack or glob)"), valueName: "rule"))
  var names: [String] = []

  @Option(
    help: ArgumentHelp(
      words("对此文件中的文档生效的值（含覆盖）", "What holds for this file's documents, overrides included"), valueName: "file"))
  var file: String?

  @OptionGroup var configurationOptions: ConfigurationOptions

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(words("格式：text 或 json", "text or json (default: text)"), valueName: "name"))
  var format: AnswerFormat = .text

  @OptionGroup var languageOptions: LanguageOptions

  /// Prints the values; exits with 2 where the configuration cannot be trusted.
  func run() throws {
    let inquiry = ConfigurationInquiry(
      environment: .current(), fileSystem: DiskFileSystem(), configurationPath: configurationOptions.path)
    var answer = inquiry.settings(of: file)
    let language = languageOptions.language?.language ?? answer.language ?? processLanguage
    for index in answer.content.indices {
      let unknown = answer.content[index].keepRules(commaSeparated(names))
      answer.failures += unknown.filter { !answer.failures.contains($0) }
    }
    switch format {
    case .text:
      for (index, effective) in answer.content.enumerated() {
        if index > 0 { print("") }
        print(ConfigurationText(effective, language: language).lines.joined(separator: "\n"))
      }
    case .json: printJSON { ConfigurationJSON.write(answer.content, to: $0) }
    }
    for fault in answer.faults + answer.failures { printError(fault[language]) }
    if !answer.faults.isEmpty || !answer.failures.isEmpty { throw ExitCode(2) }
  }
}

/// `guidelint list-files [PATH…]`
struct ListFilesCommand: DocumentedCommand {
  /// Name and abstract.
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "list-files",
      abstract: words("列出会读取哪些文件、由哪个配置管辖。", "Lists the files that a run would read, and by which configuration."),
      discussion: words(
        "每行三项，以制表符分隔：lint（检查并报告）或 load（只读取，供查重等使用）、文件、配置。",
        "Three fields parted by tabs: lint (reported) or load (read for the others only), file, configuration."))
  }

  /// What stands at the end of the help page.
  static let examples = [
    "guidelint list-files",
    "guidelint list-files catalog/items --exclude 'draft-*'",
    "guidelint list-files catalog --format json",
  ]

  @Argument(help: ArgumentHelp(words("文件或文件夹（默认当前文件夹）", "Files and folders (default: this folder)"), valueName: "path"))
  var paths: [String] = []

  @OptionGroup var configurationOptions: ConfigurationOptions

  @Option(help: ArgumentHelp(words("不检查的文件（gitignore 写法）", "Files to leave out (gitignore syntax)"), valueName: "glob"))
  var exclude: [String] = []

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(words("格式：text 或 json", "text or json (default: text)"), valueName: "name"))
  var format: AnswerFormat = .text

  @OptionGroup var languageOptions: LanguageOptions

  /// Prints the files; exits with 2 where something listed cannot be read.
  func run() throws {
    let inquiry = ConfigurationInquiry(
      environment: .current(), fileSystem: DiskFileSystem(), configurationPath: configurationOptions.path)
    let answer = inquiry.files(paths, excluding: exclude)
    let language = languageOptions.language?.language ?? answer.language ?? processLanguage
    switch format {
    case .text:
      let none = words("（没有配置）", "(no configuration)")
      for file in answer.content {
        print("\(file.isReported ? "lint" : "load")\t\(file.path)\t\(file.configuration ?? none)")
      }
    case .json:
      printJSON { ConfigurationJSON.write(answer.content, to: $0) }
    }
    for fault in answer.faults + answer.failures { printError(fault[language]) }
    if !answer.faults.isEmpty || !answer.failures.isEmpty { throw ExitCode(2) }
  }
}
