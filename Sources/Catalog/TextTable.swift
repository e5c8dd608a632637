/// Texts that a worker met lately, or pairs of them, with a few words of what was found out about each.
///
/// A catalog repeats itself: the same materials, bureaus and laws stand in most of its documents. The table forgets what
/// it has no room for and never searches, so that no document can make it slow.
final class TextTable {
  /// What is known of a text; zero where nothing is.
  typealias Facts = SIMD8<UInt64>

  /// What stands before a kept text, so that a look-up finds all of it side by side.
  private struct Record: BitwiseCopyable {
    /// What is known of it.
    var facts: Facts
    /// Number of bytes of the whole.
    var count: Int
    /// Number of bytes of the first of two texts.
    var firstCount: Int
  }

  /// Longer texts are not kept: they seldom stand in two documents.
  private static let width = 256
  private static let slotCount = 4096
  private static let textOffset = MemoryLayout<Record>.size
  /// Bytes from one record to the next: whole pairs of cache lines.
  private static let stride = (textOffset + width + 127) & ~127
  /// The hash of each slot's text; 0 for a free slot.
  private let hashes: UnsafeMutablePointer<UInt64>
  /// The records, each written when its slot is taken.
  private let records: UnsafeMutableRawPointer

  /// Makes an empty table.
  init() {
    hashes = .allocate(capacity: TextTable.slotCount)
    hashes.initialize(repeating: 0, count: TextTable.slotCount)
    records = .allocate(byteCount: TextTable.slotCount * TextTable.stride, alignment: 128)
  }

  deinit {
    hashes.deallocate()
    records.deallocate()
  }

  /// The record of a slot.
  @inline(__always)
  private func record(_ slot: Int) -> UnsafeMutablePointer<Record> {
    (records + slot * TextTable.stride).assumingMemoryBound(to: Record.self)
  }

  /// The kept text of a slot.
  @inline(__always)
  private func text(_ slot: Int) -> UnsafeMutablePointer<UInt8> {
    (records + slot * TextTable.stride + TextTable.textOffset).assumingMemoryBound(to: UInt8.self)
  }

  /// Where the facts of a record are.
  @inline(__always)
  private func facts(_ slot: Int) -> UnsafeMutablePointer<Facts> {
    (records + slot * TextTable.stride).assumingMemoryBound(to: Facts.self)
  }

  /// Where the facts of a text, or of a text and its translation, are; valid until the next call. Nil for long texts.
  func facts(
    of text: UnsafeBufferPointer<UInt8>, and other: UnsafeBufferPointer<UInt8>? = nil
  ) -> UnsafeMutablePointer<Facts>? {
    let count = text.count + (other?.count ?? 0)
    guard count > 0, count <= TextTable.width else { return nil }
    var hash = TextTable.hash(text, seed: UInt64(text.count))
    if let other { hash = TextTable.hash(other, seed: hash) }
    if hash == 0 { hash = 1 }
    let index = Int(truncatingIfNeeded: hash >> 40) & (TextTable.slotCount - 1)
    if hashes[index] == hash, holds(index, text, other, count) { return facts(index) }
    if hashes[index ^ 1] == hash, holds(index ^ 1, text, other, count) { return facts(index ^ 1) }
    let slot = hashes[index] != 0 && hashes[index ^ 1] == 0 ? index ^ 1 : index
    hashes[slot] = hash
    record(slot).initialize(to: Record(facts: Facts(), count: count, firstCount: text.count))
    let bytes = self.text(slot)
    copy(text, to: bytes)
    if let other { copy(other, to: bytes + text.count) }
    return facts(slot)
  }

  /// Whether a slot is that of a text.
  private func holds(
    _ slot: Int, _ text: UnsafeBufferPointer<UInt8>, _ other: UnsafeBufferPointer<UInt8>?, _ count: Int
  ) -> Bool {
    guard record(slot).pointee.count == count, record(slot).pointee.firstCount == text.count else { return false }
    let bytes = UnsafePointer(self.text(slot))
    guard TextTable.isEqual(bytes, text) else { return false }
    return other.map { TextTable.isEqual(bytes + text.count, $0) } ?? true
  }

  /// Copies a text to its slot.
  private func copy(_ text: UnsafeBufferPointer<UInt8>, to bytes: UnsafeMutablePointer<UInt8>) {
    if let base = text.baseAddress { bytes.update(from: base, count: text.count) }
  }

  /// Whether a text is the one kept, eight bytes at a time.
  private static func isEqual(_ kept: UnsafePointer<UInt8>, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let left = UnsafeRawPointer(kept)
    let right = UnsafeRawBufferPointer(text)
    var offset = 0
    while offset + 8 <= text.count {
      let isSame =
        left.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        == right.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      guard isSame else { return false }
      offset += 8
    }
    if offset == text.count { return true }
    if offset > 0 {
      // The last eight bytes again, some of which are known to be equal.
      offset = text.count - 8
      return left.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        == right.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
    }
    while offset < text.count {
      guard kept[offset] == text[offset] else { return false }
      offset += 1
    }
    return true
  }

  /// Mixes a text into a seed, eight bytes at a time.
  private static func hash(_ text: UnsafeBufferPointer<UInt8>, seed: UInt64) -> UInt64 {
    let bytes = UnsafeRawBufferPointer(text)
    var hash = seed ^ 0x9E37_79B9_7F4A_7C15
    var offset = 0
    while offset + 8 <= text.count {
      hash = mixed(hash ^ bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      offset += 8
    }
    if offset > 0 {
      // The last eight bytes, some of them for the second time; the number of bytes is in the seed.
      return mixed(hash ^ bytes.loadUnaligned(fromByteOffset: text.count - 8, as: UInt64.self))
    }
    var rest: UInt64 = 0
    while offset < text.count {
      rest = rest << 8 | UInt64(text[offset])
      offset += 1
    }
    return mixed(hash ^ rest)
  }

  /// Spreads the bits of a word.
  private static func mixed(_ word: UInt64) -> UInt64 {
    let product = word &* 0xBF58_476D_1CE4_E5B9
    return product ^ product >> 29
  }
}
