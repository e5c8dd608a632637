import Catalog
import DataTree
import Diagnostics

/// Measures the items and bundles of two versions of a catalog, a pair at a time: one for each worker.
package final class ComparisonStage {
  /// Where a document stands in each version.
  package struct Pair: Sendable {
    /// Kind and id.
    package let name: DocumentName
    /// Position of its kind in the library.
    fileprivate let kind: Int
    /// In the earlier version.
    fileprivate let before: CatalogSummaries.Place?
    /// In the later version.
    fileprivate let after: CatalogSummaries.Place?
  }

  /// What a pair comes to.
  package enum Outcome: Sendable {
    /// It was counted.
    case compared(ComparedDocument)
    /// It has more entries than are counted.
    case excessive(DocumentName)
  }

  /// A document that was read, good until its reader reads the next.
  private struct ReadItem {
    /// Its tree.
    let view: TreeView
    /// What is counted of it.
    let item: MeasuredItem
  }

  /// The kinds of documents that are measured.
  private static let kinds = ["ServiceItem", "Bundle"]

  private let library: RuleLibrary
  private let catalog: String
  private let before: BaseReader?
  private let after: BaseReader?

  /// Makes a worker.
  /// - Parameter catalog: folder of the catalog below the one that is compared.
  package init(from before: BaseCatalog?, to after: BaseCatalog?, catalog: String, library: RuleLibrary) {
    self.library = library
    self.catalog = catalog
    self.before = before.map { BaseReader($0, library: library) }
    self.after = after.map { BaseReader($0, library: library) }
  }

  /// The documents of two versions, in order of kind and id. What one version may hold in a part that cannot be read is
  /// neither added nor removed.
  package static func pairs(from before: BaseCatalog?, to after: BaseCatalog?, library: RuleLibrary) -> [Pair] {
    var pairs: [Pair] = []
    for kindName in kinds {
      guard let kind = library.kind(named: kindName) else { continue }
      let names = Set((before?.names(ofKind: kindName) ?? []) + (after?.names(ofKind: kindName) ?? []))
      for (name, path) in names.map({ ($0, before?.path(of: $0) ?? after?.path(of: $0) ?? "") }) {
        let earlier = place(of: name, path, in: before)
        let later = place(of: name, path, in: after)
        if earlier.isHidden || later.isHidden { continue }
        pairs.append(Pair(name: name, kind: kind, before: earlier.place, after: later.place))
      }
    }
    return pairs.sorted { left, right in
      if left.name.kind != right.name.kind { return left.name.kind > right.name.kind }
      return left.name.id.utf8.lexicographicallyPrecedes(right.name.id.utf8)
    }
  }

  private static func place(of name: DocumentName, _ path: String, in catalog: BaseCatalog?) -> (
    place: CatalogSummaries.Place?, isHidden: Bool
  ) {
    guard let catalog else { return (nil, false) }
    switch catalog.find(name, path: path) {
    case .place(let place): return (place, false)
    case .missing: return (nil, false)
    case .unreadable: return (nil, true)
    }
  }

  /// Reads and counts both versions of a document.
  package func compare(_ pair: Pair) -> Outcome {
    let earlier = pair.before.flatMap { item(at: $0, pair.kind, before) }
    let later = pair.after.flatMap { item(at: $0, pair.kind, after) }
    if earlier?.item.isExcessive ?? false || later?.item.isExcessive ?? false { return .excessive(pair.name) }
    let shown = later ?? earlier
    var document = ComparedDocument(
      name: pair.name, catalog: catalog,
      title: shown.flatMap { text(at: "name", of: $0.view) } ?? LocalizedText(zh: pair.name.id, en: pair.name.id),
      department: shown.flatMap { text(at: "department", of: $0.view) ?? text(at: "lead", of: $0.view) },
      before: earlier.map(version), after: later.map(version))
    if let earlier, let later, !later.item.variants.isEmpty, !earlier.item.variants.isEmpty {
      document.variants = ItemChange.all(from: earlier.item, to: later.item, normalize: nil).compactMap { change in
        change.variant.map { variant in
          ComparedDocument.Variant(
            name: text(at: "name", of: later.view, below: variant) ?? text(at: "id", of: later.view, below: variant)
              ?? LocalizedText(zh: "", en: ""),
            figures: ComparedFigure.all(before: change.before, after: change.after))
        }
      }
    }
    return .compared(document)
  }

  private func item(at place: CatalogSummaries.Place, _ kind: Int, _ reader: BaseReader?) -> ReadItem? {
    guard let reader, case .document(let tree, _, _) = reader.document(at: place, kind: kind) else { return nil }
    return ReadItem(view: tree.view, item: MeasuredItem(tree.view, shapes: library.shapes))
  }

  private func version(_ read: ReadItem) -> ComparedDocument.Version {
    let fields = TreeFields(read.view)
    let measures = read.item.measures()
    var shares: Set<Share> = []
    if fields.text("handling")?.text == "instant" { shares.insert(.instant) }
    if measures.visits == 0 { shares.insert(.zeroVisit) }
    if let depth = fields.text("onlineDepth")?.text, depth == "result" || depth == "e-certificate" {
      shares.insert(.fullyOnline)
    }
    return ComparedDocument.Version(
      measures: measures, isActive: (fields.text("status")?.text ?? "active") == "active", shares: shares)
  }

  /// What a field says in each language: a text, a localized text, or the name of a department.
  private func text(at key: String, of view: TreeView, below node: NodeID = .root) -> LocalizedText? {
    guard let found = view.value(of: node, at: key) else { return nil }
    if view.kind(found) == .map {
      if let name = view.value(of: found, at: "name") {
        if view.kind(name) == .map { return languages(of: name, in: view) }
        return scalar(name, in: view).map { LocalizedText(zh: $0, en: $0) }
      }
      return languages(of: found, in: view)
    }
    return scalar(found, in: view).map { LocalizedText(zh: $0, en: $0) }
  }

  private func languages(of map: NodeID, in view: TreeView) -> LocalizedText? {
    let first = view.entries(map).lazy.compactMap { self.scalar($0.value, in: view) }.first
    let zh = view.value(of: map, at: "zh").flatMap { scalar($0, in: view) }
    let en = view.value(of: map, at: "en").flatMap { scalar($0, in: view) }
    guard let first else { return nil }
    return LocalizedText(zh: zh ?? first, en: en ?? first)
  }

  private func scalar(_ node: NodeID, in view: TreeView) -> String? {
    view[node].isCollection || view.kind(node) == .null ? nil : view.string(node)
  }
}

extension BaseCatalog {
  /// Kind and id of the documents of one kind.
  fileprivate func names(ofKind kind: String) -> [DocumentName] {
    files.flatMap { file in file.documents.map(\.name).filter { $0.kind == kind && !$0.id.isEmpty } }
  }

  /// The file of a document, as its catalog counts paths.
  fileprivate func path(of name: DocumentName) -> String? {
    guard case .place(let place) = find(name, path: "") else { return nil }
    return files[place.file].path
  }
}
