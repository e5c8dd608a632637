import DataTree
import Diagnostics
import JSONSchema
import SourceText
import YAMLReader

/// The schemas of what rule authors write: rules, packs, vocabularies, configurations.
package final class AuthoringSchemas: Sendable {
  /// What a file must be.
  enum Kind: String, CaseIterable {
    case rule = "rule.schema.json"
    case pack = "pack.schema.json"
    case vocabulary = "vocabulary.schema.json"
    case configuration = "configuration.schema.json"
  }

  private let schemas: [Kind: Schema]
  private let symbols: SymbolTable
  /// What is wrong with the schemas themselves.
  let diagnostics: [ReportedDiagnostic]

  /// Compiles the schemas among the files of a rule set.
  package init(_ files: [RuleSourceFile]) {
    var builder = SymbolTable.Builder()
    var library = SchemaLibrary(formats: StandardFormats.all)
    var diagnostics: [ReportedDiagnostic] = []
    for file in files {
      guard case .schema(let name) = file.role, Kind(rawValue: name) != nil else { continue }
      let (tree, faults) = SchemaFile.read(file.source)
      let found = faults + (tree.map { library.add($0, name: name, symbols: &builder) } ?? [])
      diagnostics += found.map { ReportedDiagnostic($0, in: file.source.path) }
    }
    var schemas: [Kind: Schema] = [:]
    for kind in Kind.allCases {
      let (schema, faults) = library.compile(kind.rawValue)
      schemas[kind] = schema
      diagnostics += faults.map { ReportedDiagnostic($0.diagnostic, in: $0.document) }
    }
    self.schemas = schemas
    self.diagnostics = diagnostics
    symbols = builder.freeze()
  }

  /// Reads a file and checks its shape.
  /// - Returns: the tree, nil when it cannot be read at all; everything that is wrong with it.
  func read(_ source: SourceFile, as kind: Kind) -> (tree: DataTree?, diagnostics: [Diagnostic]) {
    let tree = DataTree(symbols: symbols)
    var documents = YAMLDocuments(source)
    let document = documents.next(into: tree)
    var diagnostics = documents.diagnostics
    guard let document, document.isUsable, !tree.isEmpty else { return (nil, diagnostics) }
    if documents.next(into: DataTree(symbols: symbols)) != nil {
      diagnostics.append(
        Diagnostic(id: "rule-file-documents", message: Messages.oneDocumentExpected, range: document.range))
    }
    diagnostics += ShapeFaults.diagnostics(of: tree, under: schemas[kind], source: source, prefix: kind.prefix)
    return (tree, diagnostics)
  }
}

extension AuthoringSchemas.Kind {
  /// Beginning of the ids of shape faults.
  var prefix: String { self == .configuration ? "config" : "rule" }
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
