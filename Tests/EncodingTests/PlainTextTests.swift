import Testing

@testable import Encoding

@Test func whatIsMeasuredByBytesIsShownAsItselfAndTakesAsManyColumns() {
  for value in UInt32(0)...0x2FFFF {
    guard let scalar = Unicode.Scalar(value), let width = PlainText.width(of: String(scalar)) else { continue }
    var meter = DisplayWidth()
    #expect(VisibleText.replacement(for: scalar) == nil, "\(String(value, radix: 16))")
    #expect(meter.advance(scalar) == width, "\(String(value, radix: 16))")
    // Nothing that follows acts on it, and it acts on nothing that follows.
    #expect(meter.advance("\u{200D}") + meter.advance("\u{2764}") == 1, "\(String(value, radix: 16))")
  }
}

@Test func ordinaryTextsAreMeasuredByBytes() {
  #expect(PlainText.width(of: "") == 0)
  #expect(PlainText.width(of: "申请表（一式 2 份）：“原件”、复印件…—é") == 38)
  for text in ["a\tb", "a\n", "\u{AD}", "\u{85}", "\u{200B}", "\u{2028}", "❤\u{FE0F}", "👍", "e\u{301}", "\u{7F}"] {
    #expect(PlainText.width(of: text) == nil, "\(text.unicodeScalars.map(\.value))")
  }
}

private let illFormed: [[UInt8]] = [
  [0xE7, 0x94], [0xE7, 0x94, 0x41], [0xE4, 0x41, 0x80], [0xC3], [0xC3, 0x41], [0x80], [0xED, 0xA0, 0x80],
]

@Test(arguments: illFormed)
func illFormedBytesAreNotMeasured(bytes: [UInt8]) {
  #expect(bytes.withUnsafeBufferPointer { PlainText.width(of: $0) } == nil)
}

@Test func aLineThatFitsIsWrappedAsOneThatIsLookedAtByScalar() {
  // A tab makes the longer way; it is shown as a space.
  for text in ["申请材料 a b", "a", " a", "a ", "", "  ", "“申请”。"] {
    for width in 1...14 {
      let plain = LineWrapping.lines(of: text, width: width)
      let looked = LineWrapping.lines(of: text + "\t", width: width)
      #expect(plain == looked, "\(text) \(width)")
    }
  }
}
