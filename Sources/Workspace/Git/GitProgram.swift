/// Calls git as a program, without a shell, and waits for it to end.
struct GitProgram: Sendable {
  /// What git said.
  struct Output: Sendable {
    /// Its exit code; 0 where all is well.
    var exitCode: Int32
    /// Standard output.
    var bytes: [UInt8]
    /// Standard error, which git writes in English here.
    var talk: String

    /// Standard output as text, without the line break at its end.
    var text: String {
      String(decoding: bytes.last == UInt8(ascii: "\n") ? bytes.dropLast() : bytes[...], as: UTF8.self)
    }
  }

  /// Variables of the surroundings that tell git where things are; no other one reaches it.
  let variables: [String: String]
  /// Output beyond this is no answer to any question that is asked here, file contents apart.
  static let largestAnswer = 256 << 20

  /// Nothing that a configuration names is run, nothing is locked or asked, and no network is used: a lint only reads.
  private static let fixedArguments = [
    "--no-pager", "--no-optional-locks", "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null",
    "-c", "protocol.allow=never",
  ]
  private static let fixedVariables = [
    "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1", "GIT_PAGER": "cat",
  ]

  /// Runs git in a folder.
  /// - Parameter limit: most bytes of standard output.
  func run(
    _ arguments: [String], in folder: String, input: [UInt8] = [], limit: Int = largestAnswer
  ) throws(GitFailure) -> Output {
    let environment = variables.merging(GitProgram.fixedVariables) { _, fixed in fixed }
    let all = GitProgram.fixedArguments + ["-C", folder] + arguments
    do throws(ExternalProgram.Fault) {
      let output = try ExternalProgram(name: "git", variables: environment).run(all, input: input, limit: limit)
      return Output(exitCode: output.exitCode, bytes: output.bytes, talk: output.talk)
    } catch {
      switch error {
      case .notInstalled: throw .notInstalled
      case .tooLarge(let limit): throw .tooLarge(limit)
      case .timedOut: throw .failed("git did not end")
      case .failed(let words): throw .failed(words)
      }
    }
  }
}
