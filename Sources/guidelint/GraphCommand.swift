internal import ArgumentParser
internal import Diagnostics
internal import Rules
internal import Walkthrough
internal import Workspace

/// `guidelint graph ITEM|BUNDLE…`
struct GraphCommand: DocumentedCommand {
  /// Name and abstract.
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "graph",
      abstract: words(
        "画出事项的办理流程、“一件事”的成员关系。", "Draws the process of an item, the members of a bundle."))
  }

  /// What stands at the end of the help page.
  static let examples = [
    "guidelint graph food-business-licence --variant new",
    "guidelint graph restaurant-opening --catalog catalog/ -f svg=opening.svg",
    "guidelint graph newborn small-shop --steps -f 'svg=*.svg' -f 'dot=*.dot'",
  ]

  @Argument(help: ArgumentHelp(words("事项或“一件事”的编号", "Id of an item or bundle"), valueName: "id"))
  var documents: [String]

  @Option(
    help: ArgumentHelp(
      words("目录所在的文件夹（默认当前文件夹）", "Folder of the catalog (default: this folder)"), valueName: "folder"))
  var catalog: String?

  @Option(
    help: ArgumentHelp(words("只画一个业务办理项", "Only the way of one variant"), valueName: "id"))
  var variant: String?

  @Flag(help: ArgumentHelp(words("“一件事”画自己的办理流程，不画成员", "Of bundles, draw their own steps, not their members")))
  var steps = false

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      words(
        "输出格式：mermaid、dot、svg，可重复，可写 svg=文件；文件名中的 * 换成编号",
        "mermaid, dot or svg; repeatable; svg=FILE writes a file, in whose name * stands for the id"),
      valueName: "name[=file]"))
  var format: [String] = []

  @OptionGroup var languageOptions: LanguageOptions

  /// Refuses formats that there are not, and a file that several pictures would share.
  func validate() throws {
    _ = try outputs()
  }

  /// Draws, writes, exits.
  func run() throws {
    let environment = ProcessEnvironment.current()
    let files = RecordingFileSystem(DiskFileSystem())
    let targets = try outputs()
    var request = GraphRequest()
    request.documents = documents
    request.catalog = catalog ?? "."
    request.variant = variant
    request.showsSteps = steps
    request.laysOut = targets.contains { $0.format == .svg }
    let outcome = GraphRun(request: request, environment: environment, fileSystem: files).run()
    let language = languageOptions.language?.language ?? processLanguage
    var messages = outcome.messages
    if !outcome.hasFailed {
      messages += try write(outcome.pictures, to: targets, files, environment, language)
    }
    for message in messages { printError(message.text[language]) }
    let hasFailed = messages.contains(where: \.isFailure)
    printError(lastLine(hasFailed ? 0 : outcome.pictures.count, hasFailed: hasFailed)[language])
    throw ExitCode(hasFailed ? 2 : 0)
  }

  /// Writes every picture in every format; what went wrong.
  private func write(
    _ pictures: [(name: DocumentName, picture: DocumentPicture)],
    to targets: [FormatTargets<PictureFormat>.Target], _ files: RecordingFileSystem,
    _ environment: ProcessEnvironment, _ language: Language
  ) throws -> [RunMessage] {
    let names = pictures.map(\.name)
    let output = RenderedOutput(
      targets.flatMap { target in names.compactMap { name in file(of: target.file, name) } }, files, environment)
    try refuse(output.faults(inputs: files.pathsRead), language)
    return pictures.flatMap { name, picture in
      targets.compactMap { target in
        output.write(to: file(of: target.file, name)) { picture.write(as: target.format, language, to: $0) }
      }
    }
  }

  /// The file for one picture. An id that is no plain name must not choose a folder.
  private func file(of pattern: String?, _ name: DocumentName) -> String? {
    guard let pattern else { return nil }
    let id = String(
      decoding: name.id.utf8.map { byte -> UInt8 in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), 0x80...:
          byte
        default: UInt8(ascii: "_")
        }
      }, as: UTF8.self)
    return pattern.split(separator: "*", omittingEmptySubsequences: false).joined(separator: id)
  }

  private func lastLine(_ count: Int, hasFailed: Bool) -> LocalizedText {
    hasFailed
      ? LocalizedText(zh: "没有画图（退出码 2）。", en: "Nothing was drawn (exit 2).")
      : LocalizedText(zh: "画了 \(count) 个图（退出码 0）。", en: "\(count) picture\(count == 1 ? "" : "s") drawn (exit 0).")
  }

  /// The formats asked for with their files; several pictures in one file are refused.
  private func outputs() throws -> [FormatTargets<PictureFormat>.Target] {
    let targets = try FormatTargets<PictureFormat>(format, standard: .mermaid).targets
    let isOneFile = targets.contains { target in
      target.file.map { !$0.utf8.contains(UInt8(ascii: "*")) } ?? (target.format != .dot)
    }
    if documents.count > 1, isOneFile {
      throw ValidationError(
        words(
          "几个图不能写进同一个文件；请写 -f 'svg=*.svg'，* 换成编号。",
          "Several pictures cannot go to one file; write -f 'svg=*.svg', where * stands for the id."))
    }
    return targets
  }
}
