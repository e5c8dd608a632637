import Catalog
import DataTree
package import Diagnostics
import JSONPath
package import SourceText

/// A rule set: what its rules are and say, shared by all workers, and how documents are read and judged under it, which
/// is compiled once, as soon as something asks for it.
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

  /// What people read about the rules, sorted by id; a rule's position is its number everywhere.
  package let pages: [Rule.Page]
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
  /// What documents are read and judged with.
  var compiled: CompiledRules { deferredRules.value }
  private let deferredRules: Deferred<CompiledRules>

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

  /// Takes what a loader has made.
  init(_ parts: LibraryParts) {
    pages = parts.pages
    packs = parts.packs
    profiles = parts.profiles
    deferredKits = parts.kits
    diagnostics = parts.diagnostics
    sources = parts.sources
    authoring = parts.authoring
    deferredRules = parts.compiled
  }

  /// Compiles the rules unless they are, so that those who need them next need not wait.
  package func compile() { _ = compiled }

  /// What compiling has found wrong with files that were known to be right; none where nothing was compiled.
  package var lateFaults: [ReportedDiagnostic] { deferredRules.known?.lateFaults ?? [] }
  /// The files that those are in, by path.
  package var lateSources: [String: SourceFile] { deferredRules.known?.lateSources ?? [:] }

  /// The rule with an id or former name.
  package func rule(named name: String) -> Rule? {
    index(ofRule: name).map { rules[$0] }
  }

  /// The position of the rule with an id or former name.
  func index(ofRule name: String) -> Int? {
    pages.firstIndex { $0.id == name } ?? pages.firstIndex { $0.aliases.contains(name) }
  }

  /// Positions of the rules that a name selects: an id or former name, a pack, or a glob over ids.
  package func rules(selectedBy name: String) -> [Int] {
    if let index = index(ofRule: name) { return [index] }
    let inPack = pages.indices.filter { pages[$0].pack == name }
    if !inPack.isEmpty { return inPack }
    guard name.utf8.contains(where: { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "?") }) else { return [] }
    let glob = Glob(name)
    return pages.indices.filter { glob.matches(file: pages[$0].id) }
  }

  /// The rules that a name selects: an id or former name, a pack, or a glob over ids.
  package func selection(_ name: String) -> [Rule] { rules(selectedBy: name).map { rules[$0] } }

  /// The nearest rule or pack to a name that selects nothing.
  package func nearest(to name: String) -> String? {
    nearestName(to: name, among: pages.map(\.id) + packs.map(\.id))
  }
}

/// What is compiled, for those who ask only now and then; a worker that reads it all the time holds it itself.
extension RuleLibrary {
  /// The rules, in the order of `pages`.
  package var rules: [Rule] { compiled.rules }
  /// Keys that documents' trees give symbols to.
  var symbols: SymbolTable { compiled.symbols }
  /// Kinds of documents, sorted; a kind's index is its number everywhere.
  var kinds: [String] { compiled.kinds }
  /// The schema of each kind.
  var schemas: DocumentSchemas { compiled.schemas }
  /// What reading makes of documents.
  var shapes: Shapes { compiled.shapes }
  /// Distinct selectors of all rules.
  var selectors: [PathQuery] { compiled.selectors }
  /// Rules by kind, in order of their id.
  var rulesByKind: [[Int]] { compiled.rulesByKind }
  /// Those among them that read the version compared against.
  var baseRulesByKind: [[Int]] { compiled.baseRulesByKind }
  /// Rules about documents that are gone, by kind.
  var removalRulesByKind: [[Int]] { compiled.removalRulesByKind }
  /// Names of the vocabularies, by index.
  var vocabularyNames: [String] { compiled.vocabularyNames }
  /// The vocabularies as written, by index.
  var vocabularyFiles: [VocabularyFile] { compiled.vocabularyFiles }

  /// The number of a kind; nil for an unknown one.
  func kind(named name: String) -> Int? { compiled.kinds.firstIndex(of: name) }
}

/// What a loader makes, on its way into a `RuleLibrary`.
struct LibraryParts {
  /// What people read about the rules without an error, sorted by id.
  var pages: [Rule.Page] = []
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
  /// The rules in the order of `pages`, and what goes with them.
  var compiled: Deferred<CompiledRules>
}
