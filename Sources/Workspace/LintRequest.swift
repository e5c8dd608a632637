package import Diagnostics
package import Rules

/// Whether and where a run keeps what it found out.
package enum CacheChoice: Hashable, Sendable {
  /// Nowhere.
  case off
  /// In `.guidelint-cache` beside the configuration; without a configuration nowhere.
  case besideConfiguration
  /// In a folder that the user names.
  case folder(String)
}

/// What the command line asks of one run, as values.
package struct LintRequest: Sendable {
  /// Listed files and folders; empty = the working directory.
  package var paths: [String] = []
  /// Configuration that `--config` names.
  package var configurationPath: String?
  /// Folder or revision of `--against`, the version that rules compare with; nil compares with nothing.
  package var against: String?
  /// Baseline that `--baseline` names, `none` for none at all; nil = the one beside each configuration, if it is there.
  package var baseline: String?
  /// Whether lines of the baseline without a fault fail the run.
  package var isBaselineStrict = false
  /// What the baseline is read for.
  package var baselinePurpose = BaselinePurpose.lint
  /// Revision of `--since`: only what changed after it is reported; nil reports everything.
  package var since: String?
  /// Whether the index is linted instead of the working tree, and only what it changes reported.
  package var isStaged = false
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
  /// What earlier runs found out.
  package var cache = CacheChoice.off

  /// A run with every default.
  package init() {}
}

/// What a run reads a baseline for.
package enum BaselinePurpose: Sendable {
  /// To accept what it knows.
  case lint
  /// To tell what is new as well, one by one.
  case compare
  /// To write it anew, so that one that is named need not be there yet.
  case write
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
  /// What was decided about each catalog.
  package var decisions: [CatalogDecisions]
  /// What changed; nil where everything is reported.
  package var change: ChangeSummary?
}
