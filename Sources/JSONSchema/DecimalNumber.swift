/// A number as a whole significand times a power of ten, exact where a double is not.
struct DecimalNumber: BitwiseCopyable {
  /// The digits without sign; trailing zeros are moved to the exponent.
  var significand: UInt64
  /// The power of ten.
  var exponent: Int32

  /// Makes a number from its parts.
  init(significand: UInt64, exponent: Int32) {
    self.significand = significand
    self.exponent = exponent
  }

  /// The magnitude of a whole number.
  init(_ value: Int64) { self.init(significand: value.magnitude, exponent: 0) }

  /// Reads digits with an optional sign, fraction and exponent, and forgets the sign.
  /// - Returns: nil for other text, and where more than 64 bits of digits are written.
  init?(_ text: UnsafeBufferPointer<UInt8>) {
    var index = 0
    var significand: UInt64 = 0
    var exponent = 0
    var digits = 0
    var inFraction = false
    if index < text.count, text[index] == 0x2B || text[index] == 0x2D { index += 1 }
    while index < text.count {
      let byte = text[index]
      if byte == 0x2E, !inFraction {
        inFraction = true
      } else if byte >= 0x30, byte <= 0x39 {
        let (scaled, overflow) = significand.multipliedReportingOverflow(by: 10)
        let (sum, carry) = scaled.addingReportingOverflow(UInt64(byte - 0x30))
        guard !overflow, !carry else { return nil }
        significand = sum
        digits += 1
        if inFraction { exponent -= 1 }
      } else {
        break
      }
      index += 1
    }
    guard digits > 0 else { return nil }
    if index < text.count {
      guard text[index] | 0x20 == 0x65, let written = DecimalNumber.exponent(text, from: index + 1) else { return nil }
      exponent += written
    }
    self.init(significand: significand, exponent: Int32(clamping: exponent))
  }

  /// Reads the digits after `e`; nil when anything else is there or the exponent is out of a double's reach.
  private static func exponent(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var index = start
    var negative = false
    if index < text.count, text[index] == 0x2B || text[index] == 0x2D {
      negative = text[index] == 0x2D
      index += 1
    }
    guard index < text.count else { return nil }
    var value = 0
    while index < text.count {
      guard text[index] >= 0x30, text[index] <= 0x39, value < 10_000 else { return nil }
      value = value * 10 + Int(text[index] - 0x30)
      index += 1
    }
    return negative ? -value : value
  }

  /// Whether the number is a whole multiple of another, which must not be 0.
  func isMultiple(of divisor: DecimalNumber) -> Bool {
    if significand == 0 { return true }
    if exponent >= divisor.exponent {
      // significand · 10^shift must leave no remainder; computed modulo the divisor, so nothing overflows.
      let modulus = UInt128(divisor.significand)
      var remainder = UInt128(significand) % modulus
      var factor = UInt128(10) % modulus
      var shift = UInt32(exponent - divisor.exponent)
      while shift > 0 {
        if shift & 1 == 1 { remainder = remainder * factor % modulus }
        factor = factor * factor % modulus
        shift >>= 1
      }
      return remainder == 0
    }
    // The divisor has trailing zeros more: the significand must hold them too.
    var divided = significand
    var shift = divisor.exponent - exponent
    while shift > 0 {
      guard divided % 10 == 0 else { return false }
      divided /= 10
      shift -= 1
    }
    return divided % divisor.significand == 0
  }
}

/// A number of a document or schema, compared exactly.
enum NumberValue: BitwiseCopyable {
  /// A whole number of 64 bits.
  case int(Int64)
  /// Any other number.
  case double(Double)

  /// Whether the number lies below another; false when either is not a number.
  func isLess(than other: NumberValue) -> Bool {
    switch (self, other) {
    case (.int(let left), .int(let right)): left < right
    case (.double(let left), .double(let right)): left < right
    case (.int(let left), .double(let right)): NumberValue.compare(left, right).map { $0 < 0 } ?? false
    case (.double(let left), .int(let right)): NumberValue.compare(right, left).map { $0 > 0 } ?? false
    }
  }

  /// Whether both are the same number, whatever their form: 1 equals 1.0.
  func equals(_ other: NumberValue) -> Bool {
    switch (self, other) {
    case (.int(let left), .int(let right)): left == right
    case (.double(let left), .double(let right)): left == right
    case (.int(let left), .double(let right)), (.double(let right), .int(let left)):
      NumberValue.compare(left, right) == 0
    }
  }

  /// The number as messages print it.
  var description: String {
    switch self {
    case .int(let value): String(value)
    case .double(let value):
      value == value.rounded() && abs(value) < 1e15 ? String(Int64(value)) : value.description
    }
  }

  /// Sign of `left - right`, exact beyond the 53 bits of a double; nil for NaN.
  private static func compare(_ left: Int64, _ right: Double) -> Int? {
    if right.isNaN { return nil }
    if right >= 9_223_372_036_854_775_808 { return -1 }
    if right < -9_223_372_036_854_775_808 { return 1 }
    let whole = right.rounded(.towardZero)
    let cut = Int64(whole)
    if left != cut { return left < cut ? -1 : 1 }
    return right == whole ? 0 : right > whole ? -1 : 1
  }
}
