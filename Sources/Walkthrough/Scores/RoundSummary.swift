import Rules

/// What a round of walks came to, counted in the words of the articles: weak points, items, suggestions, solved.
package struct RoundSummary: Sendable {
  /// How often something occurs, most often first, then by name.
  package struct Tally: Hashable, Sendable {
    /// Id of what is counted, such as a mode.
    package var id: String
    /// How often.
    package var count: Int
  }

  /// Name of the round; nil for all walks.
  package var name: String?
  /// First and last day of the walks.
  package var days: (first: String, last: String)?
  /// Number of walks.
  package var walks = 0
  /// Number of items and bundles that were walked.
  package var walkedDocuments = 0
  /// Walks by mode.
  package var modes: [Tally] = []
  /// Walks by the reviewers' role.
  package var roles: [Tally] = []
  /// Walks by channel.
  package var channels: [Tally] = []
  /// Weak points: what walks found amiss, each place once.
  package var weakPoints = 0
  /// Papers that were asked for and are in no guide.
  package var extraPapers = 0
  /// Suggestions.
  package var suggestions: [String] = []
  /// How errands ended.
  package var outcomes: [Tally] = []
  /// High-frequency items and bundles in use.
  package var highFrequency = 0
  /// Those among them that were walked.
  package var highFrequencyWalked = 0

  /// Counts some walks of a catalog's documents.
  package init(name: String?, walks records: [WalkRecord], guides: [Guide]) {
    self.name = name
    walks = records.count
    let dates = records.compactMap(\.date).sorted()
    if let first = dates.first, let last = dates.last { days = (first, last) }
    let walked = Set(records.map(\.document))
    walkedDocuments = walked.count
    modes = RoundSummary.tally(records.compactMap(\.mode))
    roles = RoundSummary.tally(records.compactMap(\.role))
    channels = RoundSummary.tally(records.compactMap(\.channel))
    outcomes = RoundSummary.tally(records.compactMap(\.outcome?.rawValue))
    weakPoints = Set(records.flatMap(\.weakPoints)).count
    extraPapers = Set(records.flatMap { record in record.extra.map { "\(record.document.id)/\($0.name)" } }).count
    var known: Set<String> = []
    suggestions = records.flatMap(\.suggestions).filter { known.insert($0).inserted }
    let frequent = guides.filter { $0.isActive && $0.isHighFrequency }
    highFrequency = frequent.count
    highFrequencyWalked = frequent.count { walked.contains($0.name) }
  }

  private static func tally(_ ids: [String]) -> [Tally] {
    Dictionary(grouping: ids) { $0 }.map { Tally(id: $0.key, count: $0.value.count) }
      .sorted { ($1.count, $0.id) < ($0.count, $1.id) }
  }
}

extension WalkRecord {
  /// Names of everything that was found amiss, the same in every walk that finds it: document and line.
  package var weakPoints: [String] {
    let differing = lines.filter { $0.result == .differs }.map(\.id)
    let problems = answers.filter { $0.result == .problem }.map(\.id)
    let papers = extra.map { "extra." + $0.name }
    let obstacles = [("cannot", cannot), ("hard", hard), ("refused", refused)].compactMap { id, text in
      text.map { _ in "obstacle." + id }
    }
    return (differing + problems + papers + obstacles).map { "\(document.id)/\($0)" }
  }
}
