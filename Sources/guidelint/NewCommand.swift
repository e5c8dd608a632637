internal import ArgumentParser
internal import Diagnostics
internal import Workspace

/// `guidelint new …`
struct NewCommand: DocumentedCommand {
  /// Name, abstract and verbs.
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "new", abstract: words("新建一份带说明的文档，供填写。", "Writes a commented document to fill in."),
      subcommands: [NewItemCommand.self, NewBundleCommand.self])
  }

  /// What stands at the end of the help page.
  static let examples = [
    "guidelint new item items/food-business-licence.yaml",
    "guidelint new bundle bundles/restaurant-opening.yaml",
    "guidelint new item items/residence-permit.yaml --lang en",
  ]
}

/// `guidelint new item FILE`
struct NewItemCommand: DocumentedCommand {
  /// Name and abstract.
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "item", abstract: words("新建办事指南（ServiceItem）。", "Writes a service guide (ServiceItem)."))
  }

  /// What stands at the end of the help page.
  static let examples = [
    "guidelint new item items/food-business-licence.yaml",
    "guidelint new item water-supply.yaml",
    "guidelint new item items/residence-permit.yaml --lang en",
  ]

  @OptionGroup var options: NewDocumentOptions

  /// Writes the file.
  func run() throws { try options.write(.item) }
}

/// `guidelint new bundle FILE`
struct NewBundleCommand: DocumentedCommand {
  /// Name and abstract.
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "bundle", abstract: words("新建“一件事”（Bundle）。", "Writes a bundle of services (Bundle)."))
  }

  /// What stands at the end of the help page.
  static let examples = [
    "guidelint new bundle bundles/restaurant-opening.yaml",
    "guidelint new bundle newborn.yaml",
    "guidelint new bundle bundles/moving-house.yaml --lang en",
  ]

  @OptionGroup var options: NewDocumentOptions

  /// Writes the file.
  func run() throws { try options.write(.bundle) }
}

/// What the verbs that write a document share.
struct NewDocumentOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      words("要新建的文件；文件名（不含 .yaml）就是编号", "File to write; its name without .yaml is the id"), valueName: "file"),
    completion: .file(extensions: ["yaml"]))
  var path: String

  @OptionGroup var languageOptions: LanguageOptions

  /// Writes the file; an existing one is never touched, and the process exits with 2.
  func write(_ kind: DocumentScaffold.Kind) throws {
    let language = languageOptions.language?.language ?? processLanguage
    switch DocumentScaffold.write(kind, to: path, language: language, .current(), DiskFileSystem()) {
    case .success(let message): print(message[language])
    case .failure(let failure):
      printError(failure.text[language])
      throw ExitCode(2)
    }
  }
}
