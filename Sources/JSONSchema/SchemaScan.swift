internal import DataTree
internal import Diagnostics
internal import SourceText

/// Walks a new document once to find its schemas, resources and anchors.
struct SchemaScan {
  /// A node that waits to be visited.
  private struct Pending {
    /// The node.
    var node: NodeID
    /// Whether it stands where a schema is expected.
    var isSchema: Bool
    /// The resource around it.
    var resource: Int32
    /// Number of collections around it.
    var depth: Int
  }

  /// Deepest nesting of a schema document, so that pointers into it stay short.
  private static let maxDepth = 256

  /// The document.
  private let view: TreeView
  /// Its index in the library.
  private let document: Int
  /// Index of its first resource in the library.
  private let firstResource: Int
  /// Nodes still to be visited, last first.
  private var pending: [Pending] = []
  /// The resources found; the first is the document itself.
  private(set) var resources: [SchemaResource] = []
  /// The resource of each node.
  private(set) var resourceOf: [Int32]
  /// Which nodes stand where a schema is expected.
  private(set) var isSchema: [Bool]
  /// Faults of identifiers.
  private(set) var diagnostics: [Diagnostic] = []
  /// Whether the document nests too deep to be used.
  private(set) var isTooDeep = false

  /// Prepares to walk `view`; its resources are counted on from `firstResource`.
  init(view: TreeView, document: Int, firstResource: Int) {
    self.view = view
    self.document = document
    self.firstResource = firstResource
    resourceOf = Array(repeating: Int32(firstResource), count: view.nodeCount)
    isSchema = Array(repeating: false, count: view.nodeCount)
  }

  /// Notes a fault at a node.
  mutating func report(_ id: String, _ message: LocalizedText, severity: Severity = .error, at node: NodeID) {
    diagnostics.append(Messages.diagnostic(id, message, view[node].range, severity: severity))
  }

  /// Walks the whole document, whose references start from `base`.
  mutating func run(base: SchemaURI) {
    var base = base
    base.fragment = nil
    resources.append(SchemaResource(uri: rootURI(base), document: document, root: .root))
    pending = [Pending(node: .root, isSchema: true, resource: Int32(firstResource), depth: 0)]
    var visited = Array(repeating: false, count: view.nodeCount)
    while let next = pending.popLast() {
      guard !visited[Int(next.node.index)] else { continue }
      visited[Int(next.node.index)] = true
      if next.depth > Self.maxDepth {
        isTooDeep = true
        return report("schema-too-deep", Messages.schemaTooDeep(Self.maxDepth), at: next.node)
      }
      visit(next)
    }
  }

  /// The URI of the document: its `$id`, else its name.
  private func rootURI(_ base: SchemaURI) -> String {
    guard let id = view.value(of: .root, at: "$id"), view.kind(id) == .string else { return base.resource }
    return SchemaURI(view.string(id)).resolved(against: base).resource
  }

  /// Classifies a node and queues its children.
  private mutating func visit(_ place: Pending) {
    var resource = place.resource
    isSchema[Int(place.node.index)] = place.isSchema
    if place.isSchema, place.node != .root { resource = openResource(at: place.node, in: resource) }
    resourceOf[Int(place.node.index)] = resource
    if place.isSchema { readIdentifiers(of: place.node, resource: resource) }
    for entry in view.entries(place.node) {
      let shape = place.isSchema ? SchemaKeyword.shapes[view.string(entry.key)] ?? .plain : .plain
      push(entry.value, shape, resource, place.depth + 1)
    }
    for element in view.elements(place.node) {
      pending.append(Pending(node: element, isSchema: false, resource: resource, depth: place.depth + 1))
    }
  }

  /// Queues a keyword's value; the containers that `list` and `map` keywords bring are passed through at once.
  private mutating func push(_ value: NodeID, _ shape: SchemaKeyword.Shape, _ resource: Int32, _ depth: Int) {
    resourceOf[Int(value.index)] = resource
    switch shape {
    case .plain: pending.append(Pending(node: value, isSchema: false, resource: resource, depth: depth))
    // `items` with a list, as earlier drafts have it, is reported as such and not looked into.
    case .schema where view.kind(value) == .list:
      pending.append(Pending(node: value, isSchema: false, resource: resource, depth: depth))
    case .schema: pending.append(Pending(node: value, isSchema: true, resource: resource, depth: depth))
    case .list:
      for element in view.elements(value) {
        pending.append(Pending(node: element, isSchema: true, resource: resource, depth: depth))
      }
    case .map:
      for entry in view.entries(value) {
        pending.append(Pending(node: entry.value, isSchema: true, resource: resource, depth: depth))
      }
    }
  }

  /// The resource of a schema, a new one if it has an `$id`.
  private mutating func openResource(at node: NodeID, in resource: Int32) -> Int32 {
    guard let id = view.value(of: node, at: "$id"), view.kind(id) == .string else { return resource }
    let base = SchemaURI(resources[Int(resource) - firstResource].uri)
    resources.append(
      SchemaResource(uri: SchemaURI(view.string(id)).resolved(against: base).resource, document: document, root: node))
    return Int32(firstResource + resources.count - 1)
  }

  /// Registers the anchors of a schema.
  private mutating func readIdentifiers(of node: NodeID, resource: Int32) {
    let index = Int(resource) - firstResource
    if let draft = view.value(of: node, at: "$schema"), isOtherDraft(view.text(draft)) {
      report("schema-draft", Messages.otherDraft(view.string(draft)), severity: .warning, at: draft)
    }
    if let id = view.value(of: node, at: "$id"), view.kind(id) == .string,
      let fragment = SchemaURI(view.string(id)).fragment, !fragment.isEmpty
    {
      report("schema-fragment-in-id", Messages.fragmentInID(view.string(id)), at: id)
    }
    for keyword in ["$anchor", "$dynamicAnchor"] {
      guard let value = view.value(of: node, at: keyword), view.kind(value) == .string else { continue }
      let name = view.string(value)
      if let other = resources[index].anchors[name], other != node {
        report("schema-duplicate-anchor", Messages.duplicateAnchor(name), at: value)
        continue
      }
      resources[index].anchors[name] = node
      if keyword == "$dynamicAnchor" { resources[index].dynamicAnchors[name] = node }
    }
  }

  /// Whether a `$schema` names a metaschema of JSON Schema other than that of draft 2020-12.
  private func isOtherDraft(_ uri: UnsafeBufferPointer<UInt8>) -> Bool {
    guard !uri.starts(with: Metaschema.base.utf8) else { return false }
    return uri.starts(with: "http://json-schema.org/".utf8) || uri.starts(with: "https://json-schema.org/".utf8)
  }
}
