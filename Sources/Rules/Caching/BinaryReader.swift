/// Reads what a `BinaryWriter` wrote, from bytes that may be anything: a value that is not there reads as zero or
/// empty, and the reader remembers that it failed.
struct BinaryReader {
  /// What is read; the caller keeps it alive.
  private let bytes: UnsafeRawBufferPointer
  /// Offset of the next byte.
  private var offset = 0
  /// Whether something was not there or not what it should have been.
  private(set) var hasFailed = false

  /// Reads from the first byte.
  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  /// Whether everything was read, and nothing failed.
  var isAtEnd: Bool { offset == bytes.count && !hasFailed }

  /// Notes that a value is none that could have been written.
  mutating func fail() { hasFailed = true }

  /// Reads a whole number; one that does not fit the type is a failure.
  mutating func number<Value: FixedWidthInteger>(_ type: Value.Type = Value.self) -> Value {
    // Nearly all numbers are small.
    if offset < bytes.count, bytes[offset] < 0x80 {
      offset += 1
      return Value(truncatingIfNeeded: bytes[offset - 1])
    }
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while true {
      guard offset < bytes.count, shift < 64 else {
        fail()
        return 0
      }
      let byte = bytes[offset]
      offset += 1
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { break }
      shift += 7
    }
    if let fitting = Value(exactly: value) { return fitting }
    if Value.isSigned, Value.bitWidth == 64 { return Value(truncatingIfNeeded: value) }
    fail()
    return 0
  }

  /// Reads so many whole numbers at once where each takes one byte; nil, and nothing read, where they do not.
  mutating func smallNumbers(_ count: Int) -> UnsafeRawBufferPointer? {
    guard count >= 0, count <= bytes.count - offset else { return nil }
    let run = UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + count])
    var high: UInt8 = 0
    for byte in run { high |= byte }
    guard high < 0x80 else { return nil }
    offset += count
    return run
  }

  /// Reads eight bytes.
  mutating func bits() -> UInt64 {
    guard let raw = take(8) else { return 0 }
    return UInt64(littleEndian: raw.loadUnaligned(as: UInt64.self))
  }

  /// Reads a truth value.
  mutating func flag() -> Bool {
    guard let raw = take(1) else { return false }
    if raw[0] > 1 { fail() }
    return raw[0] == 1
  }

  /// Reads text.
  mutating func text() -> String {
    guard let raw = take(number()) else { return "" }
    return String(decoding: raw, as: UTF8.self)
  }

  /// Reads bytes.
  mutating func blob() -> [UInt8] {
    guard let raw = take(number()) else { return [] }
    return Array(raw)
  }

  /// Reads a value that may not be there.
  mutating func optional<Value>(_ read: (inout BinaryReader) -> Value) -> Value? { flag() ? read(&self) : nil }

  /// Reads a list; each of its values takes a byte at least, so that a forged count cannot ask for memory.
  mutating func list<Value>(_ read: (inout BinaryReader) -> Value) -> [Value] {
    let count: Int = number()
    guard count >= 0, count <= bytes.count - offset else {
      fail()
      return []
    }
    var values: [Value] = []
    values.reserveCapacity(count)
    for _ in 0..<count where !hasFailed { values.append(read(&self)) }
    return values
  }

  /// The next bytes; nil where there are not so many.
  private mutating func take(_ count: Int) -> UnsafeRawBufferPointer? {
    guard count >= 0, count <= bytes.count - offset else {
      fail()
      return nil
    }
    defer { offset += count }
    return UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + count])
  }
}
