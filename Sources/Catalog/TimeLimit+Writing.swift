import DataTree

extension TimeLimit {
  /// The way to write a limit that people and programs read alike: digits, a space, the unit, and nothing behind it;
  /// `二十个工作日内` is `20 个工作日`, in the language and with the unit that the writer chose.
  /// - Returns: nil for other text, and for limits without a number.
  static func canonicalWords(of text: UnsafeBufferPointer<UInt8>) -> String? {
    if isCanonical(text) { return String(decoding: text, as: UTF8.self) }
    guard let limit = TimeLimit(text), case .amount(let thousandths, _) = limit.form else { return nil }
    let written = String(decoding: text, as: UTF8.self)
    let isEnglish = text.contains { ($0 | 0x20) &- 0x61 < 26 }
    let canonical = isEnglish ? limit.describe(inChinese: false) : chinese(written, thousandths)
    // How much space there is between number and unit is a matter of taste.
    return canonical.map { withoutSpaces($0) == withoutSpaces(written) ? written : $0 }
  }

  /// Whether a text is a number, spaces and a Chinese unit, as nearly all limits are: nothing is to be worked out.
  static func isCanonical(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    while index < text.count, text[index] &- UInt8(ascii: "0") < 10 { index += 1 }
    guard index > 0 else { return false }
    if text[0] == UInt8(ascii: "0") || index < text.count && text[index] == UInt8(ascii: ".") {
      // Zero alone, a number such as 007 and one with more digits than are read take the long way.
      guard index < 10, text[0] != UInt8(ascii: "0") || index == 1, let end = endOfFraction(text, index) else {
        return false
      }
      index = end
    }
    while index < text.count, text[index] == UInt8(ascii: " ") { index += 1 }
    let rest = UnsafeBufferPointer(rebasing: text[index...])
    return plainUnits.contains { unit in unit.withUnsafeBufferPointer { equalBytes($0, rest) } }
  }

  /// Where up to three decimals end of which the last is not zero; nil for everything else.
  private static func endOfFraction(_ text: UnsafeBufferPointer<UInt8>, _ point: Int) -> Int? {
    var index = point + 1
    while index < text.count, text[index] &- UInt8(ascii: "0") < 10 { index += 1 }
    guard point < text.count, text[point] == UInt8(ascii: "."), (point + 2...point + 4).contains(index),
      text[index - 1] != UInt8(ascii: "0")
    else { return nil }
    return index
  }

  /// The Chinese units that most limits have, as bytes.
  private static let plainUnits = ["工作日", "个工作日", "日", "个月", "小时", "分钟", "年", "天", "自然日", "个自然日"].map { Array($0.utf8) }

  /// Units as they may be written, the longer ones before those that they end with.
  private static let chineseUnits = [
    "工作日", "工作天", "自然日", "自然天", "日历日", "日历天", "小时", "分钟", "日", "天", "月", "年",
  ]

  private static func chinese(_ written: String, _ thousandths: Int64) -> String? {
    var bytes = Array(withoutSpaces(written).utf8)
    for ending in ["之内", "以内", "内"] where bytes.reversed().starts(with: ending.utf8.reversed()) {
      bytes.removeLast(ending.utf8.count)
      break
    }
    guard let unit = chineseUnits.first(where: { bytes.reversed().starts(with: $0.utf8.reversed()) }) else {
      return nil
    }
    let isCounted = written.unicodeScalars.contains { $0 == "个" || $0 == "個" }
    return "\(decimal(thousandths)) \(isCounted ? "个" : "")\(unit)"
  }

  private static func withoutSpaces(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter { $0 != " " && $0 != "\u{3000}" }))
  }
}
