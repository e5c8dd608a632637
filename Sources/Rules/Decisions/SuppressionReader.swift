import DataTree
import Diagnostics
import SourceText

/// Reads the comments of one file that accept failures, document by document.
///
/// Comments behind the last document that could be read are never looked at: what cannot be parsed is not judged either.
struct SuppressionReader {
  /// What the comments of one document come to.
  struct Found {
    /// Comments that name at least one rule which they may silence.
    var suppressions: [Suppression] = []
    /// What is wrong with comments, in order of offset.
    var faults: [Diagnostic] = []
  }

  private let source: SourceFile
  private let library: RuleLibrary
  private var hashes: ArraySlice<Int>
  /// The content line found last and where the search for it began: comments that follow one another share it.
  private var latest: (from: Int, line: SourceRange)?
  /// The latest line with what it covers.
  private var covered: (line: SourceRange, widened: SourceRange, block: SourceRange?)?

  /// Looks for comments in a file.
  init(_ source: SourceFile, library: RuleLibrary) {
    self.source = source
    self.library = library
    hashes = source.bytes.withUnsafeBufferPointer { SuppressionScan.hashes(in: $0) }[...]
  }

  /// Reads the comments of a document; none are left out but those in the text of a scalar.
  /// - Parameters:
  ///   - range: the document with the comments that belong to it.
  ///   - view: its tree, not read under its schema yet.
  ///   - position: its place among the readable documents of the file.
  mutating func read(
    in range: SourceRange, _ view: TreeView, _ settings: EffectiveSettings, position: Int
  ) -> Found {
    var found = Found()
    guard !hashes.isEmpty else { return found }
    let own = takeHashes(before: Int(range.end)).filter { $0 >= range.start }
    guard !own.isEmpty else { return found }
    let places = WrittenPlaces(view)
    covered = nil
    for hash in own where !places.isText(at: hash, in: source.bytes) {
      switch SuppressionParser(source.bytes, hash: hash).parse() {
      case .failure(let fault): found.faults.append(fault.diagnostic)
      case .success(let comment):
        let rules = comment.names.filter { name in
          let fault = fault(in: name, settings)
          if let fault { found.faults.append(fault) }
          return fault == nil
        }
        guard !rules.isEmpty else { continue }
        found.suppressions.append(
          Suppression(
            rules: rules.map(\.text), reason: comment.reason, range: comment.range,
            scope: scope(of: comment, in: range, places), document: comment.reach == .file ? nil : position))
      }
    }
    return found
  }

  private mutating func takeHashes(before end: Int) -> ArraySlice<Int> {
    let taken = hashes.prefix { $0 < end }
    hashes = hashes.dropFirst(taken.count)
    return taken
  }

  /// Says that a name selects nothing, or nothing that a comment may silence.
  private func fault(in name: SuppressionComment.Name, _ settings: EffectiveSettings) -> Diagnostic? {
    let selected = library.selected(by: name.text)
    guard !selected.isEmpty else {
      if BuiltInFaults.isFixed(name.text) {
        return Diagnostic(id: "suppression-locked", message: Messages.neverAccepted(name.text), range: name.range)
      }
      return Diagnostic(
        id: "suppression-unknown-rule", severity: .warning,
        message: Messages.unknownRule(name.text, nearest: library.nearestAcceptable(to: name.text)), range: name.range)
    }
    guard selected.isLocked(under: settings) else { return nil }
    return Diagnostic(id: "suppression-locked", message: Messages.ruleLocked(name.text), range: name.range)
  }

  private mutating func scope(
    of comment: SuppressionComment, in document: SourceRange, _ places: WrittenPlaces
  ) -> SourceRange {
    switch comment.reach {
    case .file: return SourceRange(0..<source.bytes.count)
    case .item: return document
    case .line, .block:
      let line = contentLine(of: comment, end: Int(document.end))
      if covered?.line != line { covered = (line, places.widened(line), places.block(on: line)) }
      guard let covered else { return line }
      return comment.reach == .block ? covered.block ?? covered.widened : covered.widened
    }
  }

  /// The line that a comment speaks of: its own, or the next one with content where it stands alone.
  private mutating func contentLine(of comment: SuppressionComment, end: Int) -> SourceRange {
    let bytes = source.bytes
    let line = SuppressionReader.line(around: Int(comment.range.start), in: bytes)
    guard SuppressionReader.isWithoutContent(line, in: bytes) else { return line }
    if let latest, latest.from < line.start, line.end <= latest.line.start { return latest.line }
    var next = line
    repeat {
      guard let following = SuppressionReader.line(after: next, in: bytes), following.start < end else {
        // Nothing follows: the comment covers nothing, and is reported as unused.
        return SourceRange(comment.range.end, comment.range.end)
      }
      next = following
    } while SuppressionReader.isWithoutContent(next, in: bytes)
    latest = (Int(line.start), next)
    return next
  }

  /// The line that holds an offset, without its line break.
  static func line(around offset: Int, in bytes: [UInt8]) -> SourceRange {
    var start = offset
    while start > 0, bytes[start - 1] != 0x0A, bytes[start - 1] != 0x0D { start -= 1 }
    var end = offset
    while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
    return SourceRange(start..<end)
  }

  /// The line below another; nil at the end of the file.
  private static func line(after line: SourceRange, in bytes: [UInt8]) -> SourceRange? {
    var start = Int(line.end)
    guard start < bytes.count else { return nil }
    start += bytes[start] == 0x0D && start + 1 < bytes.count && bytes[start + 1] == 0x0A ? 2 : 1
    return self.line(around: start, in: bytes)
  }

  /// Whether a line holds nothing but blanks, a comment, or the mark that begins or ends a document.
  private static func isWithoutContent(_ line: SourceRange, in bytes: [UInt8]) -> Bool {
    var rest = bytes[line.offsets]
    if line.start == 0, rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
    if rest.starts(with: "---".utf8) || rest.starts(with: "...".utf8) {
      let after = rest.dropFirst(3)
      if after.isEmpty || after.first.map(SuppressionScan.isBlank) == true { rest = after }
    }
    let first = rest.first { !SuppressionScan.isBlank($0) }
    return first == nil || first == UInt8(ascii: "#") || rest.first == UInt8(ascii: "%")
  }
}

extension Suppression {
  /// The names that may be unused, each with its place in the comment; more than `rules` where some are faulty.
  func written(in source: SourceFile) -> [SuppressionComment.Name] {
    guard case .success(let comment) = SuppressionParser(source.bytes, hash: Int(range.start)).parse() else {
      return []
    }
    return comment.names
  }
}
