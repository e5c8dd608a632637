internal import Rules
internal import SourceText

/// Gives offsets of a report's files their lines and columns, dividing each file into lines once.
struct SourceLocator {
  /// The texts that the report carries.
  private let sources: [String: SourceFile]
  /// The files divided so far, by path.
  private var files: [String: LocatedFile] = [:]
  /// The file asked for last.
  private var latest: LocatedFile?

  /// Reads the sources of `report`.
  init(_ report: LintReport) { sources = report.sources }

  /// The file at `path`; nil when the report does not carry its text.
  mutating func file(at path: String) -> LocatedFile? {
    // Diagnostics are sorted by file, so the next one is mostly where the last one was.
    if let latest, latest.source.path == path { return latest }
    if let known = files[path] {
      latest = known
      return known
    }
    guard let source = sources[path] else { return nil }
    let file = LocatedFile(source)
    files[path] = file
    latest = file
    return file
  }
}

/// One file with its lines.
final class LocatedFile {
  /// The bytes.
  let source: SourceFile
  /// Where its lines begin.
  let lines: LineMap
  /// The latest answer: a long line with many diagnostics is counted through once, not once for each of them.
  private var known: (offset: UInt32, position: Position)?

  /// Divides `source` into lines.
  init(_ source: SourceFile) {
    self.source = source
    lines = LineMap(source.bytes)
  }

  /// Line and column in code points; an offset past the end is read as the end.
  func position(at wanted: UInt32) -> Position {
    let offset = min(wanted, UInt32(clamping: source.bytes.count))
    var position: Position
    if let known, known.offset <= offset, known.position.line == lines.line(at: offset) {
      position = known.position
      for byte in source.bytes[Int(known.offset)..<Int(offset)] where byte & 0xC0 != 0x80 { position.column += 1 }
    } else {
      position = lines.position(at: offset, in: source.bytes)
    }
    // An offset inside the byte order mark is no start to count from: the mark is no column.
    if offset >= 3 || position.line > 1 { known = (offset, position) }
    return position
  }
}
