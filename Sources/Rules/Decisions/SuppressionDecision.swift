import Diagnostics
import SourceText

/// Applies the comments in a catalog's files to its diagnostics, and finds those that silence nothing.
struct SuppressionDecision {
  /// A name in one comment.
  private struct Use {
    /// Position of the comment in its file.
    var comment: Int
    /// The name.
    var name: String
    /// Whether it silenced something.
    var isUsed = false
  }

  private let catalog: ReviewedCatalog

  /// Prepares to judge a catalog.
  init(_ catalog: ReviewedCatalog) { self.catalog = catalog }

  /// Accepts what comments allow.
  /// - Parameter found: in order of file and offset.
  /// - Returns: the comments, or names in them, that silence nothing.
  func apply(to found: inout [ReportedDiagnostic]) -> [ReportedDiagnostic] {
    var unused: [ReportedDiagnostic] = []
    guard catalog.files.contains(where: { !$0.summary.suppressions.isEmpty }) else { return [] }
    var ranges: [String: Range<Int>] = [:]
    for index in found.indices {
      let start = ranges[found[index].file]?.lowerBound ?? index
      ranges[found[index].file] = start..<index + 1
    }
    for (file, isReported) in zip(catalog.files, catalog.isReported)
    where isReported && !file.summary.suppressions.isEmpty {
      let uses = accept(in: file, ranges[file.source.path] ?? 0..<0, &found)
      unused += self.unused(uses, in: file)
    }
    return unused
  }

  private func accept(
    in file: CatalogSummaries.File, _ range: Range<Int>, _ found: inout [ReportedDiagnostic]
  ) -> [Use] {
    let comments = file.summary.suppressions
    var uses = comments.indices.flatMap { comment in
      comments[comment].rules.map { Use(comment: comment, name: $0) }
    }
    let byName = Dictionary(grouping: uses.indices) { uses[$0].name }
    for (name, positions) in byName.sorted(by: { $0.value[0] < $1.value[0] }) {
      let ids = catalog.library.selected(by: name).ids
      // Those that begin last lie innermost; of two that begin together the shorter one does.
      let order = positions.sorted { left, right in
        let (first, second) = (comments[uses[left].comment].scope, comments[uses[right].comment].scope)
        return (first.start, second.end, left) < (second.start, first.end, right)
      }
      var next = 0
      var open: [Int] = []
      for index in range where ids.contains(found[index].rule) {
        let offset = found[index].range.start
        while next < order.count, comments[uses[order[next]].comment].scope.start <= offset {
          open.append(order[next])
          next += 1
        }
        while let last = open.last, comments[uses[last].comment].scope.end < offset { open.removeLast() }
        guard let innermost = open.last, found[index].isAcceptable(in: catalog, errorsToo: true) else { continue }
        uses[innermost].isUsed = true
        guard found[index].state == .fail else { continue }
        let comment = comments[uses[innermost].comment]
        found[index].accept(
          Acceptance(kind: .suppression, reason: comment.reason, file: file.source.path, range: comment.range))
      }
    }
    return uses
  }

  private func unused(_ uses: [Use], in file: CatalogSummaries.File) -> [ReportedDiagnostic] {
    let byComment = Dictionary(grouping: uses.filter { !$0.isUsed }, by: \.comment)
    return byComment.sorted { $0.key < $1.key }.compactMap { position, uses in
      let comment = file.summary.suppressions[position]
      let documents = comment.document.map { [file.summary.documents[$0]] } ?? file.summary.documents
      let names = uses.map(\.name).filter { name in
        catalog.isJudged(catalog.library.selected(by: name), on: documents)
      }
      guard !names.isEmpty else { return nil }
      let written = comment.written(in: file.source)
      let unused = written.filter { names.contains($0.text) }
      let isWhole = unused.count == written.count
      let range = isWhole ? comment.range : unused.first?.range ?? comment.range
      let message = Messages.suppressionUnused(names)
      let document = comment.document.map { file.summary.documents[$0].name }
      return ReportedDiagnostic(
        rule: "suppression-unused", severity: .warning, message: message, file: file.source.path, range: range,
        document: document, anchor: StablePlace(text: file.source.text(in: comment.range).utf8),
        fix: isWhole
          ? removal(of: comment, in: file.source) : shortening(written, without: unused))
    }
  }

  /// Takes a comment away: with its line where it stands alone, else with the blanks before it.
  private func removal(of comment: Suppression, in source: SourceFile) -> Fix {
    let bytes = source.bytes
    let line = SuppressionReader.line(around: Int(comment.range.start), in: bytes)
    var start = Int(comment.range.start)
    while start > line.start, SuppressionScan.isBlank(bytes[start - 1]) { start -= 1 }
    var end = Int(line.end)
    if start == line.start {
      if end < bytes.count { end += bytes[end...].starts(with: [0x0D, 0x0A]) ? 2 : 1 }
    }
    return Fix(
      title: Messages.removeSuppression, applicability: .safe,
      edits: [Edit(range: SourceRange(start..<end), replacement: "")])
  }

  /// Takes names out of a list of which others remain.
  private func shortening(_ written: [SuppressionComment.Name], without unused: [SuppressionComment.Name]) -> Fix? {
    guard let first = written.first, let last = written.last else { return nil }
    let kept = written.filter { !unused.contains($0) }.map(\.text)
    return Fix(
      title: Messages.removeFromSuppression(unused.map(\.text)), applicability: .safe,
      edits: [Edit(range: SourceRange(first.range.start, last.range.end), replacement: kept.joined(separator: ", "))])
  }
}

extension ReportedDiagnostic {
  /// Whether a decision may silence it; with `errorsToo`, whether it could if its rule had not failed.
  func isAcceptable(in catalog: ReviewedCatalog, errorsToo: Bool = false) -> Bool {
    (state == .fail || errorsToo && state == .error) && !isLocked && catalog.acceptableIDs.contains(rule)
  }

  /// Turns a failure into a waived result.
  mutating func accept(_ acceptance: Acceptance) {
    state = .waived
    self.acceptance = acceptance
  }
}
