import Diagnostics

/// The rules and built-in faults that a name in a decision selects.
struct SelectedRules {
  /// Positions of rules.
  var rules: [Int]
  /// Ids of both.
  var ids: Set<String>
  /// Whether a built-in fault is among them.
  var hasBuiltIn: Bool

  /// Whether the name selects nothing.
  var isEmpty: Bool { ids.isEmpty }

  /// Whether everything that it selects is locked.
  func isLocked(under settings: EffectiveSettings) -> Bool {
    !hasBuiltIn && !rules.isEmpty && rules.allSatisfy(settings.isLocked)
  }
}

/// The faults that no rule file describes: which may be accepted, and which never.
package enum BuiltInFaults {
  /// Faults of shape and references, which may have their reasons in a catalog.
  package static let acceptable: [String] =
    [
      "catalog-id-duplicate", "catalog-profile", "catalog-reference-unknown", "catalog-several", "schema-kind-missing",
      "schema-kind-unknown", "schema-root",
    ]
    + [
      "fields", "format", "items", "length", "missing-field", "not-admitted", "not-allowed", "not-unique", "number",
      "pattern", "unknown-key", "wrong-type",
    ].map { "schema-" + $0 }

  private static let fixedPrefixes = ["yaml-", "rule-", "config-", "suppression-", "waiver-", "baseline-"]

  /// Whether a name stands for faults that nothing may silence: who wrote the file must mend it.
  static func isFixed(_ name: String) -> Bool { fixedPrefixes.contains { name.hasPrefix($0) } }
}

extension RuleLibrary {
  /// What a name selects: an id or former name, a pack, or a glob over ids, built-in faults included.
  func selected(by name: String) -> SelectedRules {
    let rules = rules(selectedBy: name)
    let isGlob = name.utf8.contains { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "?") }
    let glob = isGlob ? Glob(name) : nil
    let builtIn = BuiltInFaults.acceptable.filter { glob?.matches(file: $0) ?? ($0 == name) }
    return SelectedRules(
      rules: rules, ids: Set(rules.map { pages[$0].id } + builtIn), hasBuiltIn: !builtIn.isEmpty)
  }

  /// The nearest rule, pack or built-in fault to a name that selects nothing.
  func nearestAcceptable(to name: String) -> String? {
    nearest(to: name) ?? nearestName(to: name, among: BuiltInFaults.acceptable)
  }

  /// Ids of everything that a decision may accept.
  var acceptableIDs: Set<String> { Set(pages.map(\.id) + BuiltInFaults.acceptable) }
}
