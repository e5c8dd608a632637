internal import ArgumentParser
import Foundation

/// A verb as ArgumentParser describes it, from which help, man page and completions are all made.
struct CommandDescription: Decodable {
  /// A name of an option: `-f` or `--format`.
  struct Name: Decodable {
    /// `short`, `long`, or `longWithSingleDash`.
    var kind: String
    /// The name without dashes.
    var name: String

    /// The name as it is typed.
    var words: String { (kind == "long" ? "--" : "-") + name }
  }

  /// An argument, option or flag.
  struct Argument: Decodable {
    /// `positional`, `option` or `flag`.
    var kind: String
    /// The names of an option or flag.
    var names: [Name]?
    /// What stands for the value.
    var valueName: String?
    /// What it does.
    var abstract: String?
    /// Whether it may be left out.
    var isOptional: Bool
    /// Whether it may be given several times.
    var isRepeating: Bool
    /// Whether people are told of it.
    var shouldDisplay: Bool

    /// Short names first, then what stands for the value.
    var label: String {
      guard kind != "positional" else { return "<\(valueName ?? "")>" + (isRepeating ? " ..." : "") }
      let short = (names ?? []).filter { $0.kind != "long" }.map(\.words)
      let long = (names ?? []).filter { $0.kind == "long" }.map(\.words)
      return (short + long).joined(separator: ", ") + (kind == "option" ? " <\(valueName ?? "")>" : "")
    }

    /// The name by which it is spoken of.
    var longName: String { names?.first { $0.kind == "long" }?.words ?? names?.first?.words ?? valueName ?? "" }

    /// What it does, in the language of the process for those that every command has.
    var summary: String {
      switch abstract {
      case "Show the version.": words("显示版本", "Show the version")
      case "Show help information.": words("显示帮助", "Show help")
      default: abstract ?? ""
      }
    }
  }

  /// The verb itself.
  var commandName: String
  /// One sentence.
  var abstract: String?
  /// More to know.
  var discussion: String?
  /// The verbs above it.
  var superCommands: [String]?
  /// The verbs below it.
  var subcommands: [CommandDescription]?
  /// What it takes.
  var arguments: [Argument]?
  /// Whether people are told of it.
  var shouldDisplay: Bool

  /// The whole command line as it is typed.
  var path: String { ((superCommands ?? []) + [commandName]).joined(separator: " ") }

  /// The verbs below it that people are told of; `help` explains itself.
  var shownCommands: [CommandDescription] {
    (subcommands ?? []).filter { $0.shouldDisplay && $0.commandName != "help" }
  }

  /// Options and flags; the version is the program's, not the verb's.
  var options: [Argument] {
    (arguments ?? []).filter { argument in
      argument.kind != "positional" && argument.shouldDisplay
        && (superCommands == nil || argument.longName != "--version")
    }
  }

  /// Arguments without a name.
  var positionals: [Argument] { (arguments ?? []).filter { $0.kind == "positional" && $0.shouldDisplay } }

  /// How it is called, in short.
  var usage: String {
    var parts = [path]
    if !shownCommands.isEmpty { parts.append(words("<子命令>", "<command>")) }
    if !options.isEmpty { parts.append(words("[选项]", "[options]")) }
    parts += positionals.map { $0.isOptional ? "[\($0.label)]" : $0.label }
    return parts.joined(separator: " ")
  }

  /// The program with all its verbs.
  static func program() -> CommandDescription {
    /// What the description is wrapped in.
    struct Dump: Decodable {
      /// The root.
      var command: CommandDescription
    }
    let text = GuidelintCommand._dumpHelp()
    let empty = CommandDescription(
      commandName: "guidelint", abstract: nil, discussion: nil, superCommands: nil, subcommands: nil, arguments: nil,
      shouldDisplay: true)
    return (try? JSONDecoder().decode(Dump.self, from: Data(text.utf8)))?.command ?? empty
  }

  /// The verb that some words name, as far as they name one.
  func find(_ verbs: [String]) -> CommandDescription {
    guard let verb = verbs.first, let next = subcommands?.first(where: { $0.commandName == verb && verb != "help" })
    else { return self }
    return next.find(Array(verbs.dropFirst()))
  }
}

/// A verb whose help page ends with examples.
protocol DocumentedCommand: ParsableCommand {
  /// Three command lines that run.
  static var examples: [String] { get }
  /// Long names of options that the short page only lists, so that it fits a screen.
  static var rareOptions: [String] { get }
}

extension DocumentedCommand {
  /// Nothing is left to the long page unless a verb says so.
  static var rareOptions: [String] { [] }
}
