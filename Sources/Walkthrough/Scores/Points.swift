/// Points of a score, exact to the hundredth, so that a sum comes to the same on paper.
package struct Points: Hashable, Comparable, Sendable {
  /// 10,000 is full marks.
  package var hundredths: Int

  /// A number of hundredths.
  package init(hundredths: Int) { self.hundredths = hundredths }

  /// A whole number of points.
  package init(_ points: Int) { hundredths = points * 100 }

  /// The mean of some points, rounded half up; nil of none.
  package static func mean(_ points: [Points]) -> Points? {
    guard !points.isEmpty else { return nil }
    let sum = points.reduce(0) { $0 + $1.hundredths }
    return Points(hundredths: (2 * sum + points.count) / (2 * points.count))
  }

  /// As it is printed: `84.5`, `90`.
  package var text: String {
    let cents = hundredths % 100
    guard cents > 0 else { return String(hundredths / 100) }
    return "\(hundredths / 100)." + (cents % 10 == 0 ? String(cents / 10) : cents < 10 ? "0\(cents)" : String(cents))
  }

  /// Orders by size.
  package static func < (left: Points, right: Points) -> Bool { left.hundredths < right.hundredths }
}
