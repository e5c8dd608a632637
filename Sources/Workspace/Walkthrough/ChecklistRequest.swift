package import Diagnostics
package import Rules
package import Walkthrough

/// What the command line asks of checklists: which documents, and for which walk.
package struct ChecklistRequest: Sendable {
  /// Ids of items and bundles, and paths of their files.
  package var documents: [String] = []
  /// Whether every document that is in use is taken.
  package var isAll = false
  /// Only those of a department: its id in the registry, or a part of its name.
  package var department: String?
  /// Only those that are used very often.
  package var isHighFrequencyOnly = false
  /// Only those in which the linter finds something.
  package var isFailedOnly = false
  /// Id of the variant that is applied for.
  package var variant: String?
  /// Id or name of the persona.
  package var persona: String?
  /// Type of the channel.
  package var channel: String?
  /// Id or name of the mode.
  package var mode: String?
  /// Name of the round.
  package var round: String?
  /// The day of the walk.
  package var date: String?
  /// Whether a checklist may take four sheets instead of one.
  package var isFull = false
  /// The folder of the catalog; nil = that of the first file named, else the working directory.
  package var catalog: String?
  /// Configuration that `--config` names.
  package var configurationPath: String?
  /// The day that rules see; nil = today.
  package var today: String?
  /// Number of workers; nil = one for each core.
  package var jobs: Int?
  /// What earlier runs found out.
  package var cache = CacheChoice.besideConfiguration

  /// Asks for nothing yet.
  package init() {}

  /// Whether documents are chosen by what they are.
  var hasFilter: Bool { isAll || department != nil || isHighFrequencyOnly || isFailedOnly }
}

/// What a run of checklists brought.
package struct ChecklistOutcome: Sendable {
  /// The checklists; empty where the run failed before there were any.
  package var checklists: [Checklist] = []
  /// Failures and remarks.
  package var messages: [RunMessage] = []
  /// Language that the configuration asks for.
  package var language: Language?
  /// What walks are made of, by id of the kit.
  package var kits: [String: Kit] = [:]
  /// The day that the run took for today.
  package var day: CalendarDay?

  /// Whether something is missing from the checklists, or there are none.
  package var hasFailed: Bool { checklists.isEmpty || messages.contains(where: \.isFailure) }
}
