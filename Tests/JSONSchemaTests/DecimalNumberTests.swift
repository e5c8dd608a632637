import Testing

@testable import JSONSchema

@Suite struct DecimalNumberTests {
  /// value, divisor, whether it is a multiple; doubles alone would get most of these wrong
  static let table = [
    ("0.3", "0.1", true), ("19.99", "0.01", true), ("0.0075", "0.0001", true), ("0.00751", "0.0001", false),
    ("1e308", "0.5", true), ("1e308", "0.123456789", false), ("0", "7", true), ("-4.5", "1.5", true),
    ("12e2", "1200", true),
    ("1200", "12e2", true), ("1250", "1e2", false), ("9223372036854775807", "7", true), ("1e-9", "1", false),
  ]

  @Test func multiplesAreExact() {
    for (value, divisor, expected) in Self.table {
      #expect(decimal(divisor).flatMap { decimal(value)?.isMultiple(of: $0) } == expected, "\(value) \(divisor)")
    }
  }

  @Test func onlyDecimalNumbersAreRead() {
    for text in ["", "-", "1x", "1e", "1e9999999", "0x10", ".inf", "99999999999999999999"] {
      #expect(decimal(text) == nil)
    }
  }

  @Test func numbersCompareBeyondDoublePrecision() {
    #expect(NumberValue.int(9_007_199_254_740_993).isLess(than: .double(9_007_199_254_740_994)))
    #expect(!NumberValue.int(9_007_199_254_740_993).equals(.double(9_007_199_254_740_992)))
    #expect(NumberValue.int(.max).isLess(than: .double(1e19)))
    #expect(NumberValue.double(-.infinity).isLess(than: .int(.min)))
    #expect(!NumberValue.double(.nan).isLess(than: .int(0)))
    #expect(NumberValue.int(1).equals(.double(1.0)))
  }

  private func decimal(_ text: String) -> DecimalNumber? {
    var text = text
    return text.withUTF8 { DecimalNumber($0) }
  }
}
