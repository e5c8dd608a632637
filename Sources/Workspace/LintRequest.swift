package import Diagnostics
package import Rules

/// What the command line asks of one run, as values.
package struct LintRequest: Sendable {
  /// Listed files and folders; empty = the working directory.
  package var paths: [String] = []
  /// Configuration that `--config` names.
  package var configurationPath: String?
  /// Folder of `--against`, which holds the version compared against; nil compares with nothing.
  package var against: String?
  /// Globs of `--exclude`, relative to the working directory.
  package var excluded: [String] = []
  /// Rules of `--only`: ids, packs or globs; empty = all.
  package var only: [String] = []
  /// Rules of `--skip`.
  package var skip: [String] = []
  /// `rule.param=value` of `--set`.
  package var parameters: [String] = []
  /// `rule=level` of `--severity`.
  package var severities: [String] = []
  /// Number of workers; nil = one for each core.
  package var jobs: Int?
  /// The day that rules see; nil = today.
  package var today: String?

  /// A run with every default.
  package init() {}
}

/// Something about the run itself that a person must know: printed once on stderr.
package struct RunMessage: Hashable, Sendable {
  /// Whether it makes the verdict untrustworthy (exit 2).
  package var isFailure: Bool
  /// What to say.
  package var text: LocalizedText

  /// Makes a message.
  package init(isFailure: Bool, text: LocalizedText) {
    self.isFailure = isFailure
    self.text = text
  }
}

/// What a run brought.
package struct LintOutcome: Sendable {
  /// The results.
  package var report: LintReport
  /// Failures and remarks that have no place in a file.
  package var messages: [RunMessage]
  /// Language that the configuration asks for.
  package var language: Language?
  /// Work done.
  package var counters: WorkCounters
}
