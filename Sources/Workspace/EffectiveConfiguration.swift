package import Diagnostics
package import Rules

/// What holds for a catalog, or for one document of it, each value with the place that decided it.
package struct EffectiveConfiguration: Sendable {
  /// A value outside `rules`.
  package struct Value: Sendable {
    /// The key as a configuration writes it.
    package var key: String
    /// The values; a list has any number.
    package var values: [String]
    /// Where it was written.
    package var origin: SettingOrigin
  }

  /// A rule with what holds for it.
  package struct RuleValue: Sendable {
    /// The rule.
    package var page: Rule.Page
    /// Its settings with their places.
    package var draft: SettingsDraft
  }

  /// The file that governs; nil where none does.
  package var file: String?
  /// The configurations that it extends, weaker ones first.
  package var extended: [String]
  /// The document that the rules hold for; nil for documents that no override names.
  package var document: DocumentName?
  /// The values outside `rules`.
  package var values: [Value]
  /// The rules, by id.
  package var rules: [RuleValue]

  /// Keeps only some rules, named by id, pack or glob; none named keeps all.
  /// - Returns: what is wrong with the names.
  package mutating func keepRules(_ names: [String]) -> [LocalizedText] {
    guard !names.isEmpty else { return [] }
    var wanted: Set<String> = []
    var faults: [LocalizedText] = []
    for name in names {
      let found = library.selection(name)
      if found.isEmpty { faults.append(Messages.unknownRule(name, nearest: library.nearest(to: name))) }
      wanted.formUnion(found.map(\.page.id))
    }
    rules.removeAll { !wanted.contains($0.page.id) }
    return faults
  }

  private let library: RuleLibrary

  /// Puts together what a resolver knows.
  init(
    _ configuration: Configuration, library: RuleLibrary, resolver: SettingsResolver, document: DocumentName?,
    path: String
  ) {
    self.library = library
    file = configuration.file
    extended = configuration.inherited.compactMap(\.file)
    self.document = document
    values = EffectiveConfiguration.values(of: configuration, resolver)
    let drafts = resolver.drafts(path: path, kind: document?.kind ?? "", id: document?.id ?? "")
    rules = zip(library.pages, drafts).map { RuleValue(page: $0, draft: $1) }
      .sorted { $0.page.id.utf8.lexicographicallyPrecedes($1.page.id.utf8) }
  }

  private static func values(of configuration: Configuration, _ resolver: SettingsResolver) -> [Value] {
    ConfigurationKey.allCases.compactMap { key in
      var origin = configuration.origins[key] ?? .builtIn
      let values: [String]
      switch key {
      case .root: values = ["\(configuration.isRoot)"]
      case .requiredVersion: values = configuration.requiredVersion.map { [$0.text] } ?? []
      case .extends: values = configuration.extends.map(\.name)
      case .language: values = configuration.language.map { [$0.rawValue] } ?? []
      case .textLanguage: values = [configuration.textLanguage]
      case .profile:
        origin = resolver.chosenProfile.origin
        values = [resolver.chosenProfile.name]
      case .include: values = configuration.include.globs.globs.map(\.source)
      case .exclude: values = configuration.exclude.globs.globs.map(\.source)
      }
      return Value(key: key.rawValue, values: values, origin: origin)
    }
  }
}
