import DataTree

/// Finds a key among the many of a large mapping; small mappings are scanned instead.
struct KeyIndex {
  /// Entries from which an index pays.
  static let threshold = 24

  // Open addressing over at least twice as many slots as keys; 0 marks a free slot.
  private var slots: [UInt32]
  /// Keys in the slots.
  private var count = 0

  /// Makes room for twice the threshold.
  init() { slots = Array(repeating: 0, count: 128) }

  /// The entry with this key, or nil after having noted that `position` will hold it.
  mutating func insert(
    _ key: UnsafeBufferPointer<UInt8>, at position: Int, in entries: UnsafeBufferPointer<Entry>, view: TreeView
  ) -> Entry? {
    if (count + 1) * 2 > slots.count { grow(entries, view) }
    let mask = slots.count - 1
    var slot = KeyIndex.hash(key) & mask
    while slots[slot] != 0 {
      let entry = entries[Int(slots[slot]) - 1]
      if equalBytes(view.text(entry.key), key) { return entry }
      slot = (slot + 1) & mask
    }
    slots[slot] = UInt32(position + 1)
    count += 1
    return nil
  }

  /// Doubles the slots.
  private mutating func grow(_ entries: UnsafeBufferPointer<Entry>, _ view: TreeView) {
    let old = slots
    slots = Array(repeating: 0, count: old.count * 2)
    let mask = slots.count - 1
    for position in old where position != 0 {
      var slot = KeyIndex.hash(view.text(entries[Int(position) - 1].key)) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = position
    }
  }

  // Seeded per process, so that nobody can choose keys that collide; the order of slots reaches no result.
  private static func hash(_ key: UnsafeBufferPointer<UInt8>) -> Int {
    guard key.count <= 16 else {
      var hasher = Hasher()
      hasher.combine(bytes: UnsafeRawBufferPointer(key))
      return hasher.finalize()
    }
    // Two words are all of such a key; both halves of their product, because one alone would show the seeds.
    let ends = KeyEnds(key)
    let product = (ends.first ^ seeds.first).multipliedFullWidth(
      by: ends.last ^ seeds.last ^ UInt64(truncatingIfNeeded: key.count))
    return Int(truncatingIfNeeded: product.high ^ product.low)
  }

  /// What nobody outside the process knows.
  private static let seeds = (first: UInt64.random(in: .min ... .max), last: UInt64.random(in: .min ... .max))
}
