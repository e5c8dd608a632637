import CEL
import DataTree
import Diagnostics
import SourceText

/// Judges groups whose members lie in several documents, from the facts that the documents contributed.
package struct CatalogGroups: Sendable {
  /// A result with the document that it belongs to.
  package struct Judged: Sendable {
    /// The reported member's document.
    package var place: CatalogSummaries.Place
    /// The result; nil for a pass or not applicable, which `state` tells.
    package var result: RuleResult?
    /// What the rule said.
    package var state: ResultState
    /// The rule.
    package var rule: Int
  }

  /// Where a member is.
  private struct Member {
    /// Its document.
    var place: CatalogSummaries.Place
    /// Its position among what the document contributes.
    var fact: Int
  }

  private let context: LintContext
  private let summaries: CatalogSummaries
  /// The members by rule.
  private let members: [[Member]]

  /// Prepares to judge the groups of a catalog.
  package init(_ context: LintContext, _ summaries: CatalogSummaries) {
    self.context = context
    self.summaries = summaries
    var members: [[Member]] = Array(repeating: [], count: context.library.rules.count)
    for file in summaries.files.indices {
      for document in summaries.files[file].summary.documents.indices {
        let place = CatalogSummaries.Place(file: file, document: document)
        for fact in summaries.files[file].summary.documents[document].facts.indices {
          members[summaries.files[file].summary.documents[document].facts[fact].rule].append(
            Member(place: place, fact: fact))
        }
      }
    }
    self.members = members
  }

  /// The rules that have a member, each to be judged by itself.
  package var rules: [Int] { members.indices.filter { !members[$0].isEmpty } }

  /// Judges all rules whose groups reach over the catalog.
  package func judge() -> [Judged] { rules.flatMap { judge($0) } }

  /// Judges the groups of one rule.
  package func judge(_ rule: Int) -> [Judged] {
    let members = members[rule]
    let content = context.library.rules[rule]
    guard let grouping = content.grouping else { return [] }
    let order = order(of: members)
    let runner = RuleRunner(context)
    let tree = DataTree(symbols: context.library.symbols)
    let isJudged = (0..<order.count).map { group in
      !(runner.holdsForFirst(rule) && GroupOrder.reported(order[group].count, grouping.report) == 0..<1)
    }
    let nodes = build(tree, grouping, members, order, where: isJudged)
    var known: EffectiveSettings?
    var judged: [Judged] = []
    for index in 0..<order.count {
      let group = order[index]
      let first = members[group[group.startIndex]]
      for position in GroupOrder.reported(group.count, grouping.report) {
        let member = members[group[group.startIndex + position]]
        if position == 0, runner.holdsForFirst(rule) {
          judged.append(Judged(place: member.place, result: nil, state: .pass, rule: rule))
          continue
        }
        let settings = summaries.files[member.place.file].summary.documents[member.place.document].settings
        if known !== settings { runner.evaluation.trees = [tree.view, settings.view] }
        known = settings
        runner.prepareFacts(rule, content, nodes: group.map { nodes[$0] }, position: position, settings)
        let state = runner.concludeFacts(
          rule, content, member: fact(of: member), related: position == 0 ? [] : [label(first)])
        judged.append(Judged(place: member.place, result: state.result, state: state.state, rule: rule))
      }
    }
    return judged
  }

  /// Which members make a group.
  private func order(of members: [Member]) -> GroupOrder {
    var keys = GroupKeys()
    for member in members {
      keys.add(summaries.files[member.place.file].summary.documents[member.place.document].facts[member.fact].key)
    }
    return GroupOrder(keys)
  }

  /// What a member contributes.
  private func fact(of member: Member) -> GroupFact {
    summaries.files[member.place.file].summary.documents[member.place.document].facts[member.fact]
  }

  private func label(_ member: Member) -> Label {
    Label(
      file: summaries.files[member.place.file].source.path, range: fact(of: member).range, text: Messages.firstHere)
  }

  /// Writes what the members of the groups that are judged contribute into a tree.
  /// - Returns: for each member its node; the root's where it has none.
  private func build(
    _ tree: DataTree, _ grouping: Rule.Grouping, _ members: [Member], _ order: GroupOrder, where isJudged: [Bool]
  ) -> [NodeID] {
    var builder = TreeBuilder(into: tree)
    builder.begin(.list)
    let names = grouping.facts.map(\.name)
    var nodes = [NodeID](repeating: .root, count: members.count)
    for group in isJudged.indices where isJudged[group] {
      for position in order[group] {
        nodes[position] = builder.begin(.map)
        add(members[position], names, to: &builder)
        builder.end()
      }
    }
    builder.end()
    return nodes
  }

  /// Writes the fields of a member.
  private func add(_ member: Member, _ names: [String], to builder: inout TreeBuilder) {
    builder.key("id")
    builder.string(summaries.files[member.place.file].summary.documents[member.place.document].name.id)
    let values = fact(of: member).values
    for index in names.indices {
      if case .absent = values[index] { continue }
      builder.key(names[index])
      builder.add(values[index])
    }
  }
}

extension TreeBuilder {
  fileprivate mutating func add(_ value: FactValue) {
    switch value {
    case .absent, .null: null()
    case .bool(let flag): bool(flag)
    case .int(let number): int(number)
    case .double(let number): double(number)
    case .string(let text): _ = text.withUnsafeBufferPointer { scalar(.string, style: .doubleQuoted, text: $0) }
    case .opaque(let bits, let words):
      _ = words.withUnsafeBufferPointer { scalar(.opaque, text: $0, bits: bits) }
    case .list(let elements):
      begin(.list)
      for element in elements { add(element) }
      end()
    }
  }
}

extension RuleRunner {
  /// Sets what a rule over the catalog sees of one group.
  func prepareFacts(
    _ rule: Int, _ content: Rule, nodes: [NodeID], position: Int, _ settings: EffectiveSettings
  ) {
    forget()
    let values = nodes.map { evaluation.value(of: NodeReference(tree: 0, node: $0)) }
    set(.this, values[position])
    set(.params, .node(NodeReference(tree: 1, node: settings.parameters[rule])))
    set(.vocabulary, .node(NodeReference(tree: 1, node: settings.vocabularies)))
    if content.readsToday { set(.today, evaluation.makeString(today)) }
    setGroup(values, position: position)
    for named in content.grouping?.lets ?? [] { evaluation.setLazy(named.slot, named.program) }
  }

  /// Judges the member that `prepareFacts` has set.
  func concludeFacts(_ rule: Int, _ content: Rule, member: GroupFact, related: [Label])
    -> (state: ResultState, result: RuleResult?)
  {
    records.removeAll(keepingCapacity: true)
    let place = Placement(range: member.range, path: member.path, anchor: member.anchor, related: related)
    guard let require = content.require else { return (.notApplicable, nil) }
    let value = mutation.map(Value.bool) ?? require.evaluate(in: evaluation)
    switch value {
    case .bool(true): return (.pass, nil)
    case .absent: return (.notApplicable, nil)
    case .bool(false): fail(rule, content, place)
    case .error(let error):
      record(rule, .error, Messages.evaluationFailed(evaluation.errorMessage(error)), place)
    default: record(rule, .error, Messages.notBoolean(evaluation.typeName(of: value)), place)
    }
    return (records.first?.state ?? .error, records.first)
  }
}
