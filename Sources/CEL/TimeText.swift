/// Timestamps and durations as text.
enum TimeText {
  /// Reads an RFC 3339 timestamp; nil for other text and for dates that do not exist.
  static func timestamp(_ text: String) -> Moment? {
    var scanner = Scanner(text)
    guard let year = scanner.digits(4), scanner.skip("-"), let month = scanner.digits(2), scanner.skip("-"),
      let day = scanner.digits(2), scanner.skip("T"), let hour = scanner.digits(2), scanner.skip(":"),
      let minute = scanner.digits(2), scanner.skip(":"), let second = scanner.digits(2)
    else { return nil }
    let civil = CivilTime(year: year, month: month, day: day, hour: hour, minute: minute, second: second)
    var nanoseconds: Int32 = 0
    if scanner.skip(".") {
      guard let fraction = scanner.fraction() else { return nil }
      nanoseconds = fraction
    }
    guard civil.isValid, let offset = scanner.skip("Z") ? 0 : scanner.offset(), scanner.isAtEnd else { return nil }
    let moment = Moment(seconds: civil.seconds - Int64(offset), nanoseconds: nanoseconds)
    return moment.isTimestamp ? moment : nil
  }

  /// Seconds of a fixed offset such as `+08:00` or `02:00`; nil for other text.
  static func fixedOffset(_ text: String) -> Int? {
    if text == "UTC" || text == "Z" || text.isEmpty { return 0 }
    var scanner = Scanner(text.first == "+" || text.first == "-" ? text : "+" + text)
    guard let offset = scanner.offset(), scanner.isAtEnd else { return nil }
    return offset
  }

  /// Reads a duration such as `1h45m47.5s` or `-3ms`; nil for other text and beyond 64 bits of nanoseconds.
  static func duration(_ text: String) -> Moment? {
    var scanner = Scanner(text)
    let isNegative = scanner.skip("-")
    if !isNegative { _ = scanner.skip("+") }
    if scanner.rest == "0" { return Moment(seconds: 0, nanoseconds: 0) }
    var total: Int64 = 0
    guard !scanner.isAtEnd else { return nil }
    while !scanner.isAtEnd {
      guard let part = scanner.durationPart() else { return nil }
      let (sum, overflow) = total.addingReportingOverflow(part)
      guard !overflow else { return nil }
      total = sum
    }
    return Moment(nanoseconds: isNegative ? -total : total)
  }

  /// A timestamp in UTC, its fraction without trailing zeros.
  static func text(timestamp: Moment) -> String {
    let time = CivilTime(seconds: timestamp.seconds)
    let date = "\(padded(time.year, 4))-\(padded(time.month, 2))-\(padded(time.day, 2))"
    let clock = "\(padded(time.hour, 2)):\(padded(time.minute, 2)):\(padded(time.second, 2))"
    return "\(date)T\(clock)\(fraction(timestamp.nanoseconds))Z"
  }

  /// A duration in seconds, its fraction without trailing zeros.
  static func text(duration: Moment) -> String {
    let sign = duration.seconds < 0 || duration.nanoseconds < 0 ? "-" : ""
    return "\(sign)\(duration.seconds.magnitude)\(fraction(abs(duration.nanoseconds)))s"
  }

  /// The digits of a fraction of a second behind a point, or nothing.
  private static func fraction(_ nanoseconds: Int32) -> String {
    guard nanoseconds != 0 else { return "" }
    var digits = padded(Int(nanoseconds), 9)
    while digits.hasSuffix("0") { digits.removeLast() }
    return "." + digits
  }

  /// A number with leading zeros.
  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }

  /// Reads digits and marks from the front of a text.
  private struct Scanner {
    /// What is left to read.
    private var bytes: Substring.UTF8View

    /// Reads from the front of `text`.
    init(_ text: String) { bytes = Substring(text).utf8 }

    /// Whether everything was read.
    var isAtEnd: Bool { bytes.isEmpty }
    /// What is left to read, as text.
    var rest: String { String(Substring(bytes)) }

    /// Skips a mark if it is next.
    mutating func skip(_ mark: Unicode.Scalar) -> Bool {
      guard let byte = bytes.first, UInt32(byte) == mark.value else { return false }
      bytes.removeFirst()
      return true
    }

    /// A fixed number of digits as a number; nil when other characters come first.
    mutating func digits(_ count: Int) -> Int? {
      var value = 0
      for _ in 0..<count {
        guard let byte = bytes.first, byte.isDigit else { return nil }
        value = value * 10 + Int(byte - 0x30)
        bytes.removeFirst()
      }
      return value
    }

    /// At least one digit behind a decimal point, as nanoseconds.
    mutating func fraction() -> Int32? {
      guard bytes.first?.isDigit == true else { return nil }
      var value: Int32 = 0
      var scale: Int32 = 100_000_000
      while let byte = bytes.first, byte.isDigit {
        value += Int32(byte - 0x30) * scale
        scale /= 10
        bytes.removeFirst()
      }
      return value
    }

    /// `+hh:mm` or `-hh:mm`, as seconds.
    mutating func offset() -> Int? {
      let sign = skip("-") ? -1 : skip("+") ? 1 : 0
      guard sign != 0, let hours = digits(2), skip(":"), let minutes = digits(2), hours < 24, minutes < 60 else {
        return nil
      }
      return sign * (hours * 3600 + minutes * 60)
    }

    /// A number and its unit, as nanoseconds.
    mutating func durationPart() -> Int64? {
      var whole: Int64 = 0
      var hasDigits = false
      while let byte = bytes.first, byte.isDigit {
        let (product, overflow) = whole.multipliedReportingOverflow(by: 10)
        let (sum, sumOverflow) = product.addingReportingOverflow(Int64(byte - 0x30))
        guard !overflow, !sumOverflow else { return nil }
        whole = sum
        hasDigits = true
        bytes.removeFirst()
      }
      var fractionDigits: [Int64] = []
      if skip(".") {
        while let byte = bytes.first, byte.isDigit {
          if fractionDigits.count < 15 { fractionDigits.append(Int64(byte - 0x30)) }
          hasDigits = true
          bytes.removeFirst()
        }
      }
      guard hasDigits, let unit = unit() else { return nil }
      let (scaled, overflow) = whole.multipliedReportingOverflow(by: unit)
      guard !overflow else { return nil }
      var part = 0.0
      var scale = Double(unit)
      for digit in fractionDigits {
        scale /= 10
        part += Double(digit) * scale
      }
      let (sum, sumOverflow) = scaled.addingReportingOverflow(Int64(part))
      return sumOverflow ? nil : sum
    }

    /// The nanoseconds of a unit's name, which is skipped; nil for an unknown one.
    private mutating func unit() -> Int64? {
      let units: [(String, Int64)] = [
        ("ns", 1), ("us", 1000), ("µs", 1000), ("μs", 1000), ("ms", 1_000_000), ("s", 1_000_000_000),
        ("m", 60_000_000_000), ("h", 3_600_000_000_000),
      ]
      for (name, value) in units where bytes.starts(with: name.utf8) {
        bytes.removeFirst(name.utf8.count)
        return value
      }
      return nil
    }
  }
}
