/// Many small contents in one file, each under its digest: opening 5,000 files would take longer than linting them.
///
/// Layout: a line that names the format, the digest of what all contents depend on, the number of entries, for each its
/// digest, offset and length, the contents, and the digest of everything before. A file that differs in any of this is
/// no pack, whoever wrote it.
struct CachePack {
  /// An entry's digest with its place in the file.
  struct Entry {
    /// Under what it is kept.
    var digest: ContentDigest
    /// Its bytes.
    var range: Range<Int>
  }

  private static let magic = Array("guidelint cache 1\n".utf8)
  private static let headSize = magic.count + ContentDigest.size + 8
  private static let entrySize = ContentDigest.size + 16

  /// The entries in the order in which they were written.
  let entries: [Entry]
  private let bytes: [UInt8]

  /// Reads a pack whose contents depend on `context`; nil for every other file.
  init?(_ bytes: [UInt8], context: ContentDigest, secret: CacheSecret) {
    let end = bytes.count - ContentDigest.size
    guard end >= CachePack.headSize, bytes.starts(with: CachePack.magic) else { return nil }
    let found = bytes.withUnsafeBytes { raw -> [Entry]? in
      let seal = ContentDigest(UnsafeRawBufferPointer(rebasing: raw[end...]))
      guard ContentDigest(UnsafeRawBufferPointer(rebasing: raw[CachePack.magic.count...])) == context,
        ContentDigest(of: UnsafeRawBufferPointer(rebasing: raw[..<end]), under: secret) == seal
      else { return nil }
      return CachePack.entries(raw, end: end)
    }
    guard let found else { return nil }
    entries = found
    self.bytes = bytes
  }

  private static func entries(_ raw: UnsafeRawBufferPointer, end: Int) -> [Entry]? {
    func number(_ offset: Int) -> Int? {
      Int(exactly: UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
    }
    guard let count = number(headSize - 8), count <= (end - headSize) / entrySize else { return nil }
    var entries: [Entry] = []
    entries.reserveCapacity(count)
    for index in 0..<count {
      let offset = headSize + index * entrySize
      guard let start = number(offset + ContentDigest.size), let length = number(offset + ContentDigest.size + 8),
        start <= end, length <= end - start
      else { return nil }
      entries.append(
        Entry(
          digest: ContentDigest(UnsafeRawBufferPointer(rebasing: raw[offset...])), range: start..<start + length))
    }
    return entries
  }

  /// Reads an entry's bytes in place.
  func withContent<Result>(of entry: Entry, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    bytes.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[entry.range])) }
  }

  /// The bytes of a pack.
  static func bytes(
    of contents: [(digest: ContentDigest, content: [UInt8])], context: ContentDigest, secret: CacheSecret
  )
    -> [UInt8]
  {
    var bytes = magic
    var offset = headSize + contents.count * entrySize
    bytes.reserveCapacity(contents.reduce(offset + ContentDigest.size) { $0 + $1.content.count })
    context.append(to: &bytes)
    append(contents.count, to: &bytes)
    for (digest, content) in contents {
      digest.append(to: &bytes)
      append(offset, to: &bytes)
      append(content.count, to: &bytes)
      offset += content.count
    }
    for (_, content) in contents { bytes += content }
    ContentDigest(of: bytes, under: secret).append(to: &bytes)
    return bytes
  }

  private static func append(_ number: Int, to bytes: inout [UInt8]) {
    withUnsafeBytes(of: UInt64(number).littleEndian) { bytes.append(contentsOf: $0) }
  }
}
