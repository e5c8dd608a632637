/// One step through bytes that may not be UTF-8.
package struct UTF8Scalar {
  /// The scalar; nil for an ill-formed part.
  package var scalar: Unicode.Scalar?
  /// Number of bytes, at least 1.
  package var length: Int

  /// Decodes at `index`, which must be inside `bytes`. An ill-formed part is as long as the Unicode standard advises
  /// for replacement (3.9, best practice): the longest start of a well-formed sequence, or one byte.
  package static func next(in bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> UTF8Scalar {
    let lead = bytes[index]
    guard lead >= 0x80 else { return UTF8Scalar(scalar: Unicode.Scalar(lead), length: 1) }
    guard lead >= 0xC2, lead <= 0xF4 else { return UTF8Scalar(scalar: nil, length: 1) }
    let wanted = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    var value = UInt32(lead) & (0x7F >> UInt32(wanted))
    var length = 1
    while length < wanted {
      guard index + length < bytes.count else { return UTF8Scalar(scalar: nil, length: length) }
      let byte = bytes[index + length]
      let allowed = length == 1 ? secondBytes(after: lead) : 0x80...0xBF
      guard allowed.contains(byte) else { return UTF8Scalar(scalar: nil, length: length) }
      value = value << 6 | UInt32(byte & 0x3F)
      length += 1
    }
    return UTF8Scalar(scalar: Unicode.Scalar(value), length: length)
  }

  /// Table 3-7 of the Unicode standard: the second byte rules out overlong forms, surrogates and values over U+10FFFF.
  private static func secondBytes(after lead: UInt8) -> ClosedRange<UInt8> {
    switch lead {
    case 0xE0: 0xA0...0xBF
    case 0xED: 0x80...0x9F
    case 0xF0: 0x90...0xBF
    case 0xF4: 0x80...0x8F
    default: 0x80...0xBF
    }
  }
}
