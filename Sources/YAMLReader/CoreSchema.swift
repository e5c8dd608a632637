import DataTree

/// What a plain scalar means under the core schema of YAML 1.2 (section 10.3.2).
enum CoreSchema {
  /// A scalar's kind and the value that `Node.bits` holds.
  struct Value: Equatable {
    /// What the scalar is.
    var kind: NodeKind
    /// Its value.
    var bits: UInt64 = 0
  }

  /// The meaning of a plain scalar; most texts are told by their first byte.
  @inline(__always)
  static func resolve(_ text: UnsafeBufferPointer<UInt8>) -> Value {
    guard let first = text.first else { return Value(kind: .null) }
    switch first {
    case 0x30...0x39, UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."): return number(text)
    case UInt8(ascii: "n"), UInt8(ascii: "N"), UInt8(ascii: "~"), UInt8(ascii: "t"), UInt8(ascii: "T"),
      UInt8(ascii: "f"), UInt8(ascii: "F"):
      return text.count <= 5 ? word(text) : Value(kind: .string)
    default: return Value(kind: .string)
    }
  }

  /// The number that a text is; `.string` for any other text.
  static func number(_ text: UnsafeBufferPointer<UInt8>) -> Value {
    var index = 0
    let isNegative = text[0] == UInt8(ascii: "-")
    if isNegative || text[0] == UInt8(ascii: "+") { index = 1 }
    if index == 0, text.count > 2, text[0] == UInt8(ascii: "0"), text[1] | 0x20 > UInt8(ascii: "a") {
      return radixNumber(text)
    }
    let digits = index
    var magnitude: UInt64 = 0
    var overflows = false
    while index < text.count, isDigit(text[index]) {
      let (product, overflow) = magnitude.multipliedReportingOverflow(by: 10)
      let (sum, carry) = product.addingReportingOverflow(UInt64(text[index] &- 0x30))
      overflows = overflows || overflow || carry
      magnitude = sum
      index += 1
    }
    guard index == text.count else { return float(text, digitsFrom: digits) }
    guard index > digits else { return Value(kind: .string) }
    if overflows || magnitude > UInt64(Int64.max) + (isNegative ? 1 : 0) { return double(text) }
    return Value(kind: .int, bits: isNegative ? 0 &- magnitude : magnitude)
  }

  /// The null or boolean that a word is.
  private static func word(_ text: UnsafeBufferPointer<UInt8>) -> Value {
    for name: StaticString in ["~", "null", "Null", "NULL"] where equals(text, name) { return Value(kind: .null) }
    for name: StaticString in ["true", "True", "TRUE"] where equals(text, name) { return Value(kind: .bool, bits: 1) }
    for name: StaticString in ["false", "False", "FALSE"] where equals(text, name) { return Value(kind: .bool) }
    return Value(kind: .string)
  }

  /// `0x…` and `0o…`, which take no sign in the core schema.
  private static func radixNumber(_ text: UnsafeBufferPointer<UInt8>) -> Value {
    let radix: UInt64
    switch text[1] {
    case UInt8(ascii: "x"): radix = 16
    case UInt8(ascii: "o"): radix = 8
    default: return float(text, digitsFrom: 0)
    }
    var magnitude: UInt64 = 0
    var approximate = 0.0
    var overflows = false
    for byte in text[2...] {
      guard let digit = hexDigit(byte), UInt64(digit) < radix else { return Value(kind: .string) }
      let (product, overflow) = magnitude.multipliedReportingOverflow(by: radix)
      overflows = overflows || overflow
      magnitude = product &+ UInt64(digit)
      approximate = approximate * Double(radix) + Double(digit)
    }
    if overflows || magnitude > UInt64(Int64.max) { return Value(kind: .double, bits: approximate.bitPattern) }
    return Value(kind: .int, bits: magnitude)
  }

  /// `[-+]? ( \.[0-9]+ | [0-9]+ (\.[0-9]*)? ) ([eE][-+]?[0-9]+)?`, `.inf` and `.nan`.
  private static func float(_ text: UnsafeBufferPointer<UInt8>, digitsFrom start: Int) -> Value {
    var index = start
    while index < text.count, isDigit(text[index]) { index += 1 }
    var digits = index - start
    if index < text.count, text[index] == UInt8(ascii: ".") {
      index += 1
      if digits == 0, let value = special(text, after: index) { return value }
      let fraction = index
      while index < text.count, isDigit(text[index]) { index += 1 }
      digits += index - fraction
    }
    guard digits > 0 else { return Value(kind: .string) }
    if index < text.count, text[index] | 0x20 == UInt8(ascii: "e") {
      index += 1
      if index < text.count, text[index] == UInt8(ascii: "+") || text[index] == UInt8(ascii: "-") { index += 1 }
      let exponent = index
      while index < text.count, isDigit(text[index]) { index += 1 }
      guard index > exponent else { return Value(kind: .string) }
    }
    return index == text.count ? double(text) : Value(kind: .string)
  }

  /// `.inf` with or without a sign, and `.nan` without.
  private static func special(_ text: UnsafeBufferPointer<UInt8>, after index: Int) -> Value? {
    let rest = UnsafeBufferPointer(rebasing: text[index...])
    for name: StaticString in ["inf", "Inf", "INF"] where equals(rest, name) {
      return Value(
        kind: .double, bits: (text[0] == UInt8(ascii: "-") ? -Double.infinity : Double.infinity).bitPattern)
    }
    guard index == 1 else { return nil }
    for name: StaticString in ["nan", "NaN", "NAN"] where equals(rest, name) {
      return Value(kind: .double, bits: Double.nan.bitPattern)
    }
    return nil
  }

  /// The double of a text whose form has been checked.
  private static func double(_ text: UnsafeBufferPointer<UInt8>) -> Value {
    let value = Double(String(decoding: text, as: UTF8.self)) ?? .infinity
    return Value(kind: .double, bits: value.bitPattern)
  }

  /// Whether a text is a name.
  private static func equals(_ text: UnsafeBufferPointer<UInt8>, _ name: StaticString) -> Bool {
    guard text.count == name.utf8CodeUnitCount else { return false }
    for index in 0..<text.count where text[index] != name.utf8Start[index] { return false }
    return true
  }
}
