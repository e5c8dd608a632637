/// A unified social credit code (统一社会信用代码) by GB 32100-2015.
package enum CreditCode {
  /// What is wrong with a code, or that nothing is.
  package enum Verdict: Hashable, Sendable {
    /// Its check character is right.
    case valid
    /// A leading `TE`: a code that a province gave before there was a real one; it has no check character.
    case temporary
    /// Not 18 characters.
    case wrongLength
    /// A character outside the alphabet, at this offset.
    case wrongCharacter(Int)
    /// The check character should be this one.
    case wrongCheckCharacter(Character)
  }

  /// The characters by value.
  // Without I, O, S, V and Z, which look like digits.
  private static let alphabet: StaticString = "0123456789ABCDEFGHJKLMNPQRTUWXY"

  /// Judges a code written in ASCII capitals and digits.
  package static func verdict(_ code: UnsafeBufferPointer<UInt8>) -> Verdict {
    guard code.count == 18 else { return .wrongLength }
    if code[0] == 0x54, code[1] == 0x45 {
      return code.firstIndex { !isCapitalOrDigit($0) }.map { .wrongCharacter($0) } ?? .temporary
    }
    var sum = 0
    var weight = 1
    for index in 0..<17 {
      guard let value = value(of: code[index]) else { return .wrongCharacter(index) }
      sum += value * weight
      weight = weight * 3 % 31
    }
    guard let last = value(of: code[17]) else { return .wrongCharacter(17) }
    // The outer remainder makes 31 into 0, which several published versions forget.
    let check = (31 - sum % 31) % 31
    guard last != check else { return .valid }
    return .wrongCheckCharacter(Character(Unicode.Scalar(alphabet.utf8Start[check])))
  }

  /// Whether a code is valid, or temporary and well formed.
  package static func isValid(_ code: UnsafeBufferPointer<UInt8>) -> Bool {
    switch verdict(code) {
    case .valid, .temporary: true
    case .wrongLength, .wrongCharacter, .wrongCheckCharacter: false
    }
  }

  /// The value of a character; nil outside the alphabet.
  private static func value(of byte: UInt8) -> Int? {
    for index in 0..<alphabet.utf8CodeUnitCount where alphabet.utf8Start[index] == byte { return index }
    return nil
  }

  /// What temporary codes are made of.
  private static func isCapitalOrDigit(_ byte: UInt8) -> Bool {
    byte >= 0x30 && byte <= 0x39 || byte >= 0x41 && byte <= 0x5A
  }
}
