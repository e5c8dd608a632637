/// Finds numbers that belong to one person.
enum PersonalNumber {
  /// Digits before the check character of an identity number.
  static let identityDigits = 17
  /// Digits of a mobile telephone number.
  static let mobileDigits = 11

  /// Identity numbers (GB 11643): a province, a day of birth and the check character agree.
  static func identityNumbers(in text: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    runs(in: text).filter { $0.count == 18 && isIdentityNumber(text, at: $0.lowerBound) }
  }

  /// Mobile numbers: eleven digits that begin with 13 to 19 and stand alone.
  static func mobileNumbers(in text: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    runs(in: text).filter {
      $0.count == mobileDigits && text[$0.lowerBound] == 0x31 && (0x33...0x39).contains(text[$0.lowerBound + 1])
        && !continues(text, around: $0)
    }
  }

  /// Runs of ASCII letters and digits that begin with a digit.
  private static func runs(in text: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start = 0
    while start < text.count {
      guard isWord(text[start]) else {
        start += 1
        continue
      }
      var end = start
      while end < text.count, isWord(text[end]) { end += 1 }
      if isDigit(text[start]) { found.append(start..<end) }
      start = end
    }
    return found
  }

  // 010-13800000000-1 and 1380000000.5 are something else; a sentence's full stop is not.
  private static func continues(_ text: UnsafeBufferPointer<UInt8>, around range: Range<Int>) -> Bool {
    func isJoint(_ mark: Int, _ digit: Int) -> Bool {
      guard text.indices.contains(mark), text.indices.contains(digit) else { return false }
      return [0x2D, 0x2E, 0x2F, 0x5F, 0x3D].contains(text[mark]) && isWord(text[digit])
    }
    return isJoint(range.lowerBound - 1, range.lowerBound - 2) || isJoint(range.upperBound, range.upperBound + 1)
  }

  /// Whether the eighteen characters at an offset are an identity number.
  private static func isIdentityNumber(_ text: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    var sum = 0
    for index in 0..<identityDigits {
      guard isDigit(text[start + index]) else { return false }
      sum += weights[index] * digit(text, start + index)
    }
    let expected: [UInt8] = [0x31, 0x30, 0x58, 0x39, 0x38, 0x37, 0x36, 0x35, 0x34, 0x33, 0x32]
    let last = text[start + identityDigits] & (text[start + identityDigits] >= 0x60 ? 0xDF : 0xFF)
    guard expected[sum % 11] == last else { return false }
    let year = number(text, start + 6, 4)
    let (month, day) = (number(text, start + 10, 2), number(text, start + 12, 2))
    guard (1900...2100).contains(year), (1...12).contains(month), (1...31).contains(day) else { return false }
    switch number(text, start, 2) {
    case 11...15, 21...23, 31...37, 41...46, 50...54, 61...65, 71, 81...83: return true
    default: return false
    }
  }

  private static func number(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ count: Int) -> Int {
    (start..<start + count).reduce(0) { $0 * 10 + digit(text, $1) }
  }

  private static func digit(_ text: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Int { Int(text[offset]) - 0x30 }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  private static func isWord(_ byte: UInt8) -> Bool {
    isDigit(byte) || byte >= 0x41 && byte <= 0x5A || byte >= 0x61 && byte <= 0x7A
  }
}
