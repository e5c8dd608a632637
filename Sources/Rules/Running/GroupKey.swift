import CEL

/// Bytes that are equal exactly when two group keys are equal in CEL: numbers by value, whatever their type.
enum GroupKey {
  /// Appends a key; false for values that cannot be keys (maps, types, errors).
  static func append(_ value: Value, in evaluation: Evaluation, to bytes: inout [UInt8], depth: Int = 0) -> Bool {
    switch value {
    case .null: bytes.append(UInt8(ascii: "n"))
    case .bool(let flag): bytes.append(UInt8(ascii: flag ? "t" : "f"))
    case .int(let number): append("i", String(number), to: &bytes)
    case .uint(let number): append("i", String(number), to: &bytes)
    case .double(let number):
      if let whole = Int64(exactly: number) {
        append("i", String(whole), to: &bytes)
      } else {
        append("d", String(number.bitPattern), to: &bytes)
      }
    case .string(let text), .bytes(let text):
      // The length makes keys in lists unambiguous.
      bytes.append(UInt8(ascii: "s"))
      withUnsafeBytes(of: text.count.littleEndian) { bytes.append(contentsOf: $0) }
      bytes.append(contentsOf: evaluation.bytes(of: text))
    case .opaque(let opaque): append("o", String(opaque.bits), to: &bytes)
    case .timestamp(let moment): append("m", "\(moment.seconds).\(moment.nanoseconds)", to: &bytes)
    case .duration(let moment): append("u", "\(moment.seconds).\(moment.nanoseconds)", to: &bytes)
    case .list, .node:
      guard depth < 8, let count = evaluation.count(of: value),
        evaluation.element(of: value, at: 0) != nil || count == 0
      else { return false }
      append("l", String(count), to: &bytes)
      for index in 0..<count {
        guard let element = evaluation.element(of: value, at: index),
          append(element, in: evaluation, to: &bytes, depth: depth + 1)
        else { return false }
      }
    case .map, .type, .optional, .absent, .error: return false
    }
    return true
  }

  private static func append(_ tag: Character, _ text: String, to bytes: inout [UInt8]) {
    bytes.append(contentsOf: String(tag).utf8)
    bytes.append(contentsOf: text.utf8)
    bytes.append(UInt8(ascii: ";"))
  }
}
