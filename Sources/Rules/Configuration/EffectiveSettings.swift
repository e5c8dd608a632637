import Catalog
import DataTree
package import Diagnostics

/// Which rules run, how grave they are, and with which parameters: for one set of overrides.
package final class EffectiveSettings: @unchecked Sendable {
  /// The state of one rule.
  struct State {
    /// Whether the rule runs at all.
    var isOn: Bool
    /// What its diagnostics are reported as.
    var severity: Severity
    /// Whether no comment, waiver, override or flag silences it.
    var isLocked: Bool
    /// The map that `params` reads.
    var parameters: NodeID
  }

  /// By rule.
  let states: [State]
  /// The map that `vocabulary` reads.
  let vocabularies: NodeID
  // Written in `init` only, so that reading it from several threads is safe.
  private let tree: DataTree

  /// The tree that holds parameters and vocabularies.
  var view: TreeView { tree.view }

  /// Severity of a rule.
  package func severity(of rule: Int) -> Severity { states[rule].severity }
  /// Whether a rule runs.
  package func isOn(_ rule: Int) -> Bool { states[rule].isOn }
  /// Whether nothing may silence a rule.
  package func isLocked(_ rule: Int) -> Bool { states[rule].isLocked }

  /// Puts the parameters of all rules into one tree, in which expressions read them like any other data.
  init(_ drafts: [SettingsDraft], library: RuleLibrary) {
    tree = DataTree(symbols: library.symbols)
    var builder = TreeBuilder(into: tree)
    var parameters: [NodeID] = []
    builder.begin(.map)
    builder.key("vocabulary")
    vocabularies = builder.begin(.map)
    for (index, name) in library.vocabularyNames.enumerated() {
      builder.key(name)
      builder.opaque(bits: VocabularySet.bits(of: index), words: name)
    }
    builder.end()
    for (draft, rule) in zip(drafts, library.rules) {
      builder.key(rule.page.id)
      parameters.append(builder.begin(.map))
      for parameter in rule.page.parameters {
        guard let value = draft.parameters[parameter.name] ?? parameter.defaultValue else { continue }
        builder.key(parameter.name)
        builder.value(value, as: parameter.kind)
      }
      builder.end()
    }
    builder.end()
    states = zip(drafts, parameters).map { draft, parameters in
      State(isOn: draft.isOn, severity: draft.severity, isLocked: draft.isLocked, parameters: parameters)
    }
  }
}

extension TreeBuilder {
  fileprivate mutating func opaque(bits: UInt64, words: String) {
    var words = words
    _ = words.withUTF8 { scalar(.opaque, text: $0, bits: bits) }
  }

  fileprivate mutating func value(_ value: ParameterValue, as kind: RuleParameter.Kind) {
    switch value {
    case .int(let number): _ = kind == .number ? double(Double(number)) : int(number)
    case .double(let number): double(number)
    case .string(let text): string(text)
    case .bool(let flag): bool(flag)
    case .list(let texts):
      begin(.list)
      for text in texts { string(text) }
      end()
    }
  }
}
