package import Diagnostics
package import SourceText

/// What a configuration says of one rule.
package struct RuleSetting: Sendable {
  /// Whether the rule runs; nil where the setting does not say.
  package var isOn: Bool?
  /// Severity; nil keeps what was.
  package var severity: Severity?
  /// Parameters that differ.
  package var parameters: [(name: String, value: ParameterValue, range: SourceRange)]
  /// Whether no comment, waiver or override may silence it.
  package var isLocked: Bool
  /// The rule's name in the configuration, for diagnostics.
  package var range: SourceRange

  /// Makes a setting.
  package init(
    isOn: Bool? = nil, severity: Severity? = nil,
    parameters: [(name: String, value: ParameterValue, range: SourceRange)] = [], isLocked: Bool = false,
    range: SourceRange = SourceRange(0, 0)
  ) {
    self.isOn = isOn
    self.severity = severity
    self.parameters = parameters
    self.isLocked = isLocked
    self.range = range
  }
}

/// Settings for some documents only.
package struct ConfigurationOverride: Sendable {
  /// Files, relative to the configuration's folder; empty = all.
  package var files: GlobList
  /// Kinds of documents; empty = all.
  package var kinds: [String]
  /// Ids of documents; empty = all.
  package var items: [String]
  /// Settings by rule id, pack or glob, in the order written.
  package var rules: [(name: String, setting: RuleSetting)]
}

/// A `guidelint.yaml`, or what stands in for one.
package struct Configuration: Sendable {
  /// Path of the file as reports print it; nil for the built-in one.
  package var file: String?
  /// Folder that globs are relative to and that holds the catalog; nil for the built-in one.
  package var folder: String?
  /// Levels and packs that it starts from, each with its place in the file.
  package var extends: [(name: String, range: SourceRange)]
  /// Language of messages; nil = the locale decides.
  package var language: Language?
  /// Language of plain strings in documents.
  package var textLanguage: String
  /// Name of the regional profile, with its place in the file.
  package var profile: (name: String, range: SourceRange)?
  /// Files to read; empty = every YAML file.
  package var include: GlobList
  /// Files to leave out.
  package var exclude: GlobList
  /// Settings by rule id, pack or glob, in the order written.
  package var rules: [(name: String, setting: RuleSetting)]
  /// Settings for some documents only, weaker ones first.
  package var overrides: [ConfigurationOverride]
  /// Every pattern for files, with its place in the file.
  package var patterns: [(glob: Glob, range: SourceRange)] = []

  /// No file at all: the recommended level of the shipped set.
  package static var builtIn: Configuration {
    Configuration(
      file: nil, folder: nil,
      extends: [("standard/recommended", SourceRange(0, 0))], language: nil, textLanguage: "zh", profile: nil,
      include: GlobList([]), exclude: GlobList([]), rules: [], overrides: [])
  }
}
