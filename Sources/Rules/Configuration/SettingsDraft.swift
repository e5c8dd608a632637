package import Diagnostics
import SourceText

/// A rule's settings while they are put together, each with the place that decided it.
package struct SettingsDraft: Sendable {
  /// Whether the rule runs, as far as is known.
  package var isOn = false
  /// What decided whether it runs.
  package var switchOrigin: SettingOrigin
  /// What its diagnostics are reported as, as far as is known.
  package var severity: Severity
  /// What decided the severity.
  package var severityOrigin: SettingOrigin
  /// Where a configuration forbade everything stronger to silence the rule; nil where none did.
  package var lock: SettingOrigin?
  /// Parameters that have been set; one that has no value at all makes the rule not applicable.
  package var parameters: [String: ParameterValue] = [:]
  /// What decided each of them.
  package var parameterOrigins: [String: SettingOrigin] = [:]

  /// Starts from what the rule's own file says.
  init(_ page: Rule.Page) {
    severity = page.severity
    switchOrigin = .rule(page.source.path)
    severityOrigin = switchOrigin
  }

  /// Whether nothing stronger may silence the rule.
  package var isLocked: Bool { lock != nil }

  /// Applies a setting of a file; a locked rule can be sharpened, but neither silenced nor given other parameters.
  /// - Returns: whether the lock kept a part of the setting from having effect.
  @discardableResult
  mutating func apply(_ setting: RuleSetting, from source: SourceFile?) -> Bool {
    func origin(_ range: SourceRange?) -> SettingOrigin {
      source.map { .place($0, range ?? setting.range) } ?? .builtIn
    }
    let isHeld = holds(setting)
    if let isOn = setting.isOn, isOn || !isLocked {
      // A setting without a severity turns the rule on by naming it.
      if isOn != self.isOn || setting.severityRange != nil { switchOrigin = origin(setting.severityRange) }
      self.isOn = isOn
    }
    if let severity = setting.severity, !isLocked || severity > self.severity {
      self.severity = severity
      severityOrigin = origin(setting.severityRange)
    }
    if !isLocked {
      for parameter in setting.parameters {
        parameters[parameter.name] = parameter.value
        parameterOrigins[parameter.name] = origin(parameter.range)
      }
      if setting.isLocked { lock = origin(setting.lockRange) }
    }
    return isHeld
  }

  /// Whether the lock, if there is one, keeps a part of a setting from having effect.
  private func holds(_ setting: RuleSetting) -> Bool {
    guard isLocked else { return false }
    if isOn, setting.isOn == false { return true }
    if let severity = setting.severity, severity < self.severity { return true }
    return setting.parameters.contains { parameters[$0.name] != $0.value }
  }
}
