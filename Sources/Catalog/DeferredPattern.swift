internal import Synchronization
package import TextPatterns

/// An alternation that may be large, compiled when it is first needed: most runs need few of them.
package final class DeferredPattern: Sendable {
  /// Bytes that RE2's program may take; the alternation of a long list is large.
  private static let maxMemory = 64 << 20

  // Two threads may both compile it; one of the two is kept.
  private let compiled = AtomicLazyReference<TextPattern>()
  private let spelling: @Sendable () -> String

  /// Keeps how the pattern is written.
  package init(_ spelling: @escaping @Sendable () -> String) { self.spelling = spelling }

  /// The pattern as written.
  package var source: String { compiled.load()?.source ?? spelling() }

  /// The pattern; nil where RE2 refuses it.
  package var pattern: TextPattern? { compiled.load() ?? (try? compile()) }

  /// Compiles it now, unless that has been done.
  /// - Throws: where RE2 refuses the pattern.
  @discardableResult
  func compile() throws(TextPattern.Failure) -> TextPattern {
    if let known = compiled.load() { return known }
    return compiled.storeIfNil(try TextPattern(spelling(), maxMemory: DeferredPattern.maxMemory))
  }
}
