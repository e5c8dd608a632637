import Diagnostics
import SourceText

/// The diagnostics of one file; hostile input cannot fill memory with them.
struct DiagnosticLog {
  /// More than an editor reads; what lies beyond is counted, not kept.
  private static let limit = 2_000

  /// All so far; those of a finished document are in order.
  private(set) var all: [Diagnostic] = []
  /// Whether the present document has an error.
  private(set) var hasError = false
  /// Where the present document's diagnostics begin.
  private var documentStart = 0
  /// Diagnostics beyond the limit.
  private var omitted = 0
  /// The last of them, which stands for all.
  private var lastOmitted: (id: String, severity: Severity, range: SourceRange)?

  /// Keeps a diagnostic; the message is only built while there is room.
  mutating func report(
    _ id: String, _ severity: Severity = .error, _ range: Range<Int>, related: [Label] = [],
    _ message: @autoclosure () -> LocalizedText, remedy: @autoclosure () -> LocalizedText? = nil
  ) {
    if severity == .error { hasError = true }
    guard all.count < DiagnosticLog.limit else {
      omitted += 1
      lastOmitted = (id, severity, SourceRange(range))
      return
    }
    all.append(
      Diagnostic(
        id: id, severity: severity, message: message(), range: SourceRange(range), related: related, remedy: remedy()))
  }

  /// Makes an error of what the present document has at an offset under this id; false when there is no such thing.
  mutating func escalate(_ id: String, at offset: Int) -> Bool {
    let own = all.indices[documentStart...]
    guard let known = own.first(where: { all[$0].id == id && all[$0].range.start == UInt32(offset) }) else {
      return false
    }
    all[known].severity = .error
    hasError = true
    return true
  }

  /// Puts the document's diagnostics in order and begins the next document.
  mutating func finishDocument() {
    if all.count - documentStart > 1 {
      // Ties keep the order of discovery, so that runs agree.
      let sorted = all[documentStart...].enumerated().sorted {
        ($0.element.range.start, $0.offset) < ($1.element.range.start, $1.offset)
      }
      all.replaceSubrange(documentStart..., with: sorted.map(\.element))
    }
    documentStart = all.count
    hasError = false
  }

  /// Says how many diagnostics were not kept.
  mutating func finishFile() {
    guard let last = lastOmitted else { return }
    all.append(
      Diagnostic(id: last.id, severity: last.severity, message: Messages.omitted(omitted), range: last.range))
    lastOmitted = nil
  }
}
