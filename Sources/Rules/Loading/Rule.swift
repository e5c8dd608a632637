internal import CEL
internal import Catalog
package import Diagnostics
internal import JSONPath
package import SourceText
internal import TextPatterns

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
    /// What it costs the applicant.
    package var why: LocalizedText?
    /// What to do about it.
    package var remedy: LocalizedText?
    /// The reviewer's question on a walk.
    package var ask: LocalizedText?
    /// Why there is no source.
    package var note: LocalizedText?
    /// Legal sources.
    package var sources: [LegalSource]
    /// Parameters.
    package var parameters: [RuleParameter]
    /// Former names.
    package var aliases: [String]
    /// Kinds of documents that it speaks of.
    package var kinds: [String]
    /// Examples; empty unless they were asked for.
    package var examples: [RuleExample]
    /// The rule file.
    package var source: SourceFile
    /// Where the file names the rule.
    package var idRange: SourceRange
  }

  /// What each selected node brings as targets.
  enum Targets: Sendable {
    /// The node itself.
    case node
    /// Each match inside the node's text.
    case matches(TargetPattern)
    /// Each element of a list.
    case elements(Program)
  }

  /// How nodes are judged together.
  struct Grouping: Sendable {
    /// The key.
    var key: Program
    /// Whether groups reach over the whole catalog.
    var isOverCatalog: Bool
    /// Which members are reported.
    var report: GroupReport
    /// What a document contributes to groups over the catalog.
    var facts: [(name: String, program: Program)]
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
  /// Indices into `RuleLibrary.selectors`.
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
  /// The message in Chinese.
  let messageZH: [MessagePart]
  /// The message in English.
  let messageEN: [MessagePart]
  /// Whether an expression looks at other documents.
  let needsCatalog: Bool
  /// Whether an expression reads `index`, which is looked up in the parent's list.
  let readsIndex: Bool
  /// Whether an expression reads `today`.
  let readsToday: Bool
  /// Whether it runs on documents that are gone.
  let isOnRemoved: Bool

  /// Takes what the compiler has made; a rule is never changed afterwards.
  init(
    page: Page, selectors: [Int], lets: [(slot: Int, program: Program)], when: Program?,
    isWhenOfDocument: Bool, require: Program?, targets: Targets, grouping: Grouping?, at: [PathQuery],
    messageZH: [MessagePart], messageEN: [MessagePart],
    needsCatalog: Bool, readsIndex: Bool, readsToday: Bool, isOnRemoved: Bool
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
    self.messageZH = messageZH
    self.messageEN = messageEN
    self.needsCatalog = needsCatalog
    self.readsIndex = readsIndex
    self.readsToday = readsToday
    self.isOnRemoved = isOnRemoved
  }

}

/// What `find` looks for inside a text.
enum TargetPattern: Sendable {
  /// A regular expression.
  case pattern(TextPattern)
  /// A vocabulary, by its index.
  case vocabulary(Int)
}

/// The variables that expressions of rules see, by slot.
enum RuleVariable: Int, CaseIterable {
  case this, index, item, params, vocabulary, today, base, group, first, earlier, match, each

  /// Slot of the first `let`.
  static var firstLet: Int { allCases.count }
}

extension RuleLibrary {
  /// Every match of a `find` in a text, as byte offsets; empty matches are passed over.
  func matches(of pattern: TargetPattern, in text: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    let compiled: TextPattern?
    switch pattern {
    case .pattern(let pattern): compiled = pattern
    case .vocabulary(let index): compiled = vocabularies[VocabularySet.bits(of: index)]?.pattern
    }
    guard let compiled else { return [] }
    var matches: [Range<Int>] = []
    var start = 0
    while start <= text.count, let match = compiled.firstMatch(in: text, from: start) {
      if !match.isEmpty { matches.append(match) }
      start = max(match.upperBound, start + (match.isEmpty ? 1 : 0))
    }
    return matches
  }
}
