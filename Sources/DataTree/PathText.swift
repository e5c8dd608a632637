/// The text of a path while it is put together: on the stack, because paths are made for every finding and most are short.
public struct PathText {
  private let buffer: UnsafeMutableBufferPointer<UInt8>
  /// Bytes so far, those that found no room among them.
  private var count = 0

  /// Makes the text that `compose` appends.
  public static func make(_ compose: (inout PathText) -> Void) -> String {
    var capacity = 256
    while true {
      let made = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: capacity) { buffer -> String? in
        var text = PathText(buffer: buffer)
        compose(&text)
        capacity = max(text.count, capacity)
        if text.count > buffer.count { return nil }
        return String(decoding: UnsafeBufferPointer(rebasing: buffer[..<text.count]), as: UTF8.self)
      }
      if let made { return made }
    }
  }

  /// Appends a byte.
  @inline(__always)
  public mutating func append(_ byte: UInt8) {
    if count < buffer.count { buffer[count] = byte }
    count += 1
  }

  /// Appends a run of bytes.
  public mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    if bytes.count <= buffer.count - count {
      for index in 0..<bytes.count { buffer[count + index] = bytes[index] }
    }
    count += bytes.count
  }

  /// Appends ASCII that the program holds.
  public mutating func append(_ text: StaticString) {
    append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Appends a word in sixteen hexadecimal digits.
  public mutating func append(hexadecimal word: UInt64) {
    for shift in stride(from: UInt64(60), through: 0, by: -4) {
      let digit = UInt8(truncatingIfNeeded: word >> shift & 15)
      append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
    }
  }

  /// Appends a number in digits.
  public mutating func append(digits number: UInt64) {
    var (rest, scale): (UInt64, UInt64) = (number, 1)
    while rest / scale >= 10 { scale *= 10 }
    while scale > 0 {
      append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest / scale))
      rest %= scale
      scale /= 10
    }
  }
}
