/// Doubles as decimal digits, rounded exactly: half to even, from the number's whole binary value.
enum DecimalText {
  /// A double as `string()` and `%s` print it: the shortest digits that read back, without `.0`.
  static func shortest(_ value: Double) -> String {
    if value.isNaN { return "NaN" }
    if value.isInfinite { return value < 0 ? "-Infinity" : "Infinity" }
    let text = value.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// A finite double with a number of digits behind the point.
  static func fixed(_ value: Double, precision: Int) -> String {
    let digits = scaled(value.magnitude, by: precision)
    let padded = String(repeating: "0", count: max(0, precision + 1 - digits.count)) + digits
    let whole = padded.dropLast(precision)
    let sign = value.sign == .minus ? "-" : ""
    return sign + whole + (precision > 0 ? "." + padded.suffix(precision) : "")
  }

  /// A finite double with one digit before the point, a number of digits behind it and an exponent.
  static func scientific(_ value: Double, precision: Int) -> String {
    let sign = value.sign == .minus ? "-" : ""
    let magnitude = value.magnitude
    var exponent = 0
    var digits = String(repeating: "0", count: precision + 1)
    if magnitude != 0 {
      // The estimate is off by at most one either way; the number of digits tells.
      exponent = estimatedExponent(magnitude)
      digits = scaled(magnitude, by: precision - exponent)
      while digits.count > precision + 1 {
        exponent += 1
        digits = scaled(magnitude, by: precision - exponent)
      }
      while digits.count < precision + 1 {
        exponent -= 1
        digits = scaled(magnitude, by: precision - exponent)
      }
    }
    let mantissa = String(digits.prefix(1)) + (precision > 0 ? "." + digits.dropFirst() : "")
    let power = exponent.magnitude < 10 ? "0\(exponent.magnitude)" : "\(exponent.magnitude)"
    return "\(sign)\(mantissa)e\(exponent < 0 ? "-" : "+")\(power)"
  }

  /// The decimal exponent of a positive double, give or take one.
  private static func estimatedExponent(_ value: Double) -> Int {
    let text = value.description
    guard let mark = text.firstIndex(of: "e") else {
      let whole = text.prefix { $0 != "." }
      if whole != "0" { return whole.count - 1 }
      return -(text.dropFirst(2).prefix { $0 == "0" }.count) - 1
    }
    return Int(text[text.index(after: mark)...]) ?? 0
  }

  /// The digits of `value * 10^power`, rounded to a whole number.
  private static func scaled(_ value: Double, by power: Int) -> String {
    var number = BigNumber(value.significandBitPatternWithLeadingBit)
    let exponent = value.binaryExponentOfBits
    if power > 0 { number.multiply(by: 10, times: power) }
    if exponent > 0 { number.multiply(by: 2, times: exponent) }
    var divisor = BigNumber(1)
    if power < 0 { divisor.multiply(by: 10, times: -power) }
    if exponent < 0 { divisor.multiply(by: 2, times: -exponent) }
    return number.dividedRoundingHalfToEven(by: divisor).decimal
  }
}

extension Double {
  /// The significand as a whole number.
  fileprivate var significandBitPatternWithLeadingBit: UInt64 {
    isNormal ? significandBitPattern | (1 << 52) : significandBitPattern
  }

  /// The power of two that the whole significand is multiplied with.
  fileprivate var binaryExponentOfBits: Int {
    isNormal ? Int(exponentBitPattern) - 1075 : -1074
  }
}

/// A natural number of any size, as 32-bit digits from the least on.
private struct BigNumber {
  /// Base 2^32, least digit first, without leading zeros but for zero itself.
  private var digits: [UInt32]

  /// A number that fits in two digits.
  init(_ value: UInt64) {
    digits = [UInt32(truncatingIfNeeded: value), UInt32(truncatingIfNeeded: value >> 32)]
    trim()
  }

  /// Multiplies by 2 or 10 many times.
  mutating func multiply(by factor: UInt32, times: Int) {
    var left = times
    // Several factors at once, as many as fit in a digit.
    let (step, chunk): (Int, UInt32) = factor == 2 ? (31, 1 << 31) : (9, 1_000_000_000)
    while left >= step {
      multiply(by: chunk)
      left -= step
    }
    for _ in 0..<left { multiply(by: factor) }
  }

  /// Multiplies by a number of one digit.
  private mutating func multiply(by factor: UInt32) {
    var carry: UInt64 = 0
    for index in digits.indices {
      let product = UInt64(digits[index]) * UInt64(factor) + carry
      digits[index] = UInt32(truncatingIfNeeded: product)
      carry = product >> 32
    }
    if carry > 0 { digits.append(UInt32(carry)) }
  }

  /// Drops leading zeros.
  private mutating func trim() {
    while digits.count > 1, digits.last == 0 { digits.removeLast() }
  }

  /// Whether one number is less than another.
  private static func isLess(_ left: BigNumber, _ right: BigNumber) -> Bool {
    if left.digits.count != right.digits.count { return left.digits.count < right.digits.count }
    for index in left.digits.indices.reversed() where left.digits[index] != right.digits[index] {
      return left.digits[index] < right.digits[index]
    }
    return false
  }

  /// Subtracts a number that is not greater.
  private mutating func subtract(_ other: BigNumber) {
    var borrow: Int64 = 0
    for index in digits.indices {
      let difference = Int64(digits[index]) - (index < other.digits.count ? Int64(other.digits[index]) : 0) - borrow
      borrow = difference < 0 ? 1 : 0
      digits[index] = UInt32(truncatingIfNeeded: difference)
    }
    trim()
  }

  /// Doubles the number and adds a bit.
  private mutating func shiftLeft(orIn bit: UInt32) {
    var carry = bit
    for index in digits.indices {
      let next = digits[index] >> 31
      digits[index] = digits[index] << 1 | carry
      carry = next
    }
    if carry > 0 { digits.append(carry) }
  }

  /// Long division bit by bit: at most some thousand bits, and only where a message is formatted.
  func dividedRoundingHalfToEven(by divisor: BigNumber) -> BigNumber {
    var quotient = BigNumber(0)
    var remainder = BigNumber(0)
    for index in digits.indices.reversed() {
      for bit in (0..<32).reversed() {
        remainder.shiftLeft(orIn: digits[index] >> UInt32(bit) & 1)
        remainder.trim()
        let fits = !BigNumber.isLess(remainder, divisor)
        if fits { remainder.subtract(divisor) }
        quotient.shiftLeft(orIn: fits ? 1 : 0)
      }
    }
    quotient.trim()
    remainder.shiftLeft(orIn: 0)
    remainder.trim()
    let isOdd = quotient.digits[0] & 1 == 1
    if BigNumber.isLess(divisor, remainder) || (!BigNumber.isLess(remainder, divisor) && isOdd) { quotient.increment() }
    return quotient
  }

  /// Adds one.
  private mutating func increment() {
    for index in digits.indices {
      let (sum, overflow) = digits[index].addingReportingOverflow(1)
      digits[index] = sum
      if !overflow { return }
    }
    digits.append(1)
  }

  /// The number in decimal digits.
  var decimal: String {
    var rest = digits
    var chunks: [String] = []
    while rest.contains(where: { $0 != 0 }) {
      var remainder: UInt64 = 0
      for index in rest.indices.reversed() {
        let value = remainder << 32 | UInt64(rest[index])
        rest[index] = UInt32(value / 1_000_000_000)
        remainder = value % 1_000_000_000
      }
      chunks.append(String(remainder))
    }
    guard let first = chunks.last else { return "0" }
    return chunks.dropLast().reversed().reduce(into: first) { text, chunk in
      text += String(repeating: "0", count: 9 - chunk.utf8.count) + chunk
    }
  }
}
