package import Diagnostics
internal import Encoding
package import Rules
package import Walkthrough

/// Writes checklists to standard output, to files, or each to a file of its own.
package struct ChecklistOutput {
  /// A format and where it goes.
  package struct Target: Sendable {
    /// The format.
    package var format: ChecklistFormat
    /// The file; nil for standard output.
    package var file: String?

    /// Asks for a format.
    package init(_ format: ChecklistFormat, file: String?) {
      self.format = format
      self.file = file
    }
  }

  /// One file and what goes into it.
  private struct Piece {
    var target: Target
    var checklists: [Checklist]
  }

  private let pieces: [Piece]
  /// What walks are made of, by id of the kit.
  private let kits: [String: Kit]
  private let language: Language
  private let day: CalendarDay
  /// A Word file whose styles are taken; nil for our own.
  private let template: String?
  private let fileSystem: any FileSystem
  private let environment: ProcessEnvironment
  /// The folder in which each checklist has a file of its own; nil where they are together.
  private let folder: String?

  /// Prepares outputs.
  /// - Parameter folder: where the formats without a file go, a file for each checklist.
  package init(
    _ targets: [Target], folder: String?, checklists: [Checklist], kits: [String: Kit], language: Language,
    day: CalendarDay, template: String?, _ fileSystem: any FileSystem, _ environment: ProcessEnvironment
  ) {
    self.kits = kits
    self.language = language
    self.day = day
    self.template = template
    self.fileSystem = fileSystem
    self.environment = environment
    self.folder = folder
    pieces = targets.flatMap { target -> [Piece] in
      guard target.file == nil, let folder else { return [Piece(target: target, checklists: checklists)] }
      return zip(ChecklistOutput.names(of: checklists), checklists).map { name, checklist in
        let file = (folder.hasSuffix("/") ? folder : folder + "/") + "\(name).\(target.format.suffix)"
        return Piece(target: Target(target.format, file: file), checklists: [checklist])
      }
    }
  }

  /// Names of files by the ids of documents; what is no id names no file.
  private static func names(of checklists: [Checklist]) -> [String] {
    var counts: [String: Int] = [:]
    return checklists.map { checklist in
      let id = checklist.guide.name.id
      let isPlain = id.utf8.allSatisfy { byte in
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte) || byte == UInt8(ascii: "-")
      }
      let name = isPlain && id.utf8.count <= 100 ? id : StablePlace.digits(StablePlace.hash(of: id.utf8))
      let count = counts[name, default: 0] + 1
      counts[name] = count
      return count == 1 ? name : "\(name)-\(count)"
    }
  }

  /// Writes everything, or nothing where one output would replace an input or another output.
  /// - Parameter inputs: paths that the run has read.
  package func write(inputs: Set<String>) -> [RunMessage] {
    let absolute = inputs.union(template.map { [PathName.absolute($0, in: environment.workingDirectory)] } ?? [])
    if let folder, let failure = makeFolder(folder) { return [failure] }
    let places = OutputPlaces(
      pieces.compactMap(\.target.file), inputs: absolute, files: fileSystem,
      workingDirectory: environment.workingDirectory)
    if !places.faults.isEmpty { return places.faults.map { RunMessage(isFailure: true, text: $0) } }
    let paths = Dictionary(places.places.map { ($0.name, $0.path) }) { first, _ in first }
    var messages: [RunMessage] = []
    for piece in pieces {
      let failure = piece.target.file.map { write(piece, to: $0, paths[$0] ?? $0) } ?? print(piece)
      guard let failure else { continue }
      messages.append(failure)
      // What kept one workbook from being made keeps all of them.
      if piece.target.format.isBinary { break }
    }
    return messages
  }

  private func makeFolder(_ folder: String) -> RunMessage? {
    do throws(FileFailure) {
      try fileSystem.makeFolder(PathName.absolute(folder, in: environment.workingDirectory))
      return nil
    } catch {
      return RunMessage(isFailure: true, text: Messages.cannotWrite(folder, error.reason))
    }
  }

  private func print(_ piece: Piece) -> RunMessage? {
    render(piece) { StandardOutput.write($0) }
    return StandardOutput.failure
  }

  private func write(_ piece: Piece, to name: String, _ path: String) -> RunMessage? {
    let bytes: [UInt8]
    let place = PathName.folder(of: path)
    switch piece.target.format {
    case .markdown, .html: bytes = collected(piece)
    case .xlsx:
      do throws(XLSXWriter.Failure) {
        let sheets = piece.checklists.map { Sheet($0, language: language) }
        bytes = try XLSXWriter(sheets, created: day).bytes(in: place, fileSystem)
      } catch {
        return RunMessage(isFailure: true, text: error.text)
      }
    case .word:
      do throws(WordDocument.Failure) {
        let document = WordDocument(markdown: collected(piece), template: template, created: day)
        bytes = try document.bytes(in: place, fileSystem, environment)
      } catch {
        return RunMessage(isFailure: true, text: error.text)
      }
    }
    do throws(FileFailure) {
      // Of many files each can be made anew at any time: waiting for the disk after every one would take minutes.
      if folder != nil {
        try fileSystem.replace(path, with: bytes, isPrivate: false)
      } else {
        try fileSystem.write(bytes, to: path)
      }
      return nil
    } catch {
      return RunMessage(isFailure: true, text: Messages.cannotWrite(name, error.reason))
    }
  }

  /// Writes text; Word is made of Markdown.
  private func render(_ piece: Piece, to sink: @escaping ByteSink) {
    guard piece.target.format == .html else {
      ChecklistMarkdown(piece.checklists, language: language).write(to: sink)
      return
    }
    var options = ChecklistPage.Options(language: language, version: Tool.version)
    options.isFull = piece.checklists.contains(where: \.isFull)
    options.modes = kits["modes"]?.entries ?? []
    options.personas = kits["personas"]?.entries ?? []
    options.roles = kits["roles"]?.entries ?? []
    ChecklistPage(piece.checklists, options: options).write(to: sink)
  }

  private func collected(_ piece: Piece) -> [UInt8] {
    var bytes: [UInt8] = []
    render(piece) { bytes.append(contentsOf: $0) }
    return bytes
  }
}
