import Catalog
import DataTree
package import Diagnostics

/// Which rules run, how grave they are, and with which parameters: for one set of overrides.
package final class EffectiveSettings: Sendable {
  /// The state of one rule.
  struct State {
    /// Whether the rule runs at all.
    var isOn: Bool
    /// What its diagnostics are reported as.
    var severity: Severity
    /// Whether no comment, waiver, override or flag silences it.
    var isLocked: Bool
  }

  /// By rule.
  let states: [State]
  /// Parameters and vocabularies, laid out when the first document is judged under these settings.
  private let values: Deferred<SettingValues>

  /// By rule, the map that `params` reads.
  var parameters: [NodeID] { values.value.parameters }
  /// The map that `vocabulary` reads.
  var vocabularies: NodeID { values.value.vocabularies }
  /// The tree that holds parameters and vocabularies; it lives as long as the settings.
  var view: TreeView { values.value.view }

  /// Severity of a rule.
  package func severity(of rule: Int) -> Severity { states[rule].severity }
  /// Whether a rule runs.
  package func isOn(_ rule: Int) -> Bool { states[rule].isOn }
  /// Whether nothing may silence a rule.
  package func isLocked(_ rule: Int) -> Bool { states[rule].isLocked }

  /// Takes what was decided of each rule.
  init(_ drafts: [SettingsDraft], library: RuleLibrary) {
    states = drafts.map { State(isOn: $0.isOn, severity: $0.severity, isLocked: $0.isLocked) }
    values = Deferred { SettingValues(drafts, library: library) }
  }
}

/// The parameters of all rules in one tree, in which expressions read them like any other data.
private final class SettingValues: @unchecked Sendable {
  /// By rule, the map that `params` reads.
  let parameters: [NodeID]
  /// The map that `vocabulary` reads.
  let vocabularies: NodeID
  // Written in `init` only, so that reading it from several threads is safe.
  private let tree: DataTree

  /// The tree that holds parameters and vocabularies.
  var view: TreeView { tree.view }

  /// Puts the parameters of all rules into one tree.
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
    for (draft, page) in zip(drafts, library.pages) {
      builder.key(page.id)
      parameters.append(builder.begin(.map))
      for parameter in page.parameters {
        guard let value = draft.parameters[parameter.name] ?? parameter.defaultValue else { continue }
        builder.key(parameter.name)
        builder.value(value, as: parameter.kind)
      }
      builder.end()
    }
    builder.end()
    self.parameters = parameters
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
