import CEL

/// Bytes that are equal exactly when two group keys are equal in CEL: numbers by value, whatever their type.
enum GroupKey {
  /// Appends a key; false for values that cannot be keys (maps, types, errors).
  static func append(_ value: Value, in evaluation: Evaluation, to bytes: inout [UInt8], depth: Int = 0) -> Bool {
    switch value {
    case .null: bytes.append(UInt8(ascii: "n"))
    case .bool(let flag): bytes.append(flag ? UInt8(ascii: "t") : UInt8(ascii: "f"))
    case .int(let number): append("i", UInt64(bitPattern: number), to: &bytes)
    case .uint(let number): append(number > UInt64(Int64.max) ? "j" : "i", number, to: &bytes)
    case .double(let number):
      if let whole = Int64(exactly: number) {
        append("i", UInt64(bitPattern: whole), to: &bytes)
      } else if let whole = UInt64(exactly: number) {
        append("j", whole, to: &bytes)
      } else {
        append("d", number.bitPattern, to: &bytes)
      }
    case .string(let text), .bytes(let text):
      // The length makes keys in lists unambiguous.
      bytes.append(UInt8(ascii: "s"))
      withUnsafeBytes(of: text.count.littleEndian) { bytes.append(contentsOf: $0) }
      bytes.append(contentsOf: evaluation.bytes(of: text))
    case .opaque(let opaque): append("o", opaque.bits, to: &bytes)
    case .timestamp(let moment): append("m", moment, to: &bytes)
    case .duration(let moment): append("u", moment, to: &bytes)
    case .list, .node:
      guard depth < 8, let count = evaluation.count(of: value),
        evaluation.element(of: value, at: 0) != nil || count == 0
      else { return false }
      append("l", UInt64(count), to: &bytes)
      for index in 0..<count {
        guard let element = evaluation.element(of: value, at: index),
          append(element, in: evaluation, to: &bytes, depth: depth + 1)
        else { return false }
      }
    case .map, .type, .optional, .absent, .error: return false
    }
    return true
  }

  /// Appends a moment or a span.
  private static func append(_ tag: Unicode.Scalar, _ moment: Moment, to bytes: inout [UInt8]) {
    append(tag, UInt64(bitPattern: moment.seconds), to: &bytes)
    append(tag, UInt64(bitPattern: Int64(moment.nanoseconds)), to: &bytes)
  }

  /// Appends eight bytes behind a letter that says what they are.
  private static func append(_ tag: Unicode.Scalar, _ bits: UInt64, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: tag))
    withUnsafeBytes(of: bits.littleEndian) { bytes.append(contentsOf: $0) }
  }
}
