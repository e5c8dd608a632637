import CEL
import DataTree

/// What members of a bundle ask for and issue, brought together by name.
struct MemberMaterials {
  /// Materials that are asked for again, by position of the later member.
  enum Repeated {
    /// All of them.
    case found([Int: [NodeReference]])
    /// There are more cases than can be compared.
    case tooMany
  }

  /// The members and their items.
  let members: MemberItems
  /// The bundle's tree and its items'.
  let evaluation: Evaluation
  /// The bundle's tree.
  let bundle: TreeView
  /// Keys that schemas name.
  let keys: ReadingKeys
  /// The language in which names are compared.
  let textLanguage: String
  /// NFKC for names.
  let normalize: MaterialName.Normalization?

  /// Most pairs of members with different cases that are compared.
  private static let maximumComparisons = 1_000_000

  /// Members that ask for one material in the same case, and that the bundle treats alike.
  private struct Asking: Hashable {
    /// Position of the member's condition.
    var condition: Int
    /// When the member's item asks for it, by channel.
    var channel: Condition
    /// The bundle's materials of that name that are handed in once for this member.
    var shared: [Int]
  }

  // MARK: Asked for twice

  /// Finds each material at the first member that asks for it anew, linear in the materials of all members.
  func repeated() -> Repeated {
    let shared = sharedMaterials()
    var seen: [[UInt8]: Set<Asking>] = [:]
    var isReported: Set<[UInt8]> = []
    var found: [Int: [NodeReference]] = [:]
    var comparisons = 0
    for position in members.entries.indices {
      var own: [(key: [UInt8], asking: Asking)] = []
      for (material, key, channel) in asked(position) {
        let covering = shared[key]?[members.graph.members[position].id] ?? []
        let asking = Asking(
          condition: members.graph.members[position].condition, channel: channel, shared: covering)
        own.append((key, asking))
        guard !isReported.contains(key), let before = seen[key] else { continue }
        comparisons += before.count
        guard comparisons <= MemberMaterials.maximumComparisons else { return .tooMany }
        if before.contains(where: { isRepeated($0, asking) }) {
          isReported.insert(key)
          found[position, default: []].append(material)
        }
      }
      for (key, asking) in own { seen[key, default: []].insert(asking) }
    }
    return .found(found)
  }

  /// Whether one applicant hands a material in for both, and the bundle does not say that once is enough.
  private func isRepeated(_ first: Asking, _ second: Asking) -> Bool {
    guard !first.shared.contains(where: { second.shared.contains($0) }) else { return false }
    let conditions = members.graph.conditions
    return overlap(conditions[first.condition], conditions[second.condition])
      && first.channel.overlaps(second.channel) { _ in false }
  }

  /// Whether two conditions of members can hold together.
  private func overlap(_ first: Condition, _ second: Condition) -> Bool {
    first.overlaps(second) { Condition.isMultiple($0, in: bundle, keys) }
  }

  /// Materials that the applicant hands in for a member, with their keys and the channels they are asked on.
  private func asked(_ position: Int) -> [(material: NodeReference, key: [UInt8], channel: Condition)] {
    let entry = members.entries[position]
    guard let item = entry.item else { return [] }
    let view = evaluation.tree(item.tree)
    guard let list = view.value(of: .root, at: keys.materials) else { return [] }
    return view.elements(list).compactMap { material in
      guard let key = self.key(of: material, in: view), isScalar(material, "exempt", "no", view) else { return nil }
      let when = view.value(of: material, at: keys.when).flatMap { Condition($0, in: view) } ?? .always
      guard when.overlaps(entry.variant, isMultiple: { _ in false }) else { return nil }
      return (NodeReference(tree: item.tree, node: material), key, when.restricted(to: "channel"))
    }
  }

  /// The bundle's materials by name and by member, as positions in its list.
  private func sharedMaterials() -> [[UInt8]: [String: [Int]]] {
    guard let list = bundle.value(of: .root, at: keys.materials) else { return [:] }
    var shared: [[UInt8]: [String: [Int]]] = [:]
    for (position, material) in bundle.elements(list).enumerated() {
      guard let key = key(of: material, in: bundle), let ids = bundle.value(of: material, at: "for") else { continue }
      for id in bundle.elements(ids) where !bundle[id].isCollection {
        shared[key, default: [:]][bundle.string(id), default: []].append(position)
      }
    }
    return shared
  }

  // MARK: Results

  /// Positions of members by the key of what they issue: as the bundle says, or their items.
  func issuers() -> [[UInt8]: [Int]] {
    var issuers: [[UInt8]: [Int]] = [:]
    func add(_ key: [UInt8], _ position: Int) {
      if issuers[key]?.last != position { issuers[key, default: []].append(position) }
    }
    for (position, entry) in members.entries.enumerated() {
      guard let item = entry.item else { continue }
      let view = evaluation.tree(item.tree)
      guard let list = view.value(of: .root, at: "results") else { continue }
      for result in view.elements(list) {
        let when = view.value(of: result, at: keys.when).flatMap { Condition($0, in: view) } ?? .always
        guard let key = key(of: result, in: view), !isScalar(result, "type", "none", view),
          when.overlaps(entry.variant, isMultiple: { _ in false })
        else { continue }
        add(key, position)
      }
    }
    guard let list = bundle.value(of: .root, at: "results") else { return issuers }
    for result in bundle.elements(list) {
      guard let key = key(of: result, in: bundle), let member = bundle.value(of: result, at: "member"),
        let node = members.graph.member(bundle.string(member)), let position = members.graph.positions[node]
      else { continue }
      if issuers[key]?.contains(position) != true { add(key, position) }
    }
    return issuers
  }

  // MARK: Reading

  /// The key of a named thing in the text language or the first one.
  private func key(of map: NodeID, in view: TreeView) -> [UInt8]? {
    guard let name = view.value(of: map, at: "name") else { return nil }
    guard let text = view.value(of: name, at: textLanguage) ?? view.entries(name).first?.value, !view[text].isCollection
    else {
      return nil
    }
    let key = MaterialName.key(view.text(text), normalize: normalize)
    return key.isEmpty ? nil : key
  }

  /// Whether a field is one word.
  private func isScalar(_ map: NodeID, _ key: String, _ word: StaticString, _ view: TreeView) -> Bool {
    view.value(of: map, at: key).map { bytes(view.text($0), equal: word) } ?? false
  }
}

extension Condition {
  /// What it asks of one question, in each alternative.
  func restricted(to question: String) -> Condition {
    if alternatives.allSatisfy(\.isEmpty) { return .always }
    return Condition(alternatives: alternatives.map { $0.filter { $0.question == question } })
  }
}
