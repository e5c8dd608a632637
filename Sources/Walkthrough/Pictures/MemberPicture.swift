internal import Catalog
internal import DataTree
internal import Diagnostics
package import Drawing
package import Rules

/// The members of a bundle and who waits for whom, as a drawing.
package enum MemberPicture {
  /// An item as a member names it.
  private struct Reference: Hashable {
    /// The item's id.
    var item: String
    /// The variant's id.
    var variant: String?
  }

  /// The drawing of a bundle's members; nil where it has none.
  ///
  /// Reading an item ends the reading of the bundle, so the items that it names are read first.
  package static func drawing(of bundle: DocumentName, in documents: CatalogDocuments) -> GraphDrawing? {
    guard let references = documents.read(bundle, { references(in: $0.fields) }) else { return nil }
    var items: [Reference: MemberOutline.Item] = [:]
    for reference in references where items[reference] == nil {
      let name = DocumentName(kind: "ServiceItem", id: reference.item)
      items[reference] = documents.read(name) { item(in: $0, variant: reference.variant) }
    }
    return documents.read(bundle) { drawing(of: $0, items) } ?? nil
  }

  /// The drawing of a bundle whose items nobody has read, so that members have their ids for names.
  static func drawing(of bundle: CatalogDocuments.Document) -> GraphDrawing? { drawing(of: bundle, [:]) }

  private static func drawing(
    of bundle: CatalogDocuments.Document, _ items: [Reference: MemberOutline.Item]
  ) -> GraphDrawing? {
    let outline = MemberOutline(bundle.measured) { items[Reference(item: $0, variant: $1)] }
    let name = bundle.fields.localized("name") ?? LocalizedText(zh: bundle.name.id, en: bundle.name.id)
    return outline.map { drawing(of: $0, title: PictureWords.members(name)) }
  }

  /// The drawing of members.
  static func drawing(of outline: MemberOutline, title: LocalizedText) -> GraphDrawing {
    let nodes = outline.members.map { member -> GraphDrawing.Node in
      var marks: [GraphDrawing.Mark] = []
      if member.isExternal { marks.append(GraphDrawing.Mark(.external, ChartText(PictureWords.external))) }
      if member.isOptional { marks.append(GraphDrawing.Mark(.optional, ChartText(PictureWords.optional))) }
      return GraphDrawing.Node(
        id: member.id, kind: member.isExternal ? .external : .member, label: ChartText(member.name),
        detail: ChartText(joining: [member.variant, member.department, member.promised.map { $0.words }]),
        note: member.condition.map { ChartText(PictureWords.condition($0)) }, marks: marks,
        isOnLongestPath: member.isOnLongestPath)
    }
    let edges = outline.waits.map { wait in
      GraphDrawing.Edge(wait.first, wait.then, isBack: wait.isBack, isOnLongestPath: wait.isOnLongestPath)
    }
    return GraphDrawing(
      title: ChartText(title), nodes: nodes, edges: edges,
      key: GraphDrawing.Key(
        longestPath: ChartText(PictureWords.longestWait), wayBack: ChartText(PictureWords.circle)))
  }

  /// The items that members name.
  private static func references(in fields: TreeFields) -> [Reference] {
    fields.elements("members").compactMap { node in
      let member = TreeFields(fields.view, node)
      return member.string("item").map { Reference(item: $0, variant: member.string("variant")) }
    }
  }

  /// What an item says of itself, or of one of its variants.
  private static func item(in document: CatalogDocuments.Document, variant: String?) -> MemberOutline.Item {
    let fields = document.fields
    let chosen = variant.flatMap { id in
      fields.elements("variants").map { TreeFields(fields.view, $0) }.first { $0.string("id") == id }
    }
    let limits = [chosen, fields].compactMap { $0 }.compactMap { owner -> TimeLimit? in
      owner.value("timeLimit").flatMap { TreeFields(fields.view, $0).limit("promised") }
    }
    let name = fields.localized("name") ?? LocalizedText(zh: document.name.id, en: document.name.id)
    return MemberOutline.Item(
      name: name, variant: chosen?.localized("name") ?? .same(variant),
      department: fields.named("department"), promised: limits.first)
  }
}
