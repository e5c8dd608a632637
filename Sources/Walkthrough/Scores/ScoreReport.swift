package import Diagnostics
package import Drawing
package import Rules

/// What a report tells a mayor: how good the guides are, what the reform has cut, what the round found and what became of
/// it.
package struct ScoreReport: Sendable {
  /// The items and bundles in use, items first, each in order of id.
  package var documents: [DocumentScore]
  /// Their authorities: ranked ones first, the best of them on top, then the others by name.
  package var departments: [GroupScore]
  /// All of them together.
  package var catalog: GroupScore
  /// The four cuts; nil where no earlier figures are known.
  package var cuts: CatalogComparison?
  /// The round.
  package var round: RoundSummary
  /// The ledger's rows; empty where there is none.
  package var rows: [LedgerRow]
  /// Words for modes, roles and other ids of records.
  package var kits: [String: Kit]
  /// How the members of each bundle wait for each other, by id of the bundle.
  package var pictures: [String: GraphDrawing] = [:]
  /// Files that could not be read whole, so that their documents have no score.
  package var unreadable: [String]
  /// Number of rules that were asked.
  package var ruleCount: Int
  /// The day.
  package var today: CalendarDay
  /// Version of the tool.
  package var version: String

  /// What a report is made from.
  package struct Sources {
    /// The items and bundles of the catalog.
    package var guides: [Guide]
    /// What the linter says of each.
    package var failures: [DocumentName: [ReportedDiagnostic]]
    /// The rules that ran.
    package var rules: [RuleSummary]
    /// The walks of the round.
    package var walks: [WalkRecord]
    /// The rows of the ledger.
    package var rows: [LedgerRow]

    /// Collects them.
    package init(
      guides: [Guide], failures: [DocumentName: [ReportedDiagnostic]], rules: [RuleSummary], walks: [WalkRecord],
      rows: [LedgerRow]
    ) {
      self.guides = guides
      self.failures = failures
      self.rules = rules
      self.walks = walks
      self.rows = rows
    }
  }

  /// Scores a catalog.
  /// - Parameters:
  ///   - round: name of the round that the walks belong to; nil for all walks.
  ///   - cuts: a comparison with an earlier version; nil takes what documents state of the time before.
  package init(
    _ sources: Sources, round: String?, cuts: CatalogComparison?, kits: [String: Kit], unreadable: [String],
    today: CalendarDay, version: String
  ) {
    let walks = Dictionary(grouping: sources.walks, by: \.document)
    documents = sources.guides.filter(\.isActive).map { guide in
      DocumentScore(
        guide, failures: sources.failures[guide.name] ?? [], rules: sources.rules, walks: walks[guide.name] ?? [])
    }
    documents.sort { left, right in
      // An item comes before a bundle.
      if left.guide.name.kind != right.guide.name.kind { return left.guide.name.kind > right.guide.name.kind }
      return left.guide.name.id.utf8.lexicographicallyPrecedes(right.guide.name.id.utf8)
    }
    departments = ScoreReport.departments(of: documents)
    catalog = GroupScore(name: nil, documents: documents)
    self.cuts = cuts ?? FourCuts.comparison(of: sources.guides.filter(\.isActive))
    self.round = RoundSummary(name: round, walks: sources.walks, guides: sources.guides)
    rows = sources.rows
    self.kits = kits
    self.unreadable = unreadable
    ruleCount = sources.rules.count
    self.today = today
    self.version = version
  }

  private static func departments(of documents: [DocumentScore]) -> [GroupScore] {
    let groups = Dictionary(grouping: documents) { $0.guide.department?.zh ?? "" }.map { name, documents in
      GroupScore(name: name.isEmpty ? nil : documents.first?.guide.department, documents: documents)
    }
    return groups.sorted { left, right in
      if left.isRanked != right.isRanked { return left.isRanked }
      if left.isRanked, left.points != right.points { return (left.points ?? Points(0)) > (right.points ?? Points(0)) }
      return (left.name?.zh ?? "").utf8.lexicographicallyPrecedes((right.name?.zh ?? "").utf8)
    }
  }

  // MARK: The ledger

  /// Rows whose deadline has passed, the longest overdue first.
  package var overdue: [LedgerRow] {
    rows.filter { $0.isOverdue(on: today.text) }.sorted { ($0.deadline ?? "", $0.id) < ($1.deadline ?? "", $1.id) }
  }

  /// Rows in some states.
  package func rows(in states: Set<LedgerState>) -> [LedgerRow] { rows.filter { states.contains($0.state) } }

  /// Number of items and bundles that rows speak of.
  package var ledgerDocuments: Int { Set(rows.compactMap(\.document)).count }

  /// Rows of each class of defect, classes without a row left out; nil stands for rows without a class.
  package var classes: [(defect: Defect?, rows: [LedgerRow])] {
    let classes: [Defect?] = Defect.allCases + [nil]
    return classes.compactMap { defect in
      let rows = rows.filter { $0.defect == defect }
      return rows.isEmpty ? nil : (defect, rows)
    }
  }

  /// What an id of a kit is called; the id itself where the kit does not have it.
  package func word(_ id: String, of kit: String) -> LocalizedText {
    kits[kit]?.entry(id)?.name ?? LocalizedText(zh: id, en: id)
  }
}
