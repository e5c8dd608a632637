/// What two texts say differently in numbers.
///
/// Each quantity looks for one like it on the other side; how often it is repeated does not matter, because a good
/// translation repeats and drops as its language wants. What is left over on both sides is a difference; left over on
/// one side it is one only where no translation would drop it: limits, fees, percentages and numbers of copies.
struct QuantityComparison {
  /// A quantity that the other text has not, with the one that stands in its place.
  struct Difference {
    /// The quantity of the Chinese text.
    var chinese: Quantity?
    /// The quantity of the English text.
    var english: Quantity?
  }

  /// The Chinese text's quantities.
  private let chinese: QuantityList
  /// The English text's quantities.
  private let english: QuantityList

  /// The Chinese text's times of day: one that holds both 8:00 and 20:00 means each of them.
  private let chineseClocks: Set<Int64>
  /// The English text's times of day.
  private let englishClocks: Set<Int64>

  /// Prepares to compare a text with its translation.
  init(chinese: QuantityList, english: QuantityList) {
    self.chinese = chinese
    self.english = english
    chineseClocks = Set(chinese.items.lazy.filter { $0.kind == .clock }.map(\.value))
    englishClocks = Set(english.items.lazy.filter { $0.kind == .clock }.map(\.value))
  }

  /// The differences, in order of the Chinese text, then those of the English text alone.
  var differences: [Difference] {
    let restOfChinese = chinese.items.filter { item in !english.items.contains { agrees(item, $0) } }
    var restOfEnglish = english.items.filter { item in !chinese.items.contains { agrees($0, item) } }
    if restOfChinese.isEmpty, restOfEnglish.isEmpty { return [] }
    let isOneEach = QuantityComparison.weight(restOfChinese) == 1 && QuantityComparison.weight(restOfEnglish) == 1
    var differences: [Difference] = []
    for item in restOfChinese {
      let partner =
        restOfEnglish.firstIndex { !$0.isDoubtful && isPair(item, $0, isOneEach: isOneEach) }
        ?? restOfEnglish.firstIndex { isPair(item, $0, isOneEach: isOneEach) }
      if let partner {
        differences.append(Difference(chinese: item, english: restOfEnglish.remove(at: partner)))
      } else if isReportedAlone(item, in: chinese, against: english) {
        differences.append(Difference(chinese: item, english: nil))
      }
    }
    for item in restOfEnglish where isReportedAlone(item, in: english, against: chinese) {
      differences.append(Difference(chinese: nil, english: item))
    }
    return differences
  }

  /// How many of some quantities may be what another text says differently: 一 and one are said of anything.
  private static func weight(_ items: [Quantity]) -> Int {
    items.count { !$0.isDoubtful || $0.number != 1000 }
  }

  /// Whether the two state the same, as far as can be told.
  private func agrees(_ left: Quantity, _ right: Quantity) -> Bool {
    if left.kind == .clock, right.kind == .clock, left.value != right.value {
      // 下午5:00 is 17:00, but 20:00 is no 8:00 where both stand on one side.
      if chineseClocks.contains(left.value), chineseClocks.contains(right.value) { return false }
      if englishClocks.contains(left.value), englishClocks.contains(right.value) { return false }
    }
    if left.kind == right.kind { return QuantityComparison.isSame(left, right) }
    if left.family == .count, right.family == .count { return left.number == right.number }
    if left.family == .duration, right.family == .duration { return isSameTime(left, right) }
    if left.kind == .age, right.kind == .months || right.kind == .number {
      return left.number == right.number || left.number * 12 == right.value
    }
    if right.kind == .age, left.kind == .months || left.kind == .number {
      return left.number == right.number || right.number * 12 == left.value
    }
    if left.kind == .number { return QuantityComparison.states(left, right) }
    if right.kind == .number { return QuantityComparison.states(right, left) }
    return false
  }

  /// Whether a number without a unit may be a quantity with one.
  private static func states(_ number: Quantity, _ other: Quantity) -> Bool {
    // Words without a unit are idioms more often than amounts: 三证合一 is no three days.
    guard number.isInDigits || other.family == .count else { return false }
    let plain = number.number / 1000
    switch other.kind {
    case .date: return plain == other.value / 10_000 || plain == other.value % 100 || plain == other.value / 100 % 100
    case .clock: return plain == other.value / 60 || plain == other.value
    case .phone: return plain == other.value
    case .weekday: return false
    default: return number.number == other.number || number.number == other.value
    }
  }

  /// Whether two quantities of one kind are the same.
  static func isSame(_ left: Quantity, _ right: Quantity) -> Bool {
    switch left.kind {
    case .date:
      func part(_ value: Int64, _ other: Int64) -> Bool { value == other || value == 0 || other == 0 }
      return part(left.value / 10_000, right.value / 10_000) && part(left.value % 100, right.value % 100)
        && part(left.value / 100 % 100, right.value / 100 % 100)
    case .clock:
      // 下午5:00 is 17:00.
      return left.value % 720 == right.value % 720
    case .phone:
      // One of them may have the area code.
      let (short, long) = (min(left.value, right.value), max(left.value, right.value))
      var power: Int64 = 100_000
      while power <= short, power < 1 << 58 { power *= 10 }
      return long % power == short
    case .percent where left.isDoubtful || right.isDoubtful:
      // 八折 is 20% off.
      return left.value == right.value || left.value + right.value == 100_000
    default: return left.value == right.value
    }
  }

  /// Whether two lengths of time in different units may be the same.
  private func isSameTime(_ left: Quantity, _ right: Quantity) -> Bool {
    // 行政许可法 82 reads a bare 日 as a working day; an English day is none unless the text says so.
    if left.kind == .workingDays, right.kind == .days {
      return left.value == right.value && (english.mentionsWorkingDays || left.value <= 1000)
    }
    if left.kind == .days, right.kind == .workingDays { return left.value == right.value }
    return QuantityComparison.isNearly(left, right) || QuantityComparison.isNearly(right, left)
  }

  /// Whether a shorter unit adds up to a longer one: 30 days to a month, 24 hours to a day, 8 to a working day.
  static func isNearly(_ left: Quantity, _ right: Quantity) -> Bool {
    switch (left.kind, right.kind) {
    case (.calendarDays, .days): left.value == right.value
    case (.days, .months), (.calendarDays, .months):
      left.value == right.value * 30 || left.value == right.value / 12 * 365
    case (.minutes, .days), (.minutes, .calendarDays): left.value == right.value * 1440
    case (.minutes, .workingDays): left.value == right.value * 480 || left.value == right.value * 1440
    default: false
    }
  }

  /// Whether one of the two stands where the other should.
  private func isPair(_ left: Quantity, _ right: Quantity, isOneEach: Bool) -> Bool {
    if left.family == .count, right.family == .count {
      if isOneEach, QuantityComparison.isCount(left), QuantityComparison.isCount(right) { return true }
      if left.isDoubtful || right.isDoubtful {
        // a copy against 2 份: the noun is the same, so the article is a number.
        return left.kind == right.kind && left.kind == .copies && !(left.isDoubtful && right.isDoubtful)
      }
      if left.kind == right.kind, left.kind != .number, left.kind != .things { return true }
      return false
    }
    if left.family == .duration, right.family == .duration { return !(left.isDoubtful && right.isDoubtful) }
    guard left.kind == right.kind, !left.isDoubtful, !right.isDoubtful else { return false }
    return true
  }

  /// Whether a number counts something: one in digits, or in words before a counter or noun, but not 一 or one.
  private static func isCount(_ item: Quantity) -> Bool {
    item.isInDigits && !item.isDoubtful || item.isCounted && item.number >= 2000
  }

  /// Whether a quantity that the other text lacks is a fault by itself.
  private func isReportedAlone(_ item: Quantity, in list: QuantityList, against other: QuantityList) -> Bool {
    guard !item.isDoubtful, item.number != 1000 else { return false }
    switch item.kind {
    case .workingDays, .days, .calendarDays, .months, .minutes, .money, .percent: return true
    case .copies: return !list.isDistributive && !other.isDistributive
    case .article, .age, .area: return other.items.contains { $0.kind == item.kind }
    default: return false
    }
  }
}
