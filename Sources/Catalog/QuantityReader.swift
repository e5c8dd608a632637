/// What a text says in numbers.
package struct QuantityList: Sendable {
  /// The quantities in order of place.
  package var items: [Quantity] = []
  /// Whether the text speaks of working days anywhere, so that its bare days may be some.
  var mentionsWorkingDays = false
  /// Whether the text deals things out (各、均、each), so that totals differ from what is written.
  var isDistributive = false
  /// Whether the text has more numbers than are read.
  var isCut = false
  /// How many numbers of a text are compared; each is held against all of the other text.
  static let maximumCount = 2000
}

/// Finds the quantities of a text in one pass, in Chinese and English alike: guides quote one in the other.
struct QuantityReader {
  /// The text.
  let bytes: UnsafeBufferPointer<UInt8>
  /// Offset of the next byte.
  var position = 0
  /// What was found.
  var list = QuantityList()
  /// Where the text behind the last number and a word for a range or list ends; a number there belongs to it.
  var linkEnd = -1
  /// First of the numbers that are linked to the last one.
  var linkStart = 0
  /// Whether the link is a bracket, behind which only the same number belongs to it: twenty (20) days.
  var isLinkedByBracket = false
  /// What a word before the next number says that it counts: Article, RMB.
  var announced: QuantityUnit?
  /// Where the number has to begin to be the announced one.
  var announcedAt = -1

  /// Reads a text, up to a number of quantities.
  static func read(
    _ bytes: UnsafeBufferPointer<UInt8>, upTo limit: Int = QuantityList.maximumCount
  ) -> QuantityList {
    var reader = QuantityReader(bytes: bytes)
    while reader.position < bytes.count, reader.list.items.count < limit { reader.step() }
    reader.list.isCut = reader.position < bytes.count
    return reader.list
  }

  /// Takes one number, word or code point.
  private mutating func step() {
    let byte = bytes[position]
    switch byte {
    case 0x30...0x39: number()
    case 0x41...0x5A, 0x61...0x7A: word()
    case 0x24: announce(QuantityUnit(kind: .money), after: position + 1)
    case 0x28, 0x2B: if !phone() { position += 1 }
    case 0..<0x80: position += 1
    case 0xC2 where position + 1 < bytes.count && bytes[position + 1] == 0xA5:
      announce(QuantityUnit(kind: .money), after: position + 2)
    default: ideograph()
    }
  }

  /// Notes what the number at or straight after an offset will count.
  mutating func announce(_ unit: QuantityUnit, after offset: Int) {
    position = offset
    var scanner = scanner()
    scanner.skipSpaces()
    announced = unit
    announcedAt = scanner.position
  }

  /// A scanner at the reader's place.
  func scanner() -> TextScanner {
    var scanner = TextScanner(bytes)
    scanner.move(to: position)
    return scanner
  }

  // MARK: Numbers in digits

  /// Takes digits, whatever they are: a date, a time, a telephone number, an amount.
  mutating func number() {
    let start = position
    if phone() || calendarDate() || clock() { return }
    // A12 and 3D are names.
    let isCode = isCodeBefore(start)
    var scanner = scanner()
    guard let reading = NumberReading.digits(&scanner, isGrouped: true) else { return skipDigits() }
    position = scanner.position
    if isCode || linkEnd != start && isListMarker(start) || isCodeAfter() {
      append(reading.thousandths, from: start, isDoubtful: true, isInDigits: true)
      return
    }
    amount(reading.thousandths, from: start, isInDigits: true)
  }

  /// Skips a row of digits that is no number.
  private mutating func skipDigits() {
    while position < bytes.count, isDigit(at: position) || bytes[position] == 0x2E {
      position += bytes[position] < 0x80 ? 1 : 3
    }
  }

  /// Whether a digit of either width stands at an offset.
  func isDigit(at offset: Int) -> Bool { digit(at: offset) != nil }

  /// The value of a digit of either width at an offset.
  func digit(at offset: Int) -> Int64? {
    guard offset >= 0, offset < bytes.count else { return nil }
    let byte = bytes[offset]
    if byte >= 0x30 && byte <= 0x39 { return Int64(byte - 0x30) }
    guard byte == 0xEF, offset + 2 < bytes.count, bytes[offset + 1] == 0xBC else { return nil }
    let last = bytes[offset + 2]
    return last >= 0x90 && last <= 0x99 ? Int64(last - 0x90) : nil
  }

  /// Whether a letter or a letter with a hyphen stands straight before an offset.
  private func isCodeBefore(_ start: Int) -> Bool {
    guard start > 0, announcedAt != start else { return false }
    if isLetter(at: start - 1) || bytes[start - 1] == 0x5F { return true }
    return start > 1 && bytes[start - 1] == 0x2D && isLetter(at: start - 2) && linkEnd != start
  }

  /// Whether a letter goes on straight after the number without being a unit.
  private func isCodeAfter() -> Bool {
    guard isLetter(at: position) else { return false }
    var scanner = scanner()
    return !isOrdinalEnd && englishUnit(&scanner, isInDigits: true) == nil
  }

  /// Whether st, nd, rd or th follows and ends the word.
  var isOrdinalEnd: Bool {
    var scanner = scanner()
    guard scanner.take("st") || scanner.take("nd") || scanner.take("rd") || scanner.take("th") else { return false }
    return !isLetter(at: scanner.position)
  }

  /// Whether an ASCII letter stands at an offset.
  func isLetter(at offset: Int) -> Bool {
    guard offset >= 0, offset < bytes.count else { return false }
    let byte = bytes[offset] | 0x20
    return byte >= 0x61 && byte <= 0x7A
  }

  /// Whether digits from `start` to the reader's place number an entry: `1.`, `2、`, `（3）` at the start of a sentence.
  private func isListMarker(_ start: Int) -> Bool {
    var scanner = scanner()
    let isClosed = scanner.take(")") || scanner.take("）")
    guard isClosed || scanner.take("．") || scanner.take("、") || scanner.take(".") else { return false }
    if let (next, _) = scanner.peek(), next >= 0x30 && next <= 0x39 { return false }
    var before = start - 1
    while before >= 0, bytes[before] == 0x20 || bytes[before] == 0x23 || bytes[before] == 0x2A { before -= 1 }
    guard before >= 0 else { return true }
    if bytes[before] == 0x0A || bytes[before] == 0x28 && isClosed || bytes[before] == 0x3B { return true }
    guard before >= 2, bytes[before - 2] >= 0xE3 else { return false }
    let scalar = decodeScalar(bytes, at: before - 2, end: bytes.count).scalar
    return scalar == 0xFF1B || scalar == 0x3002 || scalar == 0xFF1A || scalar == 0xFF08 && isClosed
  }

  // MARK: Amounts

  /// Takes the scale and unit after a number and notes the quantity; numbers before it in a range get its unit.
  mutating func amount(_ thousandths: Int64, from start: Int, isInDigits: Bool, isDoubtful: Bool = false) {
    let isLinked = linkEnd == start
    var isDoubtful = isDoubtful
    var scanner = scanner()
    if isOrdinalEnd { _ = scanner.take("st") || scanner.take("nd") || scanner.take("rd") || scanner.take("th") }
    let number = scaled(thousandths, &scanner)
    var unit = unit(after: &scanner, isInDigits: isInDigits, isLinked: isLinked)
    if let found = unit, found.kind == .months || found.kind == .days || found.kind == .minutes {
      (unit, isDoubtful) = settled(found, number, before: start, isDoubtful)
    }
    if unit == nil, let announced, announcedAt == start { unit = announced }
    let inherited = unit == nil && isLinked ? inheritedUnit() : nil
    let final = unit ?? inherited ?? QuantityUnit(kind: .number)
    position = max(scanner.position, position)
    let total = QuantityUnit.product(number.thousandths, number.scale) + final.extra
    // 一次, one person: said of anything.
    if final.family == .count, total == 1000, !isInDigits { isDoubtful = true }
    list.items.append(
      Quantity(
        kind: final.kind, number: total, value: final.value(of: total), range: start..<position,
        isDoubtful: isDoubtful || final.isDoubtful || total == 0 || unit == nil && inherited == nil && !isInDigits,
        isInDigits: isInDigits, isCounted: final.family == .count && (unit != nil || isBeforeNoun(start))))
    if !isLinked { linkStart = list.items.count - 1 }
    if let unit { handOn(unit, scale: number.scale, unscaled: number.thousandths) }
    link()
  }

  /// Whether the number in English words from `start` to the reader's place is followed by a word.
  private func isBeforeNoun(_ start: Int) -> Bool {
    isLetter(at: start) && position < bytes.count && bytes[position] == 0x20 && isLetter(at: position + 1)
  }

  /// Notes a quantity that counts nothing in particular.
  mutating func append(_ thousandths: Int64, from start: Int, isDoubtful: Bool, isInDigits: Bool) {
    list.items.append(
      Quantity(
        kind: .number, number: thousandths, value: thousandths, range: start..<position, isDoubtful: isDoubtful,
        isInDigits: isInDigits))
  }

  /// Notes a value that is read whole, such as a date.
  mutating func append(_ kind: Quantity.Kind, _ value: Int64, from start: Int, isDoubtful: Bool = false) {
    list.items.append(
      Quantity(
        kind: kind, number: QuantityUnit.product(value, 1000), value: value, range: start..<position,
        isDoubtful: isDoubtful, isInDigits: true))
    linkStart = list.items.count - 1
    link()
  }

  /// Takes a unit, behind the bracket that closes a number repeated in digits: `twenty (20) days`.
  private mutating func unit(after scanner: inout TextScanner, isInDigits: Bool, isLinked: Bool) -> QuantityUnit? {
    let start = scanner.position
    if isLinked, isLinkedByBracket, scanner.take(")") || scanner.take("）") {
      if let unit = chineseUnit(&scanner, isInDigits: isInDigits) ?? englishUnit(&scanner, isInDigits: isInDigits) {
        return unit
      }
      scanner.move(to: start)
    }
    return chineseUnit(&scanner, isInDigits: isInDigits) ?? englishUnit(&scanner, isInDigits: isInDigits)
  }

  /// The unit of the number before, where it goes for the whole list: Articles 3 and 5, RMB 5 to 10, from 20 days to 5.
  private func inheritedUnit() -> QuantityUnit? {
    guard let last = list.items.last, !isLinkedByBracket else { return nil }
    switch last.kind {
    case .article, .paragraph, .clause, .money: return QuantityUnit(kind: last.kind)
    case .workingDays, .days, .calendarDays, .months, .minutes, .percent:
      return QuantityUnit(kind: last.kind, isDoubtful: true)
    default: return nil
    }
  }

  /// Gives the unit to the numbers without one that lead to the last: 3至5个工作日, five or ten days.
  private mutating func handOn(_ unit: QuantityUnit, scale: Int64, unscaled: Int64) {
    let last = list.items.count - 1
    for index in stride(from: last - 1, through: linkStart, by: -1) {
      let item = list.items[index]
      guard item.kind == .number, !isLinkedByBracket || item.number == list.items[last].number else { return }
      // 5至10万元 begins at 50,000, 5000至1万元 at 5,000.
      list.items[index] = item.counting(unit, scaledBy: item.number < unscaled ? scale : 1)
    }
  }

  /// A unit of time with what goes before it taken into account: 每月15日 is a date, 24 小时 mostly an idiom.
  private func settled(
    _ unit: QuantityUnit, _ number: (thousandths: Int64, scale: Int64), before start: Int, _ isDoubtful: Bool
  ) -> (unit: QuantityUnit, isDoubtful: Bool) {
    var isDoubtful = isDoubtful
    if unit.kind == .days {
      if linkEnd == start, list.items.last?.kind == .date { isDoubtful = true }
      if start >= 3, decodeScalar(bytes, at: start - 3, end: bytes.count).scalar == 0x6708 { isDoubtful = true }
      if number.thousandths == 365_000 { isDoubtful = true }
    }
    if unit.kind == .minutes, unit.factor == 60, number.thousandths == 24_000 { isDoubtful = true }
    return (unit, isDoubtful)
  }

  /// Finds a word for a range or list behind a number, so that the next number is known to belong to it.
  mutating func link() {
    var scanner = scanner()
    scanner.skipSpaces()
    let isLinked =
      scanner.take("-") || scanner.take("–") || scanner.take("—") || scanner.take("－") || scanner.take("~")
      || scanner.take("～") || scanner.take("至") || scanner.take("到") || scanner.take("、") || scanner.take("或")
      || linkWord(&scanner)
    isLinkedByBracket = !isLinked && (scanner.take("(") || scanner.take("（"))
    guard isLinked || isLinkedByBracket else { return }
    _ = scanner.take("者")
    scanner.skipSpaces()
    _ = scanner.take("第")
    if announcedAt >= 0, scanner.take("RMB") || scanner.take("¥") || scanner.take("￥") { scanner.skipSpaces() }
    linkEnd = scanner.position
  }

  /// Takes an English word, or in a list of articles a comma, between two numbers.
  private func linkWord(_ scanner: inout TextScanner) -> Bool {
    if scanner.take("to ") || scanner.take("or ") || scanner.take("and ") { return true }
    let isListed = list.items.last.map { $0.kind == .article || $0.kind == .paragraph || $0.kind == .clause } ?? false
    return isListed && (scanner.take(",") || scanner.take("和") || scanner.take("及"))
  }
}
