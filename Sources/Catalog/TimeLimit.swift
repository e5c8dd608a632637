/// A time limit as written: an amount of one unit, or one of the words 即办, 长期, 无.
///
/// Limits compare as values in which one working day is 8 hours or 7/5 of a calendar day. A bare day (日) may be either
/// kind of day, so a comparison is answered only where both readings agree.
package struct TimeLimit: Hashable, Sendable {
  /// What the amount counts.
  package enum Unit: UInt8, Sendable, CaseIterable {
    /// 分钟
    case minutes = 3
    /// 小时
    case hours
    /// 工作日
    case workingDays
    /// 日 or 天, of either kind
    case bareDays
    /// 自然日
    case calendarDays
    /// 月 of 30 calendar days
    case months
    /// 年 of 12 months
    case years

    /// Value of one unit, so that a minute, a working day and a calendar day are whole; 0 for a bare day.
    var weight: Int64 {
      switch self {
      case .minutes: 7
      case .hours: 420
      case .workingDays: 3360
      case .bareDays: 0
      case .calendarDays: 2400
      case .months: 72_000
      case .years: 864_000
      }
    }
  }

  /// A limit without a number, or which of the forms with one it is.
  package enum Form: Hashable, Sendable {
    /// 无: no limit is set.
    case none
    /// 即办
    case instant
    /// 长期
    case longTerm
    /// An amount in thousandths of a unit.
    case amount(Int64, Unit)
    /// A sum over units: its value, and thousandths of bare days besides.
    case mixed(value: Int64, bareDays: Int64)
  }

  /// The encoding: four bits of form or unit, 60 bits of amount.
  package let bits: UInt64

  /// Wraps an encoding that `bits` gave.
  package init(bits: UInt64) { self.bits = bits }

  /// 无
  package static let none = TimeLimit(bits: 0)
  /// 即办
  package static let instant = TimeLimit(bits: 1 << 60)
  /// 长期
  package static let longTerm = TimeLimit(bits: 2 << 60)
  /// Marks a sum over units.
  private static let mixedTag: UInt64 = 11
  /// A sum keeps 34 bits of value, 5 million working days.
  private static let maximumValue: Int64 = 1 << 34 - 1
  /// A sum keeps 26 bits of thousandths of bare days.
  private static let maximumBareDays: Int64 = 1 << 26 - 1
  /// Largest number that is read; its value still fits in 63 bits.
  static let maximumAmount: Int64 = 999_999_999

  /// An amount in thousandths of a unit, up to 999,999,999 units.
  package init(thousandths: Int64, _ unit: Unit) {
    let amount = min(max(0, thousandths), TimeLimit.maximumAmount * 1000)
    bits = UInt64(unit.rawValue) << 60 | UInt64(amount)
  }

  /// A whole number of units.
  package init(_ amount: Int64, _ unit: Unit) {
    self.init(thousandths: min(max(0, amount), TimeLimit.maximumAmount) * 1000, unit)
  }

  /// A sum over units; one beyond what the bits hold is as good as 长期.
  private init(value: Int64, bareDays: Int64) {
    guard value <= TimeLimit.maximumValue, bareDays <= TimeLimit.maximumBareDays else {
      self = .longTerm
      return
    }
    bits = TimeLimit.mixedTag << 60 | UInt64(bareDays) << 34 | UInt64(value)
  }

  /// The form with its amount.
  package var form: Form {
    let tag = UInt8(bits >> 60)
    let amount = Int64(bits & (1 << 60 - 1))
    if let unit = Unit(rawValue: tag) { return .amount(amount, unit) }
    switch tag {
    case 1: return .instant
    case 2: return .longTerm
    case 11: return .mixed(value: amount & TimeLimit.maximumValue, bareDays: amount >> 34)
    default: return .none
    }
  }

  /// The same limit with bare days read as working days, as 行政许可法 art. 82 has it.
  package var readingBareDaysAsWorkingDays: TimeLimit {
    if case .amount(let amount, .bareDays) = form { return TimeLimit(thousandths: amount, .workingDays) }
    return self
  }

  /// Whether it takes no time: 即办, or an amount of zero.
  package var isInstant: Bool { measure.map { $0.value == 0 && $0.bareDays == 0 } ?? false }

  /// Whether its length depends on the reading of a bare day.
  package var isOpen: Bool { measure.map { $0.bareDays > 0 } ?? false }

  /// Value in thousandths, and thousandths of bare days; nil for 无 and 长期.
  private var measure: (value: Int64, bareDays: Int64)? {
    switch form {
    case .none, .longTerm: nil
    case .instant: (0, 0)
    case .amount(let amount, .bareDays): (0, amount)
    case .amount(let amount, let unit): (amount * unit.weight, 0)
    case .mixed(let value, let bareDays): (value * 1000, bareDays)
    }
  }

  /// -1, 0 or 1; nil where one of them is 无 or the answer depends on the reading of a bare day.
  package static func compare(_ left: TimeLimit, _ right: TimeLimit) -> Int? {
    if left == .none || right == .none { return nil }
    guard let first = left.measure else { return right == .longTerm ? 0 : 1 }
    guard let second = right.measure else { return -1 }
    let value = first.value - second.value
    let bareDays = first.bareDays - second.bareDays
    let asWorkingDays = (value + bareDays * Unit.workingDays.weight).signum()
    let asCalendarDays = (value + bareDays * Unit.calendarDays.weight).signum()
    return asWorkingDays == asCalendarDays ? Int(asWorkingDays) : nil
  }

  /// Value in 1/3,360 working days with bare days read as working days, for choosing the longest; nil for 无 and 长期.
  package var upperValue: Int64? { measure.map { ($0.value + $0.bareDays * Unit.workingDays.weight) / 1000 } }

  /// By how many per cent `to` is shorter than `from`; nil where the units do not allow an answer.
  package static func reduction(from: TimeLimit, to: TimeLimit) -> Double? {
    guard let before = from.measure, let after = to.measure else { return nil }
    func share(_ day: Int64) -> Double? {
      let whole = before.value + before.bareDays * day
      guard whole > 0 else { return nil }
      return Double(whole - (after.value + after.bareDays * day)) * 100 / Double(whole)
    }
    guard let first = share(Unit.workingDays.weight), let second = share(Unit.calendarDays.weight) else { return nil }
    return abs(first - second) < 1e-9 ? first : nil
  }

  /// Both limits one after the other; 无 adds nothing.
  package static func + (left: TimeLimit, right: TimeLimit) -> TimeLimit {
    if left == .none { return right }
    if right == .none || right == .instant { return left }
    if left == .instant { return right }
    if case .amount(let first, let unit) = left.form, case .amount(let second, unit) = right.form {
      return TimeLimit(thousandths: first + second, unit)
    }
    guard let first = left.measure, let second = right.measure else { return .longTerm }
    // Thousandths are rounded up: a sum never looks shorter than its parts.
    return TimeLimit(value: (first.value + second.value + 999) / 1000, bareDays: first.bareDays + second.bareDays)
  }
}
