/// Tells texts in which no entry of a word list can begin: a small table of the first bytes of all entries.
///
/// A regular expression costs a microsecond to start; most texts hold no entry of most lists.
final class PrefixFilter: Sendable {
  private static let bits = 4096
  private static let longestWindow = 6

  /// Number of bytes that are looked at in each place.
  private let window: Int
  // Written in `init` only, so that reading it from several threads is safe.
  private nonisolated(unsafe) let table: UnsafeMutablePointer<UInt64>

  /// Prepares to look for texts that begin with one of some prefixes; nil where one of them is too short to tell much.
  init?(_ prefixes: [[UInt8]]) {
    let shortest = prefixes.map(\.count).min() ?? 0
    guard shortest >= 2 else { return nil }
    window = min(shortest, PrefixFilter.longestWindow)
    table = .allocate(capacity: PrefixFilter.bits / 64)
    table.initialize(repeating: 0, count: PrefixFilter.bits / 64)
    for prefix in prefixes {
      let slot = prefix.withUnsafeBufferPointer { PrefixFilter.slot($0, at: 0, window) }
      table[slot >> 6] |= 1 << UInt64(slot & 63)
    }
  }

  deinit { table.deallocate() }

  /// Whether an entry may begin in a text at or after an offset; false only where none does.
  func admits(_ text: UnsafeBufferPointer<UInt8>, from start: Int = 0) -> Bool {
    var position = start
    let end = text.count - window
    while position <= end {
      // Entries and text are UTF-8, so that an entry begins where a code point does.
      if text[position] & 0xC0 != 0x80 {
        let slot = PrefixFilter.slot(text, at: position, window)
        if table[slot >> 6] >> UInt64(slot & 63) & 1 == 1 { return true }
      }
      position += 1
    }
    return false
  }

  @inline(__always)
  private static func slot(_ text: UnsafeBufferPointer<UInt8>, at position: Int, _ window: Int) -> Int {
    var hash: UInt32 = 2_166_136_261
    for index in position..<position + window { hash = (hash ^ UInt32(text[index])) &* 16_777_619 }
    return Int((hash ^ hash >> 15) & UInt32(bits - 1))
  }
}
