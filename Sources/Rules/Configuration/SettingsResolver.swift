import Synchronization

/// Gives each document its effective settings: flags over item overrides over path overrides over the file over the
/// profile over levels.
package final class SettingsResolver: Sendable {
  private let library: RuleLibrary
  private let configuration: Configuration
  private let flags: RuleOverrides
  private let profile: String
  // Documents under the same overrides share one object; there are few combinations.
  private let known = Mutex<[[Int]: EffectiveSettings]>([:])
  /// The settings where no override applies.
  package let base: EffectiveSettings

  /// Prepares the settings of one catalog.
  /// - Parameter catalogProfile: the profile of the `Catalog` document, for a configuration that names none.
  package init(
    library: RuleLibrary, configuration: Configuration, catalogProfile: String? = nil,
    flags: RuleOverrides = RuleOverrides()
  ) {
    self.library = library
    self.configuration = configuration
    self.flags = flags
    profile = configuration.profile?.name ?? catalogProfile ?? RegionalProfile.standardID
    base = EffectiveSettings(
      SettingsResolver.drafts([], library: library, configuration: configuration, profile: profile, flags: flags),
      library: library)
  }

  /// The settings for a document.
  /// - Parameter path: the file's path relative to the configuration's folder.
  func settings(path: String, kind: String, id: String) -> EffectiveSettings {
    if configuration.overrides.isEmpty { return base }
    let matching = configuration.overrides.indices.filter { index in
      let override = configuration.overrides[index]
      return (override.files.isEmpty || override.files.matches(file: path))
        && (override.kinds.isEmpty || override.kinds.contains(kind))
        && (override.items.isEmpty || override.items.contains(id))
    }
    if matching.isEmpty { return base }
    return known.withLock { known in
      if let settings = known[matching] { return settings }
      let drafts = SettingsResolver.drafts(
        matching, library: library, configuration: configuration, profile: profile, flags: flags)
      let settings = EffectiveSettings(drafts, library: library)
      known[matching] = settings
      return settings
    }
  }

  private static func drafts(
    _ overrides: [Int], library: RuleLibrary, configuration: Configuration, profile: String, flags: RuleOverrides
  ) -> [SettingsDraft] {
    var drafts = library.rules.map { SettingsDraft(isOn: false, severity: $0.page.severity) }
    for (name, _) in configuration.extends { switchOn(name, &drafts, library) }
    apply(library.profiles(upTo: profile), &drafts, library)
    apply(configuration.rules, &drafts, library)
    // An override for named items is stronger than one for paths or kinds.
    let byStrength =
      overrides.filter { configuration.overrides[$0].items.isEmpty }
      + overrides.filter { !configuration.overrides[$0].items.isEmpty }
    for index in byStrength { apply(configuration.overrides[index].rules, &drafts, library) }
    apply(flags, &drafts, library)
    return drafts
  }

  private static func switchOn(_ name: String, _ drafts: inout [SettingsDraft], _ library: RuleLibrary) {
    guard let level = Configuration.standardLevel(name) else {
      // A folder of own packs: everything in it but what asks to be named.
      for index in drafts.indices where !library.rules[index].page.isStandard {
        drafts[index].isOn = drafts[index].isOn || library.rules[index].page.level != .all
      }
      return
    }
    for index in drafts.indices where library.rules[index].page.isStandard && library.rules[index].page.level <= level {
      drafts[index].isOn = true
    }
  }

  /// Leaves out the rules of other regions and takes the settings of this one, which turn no rule on.
  private static func apply(_ chain: [RegionalProfile], _ drafts: inout [SettingsDraft], _ library: RuleLibrary) {
    for index in drafts.indices where !library.rules[index].page.profiles.isEmpty {
      let isRegional = chain.contains { library.rules[index].page.profiles.contains($0.id) }
      drafts[index].isOn = drafts[index].isOn && isRegional
    }
    for (name, setting) in chain.flatMap(\.rules) {
      var setting = setting
      if setting.isOn == true { setting.isOn = nil }
      for index in library.rules(selectedBy: name) { drafts[index].apply(setting) }
    }
  }

  private static func apply(
    _ settings: [(name: String, setting: RuleSetting)], _ drafts: inout [SettingsDraft], _ library: RuleLibrary
  ) {
    for (name, setting) in settings {
      for index in library.rules(selectedBy: name) { drafts[index].apply(setting) }
    }
  }

  private static func apply(_ flags: RuleOverrides, _ drafts: inout [SettingsDraft], _ library: RuleLibrary) {
    for (name, severity) in flags.severities {
      for index in library.rules(selectedBy: name) {
        drafts[index].isOn = severity != nil
        drafts[index].severity = severity ?? drafts[index].severity
      }
    }
    for (rule, name, value) in flags.parameters {
      for index in library.rules(selectedBy: rule) {
        guard let parameter = library.rules[index].page.parameters.first(where: { $0.name == name }) else { continue }
        drafts[index].parameters[name] = ParameterValue(value, as: parameter.kind)
      }
    }
    if !flags.only.isEmpty {
      let wanted = Set(flags.only.flatMap { library.rules(selectedBy: $0) })
      for index in drafts.indices { drafts[index].isOn = wanted.contains(index) }
    }
    for name in flags.skip {
      for index in library.rules(selectedBy: name) { drafts[index].isOn = false }
    }
  }
}

extension Configuration {
  /// The level that a name such as `standard/recommended` stands for; nil for other names.
  static func standardLevel(_ name: String) -> RuleLevel? {
    if name == "standard" { return .recommended }
    let parts = name.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, parts[0] == "standard" else { return nil }
    return RuleLevel(rawValue: parts[1])
  }

  /// The folders of own packs that the configuration names.
  package var packPaths: [String] {
    extends.map(\.name).filter { name in ["./", "../", "/"].contains { name.hasPrefix($0) } }
  }
}
