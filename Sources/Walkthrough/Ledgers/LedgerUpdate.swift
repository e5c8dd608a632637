package import Diagnostics
package import Rules

/// Brings a ledger up to date with what the linter and the walks say: rows are added, put up for review or taken up
/// anew; none is deleted, and none closed, which is a person's act.
package struct LedgerUpdate: Sendable {
  /// What the ledger knows of an item or bundle.
  package struct Subject: Sendable {
    /// Kind and id.
    package var name: DocumentName
    /// 事项名称
    package var title: LocalizedText
    /// 事项编码
    package var code: String?
    /// 牵头单位
    package var department: LocalizedText?
    /// Its file, relative to the folder of the catalog.
    package var file: String
    /// A digest of the file's bytes, so that a proof names the text that it is about.
    package var digest: String

    /// Describes a document.
    package init(
      name: DocumentName, title: LocalizedText, code: String?, department: LocalizedText?, file: String, digest: String
    ) {
      self.name = name
      self.title = title
      self.code = code
      self.department = department
      self.file = file
      self.digest = digest
    }
  }

  /// Which news the ledger takes, and how it words them.
  package struct Options: Sendable {
    /// The least severity that gets a row.
    package var minSeverity = Severity.warning
    /// Ids of rules; nil for all.
    package var rules: Set<String>?
    /// Ids of items and bundles; nil for all.
    package var documents: Set<String>?
    /// Days until a row is due that nothing but work keeps open.
    package var dueDays = 30
    /// Language of what is written into the file.
    package var language = Language.zh
    /// The day on which rows are found.
    package var today: CalendarDay

    /// Takes everything from warnings upward.
    package init(today: CalendarDay) { self.today = today }

    /// Days until a row is due that can be mended at once; a week, or less where all rows have less.
    var immediateDays: Int { min(7, dueDays) }
  }

  /// What an update does.
  package struct Outcome: Sendable {
    /// The changes of the file.
    package var changes: [LedgerChange] = []
    /// Rows that are new.
    package var added: [String] = []
    /// Rows that go to review.
    package var toReview: [String] = []
    /// Rows whose problem was found again after it was held for solved.
    package var reopened: [String] = []
    /// Rows of which something else changed, such as the number of places like it.
    package var refreshed: [String] = []
    /// Rows whose document the catalog has no more, or cannot read.
    package var gone: [(row: String, document: String)] = []
    /// Rows whose finding somebody accepted, with a comment or a waiver.
    package var accepted: [String] = []
    /// Rows whose rule did not run over their document, so that nothing is known.
    package var unjudged: [String] = []
    /// Rows that are closed.
    package var closed = 0
    /// Rows of which there is no news.
    package var unchanged = 0

    /// Nothing was found out yet.
    package init() {}
  }

  /// The ledger as it is.
  let ledger: Ledger
  /// What is reported of items and bundles, in order of file and place.
  let findings: [LedgerFinding]
  /// What walks say, oldest first.
  let observations: [WalkObservation]
  /// The documents by id.
  let subjects: [String: Subject]
  /// What modes and roles are called.
  let kits: [String: Kit]
  /// Which news count.
  let options: Options
  /// Whether a rule ran over a document and came to an end.
  let hasRun: @Sendable (String, Subject) -> Bool

  /// Prepares an update.
  package init(
    _ ledger: Ledger, findings: [LedgerFinding], walks: [WalkRecord], subjects: [Subject], kits: [String: Kit],
    options: Options, hasRun: @escaping @Sendable (String, Subject) -> Bool
  ) {
    self.ledger = ledger
    self.findings = findings
    observations = walks.sorted { ($0.date ?? "", $0.id) < ($1.date ?? "", $1.id) }.flatMap(WalkObservation.all)
    self.subjects = Dictionary(subjects.map { ($0.name.id, $0) }, uniquingKeysWith: { first, _ in first })
    self.kits = kits
    self.options = options
    self.hasRun = hasRun
  }

  /// Finds what is to be changed.
  package func run() -> Outcome {
    var draft = LedgerUpdateDraft(self)
    draft.judgeFindings()
    draft.judgeWalks()
    return draft.finish()
  }

  /// Whether news about a document, and of a rule where one spoke, are asked for.
  func isWanted(document: String, rule: String?) -> Bool {
    if let wanted = options.documents, !wanted.contains(document) { return false }
    guard let wanted = options.rules else { return true }
    return rule.map(wanted.contains) ?? false
  }
}
