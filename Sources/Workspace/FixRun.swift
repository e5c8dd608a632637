package import Diagnostics
package import Rules

/// What the command line asks of `guidelint fix`.
package struct FixRequest: Sendable {
  /// Which files are looked at, under which rules.
  package var lint: LintRequest
  /// Which kinds of fix are applied.
  package var applicabilities: Set<Applicability> = [.safe]
  /// The text of the one file that `lint.paths` names, where it comes from standard input.
  package var input: [UInt8]?

  /// Applies safe fixes to what a lint would report.
  package init(lint: LintRequest) { self.lint = lint }
}

/// What a run of `guidelint fix` brought; nothing is written yet.
package struct FixResult: Sendable {
  /// What was repaired; nil where the run could not begin.
  package var outcome: FixOutcome?
  /// What a person should know of the first judgement.
  package var messages: [RunMessage]
  /// Language that the configuration asks for.
  package var language: Language?

  /// Whether something failed that leaves nothing to fix.
  package var hasFailed: Bool { messages.contains(where: \.isFailure) }
}

/// One run of `guidelint fix`, from listed paths to the texts that files are to have.
package struct FixRun {
  private let request: FixRequest
  private let environment: ProcessEnvironment
  private let fileSystem: any FileSystem

  /// Prepares a run.
  package init(request: FixRequest, environment: ProcessEnvironment, fileSystem: any FileSystem) {
    self.request = request
    self.environment = environment
    self.fileSystem = fileSystem
  }

  /// Judges the catalog, repairs what can be repaired, and judges it again until nothing is left to do.
  /// - Parameter isWanted: whether a fix is wanted, asked once for each; the report holds its file's present text.
  package func run(isWanted: @escaping (ReportedDiagnostic, LintReport) -> Bool = { _, _ in true }) -> FixResult {
    let first = lint([:])
    var result = FixResult(messages: first.messages, language: first.language)
    guard !result.hasFailed else { return result }
    let loop = FixLoop(applying: request.applicabilities, isWanted: isWanted) { lint($0).report }
    result.outcome = loop.run(first.report)
    return result
  }

  /// Writes the changed files, each whole or not at all; a file that somebody else has changed meanwhile stays.
  /// - Returns: why files were not written, how many were, and the paths of the others.
  package func write(_ outcome: FixOutcome) -> (failures: [RunMessage], written: Int, unwritten: Set<String>) {
    var failures: [RunMessage] = []
    var unwritten: Set<String> = []
    for file in outcome.files where file.before != file.after {
      do throws(FileFailure) {
        // A link stays; the file that it leads to is changed.
        let path = try fileSystem.resolved(absolute(file.path))
        if try !fileSystem.status(path, followsLinks: true).isWritable {
          throw FileFailure(path: file.path, reason: .denied)
        }
        guard try fileSystem.read(path) == file.before else {
          failures.append(RunMessage(isFailure: true, text: Messages.changedMeanwhile(file.path)))
          unwritten.insert(file.path)
          continue
        }
        try fileSystem.write(file.after, to: path)
      } catch {
        failures.append(RunMessage(isFailure: true, text: Messages.cannotWrite(file.path, error.reason)))
        unwritten.insert(file.path)
      }
    }
    return (failures, outcome.files.count { $0.before != $0.after } - unwritten.count, unwritten)
  }

  private func lint(_ changed: [String: [UInt8]]) -> LintOutcome {
    var files: [String: [UInt8]] = [:]
    if let input = request.input, let path = request.lint.paths.first { files[absolute(path)] = input }
    for (path, bytes) in changed { files[absolute(path)] = bytes }
    // The first judgement is of what is on disk.
    let below: any FileSystem =
      files.isEmpty ? fileSystem : OverlayFileSystem(fileSystem, files: files, writesThrough: false)
    return LintRun(request: request.lint, environment: environment, fileSystem: below).run()
  }

  private func absolute(_ path: String) -> String { PathName.absolute(path, in: environment.workingDirectory) }
}
