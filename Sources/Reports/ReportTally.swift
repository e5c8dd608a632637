internal import Diagnostics
internal import Rules

/// What reports count diagnostics by: the severity of an open one, or why it is none.
enum TallyClass: Int, CaseIterable {
  /// An open error.
  case error
  /// An open warning.
  case warning
  /// An open remark.
  case info
  /// Somebody accepted it, and said why.
  case waived
  /// It was there when the baseline was written.
  case baseline
  /// The rule could not be evaluated.
  case unevaluated

  /// The class of a diagnostic.
  init(_ diagnostic: ReportedDiagnostic) {
    switch diagnostic.state {
    case .waived: self = diagnostic.acceptance?.kind == .baseline ? .baseline : .waived
    case .error: self = .unevaluated
    case .fail, .pass, .notApplicable:
      switch diagnostic.severity {
      case .error: self = .error
      case .warning: self = .warning
      case .info: self = .info
      }
    }
  }
}

/// Numbers of diagnostics by class.
struct ClassCounts: Equatable {
  /// One number per case of `TallyClass`, in order.
  private(set) var values = [Int](repeating: 0, count: TallyClass.allCases.count)

  /// The number of one class.
  subscript(_ kind: TallyClass) -> Int { values[kind.rawValue] }

  /// All together.
  var total: Int { values.reduce(0, +) }

  /// Counts one diagnostic.
  mutating func add(_ kind: TallyClass) { values[kind.rawValue] += 1 }

  /// Adds other numbers.
  static func += (left: inout ClassCounts, right: ClassCounts) {
    for index in left.values.indices { left.values[index] += right.values[index] }
  }
}

/// Diagnostics of a report, counted in every way that its overviews need.
struct ReportTally {
  /// One rule or built-in fault that found something.
  struct Entry {
    /// Rule id.
    let id: String
    /// Index into `LintReport.rules`; nil for built-in faults.
    let ruleIndex: Int?
    /// Its diagnostics.
    var counts = ClassCounts()
  }

  /// All diagnostics.
  private(set) var all = ClassCounts()
  /// Rules and built-in faults that found something, most diagnostics first, then by id.
  private(set) var entries: [Entry] = []

  /// Counts the diagnostics of `report`.
  init(_ report: LintReport) {
    var byRule = [ClassCounts](repeating: ClassCounts(), count: report.rules.count)
    var byFault: [String: ClassCounts] = [:]
    // By index: to copy a diagnostic counts two dozen references.
    for position in report.diagnostics.indices {
      let kind = TallyClass(report.diagnostics[position])
      all.add(kind)
      if let index = report.diagnostics[position].ruleIndex, byRule.indices.contains(index) {
        byRule[index].add(kind)
      } else {
        byFault[report.diagnostics[position].rule, default: ClassCounts()].add(kind)
      }
    }
    entries = byRule.indices.filter { byRule[$0].total > 0 }.map {
      Entry(id: report.rules[$0].id, ruleIndex: $0, counts: byRule[$0])
    }
    entries += byFault.map { Entry(id: $0.key, ruleIndex: nil, counts: $0.value) }
    entries.sort { left, right in
      if left.counts.total != right.counts.total { return left.counts.total > right.counts.total }
      return left.id.utf8.lexicographicallyPrecedes(right.id.utf8)
    }
  }

  /// Adds up the rules by something that each has, such as its pack; most diagnostics first, ties in order of key.
  func grouped<Key: Hashable>(
    by key: (Entry) -> Key, orderedBy name: (Key) -> String
  ) -> [(key: Key, counts: ClassCounts)] {
    var groups: [Key: ClassCounts] = [:]
    for entry in entries { groups[key(entry), default: ClassCounts()] += entry.counts }
    return groups.map { (key: $0.key, counts: $0.value) }.sorted { left, right in
      if left.counts.total != right.counts.total { return left.counts.total > right.counts.total }
      return name(left.key).utf8.lexicographicallyPrecedes(name(right.key).utf8)
    }
  }
}
