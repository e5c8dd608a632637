/// One file's bytes under the name that reports print.
public final class SourceFile: Sendable {
  /// Path as reports print it: relative to the working directory, `/` everywhere.
  public let path: String
  /// The bytes as they are on disk, byte order mark included.
  public let bytes: [UInt8]

  /// Names `bytes` with `path`.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// The text of a range; bytes that are not UTF-8 become U+FFFD. Offsets past the end are cut off.
  public func text(in range: SourceRange) -> String {
    let end = min(Int(range.end), bytes.count)
    let start = min(Int(range.start), end)
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }
}
