/// Texts that a worker met lately, or pairs of them, with a few words of what was found out about each.
///
/// A catalog repeats itself: the same materials, bureaus and laws stand in most of its documents. The table forgets what
/// it has no room for and never searches, so that no document can make it slow.
final class TextTable {
  /// What is known of a text; zero where nothing is.
  typealias Facts = SIMD8<UInt64>

  /// One place for a text.
  private struct Slot: BitwiseCopyable {
    /// The hash of the whole.
    var hash: UInt64
    /// Number of bytes of the whole; 0 for a free place.
    var count: Int
    /// Number of bytes of the first of two texts.
    var firstCount: Int
  }

  /// Longer texts are not kept: they seldom stand in two documents.
  private static let width = 256
  private static let slotCount = 4096
  private let slots: UnsafeMutablePointer<Slot>
  private let facts: UnsafeMutablePointer<Facts>
  private let texts: UnsafeMutablePointer<UInt8>

  /// Makes an empty table.
  init() {
    slots = .allocate(capacity: TextTable.slotCount)
    slots.initialize(repeating: Slot(hash: 0, count: 0, firstCount: 0), count: TextTable.slotCount)
    // Written when a slot is taken.
    facts = .allocate(capacity: TextTable.slotCount)
    texts = .allocate(capacity: TextTable.slotCount * TextTable.width)
  }

  deinit {
    slots.deallocate()
    facts.deallocate()
    texts.deallocate()
  }

  /// Where the facts of a text, or of a text and its translation, are; valid until the next call. Nil for long texts.
  func facts(
    of text: UnsafeBufferPointer<UInt8>, and other: UnsafeBufferPointer<UInt8>? = nil
  ) -> UnsafeMutablePointer<Facts>? {
    let count = text.count + (other?.count ?? 0)
    guard count > 0, count <= TextTable.width else { return nil }
    var hash = TextTable.hash(text, seed: UInt64(text.count))
    if let other { hash = TextTable.hash(other, seed: hash) }
    let index = Int(truncatingIfNeeded: hash >> 40) & (TextTable.slotCount - 1)
    if slots[index].hash == hash, holds(index, text, other, count) { return facts + index }
    if slots[index ^ 1].hash == hash, holds(index ^ 1, text, other, count) { return facts + (index ^ 1) }
    let place = slots[index].count > 0 && slots[index ^ 1].count == 0 ? index ^ 1 : index
    slots[place] = Slot(hash: hash, count: count, firstCount: text.count)
    facts[place] = Facts()
    let bytes = texts + place * TextTable.width
    copy(text, to: bytes)
    if let other { copy(other, to: bytes + text.count) }
    return facts + place
  }

  /// Whether a slot is that of a text.
  private func holds(
    _ place: Int, _ text: UnsafeBufferPointer<UInt8>, _ other: UnsafeBufferPointer<UInt8>?, _ count: Int
  ) -> Bool {
    guard slots[place].count == count, slots[place].firstCount == text.count else { return false }
    let bytes = UnsafePointer(texts + place * TextTable.width)
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
