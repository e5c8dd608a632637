import DataTree

/// Reads steps and edges out of a tree.
struct StepReader {
  /// The steps in order.
  private(set) var steps: [ProcessGraph.Step] = []
  /// Where the edges of each step begin.
  private(set) var starts: [Int] = [0]
  /// The edges, step by step.
  private(set) var edges: [ProcessGraph.Edge] = []
  /// Whether some edge has a condition, so that situations differ.
  private(set) var hasConditions = false
  /// Steps by id.
  private(set) var positions: [TextKey: Int] = [:]
  /// The document.
  private let view: TreeView
  /// The keys of steps and edges.
  private let keys: ReadingKeys
  /// What an edge's condition must overlap; nil for all edges.
  private let when: Condition?

  /// Questions that admit several answers at once; read only where conditions are compared.
  private let multiple: Set<String>

  /// 听证、招标、拍卖、检验、检测、检疫、鉴定、专家评审: not counted by 行政许可法 art. 45.
  private static let specialKinds: [StaticString] = [
    "hearing", "tender", "auction", "examination", "testing", "quarantine", "appraisal", "expert-review",
  ]

  /// Reads a list of steps, ids first because edges lead forward.
  init(_ list: NodeID, in view: TreeView, keys: ReadingKeys, when: Condition?) {
    self.view = view
    self.keys = keys
    self.when = when
    multiple = when == nil ? [] : StepReader.multiple(in: view, keys)
    let elements = view.elements(list)
    for (position, element) in elements.enumerated() {
      // Of two steps with one id the first is meant; the other is a fault that a rule reports.
      guard let id = scalar(element, keys.id), positions[TextKey(id)] == nil else { continue }
      positions[TextKey(id)] = position
    }
    steps.reserveCapacity(elements.count)
    starts.reserveCapacity(elements.count + 1)
    for (position, element) in elements.enumerated() {
      steps.append(step(element))
      appendEdges(of: element, at: position, count: elements.count)
      starts.append(edges.count)
    }
  }

  /// The questions of a document that are declared with `multiple: true`.
  private static func multiple(in view: TreeView, _ keys: ReadingKeys) -> Set<String> {
    guard let questions = view.value(of: .root, at: keys.questions) else { return [] }
    var multiple = Set<String>()
    for question in view.elements(questions) {
      guard let flag = view.value(of: question, at: keys.multiple), view.kind(flag) == .bool, view[flag].bool,
        let id = view.value(of: question, at: keys.id), !view[id].isCollection
      else { continue }
      multiple.insert(view.string(id))
    }
    return multiple
  }

  /// The text of a scalar field.
  private func scalar(_ map: NodeID, _ key: Symbol) -> UnsafeBufferPointer<UInt8>? {
    guard let node = view.value(of: map, at: key), !view[node].isCollection, view.kind(node) != .null else {
      return nil
    }
    return view.text(node)
  }

  /// Reads what counts of one step.
  private func step(_ element: NodeID) -> ProcessGraph.Step {
    var limit = TimeLimit.none
    if let node = view.value(of: element, at: keys.limit), view.kind(node) == .opaque {
      limit = TimeLimit(bits: view[node].bits)
    }
    let actor = scalar(element, keys.actor)
    let isApplicants = actor.map { bytes($0, equal: "applicant") } ?? false
    return ProcessGraph.Step(
      isCounted: isCounted(element), isOffices: actor.map { bytes($0, equal: "authority") } ?? true,
      isVisit: isApplicants && isOnSite(element), isSpecial: view.value(of: element, at: keys.special) != nil,
      limit: limit)
  }

  /// Whether a step says that it takes place on site.
  private func isOnSite(_ element: NodeID) -> Bool {
    guard let node = view.value(of: element, at: keys.onSite) else { return false }
    return view.kind(node) == .bool && view[node].bool
  }

  /// Whether a promise covers a step.
  private func isCounted(_ element: NodeID) -> Bool {
    if let actor = scalar(element, keys.actor), !bytes(actor, equal: "authority") { return false }
    if let phase = scalar(element, keys.phase), bytes(phase, equal: "follow-up") { return false }
    guard let special = scalar(element, keys.special) else { return true }
    if bytes(special, equal: "site-check") { return view.value(of: element, at: keys.basis) == nil }
    return !StepReader.specialKinds.contains { bytes(special, equal: $0) }
  }

  /// Adds the edges of a step.
  private mutating func appendEdges(of element: NodeID, at position: Int, count: Int) {
    guard let next = view.value(of: element, at: keys.next), view.kind(next) != .null else {
      // The following step; for the last one that is the end.
      edges.append(ProcessGraph.Edge(source: position, target: position + 1, node: nil, when: nil))
      return
    }
    guard view.kind(next) == .list else { return appendEdge(next, from: position, count: count) }
    for edge in view.elements(next) { appendEdge(edge, from: position, count: count) }
  }

  /// Adds one edge, unless it leads to an unknown step or is ruled out.
  private mutating func appendEdge(_ edge: NodeID, from position: Int, count: Int) {
    var condition: NodeID?
    let target: UnsafeBufferPointer<UInt8>
    if view.kind(edge) == .map {
      guard let to = scalar(edge, keys.to) else { return }
      target = to
      if let node = view.value(of: edge, at: keys.when), !view.isEmpty(node) {
        hasConditions = true
        guard isPossible(node) else { return }
        condition = node
      }
    } else {
      guard !view[edge].isCollection else { return }
      target = view.text(edge)
    }
    guard let to = bytes(target, equal: "end") ? count : positions[TextKey(target)] else {
      steps[position].namesUnknown = true
      return
    }
    edges.append(ProcessGraph.Edge(source: position, target: to, node: edge, when: condition))
  }

  /// Whether an edge may be taken under the condition asked about.
  private func isPossible(_ node: NodeID) -> Bool {
    guard let when, let condition = Condition(node, in: view) else { return true }
    return condition.overlaps(when) { multiple.contains($0) }
  }
}

extension TreeView {
  /// Whether a condition asks for nothing: `{}`, an empty list, or a key without a value.
  func isEmpty(_ condition: NodeID) -> Bool {
    switch kind(condition) {
    case .map: entries(condition).isEmpty
    case .list: elements(condition).isEmpty
    default: true
    }
  }
}
