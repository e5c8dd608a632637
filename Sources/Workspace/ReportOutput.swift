internal import Diagnostics
package import Reports
package import Rules

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Sends a rendered report to standard output or, whole or not at all, to a file.
package struct ReportOutput {
  private let fileSystem: any FileSystem
  private let environment: ProcessEnvironment
  /// Absolute paths that the command line names as input.
  private let inputs: Set<String>

  /// Prepares an output; `inputs` are the paths that the run reads because they were named.
  package init(_ fileSystem: any FileSystem, _ environment: ProcessEnvironment, inputs: [String] = []) {
    self.fileSystem = fileSystem
    self.environment = environment
    self.inputs = Set(inputs.map { PathName.absolute($0, in: environment.workingDirectory) })
  }

  /// Writes a report; a file that cannot be written is a failure of the run.
  package func write(_ report: LintReport, as format: ReportFormat, to file: String?, options: ReportOptions)
    -> RunMessage?
  {
    guard let file else {
      format.reporter.write(report, options: options) { writeToStandardOutput($0) }
      return nil
    }
    let path = PathName.absolute(file, in: environment.workingDirectory)
    if inputs.contains(path) || PathName.isYAML(PathName.name(of: path)) {
      return RunMessage(isFailure: true, text: Messages.outputWouldReplaceInput(file))
    }
    var bytes: [UInt8] = []
    format.reporter.write(report, options: options) { bytes.append(contentsOf: $0) }
    do throws(FileFailure) {
      try fileSystem.write(bytes, to: path)
      return nil
    } catch {
      return RunMessage(isFailure: true, text: Messages.cannotWrite(file, error.reason))
    }
  }
}

/// Writes bytes to standard output; a closed pipe ends the output quietly, as `head` expects.
private func writeToStandardOutput(_ bytes: UnsafeRawBufferPointer) {
  var written = 0
  while written < bytes.count {
    let part = write(1, bytes.baseAddress.map { $0 + written }, bytes.count - written)
    if part < 0, errno == EINTR { continue }
    guard part > 0 else { return }
    written += part
  }
}
