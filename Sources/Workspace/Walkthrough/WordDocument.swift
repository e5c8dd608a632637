package import Diagnostics
package import Rules

/// Turns Markdown into a Word file by pandoc, which people install who want one.
package struct WordDocument {
  /// Why there is no file.
  package struct Failure: Error, Hashable {
    /// The reason, with what to do about it.
    package var text: LocalizedText
  }

  /// The Markdown, in which nothing of a document is markup.
  private let markdown: [UInt8]
  /// A Word file whose styles and paper are taken; nil for our own.
  private let template: String?
  /// The date of the file, so that the same Markdown gives the same bytes.
  private let created: CalendarDay

  /// What pandoc reads: tables with widths, and neither HTML nor anything else that could be hidden in a text.
  private static let dialect = "markdown_strict+pipe_tables+all_symbols_escapable+startnum-raw_html"
  /// Bytes of a Word file, beyond which something went wrong.
  private static let largest = 64 << 20
  /// What pandoc may take; it needs a second for a long ledger.
  private static let time = Duration.seconds(60)

  /// Prepares a file.
  package init(markdown: [UInt8], template: String?, created: CalendarDay) {
    self.markdown = markdown
    self.template = template
    self.created = created
  }

  /// Runs pandoc.
  /// - Parameter folder: where the own template may lie meanwhile.
  package func bytes(
    in folder: String, _ fileSystem: any FileSystem, _ environment: ProcessEnvironment
  ) throws(Failure) -> [UInt8] {
    if let template {
      let path = PathName.absolute(template, in: environment.workingDirectory)
      do throws(FileFailure) {
        // A template is a file of the user's; pandoc would look for others in folders of its own.
        _ = try fileSystem.read(path)
      } catch {
        throw Failure(text: Messages.cannotRead(FileFailure(path: template, reason: error.reason)))
      }
      return try convert(with: path, environment)
    }
    var result: Result<[UInt8], Failure> = .failure(Failure(text: Messages.wordFailed("")))
    do throws(FileFailure) {
      _ = try fileSystem.scratch(in: folder) { path in
        do throws(FileFailure) {
          try fileSystem.write(WordTemplate.bytes, to: path)
          result = Result { () throws(Failure) in try convert(with: path, environment) }
        } catch {
          result = .failure(Failure(text: Messages.cannotWrite(folder, error.reason)))
        }
      }
    } catch {
      throw Failure(text: Messages.cannotWrite(folder, error.reason))
    }
    return try result.get()
  }

  /// Runs pandoc in its sandbox, or without one where it finds its own data only so.
  private func convert(with template: String, _ environment: ProcessEnvironment) throws(Failure) -> [UInt8] {
    let program = ExternalProgram(
      name: "pandoc",
      variables: environment.gitVariables.filter { $0.key == "PATH" || $0.key == "HOME" }
        .merging(["LC_ALL": "C.UTF-8", "SOURCE_DATE_EPOCH": "\(created.number * 86_400)"]) { $1 })
    let arguments = [
      "--from", WordDocument.dialect, "--to", "docx", "--columns=60", "--reference-doc", template, "--output", "-",
    ]
    do throws(ExternalProgram.Fault) {
      var output = try run(program, ["--sandbox"] + arguments)
      if output.exitCode != 0 { output = try run(program, arguments) }
      guard output.exitCode == 0, output.bytes.starts(with: [0x50, 0x4B]) else {
        throw .failed(output.talk.split(separator: "\n").first.map(String.init) ?? "exit \(output.exitCode)")
      }
      return output.bytes
    } catch {
      switch error {
      case .notInstalled: throw Failure(text: Messages.pandocMissing)
      case .tooLarge, .timedOut: throw Failure(text: Messages.wordFailed("\(error)"))
      case .failed(let words): throw Failure(text: Messages.wordFailed(words))
      }
    }
  }

  private func run(
    _ program: ExternalProgram, _ arguments: [String]
  ) throws(ExternalProgram.Fault) -> ExternalProgram.Output {
    try program.run(arguments, input: markdown, limit: WordDocument.largest, time: WordDocument.time)
  }
}
