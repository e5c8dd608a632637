/// The formats of the specification that can be asserted; pass those wanted to `SchemaLibrary`.
public enum StandardFormats {
  /// All of them by name.
  public static let all: [String: SchemaFormat] = [
    "date": { isDate($0) },
    "time": { isTime($0) },
    "date-time": { isDateTime($0) },
    "ipv4": { isIPv4($0) },
    "ipv6": { URISyntax.isIPv6($0) },
    "uri": { URISyntax.isReference($0, needsScheme: true) },
    "uri-reference": { URISyntax.isReference($0, needsScheme: false) },
    "iri": { URISyntax.isInternationalReference($0, needsScheme: true) },
    "iri-reference": { URISyntax.isInternationalReference($0, needsScheme: false) },
    "uuid": { isUUID($0) },
  ]

  /// Those of the given names that are known.
  public static func selected(_ names: [String]) -> [String: SchemaFormat] { all.filter { names.contains($0.key) } }

  /// A part of the text by offsets, which must lie inside it.
  static func part(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: text[range])
  }

  /// The value of digits only; nil for anything else.
  private static func number(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int? {
    guard range.upperBound <= text.count, !range.isEmpty else { return nil }
    var value = 0
    for byte in text[range] {
      guard byte >= 0x30, byte <= 0x39 else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    return value
  }

  /// `full-date` of RFC 3339 in the proleptic Gregorian calendar.
  private static func isDate(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard text.count == 10, text[4] == 0x2D, text[7] == 0x2D, let year = number(text, 0..<4),
      let month = number(text, 5..<7), let day = number(text, 8..<10), (1...12).contains(month), day >= 1
    else { return false }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return day <= days[month - 1]
  }

  /// `date-time` of RFC 3339.
  private static func isDateTime(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard text.count > 11, text[10] | 0x20 == 0x74 else { return false }
    return isDate(part(text, 0..<10)) && isTime(part(text, 11..<text.count))
  }

  /// `full-time` of RFC 3339; a leap second is admitted where it can occur, at 23:59:60 UTC.
  private static func isTime(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard text.count >= 9, text[2] == 0x3A, text[5] == 0x3A, let hour = number(text, 0..<2),
      let minute = number(text, 3..<5), let second = number(text, 6..<8), hour <= 23, minute <= 59, second <= 60
    else { return false }
    var index = 8
    if text[index] == 0x2E {
      index += 1
      let start = index
      while index < text.count, (0x30...0x39).contains(text[index]) { index += 1 }
      guard index > start else { return false }
    }
    guard index < text.count, let offset = zone(text, from: index) else { return false }
    return second < 60 || (hour * 60 + minute - offset + 2_880) % 1_440 == 1_439
  }

  /// Minutes that a zone is ahead of UTC; nil for other text.
  private static func zone(_ text: UnsafeBufferPointer<UInt8>, from index: Int) -> Int? {
    if text[index] | 0x20 == 0x7A { return index == text.count - 1 ? 0 : nil }
    guard text[index] == 0x2B || text[index] == 0x2D, text.count == index + 6, text[index + 3] == 0x3A,
      let hour = number(text, index + 1..<index + 3), let minute = number(text, index + 4..<index + 6), hour <= 23,
      minute <= 59
    else { return nil }
    return (text[index] == 0x2D ? -1 : 1) * (hour * 60 + minute)
  }

  /// Four numbers up to 255 without leading zeros (RFC 2673, section 3.2).
  static func isIPv4(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    for position in 0..<4 {
      let start = index
      while index < text.count, index - start < 3, (0x30...0x39).contains(text[index]) { index += 1 }
      guard let value = number(text, start..<index), value <= 255, text[start] != 0x30 || index == start + 1 else {
        return false
      }
      if position < 3 {
        guard index < text.count, text[index] == 0x2E else { return false }
        index += 1
      }
    }
    return index == text.count
  }

  /// `UUID` of RFC 4122 in its text form.
  private static func isUUID(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard text.count == 36 else { return false }
    for (index, byte) in text.enumerated() {
      let isDash = index == 8 || index == 13 || index == 18 || index == 23
      guard isDash ? byte == 0x2D : hexValue(byte) != nil else { return false }
    }
    return true
  }
}
