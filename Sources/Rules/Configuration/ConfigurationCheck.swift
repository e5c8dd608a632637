import Diagnostics
package import SourceText

extension AuthoringSchemas {
  /// Reads a configuration and checks its shape.
  /// - Parameter folder: absolute path of the file's folder.
  package func readConfiguration(_ source: SourceFile, folder: String) -> (Configuration, [ReportedDiagnostic]) {
    let (tree, faults) = read(source, as: .configuration)
    let found = faults.map { ReportedDiagnostic($0, in: source.path) }
    guard let tree else {
      var configuration = Configuration.builtIn
      configuration.file = source.path
      configuration.folder = folder
      configuration.source = source
      return (configuration, found)
    }
    return (Configuration(tree.view, source: source, folder: folder), found)
  }
}

extension Configuration {
  /// Says of each pattern, by its position, that it takes no file.
  package func warnings(ofUnmatched positions: Set<Int>) -> [ReportedDiagnostic] {
    guard let file else { return [] }
    return positions.sorted().map { position in
      let (glob, range) = patterns[position]
      return ReportedDiagnostic(
        Diagnostic(
          id: "config-glob-unmatched", severity: .warning, message: Messages.globUnmatched(glob.source), range: range),
        in: file)
    }
  }
}

extension RuleLibrary {
  /// What one file of a configuration names that does not exist, and values that do not fit.
  package func check(_ configuration: Configuration) -> [ReportedDiagnostic] {
    guard let file = configuration.file else { return [] }
    var found: [Diagnostic] = []
    for (name, range) in configuration.extends {
      if !Configuration.isPath(name), Configuration.standardLevel(name) == nil {
        found.append(Diagnostic(id: "config-extends", message: Messages.unknownExtends(name), range: range))
      }
    }
    if let (name, range) = configuration.profile, profile(named: name) == nil {
      let message = Messages.unknownProfile(name, nearest: nearestProfile(to: name))
      found.append(Diagnostic(id: "config-profile", message: message, range: range))
    }
    let settings = configuration.rules + configuration.overrides.flatMap(\.rules)
    for (name, setting) in settings { found += check(name, setting) }
    return found.map { ReportedDiagnostic($0, in: file) }
  }

  /// Settings that a lock in the same file, or in one that it extends, keeps from having effect.
  package func lockFaults(of configuration: Configuration) -> [ReportedDiagnostic] {
    guard configuration.hasLocks else { return [] }
    var drafts = SettingsResolver.starting(
      configuration, library: self, profile: configuration.profile?.name ?? RegionalProfile.standardID)
    var found: [ReportedDiagnostic] = []
    for layer in configuration.layers {
      guard let source = layer.source else { continue }
      found += apply(layer.rules, of: source, &drafts)
      for override in layer.overrides {
        var special = drafts
        found += apply(override.rules, of: source, &special)
      }
    }
    return found
  }

  /// Applies settings and says which of those that name one rule were held back; a whole pack may well hold a lock.
  private func apply(
    _ settings: [(name: String, setting: RuleSetting)], of source: SourceFile, _ drafts: inout [SettingsDraft]
  ) -> [ReportedDiagnostic] {
    var found: [ReportedDiagnostic] = []
    for (name, setting) in settings {
      for index in rules(selectedBy: name) {
        let lock = drafts[index].lock
        guard drafts[index].apply(setting, from: source), let lock, pages[index].id == name else { continue }
        let message = Messages.lockedSetting(name, at: lock.words)
        found.append(
          ReportedDiagnostic(
            Diagnostic(id: "config-locked", severity: .warning, message: message, range: setting.range),
            in: source.path))
      }
    }
    return found
  }

  /// What is wrong with one setting of a configuration or profile.
  func check(_ name: String, _ setting: RuleSetting) -> [Diagnostic] {
    let selected = rules(selectedBy: name)
    if selected.isEmpty {
      let message = Messages.unknownRule(name, nearest: nearest(to: name))
      return [Diagnostic(id: "config-unknown-rule", message: message, range: setting.range)]
    }
    var found: [Diagnostic] = []
    for index in selected {
      let page = pages[index]
      for (name, value, range) in setting.parameters {
        guard let parameter = page.parameters.first(where: { $0.name == name }) else {
          let message = Messages.unknownParameter(name, of: page.id, known: page.parameters.map(\.name))
          found.append(Diagnostic(id: "config-unknown-parameter", message: message, range: range))
          continue
        }
        if !value.fits(parameter.kind) {
          let message = Messages.badParameter(name, of: page.id, value.words, expected: parameter.kind)
          found.append(Diagnostic(id: "config-parameter", message: message, range: range))
        }
      }
    }
    return found
  }
}

extension ParameterValue {
  /// The value as a person would write it.
  package var words: String {
    switch self {
    case .int(let number): "\(number)"
    case .double(let number): "\(number)"
    case .string(let text): text
    case .bool(let flag): "\(flag)"
    case .list(let texts): "[\(texts.joined(separator: ", "))]"
    }
  }
}
