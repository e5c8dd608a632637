/// A run of digits in a text, with the single spaces and hyphens that people write in long numbers.
struct NumberRun {
  /// Digits that may be one number by themselves.
  struct Part {
    /// Where they are, letters before and after them included.
    var range: Range<Int>
    /// The digits in ASCII; of an identity number the last may be `X`.
    var digits: [UInt8]
    /// Latin letters in upper case that stand directly before.
    var letters: [UInt8]?
  }

  /// Groups in one number at most, as in 6222 0200 0000 0000 000.
  private static let mostGroups = 6

  /// Where the run is.
  private(set) var range: Range<Int>
  private var groups: [(range: Range<Int>, digits: [UInt8])]
  private var letters: (start: Int, text: [UInt8])?

  /// All runs in a text.
  static func all(in scalars: [Unicode.Scalar]) -> [NumberRun] {
    var runs: [NumberRun] = []
    var index = 0
    while index < scalars.count {
      guard digit(scalars[index]) != nil else {
        index += 1
        continue
      }
      let run = NumberRun(at: index, in: scalars)
      index = run.range.upperBound
      runs.append(run)
    }
    return runs
  }

  /// Reads the run that begins at a digit.
  private init(at start: Int, in scalars: [Unicode.Scalar]) {
    groups = []
    var index = start
    while index < scalars.count, Self.digit(scalars[index]) != nil {
      let first = index
      var digits: [UInt8] = []
      while index < scalars.count, let digit = Self.digit(scalars[index]) {
        digits.append(digit)
        index += 1
      }
      if index < scalars.count, Self.isCheck(scalars[index]),
        !(index + 1 < scalars.count && Self.isWord(scalars[index + 1]))
      {
        digits.append(UInt8(ascii: "X"))
        index += 1
      }
      groups.append((first..<index, digits))
      guard index + 1 < scalars.count, Self.isJoint(scalars[index]), Self.digit(scalars[index + 1]) != nil else {
        break
      }
      index += 1
    }
    range = start..<(groups.last?.range.upperBound ?? start + 1)
    letters = Self.letters(before: start, in: scalars)
  }

  /// What in the run may be one number, the longest from each place first.
  func parts() -> [Part] {
    if let letters {
      guard let first = groups.first else { return [] }
      return [Part(range: letters.start..<first.range.upperBound, digits: first.digits, letters: letters.text)]
    }
    var parts: [Part] = []
    for start in groups.indices {
      let ends = start..<min(groups.count, start + Self.mostGroups)
      for end in ends.reversed() {
        let range = groups[start].range.lowerBound..<groups[end].range.upperBound
        parts.append(Part(range: range, digits: groups[start...end].flatMap(\.digits), letters: nil))
      }
    }
    return parts
  }

  /// The Latin letters that a number begins with; of longer words none is a number's.
  private static func letters(before index: Int, in scalars: [Unicode.Scalar]) -> (start: Int, text: [UInt8])? {
    var start = index
    while start > 0, isWord(scalars[start - 1]) { start -= 1 }
    guard start < index else { return nil }
    return (start, scalars[start..<index].map { UInt8(truncatingIfNeeded: folded($0).value) & 0xDF })
  }

  /// A digit in ASCII, be it written full-width.
  private static func digit(_ scalar: Unicode.Scalar) -> UInt8? {
    let value = folded(scalar).value
    return (0x30...0x39).contains(value) ? UInt8(value) : nil
  }

  private static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    (0xFF01...0xFF5E).contains(scalar.value) ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
  }

  private static func isCheck(_ scalar: Unicode.Scalar) -> Bool { folded(scalar) == "X" || folded(scalar) == "x" }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    switch folded(scalar).value {
    case 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }

  private static func isJoint(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case " ", "-", "－", "–", "—", "\u{00A0}", "\u{3000}": true
    default: false
    }
  }
}
