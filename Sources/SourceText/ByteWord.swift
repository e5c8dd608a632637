/// Eight bytes as one number, the first of them lowest: a scan that looks at eight at a time costs an eighth.
public enum ByteWord {
  /// The lowest bit of each byte.
  @inlinable public static var ones: UInt64 { 0x0101_0101_0101_0101 }
  /// The highest bit of each byte: what the masks below consist of.
  @inlinable public static var highs: UInt64 { 0x8080_8080_8080_8080 }
  /// All bits but the highest of each byte.
  @inlinable public static var lows: UInt64 { 0x7F7F_7F7F_7F7F_7F7F }

  /// The highest bit of each byte that is `byte`.
  @inlinable @inline(__always)
  public static func places(of byte: UInt8, in word: UInt64) -> UInt64 {
    let rest = word ^ (ones &* UInt64(byte))
    return ~(((rest & lows) &+ lows) | rest | lows)
  }

  /// Whether any byte is below a bound of at most 128.
  @inlinable @inline(__always)
  public static func holdsByte(below bound: UInt8, _ word: UInt64) -> Bool {
    (word &- (ones &* UInt64(bound))) & ~word & highs != 0
  }
}
