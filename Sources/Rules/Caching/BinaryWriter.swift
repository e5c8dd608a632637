/// Writes values one after the other, small numbers in few bytes.
struct BinaryWriter {
  /// What was written.
  private(set) var bytes: [UInt8] = []

  /// Writes a whole number, seven bits to a byte (LEB128).
  mutating func number(_ value: some BinaryInteger) {
    var rest = UInt64(truncatingIfNeeded: value)
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  /// Writes a number whose bits say nothing about its size, such as a hash.
  mutating func bits(_ value: UInt64) { withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) } }

  /// Writes a truth value.
  mutating func flag(_ value: Bool) { bytes.append(value ? 1 : 0) }

  /// Writes text.
  mutating func text(_ value: String) {
    var value = value
    value.withUTF8 { utf8 in
      number(utf8.count)
      bytes.append(contentsOf: utf8)
    }
  }

  /// Writes bytes.
  mutating func blob(_ value: [UInt8]) {
    number(value.count)
    bytes += value
  }

  /// Writes whether there is a value, then the value.
  mutating func optional<Value>(_ value: Value?, _ write: (inout BinaryWriter, Value) -> Void) {
    flag(value != nil)
    if let value { write(&self, value) }
  }

  /// Writes the number of values, then each.
  mutating func list<Values: Collection>(_ values: Values, _ write: (inout BinaryWriter, Values.Element) -> Void) {
    number(values.count)
    for value in values { write(&self, value) }
  }
}
