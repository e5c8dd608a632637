internal import Diagnostics
package import Rules

/// How a run that reports only what a change brought came out.
package struct ChangeSummary: Hashable, Sendable {
  /// The documents that changed.
  package var documents = DocumentChanges.Counts()
  /// Number of diagnostics that were there before and were left out.
  package var leftOut = 0

  /// Nothing changed, nothing was left out.
  package init() {}
}

/// Leaves out what an earlier version of the catalog said already.
struct ChangedOnly {
  /// What changed.
  let changes: DocumentChanges
  /// Keys of everything that the earlier version's own lint says; asked for only where it matters.
  let earlierKeys: () -> Set<DiagnosticKey>

  /// Keeps the diagnostics of changed documents, those that point into one, those about documents that are gone, and
  /// those that unchanged documents have only by what changed elsewhere, such as a reference to what is gone.
  /// - Returns: the number of those left out.
  func apply(to found: inout [ReportedDiagnostic], removedFiles: Set<String>) -> Int {
    let count = found.count
    let isCandidate = found.map { !isKept($0, removedFiles) }
    guard isCandidate.contains(true) else { return 0 }
    // Where nothing changed, nothing can be new.
    let known = changes.isEmpty ? nil : earlierKeys()
    var position = -1
    found.removeAll { diagnostic in
      position += 1
      guard isCandidate[position] else { return false }
      guard let known, diagnostic.document != nil else { return true }
      return known.contains(diagnostic.key) || isAboutGone(diagnostic, removedFiles)
    }
    return count - found.count
  }

  private func isKept(_ diagnostic: ReportedDiagnostic, _ removedFiles: Set<String>) -> Bool {
    // A bound that was reached is never left out: it makes the run fail.
    if diagnostic.state == .error || diagnostic.rule.hasSuffix("-limit") { return true }
    if isAboutGone(diagnostic, removedFiles) { return diagnostic.document.map(changes.removed.contains) ?? false }
    return changes.concerns(diagnostic)
  }

  /// Whether a diagnostic stands in a file of the version compared with.
  private func isAboutGone(_ diagnostic: ReportedDiagnostic, _ removedFiles: Set<String>) -> Bool {
    removedFiles.contains(diagnostic.file)
  }
}
