internal import ArgumentParser
internal import Diagnostics
import Foundation
internal import Workspace

/// Runs one command and turns every way it can end into an exit code: 0, 1 or 2, nothing else.
@main
enum EntryPoint {
  /// Parses, runs, exits.
  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    if arguments.contains(where: { $0 == "--help" || $0 == "-h" }) || arguments.first == "help" {
      print(HelpPage.text(for: arguments))
      exit(0)
    }
    do {
      var command = try GuidelintCommand.parseAsRoot(arguments)
      try command.run()
    } catch let code as ExitCode {
      exit(code.rawValue)
    } catch {
      let message = GuidelintCommand.message(for: error)
      if GuidelintCommand.exitCode(for: error).isSuccess {
        print(message)
        exit(0)
      }
      printError(HelpPage.usageError(message))
      exit(2)
    }
  }
}

/// Writes a line of talk to standard error.
func printError(_ text: String) {
  FileHandle.standardError.write(Data((text + "\n").utf8))
}
