/// Collects UTF-8 text in one reused buffer and hands it to a sink 64 KiB at a time.
package struct ByteWriter: ~Copyable {
  /// How many bytes are held back at most.
  package static let capacity = 64 << 10

  /// What has been written since the last flush; its storage is kept.
  private var buffer: [UInt8] = []
  /// How many bytes have reached the sink.
  private var flushed = 0
  /// Where full buffers go.
  private let sink: ByteSink

  /// How many bytes have been written.
  package var count: Int { flushed + buffer.count }

  /// Writes to `sink`; nothing reaches it before the buffer is full or `flush()` is called.
  package init(sink: @escaping ByteSink) {
    self.sink = sink
    buffer.reserveCapacity(Self.capacity)
  }

  /// Appends one byte, such as an ASCII character.
  package mutating func write(_ byte: UInt8) {
    if buffer.count == Self.capacity { flush() }
    buffer.append(byte)
  }

  /// Appends bytes as they are; a piece larger than the buffer goes to the sink without a copy.
  package mutating func write(_ bytes: UnsafeBufferPointer<UInt8>) {
    if buffer.count + bytes.count > Self.capacity { flush() }
    if bytes.count > Self.capacity {
      sink(UnsafeRawBufferPointer(bytes))
      flushed += bytes.count
    } else {
      buffer.append(contentsOf: bytes)
    }
  }

  /// Appends the UTF-8 of a string.
  package mutating func write(_ text: String) {
    withUTF8(of: text) { write($0) }
  }

  /// Appends text that the compiler knows, without making a `String` of it.
  package mutating func write(literal text: StaticString) {
    text.withUTF8Buffer { write($0) }
  }

  /// Appends a byte several times, as indentation and rulers need.
  package mutating func write(_ byte: UInt8, count: Int) {
    var left = max(0, count)
    while left > 0 {
      if buffer.count == Self.capacity { flush() }
      let piece = min(left, Self.capacity - buffer.count)
      buffer.append(contentsOf: repeatElement(byte, count: piece))
      left -= piece
    }
  }

  /// Appends a decimal number.
  package mutating func write(_ number: Int) {
    if number < 0 { write(UInt8(ascii: "-")) }
    writeDigits(number.magnitude)
  }

  /// Hands over what is held; the last call of every output.
  package mutating func flush() {
    guard !buffer.isEmpty else { return }
    buffer.withUnsafeBytes { sink($0) }
    flushed += buffer.count
    buffer.removeAll(keepingCapacity: true)
  }

  /// Recurses over the leading digits first, at most twenty deep.
  private mutating func writeDigits(_ number: UInt) {
    if number >= 10 { writeDigits(number / 10) }
    write(UInt8(ascii: "0") + UInt8(number % 10))
  }
}

/// Lends the UTF-8 of a string, copying only strings that are not stored as UTF-8.
func withUTF8(of text: String, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
  if text.utf8.withContiguousStorageIfAvailable(body) == nil {
    Array(text.utf8).withUnsafeBufferPointer(body)
  }
}
