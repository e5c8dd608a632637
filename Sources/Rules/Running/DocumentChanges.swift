import SourceText

/// What a version of a catalog changed: documents told by kind and id and by what they say, wherever they stand.
package struct DocumentChanges: Sendable {
  /// How many documents changed.
  package struct Counts: Hashable, Sendable {
    /// Documents that the earlier version has not.
    package var added = 0
    /// Documents that say something else.
    package var modified = 0
    /// Documents that are gone.
    package var removed = 0

    /// Nothing changed.
    package init() {}

    /// All of them.
    package var total: Int { added + modified + removed }

    /// Adds those of another catalog.
    package static func += (left: inout Counts, right: Counts) {
      left.added += right.added
      left.modified += right.modified
      left.removed += right.removed
    }
  }

  /// Where the documents of one file stand that differs from every earlier one.
  private struct Places {
    /// Changed documents.
    var changed: [SourceRange] = []
    /// Documents that an earlier file has word for word.
    var untouched: [SourceRange] = []
  }

  /// How many documents changed.
  package private(set) var counts = Counts()
  /// Documents that are gone.
  package private(set) var removed: Set<DocumentName> = []
  /// The documents of files whose bytes no earlier file has, by the file's path as reports print it.
  private var places: [String: Places] = [:]
  /// Documents of the earlier version that nothing was matched with yet.
  private var open: [DocumentName: [UInt64]] = [:]

  /// Compares the files that differ between two versions; a file with the same bytes at the same path need not be given.
  /// - Parameters:
  ///   - isReported: whether a file's documents are counted, by its path as reports print it.
  ///   - isGone: whether a document of an earlier file is missing in the later version and would be reported.
  package init(
    from before: [DocumentContents], to after: [DocumentContents], isReported: (String) -> Bool,
    isGone: (DocumentName, _ path: String) -> Bool
  ) {
    for file in before { for document in file.documents { open[document.name, default: []].append(document.content) } }
    let earlierBytes = Set(before.map(\.content))
    let differing = after.filter { !earlierBytes.contains($0.content) || !$0.isBroken }
    // What is the same must be matched first: of two documents with one id the other one is the changed one.
    let changed = differing.map { file in file.documents.filter { !match($0) } }
    for (file, changed) in zip(differing, changed) {
      var found = Places()
      let ranges = Set(changed.map(\.range))
      for document in file.documents {
        if ranges.contains(document.range) {
          found.changed.append(document.range)
        } else {
          found.untouched.append(document.range)
        }
      }
      places[file.file] = found
      if isReported(file.file) { count(changed, isBroken: file.isBroken) }
    }
    for file in before {
      for document in file.documents where !document.name.id.isEmpty && isGone(document.name, file.path) {
        if removed.insert(document.name).inserted { counts.removed += 1 }
      }
    }
  }

  /// Strikes out an earlier document that says the same; false where there is none.
  private mutating func match(_ document: DocumentContents.Document) -> Bool {
    guard let same = open[document.name]?.firstIndex(of: document.content) else { return false }
    open[document.name]?.remove(at: same)
    return true
  }

  /// Counts documents that differ: one with an earlier namesake was modified.
  private mutating func count(_ documents: [DocumentContents.Document], isBroken: Bool) {
    for document in documents {
      if !document.name.id.isEmpty, open[document.name]?.popLast() != nil {
        counts.modified += 1
      } else {
        counts.added += 1
      }
    }
    if isBroken { counts.modified += 1 }
  }

  /// Whether nothing at all changed.
  package var isEmpty: Bool {
    removed.isEmpty && places.allSatisfy { $0.value.changed.isEmpty && !$0.value.untouched.isEmpty }
  }

  /// Whether a diagnostic is about what changed: it lies in a changed document or points into one.
  package func concerns(_ diagnostic: ReportedDiagnostic) -> Bool {
    if isChanged(diagnostic.range, in: diagnostic.file, isWhole: diagnostic.document == nil) { return true }
    return diagnostic.related.contains { isChanged($0.range, in: $0.file ?? diagnostic.file, isWhole: false) }
  }

  /// Whether a place lies in a changed document or, where it belongs to none, in a changed file.
  private func isChanged(_ range: SourceRange, in file: String, isWhole: Bool) -> Bool {
    guard let places = places[file] else { return false }
    func holds(_ document: SourceRange) -> Bool { document.start <= range.start && range.start < document.end }
    if places.changed.contains(where: holds) { return true }
    return isWhole && !places.untouched.contains(where: holds)
  }
}
