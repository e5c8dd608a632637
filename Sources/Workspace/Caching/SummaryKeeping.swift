internal import Rules

/// Puts summaries into a cache and takes them out again.
struct SummaryKeeping: Sendable {
  /// Where they are kept.
  let cache: LintCache
  /// Rules and settings, which give numbers their meaning.
  let context: LintContext
  /// Number of workers.
  let jobs: Int

  /// What the last run over exactly these files came to, the tallies of the reported ones added up; nil where it was
  /// another one.
  func lastRun(
    over digests: [ContentDigest], _ files: [LoadedFile]
  ) -> (summaries: [FileSummary], tallySums: [[SIMD2<UInt64>]])? {
    let ruleCount = context.library.pages.count
    return cache.lastRun(over: digests, jobs: jobs) {
      (reported: TallySums(count: ruleCount), others: TallySums(count: ruleCount))
    } finish: {
      $0.reported.sums
    } decode: { sums, index, bytes in
      let file = files[index]
      return decode(bytes, file, addingTo: file.isReported ? sums.reported : sums.others)
    }
  }

  /// What the document stage made of files before, by their position.
  func documents(_ digests: [ContentDigest]) -> (@Sendable (Int, LoadedFile) -> FileSummary?)? {
    guard let (pack, places) = cache.documents() else { return nil }
    return { index, file in
      places[digests[index]].flatMap { place in pack.withContent(of: pack.entries[place]) { decode($0, file) } }
    }
  }

  /// Keeps what the document stage made of each file.
  func keepDocuments(_ summaries: [FileSummary], _ digests: [ContentDigest]) {
    cache.keepDocuments(encoded(summaries, digests) { $0 })
  }

  /// Keeps what the whole run made of each file; what only the catalog stage needs is no part of that.
  func keepRun(_ summaries: [FileSummary], _ digests: [ContentDigest]) {
    let contents = encoded(summaries, digests) { summary in
      var summary = summary
      for index in summary.documents.indices {
        summary.documents[index].facts = []
        summary.documents[index].pending = []
      }
      return summary
    }
    cache.keepRun(contents)
  }

  private func encoded(
    _ summaries: [FileSummary], _ digests: [ContentDigest], _ part: @Sendable (FileSummary) -> FileSummary
  ) -> [(digest: ContentDigest, content: [UInt8])] {
    let contents = parallelMap(count: summaries.count, jobs: jobs, makeState: { () }, finish: { _ in 0 }) { _, index in
      SummaryCoding.bytes(of: part(summaries[index]))
    }.results
    return zip(digests, contents).map { ($0, $1) }
  }

  private func decode(
    _ bytes: UnsafeRawBufferPointer, _ file: LoadedFile, addingTo sums: TallySums? = nil
  ) -> FileSummary? {
    SummaryCoding.summary(of: bytes, ruleCount: context.library.pages.count, sums: sums) { name in
      context.settings.settings(path: file.relativePath, kind: name.kind, id: name.id)
    }
  }
}
