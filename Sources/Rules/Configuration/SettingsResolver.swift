package import Diagnostics
import SourceText
import Synchronization

/// Gives each document its effective settings: flags over item overrides over path overrides over the file over what
/// it extends over the profile over levels.
package final class SettingsResolver: Sendable {
  private let library: RuleLibrary
  private let configuration: Configuration
  private let flags: RuleOverrides
  private let profile: String
  private let catalogProfile: String?
  /// The overrides of all layers, in their order.
  private let overrides: [ConfigurationOverride]
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
    self.catalogProfile = catalogProfile
    overrides = configuration.layers.flatMap(\.overrides)
    profile = configuration.profile?.name ?? catalogProfile ?? RegionalProfile.standardID
    base = EffectiveSettings(
      SettingsResolver.drafts([], library: library, configuration: configuration, profile: profile, flags: flags),
      library: library)
  }

  /// The settings for a document.
  /// - Parameter path: the file's path relative to the configuration's folder.
  package func settings(path: String, kind: String, id: String) -> EffectiveSettings {
    if overrides.isEmpty { return base }
    let matching = matching(path: path, kind: kind, id: id)
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

  /// Rules that flags leave out; without those the configuration might run them.
  var rulesLeftByFlags: Set<Int> {
    var left: Set<Int> = []
    if !flags.only.isEmpty {
      left = Set(library.pages.indices).subtracting(flags.only.flatMap { library.rules(selectedBy: $0) })
    }
    let switchedOff = flags.skip + flags.severities.filter { $0.severity == nil }.map(\.rule)
    return left.union(switchedOff.flatMap { library.rules(selectedBy: $0) })
  }

  /// The settings for a document before they are put into a tree, each with the place that decided it.
  package func drafts(path: String, kind: String, id: String) -> [SettingsDraft] {
    SettingsResolver.drafts(
      matching(path: path, kind: kind, id: id), library: library, configuration: configuration, profile: profile,
      flags: flags)
  }

  /// The name of the profile, and what chose it.
  package var chosenProfile: (name: String, origin: SettingOrigin) {
    (profile, configuration.origins[.profile] ?? (catalogProfile == nil ? .builtIn : .catalogDocument))
  }

  /// The overrides, by their position among those of all layers, that apply to a document.
  private func matching(path: String, kind: String, id: String) -> [Int] {
    let absolute = configuration.folder.map { $0 == "/" ? "/" + path : $0 + "/" + path } ?? path
    return overrides.indices.filter { index in
      let override = overrides[index]
      return (override.files.isEmpty || override.files.matches(file: absolute))
        && (override.kinds.isEmpty || override.kinds.contains(kind))
        && (override.items.isEmpty || override.items.contains(id))
    }
  }

  /// What flags ask of locked rules, which no flag silences.
  package func lockedFlags() -> [LocalizedText] {
    guard !flags.isEmpty, configuration.hasLocks else { return [] }
    var drafts = [base(of: [])]
    drafts += overrides.indices.map { base(of: [$0]) }
    var faults: [LocalizedText] = []
    for draft in drafts {
      for fault in flags.faults(against: draft, in: library) where !faults.contains(fault) { faults.append(fault) }
    }
    return faults
  }

  /// The settings under some overrides as the files have them.
  private func base(of overrides: [Int]) -> [SettingsDraft] {
    SettingsResolver.drafts(
      overrides, library: library, configuration: configuration, profile: profile, flags: RuleOverrides())
  }

  private static func drafts(
    _ overrides: [Int], library: RuleLibrary, configuration: Configuration, profile: String, flags: RuleOverrides
  ) -> [SettingsDraft] {
    var drafts = starting(configuration, library: library, profile: profile)
    // Everything that a file extends is weaker than the file, whatever it says it of.
    var first = 0
    for layer in configuration.layers {
      apply(layer.rules, from: layer.source, &drafts, library)
      let own = overrides.filter { $0 >= first && $0 < first + layer.overrides.count }.map {
        layer.overrides[$0 - first]
      }
      // An override for named items is stronger than one for paths or kinds.
      for override in own.filter(\.items.isEmpty) + own.filter({ !$0.items.isEmpty }) {
        apply(override.rules, from: layer.source, &drafts, library)
      }
      first += layer.overrides.count
    }
    flags.apply(to: &drafts, in: library)
    return drafts
  }

  /// What levels, packs and the profile make of the rules, before any file sets one.
  static func starting(_ configuration: Configuration, library: RuleLibrary, profile: String) -> [SettingsDraft] {
    var drafts = library.pages.map { SettingsDraft($0) }
    for layer in configuration.layers {
      for (name, range) in layer.extends {
        switchOn(name, origin: layer.source.map { .place($0, range) } ?? .builtIn, &drafts, library)
      }
    }
    apply(library.profiles(upTo: profile), &drafts, library)
    return drafts
  }

  private static func switchOn(
    _ name: String, origin: SettingOrigin, _ drafts: inout [SettingsDraft], _ library: RuleLibrary
  ) {
    let level = Configuration.standardLevel(name)
    for index in drafts.indices where !drafts[index].isOn {
      let page = library.pages[index]
      // A folder of own packs: everything in it but what asks to be named.
      let isMeant = level.map { page.isStandard && page.level <= $0 } ?? (!page.isStandard && page.level != .all)
      guard isMeant else { continue }
      drafts[index].isOn = true
      // Without `extends` nobody wrote the level anywhere.
      if case .place(_, let range) = origin, range.isEmpty {
        drafts[index].switchOrigin = .builtIn
      } else {
        drafts[index].switchOrigin = origin
      }
    }
  }

  /// Leaves out the rules of other regions and takes the settings of this one, which turn no rule on.
  private static func apply(_ chain: [RegionalProfile], _ drafts: inout [SettingsDraft], _ library: RuleLibrary) {
    for index in drafts.indices where !library.pages[index].profiles.isEmpty && drafts[index].isOn {
      let page = library.pages[index]
      guard !chain.contains(where: { page.profiles.contains($0.id) }) else { continue }
      drafts[index].isOn = false
      drafts[index].switchOrigin = .rule(page.source.path)
    }
    for profile in chain {
      for (name, setting) in profile.rules {
        var setting = setting
        if setting.isOn == true { setting.isOn = nil }
        for index in library.rules(selectedBy: name) { drafts[index].apply(setting, from: profile.source) }
      }
    }
  }

  /// Applies the settings of a file or override in the order written.
  static func apply(
    _ settings: [(name: String, setting: RuleSetting)], from source: SourceFile?, _ drafts: inout [SettingsDraft],
    _ library: RuleLibrary
  ) {
    for (name, setting) in settings {
      for index in library.rules(selectedBy: name) { drafts[index].apply(setting, from: source) }
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

  /// Whether any of its files locks a rule.
  var hasLocks: Bool {
    layers.contains { layer in
      (layer.rules + layer.overrides.flatMap(\.rules)).contains { $0.setting.isLocked }
    }
  }
}
