package import Diagnostics
import SourceText

/// What the command line says of rules; stronger than every configuration.
package struct RuleOverrides: Sendable {
  /// Rules to run, all others off; empty = as configured.
  package var only: [String] = []
  /// Rules to leave out.
  package var skip: [String] = []
  /// Severities, nil = off.
  package var severities: [(rule: String, severity: Severity?)] = []
  /// Parameters.
  package var parameters: [(rule: String, name: String, value: String)] = []

  /// Changes nothing.
  package init() {}

  /// Reads the values of `--severity rule=level` and `--set rule.param=value`.
  /// - Returns: what is wrong with them, in sentences.
  package mutating func read(severities: [String], parameters: [String]) -> [LocalizedText] {
    var faults: [LocalizedText] = []
    for value in severities {
      let parts = value.split(separator: "=", maxSplits: 1).map(String.init)
      if parts.count == 2, let severity = Severity(token: parts[1]) {
        self.severities.append((parts[0], severity))
      } else if parts.count == 2, parts[1] == "off" {
        self.severities.append((parts[0], nil))
      } else {
        faults.append(Messages.badSeverityFlag(value))
      }
    }
    for value in parameters {
      let parts = value.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      let names = parts[0].split(separator: ".").map(String.init)
      if parts.count == 2, names.count == 2 {
        self.parameters.append((names[0], names[1], parts[1]))
      } else {
        faults.append(Messages.badSetFlag(value))
      }
    }
    return faults
  }

  /// What the overrides name that the library does not have, or values that do not fit.
  package func faults(in library: RuleLibrary) -> [LocalizedText] {
    var faults: [LocalizedText] = []
    for name in only + skip + severities.map(\.rule) + parameters.map(\.rule)
    where library.rules(selectedBy: name).isEmpty {
      faults.append(Messages.unknownRule(name, nearest: library.nearest(to: name)))
    }
    for (rule, name, value) in parameters {
      for index in library.rules(selectedBy: rule) {
        let page = library.pages[index]
        guard let parameter = page.parameters.first(where: { $0.name == name }) else {
          faults.append(Messages.unknownParameter(name, of: page.id, known: page.parameters.map(\.name)))
          continue
        }
        if ParameterValue(value, as: parameter.kind) == nil {
          faults.append(Messages.badParameter(name, of: page.id, value, expected: parameter.kind))
        }
      }
    }
    return faults
  }
}

extension RuleOverrides {
  /// Whether nothing was asked for.
  var isEmpty: Bool { only.isEmpty && skip.isEmpty && severities.isEmpty && parameters.isEmpty }

  /// Changes settings as the command line asks; what a lock forbids is left as it is, and `faults(against:in:)` says so.
  func apply(to drafts: inout [SettingsDraft], in library: RuleLibrary) {
    if isEmpty { return }
    for (name, severity) in severities {
      for index in library.rules(selectedBy: name) where !isHeld(severity, by: drafts[index]) {
        drafts[index].isOn = severity != nil
        drafts[index].severity = severity ?? drafts[index].severity
      }
    }
    for (rule, name, value) in parameters {
      for index in library.rules(selectedBy: rule) where !drafts[index].isLocked {
        guard let parameter = library.pages[index].parameters.first(where: { $0.name == name }) else { continue }
        drafts[index].parameters[name] = ParameterValue(value, as: parameter.kind)
      }
    }
    if !only.isEmpty {
      let wanted = Set(only.flatMap { library.rules(selectedBy: $0) })
      // A locked rule runs whatever else is asked for.
      for index in drafts.indices where !drafts[index].isLocked { drafts[index].isOn = wanted.contains(index) }
      for index in wanted { drafts[index].isOn = true }
    }
    for name in skip {
      for index in library.rules(selectedBy: name) where !drafts[index].isLocked { drafts[index].isOn = false }
    }
  }

  /// What is asked of rules that are locked under some settings.
  func faults(against drafts: [SettingsDraft], in library: RuleLibrary) -> [LocalizedText] {
    var faults: [LocalizedText] = []
    func note(_ flag: String, _ name: String, _ isForbidden: (SettingsDraft) -> Bool) {
      for index in library.rules(selectedBy: name) {
        guard let lock = drafts[index].lock, drafts[index].isOn, isForbidden(drafts[index]) else { continue }
        faults.append(Messages.lockedFlag(flag, rule: library.pages[index].id, at: lock.words))
      }
    }
    for name in skip { note("--skip \(name)", name) { _ in true } }
    for (name, severity) in severities {
      note("--severity \(name)=\(severity?.token ?? "off")", name) { isHeld(severity, by: $0) }
    }
    for (rule, name, value) in parameters {
      note("--set \(rule).\(name)=\(value)", rule) { _ in true }
    }
    return faults
  }

  private func isHeld(_ severity: Severity?, by draft: SettingsDraft) -> Bool {
    guard draft.isLocked else { return false }
    return severity.map { $0 < draft.severity } ?? true
  }
}

extension ParameterValue {
  /// Reads a value of the command line; nil when it is not of the kind.
  init?(_ text: String, as kind: RuleParameter.Kind) {
    switch kind {
    case .integer:
      guard let number = Int64(text) else { return nil }
      self = .int(number)
    case .number:
      guard let number = Double(text), number.isFinite else { return nil }
      self = .double(number)
    case .string: self = .string(text)
    case .boolean:
      guard text == "true" || text == "false" else { return nil }
      self = .bool(text == "true")
    case .list: self = .list(text.split(separator: "|").map(String.init))
    }
  }

  /// Whether a value is of a kind; whole numbers are numbers too.
  func fits(_ kind: RuleParameter.Kind) -> Bool {
    switch (self, kind) {
    case (.int, .integer), (.int, .number), (.double, .number), (.string, .string), (.bool, .boolean), (.list, .list):
      true
    default: false
    }
  }
}
