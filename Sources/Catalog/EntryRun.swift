import DataTree

/// Entries that wait behind one pointer until their map is made; the owner deallocates it.
struct EntryRun {
  /// The first entry.
  private var base: UnsafeMutablePointer<Entry>
  /// Entries for which there is room.
  private var capacity = 16
  /// Number of entries.
  private var count = 0

  /// Makes room for as many entries as records have defaults.
  init() { base = .allocate(capacity: capacity) }

  /// The entries; valid until the next change.
  var entries: UnsafeBufferPointer<Entry> { UnsafeBufferPointer(start: base, count: count) }

  /// Whether an entry has a key.
  func holds(_ symbol: Symbol) -> Bool { entries.contains { $0.symbol == symbol } }

  /// Adds an entry.
  mutating func append(_ entry: Entry) {
    if count == capacity {
      let old = base
      capacity *= 2
      base = .allocate(capacity: capacity)
      base.update(from: old, count: count)
      old.deallocate()
    }
    base[count] = entry
    count += 1
  }

  /// Forgets the entries.
  mutating func removeAll() { count = 0 }

  /// Gives the memory back.
  func deallocate() { base.deallocate() }
}
