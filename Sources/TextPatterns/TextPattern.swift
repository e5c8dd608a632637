internal import CRE2

/// A regular expression in RE2's syntax, matched against UTF-8 bytes in time linear in the text.
public final class TextPattern: Sendable {
  /// A pattern that RE2 refuses.
  public struct Failure: Error, Hashable, Sendable {
    /// RE2's reason, in English.
    public let reason: String
    /// The part of the pattern that the reason speaks of.
    public let part: String
  }

  /// The pattern as written.
  public let source: String
  /// Number of capturing groups, not counting the whole match.
  public let groupCount: Int
  // RE2 objects are immutable after compilation and documented as safe for concurrent matching.
  private nonisolated(unsafe) let compiled: OpaquePointer

  /// Compiles a pattern; RE2's program may take at most `maxMemory` bytes.
  public init(_ source: String, maxMemory: Int = 8 << 20) throws(Failure) {
    var source = source
    let compiled = source.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { cre2_compile($0.baseAddress, $0.count, Int64(maxMemory)) }
    }
    self.source = source
    if let reason = cre2_error(compiled) {
      let failure = Failure(
        reason: String(cString: reason), part: cre2_error_argument(compiled).map { String(cString: $0) } ?? "")
      cre2_free(compiled)
      throw failure
    }
    guard let compiled else { throw Failure(reason: "out of memory", part: source) }
    self.compiled = compiled
    self.groupCount = Int(cre2_group_count(compiled))
  }

  deinit { cre2_free(compiled) }

  /// Where a match must lie.
  public enum Anchor: Int32, Sendable {
    /// Anywhere at or after the start offset.
    case anywhere = 0
    /// Exactly at the start offset.
    case atStart = 1
    /// From the start offset to the end of the text.
    case whole = 2
  }

  /// Whether the pattern matches the text.
  public func matches(_ text: UnsafeBufferPointer<UInt8>, anchor: Anchor = .anywhere) -> Bool {
    match(text, from: 0, anchor: anchor, spans: nil, groups: 0)
  }

  /// The first match at or after `start`, as byte offsets; nil when there is none.
  public func firstMatch(in text: UnsafeBufferPointer<UInt8>, from start: Int = 0, anchor: Anchor = .anywhere)
    -> Range<Int>?
  {
    var spans: (Int64, Int64) = (0, 0)
    let found = withUnsafeMutableBytes(of: &spans) { raw in
      match(text, from: start, anchor: anchor, spans: raw.bindMemory(to: Int64.self).baseAddress, groups: 1)
    }
    return found ? Int(spans.0)..<Int(spans.1) : nil
  }

  /// Byte offsets of the whole match and its groups (at most 15), nil for a group that took no part.
  public func groups(in text: UnsafeBufferPointer<UInt8>, from start: Int = 0, anchor: Anchor = .anywhere)
    -> [Range<Int>?]?
  {
    let count = min(groupCount + 1, 16)
    var spans = [Int64](repeating: -1, count: 2 * count)
    let found = spans.withUnsafeMutableBufferPointer {
      match(text, from: start, anchor: anchor, spans: $0.baseAddress, groups: Int32(count))
    }
    guard found else { return nil }
    return (0..<count).map { spans[2 * $0] < 0 ? nil : Int(spans[2 * $0])..<Int(spans[2 * $0 + 1]) }
  }

  private func match(
    _ text: UnsafeBufferPointer<UInt8>, from start: Int, anchor: Anchor, spans: UnsafeMutablePointer<Int64>?,
    groups: Int32
  ) -> Bool {
    text.withMemoryRebound(to: CChar.self) {
      cre2_match(compiled, $0.baseAddress, $0.count, start, anchor.rawValue, spans, groups)
    }
  }
}
