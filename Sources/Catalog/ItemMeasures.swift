package import DataTree

/// What is counted of an item or bundle: the figures that comparisons, scores and rules about change share.
///
/// Each is nil where the document states nothing to count.
package struct ItemMeasures: Hashable, Sendable {
  /// The authority's steps that a promise covers, on the longest path.
  package var steps: Int?
  /// Materials handed in by the applicant whose situation asks for fewest.
  package var fewestMaterials: Int?
  /// Materials handed in by the applicant whose situation asks for most.
  package var materials: Int?
  /// 法定办结时限
  package var statutory: TimeLimit?
  /// 承诺办结时限; 即办 where the handling is instant and no limit is written.
  package var promised: TimeLimit?
  /// 到办事现场次数
  package var visits: Int?
  /// Fees; 0 for `fees: []`.
  package var fees: Int?
  /// Desks to go to, over all window channels.
  package var windows: Int?

  /// By how many per cent the promise is shorter than the law allows; nil where the units leave it open.
  package var reduction: Double? {
    guard let statutory, let promised else { return nil }
    return TimeLimit.reduction(from: statutory, to: promised)
  }

  /// The measures of a guide whose variants have these: of each figure the worst that an applicant meets.
  fileprivate init(worstOf parts: [ItemMeasures]) {
    steps = parts.compactMap(\.steps).max()
    fewestMaterials = parts.compactMap(\.fewestMaterials).min()
    materials = parts.compactMap(\.materials).max()
    statutory = parts.compactMap(\.statutory).max(by: TimeLimit.isShorter)
    promised = parts.compactMap(\.promised).max(by: TimeLimit.isShorter)
    visits = parts.compactMap(\.visits).max()
    fees = parts.compactMap(\.fees).max()
    windows = parts.compactMap(\.windows).max()
  }

  /// Nothing stated.
  package init() {}
}

/// An item or bundle whose figures are counted.
package struct MeasuredItem {
  /// The document, after reading.
  let view: TreeView
  /// The schemas that it was read under.
  let shapes: Shapes

  /// Prepares to count what a document states.
  package init(_ view: TreeView, shapes: Shapes) {
    self.view = view
    self.shapes = shapes
  }

  /// The variants in the order of the document.
  package var variants: UnsafeBufferPointer<NodeID> {
    elements(of: .root, shapes.keys.variants)
  }

  /// Whether an item has more than anybody would write, so that counting it for each variant would take too long.
  package var isExcessive: Bool {
    let keys = shapes.keys
    let lists = [keys.materials, keys.steps, keys.fees, keys.channels]
    let entries = lists.reduce(1) { $0 + elements(of: .root, $1).count }
    let questions = elements(of: .root, keys.questions).count
    let (work, overflow) = entries.multipliedReportingOverflow(by: max(1, variants.count) * (1 + questions))
    return overflow || work > MeasuredItem.maximumWork
  }

  /// A hundred variants, the most that their codes allow, of an item with a thousand entries and a hundred questions.
  private static let maximumWork = 10_000_000

  /// The figures of one variant; without one, of the whole guide, which is as bad as its worst variant.
  package func measures(of variant: NodeID? = nil) -> ItemMeasures {
    if variant == nil, !variants.isEmpty { return ItemMeasures(worstOf: variants.map { self.measures(of: $0) }) }
    var measures = ItemMeasures()
    let condition = condition(of: variant)
    if let steps = list(shapes.keys.steps) {
      measures.steps = ProcessGraph(steps, in: view, shapes: shapes, when: condition).longestCount
    }
    if let materials = list(shapes.keys.materials) {
      let count = MaterialCount(materials, in: self, variant: variant)
      measures.fewestMaterials = count.fewest
      measures.materials = count.most
    }
    measures.statutory = limit(shapes.keys.statutory, variant)
    measures.promised = limit(shapes.keys.promised, variant) ?? (isInstant(variant) ? .instant : nil)
    measures.visits = field(shapes.keys.visits, variant).flatMap {
      view.kind($0) == .int ? Int(exactly: view[$0].int) : nil
    }
    measures.fees = list(shapes.keys.fees).map { fees in
      view.elements(fees).count { applies($0, under: condition) }
    }
    measures.windows = list(shapes.keys.channels).map(windows)
    return measures
  }

  // MARK: Conditions

  /// What is known of an applicant who asks for a variant; nil for no variant.
  func condition(of variant: NodeID?) -> Condition? {
    guard let variant, let id = view.value(of: variant, at: shapes.keys.id), !view[id].isCollection else { return nil }
    return Condition(alternatives: [[Condition.Requirement(question: "variant", answers: [view.string(id)])]])
  }

  /// Whether something with a `when` may apply under a condition; nil rules nothing out.
  func applies(_ node: NodeID, under condition: Condition?) -> Bool {
    guard let condition, let when = self.when(of: node) else { return true }
    return when.overlaps(condition) { Condition.isMultiple($0, in: view, shapes.keys) }
  }

  /// When something applies; nil where it says nothing that can be read.
  func when(of node: NodeID) -> Condition? {
    view.value(of: node, at: shapes.keys.when).flatMap { Condition($0, in: view) }
  }

  // MARK: Fields

  /// A list of the document; nil where it is not stated.
  func list(_ key: Symbol) -> NodeID? {
    view.value(of: .root, at: key).flatMap { view.kind($0) == .list ? $0 : nil }
  }

  /// The elements of a list below a map; none where it is not stated.
  func elements(of map: NodeID, _ key: Symbol) -> UnsafeBufferPointer<NodeID> {
    view.value(of: map, at: key).map { view.elements($0) } ?? UnsafeBufferPointer(start: nil, count: 0)
  }

  /// A field that a variant may override.
  private func field(_ key: Symbol, _ variant: NodeID?) -> NodeID? {
    variant.flatMap { view.value(of: $0, at: key) } ?? view.value(of: .root, at: key)
  }

  /// A limit that a variant may override.
  private func limit(_ key: Symbol, _ variant: NodeID?) -> TimeLimit? {
    for owner in [variant, .root] {
      guard let owner, let limits = view.value(of: owner, at: shapes.keys.timeLimit),
        let node = view.value(of: limits, at: key)
      else { continue }
      return view.kind(node) == .opaque ? TimeLimit(bits: view[node].bits) : nil
    }
    return nil
  }

  /// Whether a case is handled while the applicant waits.
  private func isInstant(_ variant: NodeID?) -> Bool {
    guard let handling = field(shapes.keys.handling, variant), view.kind(handling) == .string else { return false }
    return bytes(view.text(handling), equal: "instant")
  }

  /// Number of desks: those that a window channel lists, one where it lists none.
  private func windows(_ channels: NodeID) -> Int {
    view.elements(channels).reduce(0) { count, channel in
      guard let type = view.value(of: channel, at: shapes.keys.type), view.kind(type) == .string,
        bytes(view.text(type), equal: "window")
      else { return count }
      return count + max(1, elements(of: channel, shapes.keys.windows).count)
    }
  }
}

extension TimeLimit {
  /// Whether a limit is shorter, bare days read as working days; 无 is shortest.
  fileprivate static func isShorter(_ left: TimeLimit, _ right: TimeLimit) -> Bool {
    if right == .longTerm { return left != .longTerm }
    return (left == .longTerm ? .max : left.upperValue ?? -1) < (right.upperValue ?? -1)
  }
}
