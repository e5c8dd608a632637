internal import Diagnostics
internal import Encoding
package import Reports
package import Rules

/// One report that is asked for.
package struct ReportTarget: Hashable, Sendable {
  /// Its format.
  package var format: ReportFormat
  /// Where it goes; nil for standard output.
  package var file: String?

  /// Asks for a report.
  package init(_ format: ReportFormat, file: String? = nil) {
    self.format = format
    self.file = file
  }
}

/// Sends the reports of a run to standard output or, each whole or not at all, to files.
package struct ReportOutput {
  /// Bytes that GitHub takes of a step's summary.
  private static let summaryLimit = 1 << 20

  private let fileSystem: any FileSystem
  private let environment: ProcessEnvironment
  private let targets: [ReportTarget]

  /// Prepares outputs; without a target the text goes to standard output, with what the build service makes of it.
  package init(_ targets: [ReportTarget], _ fileSystem: any FileSystem, _ environment: ProcessEnvironment) {
    self.targets = targets
    self.fileSystem = fileSystem
    self.environment = environment
  }

  /// What speaks against the outputs: two in one place, or one over an input. Nothing may be written then.
  /// - Parameter inputs: paths that the run reads.
  package func faults(inputs: some Sequence<String>) -> [RunMessage] {
    var faults: [RunMessage] = []
    if targets.count(where: { $0.file == nil }) > 1 {
      faults.append(RunMessage(isFailure: true, text: Messages.outputsCollide))
    }
    let writesFiles = targets.contains { $0.file != nil || $0.format == .github }
    guard writesFiles else { return faults }
    let absolute = Set(inputs.map { PathName.absolute($0, in: environment.workingDirectory) })
    return faults + places(inputs: absolute).faults.map { RunMessage(isFailure: true, text: $0) }
  }

  /// Writes the reports; a file that cannot be written is a failure of the run.
  /// - Parameter options: of reports on standard output; those in files have neither colours nor a width.
  package func write(_ report: LintReport, options: ReportOptions) -> [RunMessage] {
    let locator = SourceLocator(report)
    var options = options
    options.repository = environment.repository(in: fileSystem)
    guard !targets.isEmpty else { return writeText(report, options, locator) + lost }
    var messages: [RunMessage] = []
    var fileOptions = options
    fileOptions.color = false
    fileOptions.width = nil
    let places = places(inputs: []).places
    for target in targets {
      guard let file = target.file else {
        target.format.reporter.write(report, options: options, locator: locator) { StandardOutput.write($0) }
        continue
      }
      guard let place = places.first(where: { $0.name == file }) else { continue }
      messages += attempt(file) { () throws(FileFailure) in
        try fileSystem.stream(to: place.path) { sink in
          target.format.reporter.write(report, options: fileOptions, locator: locator, to: sink)
        }
      }
    }
    if targets.contains(where: { $0.format == .github }), let file = environment.buildService?.summaryFile {
      messages += writeSummary(report, to: file, fileOptions, locator)
    }
    return messages + lost
  }

  /// What could not be written to standard output.
  private var lost: [RunMessage] { StandardOutput.failure.map { [$0] } ?? [] }

  private func places(inputs: Set<String>) -> OutputPlaces {
    var names = targets.compactMap(\.file)
    let hasSummary = targets.contains { $0.format == .github }
    // The summary is an output too, but one that may lie anywhere and that the next step makes anew.
    if hasSummary, let file = environment.buildService?.summaryFile { names.append(file) }
    return OutputPlaces(names, inputs: inputs, files: fileSystem, workingDirectory: environment.workingDirectory)
  }

  /// Writes the text report and, in a build service that reads them there, annotations behind it.
  private func writeText(_ report: LintReport, _ options: ReportOptions, _ locator: SourceLocator) -> [RunMessage] {
    guard environment.buildService?.kind == .github else {
      print(report, options, locator)
      return environment.buildService == nil ? [] : [RunMessage(isFailure: false, text: Messages.codeQualityHint)]
    }
    // What a report quotes must not be obeyed. The token is a secret of this run: a document cannot hold it.
    let token = "guidelint-\(UInt64.random(in: 0 ... .max))-\(UInt64.random(in: 0 ... .max))"
    StandardOutput.write("::stop-commands::\(token)\n")
    print(report, options, locator)
    StandardOutput.write("::\(token)::\n")
    GitHubReporter(scope: .annotations).write(report, options: options, locator: locator) { StandardOutput.write($0) }
    return []
  }

  /// Writes the text report to standard output, its parts made on all cores.
  private func print(_ report: LintReport, _ options: ReportOptions, _ locator: SourceLocator) {
    let reporter = TextReporter()
    let parts = reporter.parts(of: report, options: options, count: environment.processorCount)
    guard parts.count > 1 else {
      return reporter.write(report, options: options, locator: locator) { StandardOutput.write($0) }
    }
    let written = parallelMap(count: parts.count, jobs: parts.count, makeState: { () }, finish: { _ in 0 }) {
      _, index in
      var bytes: [UInt8] = []
      reporter.write(parts[index], of: report, options: options) { bytes.append(contentsOf: $0) }
      return bytes
    }.results
    for piece in written { StandardOutput.write(piece) }
    reporter.writeSummary(of: report, options: options) { StandardOutput.write($0) }
  }

  /// Appends the summary of a step, cut to what GitHub still takes.
  private func writeSummary(
    _ report: LintReport, to file: String, _ options: ReportOptions, _ locator: SourceLocator
  ) -> [RunMessage] {
    let path = PathName.absolute(file, in: environment.workingDirectory)
    let size = (try? fileSystem.status(path, followsLinks: true))?.size ?? 0
    var bytes: [UInt8] = []
    MarkdownReporter(limit: Self.summaryLimit - size).write(report, options: options, locator: locator) {
      bytes.append(contentsOf: $0)
    }
    guard size + bytes.count <= Self.summaryLimit else {
      return [RunMessage(isFailure: false, text: Messages.summaryFull(file))]
    }
    return attempt(file) { () throws(FileFailure) in try fileSystem.append(bytes, to: path) }
  }

  /// Runs `body` and tells its failure.
  private func attempt(_ file: String, _ body: () throws(FileFailure) -> Void) -> [RunMessage] {
    do throws(FileFailure) {
      try body()
      return []
    } catch {
      return [RunMessage(isFailure: true, text: Messages.cannotWrite(file, error.reason))]
    }
  }
}
