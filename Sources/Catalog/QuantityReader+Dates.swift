/// Dates, times of day and telephone numbers.
extension QuantityReader {
  // MARK: Dates

  /// Takes a date in digits or Chinese numerals; false, with nothing taken, where there is none.
  mutating func calendarDate() -> Bool {
    let start = position
    var scanner = scanner()
    guard let first = NumberReading.digits(&scanner), first.thousandths % 1000 == 0 else { return false }
    let count = scanner.position - start
    let number = first.thousandths / 1000
    if number >= 1900, number <= 2100, count == 4 || count == 12 {
      return yearFirst(number, scanner, from: start)
    }
    guard number >= 1, number <= 31, count <= 2 else { return false }
    if number <= 12, let end = chineseMonth(number, year: 0, scanner) {
      position = end.position
      finishDate(end.value, from: start)
      return true
    }
    return dayFirst(number, scanner, from: start)
  }

  /// Takes what follows a year: 年5月1日, -05-01, /5/1, .5.1.
  private mutating func yearFirst(_ year: Int64, _ scanner: TextScanner, from start: Int) -> Bool {
    var scanner = scanner
    let afterYear = scanner.position
    if scanner.take("年") {
      position = scanner.position
      var month = scanner
      month.skipSpaces()
      if let number = smallNumber(&month, upTo: 12), let end = chineseMonth(number, year: year, month) {
        position = end.position
        finishDate(end.value, from: start)
      } else {
        finishDate(year * 10_000, from: start)
      }
      return true
    }
    for separator in [0x2D, 0x2F, 0x2E] as [UInt8] {
      scanner.move(to: afterYear)
      guard take(separator, &scanner), let month = smallNumber(&scanner, upTo: 12), take(separator, &scanner),
        let day = smallNumber(&scanner, upTo: 31), !isDigit(at: scanner.position)
      else { continue }
      position = scanner.position
      finishDate(year * 10_000 + month * 100 + day, from: start)
      return true
    }
    return false
  }

  /// Takes 月 and a day behind the number of a month.
  func chineseMonth(_ month: Int64, year: Int64, _ scanner: TextScanner) -> (value: Int64, position: Int)? {
    var scanner = scanner
    scanner.skipSpaces()
    guard month >= 1, month <= 12, scanner.take("月") else { return nil }
    let afterMonth = scanner.position
    // 3月内 is a length of time.
    if scanner.take("内") || scanner.take("以内") { return nil }
    scanner.skipSpaces()
    let value = year * 10_000 + month * 100
    if let day = smallNumber(&scanner, upTo: 31) {
      scanner.skipSpaces()
      if scanner.take("日") || scanner.take("号") { return (value + day, scanner.position) }
    }
    return (value, afterMonth)
  }

  /// Takes an English month with a year behind the number of a day: 1st of May, 2024.
  private mutating func dayFirst(_ day: Int64, _ scanner: TextScanner, from start: Int) -> Bool {
    var scanner = scanner
    _ = scanner.take("st") || scanner.take("nd") || scanner.take("rd") || scanner.take("th")
    scanner.skipSpaces()
    if scanner.take("of ") { scanner.skipSpaces() }
    guard let month = englishMonth(&scanner) else { return false }
    position = scanner.position
    let year = followingYear()
    finishDate(year * 10_000 + month * 100 + day, from: start)
    return true
  }

  /// Takes an English month that begins a date, as in `May 1, 2024`; false for the verb and for a month alone in lower case.
  mutating func monthFirst() -> Bool {
    let start = position
    var scanner = scanner()
    guard bytes[start] < 0x61, let month = englishMonth(&scanner) else { return false }
    let isShort = scanner.position - start == 3
    position = scanner.position
    scanner.skipSpaces()
    let beforeDay = scanner.position
    var value = month * 100
    if let day = smallNumber(&scanner, upTo: 31), scanner.position - beforeDay <= 2, !isDigit(at: scanner.position) {
      _ = scanner.take("st") || scanner.take("nd") || scanner.take("rd") || scanner.take("th")
      position = scanner.position
      value += day
    }
    let year = followingYear()
    list.items.append(
      Quantity(
        kind: .date, number: (value + year * 10_000) * 1000, value: value + year * 10_000, range: start..<position,
        isDoubtful: isShort && value % 100 == 0 && year == 0, isInDigits: true))
    linkStart = list.items.count - 1
    return true
  }

  /// Takes a year behind an English date.
  private mutating func followingYear() -> Int64 {
    var scanner = scanner()
    _ = scanner.take(",")
    scanner.skipSpaces()
    let start = scanner.position
    guard let number = smallNumber(&scanner, upTo: 2100), number >= 1900, scanner.position - start == 4,
      !isDigit(at: scanner.position)
    else { return 0 }
    position = scanner.position
    return number
  }

  /// Notes a date; a number before it in a range is a day or month of the same: 1至6月, 1 to 5 May.
  mutating func finishDate(_ value: Int64, from start: Int) {
    if linkEnd == start, let before = list.items.last, before.kind == .number, before.number % 1000 == 0 {
      let number = before.number / 1000
      let hasDay = value % 100 != 0
      if number >= 1, number <= (hasDay ? 31 : 12) {
        let shared = hasDay ? value - value % 100 + number : value / 10_000 * 10_000 + number * 100
        list.items[list.items.count - 1] = Quantity(
          kind: .date, number: shared * 1000, value: shared, range: before.range, isDoubtful: false, isInDigits: true)
      }
    }
    append(.date, value, from: start)
  }

  /// The month that an English name at the scanner's place means.
  private func englishMonth(_ scanner: inout TextScanner) -> Int64? {
    let month: Int64
    if scanner.take("january") || scanner.take("jan") {
      month = 1
    } else if scanner.take("february") || scanner.take("feb") {
      month = 2
    } else if scanner.take("march") || scanner.take("mar") {
      month = 3
    } else if scanner.take("april") || scanner.take("apr") {
      month = 4
    } else if scanner.take("may") {
      month = 5
    } else if scanner.take("june") || scanner.take("jun") {
      month = 6
    } else if scanner.take("july") || scanner.take("jul") {
      month = 7
    } else if scanner.take("august") || scanner.take("aug") {
      month = 8
    } else if scanner.take("september") || scanner.take("sept") || scanner.take("sep") {
      month = 9
    } else if scanner.take("october") || scanner.take("oct") {
      month = 10
    } else if scanner.take("november") || scanner.take("nov") {
      month = 11
    } else if scanner.take("december") || scanner.take("dec") {
      month = 12
    } else {
      return nil
    }
    guard !isLetter(at: scanner.position) else { return nil }
    _ = scanner.take(".")
    return month
  }

  /// Takes a whole number in digits or Chinese numerals up to a bound.
  func smallNumber(_ scanner: inout TextScanner, upTo bound: Int64) -> Int64? {
    let start = scanner.position
    var number: Int64 = 0
    while let digit = digit(at: scanner.position), number <= bound {
      number = number * 10 + digit
      scanner.move(to: scanner.position + (bytes[scanner.position] < 0x80 ? 1 : 3))
    }
    if scanner.position == start {
      guard let reading = NumberReading.chinese(&scanner) else {
        scanner.move(to: start)
        return nil
      }
      number = reading.thousandths / 1000
    }
    return number >= 1 && number <= bound ? number : nil
  }

  /// Takes one ASCII byte.
  private func take(_ byte: UInt8, _ scanner: inout TextScanner) -> Bool {
    guard scanner.position < bytes.count, bytes[scanner.position] == byte else { return false }
    scanner.move(to: scanner.position + 1)
    return true
  }

  // MARK: Times of day

  /// Takes a time of day; false, with nothing taken, where there is none.
  mutating func clock() -> Bool {
    let start = position
    var scanner = scanner()
    var hour: Int64 = 0
    while let digit = digit(at: scanner.position) {
      hour = hour * 10 + digit
      guard hour <= 24 else { return false }
      scanner.move(to: scanner.position + (bytes[scanner.position] < 0x80 ? 1 : 3))
    }
    var minute: Int64 = 0
    var isDoubtful = false
    if scanner.take(":") || scanner.take("：") {
      guard let minutes = twoDigits(&scanner), minutes < 60 else { return false }
      minute = minutes
      _ = halfDay(&scanner)
    } else if scanner.take("时") || scanner.take("点") {
      if scanner.take("半") {
        minute = 30
      } else if let minutes = smallNumber(&scanner, upTo: 59) {
        guard scanner.take("分") else { return false }
        minute = minutes
      } else {
        // 以下3点 counts points.
        isDoubtful = !isTimeBefore(start)
      }
    } else {
      if scanner.take("."), let minutes = twoDigits(&scanner) { minute = minutes }
      guard halfDay(&scanner) else { return false }
    }
    position = scanner.position
    append(.clock, hour * 60 + minute, from: start, isDoubtful: isDoubtful)
    return true
  }

  /// Takes exactly two digits.
  private func twoDigits(_ scanner: inout TextScanner) -> Int64? {
    guard let tens = digit(at: scanner.position) else { return nil }
    let width = bytes[scanner.position] < 0x80 ? 1 : 3
    guard let ones = digit(at: scanner.position + width), !isDigit(at: scanner.position + 2 * width) else { return nil }
    scanner.move(to: scanner.position + 2 * width)
    return tens * 10 + ones
  }

  /// Takes am, p.m. or o'clock; which half of the day is meant does not matter.
  private func halfDay(_ scanner: inout TextScanner) -> Bool {
    let start = scanner.position
    scanner.skipSpaces()
    let isTaken =
      scanner.take("a.m") || scanner.take("p.m") || scanner.take("am") || scanner.take("pm")
      || scanner.take("o'clock") || scanner.take("noon")
    if isTaken, !isLetter(at: scanner.position) {
      _ = scanner.take(".")
      return true
    }
    scanner.move(to: start)
    return false
  }

  /// Whether 午, 早, 晚 or a word for a range stands before an offset.
  private func isTimeBefore(_ start: Int) -> Bool {
    guard linkEnd != start || list.items.last?.kind != .clock else { return true }
    guard start >= 3 else { return false }
    let scalar = decodeScalar(bytes, at: start - 3, end: bytes.count).scalar
    return scalar == 0x5348 || scalar == 0x65E9 || scalar == 0x665A
  }
}
