import Catalog
import DataTree
package import Diagnostics
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
    before = isBundle ? fields.below("figures")?.below("before")?.figures : fields.below("before")?.figures
    if let after = fields.below("figures")?.below("after")?.figures { measures.replace(with: after) }
    file = document.source.path
  }
}

extension ItemMeasures {
  /// Takes what is stated over what is counted.
  fileprivate mutating func replace(with stated: ItemMeasures) {
    steps = stated.steps ?? steps
    materials = stated.materials ?? materials
    promised = stated.promised ?? promised
    visits = stated.visits ?? visits
    windows = stated.windows ?? windows
  }
}

extension TreeFields {
  /// What something with a `name` is called, such as a department; a plain text is its own name.
  func named(_ key: String) -> LocalizedText? {
    guard let value = value(key) else { return nil }
    guard view.kind(value) == .map else { return localized(key) }
    return TreeFields(view, value).localized("name") ?? localized(key)
  }

  /// Figures that a document states of itself; nil where it states none.
  fileprivate var figures: ItemMeasures? {
    var figures = ItemMeasures()
    figures.steps = int("steps")
    figures.materials = int("materials")
    figures.promised = limit("promised") ?? limit("time")
    figures.visits = int("visits")
    figures.windows = int("windows")
    return figures == ItemMeasures() ? nil : figures
  }

  /// A time limit that reading has understood.
  func limit(_ key: String) -> TimeLimit? {
    guard let value = value(key), view.kind(value) == .opaque else { return nil }
    return TimeLimit(bits: view[value].bits)
  }
}

extension Guide {
  /// What a document is called, its code and its department, without its lines and counts.
  package static func heading(of document: CatalogDocuments.Document) -> (
    title: LocalizedText, code: String?, department: LocalizedText?
  ) {
    let fields = document.fields
    let name = fields.localized("name") ?? LocalizedText(zh: document.name.id, en: document.name.id)
    return (
      name, fields.string("code"), fields.named(document.name.kind == "Bundle" ? "lead" : "department")
    )
  }
}
