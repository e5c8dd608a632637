import Catalog
import DataTree
import Diagnostics
package import Rules

extension Guide {
  /// Reads an item or bundle.
  package init(_ document: CatalogDocuments.Document) {
    let fields = document.fields
    let isBundle = document.name.kind == "Bundle"
    name = document.name
    title = fields.localized("name") ?? LocalizedText(zh: document.name.id, en: document.name.id)
    code = fields.string("code")
    version = fields.int("version")
    department = fields.named(isBundle ? "lead" : "department")
    isActive = (fields.string("status") ?? "active") == "active"
    isHighFrequency = fields.bool("highFrequency") ?? false
    variants = fields.elements("variants").compactMap { node in
      let variant = TreeFields(document.view, node)
      return variant.string("id").map { id in
        Variant(id: id, name: variant.localized("name") ?? LocalizedText(zh: id, en: id))
      }
    }
    members = fields.elements("members").compactMap { TreeFields(document.view, $0).string("item") }
    lines = GuideLine.all(of: document)
    measures = document.measured.isExcessive ? ItemMeasures() : document.measured.measures()
    before = StatedFigures(fields, isBundle: isBundle)
    file = document.source.path
  }
}

extension StatedFigures {
  /// Reads the figures before a reform; nil where there are none.
  fileprivate init?(_ fields: TreeFields, isBundle: Bool) {
    guard let outer = isBundle ? fields.value("figures") : .root,
      let node = TreeFields(fields.view, outer).value("before")
    else { return nil }
    let figures = TreeFields(fields.view, node)
    steps = figures.int("steps")
    materials = figures.int("materials")
    promised = figures.limit(isBundle ? "time" : "promised")
    visits = figures.int("visits")
    if steps == nil, materials == nil, promised == nil, visits == nil { return nil }
  }
}

extension TreeFields {
  /// What something with a `name` is called, such as a department; a plain text is its own name.
  func named(_ key: String) -> LocalizedText? {
    guard let value = value(key) else { return nil }
    guard view.kind(value) == .map else { return localized(key) }
    return TreeFields(view, value).localized("name") ?? localized(key)
  }

  /// A time limit that reading has understood.
  func limit(_ key: String) -> TimeLimit? {
    guard let value = value(key), view.kind(value) == .opaque else { return nil }
    return TimeLimit(bits: view[value].bits)
  }
}
