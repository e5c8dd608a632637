/// The names in a folder, sorted by their bytes: thousands of them mostly begin alike and are told apart by their ends.
struct NameList {
  /// One name.
  private struct Entry: BitwiseCopyable {
    /// Offset of its first byte.
    var start: Int
    /// Number of its bytes.
    var count: Int
    /// What the system says that it is.
    var type: UInt8
    /// Its first eight bytes behind the beginning that all names share, in an order in which numbers sort as they do.
    var order: UInt64 = 0
  }

  /// All names, one after the other.
  private var bytes: [UInt8] = []
  private var entries: [Entry] = []

  /// Adds a name, unless it stands for the folder itself or the one above.
  mutating func add(_ name: UnsafeBufferPointer<UInt8>, type: UInt8) {
    if name.count <= 2, name.allSatisfy({ $0 == UInt8(ascii: ".") }) { return }
    entries.append(Entry(start: bytes.count, count: name.count, type: type))
    bytes.append(contentsOf: name)
  }

  /// The names in their order, each with what the system says that it is.
  consuming func sorted() -> [(name: String, type: UInt8)] {
    var entries = entries
    return bytes.withUnsafeBufferPointer { bytes in
      func text(_ entry: Entry) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: bytes[entry.start..<entry.start + entry.count])
      }
      let shared = NameList.sharedCount(entries.map(text))
      for index in entries.indices {
        let rest = text(entries[index]).dropFirst(shared).prefix(8)
        for (place, byte) in rest.enumerated() { entries[index].order |= UInt64(byte) << UInt64(56 - 8 * place) }
      }
      entries.sort { left, right in
        left.order != right.order
          ? left.order < right.order : text(left).lexicographicallyPrecedes(text(right))
      }
      return entries.map { (String(decoding: text($0), as: UTF8.self), $0.type) }
    }
  }

  /// How many bytes all names begin with.
  private static func sharedCount(_ names: [UnsafeBufferPointer<UInt8>]) -> Int {
    guard let first = names.first else { return 0 }
    return names.reduce(first.count) { shared, name in
      var count = 0
      while count < min(shared, name.count), name[count] == first[count] { count += 1 }
      return count
    }
  }
}
