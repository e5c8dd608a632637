import DataTree

/// The members of a bundle as a graph of who waits for whom.
///
/// Every id is a node besides the members that bear it, so that members of one id cost no more than others. All work is
/// linear in members and `needs` for each case, and nothing recurses.
final class MemberGraph {
  /// One member.
  struct Member {
    /// Its node in the bundle.
    var node: NodeID
    /// Its id; empty where it has none.
    var id: String
    /// Position of its condition in `conditions`.
    var condition: Int
  }

  /// The members in the order of the list.
  let members: [Member]
  /// Positions of members by node.
  let positions: [NodeID: Int]
  /// The distinct conditions of the members.
  let conditions: [Condition]
  /// The cases that matter; nil where they are too many.
  let cases: MemberCases?
  /// Ids that members bear.
  private let ids: [String: Int]
  /// What each node waits for: a member for ids, an id for the members that bear it.
  private let edges: [[Int]]
  /// All nodes, those that are waited for first; edges that close a cycle count as none.
  private let order: [Int]
  /// Whether some edge closes a cycle, in whatever case.
  private let hasBackEdge: Bool
  /// Members that wait for each other, by the first of them; nil where there are too many cases.
  private(set) lazy var cycles: [Int: [Int]]? = findCycles()

  /// Reads the members of the bundle whose root is at hand.
  init(_ view: TreeView, _ keys: ReadingKeys) {
    let list = view.value(of: .root, at: "members")
    var members: [Member] = []
    var conditions: [Condition] = []
    var known: [Condition: Int] = [:]
    var ids: [String: Int] = [:]
    for node in list.map({ view.elements($0) }) ?? UnsafeBufferPointer(start: nil, count: 0) {
      let condition = view.value(of: node, at: keys.when).flatMap { Condition($0, in: view) } ?? .always
      if known[condition] == nil {
        known[condition] = conditions.count
        conditions.append(condition)
      }
      let id = view.value(of: node, at: keys.id).map { view[$0].isCollection ? "" : view.string($0) } ?? ""
      if !id.isEmpty, ids[id] == nil { ids[id] = ids.count }
      members.append(Member(node: node, id: id, condition: known[condition] ?? 0))
    }
    self.members = members
    self.conditions = conditions
    self.ids = ids
    positions = Dictionary(members.enumerated().map { ($1.node, $0) }, uniquingKeysWith: { first, _ in first })
    edges = MemberGraph.edges(members, ids, in: view)
    (order, hasBackEdge) = MemberGraph.walk(edges)
    let memberCount = members.count
    cases = MemberCases(conditions, memberCount: memberCount) { Condition.isMultiple($0, in: view, keys) }
  }

  /// The first member with an id.
  func member(_ id: String) -> NodeID? { ids[id].flatMap { edges[members.count + $0].first }.map { members[$0].node } }

  /// The edges of members, then those of ids.
  private static func edges(_ members: [Member], _ ids: [String: Int], in view: TreeView) -> [[Int]] {
    var edges = [[Int]](repeating: [], count: members.count + ids.count)
    for (position, member) in members.enumerated() {
      if let id = ids[member.id] { edges[members.count + id].append(position) }
      guard let needs = view.value(of: member.node, at: "needs") else { continue }
      for need in view.elements(needs) where !view[need].isCollection {
        if let id = ids[view.string(need)] { edges[position].append(members.count + id) }
      }
    }
    return edges
  }

  /// Walks all nodes in depth on a stack of its own.
  private static func walk(_ edges: [[Int]]) -> (order: [Int], hasBackEdge: Bool) {
    var order: [Int] = []
    var hasBackEdge = false
    var isSeen = [Bool](repeating: false, count: edges.count)
    var isOpen = isSeen
    for root in edges.indices where !isSeen[root] {
      var stack = [(node: root, edge: 0)]
      isSeen[root] = true
      isOpen[root] = true
      while let (node, edge) = stack.last {
        guard edge < edges[node].count else {
          isOpen[node] = false
          order.append(node)
          stack.removeLast()
          continue
        }
        stack[stack.count - 1].edge += 1
        let target = edges[node][edge]
        if isSeen[target] {
          if isOpen[target] { hasBackEdge = true }
        } else {
          isSeen[target] = true
          isOpen[target] = true
          stack.append((target, 0))
        }
      }
    }
    return (order, hasBackEdge)
  }

  // MARK: Time

  /// When each member begins and ends, each in the case where that is latest; nil where a case never has the member.
  struct Schedule {
    /// When members begin.
    var start: [TimeLimit?]
    /// When members end.
    var finish: [TimeLimit?]
    /// When the last one ends.
    var end = TimeLimit.instant
    /// How long the members of one case take one after the other.
    var sum = TimeLimit.instant
  }

  /// Plans the members, of which those without a limit take no time; nil where there are too many cases.
  func schedule(_ limits: [TimeLimit?]) -> Schedule? {
    guard let cases else { return nil }
    let empty = [TimeLimit?](repeating: nil, count: members.count)
    var schedule = Schedule(start: empty, finish: empty)
    for holds in cases.holds {
      var finish = [TimeLimit?](repeating: nil, count: edges.count)
      var sum = TimeLimit.instant
      for node in order {
        let isMember = node < members.count
        if isMember, !holds[members[node].condition] { continue }
        let latest = edges[node].reduce(TimeLimit?.none) { TimeLimit.longer($0, finish[$1]) }
        guard isMember else {
          finish[node] = latest
          continue
        }
        let start = latest ?? .instant
        let end = start + (limits[node] ?? .none)
        finish[node] = end
        schedule.start[node] = TimeLimit.longer(schedule.start[node], start)
        schedule.finish[node] = TimeLimit.longer(schedule.finish[node], end)
        schedule.end = TimeLimit.longer(schedule.end, end) ?? end
        sum = sum + (limits[node] ?? .none)
      }
      schedule.sum = TimeLimit.longer(schedule.sum, sum) ?? sum
    }
    return schedule
  }

  /// The largest total of a count over the members of one case; nil where there are too many cases.
  func largestTotal(_ counts: [Int]) -> Int? {
    cases?.holds.lazy.map { holds in
      self.members.indices.reduce(0) { $0 + (holds[self.members[$1].condition] ? counts[$1] : 0) }
    }.max()
  }

  // MARK: Cycles

  /// Collects the members that wait for each other in some case.
  private func findCycles() -> [Int: [Int]]? {
    guard hasBackEdge else { return [:] }
    guard let cases else { return nil }
    var cycles: [Int: [Int]] = [:]
    var isKnown = [Bool](repeating: false, count: members.count)
    for holds in cases.holds {
      var search = ComponentSearch(edges) { $0 >= self.members.count || holds[self.members[$0].condition] }
      for component in search.run() {
        let waiting = component.filter { $0 < members.count }.sorted()
        guard let first = waiting.first, !waiting.contains(where: { isKnown[$0] }) else { continue }
        for member in waiting { isKnown[member] = true }
        cycles[first] = waiting
      }
    }
    return cycles
  }
}

/// Finds nodes that lead to each other, after Tarjan, on a stack of its own.
struct ComponentSearch {
  /// Where nodes lead.
  private let edges: [[Int]]
  /// Whether a node takes part.
  private let isActive: (Int) -> Bool
  /// In which order nodes were met; 0 for not yet.
  private var number: [Int]
  /// The earliest node known to be reached.
  private var low: [Int]
  /// Nodes that belong to no component yet.
  private var pending: [Int] = []
  /// Which those are.
  private var isPending: [Bool]
  /// Nodes met so far.
  private var count = 0

  /// Prepares to search a graph.
  init(_ edges: [[Int]], isActive: @escaping (Int) -> Bool) {
    self.edges = edges
    self.isActive = isActive
    number = Array(repeating: 0, count: edges.count)
    low = number
    isPending = Array(repeating: false, count: edges.count)
  }

  /// The components of more than one node; a member that waits for itself makes one with its id.
  mutating func run() -> [[Int]] {
    var components: [[Int]] = []
    for root in edges.indices where number[root] == 0 && isActive(root) {
      var stack = [(node: root, edge: 0)]
      meet(root)
      while let (node, edge) = stack.last {
        if edge < edges[node].count {
          stack[stack.count - 1].edge += 1
          let target = edges[node][edge]
          guard isActive(target) else { continue }
          if number[target] == 0 {
            meet(target)
            stack.append((target, 0))
          } else if isPending[target] {
            low[node] = min(low[node], number[target])
          }
          continue
        }
        stack.removeLast()
        if let parent = stack.last?.node { low[parent] = min(low[parent], low[node]) }
        if low[node] == number[node], let component = close(node) { components.append(component) }
      }
    }
    return components
  }

  /// Numbers a node.
  private mutating func meet(_ node: Int) {
    count += 1
    number[node] = count
    low[node] = count
    pending.append(node)
    isPending[node] = true
  }

  /// Takes a component off the pending nodes; nil for a node alone.
  private mutating func close(_ root: Int) -> [Int]? {
    var component: [Int] = []
    while let node = pending.popLast() {
      isPending[node] = false
      component.append(node)
      if node == root { break }
    }
    return component.count > 1 ? component : nil
  }
}

extension TimeLimit {
  /// The longer of two limits, bare days read as working days; nil stands for none at all.
  static func longer(_ left: TimeLimit?, _ right: TimeLimit?) -> TimeLimit? {
    guard let left else { return right }
    guard let right else { return left }
    return right.isLonger(than: left) ? right : left
  }

  /// Whether it is longer, bare days read as working days; 无 is shorter than all.
  func isLonger(than other: TimeLimit) -> Bool {
    if self == .longTerm || other == .longTerm { return self == .longTerm && other != .longTerm }
    return (upperValue ?? -1) > (other.upperValue ?? -1)
  }
}
