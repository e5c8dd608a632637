internal import CEL
internal import Catalog
package import Diagnostics
internal import JSONPath
package import SourceText

/// A rule, compiled: everything that running it needs, and everything that pages and reports say about it.
package final class Rule: Sendable {
  /// What people read about a rule.
  package struct Page: Sendable {
    /// Kebab-case name.
    package var id: String
    /// Folder that it stands in.
    package var pack: String
    /// Whether it is shipped.
    package var isStandard: Bool
    /// One sentence that names the defect.
    package var summary: LocalizedText
    /// Severity unless a configuration says otherwise.
    package var severity: Severity
    /// When it takes part without being named.
    package var level: RuleLevel
    /// Which of the four questions it answers.
    package var aspect: Aspect?
    /// Defect class of the ledger.
    package var defect: Defect?
    /// What it says beyond its message.
    package var explanation: RuleExplanation
    /// Parameters.
    package var parameters: [RuleParameter]
    /// Former names.
    package var aliases: [String]
    /// Profiles in which it takes part; empty for all.
    package var profiles: [String]
    /// Kinds of documents that it speaks of.
    package var kinds: [String]
    /// How its failures are repaired; nil where only people can.
    package var fix: RuleFixPage?
    /// Examples; empty unless they were asked for.
    package var examples: [RuleExample]
    /// The rule file.
    package var source: SourceFile
    /// Where the file names the rule.
    package var idRange: SourceRange

    /// What it costs the applicant.
    package var why: LocalizedText? { explanation.why }
    /// What to do about it.
    package var remedy: LocalizedText? { explanation.remedy }
    /// The reviewer's question on a walk.
    package var ask: LocalizedText? { explanation.ask }
    /// Why there is no source.
    package var note: LocalizedText? { explanation.note }
    /// Legal sources.
    package var sources: [LegalSource] { explanation.sources }
  }

  /// What each selected node brings as targets.
  enum Targets: Sendable {
    /// The node itself.
    case node
    /// Each match inside the node's text, of the search with this index in `CompiledRules.finds`.
    case matches(Int)
    /// Each element of a list.
    case elements(Program)
  }

  /// How nodes are judged together.
  // A class, because each document reads it for each rule that groups: one reference is counted instead of many.
  final class Grouping: Sendable {
    /// The key.
    let key: Program
    /// Whether groups reach over the whole catalog.
    let isOverCatalog: Bool
    /// Which members are reported.
    let report: GroupReport
    /// What a document contributes to groups over the catalog.
    let facts: [(name: String, program: Program)]
    /// Values that are about the facts of a group, by slot.
    let lets: [(slot: Int, program: Program)]

    /// Joins the parts.
    init(
      key: Program, isOverCatalog: Bool, report: GroupReport, facts: [(name: String, program: Program)],
      lets: [(slot: Int, program: Program)] = []
    ) {
      self.key = key
      self.isOverCatalog = isOverCatalog
      self.report = report
      self.facts = facts
      self.lets = lets
    }

    /// The same with values about the facts.
    func with(lets: [(slot: Int, program: Program)]) -> Grouping {
      Grouping(key: key, isOverCatalog: isOverCatalog, report: report, facts: facts, lets: lets)
    }
  }

  /// An expression between the words of a message.
  enum MessagePart: Sendable {
    /// Literal text, with its doubled braces made single.
    case words(String)
    /// An expression, whose value is put into words.
    case expression(Program)
  }

  /// What people read.
  package let page: Page
  /// Indices into `CompiledRules.selectors`.
  let selectors: [Int]
  /// Named values: slot and program.
  let lets: [(slot: Int, program: Program)]
  /// Condition under which the rule speaks.
  let when: Program?
  /// Whether `when` reads nothing of the selected node, so that it is evaluated once for a document.
  let isWhenOfDocument: Bool
  /// What must hold; nil = never.
  let require: Program?
  /// What is judged at each selected node.
  let targets: Targets
  /// How nodes are put together by `groupBy`; nil where each is judged alone.
  let grouping: Grouping?
  /// Where the underline goes; further ones are secondary labels.
  let at: [PathQuery]
  /// Places in the version compared against that are shown as well.
  let atBase: [PathQuery]
  /// What a failure says.
  let message: RuleMessage
  /// How a failure is repaired; nil where only people can.
  let fix: RuleFix?
  /// Whether an expression looks at other documents.
  let needsCatalog: Bool
  /// Whether an expression reads `index`, which is looked up in the parent's list.
  let readsIndex: Bool
  /// Whether an expression reads `today`.
  let readsToday: Bool
  /// Whether an expression or a place reads the version compared against, which is parsed for such rules only.
  let readsBase: Bool
  /// Whether it runs on documents that are gone.
  let isOnRemoved: Bool
  /// Parts of its expressions that tell what they come to; empty unless the library is observed.
  let observedParts: [ObservedPart]
  /// Ids of the vocabularies that it names.
  let vocabularies: Set<String>

  /// A part of an expression on which the rule's course depends.
  struct ObservedPart: Sendable {
    /// The expression.
    var program: Program
    /// The part.
    var point: ObservationPoint
    /// Where it is written in the rule file.
    var range: SourceRange
  }

  /// Whether it judges a document by itself, and not against an earlier version or the rest of the catalog.
  package var isAboutOneDocument: Bool { !readsBase && !isOnRemoved && grouping?.isOverCatalog != true }

  /// Takes what the compiler has made; a rule is never changed afterwards.
  init(
    page: Page, selectors: [Int], lets: [(slot: Int, program: Program)], when: Program?,
    isWhenOfDocument: Bool, require: Program?, targets: Targets, grouping: Grouping?, at: [PathQuery],
    atBase: [PathQuery], message: RuleMessage, fix: RuleFix?,
    needsCatalog: Bool, readsIndex: Bool, readsToday: Bool, readsBase: Bool, isOnRemoved: Bool,
    observedParts: [ObservedPart], vocabularies: Set<String>
  ) {
    self.page = page
    self.selectors = selectors
    self.lets = lets
    self.when = when
    self.isWhenOfDocument = isWhenOfDocument
    self.require = require
    self.targets = targets
    self.grouping = grouping
    self.at = at
    self.atBase = atBase
    self.message = message
    self.fix = fix
    self.needsCatalog = needsCatalog
    self.readsIndex = readsIndex
    self.readsToday = readsToday
    self.readsBase = readsBase
    self.isOnRemoved = isOnRemoved
    self.observedParts = observedParts
    self.vocabularies = vocabularies
  }

  /// A rule that judges nothing, in the place of one that does not compile.
  convenience init(silent page: Page) {
    self.init(
      page: page, selectors: [], lets: [], when: nil, isWhenOfDocument: false, require: nil, targets: .node,
      grouping: nil, at: [], atBase: [], message: RuleMessage(RuleMessage.Parts(zh: [], en: [])), fix: nil,
      needsCatalog: false, readsIndex: false, readsToday: false, readsBase: false, isOnRemoved: false,
      observedParts: [], vocabularies: [])
  }
}

/// The variables that expressions of rules see, by slot.
enum RuleVariable: Int, CaseIterable {
  case this, index, item, params, vocabulary, today, base, group, first, earlier, match, each

  /// Slot of the first `let`.
  static var firstLet: Int { allCases.count }
}
