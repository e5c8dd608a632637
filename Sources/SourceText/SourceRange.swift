/// A half-open range of UTF-8 byte offsets in one file or expression.
public struct SourceRange: Hashable, Sendable, BitwiseCopyable {
  /// Offset of the first byte.
  public var start: UInt32
  /// Offset after the last byte.
  public var end: UInt32

  /// Makes the range `start ..< end`; an end before the start is read as empty.
  @inlinable
  public init(_ start: UInt32, _ end: UInt32) {
    self.start = start
    self.end = end < start ? start : end
  }

  /// Makes a range from `Int` offsets, clamped to what 32 bits hold.
  @inlinable
  public init(_ range: Range<Int>) {
    self.init(UInt32(clamping: range.lowerBound), UInt32(clamping: range.upperBound))
  }

  /// Number of bytes.
  @inlinable public var count: Int { Int(end) - Int(start) }

  /// Whether the range holds no byte.
  @inlinable public var isEmpty: Bool { start == end }

  /// The same range as `Int` offsets.
  @inlinable public var offsets: Range<Int> { Int(start)..<Int(end) }
}
