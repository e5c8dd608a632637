internal import CXXHash

/// What tells contents apart: 128 bits of XXH3 under the secret of a cache.
struct ContentDigest: Hashable, Sendable {
  /// Number of bytes.
  static let size = 16
  /// First half, in the canonical order of bytes.
  let high: UInt64
  /// Second half.
  let low: UInt64

  /// Hashes bytes.
  init(of bytes: UnsafeRawBufferPointer, under secret: CacheSecret) {
    var digest = (UInt64(0), UInt64(0))
    withUnsafeMutableBytes(of: &digest) { target in
      secret.bytes.withUnsafeBytes { key in
        guard let place = target.bindMemory(to: UInt8.self).baseAddress else { return }
        // The address of no bytes may be nil; XXH3 then looks at none.
        cxxhash_digest(bytes.baseAddress, bytes.count, key.baseAddress, key.count, place)
      }
    }
    high = UInt64(bigEndian: digest.0)
    low = UInt64(bigEndian: digest.1)
  }

  /// Hashes bytes.
  init(of bytes: [UInt8], under secret: CacheSecret) {
    self = bytes.withUnsafeBytes { ContentDigest(of: $0, under: secret) }
  }

  /// Reads what `append` wrote; `bytes` holds enough of them.
  init(_ bytes: UnsafeRawBufferPointer) {
    high = UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 0, as: UInt64.self))
    low = UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
  }

  /// Writes the digest.
  func append(to bytes: inout [UInt8]) {
    withUnsafeBytes(of: (high.bigEndian, low.bigEndian)) { bytes.append(contentsOf: $0) }
  }
}

/// Collects everything that a result depends on into bytes of which no two different collections are equal.
struct DigestInput {
  /// What was collected.
  private(set) var bytes: [UInt8] = []

  /// Adds bytes.
  mutating func add(_ value: [UInt8]) {
    add(value.count)
    bytes += value
  }

  /// Adds text; nil differs from an empty one.
  mutating func add(_ value: String?) {
    guard let value else { return add(-1) }
    add(value.utf8.count)
    bytes += value.utf8
  }

  /// Adds a number.
  mutating func add(_ value: Int) {
    withUnsafeBytes(of: Int64(value).littleEndian) { bytes.append(contentsOf: $0) }
  }

  /// Adds a digest.
  mutating func add(_ value: ContentDigest) { value.append(to: &bytes) }

  /// Adds texts in their order.
  mutating func add(_ values: [String]) {
    add(values.count)
    for value in values { add(value) }
  }
}
