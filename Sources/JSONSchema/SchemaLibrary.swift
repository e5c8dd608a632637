public import DataTree
public import Diagnostics
internal import SourceText

/// Judges the text of a `format`.
public typealias SchemaFormat = @Sendable (UnsafeBufferPointer<UInt8>) -> Bool

/// A diagnostic about a schema, with the document that its range lies in.
public struct SchemaDiagnostic: Sendable, Hashable {
  /// The name under which the document was added.
  public var document: String
  /// What is wrong there.
  public var diagnostic: Diagnostic
}

/// The schema documents that may refer to each other, loaded before any document is validated.
public struct SchemaLibrary {
  /// The formats that are asserted; all others are annotations.
  let formats: [String: SchemaFormat]
  /// The loaded documents.
  private(set) var documents: [SchemaDocument] = []
  /// All resources of the documents.
  private(set) var resources: [SchemaResource] = []
  /// Resources by URI; a file is known by its name and by its `$id`.
  private var resourceByURI: [String: Int] = [:]
  /// The property names of all documents.
  private(set) var symbols: [String: Symbol] = [:]

  /// Keys that documents often have where a schema has only patterns for them.
  let frequentKeys: [String]

  /// Makes an empty library that asserts `formats`; see `StandardFormats` for those of the specification.
  /// - Parameter frequentKeys: keys that the patterns of `patternProperties` are tried on when a schema is compiled, and
  ///   not for each document.
  public init(formats: [String: SchemaFormat] = [:], frequentKeys: [String] = []) {
    self.formats = formats
    self.frequentKeys = frequentKeys
  }

  /// Adds a document and checks all that can be said without following its references.
  ///
  /// - Parameters:
  ///   - tree: must not change as long as the library is used; compiled schemas do not need it.
  ///   - name: the file's name, the base URI of its references until `$id` gives another.
  ///   - symbols: receives the property names, which the documents to be validated must share.
  ///   - isTested: whether the document is known to be right, so that it need not be checked again.
  public mutating func add(
    _ tree: DataTree, name: String, symbols builder: inout SymbolTable.Builder, isTested: Bool = false
  ) -> [Diagnostic] {
    guard !tree.isEmpty else {
      return [Messages.diagnostic("schema-empty", Messages.emptyDocument(name), SourceRange(0, 0))]
    }
    let document = documents.count
    var diagnostics = register(tree, name: name)
    guard documents.count > document else { return diagnostics }
    intern(tree.view, into: &builder)
    for key in frequentKeys { intern(key, into: &builder) }
    if refersToMetaschema(tree.view) { addMetaschema(symbols: &builder) }
    if isTested { return diagnostics }
    var compiler = SchemaCompiler(library: self, mode: .check)
    compiler.compileAll(of: document)
    diagnostics += compiler.diagnostics.map(\.diagnostic)
    return diagnostics.sorted { ($0.range.start, $0.id) < ($1.range.start, $1.id) }
  }

  /// Makes the metaschema of draft 2020-12 known; `add` does so for documents that refer to it.
  public mutating func addMetaschema(symbols builder: inout SymbolTable.Builder) {
    guard resourceByURI[Metaschema.base + "schema"] == nil else { return }
    for (name, literal) in Metaschema.documents {
      let tree = literal.tree()
      _ = register(tree, name: Metaschema.base + name)
      intern(tree.view, into: &builder)
    }
  }

  /// Compiles the schema that a reference names, with everything it refers to.
  ///
  /// - Parameter reference: a document's name or `$id`, with or without a fragment: `common.schema.json#/$defs/slug`.
  /// - Returns: no schema when a reference leads nowhere or in a circle; the diagnostics say where.
  public func compile(_ reference: String) -> (schema: Schema?, diagnostics: [SchemaDiagnostic]) {
    guard let root = place(of: SchemaURI(reference)) else {
      let message = Messages.unknownReference(
        reference, nearest: nearestName(to: reference, among: documents.map(\.name)))
      let diagnostic = Messages.diagnostic("schema-unknown-reference", message, SourceRange(0, 0))
      return (nil, [SchemaDiagnostic(document: reference, diagnostic: diagnostic)])
    }
    var compiler = SchemaCompiler(library: self, mode: .link)
    let index = compiler.compileReachable(from: root)
    let failed = compiler.diagnostics.contains { $0.diagnostic.severity == .error }
    return (failed ? nil : Schema(compiler.program, root: index), compiler.diagnostics)
  }

  // MARK: References

  /// The place that a resolved reference names; nil when it is not in the library.
  func place(of reference: SchemaURI) -> SchemaPlace? {
    guard let index = resourceByURI[reference.resource] else { return nil }
    let resource = resources[index]
    let fragment = SchemaURI.decoded(reference.fragment ?? "")
    if fragment.isEmpty { return SchemaPlace(document: resource.document, node: resource.root) }
    if fragment.utf8.first != 0x2F {
      return resource.anchors[fragment].map { SchemaPlace(document: resource.document, node: $0) }
    }
    let node = documents[resource.document].node(at: fragment, from: resource.root)
    return node.map { SchemaPlace(document: resource.document, node: $0) }
  }

  /// The resource of a place.
  func resource(of place: SchemaPlace) -> Int { Int(documents[place.document].resourceOf[Int(place.node.index)]) }

  // MARK: Loading

  /// Adds a tree with its resources; one that nests too deep is left out.
  private mutating func register(_ tree: DataTree, name: String) -> [Diagnostic] {
    let view = tree.view
    let document = documents.count
    var scan = SchemaScan(view: view, document: document, firstResource: resources.count)
    scan.run(base: SchemaURI(name))
    if scan.isTooDeep { return scan.diagnostics }
    for (offset, resource) in scan.resources.enumerated() {
      let index = resources.count + offset
      if resourceByURI[resource.uri] != nil {
        scan.report("schema-duplicate-id", Messages.duplicateID(resource.uri), at: resource.root)
      }
      resourceByURI[resource.uri] = resourceByURI[resource.uri] ?? index
      // A file whose root has an `$id` answers to its name as well.
      if offset == 0 { resourceByURI[SchemaURI(name).resource] = index }
    }
    resources += scan.resources
    documents.append(
      SchemaDocument(name: name, tree: tree, resourceOf: scan.resourceOf, isSchema: scan.isSchema))
    return scan.diagnostics
  }

  /// Interns every key, and the texts of `required` lists, whether or not a reference leads there.
  private mutating func intern(_ view: TreeView, into builder: inout SymbolTable.Builder) {
    for index in 0..<UInt32(view.nodeCount) {
      let id = NodeID(index)
      if view[id].flags.contains(.key) { intern(view.string(id), into: &builder) }
      for entry in view.entries(id) {
        switch view.string(entry.key) {
        case "required": internTexts(of: entry.value, view, into: &builder)
        case "dependentRequired":
          for dependency in view.entries(entry.value) { internTexts(of: dependency.value, view, into: &builder) }
        default: break
        }
      }
    }
  }

  /// Interns the texts of a list.
  private mutating func internTexts(of list: NodeID, _ view: TreeView, into builder: inout SymbolTable.Builder) {
    for element in view.elements(list) where view.kind(element) == .string {
      intern(view.string(element), into: &builder)
    }
  }

  /// Interns one name.
  private mutating func intern(_ name: String, into builder: inout SymbolTable.Builder) {
    if symbols[name] == nil { symbols[name] = builder.intern(name) }
  }

  /// Whether some reference leads to the metaschema.
  private func refersToMetaschema(_ view: TreeView) -> Bool {
    for index in 0..<UInt32(view.nodeCount) {
      for entry in view.entries(NodeID(index)) where view.kind(entry.value) == .string {
        let key = view.string(entry.key)
        if key == "$ref" || key == "$dynamicRef", view.string(entry.value).hasPrefix(Metaschema.base) { return true }
      }
    }
    return false
  }
}

// The trees may not change as long as the library is used, and nothing in it writes to them.
extension SchemaLibrary: @unchecked Sendable {}
