/// Numbers in English words, and the words that announce numbers.
extension QuantityReader {
  /// Takes a word, or the number that it begins.
  mutating func word() {
    let start = position
    var end = start + 1
    while isLetter(at: end) { end += 1 }
    // Most words begin no number, which their first letters tell at once.
    guard end - start < 3 || mayCount(start) else {
      position = end
      return
    }
    switch bytes[start] | 0x20 {
    case 0x61: aWord(start, end)
    case 0x62: bWord(start, end)
    case 0x64: dWord(start, end)
    case 0x65, 0x6E, 0x6F, 0x73, 0x74: numberWord(start, end)
    case 0x66: fWord(start, end)
    case 0x68: hWord(start, end)
    case 0x6A, 0x6D: if !monthFirst() && !weekdayName(start, end) { midnight(start, end) }
    case 0x63, 0x69, 0x70, 0x71, 0x72, 0x75, 0x77: otherWord(start, end)
    default: position = end
    }
  }

  /// Whether the first three letters of a word begin a number, a date or a word that announces one.
  private func mayCount(_ start: Int) -> Bool {
    let second = Unicode.Scalar(bytes[start + 1] | 0x20)
    let third = Unicode.Scalar(bytes[start + 2] | 0x20)
    switch (Unicode.Scalar(bytes[start] | 0x20), second, third) {
    case ("e", "i", "g"), ("e", "l", "e"), ("e", "a", "c"), ("e", "v", "e"), ("e", "u", "r"), ("n", "i", "n"),
      ("n", "o", "o"), ("n", "o", "v"), ("o", "n", _), ("o", "c", "t"), ("s", "i", "x"), ("s", "e", "v"),
      ("s", "e", "c"), ("s", "e", "p"), ("s", "a", "t"), ("s", "u", "n"), ("t", "w", _), ("t", "h", "r"),
      ("t", "h", "i"), ("t", "h", "u"), ("t", "e", "n"), ("t", "r", "i"), ("t", "u", "e"), ("f", "o", _),
      ("f", "i", _), ("f", "e", "b"), ("f", "r", "i"):
      return true
    case ("a", "r", "t"), ("a", "g", "e"), ("a", "d", "u"), ("a", "p", "r"), ("a", "u", "g"), ("b", "o", "t"),
      ("b", "i", _), ("b", "u", "s"), ("d", "o", _), ("d", "u", _), ("d", "e", "c"), ("h", "t", "t"), ("h", "a", "l"),
      ("j", _, _), ("m", "a", _), ("m", "i", "d"), ("m", "o", "n"):
      return true
    case ("c", "n", "y"), ("c", "o", "u"), ("i", "t", "e"), ("p", "a", _), ("q", "u", "a"), ("r", "m", "b"),
      ("u", "s", "d"), ("w", "w", "w"), ("w", "o", "r"), ("w", "e", "d"):
      return true
    default: return false
    }
  }

  /// Whether the word is the one given, in lower case.
  private func isWord(_ word: StaticString, _ start: Int, _ end: Int) -> Bool {
    guard word.utf8CodeUnitCount == end - start else { return false }
    var scanner = TextScanner(bytes)
    scanner.move(to: start)
    return scanner.take(word)
  }

  /// Whether the word is the one given or its plural.
  private func isNoun(_ word: StaticString, _ start: Int, _ end: Int) -> Bool {
    let count = word.utf8CodeUnitCount
    guard end - start == count || end - start == count + 1 && bytes[end - 1] | 0x20 == 0x73 else { return false }
    return isWord(word, start, start + count)
  }

  /// Notes a quantity that a single word states.
  private mutating func single(
    _ unit: QuantityUnit, _ number: Int64, _ start: Int, _ end: Int, isDoubtful: Bool = true
  ) {
    position = end
    list.items.append(
      Quantity(
        kind: unit.kind, number: number, value: unit.value(of: number), range: start..<end, isDoubtful: isDoubtful,
        isInDigits: false))
  }

  /// Takes one, twenty, one hundred and five; also first to tenth, once, twice.
  private mutating func numberWord(_ start: Int, _ end: Int) {
    if monthFirst() || weekdayName(start, end) { return }
    if isWord("once", start, end) { return single(QuantityUnit(kind: .times), 1000, start, end) }
    if isWord("twice", start, end) {
      return single(QuantityUnit(kind: .times), 2000, start, end, isDoubtful: false)
    }
    if isWord("thrice", start, end) {
      return single(QuantityUnit(kind: .times), 3000, start, end, isDoubtful: false)
    }
    if isWord("triplicate", start, end) {
      return single(QuantityUnit(kind: .copies), 3000, start, end, isDoubtful: false)
    }
    if isWord("each", start, end) || isWord("every", start, end) { list.isDistributive = true }
    if isWord("eur", start, end) { return announce(QuantityUnit(kind: .money), after: end) }
    if isWord("noon", start, end) { return single(QuantityUnit(kind: .clock), 720_000, start, end) }
    if let number = ordinal(start, end) { return single(QuantityUnit(kind: .number), number * 1000, start, end) }
    cardinal(start, end)
  }

  /// Takes a number in words with its unit.
  private mutating func cardinal(_ start: Int, _ end: Int) {
    var scanner = scanner()
    guard let reading = NumberReading.cardinal(&scanner), !isLetter(at: scanner.position) else {
      position = end
      return
    }
    var thousandths = reading.thousandths
    position = scanner.position
    scanner.skipSpaces()
    if scanner.take("and a half") {
      thousandths += 500
      position = scanner.position
    }
    // One of the documents, no one: too common to be a count.
    amount(thousandths, from: start, isInDigits: false)
  }

  /// The number of first to tenth, twentieth and thirtieth.
  private func ordinal(_ start: Int, _ end: Int) -> Int64? {
    if isWord("first", start, end) { return 1 }
    if isWord("second", start, end) { return 2 }
    if isWord("third", start, end) { return 3 }
    if isWord("fourth", start, end) { return 4 }
    if isWord("fifth", start, end) { return 5 }
    if isWord("sixth", start, end) { return 6 }
    if isWord("seventh", start, end) { return 7 }
    if isWord("eighth", start, end) { return 8 }
    if isWord("ninth", start, end) { return 9 }
    if isWord("tenth", start, end) { return 10 }
    if isWord("fifteenth", start, end) { return 15 }
    if isWord("twentieth", start, end) { return 20 }
    return isWord("thirtieth", start, end) ? 30 : nil
  }

  /// Takes a, an, article, age, adult, annual, a month or nothing.
  private mutating func aWord(_ start: Int, _ end: Int) {
    if isWord("a", start, end) || isWord("an", start, end) { return indefinite(start, end) }
    if isNoun("article", start, end) { return announce(QuantityUnit(kind: .article), after: end) }
    if isWord("art", start, end) {
      return announce(QuantityUnit(kind: .article), after: end < bytes.count && bytes[end] == 0x2E ? end + 1 : end)
    }
    if isWord("aged", start, end) { return announce(QuantityUnit(kind: .age), after: end) }
    if isWord("age", start, end) {
      var scanner = scanner()
      scanner.move(to: end)
      return announce(QuantityUnit(kind: .age), after: scanner.take(" of ") ? scanner.position : end)
    }
    if isNoun("adult", start, end) { return single(QuantityUnit(kind: .age), 18_000, start, end) }
    if !monthFirst() { position = end }
  }

  /// Takes a or an with a unit: a day, an hour, a copy.
  private mutating func indefinite(_ start: Int, _ end: Int) {
    position = end
    guard mayBeUnit(end + 1) else { return }
    var scanner = scanner()
    guard let unit = englishUnit(&scanner, isInDigits: false) else { return }
    position = scanner.position
    var number: Int64 = 1000
    scanner.skipSpaces()
    if scanner.take("and a half") {
      number = 1500
      position = scanner.position
    }
    list.items.append(
      Quantity(
        kind: unit.kind, number: number, value: unit.value(of: number), range: start..<position, isDoubtful: true,
        isInDigits: false))
  }

  /// Whether the letters at an offset begin a unit that follows an article.
  private func mayBeUnit(_ start: Int) -> Bool {
    guard start + 2 < bytes.count else { return false }
    let third = Unicode.Scalar(bytes[start + 2] | 0x20)
    switch (Unicode.Scalar(bytes[start] | 0x20), Unicode.Scalar(bytes[start + 1] | 0x20), third) {
    case ("w", "o", "r"), ("b", "u", "s"), ("w", "e", "e"), ("c", "a", "l"), ("n", "a", "t"), ("d", "a", "y"),
      ("m", "o", "n"), ("q", "u", "a"), ("y", "e", "a"), ("h", "o", "u"), ("m", "i", "n"), ("c", "o", "p"),
      ("p", "h", "o"), ("s", "e", "t"), ("d", "u", "p"), ("f", "u", _), ("c", "e", "r"), ("s", "e", "p"),
      ("s", "i", "g"), ("s", "t", "a"), ("p", "a", "p"):
      return true
    default: return false
    }
  }

  /// Takes both, business, biennial, biannual or nothing.
  private mutating func bWord(_ start: Int, _ end: Int) {
    if isWord("both", start, end) || isWord("bilateral", start, end) {
      return single(QuantityUnit(kind: .number), 2000, start, end)
    }
    if isWord("biennial", start, end) || isWord("biennially", start, end) {
      return single(QuantityUnit(kind: .months), 24_000, start, end)
    }
    if isWord("biannual", start, end) || isWord("biannually", start, end) {
      return single(QuantityUnit(kind: .months), 6000, start, end)
    }
    if isWord("business", start, end) { noteWorkingDays(end) }
    position = end
  }

  /// Notes that the text speaks of working days, where `day` follows.
  private mutating func noteWorkingDays(_ end: Int) {
    var scanner = scanner()
    scanner.move(to: end)
    scanner.skipSpaces()
    if scanner.take("day") { list.mentionsWorkingDays = true }
  }

  /// Takes double, dual, duplicate, dozen, December or nothing.
  private mutating func dWord(_ start: Int, _ end: Int) {
    if isWord("double", start, end) || isWord("dual", start, end) {
      return single(QuantityUnit(kind: .number), 2000, start, end)
    }
    if isWord("duplicate", start, end) {
      let isInDuplicate = start >= 3 && isWord("in", start - 3, start - 1)
      return single(QuantityUnit(kind: .copies), 2000, start, end, isDoubtful: !isInDuplicate)
    }
    if isWord("dozen", start, end) { return single(QuantityUnit(kind: .number), 12_000, start, end) }
    if !monthFirst() { position = end }
  }

  /// Takes fortnight, February, Friday or a number.
  private mutating func fWord(_ start: Int, _ end: Int) {
    if isWord("fortnight", start, end) || isWord("fortnightly", start, end) {
      return single(QuantityUnit(kind: .days), 14_000, start, end)
    }
    numberWord(start, end)
  }

  /// Takes half with a unit, a web address, or nothing.
  private mutating func hWord(_ start: Int, _ end: Int) {
    position = end
    if isWord("http", start, end) || isWord("https", start, end) { return address() }
    guard isWord("half", start, end) else { return }
    var scanner = scanner()
    _ = scanner.take("-") || scanner.take(" ")
    if scanner.take("an ") || scanner.take("a ") || scanner.take("of ") {}
    guard let unit = englishUnit(&scanner, isInDigits: false) else {
      return single(QuantityUnit(kind: .percent), 50_000, start, end)
    }
    position = scanner.position
    list.items.append(
      Quantity(
        kind: unit.kind, number: 500, value: unit.value(of: 500), range: start..<position,
        isDoubtful: unit.kind == .days, isInDigits: false))
  }

  /// Skips the rest of a web address.
  private mutating func address() {
    while position < bytes.count, bytes[position] > 0x20, bytes[position] < 0x80, bytes[position] != 0x29 {
      position += 1
    }
  }

  /// Takes Monday to Sunday, in full or short with a capital.
  private mutating func weekdayName(_ start: Int, _ end: Int) -> Bool {
    guard bytes[start] < 0x61, end - start >= 3 else { return false }
    let day: Int64
    if isWord("mondays", start, end) || isWord("monday", start, end) || isWord("mon", start, end) {
      day = 1
    } else if isNoun("tuesday", start, end) || isNoun("tue", start, end) {
      day = 2
    } else if isNoun("wednesday", start, end) || isWord("wed", start, end) {
      day = 3
    } else if isNoun("thursday", start, end) || isNoun("thur", start, end) || isWord("thu", start, end) {
      day = 4
    } else if isNoun("friday", start, end) || isWord("fri", start, end) {
      day = 5
    } else if isNoun("saturday", start, end) || isWord("sat", start, end) {
      day = 6
    } else if isNoun("sunday", start, end) || isWord("sun", start, end) {
      day = 7
    } else {
      return false
    }
    position = end
    append(.weekday, day, from: start)
    return true
  }

  /// Takes midnight or nothing.
  private mutating func midnight(_ start: Int, _ end: Int) {
    if isWord("midnight", start, end) { return single(QuantityUnit(kind: .clock), 0, start, end) }
    position = end
  }

  /// Takes a word that announces a number: paragraph, item, RMB, USD.
  private mutating func otherWord(_ start: Int, _ end: Int) {
    if isWord("rmb", start, end) || isWord("cny", start, end) || isWord("usd", start, end) {
      return announce(QuantityUnit(kind: .money), after: end)
    }
    if isNoun("paragraph", start, end) || isNoun("para", start, end) {
      return announce(QuantityUnit(kind: .paragraph), after: end)
    }
    if isWord("quadruplicate", start, end) {
      return single(QuantityUnit(kind: .copies), 4000, start, end, isDoubtful: false)
    }
    if isNoun("item", start, end) { return announce(QuantityUnit(kind: .clause), after: end) }
    if isNoun("pair", start, end) || isNoun("couple", start, end) {
      return single(QuantityUnit(kind: .number), 2000, start, end)
    }
    if isNoun("quarter", start, end) || isWord("quarterly", start, end) {
      return single(QuantityUnit(kind: .months, factor: 3), 1000, start, end)
    }
    if weekdayName(start, end) { return }
    if isWord("www", start, end) {
      position = end
      return address()
    }
    if isWord("working", start, end) { noteWorkingDays(end) }
    position = end
  }
}
