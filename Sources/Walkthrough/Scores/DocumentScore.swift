package import Diagnostics
package import Rules

/// The score of an item or bundle.
package struct DocumentScore: Sendable {
  /// The document.
  package var guide: Guide
  /// One score for each of the four questions.
  package var aspects: [AspectScore]
  /// Number of walks of the round.
  package var walks: Int
  /// Failing rules that belong to none of the four questions, such as those about codes, and faults of form: named, but
  /// not counted.
  package var uncounted: [String]

  /// The score: the mean of the four.
  package var points: Points { Points.mean(aspects.map(\.points)) ?? Points(0) }

  /// The sum as anybody can check it: `(82+100+91+96)÷4 = 92.25`.
  package var sum: String {
    "(\(aspects.map(\.points.text).joined(separator: "+")))÷\(aspects.count) = \(points.text)"
  }

  /// Scores a document by what the linter says of it and by the walks of the round.
  package init(_ guide: Guide, failures: [ReportedDiagnostic], rules: [RuleSummary], walks: [WalkRecord]) {
    self.guide = guide
    self.walks = walks.count
    var byAspect: [Aspect: [Severity: Set<String>]] = [:]
    var uncounted: Set<String> = []
    let aspectOf = Dictionary(rules.map { ($0.id, $0.aspect) }) { first, _ in first }
    for failure in failures {
      if case .some(.some(let aspect)) = aspectOf[failure.rule] {
        byAspect[aspect, default: [:]][failure.severity, default: []].insert(failure.rule)
      } else {
        uncounted.insert(failure.rule)
      }
    }
    self.uncounted = uncounted.sorted()
    let dated = walks.sorted { ($0.date ?? "", $0.id) < ($1.date ?? "", $1.id) }
    aspects = Aspect.allCases.map { aspect in
      var score = AspectScore(aspect)
      score.rules = (byAspect[aspect] ?? [:]).mapValues { $0.sorted() }
      score.marks = dated.compactMap { $0.scores[aspect] }.filter { (1...5).contains($0) }
      return score
    }
  }
}

/// The scores of several documents together: of a department, or of the catalog.
package struct GroupScore: Sendable {
  /// What they have in common; nil for the whole catalog.
  package var name: LocalizedText?
  /// The scores of its documents.
  package var documents: [DocumentScore]
  /// Number of walks.
  package var walks: Int { documents.reduce(0) { $0 + $1.walks } }
  /// Fewer walks than this give no rank.
  package static let walksForRank = 3

  /// Whether it may be ranked among others.
  package var isRanked: Bool { walks >= GroupScore.walksForRank }

  /// The mean of its documents; nil without any.
  package var points: Points? { Points.mean(documents.map(\.points)) }

  /// The mean of one question.
  package func points(of aspect: Aspect) -> Points? {
    Points.mean(documents.flatMap { document in document.aspects.filter { $0.aspect == aspect }.map(\.points) })
  }

  /// The sum as anybody can check it; of many documents only their total is written out.
  package var sum: String {
    guard let points else { return "–" }
    guard documents.count > 1 else { return points.text }
    let total = Points(hundredths: documents.reduce(0) { $0 + $1.points.hundredths })
    let addends = documents.count <= 12 ? documents.map(\.points.text).joined(separator: "+") : "Σ \(total.text)"
    return (documents.count <= 12 ? "(\(addends))" : addends) + "÷\(documents.count) = \(points.text)"
  }

  /// Groups documents.
  package init(name: LocalizedText?, documents: [DocumentScore]) {
    self.name = name
    self.documents = documents
  }
}
