import DataTree
package import Diagnostics

/// The members of a bundle as plain values: who is in charge, within which time, and who waits for whom.
package struct MemberOutline: Sendable {
  /// What another document says of a member's item.
  package struct Item: Sendable {
    /// What it is called.
    package var name: LocalizedText
    /// What the variant is called that the member is for.
    package var variant: LocalizedText?
    /// The authority in charge.
    package var department: LocalizedText?
    /// What it promises.
    package var promised: TimeLimit?

    /// Describes an item.
    package init(
      name: LocalizedText, variant: LocalizedText? = nil, department: LocalizedText? = nil, promised: TimeLimit? = nil
    ) {
      self.name = name
      self.variant = variant
      self.department = department
      self.promised = promised
    }
  }

  /// One member.
  package struct Member: Sendable {
    /// Its id; empty where it has none.
    package var id: String
    /// Id of its item; nil where it is handled elsewhere.
    package var item: String?
    /// What the item's variant is called; nil for the whole item.
    package var variant: LocalizedText?
    /// What it is called.
    package var name: LocalizedText
    /// The authority in charge; nil where nobody says.
    package var department: LocalizedText?
    /// What it promises.
    package var promised: TimeLimit?
    /// When the bundle has it; nil for always.
    package var condition: LocalizedText?
    /// Whether the applicant may leave it out.
    package var isOptional: Bool
    /// Whether it is handled outside the catalog.
    package var isExternal: Bool
    /// Why it waits for others.
    package var reason: LocalizedText?
    /// Whether it is on the path that takes longest.
    package var isOnLongestPath = false
  }

  /// That a member waits for another.
  package struct Wait: Sendable {
    /// Position of the member that comes first.
    package var first: Int
    /// Position of the one that waits.
    package var then: Int
    /// Whether the wait closes a circle.
    package var isBack = false
    /// Whether it is on the path that takes longest.
    package var isOnLongestPath = false
  }

  /// The members in the order of the list.
  package private(set) var members: [Member] = []
  /// Who waits for whom.
  package private(set) var waits: [Wait] = []

  /// Reads the members of a bundle; nil where it states none.
  /// - Parameter item: what the document of an item says, by the item's id and that of a variant.
  package init?(_ bundle: MeasuredItem, item: (_ id: String, _ variant: String?) -> Item?) {
    let view = bundle.view
    guard let list = view.value(of: .root, at: "members"), !view.elements(list).isEmpty else { return nil }
    let words = ConditionWords(view)
    var positions: [String: Int] = [:]
    for (position, node) in view.elements(list).enumerated() {
      let member = MemberOutline.member(node, in: view, words, item)
      if !member.id.isEmpty, positions[member.id] == nil { positions[member.id] = position }
      members.append(member)
    }
    for (position, node) in view.elements(list).enumerated() {
      guard let needs = view.value(of: node, at: "needs") else { continue }
      for need in view.elements(needs) {
        if let first = view.word(need).flatMap({ positions[$0] }) { waits.append(Wait(first: first, then: position)) }
      }
    }
    markPath()
  }

  private static func member(
    _ node: NodeID, in view: TreeView, _ words: ConditionWords, _ item: (String, String?) -> Item?
  ) -> Member {
    let external = view.value(of: node, at: "external")
    let itemID = external == nil ? view.word(node, "item") : nil
    let variant = view.word(node, "variant")
    let known = itemID.flatMap { item($0, variant) }
    let id = view.word(node, "id") ?? itemID ?? ""
    let name = external.flatMap { view.localized($0, "name") } ?? known?.name
    let condition = view.value(of: node, at: "when").flatMap { Condition($0, in: view) }
    return Member(
      id: id, item: itemID, variant: known?.variant ?? variant.map { LocalizedText(zh: $0, en: $0) },
      name: name ?? LocalizedText(zh: itemID ?? id, en: itemID ?? id),
      department: external.flatMap { view.named($0, "department") } ?? known?.department,
      promised: view.limit(node, "promised") ?? known?.promised, condition: condition.flatMap { words.words($0) },
      isOptional: view.isTrue(node, "optional"), isExternal: external != nil,
      reason: view.localized(node, "reason"))
  }

  /// Finds circles, and the path that takes longest; where nobody waits there is none.
  private mutating func markPath() {
    guard !waits.isEmpty else { return }
    var leaving: [[Int]] = Array(repeating: [], count: members.count)
    for (index, wait) in waits.enumerated() { leaving[wait.first].append(index) }
    var isSeen = Array(repeating: false, count: members.count)
    var isOpen = isSeen
    var finished: [Int] = []
    for root in members.indices where !isSeen[root] {
      var stack = [(member: root, next: 0)]
      isSeen[root] = true
      isOpen[root] = true
      while let (member, next) = stack.last {
        guard next < leaving[member].count else {
          isOpen[member] = false
          finished.append(member)
          stack.removeLast()
          continue
        }
        stack[stack.count - 1].next += 1
        let wait = leaving[member][next]
        let target = waits[wait].then
        waits[wait].isBack = isOpen[target]
        guard !isSeen[target] else { continue }
        isSeen[target] = true
        isOpen[target] = true
        stack.append((target, 0))
      }
    }
    let path = LongestPath(finished.reversed(), count: members.count, end: nil) { member in
      leaving[member].filter { !waits[$0].isBack }.map { waits[$0].then }
    } weight: {
      (members[$0].promised ?? .none, true)
    }.nodes
    guard path.count > 1 else { return }
    for member in path { members[member].isOnLongestPath = true }
    for (first, then) in zip(path, path.dropFirst()) {
      guard let index = waits.firstIndex(where: { $0.first == first && $0.then == then && !$0.isBack }) else {
        continue
      }
      waits[index].isOnLongestPath = true
    }
  }
}
