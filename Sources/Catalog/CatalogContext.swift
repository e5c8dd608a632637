package import DataTree
import SourceText

/// A document that is read and will not change, as other documents take values from it.
final class FrozenDocument: @unchecked Sendable {
  /// Owns what `view` points to.
  // The tree is written in `init` only, so that reading it from several threads is safe.
  private let tree: DataTree
  /// Path of the document's file.
  let file: String
  /// The document's tree.
  let view: TreeView

  /// Copies the tree, so that the one it came from may be used again.
  init(_ source: TreeView, symbols: SymbolTable, file: String) {
    tree = DataTree(symbols: symbols)
    SubtreeCopy(into: tree).appendAsWritten(source)
    self.file = file
    view = tree.view
  }
}

/// What documents inherit from the catalog's `Registry` and `Catalog` documents, which are read first.
package struct CatalogContext: Sendable {
  /// One entry of a registry.
  struct RegistryEntry: Sendable {
    /// Index of its document.
    var document: Int
    /// The entry's node there.
    var node: NodeID
  }

  /// The entries of one part of all registries.
  struct Part: Sendable {
    /// Ids as symbols; symbol n is entry n - 1.
    var ids: SymbolTable
    /// The entries in the order they were added.
    var entries: [RegistryEntry]
    /// Ids in the same order, for suggestions.
    var names: [String]
  }

  /// A catalog without registries and defaults.
  package static let empty = CatalogContext(documents: [], parts: [], defaults: nil, profile: nil)

  /// The documents that values come from.
  let documents: [FrozenDocument]
  /// The registries' entries, by `RegistryPart`.
  private let parts: [Part]
  /// The `defaults` of the `Catalog` document.
  let defaults: RegistryEntry?
  /// The `profile` of the `Catalog` document.
  package let profile: String?

  /// Holds what a builder collected.
  private init(documents: [FrozenDocument], parts: [Part], defaults: RegistryEntry?, profile: String?) {
    self.documents = documents
    self.parts = parts
    self.defaults = defaults
    self.profile = profile
  }

  /// The entry of a registry with an id; nil when no registry has it.
  func entry(_ id: UnsafeBufferPointer<UInt8>, in part: RegistryPart) -> RegistryEntry? {
    guard Int(part.rawValue) < parts.count else { return nil }
    let part = parts[Int(part.rawValue)]
    let symbol = part.ids.symbol(for: id)
    return symbol == .unknown ? nil : part.entries[Int(symbol.raw) - 1]
  }

  /// The entry of a registry with an id, in its tree, which lives as long as the context.
  package func registered(_ id: String, in part: RegistryPart) -> (view: TreeView, node: NodeID)? {
    var id = id
    guard let entry = id.withUTF8({ entry($0, in: part) }) else { return nil }
    return (documents[entry.document].view, entry.node)
  }

  /// The ids of a part, for suggestions.
  package func ids(in part: RegistryPart) -> [String] {
    Int(part.rawValue) < parts.count ? parts[Int(part.rawValue)].names : []
  }

  /// Collects registries and catalogs, each already read under its schema.
  package struct Builder {
    /// The symbols that all trees share.
    private let symbols: SymbolTable
    /// The keys of registries and catalogs.
    private let keys: ReadingKeys
    /// Documents added so far.
    private var documents: [FrozenDocument] = []
    /// Ids of entries by part.
    private var ids = RegistryPart.allCases.map { _ in SymbolTable.Builder() }
    /// Entries by part.
    private var entries: [[RegistryEntry]] = RegistryPart.allCases.map { _ in [] }
    /// Ids by part, in order.
    private var names: [[String]] = RegistryPart.allCases.map { _ in [] }
    /// The first catalog's defaults.
    private var defaults: RegistryEntry?
    /// The first catalog's profile.
    private var profile: String?

    /// Starts without documents; all trees must share `symbols`.
    package init(shapes: Shapes, symbols: SymbolTable) {
      self.symbols = symbols
      keys = shapes.keys
    }

    /// Adds a document; of two entries with one id, and of two catalogs' defaults, the first counts.
    package mutating func add(_ tree: DataTree, file: String) {
      guard !tree.isEmpty else { return }
      let document = FrozenDocument(tree.view, symbols: symbols, file: file)
      documents.append(document)
      let view = document.view
      guard let kind = view.value(of: .root, at: keys.kind).map({ view.string($0) }) else { return }
      if kind == "Catalog", defaults == nil, let node = view.value(of: .root, at: keys.defaults) {
        defaults = RegistryEntry(document: documents.count - 1, node: node)
      }
      if kind == "Catalog", profile == nil, let node = view.value(of: .root, at: "profile") {
        profile = view[node].isCollection ? nil : view.string(node)
      }
      if kind == "Registry" { for part in RegistryPart.allCases { add(part, of: view) } }
    }

    /// The context for reading all other documents.
    package func build() -> CatalogContext {
      let parts = RegistryPart.allCases.map { part in
        let index = Int(part.rawValue)
        return Part(ids: ids[index].freeze(), entries: entries[index], names: names[index])
      }
      return CatalogContext(documents: documents, parts: parts, defaults: defaults, profile: profile)
    }

    /// Adds the entries of one part of a registry.
    private mutating func add(_ part: RegistryPart, of view: TreeView) {
      guard let list = view.value(of: .root, at: keys.symbol(of: part)) else { return }
      let index = Int(part.rawValue)
      for element in view.elements(list) {
        guard let id = view.value(of: element, at: keys.id), !view[id].isCollection else { continue }
        let name = view.string(id)
        // A symbol that is not the next one was given to an earlier entry with this id.
        guard ids[index].intern(name).raw == UInt32(entries[index].count + 1) else { continue }
        entries[index].append(RegistryEntry(document: documents.count - 1, node: element))
        names[index].append(name)
      }
    }
  }
}
