import CEL
import Catalog
import DataTree
import JSONPath
import JSONSchema
import SourceText

/// The rules of a set, compiled once: immutable, shared by all workers.
final class CompiledRules: Sendable {
  /// The rules, sorted by id.
  let rules: [Rule]
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
  let vocabularyFiles: [RuleLibrary.VocabularyFile]
  /// Words for computed domain values.
  let describeOpaque: @Sendable (UInt64, Bool) -> String
  /// What is wrong with files that were known to be right; there is nothing unless their tests were not run.
  let lateFaults: [ReportedDiagnostic]
  /// The files that those are in, by path.
  let lateSources: [String: SourceFile]

  /// Takes what a loader has made.
  init(_ parts: CompiledParts) {
    rules = parts.rules
    symbols = parts.symbols
    kinds = parts.kinds
    schemas = parts.schemas
    shapes = parts.shapes
    selectors = parts.selectors
    selectorParts = SelectorPart.parts(of: parts.selectors)
    plans = RulePlans(parts.rules, selectors: parts.selectors, parts: selectorParts)
    finds = parts.finds
    scriptFinds = CompiledRules.scriptBits(parts.finds)
    deferredTriggers = Deferred { [finds = parts.finds, vocabularies = parts.vocabularies] in
      TextTriggers(finds.map { $0.search(vocabularies) })
    }
    vocabularies = parts.vocabularies
    vocabularyNames = parts.vocabularyNames
    vocabularyFiles = parts.vocabularyFiles
    describeOpaque = parts.describeOpaque
    lateFaults = parts.lateFaults
    lateSources = parts.lateSources
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
}

/// What a loader compiles, on its way into `CompiledRules`.
struct CompiledParts {
  /// Rules without an error, sorted by id.
  var rules: [Rule] = []
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
  /// Faults that were found too late to be told with the set's own.
  var lateFaults: [ReportedDiagnostic] = []
  /// The files that those are in, by path.
  var lateSources: [String: SourceFile] = [:]
}
