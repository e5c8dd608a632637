package import DataTree
package import Diagnostics
package import SourceText

/// When a rule takes part without being named.
package enum RuleLevel: String, Sendable, CaseIterable, Comparable {
  /// Wrong by law or by logic.
  case correctness
  /// What a good guide does.
  case recommended
  /// Everything else.
  case all

  /// Orders from the narrowest set to the widest.
  package static func < (left: RuleLevel, right: RuleLevel) -> Bool {
    let order: [RuleLevel] = [.correctness, .recommended, .all]
    return order.firstIndex(of: left) ?? 0 < order.firstIndex(of: right) ?? 0
  }
}

/// An expression, path or pattern as a rule file writes it: its text and where that text stands.
package struct WrittenText {
  /// The text that the scalar means.
  package var text: String
  /// The scalar.
  package var node: NodeID
}

/// A parameter of a rule.
package struct RuleParameter: Sendable {
  /// The types a parameter may have.
  package enum Kind: String, Sendable {
    /// A whole number.
    case integer
    /// Any number.
    case number
    /// Text.
    case string
    /// `true` or `false`
    case boolean
    /// A list of texts.
    case list
  }

  /// Name as `params.NAME` reads it.
  package var name: String
  /// Type of its values.
  package var kind: Kind
  /// Default; nil means that the rule is not applicable until a configuration sets the parameter.
  package var defaultValue: ParameterValue?
  /// What it sets.
  package var description: LocalizedText
}

/// A value of a parameter.
package enum ParameterValue: Hashable, Sendable {
  /// A whole number.
  case int(Int64)
  /// A number.
  case double(Double)
  /// Text.
  case string(String)
  /// A truth value.
  case bool(Bool)
  /// A list of texts.
  case list([String])
}

/// How members of a group are reported.
enum GroupReport: String {
  /// Every member after the first; a group of one: itself.
  case later
  /// Every member.
  case each
  /// The first member only.
  case once
}

/// What an example of a rule expects.
package enum ExampleExpectation: String, Sendable, CaseIterable {
  /// At least one pass and no fail.
  case ok
  /// Exactly the marked diagnostics.
  case bad
  /// Neither a pass nor a fail.
  case na
}

/// An example of a rule, still as text.
package struct RuleExample: Sendable {
  /// Name.
  package var name: String
  /// What must come out.
  package var expectation: ExampleExpectation
  /// The documents, with mark lines.
  package var text: String
  /// The same documents once every fix of the rule is applied; nil where the example does not say.
  package var fixed: String?
  /// The documents of the version compared against, with mark lines; nil where nothing is compared.
  package var base: String?
  /// Further files of the little catalog, by path.
  package var files: [(path: String, text: String)]
  /// Parameters that differ from the defaults.
  package var parameters: [(name: String, value: ParameterValue)]
  /// The day that `today` gives; nil for any.
  package var today: String?
  /// Where the example stands in the rule file.
  package var range: SourceRange
}

/// A rule file as read: texts with their places, nothing compiled yet.
struct RuleDeclaration {
  /// Must equal the file's name.
  var id: WrittenText
  /// What is wrong, in one sentence.
  var summary: LocalizedText
  /// What its diagnostics are reported as, unless a configuration says otherwise.
  var severity: Severity
  /// The smallest rule set that includes it.
  var level: RuleLevel
  /// Which of the four questions about a guide it answers; nil for none of them.
  var aspect: Aspect?
  /// Its class in the reviewers' ledger; nil for none of the five.
  var defect: Defect?
  /// Former ids, which suppressions may still name.
  var aliases: [String]
  /// Profiles in which it takes part; empty for all.
  var profiles: [WrittenText]
  /// Kinds of documents it looks at.
  var kinds: [WrittenText]
  /// Paths to the nodes it judges; empty for the whole document.
  var select: [WrittenText]
  /// Key by which nodes are judged together; nil where each is judged alone.
  var groupBy: WrittenText?
  /// Whether groups reach over all documents rather than over one.
  var isOverCatalog: Bool
  /// Whether it judges documents that the base had and the catalog no longer has.
  var isOnRemoved: Bool
  /// Which members of a failed group are reported.
  var report: GroupReport
  /// What a node passes on to a group over the catalog, when its document is no longer in memory.
  var facts: [(name: WrittenText, expression: WrittenText)]
  /// Named values in the order of the file; each may read the ones above it.
  var lets: [(name: WrittenText, expression: WrittenText)]
  /// Condition under which the rule speaks; nil for always.
  var when: WrittenText?
  /// What must hold; nil where every target is a fault.
  var require: WrittenText?
  /// Paths to what is underlined; empty for the target itself.
  var at: [WrittenText]
  /// Paths to places in the version compared against.
  var atBase: [WrittenText]
  /// Pattern or vocabulary whose matches in a node's text are the targets.
  var find: WrittenText?
  /// Expression that gives a list whose elements are the targets.
  var each: WrittenText?
  /// Template of the message in Chinese.
  var messageZH: WrittenText
  /// Template of the message in English.
  var messageEN: WrittenText
  /// How a failure is repaired; nil where only people can.
  var fix: RuleFixDeclaration?
  /// What it says beyond its message.
  var explanation: RuleExplanation
  /// What a configuration may set.
  var parameters: [RuleParameter]
  /// The `params` key's nodes by parameter name, for diagnostics about one of them.
  var parameterNodes: [String: NodeID]
  /// Empty unless examples were asked for; a lint does not need them.
  var examples: [RuleExample]
}
