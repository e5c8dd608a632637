import CEL
package import Catalog
import DataTree
import Diagnostics
import JSONSchema
import SourceText
import TextPatterns
import YAMLReader

extension RuleLibrary {
  /// Loads and compiles a rule set.
  /// - Parameters:
  ///   - files: the shipped files and those of own packs.
  ///   - authoring: schemas of rule files.
  ///   - normalize: Unicode normalization form KC, which only a large library has.
  ///   - readsExamples: whether examples are kept, as pages and tests want them.
  ///   - isObserved: whether expressions tell what their parts come to, as the coverage of examples wants it.
  package static func load(
    _ files: [RuleSourceFile], authoring: AuthoringSchemas, normalize: MaterialName.Normalization?,
    readsExamples: Bool = false, isObserved: Bool = false
  ) -> RuleLibrary {
    var loader = LibraryLoader(
      authoring: authoring, normalize: normalize, readsExamples: readsExamples, isObserved: isObserved)
    loader.readKits(files)
    loader.readPacks(files)
    loader.readProfiles(files)
    loader.readRules(files)
    // Files that are known to be right have no fault to be told before the first document is judged.
    if files.allSatisfy(\.isTested) { return loader.finishLater(files) }
    loader.readSchemas(files)
    loader.readVocabularies(files)
    return loader.finish()
  }
}

/// The state of one load: files come in, parts of a library go out.
struct LibraryLoader {
  /// Schemas of rule files.
  let authoring: AuthoringSchemas
  /// Unicode normalization form KC.
  let normalize: MaterialName.Normalization?
  private let readsExamples: Bool
  /// Whether expressions tell what their parts come to.
  let isObserved: Bool
  /// Every key that a schema, path or expression names.
  var symbols = SymbolTable.Builder()
  /// Faults of the set's own files.
  var diagnostics: [ReportedDiagnostic]
  /// The files that diagnostics are in, by path.
  var sources: [String: SourceFile] = [:]
  /// What reading makes of documents.
  var shapes: Shapes
  /// Schemas of documents, by kind.
  var schemas: [String: Deferred<Schema?>] = [:]
  /// Word lists, patterns and tables.
  var vocabularies: [Vocabulary] = []
  /// The vocabularies as written, by index.
  var vocabularyFiles: [RuleLibrary.VocabularyFile] = []
  /// Kits by id.
  var kits = Deferred { [String: Kit]() }
  /// Packs, sorted by id.
  var packs: [RuleLibrary.Pack] = []
  /// Profiles, sorted by id.
  var profiles: [RegionalProfile] = []
  /// Rules as read, sorted by id.
  var declared: [DeclaredRule] = []

  /// Starts with an empty set; without `normalize`, names of materials are compared as they are written.
  init(
    authoring: AuthoringSchemas, normalize: MaterialName.Normalization?, readsExamples: Bool, isObserved: Bool = false
  ) {
    self.authoring = authoring
    self.normalize = normalize
    self.readsExamples = readsExamples
    self.isObserved = isObserved
    diagnostics = authoring.diagnostics
    shapes = Shapes.compile([], symbols: &symbols).shapes
  }

  /// Notes what is wrong with a file.
  mutating func note(_ found: [Diagnostic], in source: SourceFile) {
    guard !found.isEmpty else { return }
    diagnostics += found.map { ReportedDiagnostic($0, in: source.path) }
    sources[source.path] = source
  }

  // MARK: Files

  /// Reads the schemas of documents.
  mutating func readSchemas(_ files: [RuleSourceFile]) {
    var formats = StandardFormats.all
    for format in DomainFormats.all { formats[format.name] = format.check }
    // Languages are keys of localized text, for which schemas have only a pattern.
    var library = SchemaLibrary(formats: formats, frequentKeys: ["zh", "en"])
    var trees: [SchemaSource] = []
    var tested: Set<String> = []
    for file in files {
      guard case .schema(let name) = file.role, AuthoringSchemas.Kind(rawValue: name) == nil else { continue }
      let (tree, faults) = SchemaFile.read(file.source)
      note(faults, in: file.source)
      guard let tree else { continue }
      note(library.add(tree, name: name, symbols: &symbols, isTested: file.isTested), in: file.source)
      trees.append(SchemaSource(name: name, tree: tree))
      if file.isTested { tested.insert(name) }
    }
    let compiled = Shapes.compile(trees, symbols: &symbols)
    shapes = compiled.shapes
    diagnostics += compiled.diagnostics.map { ReportedDiagnostic($0, in: "schema") }
    for source in trees {
      // A file of definitions alone describes no document.
      guard let kind = SchemaFile.kind(source.tree.view) else { continue }
      if tested.contains(source.name) {
        // Many a catalog has documents of one kind only.
        schemas[kind] = Deferred { [library, name = source.name] in library.compile(name).schema }
        continue
      }
      let (schema, faults) = library.compile(source.name)
      diagnostics += faults.map { ReportedDiagnostic($0.diagnostic, in: $0.document) }
      schemas[kind] = Deferred { schema }
    }
  }

  /// Reads the vocabularies; a user's pack extends a shipped list by writing one with the same id and kind.
  mutating func readVocabularies(_ files: [RuleSourceFile]) {
    var drafts: [(draft: VocabularyDraft, isStandard: Bool, source: SourceFile, range: SourceRange)] = []
    for file in files where file.role == .vocabulary {
      let (tree, faults) = authoring.read(file, as: .vocabulary)
      note(faults, in: file.source)
      guard let tree, faults.isEmpty else { continue }
      let (draft, found) = VocabularyFile.read(tree.view, isTested: file.isTested)
      note(found, in: file.source)
      guard let draft else { continue }
      let range = TreeFields(tree.view).text("id").map { tree.view[$0.node].range } ?? tree.view[.root].range
      guard let known = drafts.firstIndex(where: { $0.draft.id == draft.id }) else {
        drafts.append((draft, file.isStandard, file.source, range))
        continue
      }
      if drafts[known].isStandard, !file.isStandard, drafts[known].draft.kind == draft.kind {
        drafts[known].draft.entries += draft.entries
        drafts[known].draft.rows += draft.rows
        drafts[known].draft.isTested = false
      } else {
        let first = drafts[known]
        let message = Messages.vocabularyTwice(draft.id, kind: first.draft.kind, other: first.source.path)
        note([Diagnostic(id: "rule-vocabulary", message: message, range: range)], in: file.source)
      }
    }
    for (draft, isStandard, source, range) in drafts {
      do throws(TextPattern.Failure) {
        vocabularies.append(try draft.vocabulary(normalize: normalize))
        vocabularyFiles.append(
          RuleLibrary.VocabularyFile(draft: draft, isStandard: isStandard, source: source, range: range))
      } catch {
        let message = Messages.badPattern(draft.id, error.reason, part: error.part)
        note([Diagnostic(id: "rule-pattern", message: message, range: range)], in: source)
      }
    }
  }

  /// Reads the kits; a user's pack takes the place of a shipped one by writing one with the same id.
  mutating func readKits(_ files: [RuleSourceFile]) {
    let files = files.filter { $0.role == .kit }
    let isTested = files.allSatisfy(\.isTested)
    // A lint needs no kit, and in tested ones there is no fault to be found.
    let set = Deferred { [authoring] in KitSet(files, authoring: authoring) }
    if !isTested { for (fault, source) in set.value.faults { note([fault], in: source) } }
    kits = Deferred { set.value.files.mapValues(\.kit) }
  }

  /// Reads the packs.
  mutating func readPacks(_ files: [RuleSourceFile]) {
    for file in files where file.role == .pack {
      let (tree, faults) = authoring.read(file, as: .pack)
      note(faults, in: file.source)
      guard let tree else { continue }
      let fields = TreeFields(tree.view)
      packs.append(
        RuleLibrary.Pack(
          id: fields.string("id") ?? file.pack,
          title: fields.localized("title") ?? LocalizedText(zh: file.pack, en: file.pack),
          isStandard: file.isStandard))
    }
    packs.sort { $0.id < $1.id }
  }

  /// Reads what regions change.
  mutating func readProfiles(_ files: [RuleSourceFile]) {
    for file in files where file.role == .profile {
      let (tree, faults) = authoring.read(file, as: .profile)
      note(faults, in: file.source)
      guard let tree, faults.isEmpty, let profile = RegionalProfile(tree.view, source: file.source) else { continue }
      sources[file.source.path] = file.source
      if let other = profiles.first(where: { $0.id == profile.id }) {
        let message = Messages.profileTwice(profile.id, other: other.source.path)
        note([Diagnostic(id: "rule-profile", message: message, range: profile.range)], in: file.source)
      } else {
        profiles.append(profile)
      }
    }
    profiles.sort { $0.id < $1.id }
  }

  /// Reads the rules; compiling waits until all parameters are known.
  mutating func readRules(_ files: [RuleSourceFile]) {
    var known: [String: String] = [:]
    for file in files {
      if file.role == .other {
        let message = Messages.unknownFile(file.path)
        let diagnostic = Diagnostic(id: "rule-file", severity: .warning, message: message, range: SourceRange(0, 0))
        note([diagnostic], in: file.source)
      }
      guard file.role == .rule else { continue }
      let (tree, faults) = authoring.read(file, as: .rule)
      note(file.isTested ? faults : faults + quotingFaults(tree), in: file.source)
      guard let tree, !faults.contains(where: { $0.severity == .error }) else { continue }
      guard let declaration = declaration(tree, in: file) else {
        let range = tree.view[.root].range
        note([Diagnostic(id: "rule-unreadable", message: Messages.unreadableRule, range: range)], in: file.source)
        continue
      }
      if let other = known[declaration.id.text] {
        let range = tree.view[declaration.id.node].range
        let message = Messages.ruleTwice(declaration.id.text, other: other)
        note([Diagnostic(id: "rule-duplicate", message: message, range: range)], in: file.source)
        continue
      }
      known[declaration.id.text] = file.source.path
      let place = RuleCompiler.File(
        view: tree.view, source: file.source, pack: file.pack, isStandard: file.isStandard,
        isTested: file.isTested)
      declared.append(DeclaredRule(declaration: declaration, file: place, tree: tree))
    }
    declared.sort { $0.declaration.id.text < $1.declaration.id.text }
  }

  private func declaration(_ tree: DataTree, in file: RuleSourceFile) -> RuleDeclaration? {
    RuleDeclaration(
      tree.view, readsExamples: readsExamples, explanation: file.isTested ? RuleExplanation(of: file) : nil)
  }

  private func quotingFaults(_ tree: DataTree?) -> [Diagnostic] {
    guard let view = tree?.view else { return [] }
    let keys = ["when", "require", "groupBy", "each", "find"]
    return view.entries(.root).compactMap { entry in
      let key = view.string(entry.key)
      guard keys.contains(key), view[entry.value].isCollection else { return nil }
      return Diagnostic(
        id: "rule-expression-quoting", message: Messages.quoteExpression(key), range: view[entry.key].range)
    }
  }
}
