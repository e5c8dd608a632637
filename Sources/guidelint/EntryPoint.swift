internal import ArgumentParser
internal import Diagnostics
import Foundation
internal import Workspace

/// Runs one command and turns every way it can end into an exit code: 0, 1 or 2, nothing else.
@main
enum EntryPoint {
  /// Parses, runs, exits.
  static func main() {
    ProcessMemory.takeInLargePieces()
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

/// Ends the process at once: to free the memory of a large run piece by piece would take longer than reading it from a
/// cache.
func end(_ code: Int32) -> Never { exit(code) }

/// Writes a line of talk to standard error.
func printError(_ text: String) {
  StandardError.write(text + "\n")
}

/// Everything on standard input, up to one byte more than is ever read of a file.
func readStandardInput() -> [UInt8] {
  var bytes: [UInt8] = []
  while bytes.count <= LintRun.largestFile, let part = try? FileHandle.standardInput.read(upToCount: 1 << 16),
    !part.isEmpty
  {
    bytes.append(contentsOf: part)
  }
  return bytes
}
