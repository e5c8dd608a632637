/// Telephone numbers and other long rows of digits.
extension QuantityReader {
  /// Digits between two separators.
  private struct Group {
    /// The digits as a number.
    var value: Int64
    /// How many there are.
    var count: Int
    /// Offset behind them.
    var end: Int
    /// Whether the first is a zero.
    var beginsWithZero: Bool
  }

  /// Takes a telephone number; false, with nothing taken, where there is none.
  mutating func phone() -> Bool {
    let start = position
    var offset = start
    let isInternational = bytes[start] == 0x2B
    if isInternational || bytes[start] == 0x28 { offset += 1 }
    guard let first = group(at: offset) else { return false }
    let isPossible =
      isInternational || first.beginsWithZero && first.count >= 3 || first.count >= 7
      || first.count == 3 && (first.value == 400 || first.value == 800 || first.value >= 130 && first.value < 200)
    guard isPossible, bytes[start] != 0x28 || first.beginsWithZero || first.value == 86 else { return false }
    var groups = [first]
    while groups.count < 5, let last = groups.last, let next = nextGroup(after: last.end) { groups.append(next) }
    if groups.count > 1, first.value == 86, isInternational || first.beginsWithZero || bytes[start] == 0x28 {
      groups.removeFirst()
    }
    guard let (value, end) = number(of: groups, isInternational: isInternational), !isLetter(at: end) else {
      return false
    }
    position = end
    append(.phone, value, from: start)
    return true
  }

  /// The number that the first groups make, and where it ends.
  private func number(of groups: [Group], isInternational: Bool) -> (value: Int64, end: Int)? {
    let first = groups[0]
    let second = groups.count > 1 ? groups[1] : nil
    let third = groups.count > 2 ? groups[2] : nil
    // Toll-free and mobile numbers in three groups.
    if first.count == 3, let second, let third, second.count + third.count == (first.value >= 400 ? 7 : 8),
      !first.beginsWithZero, second.count >= 3
    {
      return (joined([first, second, third]), third.end)
    }
    let isArea = first.beginsWithZero ? first.count == 3 || first.count == 4 : isInternational && first.count <= 4
    if isArea, let second {
      if second.count == 7 || second.count == 8 { return (joined([first, second]), second.end) }
      if let third, second.count + third.count == 7 || second.count + third.count == 8 {
        return (joined([first, second, third]), third.end)
      }
      return second.count == 5 ? (joined([first, second]), second.end) : nil
    }
    guard first.count >= 7, first.count <= 18 else { return nil }
    var scanner = TextScanner(bytes)
    scanner.move(to: first.end)
    // 1000000元 and 1234567.5 are amounts.
    if scanner.take("."), isDigit(at: scanner.position) { return nil }
    scanner.move(to: first.end)
    if chineseUnit(&scanner, isInDigits: true) != nil || englishUnit(&scanner, isInDigits: true) != nil
      || scaled(1, &scanner).scale > 1 || announcedAt == position
    {
      return nil
    }
    return (first.value, first.end)
  }

  /// Digits of several groups in a row.
  private func joined(_ groups: [Group]) -> Int64 {
    groups.reduce(0) { total, group in
      (0..<group.count).reduce(total) { result, _ in QuantityUnit.product(result, 10) } + group.value
    }
  }

  /// The digits at an offset, at most 18.
  private func group(at offset: Int) -> Group? {
    var group = Group(value: 0, count: 0, end: offset, beginsWithZero: digit(at: offset) == 0)
    while let digit = digit(at: group.end), group.count < 18 {
      group.value = group.value * 10 + digit
      group.count += 1
      group.end += bytes[group.end] < 0x80 ? 1 : 3
    }
    return group.count > 0 ? group : nil
  }

  /// The digits behind a hyphen, space or closing bracket.
  private func nextGroup(after offset: Int) -> Group? {
    var scanner = TextScanner(bytes)
    scanner.move(to: offset)
    _ = scanner.take(")") || scanner.take("）")
    _ = scanner.take("-") || scanner.take("－") || scanner.take(" ")
    guard scanner.position > offset else { return nil }
    _ = scanner.take("(") || scanner.take("0)")
    return group(at: scanner.position)
  }
}
