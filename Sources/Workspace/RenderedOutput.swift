package import Encoding
package import Rules

/// Sends what is no report of a lint, such as a comparison, to standard output or, whole or not at all, to files.
package struct RenderedOutput {
  private let fileSystem: any FileSystem
  private let environment: ProcessEnvironment
  /// The files that are asked for.
  private let names: [String]

  /// Prepares outputs to some files.
  package init(_ names: [String], _ fileSystem: any FileSystem, _ environment: ProcessEnvironment) {
    self.fileSystem = fileSystem
    self.environment = environment
    self.names = names
  }

  /// What speaks against the outputs: two in one place, or one over an input. Nothing may be written then.
  /// - Parameter inputs: paths that the run reads.
  package func faults(inputs: some Sequence<String>) -> [RunMessage] {
    let absolute = Set(inputs.map { PathName.absolute($0, in: environment.workingDirectory) })
    return places(inputs: absolute).faults.map { RunMessage(isFailure: true, text: $0) }
  }

  /// Writes one output; a file that cannot be written is a failure of the run.
  package func write(to file: String?, _ render: (@escaping ByteSink) -> Void) -> RunMessage? {
    guard let file else {
      render { StandardOutput.write($0) }
      return StandardOutput.failure
    }
    guard let place = places(inputs: []).places.first(where: { $0.name == file }) else { return nil }
    do throws(FileFailure) {
      try fileSystem.stream(to: place.path, render)
      return nil
    } catch {
      return RunMessage(isFailure: true, text: Messages.cannotWrite(file, error.reason))
    }
  }

  /// Writes Markdown as a Word file; what keeps pandoc from making one is a failure of the run.
  /// - Parameter template: a Word file whose styles are taken; nil for our own.
  package func writeWord(
    _ markdown: [UInt8], to file: String, template: String?, created: CalendarDay
  ) -> RunMessage? {
    guard let place = places(inputs: []).places.first(where: { $0.name == file }) else { return nil }
    do throws(WordDocument.Failure) {
      let document = WordDocument(markdown: markdown, template: template, created: created)
      let bytes = try document.bytes(in: PathName.folder(of: place.path), fileSystem, environment)
      return write(to: file) { sink in bytes.withUnsafeBytes { sink($0) } }
    } catch {
      return RunMessage(isFailure: true, text: error.text)
    }
  }

  private func places(inputs: Set<String>) -> OutputPlaces {
    OutputPlaces(names, inputs: inputs, files: fileSystem, workingDirectory: environment.workingDirectory)
  }
}
