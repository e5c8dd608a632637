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
  /// The switch or severity, where it was stated.
  var severityRange: SourceRange?
  /// The `locked` that says so.
  var lockRange: SourceRange?

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
  /// Files, relative to the folder of the configuration that says so; empty = all.
  package var files: PlacedGlobs
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
  /// The file itself; nil for the built-in one.
  package var source: SourceFile?
  /// Levels, packs and configurations that it starts from, each with its place in the file.
  package var extends: [(name: String, range: SourceRange)]
  /// The configurations that it extends, and those that they do, weaker ones first; each as written in its own file.
  package var inherited: [Configuration] = []
  /// Absolute paths of the folders of own packs, those of extended configurations first.
  package var packPaths: [String] = []
  /// Where each key was stated, here or in what is extended.
  package var origins: [ConfigurationKey: SettingOrigin] = [:]
  /// Versions of the tool that may use the file, as written.
  package var requiredVersion: (text: String, range: SourceRange)?
  /// Whether it, or one that it extends, is for other versions of the tool, so that nothing may be checked under it.
  package var isRefused = false
  /// Whether no configuration is looked for further up.
  package var isRoot = false
  /// Language of messages; nil = the locale decides.
  package var language: Language?
  /// Language of plain strings in documents.
  package var textLanguage: String
  /// Name of the regional profile, with its place in the file.
  package var profile: (name: String, range: SourceRange)?
  /// Files to read; empty = every YAML file.
  package var include: PlacedGlobs
  /// Files to leave out.
  package var exclude: PlacedGlobs
  /// Settings by rule id, pack or glob, in the order written.
  package var rules: [(name: String, setting: RuleSetting)]
  /// Settings for some documents only, weaker ones first.
  package var overrides: [ConfigurationOverride]
  /// Every pattern for files that the file itself states, with its place in it.
  package var patterns: [(glob: Glob, range: SourceRange)] = []

  /// No file at all: the recommended level of the shipped set.
  package static var builtIn: Configuration {
    Configuration(
      file: nil, folder: nil,
      extends: [("standard/recommended", SourceRange(0, 0))], language: nil, textLanguage: "zh", profile: nil,
      include: PlacedGlobs(), exclude: PlacedGlobs(), rules: [], overrides: [])
  }

  /// Everything that it is made of, weaker parts first.
  package var layers: [Configuration] { inherited + [self] }

  /// Whether an entry of `extends` is a path rather than a level of the shipped set.
  package static func isPath(_ name: String) -> Bool { ["./", "../", "/"].contains { name.hasPrefix($0) } }
}
