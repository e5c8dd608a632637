/// A number in running text with what it counts: a limit, a fee, an article, a telephone number.
package struct Quantity: Sendable {
  /// What a number counts.
  package enum Kind: UInt8, Sendable {
    /// Nothing that was recognised.
    case number
    /// 份
    case copies
    /// 次
    case times
    /// 人, 名
    case persons
    /// 个, 项 and other counters
    case things
    /// 工作日
    case workingDays
    /// 日 or 天 of either kind; weeks are seven of them
    case days
    /// 自然日
    case calendarDays
    /// 月; a year is twelve
    case months
    /// 分钟; an hour is sixty
    case minutes
    /// 元, whatever the currency
    case money
    /// 百分之
    case percent
    /// 周岁
    case age
    /// 平方米
    case area
    /// 立方米
    case volume
    /// 米
    case length
    /// 千克
    case mass
    /// KB
    case storage
    /// 寸
    case inches
    /// 第…条
    case article
    /// 第…款
    case paragraph
    /// 第…项
    case clause
    /// A telephone number or another long row of digits: without country code and leading zero
    case phone
    /// Year, month and day as `yyyymmdd`, zeros for what is not written
    case date
    /// Minutes since midnight
    case clock
    /// 1 for Monday to 7 for Sunday
    case weekday

    /// The family that decides what a quantity is compared with.
    var family: Family {
      switch self {
      case .number, .copies, .times, .persons, .things: .count
      case .workingDays, .days, .calendarDays, .months, .minutes: .duration
      default: .own
      }
    }
  }

  /// Which kinds may be told apart from each other and which state the same thing in other units.
  enum Family: UInt8 {
    /// Counted things.
    case count
    /// Lengths of time.
    case duration
    /// Each of the other kinds is a family of its own.
    case own
  }

  /// What is counted.
  package let kind: Kind
  /// Thousandths of the number before its unit: 1.5万 is 15,000,000.
  let number: Int64
  /// The number in the kind's unit: thousandths, but plain for telephone numbers, dates, times and weekdays.
  package let value: Int64
  /// Where it stands in the text, with its unit.
  package let range: Range<Int>
  /// Whether it may be an idiom or a name: it can agree with another quantity but is never reported by itself.
  package let isDoubtful: Bool
  /// Whether it is written in digits.
  let isInDigits: Bool
  /// Whether a counter or noun follows a number in words, so that it is more than an idiom: 五个问题, five questions.
  var isCounted = false

  /// The family of the kind.
  var family: Family { kind.family }

  /// The quantity with another kind, as when a range gives its first number the unit of the second.
  func counting(_ unit: QuantityUnit, scaledBy scale: Int64 = 1, upTo end: Int? = nil) -> Quantity {
    let number = QuantityUnit.product(number, scale)
    return Quantity(
      kind: unit.kind, number: number, value: unit.value(of: number),
      range: range.lowerBound..<(end ?? range.upperBound),
      isDoubtful: unit.isDoubtful, isInDigits: isInDigits)
  }
}

/// A unit as read: a kind and how many of its base units one is.
struct QuantityUnit {
  /// What is counted.
  var kind: Quantity.Kind
  /// Base units in one, over `divisor`.
  var factor: Int64 = 1
  /// Units in one base unit.
  var divisor: Int64 = 1
  /// Whether the words are as often used for something else.
  var isDoubtful = false
  /// Thousandths that the words add to the number: 一年半.
  var extra: Int64 = 0

  /// The family of the kind.
  var family: Quantity.Family { kind.family }

  /// Thousandths of the base unit.
  func value(of number: Int64) -> Int64 {
    kind == .clock || kind == .weekday || kind == .phone || kind == .date
      ? number / 1000 : QuantityUnit.product(number, factor) / divisor
  }

  /// The largest product: five trillion in thousandths, as far as no guide counts.
  ///
  /// Comparing turns units into each other by factors of up to 1440, minutes to a day, and adds two quantities: all of
  /// that fits in 63 bits only below a bound far from their end.
  static let maximum: Int64 = 5_000_000_000_000_000

  /// A product that stops at `maximum`.
  static func product(_ left: Int64, _ right: Int64) -> Int64 {
    let (product, overflow) = left.multipliedReportingOverflow(by: right)
    return overflow ? maximum : min(product, maximum)
  }
}

extension Quantity {
  /// The same words for the same quantity in any language: `20 working days`, `RMB 15000`, `article 37`.
  package var description: String {
    switch kind {
    case .number: Quantity.decimal(value)
    case .copies: "\(Quantity.decimal(value)) copies"
    case .times: "\(Quantity.decimal(value)) times"
    case .persons: "\(Quantity.decimal(value)) persons"
    case .things: "\(Quantity.decimal(value)) things"
    case .workingDays: "\(Quantity.decimal(value)) working days"
    case .days: "\(Quantity.decimal(value)) days"
    case .calendarDays: "\(Quantity.decimal(value)) calendar days"
    case .months: "\(Quantity.decimal(value)) months"
    case .minutes: "\(Quantity.decimal(value)) minutes"
    case .money: "RMB \(Quantity.decimal(value))"
    case .percent: "\(Quantity.decimal(value))%"
    case .age: "age \(Quantity.decimal(value))"
    case .area: "\(Quantity.decimal(value)) m²"
    case .volume: "\(Quantity.decimal(value)) m³"
    case .length: "\(Quantity.decimal(value)) m"
    case .mass: "\(Quantity.decimal(value)) kg"
    case .storage: "\(Quantity.decimal(value)) KB"
    case .inches: "\(Quantity.decimal(value)) in"
    case .article: "article \(Quantity.decimal(value))"
    case .paragraph: "paragraph \(Quantity.decimal(value))"
    case .clause: "item \(Quantity.decimal(value))"
    case .phone: "phone \(value)"
    case .date: Quantity.dateWords(value)
    case .clock: Quantity.padded(value / 60) + ":" + Quantity.padded(value % 60)
    case .weekday: "weekday \(value)"
    }
  }

  /// Thousandths as a decimal without trailing zeros.
  private static func decimal(_ thousandths: Int64) -> String {
    let whole = String(thousandths / 1000)
    guard thousandths % 1000 != 0 else { return whole }
    var digits = Array(String(1000 + thousandths % 1000).utf8.dropFirst())
    while digits.last == 0x30 { digits.removeLast() }
    return whole + "." + String(decoding: digits, as: UTF8.self)
  }

  /// A date with `?` for what is not written.
  private static func dateWords(_ value: Int64) -> String {
    let year = value / 10_000
    let month = value / 100 % 100
    let day = value % 100
    return (year == 0 ? "?" : String(year)) + "-" + (month == 0 ? "?" : padded(month)) + "-"
      + (day == 0 ? "?" : padded(day))
  }

  /// A number of at least two digits.
  private static func padded(_ value: Int64) -> String { value < 10 ? "0\(value)" : String(value) }
}
