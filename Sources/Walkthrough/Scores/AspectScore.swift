package import Diagnostics
package import Rules

/// How well a guide answers one of the four questions, by the linter and by those who walked it.
///
/// A rule costs its points once for a guide, however often it fails there: 10 for an error, 4 for a warning, 1 for an
/// info, down to nothing. A walk's mark of 1 to 5 counts twenty points each. Where there are both, half counts of each.
package struct AspectScore: Hashable, Sendable {
  /// What a failing rule costs.
  package static func cost(of severity: Severity) -> Int {
    switch severity {
    case .error: 10
    case .warning: 4
    case .info: 1
    }
  }

  /// The question.
  package var aspect: Aspect
  /// Ids of the rules that fail, by severity, sorted.
  package var rules: [Severity: [String]] = [:]
  /// Marks from 1 to 5 of the walks, in order of their dates.
  package var marks: [Int] = []

  /// A score without deductions and marks.
  package init(_ aspect: Aspect) { self.aspect = aspect }

  /// What the rules leave.
  package var rulePoints: Points {
    Points(max(0, 100 - Severity.gravestFirst.reduce(0) { $0 + AspectScore.cost(of: $1) * count(of: $1) }))
  }

  /// What the walks give; nil where nobody gave a mark.
  package var walkPoints: Points? { Points.mean(marks.map { Points($0 * 20) }) }

  /// The score.
  package var points: Points {
    guard let walkPoints else { return rulePoints }
    return Points.mean([rulePoints, walkPoints]) ?? rulePoints
  }

  /// Number of failing rules of a severity.
  package func count(of severity: Severity) -> Int { rules[severity]?.count ?? 0 }

  /// The sum as anybody can check it: `100 − 1×10 − 2×4 = 82; (4+5)÷2×20 = 90; (82+90)÷2 = 86`.
  package var sum: String {
    let deductions = Severity.gravestFirst.compactMap { severity in
      let count = count(of: severity)
      return count == 0 ? nil : " − \(count)×\(AspectScore.cost(of: severity))"
    }
    let taken = deductions.joined()
    // Below nothing there is nothing.
    var parts = [taken.isEmpty ? "100" : "100\(taken)\(isFloored ? " < 0 →" : " =") \(rulePoints.text)"]
    if let walkPoints {
      let marks = marks.map(String.init).joined(separator: "+")
      parts.append((self.marks.count == 1 ? marks : "(\(marks))÷\(self.marks.count)") + "×20 = \(walkPoints.text)")
      parts.append("(\(rulePoints.text)+\(walkPoints.text))÷2 = \(points.text)")
    }
    return parts.joined(separator: "; ")
  }

  private var isFloored: Bool {
    Severity.gravestFirst.reduce(0) { $0 + AspectScore.cost(of: $1) * count(of: $1) } > 100
  }
}

extension Severity {
  /// Error, warning, info.
  static let gravestFirst: [Severity] = [.error, .warning, .info]
}
