/// Numbers in Chinese numerals, and the words around numbers.
extension QuantityReader {
  /// Takes one code point beyond ASCII, or the number that it begins.
  mutating func ideograph() {
    let (scalar, length) = decodeScalar(bytes, at: position, end: bytes.count)
    guard QuantityReader.begins(scalar) else {
      position += length
      return
    }
    switch Unicode.Scalar(scalar) {
    case _ where scalar >= 0xFF10 && scalar <= 0xFF19: number()
    case "（": if !phone() { position += length }
    case "￥": announce(QuantityUnit(kind: .money), after: position + length)
    case "第": ordinal()
    case "半": half()
    case "周", "星", "礼": weekday()
    case "百", "千", "万": if !perCent() { position += length }
    case "工", "各", "均", "成", "减", "人", "双", "季": context(length)
    default:
      if NumberReading.chineseDigit(scalar) != nil || NumberReading.chineseScale(scalar) != nil {
        numeral()
      } else {
        position += length
      }
    }
  }

  /// Whether a code point may be one that `ideograph` knows: a filter of 512 bits that lets one in ten others through.
  private static func begins(_ scalar: UInt32) -> Bool {
    let hash = (scalar &* 0x9E37_79B1) >> 23
    return filter[Int(hash >> 6)] >> UInt64(hash & 63) & 1 != 0
  }

  /// The bits of `begins`.
  private static let filter: SIMD8<UInt64> = {
    let known = "０１２３４５６７８９（￥第半周星礼百千万工各均成减人双季零〇一壹二两贰三叁四肆五伍六陆七柒八捌九玖十拾佰仟"
    var filter = SIMD8<UInt64>()
    for scalar in known.unicodeScalars {
      let hash = (scalar.value &* 0x9E37_79B1) >> 23
      filter[Int(hash >> 6)] |= 1 << UInt64(hash & 63)
    }
    return filter
  }()

  /// Takes a word that says something about the numbers around it.
  private mutating func context(_ length: Int) {
    let start = position
    var scanner = scanner()
    if scanner.take("工作日") {
      list.mentionsWorkingDays = true
    } else if scanner.take("人民币") {
      return announce(QuantityUnit(kind: .money), after: scanner.position)
    } else if scanner.take("成年") {
      position = scanner.position
      return append(.age, 18_000, from: start, isDoubtful: true)
    } else if scanner.take("减半") {
      position = scanner.position
      return append(.percent, 50_000, from: start, isDoubtful: true)
    } else if scanner.take("季度") {
      position = scanner.position
      return append(.months, 3000, from: start, isDoubtful: true)
    } else if scanner.take("双") {
      position = scanner.position
      return append(2000, from: start, isDoubtful: true, isInDigits: false)
    } else if scanner.take("各") || scanner.take("均") {
      list.isDistributive = true
    } else {
      position += length
      return
    }
    position = scanner.position
  }

  /// Takes a Chinese numeral: a date, a fraction, an amount, or an idiom.
  private mutating func numeral() {
    let start = position
    var end = start
    var digits = 0
    var scales = 0
    var year: Int64 = 0
    while end < bytes.count, bytes[end] >= 0x80 {
      let (scalar, length) = decodeScalar(bytes, at: end, end: bytes.count)
      if let digit = NumberReading.chineseDigit(scalar) {
        digits += 1
        year = digits <= 4 ? year * 10 + digit : 0
      } else if NumberReading.chineseScale(scalar) != nil {
        scales += 1
      } else {
        break
      }
      end += length
    }
    if digits == 4, scales == 0, year >= 1900, year <= 2100, numeralYear(year, from: start, end) { return }
    var scanner = scanner()
    guard let reading = NumberReading.chinese(&scanner), scanner.position == end else {
      position = end
      return
    }
    let number = reading.thousandths / 1000
    if let date = chineseMonth(number, year: 0, scanner) {
      position = date.position
      return finishDate(date.value, from: start)
    }
    position = end
    if scanner.take("分之") { return fraction(from: start, scanner) }
    if scanner.take("点"), smallNumber(&scanner, upTo: 9) != nil { return }
    if scanner.take("分") {
      // 十分 is an adverb, 十分钟 a time.
      guard scanner.take("钟") else { return }
    }
    // 二次装修 is no count, as two times are 两次.
    var ahead = scanner
    let isSecond = number == 2 && digits == 1 && bytes[start + 1] == 0xBA && ahead.take("次")
    amount(reading.thousandths, from: start, isInDigits: false, isDoubtful: isSecond)
  }

  /// Takes a year in four numerals with what follows: 二〇二四年五月一日.
  private mutating func numeralYear(_ year: Int64, from start: Int, _ end: Int) -> Bool {
    var scanner = scanner()
    scanner.move(to: end)
    guard scanner.take("年") else { return false }
    position = scanner.position
    if let month = smallNumber(&scanner, upTo: 12), let date = chineseMonth(month, year: year, scanner) {
      position = date.position
      finishDate(date.value, from: start)
    } else {
      finishDate(year * 10_000, from: start)
    }
    return true
  }

  /// Takes the numerator of a fraction, which English writes in too many ways to be compared.
  private mutating func fraction(from start: Int, _ scanner: TextScanner) {
    var scanner = scanner
    if smallNumber(&scanner, upTo: 100) != nil { position = scanner.position }
  }

  /// Takes 百分之, 千分之 or 万分之 with a number, or 万元 for ten thousand.
  private mutating func perCent() -> Bool {
    let start = position
    var scanner = scanner()
    if scanner.take("万元") {
      position = scanner.position
      append(.money, 10_000_000, from: start, isDoubtful: true)
      return true
    }
    var unit = QuantityUnit(kind: .percent)
    if scanner.take("千分之") {
      unit.divisor = 10
    } else if scanner.take("万分之") {
      unit.divisor = 100
    } else if !scanner.take("百分之") {
      return false
    }
    guard let (scalar, _) = scanner.peek(), scalar >= 0x80 || scalar >= 0x30 && scalar <= 0x39,
      let reading = NumberReading.read(&scanner)
    else { return false }
    var number = reading.thousandths
    let whole = scanner.position
    if scanner.take("点"), let tenths = smallNumber(&scanner, upTo: 9) {
      number += tenths * 100
    } else {
      scanner.move(to: whole)
    }
    position = scanner.position
    list.items.append(
      Quantity(
        kind: .percent, number: number, value: unit.value(of: number),
        range: start..<position, isDoubtful: false, isInDigits: false))
    return true
  }

  /// Takes 半 with a unit of time.
  private mutating func half() {
    let start = position
    // 每半年一次 is as well twice a year.
    let isEach = start >= 3 && decodeScalar(bytes, at: start - 3, end: bytes.count).scalar == 0x6BCF
    var scanner = scanner()
    _ = scanner.take("半")
    position = scanner.position
    guard let unit = chineseUnit(&scanner, isInDigits: false),
      [.workingDays, .months, .minutes, .days].contains(unit.kind)
    else { return }
    position = scanner.position
    list.items.append(
      Quantity(
        kind: unit.kind, number: 500, value: unit.value(of: 500), range: start..<position,
        isDoubtful: isEach || unit.kind == .days || unit.isDoubtful, isInDigits: false))
  }

  // MARK: Ordinals

  /// Takes 第 with a number: an article, a paragraph, an item, or anything else that is numbered.
  private mutating func ordinal() {
    let start = position
    var scanner = scanner()
    _ = scanner.take("第")
    position = scanner.position
    scanner.skipSpaces()
    let isBracketed = scanner.take("（") || scanner.take("(")
    let numberStart = scanner.position
    guard let (scalar, _) = scanner.peek(), let isDigits = numberWidth(scalar),
      let reading = NumberReading.read(&scanner)
    else { return }
    if isBracketed { _ = scanner.take("）") || scanner.take(")") }
    scanner.skipSpaces()
    position = scanner.position
    let kind: Quantity.Kind =
      scanner.take("条") ? .article : scanner.take("款") ? .paragraph : scanner.take("项") ? .clause : .number
    if kind != .number { position = scanner.position }
    let isLinked = linkEnd == numberStart || linkEnd == start
    list.items.append(
      Quantity(
        kind: kind, number: reading.thousandths, value: reading.thousandths, range: start..<position,
        isDoubtful: kind == .number && !isDigits, isInDigits: isDigits))
    let last = list.items.count - 1
    if kind != .number, isLinked { adopt(kind, upTo: last) }
    if !isLinked { linkStart = last }
    listOrdinals(kind)
  }

  /// Takes the further numbers of 第三十七、三十八条, which have the word only at the end.
  private mutating func listOrdinals(_ kind: Quantity.Kind) {
    guard kind == .number else { return link() }
    let first = list.items.count - 1
    var found = kind
    while true {
      var scanner = scanner()
      guard scanner.take("、") || scanner.take("至") || scanner.take("和") || scanner.take("或") else { return }
      let start = scanner.position
      guard let (scalar, _) = scanner.peek(), let isDigits = numberWidth(scalar),
        let reading = NumberReading.read(&scanner)
      else { return }
      if scanner.take("条") {
        found = .article
      } else if scanner.take("款") {
        found = .paragraph
      } else if scanner.take("项") {
        found = .clause
      }
      // 第1、2个工作日: the number belongs to what comes.
      if found == .number, chineseUnit(&scanner, isInDigits: true) != nil { return }
      position = scanner.position
      list.items.append(
        Quantity(
          kind: found, number: reading.thousandths, value: reading.thousandths, range: start..<position,
          isDoubtful: found == .number && !isDigits, isInDigits: isDigits))
      guard found == .number else {
        linkStart = first
        return adopt(found, upTo: list.items.count - 1)
      }
    }
  }

  /// Gives the kind of an ordinal to the numbers linked before it.
  private mutating func adopt(_ kind: Quantity.Kind, upTo last: Int) {
    // Back from the last: what stands before a number with a kind was adopted with that one.
    for index in (linkStart..<last).reversed() {
      guard list.items[index].kind == .number else { return }
      list.items[index] = list.items[index].counting(QuantityUnit(kind: kind))
    }
  }

  /// Whether a number that begins with a code point is in digits; nil where none begins.
  private func numberWidth(_ scalar: UInt32) -> Bool? {
    let folded = foldedWidth(scalar)
    if folded >= 0x30 && folded <= 0x39 { return true }
    return NumberReading.chineseDigit(scalar) != nil || NumberReading.chineseScale(scalar) != nil ? false : nil
  }

  // MARK: Days of the week

  /// Takes 周一, 星期三至五, 周六、日.
  private mutating func weekday() {
    var start = position
    var scanner = scanner()
    guard scanner.take("周") || scanner.take("星期") || scanner.take("礼拜") else {
      position += decodeScalar(bytes, at: position, end: bytes.count).length
      return
    }
    position = scanner.position
    while let day = dayName(&scanner) {
      position = scanner.position
      append(.weekday, day, from: start)
      guard scanner.take("至") || scanner.take("到") || scanner.take("、") || scanner.take("-") || scanner.take("—")
      else { return }
      start = scanner.position
    }
  }

  /// Takes the numeral of a weekday; 每周一次 has none.
  private func dayName(_ scanner: inout TextScanner) -> Int64? {
    let start = scanner.position
    var day: Int64?
    if scanner.take("日") || scanner.take("天") {
      day = 7
    } else if let number = scanner.next().flatMap(NumberReading.chineseDigit), number >= 1, number <= 6 {
      day = number
    }
    var ahead = scanner
    if let next = ahead.next(), NumberReading.chineseDigit(next) != nil || NumberReading.chineseScale(next) != nil {
      day = nil
    }
    ahead = scanner
    if ahead.take("次") || ahead.take("个") || ahead.take("家") || ahead.take("份") { day = nil }
    if day == nil { scanner.move(to: start) }
    return day
  }
}
