/// Arithmetic and calendar of points and spans in time; the calendar is the proleptic Gregorian one.
extension Moment {
  /// The sum, its nanoseconds from 0 to 999,999,999; nil when it does not fit.
  func adding(_ other: Moment) -> Moment? {
    let (sum, overflow) = seconds.addingReportingOverflow(other.seconds)
    guard !overflow else { return nil }
    let total = Int64(nanoseconds) + Int64(other.nanoseconds)
    let carry = total >= 1_000_000_000 ? 1 : total < 0 ? (total < -1_000_000_000 ? -2 : -1) : 0 as Int64
    let (carried, carryOverflow) = sum.addingReportingOverflow(carry)
    guard !carryOverflow else { return nil }
    return Moment(seconds: carried, nanoseconds: Int32(total - carry * 1_000_000_000))
  }

  /// The same span the other way round.
  var negated: Moment { Moment(seconds: 0 &- seconds, nanoseconds: -nanoseconds) }

  /// Whether it lies in the years 1 to 9999, as timestamps must.
  var isTimestamp: Bool { seconds >= -62_135_596_800 && seconds <= 253_402_300_799 }

  /// Whether its nanoseconds fit in 64 bits, as the reference implementation asks of durations.
  var isDuration: Bool { totalNanoseconds != nil }

  /// The span in nanoseconds; nil when they do not fit in 64 bits.
  var totalNanoseconds: Int64? {
    // Both parts get one sign first, so that the least value does not overflow on the way.
    let same = asDuration
    let (product, overflow) = same.seconds.multipliedReportingOverflow(by: 1_000_000_000)
    guard !overflow else { return nil }
    let (sum, sumOverflow) = product.addingReportingOverflow(Int64(same.nanoseconds))
    return sumOverflow ? nil : sum
  }

  /// The same with nanoseconds from 0 to 999,999,999.
  var asTimestamp: Moment {
    nanoseconds >= 0 ? self : Moment(seconds: seconds &- 1, nanoseconds: nanoseconds + 1_000_000_000)
  }

  /// The same with nanoseconds of the sign of the seconds.
  var asDuration: Moment {
    if seconds < 0, nanoseconds > 0 { return Moment(seconds: seconds + 1, nanoseconds: nanoseconds - 1_000_000_000) }
    if seconds > 0, nanoseconds < 0 { return Moment(seconds: seconds - 1, nanoseconds: nanoseconds + 1_000_000_000) }
    return self
  }

  /// A span of nanoseconds.
  init(nanoseconds total: Int64) {
    self.init(seconds: total / 1_000_000_000, nanoseconds: Int32(total % 1_000_000_000))
  }
}

/// A date and time of day in some zone.
struct CivilTime {
  /// The year, 1 or later in timestamps.
  var year = 1970
  /// The month, from 1.
  var month = 1
  /// The day of the month, from 1.
  var day = 1
  /// The hour, from 0 to 23.
  var hour = 0
  /// The minute, from 0 to 59.
  var minute = 0
  /// The second, from 0 to 59; there are no leap seconds.
  var second = 0

  /// Days since 1970-01-01.
  var dayNumber: Int {
    // Counts years from March, so that the leap day comes last (era of 400 years = 146,097 days).
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// Seconds since 1970-01-01T00:00:00 in the same zone.
  var seconds: Int64 { Int64(dayNumber) * 86_400 + Int64(hour * 3600 + minute * 60 + second) }

  /// Days since the first of January, which is 0.
  var dayOfYear: Int { dayNumber - CivilTime(year: year).dayNumber }

  /// Days since Sunday, which is 0.
  var dayOfWeek: Int { ((dayNumber + 4) % 7 + 7) % 7 }

  /// Whether the date exists and the time is one of a day.
  var isValid: Bool {
    guard (1...12).contains(month), day >= 1, hour < 24, minute < 60, second < 60 else { return false }
    let next = month == 12 ? CivilTime(year: year + 1) : CivilTime(year: year, month: month + 1)
    return day <= next.dayNumber - CivilTime(year: year, month: month).dayNumber
  }

  /// A date and time of day.
  init(year: Int, month: Int = 1, day: Int = 1, hour: Int = 0, minute: Int = 0, second: Int = 0) {
    self.year = year
    self.month = month
    self.day = day
    self.hour = hour
    self.minute = minute
    self.second = second
  }

  /// The date and time that lie some seconds after 1970-01-01T00:00:00.
  init(seconds: Int64) {
    let secondOfDay = Int(((seconds % 86_400) + 86_400) % 86_400)
    let days = Int((seconds - Int64(secondOfDay)) / 86_400) + 719_468
    let era = (days >= 0 ? days : days - 146_096) / 146_097
    let dayOfEra = days - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shifted + 2) / 5 + 1
    month = shifted < 10 ? shifted + 3 : shifted - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    hour = secondOfDay / 3600
    minute = secondOfDay / 60 % 60
    second = secondOfDay % 60
  }
}
