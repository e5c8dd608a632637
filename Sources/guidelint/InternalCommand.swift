internal import ArgumentParser

/// `guidelint internal …`: what packaging needs, and nobody else.
struct InternalCommand: ParsableCommand {
  /// Name, abstract and verbs.
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "internal", abstract: words("打包所用。", "For packaging."), shouldDisplay: false,
      subcommands: [ManualCommand.self])
  }
}

/// `guidelint internal man`
struct ManualCommand: ParsableCommand {
  /// Name and abstract.
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "man", abstract: words("输出手册页。", "Prints the man page."), shouldDisplay: false)
  }

  @OptionGroup var languageOptions: LanguageOptions

  /// Prints the page as roff source.
  func run() throws { print(ManualPage.text(), terminator: "") }
}
