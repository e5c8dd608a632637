/// A ZIP archive whose files are stored as they are, for the few small files of which office documents consist.
package struct StoredArchive {
  /// A file that was added.
  private struct Entry {
    var name: [UInt8]
    var checksum: UInt32
    var size: Int
    var offset: Int
  }

  private var content: [UInt8] = []
  private var entries: [Entry] = []

  /// Starts without files.
  package init() {}

  /// Adds a file; its name uses `/` between folders.
  package mutating func add(_ name: String, _ bytes: [UInt8]) {
    let entry = Entry(
      name: Array(name.utf8), checksum: StoredArchive.checksum(of: bytes), size: bytes.count, offset: content.count)
    append(0x0403_4B50, 4)
    appendHeader(of: entry)
    content += entry.name
    content += bytes
    entries.append(entry)
  }

  /// The archive; nothing can be added to it afterwards.
  package consuming func finish() -> [UInt8] {
    let start = content.count
    for entry in entries {
      append(0x0201_4B50, 4)
      append(20, 2)
      appendHeader(of: entry)
      // No comment, first disk, no attributes.
      for size in [2, 2, 2, 4] { append(0, size) }
      append(UInt32(entry.offset), 4)
      content += entry.name
    }
    let length = content.count - start
    append(0x0605_4B50, 4)
    append(0, 4)
    append(UInt32(entries.count), 2)
    append(UInt32(entries.count), 2)
    append(UInt32(length), 4)
    append(UInt32(start), 4)
    append(0, 2)
    return content
  }

  /// What stands in front of a file and in the directory alike: names in UTF-8, stored, 1980-01-01.
  private mutating func appendHeader(of entry: Entry) {
    append(20, 2)
    append(0x0800, 2)
    append(0, 2)
    append(0, 2)
    append(0x0021, 2)
    append(entry.checksum, 4)
    append(UInt32(entry.size), 4)
    append(UInt32(entry.size), 4)
    append(UInt32(entry.name.count), 2)
    append(0, 2)
  }

  /// Appends the low bytes of a number, lowest first.
  private mutating func append(_ number: UInt32, _ count: Int) {
    for index in 0..<count { content.append(UInt8(truncatingIfNeeded: number >> UInt32(8 * index))) }
  }

  /// CRC-32 of ISO 3309, bit by bit: the files are small.
  static func checksum(of bytes: [UInt8]) -> UInt32 {
    var sum: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    return ~sum
  }
}
