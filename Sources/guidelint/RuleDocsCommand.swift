internal import ArgumentParser
internal import Diagnostics
internal import Rules
internal import Workspace

/// `guidelint rule docs`
struct RuleDocsCommand: DocumentedCommand {
  /// Name and abstract.
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "docs",
      abstract: words("把每条规则写成一页 Markdown，并写目录。", "Writes one Markdown page per rule, and an index."))
  }

  /// What stands at the end of the help page.
  static let examples = [
    "guidelint rule docs --output docs/rules",
    "guidelint rule docs materials --output materials-pages",
    "guidelint rule docs ./rules --output docs/our-rules",
  ]

  @OptionGroup var selection: RuleSelection

  @Option(
    name: [.short, .customLong("output")],
    help: ArgumentHelp(words("写到哪个文件夹", "Folder to write to"), valueName: "folder"))
  var output: String

  /// Writes the pages; exits with 2 where the folder cannot be written.
  func run() throws {
    let (library, rules) = try selection.load(readsExamples: true)
    let environment = ProcessEnvironment.current()
    let pages = RuleReference(library).pages(of: rules)
    do throws(FileFailure) {
      let folder = PathName.absolute(output, in: environment.workingDirectory)
      let strangers = try RuleReference.write(pages, to: folder, DiskFileSystem())
      print(Messages.pagesWritten(pages.count, to: output)[selection.language])
      for name in strangers { printError(Messages.strangePage(name, in: output)[selection.language]) }
    } catch {
      printError(Messages.cannotWrite(output, error.reason)[selection.language])
      throw ExitCode(2)
    }
  }
}
