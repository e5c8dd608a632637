package import Rules
internal import SourceText

/// Gives offsets of a report's files their lines and columns, dividing each file into lines once for all reporters.
package final class SourceLocator {
  /// The texts that the report carries.
  private let sources: [String: SourceFile]
  /// The files divided so far, by path.
  private var files: [String: LocatedFile] = [:]
  /// The file asked for last.
  private var latest: LocatedFile?

  /// Reads the sources of `report`.
  package init(_ report: LintReport) { sources = report.sources }

  /// The file at `path`; nil when the report does not carry its text.
  func file(at path: String) -> LocatedFile? {
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

  /// Where a range begins; line and column 1 where the report does not carry the text.
  func start(of range: SourceRange, in path: String) -> Position {
    file(at: path)?.position(at: range.start) ?? Position(line: 1, column: 1)
  }
}

/// One file with its lines.
final class LocatedFile {
  /// The bytes.
  let source: SourceFile
  /// Where its lines begin, as far as was asked; few of a file's lines are shown.
  private var lines: LineMap
  /// The latest answers in code points and in UTF-16: a long line with many diagnostics is counted through once, not
  /// once for each of them.
  private var known: (codePoints: KnownPosition?, utf16: KnownPosition?)

  /// A position that was counted out.
  private struct KnownPosition {
    /// The offset asked for.
    var offset: UInt32
    /// The answer.
    var position: Position
  }

  /// Prepares to divide `source` into lines.
  init(_ source: SourceFile) {
    self.source = source
    lines = LineMap(unread: source.bytes)
  }

  /// Line of an offset, from 1.
  func line(at offset: UInt32) -> Int {
    lines.read(past: offset, in: source.bytes)
    return lines.line(at: offset)
  }

  /// Bytes of a line, which `line(at:)` gave, without its line break and without a byte order mark.
  func shownRange(ofLine line: Int) -> Range<Int> {
    let bytes = source.bytes
    let whole = lines.range(ofLine: line, in: bytes).offsets
    let hasMark = whole.lowerBound == 0 && bytes.starts(with: [0xEF, 0xBB, 0xBF])
    return hasMark ? 3..<max(3, whole.upperBound) : whole
  }

  /// Line and column in code points; an offset past the end is read as the end.
  func position(at offset: UInt32) -> Position {
    position(at: offset, knowing: &known.codePoints, unit: .codePoints)
  }

  /// Line and column in UTF-16 code units.
  func utf16Position(at offset: UInt32) -> Position {
    position(at: offset, knowing: &known.utf16, unit: .utf16)
  }

  /// The line of a range's last byte, or of its place where it is empty.
  func lastLine(of range: SourceRange) -> Int {
    line(at: min(range.isEmpty ? range.start : range.end - 1, UInt32(clamping: source.bytes.count)))
  }

  /// Counts on from the latest answer where that is before the offset in its line.
  private func position(at wanted: UInt32, knowing known: inout KnownPosition?, unit: ColumnUnit) -> Position {
    let offset = min(wanted, UInt32(clamping: source.bytes.count))
    // A sequence of four bytes is a surrogate pair in UTF-16.
    let pairs: UInt8 = unit == .utf16 ? 0xF0 : 0xFF
    var position: Position
    let line = line(at: offset)
    if let known, known.offset <= offset, known.position.line == line {
      position = known.position
      for byte in source.bytes[Int(known.offset)..<Int(offset)] where byte & 0xC0 != 0x80 {
        position.column += byte >= pairs ? 2 : 1
      }
    } else {
      position = lines.position(at: offset, in: source.bytes, unit: unit)
    }
    // An offset inside the byte order mark is no start to count from: the mark is no column.
    if offset >= 3 || position.line > 1 { known = KnownPosition(offset: offset, position: position) }
    return position
  }
}
