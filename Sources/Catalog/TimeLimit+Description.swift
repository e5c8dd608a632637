extension TimeLimit {
  /// The words for a computed limit: `20 工作日`, `20 working days`.
  package func describe(inChinese: Bool) -> String {
    switch form {
    case .none: return inChinese ? "无" : "none"
    case .instant: return inChinese ? "即办" : "instant"
    case .longTerm: return inChinese ? "长期" : "long-term"
    case .amount(let amount, let unit): return TimeLimit.words(amount, unit, inChinese)
    case .mixed(let value, let bareDays):
      // Units of 1/3,360 working day, rounded up to a hundredth: a limit must not look shorter than it is.
      let hundredths = (value * 100 + Unit.workingDays.weight - 1) / Unit.workingDays.weight
      let days = TimeLimit.words(hundredths * 10, .workingDays, inChinese)
      if bareDays == 0 { return days }
      let bare = TimeLimit.words(bareDays, .bareDays, inChinese)
      return inChinese ? "\(days)加 \(bare)" : "\(days) and \(bare)"
    }
  }

  /// An amount with its unit.
  private static func words(_ thousandths: Int64, _ unit: Unit, _ inChinese: Bool) -> String {
    let number = decimal(thousandths)
    let name: String
    switch unit {
    case .minutes: name = inChinese ? "分钟" : "minute"
    case .hours: name = inChinese ? "小时" : "hour"
    case .workingDays: name = inChinese ? "工作日" : "working day"
    case .bareDays: name = inChinese ? "日" : "day"
    case .calendarDays: name = inChinese ? "自然日" : "calendar day"
    case .months: name = inChinese ? "个月" : "month"
    case .years: name = inChinese ? "年" : "year"
    }
    return inChinese || thousandths == 1000 ? "\(number) \(name)" : "\(number) \(name)s"
  }

  /// Thousandths as a decimal without trailing zeros.
  static func decimal(_ thousandths: Int64) -> String {
    let whole = String(thousandths / 1000)
    var rest = thousandths % 1000
    if rest == 0 { return whole }
    var digits = 3
    while rest % 10 == 0 {
      rest /= 10
      digits -= 1
    }
    let fraction = String(rest)
    return whole + "." + String(repeating: "0", count: digits - fraction.count) + fraction
  }
}
