import DataTree
import Diagnostics
import Rules
import SourceText

extension GuideLine {
  /// What an item or bundle says, line by line.
  static func all(of document: CatalogDocuments.Document) -> [GuideLine] {
    var lines = GuideLines(document)
    lines.addMaterials()
    return lines.lines
  }
}

/// Collects the lines of a guide; each gets an id that changes elsewhere in the document do not rename.
struct GuideLines {
  /// What was collected.
  private(set) var lines: [GuideLine] = []
  private let fields: TreeFields
  private var counts: [String: Int] = [:]

  /// Starts with nothing.
  init(_ document: CatalogDocuments.Document) { fields = document.fields }

  /// Adds a line for each material.
  mutating func addMaterials() {
    for node in fields.elements("materials") {
      let material = TreeFields(fields.view, node)
      guard let name = material.localized("name") else { continue }
      add(GuideLine(id: id("material", of: material, name), subject: .material, about: name))
    }
  }

  private mutating func add(_ line: GuideLine) {
    var line = line
    let count = counts[line.id, default: 0] + 1
    counts[line.id] = count
    if count > 1 { line.id += "-\(count)" }
    lines.append(line)
  }

  /// `material.id-card`; an element without an id is told by a hash of its name.
  private func id(_ prefix: String, of element: TreeFields, _ name: LocalizedText) -> String {
    prefix + "." + (element.string("id") ?? "~" + StablePlace.digits(StablePlace.hash(of: name.zh.utf8)).suffix(8))
  }
}
