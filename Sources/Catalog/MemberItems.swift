import CEL
import DataTree

/// The catalog's items behind the members of a bundle, and what was found out about them together.
final class MemberItems {
  /// One member's item under its variant.
  struct Entry {
    /// The item's root; nil for what is handled outside the catalog, or is not in it.
    var item: NodeReference?
    /// The case of the item that the member is for.
    var variant: Condition
    /// The chosen variant's node in the item.
    var variantNode: NodeReference?
  }

  /// Who waits for whom.
  let graph: MemberGraph
  /// The items, by position of the member.
  let entries: [Entry]
  /// When members begin and end; nil where there are too many cases.
  let schedule: MemberGraph.Schedule?
  /// What members promise, by position.
  let promises: [NodeReference?]
  /// Materials that an earlier member asks for too, by position; nil until asked for.
  var repeated: MemberMaterials.Repeated?
  /// Positions of members by key of what they issue; nil until asked for.
  var issuers: [[UInt8]: [Int]]?

  /// Looks up the items of a bundle, all at once because a look-up may change the evaluation's trees.
  init(_ bundle: Int, _ evaluation: Evaluation, _ lookup: any DocumentLookup, _ keys: ReadingKeys) {
    let view = evaluation.tree(UInt32(bundle))
    graph = MemberGraph(view, keys)
    var entries: [Entry] = []
    var promises: [NodeReference?] = []
    for member in graph.members {
      let entry = MemberItems.entry(of: member.node, in: view, evaluation, lookup, keys)
      entries.append(entry)
      let own = MemberItems.limit(of: member.node, at: "promised", in: view)
      promises.append(
        own.map { NodeReference(tree: UInt32(bundle), node: $0) } ?? MemberItems.promise(of: entry, evaluation))
    }
    self.entries = entries
    self.promises = promises
    schedule = graph.schedule(
      promises.map { promise in
        promise.map { TimeLimit(bits: evaluation.tree($0.tree)[$0.node].bits) }
      })
  }

  /// The item of one member.
  private static func entry(
    of member: NodeID, in view: TreeView, _ evaluation: Evaluation, _ lookup: any DocumentLookup, _ keys: ReadingKeys
  ) -> Entry {
    var entry = Entry(variant: .always)
    var variantID: NodeID?
    if let variant = view.value(of: member, at: "variant"), !view[variant].isCollection {
      variantID = variant
      let answer = Condition.Requirement(question: "variant", answers: [view.string(variant)])
      entry.variant = Condition(alternatives: [[answer]])
    }
    guard view.value(of: member, at: "external") == nil, let id = view.value(of: member, at: "item"),
      !view[id].isCollection, case .root(let item) = lookup.document(withID: view.text(id), in: evaluation)
    else { return entry }
    let items = evaluation.tree(item.tree)
    guard let kind = items.value(of: .root, at: keys.kind), bytes(items.text(kind), equal: "ServiceItem") else {
      return entry
    }
    entry.item = item
    if let variantID, let variants = items.value(of: .root, at: "variants") {
      let chosen = items.elements(variants).first { variant in
        items.value(of: variant, at: keys.id).map { equalBytes(items.text($0), view.text(variantID)) } ?? false
      }
      entry.variantNode = chosen.map { NodeReference(tree: item.tree, node: $0) }
    }
    return entry
  }

  /// What an item promises for a variant, or for all.
  private static func promise(of entry: Entry, _ evaluation: Evaluation) -> NodeReference? {
    guard let item = entry.item else { return nil }
    let view = evaluation.tree(item.tree)
    for holder in [entry.variantNode?.node, NodeID.root] {
      guard let holder, let limits = view.value(of: holder, at: "timeLimit"),
        let promise = limit(of: limits, at: "promised", in: view)
      else { continue }
      return NodeReference(tree: item.tree, node: promise)
    }
    return nil
  }

  /// A field that holds a limit other than 无.
  private static func limit(of map: NodeID, at key: String, in view: TreeView) -> NodeID? {
    guard let node = view.value(of: map, at: key), view.kind(node) == .opaque else { return nil }
    return TimeLimit(bits: view[node].bits) == .none ? nil : node
  }
}
