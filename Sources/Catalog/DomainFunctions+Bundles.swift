import CEL
import DataTree
import Diagnostics

/// Functions on the members of a bundle.
extension DomainFunctions {
  /// Functions on members: those named `catalog.…` look at the members' items.
  var bundleFunctions: [FunctionDeclaration] {
    [
      member, cycle, isAsked, memberPromise,
      memberTime(
        "memberStart", zh: "成员事项最迟何时才能开始：前置成员都办完的时间，各种情形取最长。",
        en: "When a member can begin, in the case where that is latest: once all that it waits for is done."
      ) { $0.start[$1] },
      memberTime(
        "memberFinish", zh: "成员事项最迟何时办完：开始的时间加上承诺时限。",
        en: "When a member ends, in the case where that is latest: its beginning and its promise."
      ) { $0.finish[$1] },
      bundleTime(
        "membersTime", zh: "按先后次序和承诺时限，全部成员办完要多久（关键路径），各种情形取最长；没有时限的成员不计。",
        en: "How long all members take in their order, the critical path of the longest case; those "
          + "without a limit count nothing."
      ) { $0.end },
      bundleTime(
        "membersSum", zh: "成员一个接一个办理要多久，各种情形取最长；没有时限的成员不计。",
        en: "How long the members of one case take one after the other, in the longest case; those "
          + "without a limit count nothing."
      ) { $0.sum },
      membersTotal, repeatedMaterials, issuers,
    ]
  }

  // MARK: The bundle alone

  /// `member(bundle, id)`
  private var member: FunctionDeclaration {
    declare(
      "member", zh: "“一件事”中有这个编号的成员。", en: "The member of a bundle with an id.", [.dyn, .string],
      .optional(.record("Member"))
    ) { arguments, evaluation in
      guard case .node(let bundle) = arguments[0], let id = evaluation.string(of: arguments[1]) else { return .absent }
      let node = graph(bundle.tree, evaluation).member(id)
      return evaluation.makeOptional(node.map { .node(NodeReference(tree: bundle.tree, node: $0)) })
    }
  }

  /// `cycle(member)`
  private var cycle: FunctionDeclaration {
    declare(
      "cycle",
      zh: "从这个成员起互相等待的成员编号；不在循环里、或者循环里另有靠前的成员时为空。",
      en: "The ids of the members that wait for each other if this is the first of them; otherwise an empty list.",
      [.dyn], .list(.string)
    ) { arguments, evaluation in
      guard case .node(let member) = arguments[0] else { return .absent }
      let graph = graph(member.tree, evaluation)
      guard let position = graph.positions[member.node] else { return .absent }
      guard let cycles = graph.cycles else { return tooManyCases(evaluation) }
      let ids = (cycles[position] ?? []).map { evaluation.makeString(graph.members[$0].id) }
      return evaluation.makeList(ids)
    }
  }

  /// `isAsked(document, question)`
  private var isAsked: FunctionDeclaration {
    declare(
      "isAsked",
      zh: "文件中有没有哪个条件（when）取决于这个问题。", en: "Whether some condition (`when`) of a document depends on a question.",
      [.dyn, .string], .bool
    ) { arguments, evaluation in
      guard case .node(let document) = arguments[0], let question = evaluation.string(of: arguments[1]) else {
        return .absent
      }
      let memo = DocumentMemo.of(evaluation)
      let questions =
        memo.questions[document.tree] ?? Condition.questions(in: evaluation.tree(document.tree), shapes.keys)
      memo.questions[document.tree] = questions
      return .bool(questions.contains(question))
    }
  }

  /// The members of a bundle, read at the first call.
  private func graph(_ tree: UInt32, _ evaluation: Evaluation) -> MemberGraph {
    let memo = DocumentMemo.of(evaluation)
    if let graph = memo.memberItems[tree]?.graph ?? memo.memberGraphs[tree] { return graph }
    let graph = MemberGraph(evaluation.tree(tree), shapes.keys)
    memo.memberGraphs[tree] = graph
    return graph
  }

  // MARK: With the members' items

  /// `catalog.memberPromise(member)`
  private var memberPromise: FunctionDeclaration {
    memberFunction(
      "memberPromise", zh: "成员事项的承诺时限：“一件事”里写的，没有写时取办理项或者事项的承诺时限。",
      en: "What is promised for a member: in the bundle, else by the variant or the item itself.", .opaque("limit")
    ) { members, position, evaluation in
      members.promises[position].map { evaluation.value(of: $0) } ?? .absent
    }
  }

  /// A time of one member in the bundle's schedule.
  private func memberTime(
    _ name: String, zh: String, en: String,
    moment: @escaping @Sendable (MemberGraph.Schedule, Int) -> TimeLimit?
  ) -> FunctionDeclaration {
    memberFunction(name, zh: zh, en: en, .opaque("limit")) { members, position, evaluation in
      guard let schedule = members.schedule else { return tooManyCases(evaluation) }
      return value(moment(schedule, position))
    }
  }

  /// A time of the bundle's schedule.
  private func bundleTime(
    _ name: String, zh: String, en: String, moment: @escaping @Sendable (MemberGraph.Schedule) -> TimeLimit
  ) -> FunctionDeclaration {
    declare("catalog.\(name)", zh: zh, en: en, [.dyn], .opaque("limit")) { arguments, evaluation in
      guard case .node(let bundle) = arguments[0] else { return .absent }
      guard let members = members(bundle.tree, evaluation) else { return noCatalog(name, evaluation) }
      guard let schedule = members.schedule else { return tooManyCases(evaluation) }
      return value(moment(schedule))
    }
  }

  /// `catalog.membersTotal(bundle, count)`
  private var membersTotal: FunctionDeclaration {
    declare(
      "catalog.membersTotal",
      zh: "成员单独办理时的合计：环节（steps）、要交的材料（materials）或者跑动次数（visits），各种情形取最大；有成员没有写明时没有值。",
      en:
        "What the members come to when handled alone, in the largest case: `steps`, `materials` that are handed in, or "
        + "`visits`; none where one of them does not say.",
      [.dyn, .string], .optional(.int)
    ) { arguments, evaluation in
      guard case .node(let bundle) = arguments[0], let name = evaluation.string(of: arguments[1]) else {
        return .absent
      }
      guard let members = members(bundle.tree, evaluation) else { return noCatalog("membersTotal", evaluation) }
      guard let count = MemberCount(rawValue: name) else { return evaluation.fail(.countUnknown(name)) }
      let counts = members.entries.compactMap { count.count($0, evaluation, shapes) }
      guard counts.count == members.entries.count, !counts.isEmpty else {
        return evaluation.makeOptional(nil)
      }
      guard let total = members.graph.largestTotal(counts) else { return tooManyCases(evaluation) }
      return evaluation.makeOptional(.int(Int64(total)))
    }
  }

  /// `catalog.repeatedMaterials(member)`
  private var repeatedMaterials: FunctionDeclaration {
    memberFunction(
      "repeatedMaterials",
      zh: "这个成员要、前面的成员也要、“一件事”又没有列为共用的材料；每种材料只在第一次重复时给出。",
      en: "Materials that a member asks for after an earlier one and that the bundle does not list for both; each is "
        + "given once, where it is first repeated.",
      .list(.record("Material"))
    ) { members, position, evaluation in
      let repeated = members.repeated ?? materials(members, evaluation).repeated()
      members.repeated = repeated
      guard case .found(let found) = repeated else { return tooManyCases(evaluation) }
      return evaluation.makeList((found[position] ?? []).map { evaluation.value(of: $0) })
    }
  }

  /// `catalog.issuers(bundle, name)`
  private var issuers: FunctionDeclaration {
    declare(
      "catalog.issuers",
      zh: "“一件事”中颁发这个名称的证照或者文件的成员，最多八个。",
      en: "The members of a bundle that issue a document of this name, eight at most.",
      [.dyn, .dyn], .list(.record("Member"))
    ) { arguments, evaluation in
      guard case .node(let bundle) = arguments[0] else { return .absent }
      guard let members = members(bundle.tree, evaluation) else { return noCatalog("issuers", evaluation) }
      let issuers = members.issuers ?? materials(members, evaluation, bundle.tree).issuers()
      members.issuers = issuers
      return withText(arguments[1], evaluation) { name in
        let found = issuers[MaterialName.key(name, normalize: normalize)]?.prefix(8) ?? []
        return evaluation.makeList(
          found.map { .node(NodeReference(tree: bundle.tree, node: members.graph.members[$0].node)) })
      }
    }
  }

  // MARK: Helpers

  /// A function on one member of a bundle.
  private func memberFunction(
    _ name: String, zh: String, en: String, _ result: ExpressionType,
    body: @escaping @Sendable (MemberItems, Int, Evaluation) -> Value
  ) -> FunctionDeclaration {
    declare("catalog.\(name)", zh: zh, en: en, [.dyn], result) { arguments, evaluation in
      guard case .node(let member) = arguments[0] else { return .absent }
      guard let members = members(member.tree, evaluation) else { return noCatalog(name, evaluation) }
      return members.graph.positions[member.node].map { body(members, $0, evaluation) } ?? .absent
    }
  }

  /// The members of a bundle with their items, looked up at the first call; nil where there is no catalog.
  private func members(_ tree: UInt32, _ evaluation: Evaluation) -> MemberItems? {
    if let known = DocumentMemo.of(evaluation).memberItems[tree] { return known }
    guard let lookup = evaluation.lookup else { return nil }
    let members = MemberItems(Int(tree), evaluation, lookup, shapes.keys)
    // Asked for anew: looking up items adds trees, and the memo is of the trees before.
    DocumentMemo.of(evaluation).memberItems[tree] = members
    return members
  }

  /// What brings the materials and results of members together.
  private func materials(_ members: MemberItems, _ evaluation: Evaluation, _ tree: UInt32 = 0) -> MemberMaterials {
    MemberMaterials(
      members: members, evaluation: evaluation, bundle: evaluation.tree(tree), keys: shapes.keys,
      textLanguage: textLanguage, normalize: normalize)
  }

  /// A limit as a value; absent for 无.
  private func value(_ limit: TimeLimit?) -> Value {
    guard let limit, limit != .none else { return .absent }
    return .opaque(OpaqueValue(bits: limit.bits))
  }

  /// The error that a bundle has too many cases.
  private func tooManyCases(_ evaluation: Evaluation) -> Value { evaluation.limitReached(.tooManyCases) }

  /// The error that only one document is at hand.
  private func noCatalog(_ name: String, _ evaluation: Evaluation) -> Value {
    evaluation.fail(.lookupUnavailable("catalog.\(name)"))
  }
}

/// What is counted of each member.
enum MemberCount: String, CaseIterable, Sendable {
  /// The authority's steps on the longest path.
  case steps
  /// What the applicant hands in.
  case materials
  /// Visits.
  case visits

  /// The count of one member; nil where it is not stated.
  func count(_ entry: MemberItems.Entry, _ evaluation: Evaluation, _ shapes: Shapes) -> Int? {
    guard let item = entry.item else { return nil }
    let view = evaluation.tree(item.tree)
    switch self {
    case .steps:
      guard let list = view.value(of: .root, at: shapes.keys.steps), view.kind(list) == .list else { return nil }
      return ProcessGraph(list, in: view, shapes: shapes, when: entry.variant).longestCount
    case .materials:
      guard let list = view.value(of: .root, at: shapes.keys.materials) else { return nil }
      return view.elements(list).lazy.filter { material in
        let when = view.value(of: material, at: shapes.keys.when).flatMap { Condition($0, in: view) } ?? .always
        let exempt = view.value(of: material, at: "exempt")
        return when.overlaps(entry.variant) { _ in false } && exempt.map { bytes(view.text($0), equal: "no") } ?? true
      }.count
    case .visits:
      for holder in [entry.variantNode?.node, NodeID.root] {
        guard let holder, let visits = view.value(of: holder, at: "visits"), view.kind(visits) == .int else { continue }
        // More would be no count of visits, and sums must not overflow.
        return Int(min(max(0, view[visits].int), 1000))
      }
      return nil
    }
  }
}
