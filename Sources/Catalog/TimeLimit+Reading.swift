extension TimeLimit {
  /// Reads a limit such as `20 工作日`, `二十个工作日内`, `within half a working day`, `长期`; nil for other text.
  package init?(_ text: UnsafeBufferPointer<UInt8>) {
    // No limit is a long text, and hostile text must not be scanned far.
    guard text.count <= 96 else { return nil }
    var scanner = TextScanner(text)
    scanner.skipSpaces()
    // No word begins with a digit, as nearly all limits do.
    if !scanner.startsWithDigit, let word = TimeLimit.word(&scanner) {
      self = word
      return
    }
    if scanner.take("within") { scanner.skipSpaces() }
    guard let number = NumberReading.read(&scanner) else { return nil }
    guard let amount = TimeLimit.amount(number, &scanner) else { return nil }
    scanner.skipSpaces()
    _ = scanner.take("之内") || scanner.take("以内") || scanner.take("内")
    scanner.skipSpaces()
    guard scanner.isAtEnd else { return nil }
    self = amount
  }

  /// Reads a limit from a string.
  package init?(_ text: String) {
    var text = text
    guard let limit = text.withUTF8({ TimeLimit($0) }) else { return nil }
    self = limit
  }

  /// Reads a limit that is one word; the scanner stays where it was for other text.
  private static func word(_ scanner: inout TextScanner) -> TimeLimit? {
    let start = scanner.position
    let limit: TimeLimit
    if scanner.take("长期") {
      _ = scanner.take("有效")
      limit = .longTerm
    } else if scanner.take("long-term") || scanner.take("long term") || scanner.take("indefinite") {
      limit = .longTerm
    } else if scanner.take("无") || scanner.take("none") {
      limit = .none
    } else if scanner.take("即来即办") || scanner.take("instant") {
      limit = .instant
    } else if scanner.take("即时") || scanner.take("当场") || scanner.take("当日") || scanner.take("即办") {
      _ = scanner.take("办结") || scanner.take("办理")
      limit = .instant
    } else {
      return nil
    }
    scanner.skipSpaces()
    if scanner.isAtEnd { return limit }
    scanner.move(to: start)
    return nil
  }

  /// Reads the unit after a number, with the halves that stand between them (`一个半月`).
  private static func amount(_ number: NumberReading, _ scanner: inout TextScanner) -> TimeLimit? {
    scanner.skipSpaces()
    var thousandths = number.thousandths
    var counted = false
    if scanner.take("个") || scanner.take("個") {
      counted = true
      scanner.skipSpaces()
      if scanner.take("半") { thousandths += 500 }
    }
    scanner.skipSpaces()
    guard thousandths <= maximumAmount * 1000 else { return nil }
    guard let unit = chineseUnit(&scanner, counted: counted) ?? (counted ? nil : englishUnit(&scanner)) else {
      return nil
    }
    return TimeLimit(thousandths: thousandths, unit)
  }

  /// Takes a Chinese unit; `counted` says that 个 went before.
  private static func chineseUnit(_ scanner: inout TextScanner, counted: Bool) -> Unit? {
    if scanner.take("工作日") || scanner.take("工作天") { return .workingDays }
    if scanner.take("自然日") || scanner.take("自然天") || scanner.take("日历日") || scanner.take("日历天") {
      return .calendarDays
    }
    if scanner.take("小时") { return .hours }
    // A number straight before 月 is a date, not a length: 3月 is March.
    if counted { return scanner.take("月") ? .months : nil }
    if scanner.take("日") || scanner.take("天") { return .bareDays }
    if scanner.take("分钟") { return .minutes }
    return scanner.take("年") ? .years : nil
  }

  /// Takes an English unit.
  private static func englishUnit(_ scanner: inout TextScanner) -> Unit? {
    _ = scanner.take("-")
    let unit: Unit
    if scanner.take("working") || scanner.take("business") || scanner.take("work") {
      takeGap(&scanner)
      guard scanner.take("day") else { return nil }
      unit = .workingDays
    } else if scanner.take("calendar") || scanner.take("natural") {
      takeGap(&scanner)
      guard scanner.take("day") else { return nil }
      unit = .calendarDays
    } else if scanner.take("day") {
      unit = .bareDays
    } else if scanner.take("month") {
      unit = .months
    } else if scanner.take("year") {
      unit = .years
    } else if scanner.take("hour") {
      unit = .hours
    } else if scanner.take("minute") {
      unit = .minutes
    } else {
      return nil
    }
    _ = scanner.take("s")
    return unit
  }

  /// Takes the space or hyphen inside a unit.
  private static func takeGap(_ scanner: inout TextScanner) {
    scanner.skipSpaces()
    _ = scanner.take("-")
  }
}
