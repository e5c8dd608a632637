import DataTree
import Diagnostics
import JSONSchema
import SourceText
import YAMLReader

/// The schemas of what rule authors write: rules, packs, vocabularies, kits, profiles, configurations, waivers.
package final class AuthoringSchemas: Sendable {
  /// What a file must be.
  enum Kind: String, CaseIterable {
    case rule = "rule.schema.json"
    case pack = "pack.schema.json"
    case vocabulary = "vocabulary.schema.json"
    case kit = "kit.schema.json"
    case profile = "profile.schema.json"
    case configuration = "configuration.schema.json"
    case waivers = "waivers.schema.json"
  }

  /// The compiled schemas.
  private struct Compiled: Sendable {
    /// By what they describe; without those that did not compile.
    var schemas: [Kind: Schema] = [:]
    /// The keys that they name.
    var symbols = SymbolTable.empty
    /// What is wrong with the schemas themselves.
    var diagnostics: [ReportedDiagnostic] = []
  }

  /// Most runs read no file that these schemas describe but tested ones and a configuration.
  private let compiled: [Kind: Deferred<Compiled>]
  /// Whether the schemas are known to be right.
  private let isTested: Bool
  /// What is wrong with the schemas themselves.
  var diagnostics: [ReportedDiagnostic] { isTested ? [] : compiled[.rule]?.value.diagnostics ?? [] }

  /// Takes the schemas among the files of a rule set; they are compiled when the first file is checked.
  package init(_ files: [RuleSourceFile]) {
    let files = files.filter { file in
      if case .schema(let name) = file.role { Kind(rawValue: name) != nil } else { false }
    }
    isTested = !files.isEmpty && files.allSatisfy(\.isTested)
    let all = Deferred { AuthoringSchemas.compile(files, Kind.allCases) }
    var compiled: [Kind: Deferred<Compiled>] = [:]
    for kind in Kind.allCases {
      // Faults are looked for in all of them together; those known to be right are compiled one by one.
      compiled[kind] =
        isTested ? Deferred { AuthoringSchemas.compile(AuthoringSchemas.files(for: kind, among: files), [kind]) } : all
    }
    self.compiled = compiled
  }

  /// The schema of a kind and those that it mentions, in the order given.
  private static func files(for kind: Kind, among files: [RuleSourceFile]) -> [RuleSourceFile] {
    var names: Set<Kind> = []
    var waiting = [kind]
    while let next = waiting.popLast() {
      guard names.insert(next).inserted, let file = files.first(where: { $0.role == .schema(next.rawValue) }) else {
        continue
      }
      waiting += Kind.allCases.filter { !names.contains($0) && file.source.mentions($0.rawValue) }
    }
    return files.filter { file in names.contains { file.role == .schema($0.rawValue) } }
  }

  private static func compile(_ files: [RuleSourceFile], _ kinds: [Kind]) -> Compiled {
    var builder = SymbolTable.Builder()
    var library = SchemaLibrary(formats: StandardFormats.all)
    var compiled = Compiled()
    for file in files {
      guard case .schema(let name) = file.role else { continue }
      let (tree, faults) = SchemaFile.read(file.source)
      let found = faults + (tree.map { library.add($0, name: name, symbols: &builder, isTested: file.isTested) } ?? [])
      compiled.diagnostics += found.map { ReportedDiagnostic($0, in: file.source.path) }
    }
    for kind in kinds {
      let (schema, faults) = library.compile(kind.rawValue)
      compiled.schemas[kind] = schema
      compiled.diagnostics += faults.map { ReportedDiagnostic($0.diagnostic, in: $0.document) }
    }
    compiled.symbols = builder.freeze()
    return compiled
  }

  /// Reads a file of a rule set; a tested one is known to have the right shape.
  func read(_ file: RuleSourceFile, as kind: Kind) -> (tree: DataTree?, diagnostics: [Diagnostic]) {
    file.isTested ? SchemaFile.read(file.partForLint) : read(file.source, as: kind)
  }

  /// Reads a file and checks its shape.
  /// - Returns: the tree, nil when it cannot be read at all; everything that is wrong with it.
  func read(_ source: SourceFile, as kind: Kind) -> (tree: DataTree?, diagnostics: [Diagnostic]) {
    let compiled = compiled[kind]?.value ?? Compiled()
    let tree = DataTree(symbols: compiled.symbols)
    var documents = YAMLDocuments(source)
    let document = documents.next(into: tree)
    var diagnostics = documents.diagnostics
    guard let document, document.isUsable, !tree.isEmpty else { return (nil, diagnostics) }
    if documents.next(into: DataTree(symbols: compiled.symbols)) != nil {
      diagnostics.append(
        Diagnostic(id: "rule-file-documents", message: Messages.oneDocumentExpected, range: document.range))
    }
    diagnostics += ShapeFaults.diagnostics(of: tree, under: compiled.schemas[kind], source: source, prefix: kind.prefix)
    return (tree, diagnostics)
  }
}

extension AuthoringSchemas.Kind {
  /// Beginning of the ids of shape faults.
  var prefix: String {
    switch self {
    case .configuration: "config"
    case .waivers: "waiver"
    case .rule, .pack, .vocabulary, .kit, .profile: "rule"
    }
  }
}

/// Reads a JSON Schema file; JSON is YAML to the parser, which knows where everything stands.
enum SchemaFile {
  /// Gives no tree where the file is not usable; the diagnostics say why.
  static func read(_ source: SourceFile) -> (tree: DataTree?, diagnostics: [Diagnostic]) {
    let tree = DataTree(symbols: .empty)
    var documents = YAMLDocuments(source)
    let document = documents.next(into: tree)
    return (document?.isUsable == true ? tree : nil, documents.diagnostics)
  }

  /// The kind of document that a schema describes; nil for a file of definitions.
  static func kind(_ view: TreeView) -> String? {
    guard let properties = view.value(of: .root, at: "properties"),
      let kind = view.value(of: properties, at: "kind"), let name = view.value(of: kind, at: "const")
    else { return nil }
    return view.string(name)
  }
}

extension ReportedDiagnostic {
  /// A fault of a file that makes the run untrustworthy.
  init(_ diagnostic: Diagnostic, in file: String) {
    self.init(
      rule: diagnostic.id, state: diagnostic.severity == .error ? .error : .fail, severity: diagnostic.severity,
      message: diagnostic.message, file: file,
      range: diagnostic.range, related: diagnostic.related, remedy: diagnostic.remedy)
  }
}

extension SourceFile {
  /// Whether a word stands somewhere in the file.
  fileprivate func mentions(_ word: String) -> Bool {
    var word = word
    return word.withUTF8 { word in
      bytes.withUnsafeBufferPointer { bytes in
        guard let first = word.first, bytes.count >= word.count else { return false }
        return (0...bytes.count - word.count).contains { start in
          bytes[start] == first && bytes[start..<start + word.count].elementsEqual(word)
        }
      }
    }
  }
}
