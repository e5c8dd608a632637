import Catalog
import DataTree
package import SourceText

/// The document that rules are running on.
// A class, because each rule is handed it.
final class DocumentScope {
  /// Its tree, after reading.
  let tree: DataTree
  /// Its file.
  let source: SourceFile
  /// Index of its kind in `RuleLibrary.kinds`.
  let kind: Int
  /// Whether its shape is at fault: evaluation errors are then not applicable, because the fault is reported already.
  let hasShapeFaults: Bool
  /// Which rules run on it, how, and with which parameters.
  let settings: EffectiveSettings
  /// Its earlier state, for the rules that compare.
  var base = BaseDocument.none

  /// The scope for rules that read the earlier state, whose faults of shape may make an expression fail, too.
  var comparing: DocumentScope {
    guard case .document(_, _, hasShapeFaults: true) = base else { return self }
    let scope = DocumentScope(tree: tree, source: source, kind: kind, hasShapeFaults: true, settings: settings)
    scope.base = base
    return scope
  }

  /// Collects what rules run on.
  init(tree: DataTree, source: SourceFile, kind: Int, hasShapeFaults: Bool, settings: EffectiveSettings) {
    self.tree = tree
    self.source = source
    self.kind = kind
    self.hasShapeFaults = hasShapeFaults
    self.settings = settings
  }
}

/// Pass and not-applicable results of one rule on one document; the rest are records.
package struct RuleTally: Hashable, Sendable {
  /// Requirements that hold.
  package var pass: UInt32 = 0
  /// Targets that the rule does not speak of.
  package var notApplicable: UInt32 = 0
}

/// A value that a document contributes to groups over the catalog.
package enum FactValue: Hashable, Sendable {
  /// Not stated.
  case absent
  /// `null`
  case null
  /// A truth value.
  case bool(Bool)
  /// A whole number.
  case int(Int64)
  /// A number.
  case double(Double)
  /// Text.
  case string([UInt8])
  /// A domain value with its words.
  case opaque(UInt64, words: [UInt8])
  /// A list.
  case list([FactValue])
}

/// One member of a group over the catalog, as its document contributes it.
package struct GroupFact: Sendable {
  /// Index of the rule.
  package var rule: Int
  /// The group's key in bytes that are equal when keys are.
  package var key: [UInt8]
  /// The declared facts in their order.
  package var values: [FactValue]
  /// What is underlined.
  package var range: SourceRange
  /// Path of the underlined node.
  package var path: String
  /// The same place by names instead of positions.
  package var anchor: StablePlace
  /// Offset of the member in its file: members are judged in order of file and offset.
  package var offset: UInt32
}
