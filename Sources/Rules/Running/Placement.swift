import CEL
import Catalog
import DataTree
import Diagnostics
import JSONPath
import SourceText
import YAMLReader

/// Where a result is shown.
struct Placement {
  /// What is underlined.
  var range: SourceRange
  /// Normalized path of the underlined node.
  var path: String
  /// The same place by names instead of positions.
  var anchor: StablePlace
  /// Secondary labels: further places of `at`, the alias that brought the node, the registry that supplied it.
  var related: [Label]

  /// Places a result on what a rule's `at` selects from a target; without `at`, on the target itself.
  ///
  /// Where a node's text holds one of `parts`, only that part is underlined. A target without text of its own, such as
  /// the document, leaves the place to the parts, which `holders` then finds: the first is underlined, the others are
  /// secondary labels.
  init(
    of rule: Rule, target: NodeID, in scope: DocumentScope, library: CompiledRules, parts: [TextReference] = [],
    holders: TextHolders? = nil
  ) {
    let view = scope.tree.view
    if rule.at.count <= 1, holders == nil, parts.isEmpty, rule.atBase.isEmpty {
      // Nearly all, without the lists that the others need.
      self.init(rule.at.first?.deepest(in: view, from: target).node ?? target, in: scope)
      return
    }
    var nodes = rule.at.map { $0.deepest(in: view, from: target).node }
    if let holders { nodes = parts.compactMap { $0.space == Placement.documentSpace ? holders.node(of: $0) : nil } }
    self.init(nodes.first ?? target, in: scope)
    if !parts.isEmpty, let part = Placement.part(of: nodes.first ?? target, parts, in: scope) {
      underline(part, in: scope)
    }
    for node in nodes.dropFirst() {
      let part = parts.isEmpty ? nil : Placement.part(of: node, parts, in: scope)
      related.append(Label(range: part ?? Placement.underline(node, in: scope), text: Messages.alsoHere))
    }
    guard !rule.atBase.isEmpty, case .document(let tree, let source, _) = scope.base else { return }
    let target = Counterpart(from: view, in: tree.view, shapes: library.shapes).node(target)
    for query in rule.atBase where target != nil || !query.isRelative {
      related.append(Placement.earlier(query, from: target ?? .root, tree, source))
    }
  }

  /// Labels what a query selects in the version compared against: a scalar with what it said.
  private static func earlier(
    _ query: PathQuery, from target: NodeID, _ tree: DataTree, _ source: SourceFile
  ) -> Label {
    let view = tree.view
    let (node, isWhole) = query.deepest(in: view, from: target)
    let isQuoted = isWhole && !view[node].isCollection && view.kind(node) != .null
    return Label(
      file: source.path, range: underline(node, in: view, source),
      text: isQuoted ? Messages.earlier(ValueWords.quote(view.string(node))) : Messages.comparedHere)
  }

  /// The source of the first part that lies inside a node's text; nil where none does, where it is the whole text, or
  /// where the text is not written here.
  private static func part(of node: NodeID, _ parts: [TextReference], in scope: DocumentScope) -> SourceRange? {
    let view = scope.tree.view
    guard view.kind(node) == .string, !view[node].flags.contains(.supplied) else { return nil }
    let start = Int(view.textOffset(node))
    for part in parts where part.space == documentSpace && part.count > 0 {
      let offset = Int(part.offset) - start
      guard offset >= 0, offset + Int(part.count) <= Int(view[node].count) else { continue }
      if part.count == view[node].count { return nil }
      return ScalarOffsets(node, in: view, source: scope.source).sourceRange(offset..<offset + Int(part.count))
    }
    return nil
  }

  /// The text space of the document at hand, which is tree 0.
  private static let documentSpace: UInt32 = 2

  /// A place that was found before.
  init(range: SourceRange, path: String, anchor: StablePlace, related: [Label]) {
    self.range = range
    self.path = path
    self.anchor = anchor
    self.related = related
  }

  /// Places a result on a node.
  init(_ node: NodeID, in scope: DocumentScope) {
    let view = scope.tree.view
    range = Placement.underline(node, in: scope)
    path = NormalizedPath.text(of: view.deepestWritten(node), in: view)
    anchor = StablePlace(of: node, in: view)
    related = []
    if let alias = scope.tree.aliasRange(of: node) {
      related.append(Label(range: alias, text: Messages.behindAlias))
    }
    if let origin = Placement.origin(of: node, in: scope.tree) {
      related.append(Label(file: origin.file, range: origin.range, text: Messages.suppliedFrom))
    }
  }

  /// Underlines a part of the node's text only, which is the value that the result is about.
  mutating func underline(_ part: SourceRange, in scope: DocumentScope) {
    range = part
    anchor.value = StablePlace.hash(of: scope.source.text(in: part).utf8)
  }

  /// What is underlined for a node; a value from a registry stands at the reference that brought it.
  static func underline(_ node: NodeID, in scope: DocumentScope) -> SourceRange {
    underline(node, in: scope.tree.view, scope.source)
  }

  private static func underline(_ node: NodeID, in view: TreeView, _ source: SourceFile) -> SourceRange {
    guard view[node].flags.contains(.supplied) else { return view.underline(node, in: source) }
    var written = node
    while written != .root, view[written].flags.contains(.supplied) { written = view[written].parent }
    // Defaults carry their parent's range, registry values that of the reference.
    let isAtReference = view[node].range != view[written].range
    return isAtReference ? view[node].range : view.underline(written, in: source)
  }

  private static func origin(of node: NodeID, in tree: DataTree) -> DataTree.Origin? {
    let view = tree.view
    var current = node
    while view[current].flags.contains(.supplied) {
      if let origin = tree.origins.last(where: { $0.node == current }) { return origin }
      if current == .root { return nil }
      current = view[current].parent
    }
    return nil
  }
}
