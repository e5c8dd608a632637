internal import Catalog

/// Masks what tells who an applicant is: numbers of identity cards, passports, bank cards and telephones, and names behind
/// words such as 申请人.
///
/// Numbers that the guide itself states are the office's own and stay, and so do hotlines.
package struct PersonalData: Sendable {
  /// Digits of the numbers that are no person's.
  private var official: Set<[UInt8]> = []

  /// Learns the numbers that a guide states.
  package init(stated texts: [String] = []) {
    for text in texts {
      for run in NumberRun.all(in: Array(text.unicodeScalars)) {
        for part in run.parts() { official.insert(part.digits) }
      }
    }
  }

  /// A text without personal data, and how many were masked.
  /// - Parameter allowsLandlines: whether the text tells the number of an office, as what was found of a line about one.
  package func mask(_ text: String, allowsLandlines: Bool = false) -> (text: String, count: Int) {
    let scalars = Array(text.unicodeScalars)
    var masks = numbers(in: scalars, allowsLandlines: allowsLandlines)
    let taken = masks.map(\.range)
    masks += PersonName.all(in: scalars).filter { name in !taken.contains { $0.overlaps(name.range) } }
    guard !masks.isEmpty else { return (text, 0) }
    masks.sort { $0.range.lowerBound < $1.range.lowerBound }
    var masked = String.UnicodeScalarView()
    var index = 0
    for mask in masks {
      masked.append(contentsOf: scalars[index..<mask.range.lowerBound])
      masked.append(contentsOf: mask.replacement.unicodeScalars)
      index = mask.range.upperBound
    }
    masked.append(contentsOf: scalars[index...])
    return (String(masked), masks.count)
  }

  /// The numbers in a text that belong to a person.
  private func numbers(in scalars: [Unicode.Scalar], allowsLandlines: Bool) -> [Mask] {
    var masks: [Mask] = []
    for run in NumberRun.all(in: scalars) {
      // Letters before the digits belong to a passport.
      var end = 0
      for part in run.parts() where part.range.lowerBound >= end && !official.contains(part.digits) {
        guard let kind = kind(of: part, in: scalars, allowsLandlines) else { continue }
        masks.append(Mask(range: part.range, replacement: kind.mask))
        end = part.range.upperBound
      }
    }
    return masks
  }

  /// What kind of personal number some digits are.
  private func kind(
    of part: NumberRun.Part, in scalars: [Unicode.Scalar], _ allowsLandlines: Bool
  ) -> NumberKind? {
    let kind = NumberKind(part, labelled: PhoneLabel.stands(before: part.range.lowerBound, in: scalars))
    return kind == .landline && allowsLandlines ? nil : kind
  }
}

/// A place in a text that is masked.
struct Mask {
  /// Where it is.
  var range: Range<Int>
  /// What stands there instead.
  var replacement: String
}

/// The kinds of numbers that belong to a person.
enum NumberKind {
  /// 身份证 of 18 or 15 digits.
  case identity
  /// 护照, 通行证.
  case passport
  /// 银行卡.
  case bankCard
  /// 手机.
  case mobile
  /// 固定电话.
  case landline

  /// What stands in a text instead of such a number.
  var mask: String {
    switch self {
    case .identity, .passport: "[证件号码已遮盖]"
    case .bankCard: "[银行卡号已遮盖]"
    case .mobile, .landline: "[电话已遮盖]"
    }
  }

  /// Decides what a number is; nil for all that are no person's.
  /// - Parameter labelled: whether a word for telephones stands before it, so that seven digits are one, too.
  init?(_ part: NumberRun.Part, labelled: Bool) {
    let digits = part.digits
    if let letters = part.letters {
      guard Self.isPassport(letters: letters, digits: digits.count) else { return nil }
      self = .passport
      return
    }
    if Self.isIdentity(digits) {
      self = .identity
    } else if Self.isMobile(digits) {
      self = .mobile
    } else if Self.isBankCard(digits) {
      self = .bankCard
    } else if Self.isLandline(digits, labelled: labelled) {
      self = .landline
    } else {
      return nil
    }
  }

  private static func isIdentity(_ digits: [UInt8]) -> Bool {
    if digits.count == 18 {
      return digits.withUnsafeBufferPointer { !TextFinder.identityNumber.matches(in: $0, script: nil).isEmpty }
    }
    guard digits.count == 15 else { return false }
    // Numbers of before 1999: province, day of birth without its century, no check digit.
    let (province, month, day) = (number(digits[0..<2]), number(digits[8..<10]), number(digits[10..<12]))
    return (11...82).contains(province) && (1...12).contains(month) && (1...31).contains(day)
  }

  private static func isMobile(_ digits: [UInt8]) -> Bool {
    var digits = digits[...]
    if digits.count == 15, digits.starts(with: "0086".utf8) { digits = digits.dropFirst(4) }
    if digits.count == 13, digits.starts(with: "86".utf8) { digits = digits.dropFirst(2) }
    return Array(digits).withUnsafeBufferPointer { !TextFinder.mobileNumber.matches(in: $0, script: nil).isEmpty }
  }

  /// 16 to 19 digits whose check digit is right (ISO/IEC 7812-1, Luhn's formula), from an issuer of banks.
  private static func isBankCard(_ digits: [UInt8]) -> Bool {
    guard (16...19).contains(digits.count), let first = digits.first, (0x33...0x36).contains(first) || first == 0x39,
      digits.allSatisfy({ $0 <= 0x39 })
    else { return false }
    var sum = 0
    for (index, digit) in digits.reversed().enumerated() {
      let value = Int(digit) - 0x30
      sum += index % 2 == 0 ? value : value > 4 ? 2 * value - 9 : 2 * value
    }
    return sum % 10 == 0
  }

  private static func isLandline(_ digits: [UInt8], labelled: Bool) -> Bool {
    guard digits.allSatisfy({ $0 <= 0x39 }), !digits.withUnsafeBufferPointer({ PhoneNumber.isHotline($0) }) else {
      return false
    }
    if digits.first == 0x30 { return (10...12).contains(digits.count) && digits.dropFirst().first != 0x30 }
    guard labelled, (7...8).contains(digits.count), let first = digits.first else { return false }
    return (0x32...0x38).contains(first)
  }

  /// Passports (E12345678, EA1234567), permits of Hong Kong, Macau and Taiwan (C12345678, H1234567890).
  private static func isPassport(letters: [UInt8], digits: Int) -> Bool {
    switch (letters.count, digits) {
    case (1, 8): "EGDSPHMC".utf8.contains(letters[0])
    case (1, 10): "HM".utf8.contains(letters[0])
    case (2, 7): letters[0] == UInt8(ascii: "E")
    default: false
    }
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int { digits.reduce(0) { $0 * 10 + Int($1) - 0x30 } }
}

/// Words behind which a short number is a telephone's.
enum PhoneLabel {
  private static let words = ["电话", "手机", "座机", "联系方式", "tel", "phone"].map { Array($0.unicodeScalars) }
  private static let fillers = Set("：: 是为号码.".unicodeScalars)

  /// Whether such a word stands before a place.
  static func stands(before index: Int, in scalars: [Unicode.Scalar]) -> Bool {
    var end = index
    while end > 0, index - end < 6, fillers.contains(scalars[end - 1]) { end -= 1 }
    return words.contains { word in
      end >= word.count
        && zip(scalars[(end - word.count)..<end], word).allSatisfy { $0.properties.lowercaseMapping == String($1) }
    }
  }
}
