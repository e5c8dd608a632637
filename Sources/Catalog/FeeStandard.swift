/// The standard of a fee, such as 每证 10 元, taken apart into its amounts of money and the words around them.
struct FeeStandard {
  /// Amounts in thousandths of a yuan or of a per cent, in the order of the text.
  private var amounts: [Int64] = []
  /// Everything else, widths folded and spaces left out; 0 stands for an amount.
  private var words: [UInt32] = []

  /// Takes a text apart.
  private init(_ text: UnsafeBufferPointer<UInt8>) {
    var scanner = TextScanner(text)
    while let (scalar, length) = scanner.peek() {
      let start = scanner.position
      if let amount = FeeStandard.amount(&scanner) {
        amounts.append(amount)
        words.append(0)
        continue
      }
      scanner.move(to: start + length)
      if !isSpace(scalar) { words.append(foldedWidth(scalar)) }
      // The rest of a number that is no amount is none either; reading it again would be quadratic in its digits.
      guard FeeStandard.isWesternDigit(scalar) else { continue }
      while let (next, length) = scanner.peek(), FeeStandard.isWesternDigit(next) || foldedWidth(next) == 0x2E {
        scanner.move(to: scanner.position + length)
        words.append(foldedWidth(next))
      }
    }
  }

  /// Takes a number with a unit of money or a per cent sign; the unit stays part of the words.
  private static func amount(_ scanner: inout TextScanner) -> Int64? {
    guard let (first, _) = scanner.peek(), isDigit(first) else { return nil }
    let isWestern = isWesternDigit(first)
    guard let number = isWestern ? NumberReading.digits(&scanner, isGrouped: true) : NumberReading.read(&scanner) else {
      return nil
    }
    var thousandths = number.thousandths
    scanner.skipSpaces()
    if scanner.take("万") { thousandths = QuantityUnit.product(thousandths, 10_000) }
    let end = scanner.position
    defer { scanner.move(to: end) }
    let isMoney = scanner.take("元") || scanner.take("yuan") || scanner.take("rmb") || scanner.take("%")
    return isMoney || scanner.take("％") || scanner.take("‰") ? thousandths : nil
  }

  /// Whether a number may begin here: a digit of either width or a Chinese numeral.
  private static func isDigit(_ scalar: UInt32) -> Bool {
    if isWesternDigit(scalar) { return true }
    switch Unicode.Scalar(scalar) {
    case "一", "二", "两", "三", "四", "五", "六", "七", "八", "九", "十", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖", "拾":
      return true
    default: return false
    }
  }

  /// Whether a code point is a digit of either width.
  private static func isWesternDigit(_ scalar: UInt32) -> Bool {
    let folded = foldedWidth(scalar)
    return folded >= 0x30 && folded <= 0x39
  }

  /// Whether the text says that nothing is charged.
  private static func isFree(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let words: [StaticString] = ["免费", "不收费", "免收", "无", "free"]
    return words.contains { bytes(text, equal: $0) }
  }

  /// Whether a standard asks for more than an earlier one; nil where they differ in more than their amounts.
  static func isRaised(from earlier: UnsafeBufferPointer<UInt8>, to later: UnsafeBufferPointer<UInt8>) -> Bool? {
    let (before, after) = (FeeStandard(earlier), FeeStandard(later))
    if isFree(later) { return false }
    if isFree(earlier) { return after.amounts.isEmpty ? nil : after.amounts.contains { $0 > 0 } }
    guard before.words == after.words, before.amounts.count == after.amounts.count else { return nil }
    let pairs = zip(before.amounts, after.amounts)
    let isHigher = pairs.contains { $0 < $1 }
    if isHigher, pairs.contains(where: { $0 > $1 }) { return nil }
    return isHigher
  }
}
