/// A number as guides write it: digits of either width, Chinese numerals, English words, halves.
struct NumberReading {
  /// The value in thousandths.
  let thousandths: Int64

  /// Takes a number from the text; nil, with the scanner anywhere, where there is none or it is too large or too fine.
  static func read(_ scanner: inout TextScanner) -> NumberReading? {
    if let (scalar, _) = scanner.peek(), digit(scalar) != nil { return digits(&scanner) }
    if scanner.take("半") { return NumberReading(thousandths: 500) }
    if let number = chinese(&scanner) { return number }
    return english(&scanner)
  }

  /// The value of a digit of either width.
  private static func digit(_ scalar: UInt32) -> Int64? {
    let folded = foldedWidth(scalar)
    return folded >= 0x30 && folded <= 0x39 ? Int64(folded - 0x30) : nil
  }

  /// Takes digits with an optional fraction; `isGrouped` admits 15,000.
  static func digits(_ scanner: inout TextScanner, isGrouped: Bool = false) -> NumberReading? {
    var whole: Int64 = 0
    while let (scalar, length) = scanner.peek() {
      if isGrouped, whole > 0, isGroup(scanner) {
        scanner.move(to: scanner.position + length)
        continue
      }
      guard let digit = digit(scalar) else { break }
      whole = whole * 10 + digit
      guard whole <= TimeLimit.maximumAmount else { return nil }
      scanner.move(to: scanner.position + length)
    }
    var thousandths = whole * 1000
    if scanner.take(".") || scanner.take("．") {
      var scale: Int64 = 100
      var count = 0
      while let (scalar, length) = scanner.peek(), let digit = digit(scalar) {
        // Thousandths are as fine as an amount is kept; zeros beyond them say nothing.
        guard scale > 0 || digit == 0 else { return nil }
        thousandths += digit * scale
        scale /= 10
        count += 1
        scanner.move(to: scanner.position + length)
      }
      guard count > 0 else { return nil }
    }
    return NumberReading(thousandths: thousandths)
  }

  /// Whether the text goes on with a comma, three digits and no further digit.
  private static func isGroup(_ scanner: TextScanner) -> Bool {
    var ahead = scanner
    guard ahead.take(",") || ahead.take("，") else { return false }
    for _ in 0..<3 { guard let next = ahead.next(), digit(next) != nil else { return false } }
    return ahead.peek().map { digit($0.scalar) == nil } ?? true
  }

  // MARK: Chinese

  /// The value of a Chinese numeral, everyday or financial.
  static func chineseDigit(_ scalar: UInt32) -> Int64? {
    switch Unicode.Scalar(scalar) {
    case "零", "〇": 0
    case "一", "壹": 1
    case "二", "两", "贰": 2
    case "三", "叁": 3
    case "四", "肆": 4
    case "五", "伍": 5
    case "六", "陆": 6
    case "七", "柒": 7
    case "八", "捌": 8
    case "九", "玖": 9
    default: nil
    }
  }

  /// The value of a Chinese place word.
  static func chineseScale(_ scalar: UInt32) -> Int64? {
    switch Unicode.Scalar(scalar) {
    case "十", "拾": 10
    case "百", "佰": 100
    case "千", "仟": 1000
    case "万": 10_000
    default: nil
    }
  }

  /// Takes a Chinese numeral up to 万.
  static func chinese(_ scanner: inout TextScanner) -> NumberReading? {
    var total: Int64 = 0
    var section: Int64 = 0
    var current: Int64?
    var scale: Int64 = 10_000
    var isEmpty = true
    while let (scalar, length) = scanner.peek() {
      if let digit = chineseDigit(scalar) {
        // 一二三 is no number; 零 may stand between places.
        if let before = current, before != 0 { return nil }
        current = digit
      } else if let place = chineseScale(scalar) {
        if place == 10_000 {
          guard total == 0 else { return nil }
          total = (section + (current ?? 0)) * 10_000
          (section, scale) = (0, 10_000)
        } else {
          // Places fall: 百 after 十 is no number.
          guard place < scale else { return nil }
          section += (current == nil || current == 0 ? 1 : current ?? 1) * place
          scale = place
        }
        current = nil
      } else {
        break
      }
      isEmpty = false
      scanner.move(to: scanner.position + length)
    }
    return isEmpty ? nil : NumberReading(thousandths: (total + section + (current ?? 0)) * 1000)
  }

  // MARK: English

  /// Takes an English number in words, a half, or an article.
  private static func english(_ scanner: inout TextScanner) -> NumberReading? {
    if scanner.take("half") {
      scanner.skipSpaces()
      let start = scanner.position
      if scanner.take("an ") || scanner.take("a ") { return NumberReading(thousandths: 500) }
      scanner.move(to: start)
      return scanner.take("-") || scanner.position > 4 ? NumberReading(thousandths: 500) : nil
    }
    if let number = cardinal(&scanner) { return number }
    return scanner.take("an ") || scanner.take("a ") ? NumberReading(thousandths: 1000) : nil
  }

  /// Takes a number in English words without an article, such as `one hundred and twenty`; nil with the scanner anywhere.
  static func cardinal(_ scanner: inout TextScanner) -> NumberReading? {
    guard var section = belowHundred(&scanner) else { return nil }
    var total: Int64 = 0
    var last = Int64.max
    while let scale = scale(&scanner) {
      if scale == 100 {
        guard section < 10 else { return nil }
        section *= 100
      } else {
        // Places fall, as in Chinese: a row of one million one million is no number, and would be read over and over.
        guard scale < last else { return nil }
        total += section * scale
        (section, last) = (0, scale)
      }
      let start = scanner.position
      scanner.skipSpaces()
      if scanner.take("and ") { scanner.skipSpaces() }
      guard let rest = belowHundred(&scanner) else {
        scanner.move(to: start)
        break
      }
      section += rest
    }
    let number = total + section
    return number <= TimeLimit.maximumAmount ? NumberReading(thousandths: number * 1000) : nil
  }

  /// Takes one to ninety-nine; the scanner stays where it was for other text.
  private static func belowHundred(_ scanner: inout TextScanner) -> Int64? {
    guard let tens = tens(&scanner) else { return ones(&scanner) }
    let start = scanner.position
    if scanner.take("-") || scanner.take(" "), let ones = ones(&scanner), ones < 10 { return tens + ones }
    scanner.move(to: start)
    return tens
  }

  /// Takes the word for a hundred or more after a number; the scanner stays where it was for other text.
  private static func scale(_ scanner: inout TextScanner) -> Int64? {
    let start = scanner.position
    if !scanner.take("-") { scanner.skipSpaces() }
    if scanner.take("hundred") { return 100 }
    if scanner.take("thousand") { return 1000 }
    if scanner.take("million") { return 1_000_000 }
    scanner.move(to: start)
    return nil
  }

  /// Takes twenty to ninety.
  private static func tens(_ scanner: inout TextScanner) -> Int64? {
    if scanner.take("twenty") { return 20 }
    if scanner.take("thirty") { return 30 }
    if scanner.take("forty") { return 40 }
    if scanner.take("fifty") { return 50 }
    if scanner.take("sixty") { return 60 }
    if scanner.take("seventy") { return 70 }
    if scanner.take("eighty") { return 80 }
    return scanner.take("ninety") ? 90 : nil
  }

  /// Reads one to nineteen, the longer words first so that `four` does not take the start of `fourteen`.
  private static func ones(_ scanner: inout TextScanner) -> Int64? {
    if scanner.take("thirteen") { return 13 }
    if scanner.take("fourteen") { return 14 }
    if scanner.take("fifteen") { return 15 }
    if scanner.take("sixteen") { return 16 }
    if scanner.take("seventeen") { return 17 }
    if scanner.take("eighteen") { return 18 }
    if scanner.take("nineteen") { return 19 }
    if scanner.take("one") { return 1 }
    if scanner.take("two") { return 2 }
    if scanner.take("three") { return 3 }
    if scanner.take("four") { return 4 }
    if scanner.take("five") { return 5 }
    if scanner.take("six") { return 6 }
    if scanner.take("seven") { return 7 }
    if scanner.take("eight") { return 8 }
    if scanner.take("nine") { return 9 }
    if scanner.take("ten") { return 10 }
    if scanner.take("eleven") { return 11 }
    return scanner.take("twelve") ? 12 : nil
  }
}
