package import Diagnostics
internal import Encoding
internal import Rules
package import Walkthrough

/// The formats of a ledger that leaves the catalog.
package enum LedgerFormat: String, Sendable, CaseIterable {
  /// A table for web pages and wikis.
  case markdown
  /// A spreadsheet that comes back filled in.
  case csv
  /// A workbook on A3.
  case xlsx
  /// One page that needs nothing else.
  case html
  /// The Markdown for a word processor.
  case word
  /// For programs.
  case json

  /// Whether it can only go to a file.
  package var needsFile: Bool { self == .xlsx || self == .word }

  /// The ending of its files.
  package var ending: String {
    switch self {
    case .markdown: "md"
    case .word: "docx"
    case .csv, .xlsx, .html, .json: rawValue
    }
  }
}

/// Turns tables of a ledger into the bytes of files.
package struct LedgerExport {
  /// A word processor's file whose styles are taken.
  package var template: String?
  private let environment: ProcessEnvironment
  private let fileSystem: any FileSystem

  /// Prepares to export.
  package init(environment: ProcessEnvironment, fileSystem: any FileSystem) {
    self.environment = environment
    self.fileSystem = fileSystem
  }

  /// Why there is no file.
  package struct Failure: Error {
    /// The reason, with what to do about it.
    package var text: LocalizedText

    /// Gives the reason.
    package init(text: LocalizedText) { self.text = text }
  }

  /// The bytes of some tables in one file.
  /// - Parameter folder: where the libraries may write meanwhile.
  package func bytes(
    _ tables: [LedgerTable], of ledger: Ledger, rows: [LedgerRow], _ format: LedgerFormat, in folder: String
  ) throws(Failure) -> [UInt8] {
    guard let first = tables.first else { return [] }
    var bytes: [UInt8] = []
    switch format {
    case .markdown: return Array(tables.map { $0.markdown() }.joined(separator: "\n").utf8)
    case .csv: first.writeCSV { bytes.append(contentsOf: $0) }
    case .html:
      var page = LedgerPage(
        tables, title: first.title, version: Tool.version, language: first.language
      ) { bytes.append(contentsOf: $0) }
      page.write()
    case .json: LedgerJSON.write(ledger, rows: rows, today: first.today) { bytes.append(contentsOf: $0) }
    case .xlsx:
      do throws(XLSXWriter.Failure) {
        return try XLSXWriter(tables.map { $0.sheet() }, created: first.today).bytes(in: folder, fileSystem)
      } catch {
        throw Failure(text: error.text)
      }
    case .word:
      return try word(tables.map { $0.markdown() }.joined(separator: "\n"), on: first.today, in: folder)
    }
    return bytes
  }

  /// The bytes of a slip.
  package func bytes(_ slip: LedgerSlip, _ format: LedgerFormat, in folder: String) throws(Failure) -> [UInt8] {
    switch format {
    case .markdown: Array(slip.markdown().utf8)
    case .word: try word(slip.markdown(), on: slip.table.today, in: folder)
    case .csv, .xlsx, .html, .json:
      try bytes([slip.table], of: Ledger(id: ""), rows: slip.table.rows, format, in: folder)
    }
  }

  private func word(_ markdown: String, on day: CalendarDay, in folder: String) throws(Failure) -> [UInt8] {
    do throws(WordDocument.Failure) {
      return try WordDocument(markdown: Array(markdown.utf8), template: template, created: day)
        .bytes(in: folder, fileSystem, environment)
    } catch {
      throw Failure(text: error.text)
    }
  }

  /// Writes the slips into a folder, one for each unit in charge.
  /// - Returns: the files as people read them.
  package func write(
    _ slips: [LedgerSlip], _ format: LedgerFormat, to folder: String
  ) throws(Failure) -> [String] {
    let path = PathName.absolute(folder, in: environment.workingDirectory)
    var written: [String] = []
    var taken: Set<String> = []
    do throws(FileFailure) { try fileSystem.makeFolder(path) } catch {
      throw Failure(text: Messages.cannotWrite(folder, error.reason))
    }
    for slip in slips {
      var name = slip.fileName
      var number = 2
      while !taken.insert(name.lowercased()).inserted {
        name = "\(slip.fileName)-\(number)"
        number += 1
      }
      let file = "\(path)/\(name).\(format.ending)"
      let shown = PathName.displayed(file, in: environment.workingDirectory)
      let content = try bytes(slip, format, in: path)
      do throws(FileFailure) { try fileSystem.write(content, to: file) } catch {
        throw Failure(text: Messages.cannotWrite(shown, error.reason))
      }
      written.append(shown)
    }
    return written
  }
}
