import CEL
import Catalog
import DataTree
import Diagnostics

/// A rule file as read, before anything of it is compiled.
struct DeclaredRule {
  /// What the file says.
  var declaration: RuleDeclaration
  /// The file.
  var file: RuleCompiler.File
  /// The tree that the file's places are in.
  var tree: DataTree
}

/// Rules that wait to be compiled.
// Their trees were written when they were read, and nobody changes them any more: any thread may look at them.
private final class WaitingRules: @unchecked Sendable {
  /// The rules, sorted by id.
  let declared: [DeclaredRule]

  /// Keeps rules.
  init(_ declared: [DeclaredRule]) { self.declared = declared }
}

/// Compiling everything that was read, at once or when a document asks for it.
extension LibraryLoader {
  /// The set with its faults.
  mutating func finish() -> RuleLibrary {
    let compiled = compile()
    let library = RuleLibrary(parts(compiled.rules.map(\.page), Deferred { compiled }))
    // Profiles name rules, which are known only now.
    let faults = library.profileFaults()
    if faults.isEmpty { return library }
    diagnostics += faults
    for page in library.pages { sources[page.source.path] = page.source }
    return RuleLibrary(parts(library.pages, Deferred { compiled }))
  }

  /// The set of files that are known to be right: a run of which every result is known never looks at an expression, so
  /// nothing is compiled before the first document is to be judged.
  func finishLater(_ files: [RuleSourceFile]) -> RuleLibrary {
    let waiting = WaitingRules(declared)
    let compiled = Deferred { [authoring, normalize, isObserved, kits] in
      var loader = LibraryLoader(
        authoring: authoring, normalize: normalize, readsExamples: false, isObserved: isObserved)
      loader.kits = kits
      loader.declared = waiting.declared
      // What was found when the rules were read is reported already.
      loader.diagnostics = []
      loader.readSchemas(files)
      loader.readVocabularies(files)
      return loader.compile(isLate: true)
    }
    return RuleLibrary(parts(declared.map { RuleCompiler.page($0.declaration, in: $0.file) }, compiled))
  }

  /// Compiles the rules, noting what is wrong with them.
  /// - Parameter isLate: whether rules have their numbers already, so that one with an error leaves no gap.
  private mutating func compile(isLate: Bool = false) -> CompiledRules {
    let vocabularySet = VocabularySet(vocabularies)
    let types = RuleTypes(domain: RecordTypes(shapes))
    types.add(
      RuleTypes.vocabularies, fields: vocabularies.map { ($0.id, ExpressionType.opaque("vocabulary")) })
    for rule in declared {
      types.add(
        RuleCompiler.parameterRecord(rule.declaration),
        fields: rule.declaration.parameters.map { ($0.name, $0.kind.expressionType) })
    }
    var compiler = RuleCompiler(
      environment: environment(types, vocabularySet), types: types, typing: PathTyping(shapes: shapes),
      vocabularyNames: vocabularies.map(\.id),
      tables: vocabularies.filter { $0.kind == .table }, symbols: symbols)
    var rules: [Rule] = []
    for declared in declared {
      let (rule, faults) = withExtendedLifetime(declared.tree) {
        compiler.compile(declared.declaration, in: declared.file)
      }
      note(faults, in: declared.file.source)
      if let rule {
        rules.append(rule)
      } else if isLate {
        rules.append(Rule(silent: RuleCompiler.page(declared.declaration, in: declared.file)))
      }
    }
    // Parameters and vocabularies are read through their own trees by symbol.
    for vocabulary in vocabularies { _ = compiler.symbols.intern(vocabulary.id) }
    compiler.messages.setSymbols(compiler.symbols)
    var parts = compiledParts(rules, compiler, vocabularySet)
    if isLate { (parts.lateFaults, parts.lateSources) = (diagnostics, sources) }
    return CompiledRules(parts)
  }

  private func environment(_ types: RuleTypes, _ vocabularySet: VocabularySet) -> Environment {
    var builder = EnvironmentBuilder(library: .all)
    builder.types = types
    builder.opaqueTypes = DomainFunctions.opaqueTypes(vocabularies: vocabularySet)
    builder.opaqueIndex = DomainFunctions.opaqueIndex
    builder.hasAbsentFields = true
    builder.hasAbsentOptionals = true
    builder.isObserved = isObserved
    for function in DomainFunctions.all(shapes: shapes, vocabularies: vocabularySet, normalize: normalize) {
      builder.declare(function: function)
    }
    builder.declare(function: KitFunction.declaration(kits))
    return builder.build()
  }

  private func parts(_ pages: [Rule.Page], _ compiled: Deferred<CompiledRules>) -> LibraryParts {
    var parts = LibraryParts(authoring: authoring, compiled: compiled)
    parts.pages = pages
    parts.packs = packs
    parts.kits = kits
    parts.profiles = profiles
    parts.diagnostics = diagnostics.sorted {
      ($0.file, $0.range.start, $0.rule) < ($1.file, $1.range.start, $1.rule)
    }
    parts.sources = sources
    return parts
  }

  private func compiledParts(
    _ rules: [Rule], _ compiler: RuleCompiler, _ vocabularySet: VocabularySet
  ) -> CompiledParts {
    let kinds = shapes.kinds.keys.sorted()
    var parts = CompiledParts(shapes: shapes, vocabularies: vocabularySet)
    parts.rules = rules
    parts.symbols = compiler.symbols.freeze()
    parts.kinds = kinds
    parts.schemas = DocumentSchemas(kinds.map { schemas[$0] })
    parts.selectors = compiler.selectors
    parts.finds = compiler.finds
    parts.vocabularyNames = vocabularies.map(\.id)
    parts.vocabularyFiles = vocabularyFiles
    if let limit = DomainFunctions.opaqueTypes(vocabularies: vocabularySet).first {
      parts.describeOpaque = limit.describe
    }
    return parts
  }
}
