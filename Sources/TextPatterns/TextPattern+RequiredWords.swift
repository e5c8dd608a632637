internal import CRE2

/// What a text must hold for a pattern to match at all.
extension TextPattern {
  /// Literal pieces, one of which every match holds, with A-Z in lower case; empty where the pattern can match without
  /// any of them. Where several would do, as the two ends of a phrase, it is the rarer ones.
  public var requiredWords: [[UInt8]] { TextPattern.requiredWords(of: source) }

  /// The same of a pattern that need not be compiled for it; empty where RE2 refuses it.
  public static func requiredWords(of source: String) -> [[UInt8]] {
    var pattern = source
    var words: [[UInt8]] = []
    pattern.withUTF8 { bytes in
      withUnsafeMutablePointer(to: &words) { words in
        bytes.withMemoryRebound(to: CChar.self) {
          cre2_required_words($0.baseAddress, $0.count, 1, words) { context, word, length in
            guard let word else { return }
            let piece = UnsafeBufferPointer(start: word, count: length).map { UInt8(bitPattern: $0) }
            context?.assumingMemoryBound(to: [[UInt8]].self).pointee.append(piece)
          }
        }
      }
    }
    return words
  }
}
