import Catalog
import TextPatterns

/// What `find` looks for inside a text.
enum TargetPattern: Sendable {
  /// A regular expression.
  case pattern(TextPattern)
  /// A vocabulary of words or patterns, by its index.
  case vocabulary(Int)
  /// The names of a table; nil where it is empty.
  case names(TextPattern?)
  /// A search of the domain.
  case finder(TextFinder)

  /// What this search needs to find anything, for the pass that all searches share.
  func search(_ vocabularies: VocabularySet) -> TextTriggers.Search {
    switch self {
    case .pattern(let pattern): .pattern(pattern.source)
    case .names(let pattern): .pattern(pattern?.source)
    case .vocabulary(let index): .pattern(vocabularies[VocabularySet.bits(of: index)]?.patternSource)
    case .finder(let finder): .finder(finder)
    }
  }
}

extension CompiledRules {
  /// The bits in `triggers` of the searches that a document's scripts decide.
  static func scriptBits(_ finds: [TargetPattern]) -> UInt64 {
    var bits: UInt64 = 0
    for (index, find) in finds.prefix(TextTriggers.capacity).enumerated() {
      if case .finder(.otherScript) = find { bits |= 1 << UInt64(index) }
    }
    return bits
  }

  /// Every match of a `find` in a text, as byte offsets; empty matches are passed over.
  /// - Parameter script: the script that the document uses less, for the search that asks.
  func matches(of find: Int, in text: UnsafeBufferPointer<UInt8>, script: ChineseScript?) -> [Range<Int>] {
    switch finds[find] {
    case .pattern(let pattern): return CompiledRules.matches(of: pattern, in: text)
    case .names(let pattern): return pattern.map { CompiledRules.matches(of: $0, in: text) } ?? []
    case .vocabulary(let index):
      guard let pattern = vocabularies[VocabularySet.bits(of: index)]?.pattern else { return [] }
      return CompiledRules.matches(of: pattern, in: text)
    case .finder(let finder): return finder.matches(in: text, script: script)
    }
  }

  private static func matches(of pattern: TextPattern, in text: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    var matches: [Range<Int>] = []
    var start = 0
    while start <= text.count, let match = pattern.firstMatch(in: text, from: start) {
      if !match.isEmpty { matches.append(match) }
      start = max(match.upperBound, start + (match.isEmpty ? 1 : 0))
    }
    return matches
  }
}
