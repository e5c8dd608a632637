import CEL
import Catalog
import DataTree
package import Diagnostics
import JSONPath
import JSONSchema
package import SourceText

/// A rule set, loaded and compiled once: immutable, shared by all workers.
package final class RuleLibrary: Sendable {
  /// A pack: a folder of rules.
  package struct Pack: Sendable {
    /// The folder's name.
    package var id: String
    /// What it is about.
    package var title: LocalizedText
    /// Whether it is shipped.
    package var isStandard: Bool
  }

  /// The rules, sorted by id.
  package let rules: [Rule]
  /// The packs, sorted by id.
  package let packs: [Pack]
  /// What regions change, sorted by id.
  package let profiles: [RegionalProfile]
  /// Data for walks by id; a user's own in place of the shipped one.
  package var kits: [String: Kit] { deferredKits.value }
  private let deferredKits: Deferred<[String: Kit]>
  /// What is wrong with the files of the set; any error makes a run untrustworthy.
  package let diagnostics: [ReportedDiagnostic]
  /// The files that diagnostics are in, by path.
  package let sources: [String: SourceFile]
  /// The schemas of configurations and rule files.
  let authoring: AuthoringSchemas
  /// Keys that documents' trees give symbols to.
  let symbols: SymbolTable
  /// Kinds of documents, sorted; a kind's index is its number everywhere.
  let kinds: [String]
  /// The schema of each kind.
  let schemas: DocumentSchemas
  /// What reading makes of documents.
  let shapes: Shapes
  /// Distinct selectors of all rules.
  let selectors: [PathQuery]
  /// For each selector the one that finds its nodes too.
  let selectorParts: [SelectorPart?]
  /// What running the rules reads of them.
  let plans: RulePlans
  /// Distinct searches of `find`.
  let finds: [TargetPattern]
  /// Tells which of `finds` may find something in a text.
  var triggers: TextTriggers { deferredTriggers.value }
  /// The triggers, which are of no use where no rule with `find` takes part.
  private let deferredTriggers: Deferred<TextTriggers>
  /// The bits in `triggers` of the searches that depend on which script a document uses less.
  let scriptFinds: UInt64
  /// Rules by kind, in order of their id.
  let rulesByKind: [[Int]]
  /// Those among them that read the version compared against.
  let baseRulesByKind: [[Int]]
  /// Rules about documents that are gone, by kind.
  let removalRulesByKind: [[Int]]
  /// Vocabularies by index.
  let vocabularies: VocabularySet
  /// Names of the vocabularies, by index.
  let vocabularyNames: [String]
  /// The vocabularies as written, by index.
  let vocabularyFiles: [VocabularyFile]

  /// A vocabulary as its file writes it, with what further packs added.
  struct VocabularyFile: Sendable {
    /// Its entries.
    var draft: VocabularyDraft
    /// Whether it is shipped.
    var isStandard: Bool
    /// The first file.
    var source: SourceFile
    /// Where that file names it.
    var range: SourceRange
  }
  /// Words for computed domain values.
  let describeOpaque: @Sendable (UInt64, Bool) -> String

  /// Takes what a loader has made.
  init(_ parts: LibraryParts) {
    rules = parts.rules
    packs = parts.packs
    profiles = parts.profiles
    deferredKits = parts.kits
    diagnostics = parts.diagnostics
    sources = parts.sources
    authoring = parts.authoring
    symbols = parts.symbols
    kinds = parts.kinds
    schemas = parts.schemas
    shapes = parts.shapes
    selectors = parts.selectors
    selectorParts = SelectorPart.parts(of: parts.selectors)
    plans = RulePlans(parts.rules, selectors: parts.selectors, parts: selectorParts)
    finds = parts.finds
    scriptFinds = RuleLibrary.scriptBits(parts.finds)
    deferredTriggers = Deferred { [finds = parts.finds, vocabularies = parts.vocabularies] in
      TextTriggers(finds.map { $0.search(vocabularies) })
    }
    vocabularies = parts.vocabularies
    vocabularyNames = parts.vocabularyNames
    vocabularyFiles = parts.vocabularyFiles
    describeOpaque = parts.describeOpaque
    let names = parts.kinds
    func byKind(_ isWanted: (Rule) -> Bool) -> [[Int]] {
      names.map { kind in
        parts.rules.indices.filter { parts.rules[$0].page.kinds.contains(kind) && isWanted(parts.rules[$0]) }
      }
    }
    rulesByKind = byKind { !$0.isOnRemoved }
    baseRulesByKind = byKind { !$0.isOnRemoved && $0.readsBase }
    removalRulesByKind = byKind(\.isOnRemoved)
  }

  /// The number of a kind; nil for an unknown one.
  func kind(named name: String) -> Int? { kinds.firstIndex(of: name) }

  /// The rule with an id or former name.
  package func rule(named name: String) -> Rule? {
    index(ofRule: name).map { rules[$0] }
  }

  /// The position of the rule with an id or former name.
  func index(ofRule name: String) -> Int? {
    rules.firstIndex { $0.page.id == name } ?? rules.firstIndex { $0.page.aliases.contains(name) }
  }

  /// Positions of the rules that a name selects: an id or former name, a pack, or a glob over ids.
  package func rules(selectedBy name: String) -> [Int] {
    if let index = index(ofRule: name) { return [index] }
    let inPack = rules.indices.filter { rules[$0].page.pack == name }
    if !inPack.isEmpty { return inPack }
    guard name.utf8.contains(where: { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "?") }) else { return [] }
    let glob = Glob(name)
    return rules.indices.filter { glob.matches(file: rules[$0].page.id) }
  }

  /// The rules that a name selects: an id or former name, a pack, or a glob over ids.
  package func selection(_ name: String) -> [Rule] { rules(selectedBy: name).map { rules[$0] } }

  /// The nearest rule or pack to a name that selects nothing.
  package func nearest(to name: String) -> String? {
    nearestName(to: name, among: rules.map(\.page.id) + packs.map(\.id))
  }
}

/// What a loader makes, on its way into a `RuleLibrary`.
struct LibraryParts {
  /// Rules without an error, sorted by id.
  var rules: [Rule] = []
  /// Packs, sorted by id.
  var packs: [RuleLibrary.Pack] = []
  /// Profiles, sorted by id.
  var profiles: [RegionalProfile] = []
  /// Kits by id, read when they are first asked for.
  var kits = Deferred { [String: Kit]() }
  /// Faults of the set's own files, by file and place.
  var diagnostics: [ReportedDiagnostic] = []
  /// Files that diagnostics quote, by path.
  var sources: [String: SourceFile] = [:]
  /// Schemas of rule files, which configurations are read with as well.
  var authoring: AuthoringSchemas
  /// Every key that a schema, path or expression names.
  var symbols: SymbolTable = .empty
  /// Kinds of documents, sorted.
  var kinds: [String] = []
  /// Schemas in the order of `kinds`.
  var schemas = DocumentSchemas([])
  /// What reading makes of documents, derived from the schemas.
  var shapes: Shapes
  /// Distinct selectors, which rules name by index.
  var selectors: [PathQuery] = []
  /// Distinct searches of `find`, which rules name by index.
  var finds: [TargetPattern] = []
  /// Word lists, patterns and tables that rules look things up in.
  var vocabularies: VocabularySet
  /// Ids in the order of `vocabularies`.
  var vocabularyNames: [String] = []
  /// Entries as written, in the order of `vocabularies`.
  var vocabularyFiles: [RuleLibrary.VocabularyFile] = []
  /// Puts a computed domain value, such as a time limit, into words; the flag asks for Chinese.
  var describeOpaque: @Sendable (UInt64, Bool) -> String = { _, _ in "" }
}
