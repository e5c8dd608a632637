import Diagnostics
import Encoding
package import SourceText

/// The faults that a catalog had when it was put under the linter, by their keys: `guidelint-baseline.jsonl`.
package struct Baseline: Sendable {
  /// One line.
  package struct Entry: Hashable, Sendable {
    /// The diagnostic that it accepts.
    package var key: DiagnosticKey
    /// The line, without its line break.
    package var range: SourceRange
  }

  /// The file.
  package var source: SourceFile
  /// Its lines, in the order written.
  package var entries: [Entry]

  /// Reads a baseline.
  /// - Returns: it, and what is wrong with lines; any of them makes the run untrustworthy.
  package static func read(_ source: SourceFile) -> (Baseline, [ReportedDiagnostic]) {
    var entries: [Entry] = []
    var faults: [ReportedDiagnostic] = []
    let map = LineMap(source.bytes)
    for line in 1...map.count {
      let range = map.range(ofLine: line, in: source.bytes)
      var bytes = source.bytes[range.offsets]
      if line == 1, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
      guard bytes.contains(where: { $0 != 0x20 && $0 != 0x09 }) else { continue }
      var reader = BaselineLine(bytes)
      if let key = reader.read() {
        entries.append(Entry(key: key, range: range))
      } else {
        let isConflict = ["<<<<<<<", "=======", ">>>>>>>", "|||||||"].contains { bytes.starts(with: $0.utf8) }
        faults.append(
          ReportedDiagnostic(
            Diagnostic(
              id: "baseline-malformed", message: Messages.baselineLine(line, isConflict: isConflict), range: range),
            in: source.path))
      }
    }
    return (Baseline(source: source, entries: entries), faults)
  }

  /// The text of a baseline: a line for each key, in order of the bytes of the lines, none twice.
  package static func text(of keys: some Sequence<DiagnosticKey>) -> [UInt8] {
    let lines = Set(keys).map(line).sorted { $0.lexicographicallyPrecedes($1) }
    return Array(lines.joined())
  }

  private static func line(_ key: DiagnosticKey) -> [UInt8] {
    var bytes: [UInt8] = []
    var json = JSONWriter(layout: .compact) { bytes.append(contentsOf: $0) }
    json.beginObject()
    json.member("document", key.document)
    json.member("rule", key.rule)
    json.member("path", key.place.path)
    json.member("value", StablePlace.digits(key.place.value))
    json.member("ordinal", key.ordinal)
    json.endObject()
    json.finish()
    bytes.append(UInt8(ascii: "\n"))
    return bytes
  }
}
